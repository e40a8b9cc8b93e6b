"""Tell what a number counts: the noun it goes with, and what befell it by the verb that governs it."""

from __future__ import annotations

from dataclasses import dataclass

from standoff.annotating.quantities.amounts import Amount
from standoff.annotating.times.line import Line
from standoff.codebook.measures import Measure, MeasureBook
from standoff.model.claim import LOSSES
from standoff.model.parse import Parse

_UNDERGOES = frozenset({"dobj", "nsubjpass", "obj", "pobj", "attr", "oprd", "dative", "conj", "appos"})
_BY_THEMSELVES = frozenset(
    {"die", "perish", "drown", "fall", "succumb", "flee", "disappear", "vanish", "surrender", "evacuate", "shelter"}
)
_VAGUE_ALONE = frozenset({"several", "few", "many", "numerous"})
_NOT_COUNTS = frozenset(
    {"no.", "number", "article", "resolution", "chapter", "section", "page", "room", "channel", "flight", "route",
     "highway", "zone", "area", "phase", "protocol", "unit", "ward", "gate", "act", "level", "figure", "table"}
)  # fmt: skip
_NOBODY = frozenset({"no", "not", "any", "every", "each", "some", "the"})  # before `one`, which then counts nobody
_NAMED = frozenset({"LAW", "PRODUCT", "FAC", "WORK_OF_ART", "EVENT", "ORG"})
_BEFALLEN = frozenset({"dead", "deaths", "fatalities", "wounded", "injured", "missing", "displaced", "lives"})
_STANDING = frozenset({"at", "to", "of", ":", '"', "“", "stood", "rose", "climbed", "is", "was", "be", "reached"})
_MARKS = frozenset({":", "-", "–", "—", "="})
_FAR = 4


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
        return head if parse.pos[head] in ("NOUN", "PROPN", "ADJ", "VERB", "NUM") and head - number < 8 else None
    if stop < len(parse) and parse.forms[stop] == "of":
        return next((child for child in parse.children_of(stop, "pobj") if child - stop < 6), None)
    return _next_noun(parse, stop)


def _next_noun(parse: Parse, at: int) -> int | None:
    """Return the plural noun right behind a number that the parser tied elsewhere, adjectives between or not."""
    for token in range(at, min(at + 4, len(parse))):
        if parse.tags[token] in ("NNS", "NNPS"):
            return token
        if parse.tags[token] not in ("JJ", "NN", "NNP", "VBN"):
            return None
    return None


def _of_noun(line: Line, parse: Parse, amount: Amount, noun: int, measures: MeasureBook) -> Counted | None:
    """Return what a number with its noun counts."""
    measure = _measure(line, parse, noun, measures)
    kind = _after(line, parse, noun + 1, measures) or _fate(parse, noun, measures)
    if kind is None and line.word(amount.stop) == "of":
        kind = _fate(parse, amount.stop - 1, measures)
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
        verb_kind = kind if kind and (person or amount.low is not None) else None
        return Counted(amount.start, stop, verb_kind or "count", "people" if person or verb_kind else word, word)
    if measure.role == "person" or measure.kind == "troops":
        return Counted(amount.start, stop, kind or measure.kind, measure.unit, word)
    return Counted(amount.start, stop, measure.kind, measure.unit, word)


def _measure(line: Line, parse: Parse, noun: int, measures: MeasureBook) -> Measure | None:
    """Return the codebook's measure of a noun, by two words first."""
    lemma = parse.lemmas[noun].lower()
    before = line.word(noun - 1)
    for key in (f"{before} {lemma}", f"{before} {line.word(noun)}", lemma, line.word(noun)):
        if key in measures.nouns:
            return measures.nouns[key]
    return None


def _alone(line: Line, parse: Parse, amount: Amount, measures: MeasureBook) -> Counted | None:
    """Return what a number without a noun counts, which its verb must tell: `killed 12`, `two wounded`."""
    if line.word(amount.start) in _VAGUE_ALONE:
        return None
    stop = amount.stop + (1 if line.word(amount.stop) in ("more", "others", "other") else 0)
    kind = _after(line, parse, stop, measures) or _fate(parse, amount.stop - 1, measures)
    if kind is None:
        kind = "killed" if _toll(parse, amount.stop - 1) else _put_at(line, amount.start, measures)
        kind = kind or _headed(line, parse, amount.start, measures)
    return Counted(amount.start, stop, kind, "people", None) if kind else None


def _after(line: Line, parse: Parse, at: int, measures: MeasureBook) -> str | None:
    """Return what the participle or adjective behind a count says: `12 wounded`, `two people dead`, `three missing`."""
    if at >= len(parse) or parse.tags[at] not in ("VBN", "VBD", "JJ"):
        return None
    found = measures.nouns.get(line.word(at)) or measures.verbs.get(parse.lemmas[at].lower())
    return found.kind if found and found.kind in LOSSES else None


