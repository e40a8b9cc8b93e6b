"""Hang what a parser often misplaces: who is counted by `between`, infinitives of demands, clauses led by a place."""

from __future__ import annotations

from standoff.codebook.happenings import EventBook
from standoff.model.redrawn import Redrawn

Draft = Redrawn[EventBook]

_NOUNS = frozenset({"NOUN", "PROPN"})
_VERBAL = frozenset({"VERB", "AUX"})
_ASKED = frozenset({"on", "upon", "to"})  # links of a demand to whom it is put
_UNDER_A_PLACE = frozenset({"appos", "conj", "pobj", "dep"})
_AS_A_NOUN = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "attr", "conj"})
_TELLING = frozenset({"say", "tell", "report", "add"})
_FRONTED = 6  # arcs from a clause up to the preposition that a parser takes for its top


def counted_between(draft: Draft, number: int) -> None:
    """Mend whom a range counts, taken for a circumstance: `killing between 15 and 20 people`."""
    parse, link, verb = draft.parse, number - 1, draft.heads[number - 1]
    last = next((c for c in parse.children_of(number, "conj") if parse.pos[c] == "NUM"), None)
    if parse.forms[link].lower() != "between" or last is None or parse.pos[verb] not in _VERBAL:
        return
    noun = next((c for c in parse.children_of(link, "pobj") if c > last), None)
    if noun is None or parse.pos[noun] not in _NOUNS or parse.entities[noun] in ("DATE", "TIME"):
        return
    if parse.tags[verb] == "VBN" and not parse.children_of(verb, "auxpass", "nsubjpass", "aux"):
        draft.tags[verb] = "VBD"  # "gunmen abducted between ..."
    if not parse.children_of(verb, "dobj", "nsubjpass"):
        draft.hang(noun, verb, "dobj")
        draft.hang(number, noun, "nummod")
        draft.hang(link, number, "quantmod")


def infinitive(draft: Draft, to: int) -> None:
    """Mend the infinitive of what is asked: `called on them to lay down arms`, `faced calls to step down`."""
    parse, verb = draft.parse, draft.heads[to]
    above, noun = draft.heads[verb], to - 1
    if draft.deps[to] != "aux" or draft.deps[verb] not in ("advcl", "xcomp", "relcl") or above > to:
        return
    if draft.deps[noun] == "dobj" and above in (noun, draft.heads[noun]):
        if (parse.lemmas[noun].lower(), "n") in draft.book.outlooks:
            draft.hang(verb, noun, "acl")
    elif draft.deps[verb] == "advcl" and _asks(draft, above):
        links = (c for c in parse.children_of(above, "prep") if parse.forms[c].lower() in _ASKED)
        if any(parse.children_of(c, "pobj") for c in links):
            draft.hang(verb, above, "xcomp")


def _asks(draft: Draft, verb: int) -> bool:
    """Tell whether a verb asks for a deed."""
    entries, types = draft.book.verbs.get(draft.parse.lemmas[verb].lower(), ()), draft.book.types
    return draft.pos[verb] == "VERB" and any(e.type and types[e.type].plover == "REQUEST" for e in entries)


def governed(draft: Draft, verb: int) -> bool:
    """Mend a gerund taken for a part of its object's name: `denies backing the rebels`, `stopped shelling towns`."""
    parse, noun, above = draft.parse, draft.heads[verb], verb - 1
    if noun < verb or draft.deps[verb] not in ("amod", "compound") or parse.pos[above] not in _VERBAL:
        return False
    speaking = (parse.lemmas[above].lower(), "v") in draft.book.outlooks
    if not speaking or draft.heads[noun] != above or draft.deps[noun] != "dobj":
        return False
    if parse.lemmas[verb].lower() not in draft.book.verbs:
        return False
    draft.pos[verb] = "VERB"
    draft.hang(verb, above, "xcomp")
    draft.hang(noun, verb, "dobj")
    return True


def had_done(draft: Draft, verb: int) -> None:
    """Mend a deed taken for what somebody has: `denied having bombed civilians`."""
    parse, noun, having = draft.parse, draft.heads[verb], verb - 1
    if parse.forms[having].lower() != "having" or draft.deps[verb] != "amod" or draft.heads[noun] != having:
        return
    draft.pos[verb] = "VERB"
    draft.hang(verb, draft.heads[having], draft.deps[having])
    draft.hang(noun, verb, "dobj")
    for child in (c for c in parse.children[having] if c != noun):
        draft.hang(child, verb, draft.deps[child])
    draft.hang(having, verb, "aux")


