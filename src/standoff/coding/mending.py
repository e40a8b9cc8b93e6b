"""Mend arcs that a parser often gets wrong around deeds, for coding alone: charges, second verbs, labels, headings."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from standoff.codebook.event_triggers import Trigger
from standoff.codebook.happenings import EventBook
from standoff.coding.attachments import (
    Draft,
    as_people,
    asked_too,
    counted_between,
    governed,
    had_done,
    hurt_after,
    infinitive,
    led_by_a_place,
    level,
    speaker,
    told_of,
)
from standoff.model.parse import Parse

_VERBAL = frozenset({"VERB", "AUX"})
_MEANS = frozenset({"by", "after", "before", "without", "since", "while", "despite"})
_OF = frozenset({"of", "for", "with", "over"})
_OBJECTS = {"ccomp": "dobj", "pcomp": "pobj", "dobj": "dobj", "pobj": "pobj"}
_THEM = frozenset({"them", "whom"})
_DASHES = frozenset({"-", "–", "—"})
_LABEL = 6  # tokens that a label before a colon reaches into its sentence
_SOURCE = 5  # tokens of who is named behind a heading's last dash
_NAMING = frozenset({"compound", "nmod", "amod", "punct"})


def mended(parse: Parse, book: EventBook) -> Parse:
    """Return the parse with such arcs mended, the same object where none is wrong."""
    draft: Draft | None = None
    for token, mend in enumerate(map(_BY_TAG.get, parse.tags)):
        if mend is not None and token:
            draft = Draft.of(parse, book) if draft is None else draft
            mend(draft, token)
    return draft.finished() if draft is not None and draft.hung else parse


def _gerund(draft: Draft, verb: int) -> None:
    """Mend a gerund taken for the attribute of its object: `accused Chad of shelling positions`."""
    parse, noun, prep = draft.parse, draft.heads[verb], verb - 1
    if governed(draft, verb):
        return
    if draft.deps[verb] != "amod":
        _charge(draft, verb)
        return
    form, known = parse.forms[prep].lower(), parse.lemmas[verb].lower() in draft.book.verbs
    charging = form in _OF and _accuses(draft, draft.heads[prep])
    means = form in _MEANS and draft.deps[prep] == "prep"
    if noun < verb or draft.heads[noun] != prep or not known or not (charging or means):
        return
    draft.hang(verb, prep, "pcomp")
    draft.hang(noun, verb, "dobj")
    for child in parse.children_of(noun, "prep"):
        if parse.forms[child].lower() != "of":
            draft.hang(child, verb, "prep")


def _charge(draft: Draft, verb: int) -> None:
    """Mend a charge hung on whom it is laid at: `accused the police of torturing detainees`."""
    prep = draft.heads[verb]
    noun = draft.heads[prep]
    above = draft.heads[noun]
    charged = draft.deps[verb] == "pcomp" and draft.deps[noun] in ("dobj", "nsubjpass")
    if charged and draft.parse.forms[prep].lower() in _OF and _accuses(draft, above):
        draft.hang(prep, above, "prep")


def _accuses(draft: Draft, verb: int) -> bool:
    """Tell whether a verb lays something at somebody's door."""
    entries: tuple[Trigger, ...] = draft.book.verbs.get(draft.parse.lemmas[verb].lower(), ())
    types = draft.book.types
    return draft.pos[verb] == "VERB" and any(e.type and types[e.type].plover == "ACCUSE" for e in entries)


def _second(draft: Draft, verb: int) -> None:
    """Mend a second verb taken for the attribute of its object (`sent troops and bombed arms depots`), and passives."""
    parse, noun = draft.parse, draft.heads[verb]
    first = draft.heads[noun]
    if (
        draft.deps[verb] == "acomp"
        and parse.lemmas[noun].lower() == "be"
        and parse.lemmas[verb].lower() in draft.book.verbs
    ):
        _passive(draft, verb, noun)
        return
    if draft.deps[verb] != "amod" or draft.deps[noun] != "conj" or parse.tags[first] != "VBD" or noun < verb:
        return
    if parse.forms[verb - 1].lower() in ("and", "but") and parse.lemmas[verb].lower() in draft.book.verbs:
        draft.hang(verb, first, "conj")
        draft.hang(noun, verb, "dobj")
        draft.tags[verb] = "VBD"


