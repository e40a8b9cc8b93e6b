"""Tell what a number counts: the noun it goes with, and what befell it by the verb that governs it."""

from __future__ import annotations

from dataclasses import dataclass

from standoff.annotating.quantities.amounts import Amount
from standoff.annotating.quantities.fates import behind, fate_of, headed, is_toll, put_at
from standoff.annotating.times.line import Line
from standoff.codebook.measures import Measure, MeasureBook
from standoff.model.parse import Parse

_VAGUE_ALONE = frozenset({"several", "few", "many", "numerous"})
_NOT_COUNTS = frozenset(
    {"no.", "number", "article", "resolution", "chapter", "section", "page", "room", "channel", "flight", "route",
     "highway", "zone", "area", "phase", "protocol", "unit", "ward", "gate", "act", "level", "figure", "table"}
)  # fmt: skip
_NOBODY = frozenset({"no", "not", "any", "every", "each", "some", "the"})  # before `one`, which then counts nobody
_NAMED = frozenset({"LAW", "PRODUCT", "FAC", "WORK_OF_ART", "EVENT", "ORG"})


@dataclass(frozen=True, slots=True)
class Counted:
    """Hold what is counted: tokens `[start, stop)` of the whole, kind, unit and noun."""

    start: int
    stop: int
    kind: str
    unit: str | None
    noun: str | None


def what_is_counted(line: Line, parse: Parse, amount: Amount, measures: MeasureBook) -> Counted | None:
    """Return what an amount counts, or nothing where the number is a name, a label or counts nothing."""
    number = amount.stop - 1
    money = measures.nouns.get(line.word(amount.start - 1))
    if money and money.role == "currency":
        return Counted(amount.start - 1, amount.stop, "money", money.unit, None)
    unit = _unit(line, amount.stop, measures)
    if unit:
        return Counted(amount.start, unit[1], unit[0].kind, unit[0].unit, line.word(unit[1] - 1))
    if _is_label(line, parse, amount):
        return None
    noun = _noun(parse, number, amount.stop)
    if noun is None:
        return _alone(line, parse, amount, measures)
    return _of_noun(line, parse, amount, noun, measures)


def _unit(line: Line, at: int, measures: MeasureBook) -> tuple[Measure, int] | None:
    """Return the unit of measure or currency right behind a number, a hyphen between or not, and the token after it."""
    at += 1 if line.word(at) == "-" else 0
    for length in (2, 1):
        words = " ".join(line.word(at + step) for step in range(length))
        found = measures.nouns.get(words)
        if found and found.role in ("unit", "currency") and (len(words) > 1 or found.kind != "money"):
            stop = at + length
            if line.word(stop) == "-" and line.word(stop + 1) in ("wide", "long", "deep", "high", "range", "thick"):
                stop += 2
            return found, stop
    return None


def _is_label(line: Line, parse: Parse, amount: Amount) -> bool:
    """Tell whether a number is part of a name or numbers a thing: `Resolution 242`, `S-300`, `Article 51`."""
    start, number = amount.start, amount.stop - 1
    before = line.word(start - 1)
    if "/" in f"{line.word(number)}{line.word(amount.stop)[:1]}":
        return True  # "WARNING 027/JUL/2025"
    glued = before == "-" and number == start and start > 1 and parse.stops[start - 2] == parse.starts[start - 1]
    if before in _NOT_COUNTS or (glued and line.word(start - 2)[-1:].isalpha()):
        return True
    if line.word(amount.stop) == "-" and line.word(amount.stop + 1) != "strong":
        return True  # "a 13-point plan", "a two-year war"; units are read before
    head = parse.heads[number]
    tied = head < start and parse.deps[number] in ("nummod", "appos") and parse.pos[head] == "PROPN"
    if tied and ":" not in line.words[head:start]:  # "Kherson: 31 killed"
        return True
    if parse.entities[number] in _NAMED and parse.pos[head] == "PROPN":
        return True
    if line.word(start) != "one":
        return False
    return before in _NOBODY or line.word(start + 1) in ("another", "by", "day", "side", "hand")


