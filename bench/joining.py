"""Score joining: look-alikes that must stay apart, incidents per happening, and documents grouped into happenings.

`--data` is a folder of reports with hard_negatives.jsonl and contradictions.jsonl, or giveme5w1h (articles in JSON with
a `category`, scored by the adjusted Rand index of documents).
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from math import comb
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from bench.analysed import Analysed, analyse, texts
from bench.report import Report, label
from standoff.model.incident import Incident


def run(data: Path, split: str | None) -> Report:
    """Score joining on a folder of reports or of articles grouped by happening."""
    if (data / "hard_negatives.jsonl").exists():
        return _reports(data, split)
    return _happenings(data, split)


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
    for row in _json(data / "hard_negatives.jsonl"):
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
    for row in _json(data / "contradictions.jsonl"):
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
    with TemporaryDirectory() as folder:
        path = Path(folder) / "articles.jsonl"
        path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        analysed = analyse([path])
    happening = {row["text"].strip()[:200]: row["category"] for row in rows}
    truth = {
        key: happening.get(document.text.strip()[:200], key) for key, document in analysed.record.documents.items()
    }
    found = _groups(analysed)
    keys = sorted(truth)
    score = adjusted_rand([truth[key] for key in keys], [found[key] for key in keys])
    return Report(
        "joining", label(data), len(keys), {"adjusted_rand": score, "groups": float(len(set(found.values())))}
    )


def _folders(data: Path, split: str | None) -> list[Path]:
    """Return the folders of articles."""
    return [data / split] if split else sorted(path for path in data.iterdir() if path.is_dir())


def _articles(folder: Path) -> Iterator[dict[str, str]]:
    """Yield the articles of a folder as rows to read."""
    for path in sorted(folder.glob("*.json")):
        row = json.loads(path.read_text(encoding="utf-8"))
        if row.get("text") and row.get("category"):
            yield {
                "id": path.stem,
                "text": row["text"],
                "title": row.get("title") or "",
                "published": (row.get("date_publish") or "")[:10],
                "category": row["category"],
            }


def _groups(analysed: Analysed) -> dict[str, str]:
    """Return a group for each document: that of the incident most of its events are in, shared incidents first."""
    main: dict[str, Incident] = {}
    for key in analysed.record.documents:
        held = [incident for incident in analysed.joined.incidents if key in incident.documents]
        if held:
            main[key] = max(
                held, key=lambda i: (len(i.documents) > 1, _share(i, key, analysed), len(i.documents), i.id)
            )
    return {key: main[key].id if key in main else key for key in analysed.record.documents}


def _share(incident: Incident, document: str, analysed: Analysed) -> int:
    """Return how many events of an incident a document tells."""
    return sum(1 for event in incident.events if analysed.record.events[event].document == document)


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


def _json(path: Path) -> Iterator[Any]:
    """Yield the rows of a JSON Lines file."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip():
            yield json.loads(line)
