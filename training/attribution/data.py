"""Read marked texts (PolNeAR, and folders in the layout of our own gold) as windows with labels."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from standoff.attributing.tagging.windows import Window, paragraphs, windows

Fragment = tuple[int, int]
ACTS = (
    "inform", "accuse", "deny", "assert", "comment", "reject", "justify", "confirm", "demand", "criticise", "urge",
    "threaten", "assess", "promise", "request", "declare", "offer", "warn", "support", "concern", "hearsay", "agree",
    "thank", "recognise", "contact",
)  # fmt: skip
FORMS = ("indirect", "mixed", "direct")
POLNEAR, OURS = 0, 1


@dataclass(frozen=True, slots=True)
class Marked:
    """Hold one attribution: fragments of source, cue and content, and what our own gold says beside (-1: not said)."""

    source: tuple[Fragment, ...]
    cue: tuple[Fragment, ...]
    content: tuple[Fragment, ...]
    nested: bool = False
    act: int = -1
    negated: int = -1
    hedged: int = -1
    form: int = -1


@dataclass(frozen=True, slots=True)
class Text:
    """Hold one marked text and the style of its marks."""

    name: str
    text: str
    style: int
    marks: tuple[Marked, ...]


@dataclass(frozen=True, slots=True)
class Cue:
    """Hold one cue of a window: its words `[first, after)`, role labels a word, and its labels (-1: not said)."""

    first: int
    after: int
    roles: tuple[int, ...]
    labels: tuple[int, int, int, int]
    nested: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    """Hold one window with its three rows of BIO labels (source, cue, content) and its cues."""

    window: Window
    style: int
    rows: tuple[tuple[int, ...], ...]
    cues: tuple[Cue, ...] = field(default=())


def polnear(folder: Path, split: str) -> Iterator[Text]:
    """Yield the texts of a PolNeAR split, each with its first annotator's marks."""
    marks = defaultdict(list)
    for path in sorted((folder / "data" / split / "attributions").glob("*.ann")):
        marks[path.stem.rsplit("_", 1)[0]].append(path)
    for name, paths in marks.items():
        source = folder / "data" / split / "text" / f"{name}.txt"
        if source.exists():
            text = source.read_bytes().decode("utf-8")
            yield Text(name, text, POLNEAR, tuple(_brat(paths[0].read_text(encoding="utf-8"))))


def _brat(marks: str) -> Iterator[Marked]:
    """Yield the attributions of a brat stand-off file."""
    spans: dict[str, tuple[Fragment, ...]] = {}
    for line in marks.splitlines():
        if found := re.match(r"(T\d+)\t\w+ ([\d ;]+)\t", line):
            pairs = (part.split() for part in found[2].split(";"))
            spans[found[1]] = tuple((int(a), int(b)) for a, b in pairs)
    for line in marks.splitlines():
        if not re.match(r"E\d+\t", line):
            continue
        roles: dict[str, tuple[Fragment, ...]] = {"Source": (), "Cue": (), "Content": ()}
        for role, name in re.findall(r"(Source|Cue|Content)\d*:(T\d+)", line):
            roles[role] += spans.get(name, ())
        yield Marked(roles["Source"], roles["Cue"], roles["Content"])


def real(folder: Path, leave_out: Iterable[str] = ()) -> Iterator[Text]:
    """Yield the reports of a folder with `statements.jsonl`, but those whose file name begins with a given prefix."""
    rows = defaultdict(list)
    for line in (folder / "statements.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        rows[row["file"]].append(row)
    for name in sorted(rows):
        if not any(name.startswith(prefix) for prefix in leave_out):
            text = (folder / name).read_bytes().decode("utf-8")
            yield Text(name, text, OURS, tuple(_ours(rows[name])))


def written(path: Path) -> Iterator[Text]:
    """Yield the marked passages of a JSONL file."""
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        yield Text(row["id"], row["text"], OURS, tuple(_ours(row["statements"])))


def _ours(rows: list[dict[str, object]]) -> Iterator[Marked]:
    """Yield the core statements among rows of our own gold as marks."""
    for row in rows:
        if not row["core"] or not row["cue"]:
            continue
        yield Marked(
            source=_fragments([row["source"]] if row["source"] else []),
            cue=_fragments(row["cue"]),
            content=_fragments(row["content"]),
            nested=row["parent"] is not None,
            act=ACTS.index(str(row["act"])) if row["act"] in ACTS else -1,
            negated=int(bool(row["negated"])),
            hedged=int(bool(row["hedged"])),
            form=FORMS.index(str(row["form"])) if row["form"] in FORMS else -1,
        )


def _fragments(rows: object) -> tuple[Fragment, ...]:
    """Return `{start, end}` rows as sorted fragments, those a space apart joined."""
    assert isinstance(rows, list)
    merged: list[Fragment] = []
    for start, stop in sorted((row["start"], row["end"]) for row in rows):
        if merged and start - merged[-1][1] <= 1:
            merged[-1] = (merged[-1][0], max(stop, merged[-1][1]))
        else:
            merged.append((start, stop))
    return tuple(merged)


def items(text: Text) -> Iterator[Item]:
    """Yield the labelled windows of a text."""
    for start, stop in paragraphs(text.text):
        for window in windows(text.text, start, stop):
            yield _labelled(window, text)


def _labelled(window: Window, text: Text) -> Item:
    """Return a window with the labels of the marks that touch it."""
    n = len(window.starts)
    rows = [[0] * n for _ in range(3)]
    cues: list[Cue] = []
    for mark in text.marks:
        roles = [0] * n
        for row, fragments, begin in ((0, mark.source, 1), (1, mark.cue, 0), (2, mark.content, 3)):
            for fragment in fragments:
                words = window.words_in(*fragment)
                if not words:
                    continue
                if row == 1 or not mark.nested:
                    _fill(rows[row], words, 1)
                if begin:
                    _fill(roles, words, begin)
        found = [words for words in (window.words_in(*fragment) for fragment in mark.cue) if words]
        if found:
            labels = (mark.act, mark.negated, mark.hedged, mark.form)
            cues.append(Cue(found[0].start, found[-1].stop, tuple(roles), labels, mark.nested))
    return Item(window, text.style, tuple(tuple(row) for row in rows), tuple(cues))


def _fill(row: list[int], words: range, begin: int) -> None:
    """Write `begin` at the first of some words and `begin + 1` at the others."""
    row[words.start] = begin
    for word in words[1:]:
        row[word] = begin + 1