def _put_at(line: Line, start: int, measures: MeasureBook) -> str | None:
    """Return the fate of a number behind `the dead at`, `a death toll of`, `deaths: `, `the wounded rose to`."""
    for back in range(1, 5):
        word = line.word(start - back)
        if word == "toll":
            return "killed"
        if word in _BEFALLEN:
            return measures.nouns[word].kind if word in measures.nouns else None
        if word not in _STANDING:
            return None
    return None


def _headed(line: Line, parse: Parse, start: int, measures: MeasureBook) -> str | None:
    """Return the fate that a word set before a number by a mark names: `Killed - 12`, `IDPs: 3,400`."""
    word = start - 2
    if word < 0 or line.word(start - 1) not in _MARKS or line.word(start - 2) == line.word(start - 1):
        return None
    lemma, form = parse.lemmas[word].lower(), line.word(word)
    found = measures.nouns.get(form) or measures.nouns.get(lemma) or measures.verbs.get(lemma)
    return found.kind if found is not None and found.kind in LOSSES else None


def _toll(parse: Parse, number: int) -> bool:
    """Tell whether a number is a death toll: `the death toll rose to 45`."""
    for above in list(parse.ancestors(number))[:_FAR]:
        for child in parse.children_of(above, "nsubj", "nsubjpass"):
            if parse.lemmas[child] == "toll":
                return True
    return False


def _fate(parse: Parse, token: int, measures: MeasureBook) -> str | None:
    """Return what befell the people that a noun or number stands for, by a verb over it or a participle under it."""
    for child in parse.children_of(token, "acl", "relcl", "amod"):
        kind = _verb_kind(parse, child, measures)
        if kind and (parse.tags[child] == "VBN" or parse.lemmas[child] in _BY_THEMSELVES):
            return kind
    return _above(parse, token, measures)


def _above(parse: Parse, token: int, measures: MeasureBook) -> str | None:
    """Return the fate that the nearest verb above tells, if the token undergoes it."""
    index = token
    for _ in range(_FAR):
        head, dep = parse.heads[index], parse.deps[index]
        if head == index:
            return None
        kind = _verb_kind(parse, head, measures)
        if kind and (dep in _UNDERGOES or (dep == "nsubj" and parse.lemmas[head] in _BY_THEMSELVES)):
            return kind
        if kind and dep == "prep" and _partaking(parse, index, head):
            return kind
        if dep == "nsubj" and (state := _state(parse, head, measures)):
            return state
        if not _climbs(parse, index):
            return None
        index = head
    return None


def _partaking(parse: Parse, preposition: int, head: int) -> bool:
    """Tell whether a preposition hands the fate on: `killed 40, including 3`, `the massacre of 58`."""
    return parse.forms[preposition] == "including" or (parse.forms[preposition] == "of" and parse.pos[head] == "NOUN")


def _state(parse: Parse, verb: int, measures: MeasureBook) -> str | None:
    """Return what people are said to be: `seven others are missing`, `two remain wounded`; who is `dead` was killed."""
    if _dead(parse, verb):
        return "killed"
    words = (verb, *parse.children_of(verb, "acomp", "attr", "oprd"))  # a parser may take `missing` for the verb
    states = (measures.nouns.get(parse.forms[word].lower()) for word in words)
    return next((m.kind for m in states if m is not None and m.kind in LOSSES), None)


def _dead(parse: Parse, verb: int) -> bool:
    """Tell whether a verb leaves or finds someone `dead`."""
    return any(parse.forms[child] == "dead" for child in parse.children[verb])


def _verb_kind(parse: Parse, verb: int, measures: MeasureBook) -> str | None:
    """Return the kind of a verb that tells a fate; whoever was shot, found or left `dead` was killed."""
    if parse.pos[verb] not in ("VERB", "NOUN", "ADJ", "AUX"):
        return None
    if _dead(parse, verb):
        return "killed"
    found = measures.verbs.get(parse.lemmas[verb].lower())
    return found.kind if found else None


def _climbs(parse: Parse, index: int) -> bool:
    """Tell whether a token shares the fate of its head: a conjunct, an apposition, a part after `including` or `of`."""
    dep, head = parse.deps[index], parse.heads[index]
    if dep == "conj" or (dep == "pobj" and parse.forms[head] in ("including", "of", "among", "least", "to", "at")):
        return True
    return dep in ("appos", "prep", "nummod", "nmod", "advmod") and parse.pos[head] in ("NOUN", "NUM", "PROPN", "ADP")