def _noun(parse: Parse, number: int, stop: int) -> int | None:
    """Return the noun that a number counts: its head to the right, or the noun behind `of`."""
    head = parse.heads[number]
    if stop < len(parse) and parse.forms[stop] == ":":
        return None  # "20: 13 civilians and 7 soldiers"
    if parse.deps[number] in ("nummod", "quantmod", "compound", "amod", "det", "predet") and head > number:
        while parse.deps[head] in ("compound", "quantmod", "nummod") and parse.heads[head] > head:
            head = parse.heads[head]
        if parse.tags[head] == "NN" and parse.tags[min(head + 1, len(parse) - 1)] == "CC" and number + 1 == head:
            head = _next_noun(parse, head) or head  # "six cruise and ballistic missiles"
        return head if parse.pos[head] in ("NOUN", "PROPN", "ADJ", "VERB", "NUM") and head - number < 8 else None
    if stop < len(parse) and parse.forms[stop] == "of":
        return next((child for child in parse.children_of(stop, "pobj") if child - stop < 6), None)
    return _next_noun(parse, stop)


def _next_noun(parse: Parse, at: int) -> int | None:
    """Return the plural noun right behind a number that the parser tied elsewhere, adjectives between or not."""
    for token in range(at, min(at + 4, len(parse))):
        if parse.tags[token] in ("NNS", "NNPS"):
            return token
        if parse.tags[token] not in ("JJ", "NN", "NNP", "VBN", "CC"):
            return None
    return None


def _of_noun(line: Line, parse: Parse, amount: Amount, noun: int, measures: MeasureBook) -> Counted | None:
    """Return what a number with its noun counts."""
    measure = _measure(line, parse, noun, measures)
    fate = behind(line, parse, noun + 1, measures) or fate_of(parse, noun, measures)
    if fate is None and line.word(amount.stop) == "of":
        fate = fate_of(parse, amount.stop - 1, measures)
    kind = fate.kind if fate is not None else None
    if measure is None and line.word(amount.start) in _VAGUE_ALONE and parse.entities[noun] != "NORP":
        return None
    if line.follows(amount.start, "one", "of") and kind is None and (measure is None or measure.kind != "equipment"):
        return None
    stop = max(noun + 1, amount.stop)
    word = parse.lemmas[noun].lower()
    if not word[:1].isalpha():
        return None
    if measure is None:
        person = parse.entities[noun] == "NORP"
        told = fate is not None and (person or (amount.low is not None and fate.role != "either"))
        verb_kind = kind if told else None
        return Counted(amount.start, stop, verb_kind or "count", "people" if person or verb_kind else word, word)
    if measure.role == "person" or measure.kind == "troops":
        return Counted(amount.start, stop, kind or measure.kind, measure.unit, word)
    return Counted(amount.start, stop, measure.kind, measure.unit, word)


def _measure(line: Line, parse: Parse, noun: int, measures: MeasureBook) -> Measure | None:
    """Return the codebook's measure of a noun, by two words first."""
    lemma = parse.lemmas[noun].lower()
    before = line.word(noun - 1)
    for key in (f"{before} {lemma}", f"{before} {line.word(noun)}", line.word(noun), lemma):
        if key in measures.nouns:
            return measures.nouns[key]
    return None


def _alone(line: Line, parse: Parse, amount: Amount, measures: MeasureBook) -> Counted | None:
    """Return what a number without a noun counts, which its verb must tell: `killed 12`, `two wounded`."""
    if line.word(amount.start) in _VAGUE_ALONE:
        return None
    stop = amount.stop + (1 if line.word(amount.stop) in ("more", "others", "other") else 0)
    fate = behind(line, parse, stop, measures) or fate_of(parse, amount.stop - 1, measures)
    if fate is None and is_toll(parse, amount.stop - 1):
        return Counted(amount.start, stop, "killed", "people", None)
    fate = fate or put_at(line, amount.start, measures) or headed(line, parse, amount.start, measures)
    return Counted(amount.start, stop, fate.kind, "people", None) if fate else None
