#!/usr/bin/python3
"""Opens graph.graphml, actors.graphml and graph.gexf of an output folder in NetworkX and igraph.

    read_with_python.py [--if-present] FOLDER

What must be there is counted from FOLDER/world.jsonl, not from the writer. One line a check; exit code 1 if one fails.
With --if-present a missing library is "skipped"; without it, a failure.
"""
import csv
import datetime
import importlib
import itertools
import json
import os
import re
import sys

PLAIN_ID = re.compile(r"[A-Za-z0-9._:-]+\Z")
LEFT_OUT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff\u202a-\u202e\u2066-\u2069]")

failures = 0


def check(what, got, wanted):
    global failures
    if got == wanted:
        print(f"ok      {what}: {got}" if not isinstance(got, (dict, set, list)) else f"ok      {what}: {len(got)} equal")
        return
    failures += 1
    if isinstance(got, dict) and isinstance(wanted, dict):
        got, wanted = [{k: v for k, v in a.items() if b.get(k) != v} for a, b in ((got, wanted), (wanted, got))]
    print(f"FAILED  {what}: found {str(got)[:400]}, the world has {str(wanted)[:400]}")


def clean(text):
    return LEFT_OUT.sub("", re.sub("\r\n|[\t\r\n\u2028\u2029]", " ", text))


# Roles whose holders meet in an event; two sources, or two targets, need not.
MEETING_ROLES = {frozenset(pair) for pair in (
    ("source", "target"), ("participant", "participant"), ("participant", "host"), ("participant", "mediator"), ("host", "source"),
    ("mediator", "source"), ("mediator", "target"))}


def met_in(actors):
    return {frozenset((a["id"], b["id"])) for a, b in itertools.combinations(actors, 2)
            if a["id"] != b["id"] and frozenset((a["role"], b["role"])) in MEETING_ROLES}


class World:
    """The counts that every reader must find."""

    def __init__(self, path):
        rows = {}
        with open(path, encoding="utf-8") as lines:
            for line in lines:
                row = json.loads(line)
                rows.setdefault(row["type"], []).append(row)
        self.events, self.actors = rows.get("event", []), rows.get("actor", [])
        self.links, self.places, self.articles = rows.get("link", []), rows.get("place", []), rows.get("article", [])
        self.nodes = len(self.events) + len(self.actors) + len(self.places) + len(self.articles)
        actors = {a["id"] for a in self.actors}
        articles = {a["id"] for a in self.articles}
        self.takes_part = {(a["id"], e["id"], a["role"]) for e in self.events for a in e["actors"] if a["id"] in actors}
        self.at = sum(1 for e in self.events if e["place"])
        self.reported_in = len({(e["id"], a) for e in self.events for a in e["articles"] if a in articles})
        acts_for = {(a["id"], t["state"]) for a in self.actors for t in a["acts_for"]}
        self.acts_for = sum(1 for person, state in acts_for
                            if {f"state.{state}", f"org.{state}"} & actors and person not in (f"state.{state}", f"org.{state}"))
        self.edges = len(self.takes_part) + self.at + self.reported_in + self.acts_for + len(self.links)
        self.edge_kinds = {kind: count for kind, count in (
            ("takes_part", len(self.takes_part)), ("at", self.at), ("reported_in", self.reported_in),
            ("acts_for", self.acts_for), ("link", len(self.links))) if count}
        self.pairs = set()
        for event in self.events:
            if event["status"] not in ("denied", "cancelled"):
                self.pairs |= met_in([a for a in event["actors"] if a["id"] in actors])

    def event_values(self, key):
        return {e["id"]: key(e) for e in self.events if PLAIN_ID.match(e["id"]) and key(e) not in (None, "")}


def day_number(event):
    day = event["date"]["first"] or event["date"]["last"]
    return (datetime.date.fromisoformat(day) - datetime.date(1970, 1, 1)).days if day else None


def event_checks(name, world, nodes, start="start", end="end"):
    """`nodes`: id -> attributes, as the library read them."""
    events = {i: a for i, a in nodes.items() if a.get("node_type") == "event" and PLAIN_ID.match(i)}

    def column(key):
        return {i: a[key] for i, a in events.items() if a.get(key) not in (None, "") and a[key] == a[key]}

    check(f"{name}: titles", column("title"), world.event_values(lambda e: clean(e["title"])))
    check(f"{name}: kinds", column("kind"), world.event_values(lambda e: clean(e["kind"])))
    check(f"{name}: status", column("status"), world.event_values(lambda e: e["status"]))
    check(f"{name}: date as the text has it", column("date"), world.event_values(lambda e: e["date"]["edtf"]))
    check(f"{name}: first days", column(start), world.event_values(lambda e: e["date"]["first"]))
    check(f"{name}: last days", column(end), world.event_values(lambda e: e["date"]["last"]))
    check(f"{name}: day numbers", column("day_number"), world.event_values(day_number))
    check(f"{name}: confidence", column("confidence"), world.event_values(lambda e: e["confidence"]))
    check(f"{name}: articles", column("articles"), world.event_values(lambda e: len(e["articles"])))
    check(f"{name}: no label over 60 characters", max((len(a.get("label", "")) for a in nodes.values()), default=0) <= 60, True)


