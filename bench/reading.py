"""Score reading: blocks hold all text, furniture and credits found against a hand list, undated reports dated right."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.report import Report, label
from bench.rows import objects
from standoff.codebook.load import FOLDER
from standoff.codebook.publishers import PublisherBook, load_publishers
from standoff.model.clock import UNKNOWN, Interval
from standoff.model.document import EXCLUDED, Document, Reading
from standoff.reading.dating import date_documents, needs_date
from standoff.reading.layout import lay_out
from standoff.reading.read import read
from standoff.reading.side import stated
from standoff.reading.stamps import interval, published

# Made by reading: offsets into the text of furniture (metadata among it) and of credits, by SHA-256 of the file.
HAND_LIST = Path(__file__).parent / "data" / "boilerplate.jsonl"


@dataclass(frozen=True, slots=True)
class Dated:
    """Count dates against a key.

    Claimed to the day, of these right within a day and off by more than two; given as an interval, of these holding
    the day; and all whose every possible day lies within a day of the right one.
    """

    documents: int
    exact: int
    near: int
    far: int
    wide: int
    held: int
    close: int


def run(data: Path, split: str | None) -> Report:
    """Read a folder and score what can be scored; dates need side files or the gold file of the same name."""
    del split  # all of a folder is read
    publishers = load_publishers(FOLDER)
    documents = [found.document for found in read(data, publishers) if isinstance(found, Reading)]
    metrics = {"documents": float(len(documents)), "covered": _covered(documents)} | _furniture(documents)
    gold = _gold_days(data)
    if gold:
        metrics |= _by_gold(documents, gold)
    key = {document.id: document.published for document in documents if _side_date(document) is not None}
    if key:
        metrics |= _hidden(documents, key, publishers)
    return Report("reading", label(data), len(documents), metrics)


def _covered(documents: Sequence[Document]) -> float:
    """Return the share of characters other than space that lie in exactly one block."""
    seen = total = 0
    for document in documents:
        times = bytearray(len(document.text))
        for block in document.blocks:
            for offset in range(block.start, block.stop):
                times[offset] = min(2, times[offset] + 1)
        inked = [count for count, char in zip(times, document.text, strict=True) if not char.isspace()]
        seen, total = seen + sum(count == 1 for count in inked), total + len(inked)
    return seen / max(1, total)


def _furniture(documents: Sequence[Document]) -> dict[str, float]:
    """Return precision and recall of characters against the hand list, for furniture and for credits."""
    listed = {row["raw_sha256"]: row for row in objects(HAND_LIST)}
    known = [(document, listed[document.raw_sha256]) for document in documents if document.raw_sha256 in listed]
    metrics: dict[str, float] = {}
    for name, kinds in (("boilerplate", EXCLUDED), ("credit", frozenset({"credit"}))):
        hit = found = meant = 0
        for document, row in known:
            ours = _offsets(document, ((b.start, b.stop) for b in document.blocks if b.kind in kinds))
            theirs = _offsets(document, row[name])
            hit, found, meant = hit + len(ours & theirs), found + len(ours), meant + len(theirs)
        if meant:
            metrics |= {f"{name}_recall": hit / meant, f"{name}_precision": hit / max(1, found)}
    return metrics


def _offsets(document: Document, spans: Iterable[Sequence[int]]) -> set[int]:
    """Return the offsets of characters other than space in some spans."""
    return {at for start, stop in spans for at in range(start, stop) if not document.text[at].isspace()}


def _gold_days(data: Path) -> dict[str, str]:
    """Return the days of publication by file name that the gold file of the folder's name gives, if there is one."""
    for file in (data / "times.jsonl", data.parent / "gold" / data.name / "times.jsonl"):
        if file.is_file():
            first = json.loads(file.read_text(encoding="utf-8").partition("\n")[0])
            return {name: row["value"] for name, row in first["dct"].items() if row["source"] == "inferred"}
    return {}


