"""Make up statements that report statements: wrap plain sentences of marked texts in another speaker's report."""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from training.attribution.data import Fragment, Marked, Text

_BEFORE = ("said", "reported", "claimed", "announced", "added", "stated", "confirmed", "told reporters", "insisted")
_AFTER = ("said", "reported", "says", "reports", "claimed")
_SMALL = frozenset({"The", "A", "An", "He", "She", "It", "They", "His", "Her", "Its", "Their", "Both", "Two", "Three"})
_LONGEST_SOURCE = 60  # code points
_SENTENCE = re.compile(r"[^.!?\n]+(?:\.(?=\d)[^.!?\n]+)*\.(?=\s|$)")


@dataclass(frozen=True, slots=True)
class _Frame:
    """Hold what stands before and after a wrapped sentence, and the outer source and cue in it."""

    before: str
    after: str
    source: str
    cue: str


def nest(texts: Iterable[Text], wanted: int, chance: random.Random) -> Iterator[Text]:
    """Yield at most so many sentences of texts that each tell one statement, as told by a source of another text."""
    known = list(texts)
    sources = sorted({s for text in known for mark in text.marks if (s := _name(text, mark))})
    plain = [(text, *found.span()) for text in known for found in _SENTENCE.finditer(text.text)]
    usable = [(text, start, stop, marks) for text, start, stop in plain if (marks := _told(text, start, stop))]
    for text, start, stop, marks in chance.sample(usable, min(wanted, len(usable))):
        sentence = text.text[start : stop - 1]
        shift = len(sentence) - len(sentence.lstrip())
        yield _wrapped(text, (start + shift, sentence[shift:]), marks, _frame(chance.choice(sources), chance))


def _name(text: Text, mark: Marked) -> str | None:
    """Return a source that reads well anywhere: one that starts with a capital and is no pronoun, or nothing."""
    if len(mark.source) != 1:
        return None
    name = text.text[slice(*mark.source[0])]
    named = name[:1].isupper() and " " in name and len(name) <= _LONGEST_SOURCE and '"' not in name
    return _lowered(name) if named else None


def _told(text: Text, start: int, stop: int) -> tuple[Marked, ...]:
    """Return the marks of a sentence that begins with the source of an indirect statement, or nothing."""
    inside = tuple(mark for mark in text.marks if _within(mark, start, stop))
    touching = sum(any(a < stop and start < b for a, b in (*mark.cue, *mark.content)) for mark in text.marks)
    sentence = text.text[start:stop]
    if len(inside) != touching or not inside or any(sign in sentence for sign in '"“”:'):
        return ()
    first = min(inside, key=lambda mark: mark.cue)
    at = start + len(sentence) - len(sentence.lstrip())
    return inside if first.source and first.source[0][0] == at and first.content[-1][1] >= stop - 1 else ()


def _within(mark: Marked, start: int, stop: int) -> bool:
    """Tell whether cue, source and content of a mark lie in a sentence."""
    parts = (*mark.cue, *mark.content, *mark.source)
    return bool(mark.cue and mark.content) and all(start <= a and b <= stop for a, b in parts)


def _frame(source: str, chance: random.Random) -> _Frame:
    """Return a way to report a sentence."""
    kind = chance.random()
    if kind < 0.25:
        return _Frame(f"According to {source}, ", ".", source, "According to")
    if kind < 0.5:
        verb = chance.choice(_AFTER)
        return _Frame("", f", {source} {verb}.", source, verb)
    verb = chance.choice(_BEFORE)
    that = "that " if chance.random() < 0.75 else ""
    return _Frame(f"{source[:1].upper()}{source[1:]} {verb} {that}", ".", source, verb)


def _wrapped(text: Text, sentence: tuple[int, str], marks: tuple[Marked, ...], frame: _Frame) -> Text:
    """Return the sentence in its frame, with the outer mark and the moved inner ones."""
    start, inner = sentence
    body = _lowered(inner) if frame.before else inner
    whole = frame.before + body + frame.after
    that = 5 if frame.before.endswith("that ") else 0
    content = (len(frame.before) - that, len(frame.before) + len(body))
    outside = frame.before if frame.before else frame.after
    shift = 0 if frame.before else content[1]
    source_at = shift + outside.lower().index(frame.source.lower())
    cue_at = shift + outside.rindex(frame.cue)
    outer = Marked(((source_at, source_at + len(frame.source)),), ((cue_at, cue_at + len(frame.cue)),), (content,))
    moved = (_moved(mark, len(frame.before) - start) for mark in marks)
    return Text(f"nested {text.name}", whole, text.style, (outer, *moved))


def _moved(mark: Marked, by: int) -> Marked:
    """Return a mark at another place, as one inside another."""

    def move(fragments: tuple[Fragment, ...]) -> tuple[Fragment, ...]:
        return tuple((start + by, stop + by) for start, stop in fragments)

    return replace(mark, source=move(mark.source), cue=move(mark.cue), content=move(mark.content), nested=True)


def _lowered(words: str) -> str:
    """Return words with a small first word in lower case, as inside a sentence."""
    first = words.split(" ", 1)[0]
    return words[0].lower() + words[1:] if first in _SMALL else words