def hurt_after(draft: Draft, number: int) -> None:
    """Mend a count listed with the one before, not with its own participle: `nine dead and about thirty wounded`."""
    parse, verb = draft.parse, number + 1
    if draft.deps[number] != "conj" or verb >= len(parse) or parse.tags[verb] != "VBN":
        return
    if parse.lemmas[verb].lower() in draft.book.verbs and not parse.children_of(verb, "nsubj", "nsubjpass", "dobj"):
        draft.hang(number, verb, "nsubjpass")


def asked_too(draft: Draft, prep: int) -> None:
    """Mend a second thing asked for, hung on the first: `called for an end to it and for the release of all`."""
    parse, first = draft.parse, draft.heads[prep]
    if parse.tags[prep - 1] != "CC" or draft.deps[prep] != "conj" or parse.forms[first] == parse.forms[prep]:
        return
    for above in parse.ancestors(first):
        if parse.pos[above] in _VERBAL:
            return
        if parse.forms[above] == parse.forms[prep] and parse.deps[above] == "prep":
            draft.hang(prep, draft.heads[above], "prep")
            return


def told_of(draft: Draft, which: int) -> None:
    """Mend a deed told aside, taken for its teller's: `the strike, which it said hit a school`."""
    parse, teller = draft.parse, draft.heads[which]
    if draft.deps[which] != "dobj" or draft.deps[teller] != "relcl" or not parse.children_of(teller, "nsubj"):
        return
    for verb in parse.children_of(teller, "xcomp", "ccomp"):
        finite = parse.tags[verb] in ("VBD", "VBZ", "VBP") and not parse.children_of(verb, "nsubj", "nsubjpass")
        if finite and verb > teller:
            draft.hang(which, verb, "nsubj")
            return


def speaker(draft: Draft, said: int) -> None:
    """Mend who tells, listed with what he tells of: `burning twenty houses, witnesses and an official said`."""
    parse, last = draft.parse, said - 1
    if parse.lemmas[said].lower() not in _TELLING or parse.children_of(said, "nsubj") or parse.pos[last] not in _NOUNS:
        return
    first = last
    while draft.deps[first] == "conj" and draft.heads[first] < first and parse.pos[first] in _NOUNS:
        start = parse.subtree(first)[0]
        if start and parse.forms[start - 1] == "," and start - 1 > draft.heads[first]:
            draft.hang(first, said, "nsubj")
            return
        first = draft.heads[first]


def level(draft: Draft, verb: int) -> None:
    """Mend what a speaker does next, listed with what he tells is going on: `said they were hiding and offered aid`."""
    parse, told = draft.parse, draft.heads[verb]
    above = draft.heads[told]
    listed = draft.deps[verb] == "conj" and parse.tags[told] == "VBG" and draft.deps[told] == "ccomp" and above < told
    if listed and parse.tags[above] == "VBD" and not parse.children_of(verb, "nsubj", "nsubjpass", "aux"):
        draft.hang(verb, above, "conj")


def led_by_a_place(draft: Draft, verb: int) -> None:
    """Mend a clause hung on the place it opens with: `In Dori, in the north, a strike on a school killed 30`."""
    parse, noun = draft.parse, draft.heads[verb]
    top = _fronting(draft, noun)
    if draft.deps[verb] != "acl" or top is None or not parse.children_of(verb, "dobj"):
        return
    draft.tags[verb] = "VBD"
    draft.hang(verb, verb, "ROOT")
    draft.hang(noun, verb, "nsubj")
    draft.hang(top, verb, "prep")
    for mark in (c for c in parse.children[top] if parse.pos[c] == "PUNCT"):
        draft.hang(mark, verb, "punct")


def _fronting(draft: Draft, noun: int) -> int | None:
    """Return the preposition at the top of a sentence under whose places a noun hangs, or nothing."""
    node = noun
    for _ in range(_FRONTED):
        head = draft.heads[node]
        if head == node:
            return node if draft.parse.pos[node] == "ADP" and node < noun else None
        if draft.deps[node] not in _UNDER_A_PLACE and draft.parse.pos[node] not in ("ADP", "SCONJ"):
            return None
        node = head
    return None


def as_people(draft: Draft, word: int) -> None:
    """Mend a participle that stands for people: `a third of the wounded died`, `the displaced were moved`."""
    parse = draft.parse
    if parse.forms[word - 1].lower() != "the" or draft.deps[word] not in _AS_A_NOUN:
        return
    if parse.pos[word] in _NOUNS or draft.heads[word - 1] != word:
        return
    draft.pos[word], draft.tags[word] = "NOUN", "NNS"
    draft.hang(word, draft.heads[word], draft.deps[word])
