"""Score joining: look-alikes that must stay apart, incidents per happening, and documents grouped into happenings.

`--data` is a folder of reports with hard_negatives.jsonl and contradictions.jsonl, giveme5w1h (articles in JSON with a
`newsCluster` or `category`, scored by the adjusted Rand index of documents), or ECB+ (see bench/ecbplus.py).
"""

from __future__ import annotations

import json
from ast import literal_eval
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from math import comb
from pathlib import Path
from typing import Any

from bench import ecbplus
from bench.analysed import Analysed, analyse, texts
from bench.report import Report, label
from bench.rows import objects
from standoff.codebook.load import FOLDER
from standoff.codebook.spread import load_spread
from standoff.joining.stories import stories


def run(data: Path, split: str | None) -> Report:
    """Score joining on a folder of reports or of articles grouped by happening."""
    if (data / "hard_negatives.jsonl").exists():
        return _reports(data, split)
    return ecbplus.run(data, split) if (data / ecbplus.VALID).exists() else _happenings(data, split)


def _reports(data: Path, split: str | None) -> Report:
    """Score hard negatives and incidents per happening."""
    analysed = analyse(texts(data))
    merged = list(_merged(data, analysed, "different incidents"))
    doubtful = list(_merged(data, analysed, ""))
    spread = list(_spread(data, analysed))
    if split == "list":
        for item in (*doubtful, *(f"{name}: {count} incidents" for name, count in spread)):
            print(item)
    found = [count for _, count in spread if count]
    metrics = {
        "merged": float(len(merged)),
        "merged_or_alike": float(len(doubtful)),
        "incidents_per_happening": sum(found) / max(len(found), 1),
        "happenings_met": float(len(found)),
        "incidents": float(len(analysed.joined.incidents)),
    }
    return Report("joining", label(data), len(spread), metrics)


def _merged(data: Path, analysed: Analysed, why: str) -> Iterator[str]:
    """Yield incidents that hold events of both hands of a look-alike given for a reason.

    Only rows on different incidents must stay apart; the others (names of two sides, a date of two days) tell of
    happenings that both texts report, and are shown for reading.
    """
    for row in objects(data / "hard_negatives.jsonl"):
        if why not in row["why"]:
            continue
        for incident in analysed.joined.incidents:
            names = {analysed.path(document) for document in incident.documents}
            if names & set(row["files_a"]) and names & set(row["files_b"]):
                yield f"merged: {incident.label} ({row['topic']})"


def _spread(data: Path, analysed: Analysed) -> Iterator[tuple[str, int]]:
    """Yield each known happening with the least number of incidents that its two anchors are spread over."""
    evidence: defaultdict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for claim in analysed.compared.claims:
        for span in claim.evidence:
            evidence[analysed.path(span.document)].append((span.start, span.stop, claim.incident))
    contents = {analysed.path(key): document.text for key, document in analysed.record.documents.items()}
    for row in objects(data / "contradictions.jsonl"):
        hands = []
        for hand in ("A", "B"):
            file, words = row[hand]["file"], row[hand]["anchor"]
            start = contents[file].index(words)
            hands.append({i for a, b, i in evidence[file] if a <= start and start + len(words) <= b})
        met = [hand for hand in hands if hand]
        yield f"{row['id']} {row['topic']}", 0 if not met else 1 if len(met) == 1 or met[0] & met[1] else 2


def _happenings(data: Path, split: str | None) -> Report:
    """Score the grouping of articles into happenings; `--split` names a subfolder."""
    rows = [row for folder in _folders(data, split) for row in _articles(folder)]
    texts_ = {row["id"]: f"{row['title']}\n{row['title']}\n{row['text']}" for row in rows}
    found = stories(texts_, load_spread(FOLDER))
    group = {key: number for number, keys in enumerate(found) for key in keys}
    score = adjusted_rand([row["category"] for row in rows], [group[row["id"]] for row in rows])
    return Report("joining", label(data), len(rows), {"adjusted_rand": score, "groups": float(len(found))})


def _folders(data: Path, split: str | None) -> list[Path]:
    """Return the folder of articles: the one named, that of the 69 happenings where it is there, or the data itself."""
    if split:
        return [data / split]
    return [data / "news_cluster"] if (data / "news_cluster").is_dir() else [data]


def _articles(folder: Path) -> Iterator[dict[str, str]]:
    """Yield the articles of a folder that have a text and a happening."""
    for path in sorted(folder.glob("*.json")):
        row = json.loads(path.read_text(encoding="utf-8"))
        name = happening(row)
        if row.get("text") and name:
            yield {"id": path.stem, "text": row["text"], "title": row.get("title") or "", "category": name}


def happening(row: dict[str, Any]) -> str:
    """Return the happening an article is of: the id of its cluster (a mapping, or one written as Python), or a name."""
    cluster = row.get("newsCluster")
    if isinstance(cluster, str):
        cluster = literal_eval(cluster)
    return str(cluster["EventId"]) if cluster else row.get("category") or ""


def adjusted_rand(truth: Sequence[Hashable], found: Sequence[Hashable]) -> float:
    """Return the adjusted Rand index of two groupings of the same items."""
    total = comb(len(truth), 2)
    both = _pairs(zip(truth, found, strict=True))
    one, other = _pairs(truth), _pairs(found)
    expected = one * other / total if total else 0.0
    most = (one + other) / 2
    return (both - expected) / (most - expected) if most != expected else 1.0


def _pairs(items: Iterable[Hashable]) -> float:
    """Return how many pairs of items are in one group."""
    return float(sum(comb(count, 2) for count in Counter(items).values()))
