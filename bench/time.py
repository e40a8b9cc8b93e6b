"""Score time expressions: strict, relaxed and value F1 on TimeML folders and on the seeds' times.jsonl."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from bench.report import Report, Watch, label
from bench.rows import objects
from standoff.annotating.parsing.language import Language, load
from standoff.annotating.times.mark import mark_times
from standoff.codebook.load import Codebook
from standoff.codebook.load import load as load_codebook
from standoff.grounding.times.resolve import ground_times
from standoff.model.annotation import Annotation
from standoff.model.clock import UNKNOWN, Interval, on_day
from standoff.model.document import Block, Document, document_id
from standoff.model.ids import digest
from standoff.model.page import page


@dataclass(frozen=True, slots=True)
class Expression:
    """Hold one time expression: code-point offsets, type and TIMEX3 value."""

    start: int
    stop: int
    type: str
    value: str | None


@dataclass(frozen=True, slots=True)
class Case:
    """Hold a document and its gold expressions; `skipped` are gold marks that are neither hits nor misses."""

    document: Document
    gold: tuple[Expression, ...]
    skipped: tuple[Expression, ...] = ()


def run(data: Path, split: str | None) -> Report:
    """Score all documents of a folder (TimeML files, or a folder with times.jsonl); `split` names a subfolder."""
    cases = list(read_cases(data, split))
    language, codebook = load(), load_codebook()
    watch = Watch()
    scored = [(case, tuple(found(case.document, language, codebook, watch))) for case in cases]
    speed = {"words_a_second_beside_the_parse": watch.speed()}
    return Report("time", label(data), sum(len(case.gold) for case in cases), score(scored) | speed)


def read_cases(data: Path, split: str | None) -> Iterator[Case]:
    """Yield the cases of a data folder."""
    if (data / "times.jsonl").exists():
        yield from _seed_cases(data)
        return
    for path in sorted((data / split if split else data).rglob("*.tml")):
        yield _timeml_case(path)


def _document(text: str, path: Path, published: Interval) -> Document:
    """Build a document whose paragraphs are parted by empty lines."""
    sha = digest(text.encode("utf-8", "surrogatepass"))
    blocks, start = [], 0
    for part in text.split("\n\n"):
        if part.strip():
            blocks.append(Block("paragraph", start, start + len(part)))
        start += len(part) + 2
    return Document(
        document_id(text, None, path.name), text, sha, sha, path.name, published=published, blocks=tuple(blocks)
    )


def _timeml_case(path: Path) -> Case:
    """Read a TimeML file; its creation time is told, all else hidden."""
    root = ET.parse(path).getroot()
    body, stamp = root.find("TEXT"), root.find("DCT/TIMEX3")
    assert body is not None
    assert stamp is not None
    gold: list[Expression] = []
    text = _collect(body, "", gold)
    day = (stamp.get("value") or "")[:10]
    published = on_day(date.fromisoformat(day), "metadata") if len(day) == 10 else UNKNOWN
    return Case(_document(text, path, published), tuple(gold))


def _collect(node: ET.Element, text: str, gold: list[Expression]) -> str:
    """Return the text with that of a node appended, noting each TIMEX3."""
    start = len(text)
    text += node.text or ""
    for child in node:
        text = _collect(child, text, gold)
        text += child.tail or ""
    if node.tag == "TIMEX3":
        gold.append(Expression(start, len(text), node.get("type", ""), node.get("value")))
    return text


def _seed_cases(data: Path) -> Iterator[Case]:
    """Read times.jsonl beside the texts; event anchors and dates outside the prose are not scored."""
    rows = list(objects(data / "times.jsonl"))
    dates = rows[0]["dct"]
    texts = next(folder for folder in (data, data.parent.parent / "seeds") if list(folder.glob("*.txt")))
    for name in sorted({row["doc"] for row in rows[1:]}):
        text = (texts / name).read_bytes().decode("utf-8")
        own = [row for row in rows[1:] if row["doc"] == name]
        published = on_day(date.fromisoformat(dates[name]["value"]), "metadata")
        gold = tuple(_expression(row) for row in own if row["kind"] in ("timex3", "vague"))
        skipped = tuple(_expression(row) for row in own if row["kind"] not in ("timex3", "vague"))
        yield Case(_document(text, Path(name), published), gold, skipped)


def _expression(row: dict[str, str | int]) -> Expression:
    """Read one row of times.jsonl."""
    return Expression(int(row["start"]), int(row["end"]), str(row["type"]), str(row["value"]))


def found(document: Document, language: Language, codebook: Codebook, watch: Watch) -> Iterator[Expression]:
    """Yield what the program finds in a document."""
    parse = language.parse(document)
    with watch.over(document.text):
        marks = mark_times(document, parse, codebook.periods)
        laid = page(document, parse, marks)
        values = {tie.annotation: tie.value for tie in ground_times(laid, codebook)}
    for mark in marks:
        if _is_event(mark, codebook):
            continue
        value = values.get(mark.id)
        yield Expression(mark.span.start, mark.span.stop, str(mark.attributes["type"]), value)


def _is_event(mark: Annotation, codebook: Codebook) -> bool:
    """Tell whether a mark is a war or the like by its name, which TimeML takes for an event and no time."""
    period = codebook.periods.by_id.get(str(mark.attributes.get("period")))
    return mark.attributes["form"] == "period" and period is not None and period.value == "fixed"


def score(scored: list[tuple[Case, tuple[Expression, ...]]]) -> dict[str, float]:
    """Return precision, recall and F1, strict and relaxed, and type and value F1 over relaxed pairs."""
    gold = system = strict = relaxed = typed = valued = 0
    for case, ours in scored:
        kept = [e for e in ours if not any(_overlap(e, s) for s in case.skipped)]
        gold, system = gold + len(case.gold), system + len(kept)
        for mine, theirs in pairs(kept, case.gold):
            relaxed += 1
            strict += (mine.start, mine.stop) == (theirs.start, theirs.stop)
            typed += mine.type == theirs.type
            valued += mine.value == theirs.value
    return {
        "strict_f1": _f1(strict, system, gold),
        "relaxed_f1": _f1(relaxed, system, gold),
        "relaxed_precision": relaxed / system if system else 0.0,
        "relaxed_recall": relaxed / gold if gold else 0.0,
        "type_f1": _f1(typed, system, gold),
        "value_f1": _f1(valued, system, gold),
    }


def pairs(ours: list[Expression], gold: tuple[Expression, ...]) -> Iterator[tuple[Expression, Expression]]:
    """Yield overlapping pairs, each expression in one pair at most, the best overlaps first."""
    options = [(_shared(mine, theirs), i, j) for i, mine in enumerate(ours) for j, theirs in enumerate(gold)]
    taken_ours: set[int] = set()
    taken_gold: set[int] = set()
    for shared, i, j in sorted(options, key=lambda option: (-option[0], option[1], option[2])):
        if shared > 0 and i not in taken_ours and j not in taken_gold:
            taken_ours.add(i)
            taken_gold.add(j)
            yield ours[i], gold[j]


def _shared(one: Expression, other: Expression) -> int:
    """Return how many code points two expressions share."""
    return max(0, min(one.stop, other.stop) - max(one.start, other.start))


def _overlap(one: Expression, other: Expression) -> bool:
    """Tell whether two expressions share a code point."""
    return _shared(one, other) > 0


def _f1(right: int, system: int, gold: int) -> float:
    """Return F1 from counts."""
    return 2 * right / (system + gold) if system + gold else 0.0