def _hurt(draft: Draft, word: int) -> None:
    """Mend a participle taken for an adjective (`and seven injured`), and what somebody is held to be (`guilty`)."""
    parse, first = draft.parse, draft.heads[word]
    if draft.deps[word] == "amod" and first < word and draft.deps[first] in ("dobj", "nsubjpass"):
        draft.hang(word, draft.heads[first], "oprd")  # "held the army responsible"
        return
    if draft.deps[word] == "acomp" and parse.forms[word].endswith("ised") and parse.lemmas[first].lower() == "be":
        _passive(draft, word, first)
        return
    subjects = parse.children_of(word, "nsubj")
    if draft.deps[word] != "conj" or draft.pos[first] != "VERB" or not subjects or not parse.forms[word].endswith("ed"):
        return
    if parse.children_of(first, "auxpass") and not parse.children_of(word, "aux", "cop"):
        draft.pos[word], draft.tags[word] = "VERB", "VBN"
        draft.hang(subjects[0], word, "nsubjpass")


def _passive(draft: Draft, word: int, be: int) -> None:
    """Mend a passive whose participle a parser took for an adjective, not knowing it: `ten rebels were neutralised`."""
    parse, above = draft.parse, draft.heads[be]
    draft.pos[word], draft.tags[word] = "VERB", "VBN"
    draft.hang(word, word if above == be else above, draft.deps[be])
    for child in (c for c in parse.children[be] if c != word):
        draft.hang(child, word, "nsubjpass" if draft.deps[child] == "nsubj" else draft.deps[child])
    draft.hang(be, word, "auxpass")


def _clock(draft: Draft, am: int) -> None:
    """Mend the `am` of a time of day taken for a verb: `at around 10 am a patrol crossed the river and settled`."""
    parse, above = draft.parse, draft.heads[am]
    if parse.forms[am].lower() != "am" or parse.tags[am - 1] != "CD" or above == am or draft.pos[above] not in _VERBAL:
        return
    doing = [n for n in parse.children_of(am, "attr", "nsubj") if n > am]
    finite = [c for n in doing for c in parse.children_of(n, "acl") if parse.tags[c] == "VBD"]
    verb = finite[0] if finite and finite[0] < above else above
    if verb != above:
        draft.hang(verb, verb if draft.heads[above] == above else draft.heads[above], draft.deps[above])
        draft.hang(above, verb, "conj")
    for child in parse.children[am]:
        draft.hang(child, verb, "nsubj" if child in doing else draft.deps[child])
    draft.pos[am], draft.tags[am] = "NOUN", "NN"
    draft.hang(am, verb, "npadvmod")


def _partly(draft: Draft, number: int) -> None:
    """Mend a clause that says of which kind some are: `killed 26 people, 25 of them tourists, at a lake in May`."""
    parse, noun, whole = draft.parse, draft.heads[number], number - 2
    if number + 2 >= len(parse) or parse.forms[number + 1] != "of" or parse.forms[number + 2] not in _THEM:
        return
    beside = parse.forms[number - 1] == "," and whole >= 0 and parse.pos[whole] in ("NOUN", "PROPN")
    if not beside or noun < number or draft.deps[number] != "nsubj" or parse.pos[noun] not in ("NOUN", "PROPN"):
        return
    draft.hang(number, noun, "nummod")
    draft.hang(noun, whole, "appos")
    links = parse.children_of(noun, "prep")
    further = next((c for c in links if parse.forms[c - 1] == ","), len(parse))
    for child in (c for c in links if c >= further):
        draft.hang(child, draft.heads[whole], "prep")