def _by_gold(documents: Sequence[Document], gold: Mapping[str, str]) -> dict[str, float]:
    """Return the share of undated documents that are dated to the right day."""
    waiting = [document for document in documents if needs_date(document)]
    found = date_documents(waiting, [document for document in documents if not needs_date(document)])
    asked = [document for document in documents if Path(document.path).name in gold]
    right = sum(
        found.get(document.id, document.published).earliest == gold[Path(document.path).name]
        and found.get(document.id, document.published).exact
        for document in asked
    )
    return {"undated": float(len(asked)), "dated_right": right / max(1, len(asked))}


def _side_date(document: Document) -> Interval | None:
    """Return the day that the side file of a document states, or nothing."""
    side = Path(document.path).with_suffix(".json")
    if not side.is_file():
        return None
    facts = stated(json.loads(side.read_text(encoding="utf-8")))
    return interval(facts.published, "stated") if facts.published else None


def _hidden(documents: Sequence[Document], key: Mapping[str, Interval], publishers: PublisherBook) -> dict[str, float]:
    """Return the scores with stated dates and prefixes hidden.

    `hidden`: of all at once, datelines and web addresses left; `text`: of all at once, the text alone left;
    `one_hidden`: of each, the text alone left, with the others known.
    """
    left = _together([_without_date(document, publishers, document.url) for document in documents])
    text = _together([_without_date(document, publishers, None) for document in documents])
    alone = {
        document.id: date_documents(
            [dataclasses.replace(document, published=UNKNOWN)], [d for d in documents if d.id != document.id]
        ).get(document.id, UNKNOWN)
        for document in documents
    }
    shares = _scores("hidden", _count(left, key)) | _scores("text", _count(text, key))
    return shares | _scores("one_hidden", _count(alone, key))


def _together(documents: Sequence[Document]) -> dict[str, Interval]:
    """Return what is known or found of the dates of documents in one batch."""
    waiting = [document for document in documents if needs_date(document)]
    found = date_documents(waiting, [document for document in documents if not needs_date(document)])
    return {document.id: found.get(document.id, document.published) for document in documents}


def _without_date(document: Document, publishers: PublisherBook, url: str | None) -> Document:
    """Return a document that knows of its date only what its datelines print and a web address says."""
    stamps = lay_out(document.text, publishers).stamps
    return dataclasses.replace(document, published=published(UNKNOWN, None, stamps, url))


def _count(found: Mapping[str, Interval], key: Mapping[str, Interval]) -> Dated:
    """Count found dates against the key."""
    exact = near = far = wide = held = close = 0
    for name, meant in key.items():
        guess = found[name]
        close += _within_a_day(guess, meant)
        if guess.exact and guess.first_day and meant.first_day and meant.last_day:
            off = max((meant.first_day - guess.first_day).days, (guess.first_day - meant.last_day).days, 0)
            exact, near, far = exact + 1, near + (off <= 1), far + (off > 2)
        elif guess.known:
            wide, held = wide + 1, held + guess.overlaps(meant)
    return Dated(len(key), exact, near, far, wide, held, close)


def _within_a_day(guess: Interval, meant: Interval) -> bool:
    """Tell whether every day of a guess lies within a day of those meant."""
    if not (guess.first_day and guess.last_day and meant.first_day and meant.last_day):
        return False
    return (meant.first_day - guess.first_day).days <= 1 and (guess.last_day - meant.last_day).days <= 1


def _scores(name: str, count: Dated) -> dict[str, float]:
    """Return the shares of a count."""
    return {
        f"{name}_documents": float(count.documents),
        f"{name}_within_a_day": count.close / max(1, count.documents),
        f"{name}_exact": count.exact / max(1, count.documents),
        f"{name}_exact_within_a_day": count.near / max(1, count.exact),
        f"{name}_exact_off_by_over_two": float(count.far),
        f"{name}_interval": count.wide / max(1, count.documents),
        f"{name}_interval_holds": count.held / max(1, count.wide),
    }