def kinds_of(values):
    return {kind: values.count(kind) for kind in set(values)}


def with_networkx(nx, folder, world):
    graph = nx.read_graphml(os.path.join(folder, "graph.graphml"))
    version = f"NetworkX {nx.__version__}, graph.graphml"
    check(f"{version}: directed", graph.is_directed(), True)
    check(f"{version}: nodes", graph.number_of_nodes(), world.nodes)
    check(f"{version}: edges", graph.number_of_edges(), world.edges)
    event_checks(version, world, dict(graph.nodes(data=True)))
    edges = [data for _, _, data in graph.edges(data=True)]
    check(f"{version}: edges of each kind", kinds_of([d["kind"] for d in edges]), world.edge_kinds)
    check(f"{version}: roles", {(u, v, d["role"]) for u, v, d in graph.edges(data=True) if "role" in d}, world.takes_part)
    check(f"{version}: weights above 0", all(d["weight"] > 0 for d in edges), True)

    gexf = nx.read_gexf(os.path.join(folder, "graph.gexf"))
    version = f"NetworkX {nx.__version__}, graph.gexf"
    check(f"{version}: nodes", gexf.number_of_nodes(), world.nodes)
    check(f"{version}: edges", gexf.number_of_edges(), world.edges)
    event_checks(version, world, dict(gexf.nodes(data=True)))
    event_checks(version + " as attributes", world, dict(gexf.nodes(data=True)), "start_date", "end_date")

    actors = nx.read_graphml(os.path.join(folder, "actors.graphml"))
    version = f"NetworkX {nx.__version__}, actors.graphml"
    check(f"{version}: actors", set(actors.nodes), set().union(*world.pairs) if world.pairs else set())
    check(f"{version}: pairs", {frozenset((u, v)) for u, v in actors.edges()}, world.pairs)


def with_igraph(igraph, folder, world):
    graph = igraph.Graph.Read_GraphML(os.path.join(folder, "graph.graphml"))
    version = f"igraph {igraph.__version__}, graph.graphml"
    check(f"{version}: directed", graph.is_directed(), True)
    check(f"{version}: nodes", graph.vcount(), world.nodes)
    check(f"{version}: edges", graph.ecount(), world.edges)
    event_checks(version, world, {v["id"]: v.attributes() for v in graph.vs})
    if graph.ecount():
        check(f"{version}: edges of each kind", kinds_of(graph.es["kind"]), world.edge_kinds)
        check(f"{version}: weights above 0", min(graph.es["weight"]) > 0, True)
    actors = igraph.Graph.Read_GraphML(os.path.join(folder, "actors.graphml"))
    version = f"igraph {igraph.__version__}, actors.graphml"
    ids = actors.vs["id"] if actors.vcount() else []
    check(f"{version}: pairs", {frozenset((ids[e.source], ids[e.target])) for e in actors.es}, world.pairs)


def with_csv(folder, world):
    for file, rows in (("events.csv", world.events), ("actors.csv", world.actors)):
        with open(os.path.join(folder, file), encoding="utf-8-sig", newline="") as table:
            found = list(csv.DictReader(table, strict=True))
        check(f"csv, {file}: rows", len(found), len(rows))
        check(f"csv, {file}: ids", [row["id"] for row in found], [row["id"] for row in rows])
        formulas = [c for row in found for k, c in row.items() if c and c[0] in "=+-@\t\r" and k not in ("lat", "lon")]
        check(f"csv, {file}: formulas", formulas, [])


def main():
    global failures
    arguments = [a for a in sys.argv[1:] if a != "--if-present"]
    if len(arguments) != 1:
        sys.exit("usage: read_with_python.py [--if-present] FOLDER")
    world = World(os.path.join(arguments[0], "world.jsonl"))
    for name, run in (("networkx", with_networkx), ("igraph", with_igraph)):
        try:
            library = importlib.import_module(name)
        except ImportError:
            if "--if-present" in sys.argv:
                print(f"skipped {name} is not installed")
            else:
                failures += 1
                print(f"FAILED  {name} is not installed; on Debian: apt-get install python3-{name}")
            continue
        run(library, arguments[0], world)
    with_csv(arguments[0], world)
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
