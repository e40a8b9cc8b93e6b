"""Tell what befell the people a number stands for, by the verb over it, the word behind it, or the toll it puts."""

from __future__ import annotations

from standoff.annotating.times.line import Line
from standoff.codebook.measures import Measure, MeasureBook
from standoff.model.claim import LOSSES
from standoff.model.parse import Parse

_UNDERGOES = frozenset({"dobj", "nsubjpass", "obj", "pobj", "attr", "oprd", "dative", "conj", "appos"})
_BY_THEMSELVES = frozenset(
    {"die", "perish", "drown", "fall", "succumb", "flee", "disappear", "vanish", "surrender", "evacuate", "shelter"}
)
_BEFALLEN = frozenset({"dead", "deaths", "fatalities", "wounded", "injured", "missing", "displaced", "lives"})
_STANDING = frozenset(
    {"at", "to", "of", ":", '"', "“", "stood", "stand", "stands", "rose", "climbed", "is", "was", "be", "reached"}
)
_MARKS = frozenset({":", "-", "–", "—", "="})
_SHARING = frozenset({"including", "of", "among", "least", "to", "at", "between"})
_HANDED = frozenset({("of", "NOUN"), ("between", "VERB")})  # what a fate passes, and what tells it
_FAR = 4
_DEAD = Measure("verb", "killed", None)


def behind(line: Line, parse: Parse, at: int, measures: MeasureBook) -> Measure | None:
    """Return what the participle or adjective behind a count says: `12 wounded`, `two people dead`, `three missing`.

    A verb with an object tells what those counted did: `two killed a guard`, `one lost his leg`.
    """
    if at >= len(parse) or parse.tags[at] not in ("VBN", "VBD", "JJ"):
        return None
    lemma = parse.lemmas[at].lower()
    found = measures.nouns.get(line.word(at)) or measures.verbs.get(lemma)
    if found is None or found.kind not in LOSSES:
        return None
    return None if parse.children_of(at, "dobj") and lemma not in _BY_THEMSELVES else found


def put_at(line: Line, start: int, measures: MeasureBook) -> Measure | None:
    """Return the fate of a number behind `the dead at`, `a death toll of`, `deaths: `, `the wounded rose to`."""
    for back in range(1, 5):
        word = line.word(start - back)
        if word == "toll":
            return _DEAD
        if word in _BEFALLEN:
            return measures.nouns.get(word)
        if word not in _STANDING:
            return None
    return None


def headed(line: Line, parse: Parse, start: int, measures: MeasureBook) -> Measure | None:
    """Return the fate that a word set before a number by a mark names: `Killed - 12`, `IDPs: 3,400`."""
    word = start - 2
    if word < 0 or line.word(start - 1) not in _MARKS or line.word(start - 2) == line.word(start - 1):
        return None
    lemma, form = parse.lemmas[word].lower(), line.word(word)
    found = measures.nouns.get(form) or measures.nouns.get(lemma) or measures.verbs.get(lemma)
    return found if found is not None and found.kind in LOSSES else None


def is_toll(parse: Parse, number: int) -> bool:
    """Tell whether a number is a death toll: `the death toll rose to 45`."""
    for above in list(parse.ancestors(number))[:_FAR]:
        for child in parse.children_of(above, "nsubj", "nsubjpass"):
            if parse.lemmas[child] == "toll":
                return True
    return False


def fate_of(parse: Parse, token: int, measures: MeasureBook) -> Measure | None:
    """Return what befell the people that a noun or number stands for, by a verb over it or a participle under it."""
    for child in parse.children_of(token, "acl", "relcl", "amod"):
        fate = _of_verb(parse, child, measures)
        if fate and (parse.tags[child] == "VBN" or parse.lemmas[child] in _BY_THEMSELVES):
            return fate
    return _above(parse, token, measures)


def _above(parse: Parse, token: int, measures: MeasureBook) -> Measure | None:
    """Return the fate that the nearest verb above tells, if the token undergoes it."""
    index = token
    for _ in range(_FAR):
        head, dep = parse.heads[index], parse.deps[index]
        if head == index:
            return None
        fate = _of_verb(parse, head, measures)
        if fate and (dep in _UNDERGOES or (dep == "nsubj" and parse.lemmas[head] in _BY_THEMSELVES)):
            return fate
        if fate and dep == "prep" and _partaking(parse, index, head):
            return fate
        if dep in ("nsubj", "nsubjpass") and (held := _held_to_be(parse, head, measures)):
            return held
        if dep == "nsubj" and (state := _state(parse, head, measures)):
            return state
        if not _climbs(parse, index):
            return None
        index = head
    return None


def _partaking(parse: Parse, preposition: int, head: int) -> bool:
    """Tell whether a preposition hands the fate on: `killed 40, including 3`, `massacre of 58`, `killed between`."""
    return parse.forms[preposition] == "including" or (parse.forms[preposition], parse.pos[head]) in _HANDED


def _held_to_be(parse: Parse, verb: int, measures: MeasureBook) -> Measure | None:
    """Return what befell those of whom it is presumed: `four are feared to have been killed`, `six to have fled`."""
    for under in parse.children_of(verb, "xcomp"):
        undergone = parse.children_of(under, "auxpass") or parse.lemmas[under] in _BY_THEMSELVES
        if undergone and (fate := _of_verb(parse, under, measures)):
            return fate
    return None


def _state(parse: Parse, verb: int, measures: MeasureBook) -> Measure | None:
    """Return what people are said to be or to bear: `seven others are missing`, `two sustained injuries`.

    Whoever is `dead`, or `among the dead`, was killed.
    """
    if _dead(parse, verb):
        return _DEAD
    words = parse.children_of(verb, "acomp", "attr", "oprd")
    words += [
        n for c in parse.children_of(verb, "prep") if parse.forms[c] == "among" for n in parse.children_of(c, "pobj")
    ]
    if parse.lemmas[verb].lower() in measures.bearing:
        words += parse.children_of(verb, "dobj")
    own = measures.nouns.get(parse.forms[verb].lower())  # a parser may take `missing` for the verb
    states = (
        own,
        *(measures.nouns.get(form) for w in words for form in (parse.forms[w].lower(), parse.lemmas[w].lower())),
    )
    return next((m for m in states if m is not None and m.kind in LOSSES), None)


def _dead(parse: Parse, verb: int) -> bool:
    """Tell whether a verb leaves or finds someone `dead`."""
    return any(parse.forms[child] == "dead" for child in parse.children[verb])


def _of_verb(parse: Parse, verb: int, measures: MeasureBook) -> Measure | None:
    """Return what a verb that tells a fate says; whoever was shot, found or left `dead` was killed."""
    if parse.pos[verb] not in ("VERB", "NOUN", "ADJ", "AUX"):
        return None
    return _DEAD if _dead(parse, verb) else measures.verbs.get(parse.lemmas[verb].lower())


def _climbs(parse: Parse, index: int) -> bool:
    """Tell whether a token shares the fate of its head: a conjunct, an apposition, a part after `including` or `of`."""
    dep, head = parse.deps[index], parse.heads[index]
    if dep == "conj" or (dep == "pobj" and parse.forms[head] in _SHARING):
        return True
    return dep in ("appos", "prep", "nummod", "nmod", "advmod") and parse.pos[head] in ("NOUN", "NUM", "PROPN", "ADP")
