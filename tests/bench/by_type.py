"""The figures of score_dev by PLOVER type, and which rules fire. Matching is the scorers' own, imported from the evaluation folder."""
import collections
import importlib.util
import json
import pathlib
import zlib

SEALED_FOLD = 4  # of the suite: scored as a whole, never looked at by type


def scorer(path):
    """A scorer of the evaluation folder as a module."""
    spec = importlib.util.spec_from_file_location(path.stem, path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def lines(path):
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def ratio(part, whole):
    return f"{part / whole:.3f}" if whole else "    -"


def events(score, gold, records):
    """Of each type: gold events, the share found with any type and with this one; coded events, the share in the gold, and so typed."""
    coded = {record["article"]["id"]: record.get("events", []) for record in lines(records)}
    texts = {article["id"]: score.norm((article.get("title") or "") + "\n" + article["text"])
             for article in lines(gold / "articles.jsonl")}
    count = collections.defaultdict(collections.Counter)
    for path in sorted(gold.glob("*.json")):
        article = json.loads(path.read_text(encoding="utf-8"))
        wanted, got = article["events"], coded.get(article["id"], [])
        score.check(got, texts.get(article["id"]), {}, collections.Counter())
        for event in wanted:
            count[event["plover"]]["gold"] += 1
        for event in got:
            count[event["plover"]]["coded"] += 1
        for i, j in score.match(wanted, got):
            count[wanted[i]["plover"]]["recalled"] += 1
            count[got[j]["plover"]]["matched"] += 1
            count[wanted[i]["plover"]]["typed"] += wanted[i]["plover"] == got[j]["plover"]
    text = f"{'':12} {'gold':>5} {'found R':>8} {'typed R':>8} {'coded':>6} {'found P':>8} {'typed P':>8}\n"
    for kind, n in sorted(count.items(), key=lambda item: (-item[1]["gold"], item[0])):
        text += (f"{kind:12} {n['gold']:5} {ratio(n['recalled'], n['gold']):>8} {ratio(n['typed'], n['gold']):>8}"
                 f" {n['coded']:6} {ratio(n['matched'], n['coded']):>8} {ratio(n['typed'], n['coded']):>8}\n")
    return text


def open_sentences(suite):
    """The suite without its sealed fold."""
    return [row for row in lines(suite) if zlib.crc32(row["id"].encode()) % 5 != SEALED_FOLD]


def sentences(score, suite, records):
    """Of each type of the suite: sentences, the share coded with it, and the other types that came instead."""
    coded = {record["article"]["id"]: record.get("events", []) for record in lines(records)}
    count, instead = collections.Counter(), collections.defaultdict(collections.Counter)
    for row in open_sentences(suite):
        gold = row["events"][0]
        wanted = score.ROOT.get(gold["code"], gold["code"])
        best = max(coded.get(row["id"], []), key=lambda event: (score.fit(event, gold), event.get("salience", 0)), default=None)
        got = "no event"
        if best is not None and score.fit(best, gold) > 0:
            got = score.ROOT.get(best["plover"], best["plover"])
        count[wanted] += 1
        instead[wanted][got] += 1
    text = ""
    for kind, n in count.most_common():
        others = ", ".join(f"{other} {times}" for other, times in instead[kind].most_common() if other != kind)
        text += f"{kind:12} {n:5} {ratio(instead[kind][kind], n):>8}   else {others or 'nothing'}\n"
    return text


def rules(folder, gold_records, *other_records):
    """How many rules found an event (the one named by why.rule), and how many are known from one gold article alone."""
    names = [line.split()[1] for path in sorted(folder.glob("*.rules"))
             for line in path.read_text(encoding="utf-8").splitlines() if line.startswith("rule ")]
    articles = collections.defaultdict(set)
    elsewhere = set()
    for record in lines(gold_records):
        for event in record.get("events", []):
            articles[event["why"]["rule"]].add(record["article"]["id"])
    for path in other_records:
        elsewhere |= {event["why"]["rule"] for record in lines(path) for event in record.get("events", [])}
    fire = set(articles) | elsewhere
    lone = sorted(rule for rule, where in articles.items() if len(where) == 1 and rule not in elsewhere)
    text = f"{len(fire)} of {len(names)} rules fire; {len(articles)} on the dev gold, {len(elsewhere)} elsewhere\n"
    text += f"{len(lone)} fire on one article of the dev gold and nowhere else: {', '.join(lone) or '-'}\n"
    return text
