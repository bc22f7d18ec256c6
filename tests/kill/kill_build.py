"""Kills builds at random moments: the output folder must hold the whole old or the whole new set of files, each parseable.

usage: kill_build.py DEMARCHE [ROUNDS]
"""
import csv
import json
import pathlib
import random
import signal
import subprocess
import sys
import tempfile
import time
import xml.etree.ElementTree as xml

FILES = ["actors.csv", "actors.graphml", "events.csv", "graph.gexf", "graph.graphml",
         "records.jsonl", "timeline.json", "vis.json", "world.jsonl"]


def articles(count, first):
    for number in range(first, first + count):
        yield json.dumps({
            "id": f"k{number}", "outlet": "Example Wire", "published": "2025-03-%02d" % (1 + number % 28), "title": f"Report {number}",
            "text": f"France and Japan held talks in Paris on Monday about quota {number}. Kenya will send its foreign minister to "
                    "Oslo next week, officials said, and Brazil called on both sides to keep talking."}) + "\n"


def contents(folder):
    return {name: (folder / name).read_bytes() for name in FILES if (folder / name).exists()}


def parse(folder):
    for name in FILES:
        path = folder / name
        if name.endswith("jsonl"):
            for line in path.read_text().splitlines():
                json.loads(line)
        elif name.endswith("json"):
            json.loads(path.read_text())
        elif name.endswith("csv"):
            list(csv.reader(path.open(newline="")))
        else:
            xml.parse(path)


def main():
    program, rounds = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 20
    chance = random.Random(20250711)
    landed = {"old": 0, "new": 0}
    with tempfile.TemporaryDirectory(prefix="demarche-kill-") as scratch:
        scratch = pathlib.Path(scratch)
        for name, count, first in (("old", 40, 0), ("new", 3000, 1000)):
            (scratch / f"{name}.jsonl").write_text("".join(articles(count, first)))
        out = scratch / "out"
        build = lambda name: [program, "build", "--quiet", str(scratch / f"{name}.jsonl"), "-o", str(out)]

        begin = time.monotonic()
        subprocess.run(build("new"), check=True)
        whole_time = time.monotonic() - begin
        new = contents(out)
        subprocess.run(build("old"), check=True)
        old = contents(out)
        assert len(new) == len(old) == len(FILES) and new != old

        for number in range(rounds):
            # Most moments all along the build, every fourth near its end, where the files change.
            delay = whole_time * (chance.uniform(0.9, 1.1) if number % 4 == 3 else chance.uniform(0.0, 1.1))
            process = subprocess.Popen(build("new"))
            time.sleep(delay)
            process.send_signal(signal.SIGKILL)
            process.wait()
            if (out / ".demarche-commit").exists():  # killed inside the commit: the next reader finishes it
                subprocess.run([program, "show", str(out)], check=True, stdout=subprocess.DEVNULL)
            now = contents(out)
            if now not in (old, new):
                print(f"round {number}, killed after {delay:.3f} s: neither the old nor the new set")
                for name in FILES:
                    print(" ", name, "old" if now.get(name) == old[name] else "new" if now.get(name) == new[name] else "OTHER")
                return 1
            parse(out)
            landed["new" if now == new else "old"] += 1
            subprocess.run(build("old"), check=True)  # also: a build after a kill works, and cleans up
            left = sorted(path.name for path in out.iterdir())
            if contents(out) != old or left != FILES:
                print(f"round {number}: after the next build the folder holds {left}")
                return 1
    print(f"{rounds} builds killed: {landed['old']} left the old set, {landed['new']} the new one")
    return 0


sys.exit(main())