def _so_called(draft: Draft, what: int) -> None:
    """Mend a noun under the word somebody has for it: `launched what it called an anti-terrorist operation`."""
    parse, verb = draft.parse, draft.heads[what]
    above, dep = draft.heads[verb], _OBJECTS.get(draft.deps[verb])
    if above > what or dep is None or parse.lemmas[verb].lower() not in draft.book.classes["naming"].words:
        return
    under = [n for c in parse.children_of(verb, "prep") if parse.forms[c] == "as" for n in parse.children_of(c, "pobj")]
    named = [t for t in (*parse.children_of(verb, "oprd", "dobj", "attr"), *under) if t > verb]
    if named and parse.pos[named[0]] in ("NOUN", "PROPN"):
        draft.hang(named[0], above, dep)
        draft.hang(verb, named[0], "relcl")


def _label(draft: Draft, colon: int) -> None:
    """Mend a label taken for what happens under it: `West Darfur: armed men looted a store`, `Kherson: 31 killed`."""
    parse, noun = draft.parse, colon - 1
    first = parse.sentence_of(colon).start
    if colon - first > _LABEL or parse.pos[noun] not in ("PROPN", "NOUN"):
        return
    head = draft.heads[noun]
    if draft.deps[noun] == "nsubj" and head > colon and any(s > colon for s in parse.children_of(head, "nsubj")):
        draft.hang(noun, head, "npadvmod")
    elif head == noun and (parse.pos[noun] == "PROPN" or noun == first):
        under = [c for c in parse.children[noun] if c > colon and draft.deps[c] in ("appos", "dep", "acl", "parataxis")]
        if under and parse.pos[under[0]] != "NUM":
            draft.hang(under[0], under[0], "ROOT")
            told = [c for c in parse.children_of(under[0], "acl") if parse.tags[c] == "VBN"]
            draft.hang(noun, told[0] if told else under[0], "npadvmod")
            for other in (c for c in parse.children[noun] if c >= colon and c != under[0]):
                draft.hang(other, under[0], draft.deps[other])


def _heading(draft: Draft, dash: int) -> None:
    """Mend the end of a heading that names its source: `168 killed in Pazigyi air strike - monitor`."""
    parse = draft.parse
    sentence = parse.sentence_of(dash)
    spaced = parse.stops[dash - 1] < parse.starts[dash] and dash + 1 < len(parse)
    if not spaced or parse.stops[dash] >= parse.starts[dash + 1] or not 1 < sentence.stop - dash <= _SOURCE:
        return
    last = next((t for t in range(dash + 1, sentence.stop) if draft.heads[t] <= dash or t == sentence.stop - 1), dash)
    before = dash - 1
    if draft.heads[before] != last or draft.deps[before] not in _NAMING or parse.pos[before] not in ("NOUN", "PROPN"):
        return
    above, dep = draft.heads[last], draft.deps[last]
    draft.hang(before, before if above == last else above, dep)
    for child in (c for c in parse.children[last] if c < before):
        draft.hang(child, before, draft.deps[child])
    draft.hang(last, before, "parataxis")


def _participle(draft: Draft, verb: int) -> None:
    """Mend what a past participle is, or hangs on."""
    _second(draft, verb)
    had_done(draft, verb)
    as_people(draft, verb)
    led_by_a_place(draft, verb)


def _past(draft: Draft, verb: int) -> None:
    """Mend who says something, and what a verb in the past is listed with."""
    speaker(draft, verb)
    level(draft, verb)


def _number(draft: Draft, number: int) -> None:
    """Mend what a number counts."""
    _partly(draft, number)
    counted_between(draft, number)
    hurt_after(draft, number)


def _mark(draft: Draft, mark: int) -> None:
    """Mend what stands around a colon or a dash."""
    if draft.parse.forms[mark] == ":":
        _label(draft, mark)
    elif draft.parse.forms[mark] in _DASHES:
        _heading(draft, mark)


_BY_TAG: Mapping[str, Callable[[Draft, int], None]] = {
    "VBG": _gerund,
    "VBN": _participle,
    "JJ": _hurt,
    "WP": _so_called,
    "VBP": _clock,
    "CD": _number,
    "TO": infinitive,
    "VBD": _past,
    "IN": asked_too,
    "WDT": told_of,
    ":": _mark,
    "HYPH": _mark,
}
