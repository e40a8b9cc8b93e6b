"""Find the words that evoke event types, by the dictionary and what stands beside them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from standoff.codebook.event_triggers import Trigger
from standoff.codebook.happenings import EventBook
from standoff.coding.clauses import NOMINAL, Clause, Complement, clause_of_noun, clause_of_verb, complements
from standoff.model.parse import Parse

_NOUNS = frozenset({"NOUN", "PROPN"})
_VERBS = frozenset({"VERB", "AUX"})
_CLOSE = frozenset({"of", "from", "out", "to", "into", "with", "for", "on", "at", "by", "in", "inf", "over"})
_PLACING = frozenset({"at", "in", "near"})
_PARTYLIKE = frozenset({"@force", "@people", "@armed", "@official", "@captives"})
_PERSONS = frozenset({"they", "them", "he", "she", "him", "her", "we", "us", "who", "whom", "those", "i"})
# Families of speech about other deeds: what is demanded or refused is an event of its own.
_ABOUT = frozenset({"request", "rejection", "threat", "promise", "accusation", "warning", "denial", "criticism"})
_BODIES = frozenset({"ORG", "PERSON", "FAC", "PRODUCT"})  # labels of names that no happening bears
_PARTICLE_REACH = 6
_PHRASE_REACH = 12
_BEFORE = ("amod", "compound", "nmod")


@dataclass(frozen=True, slots=True)
class Hit:
    """Hold one trigger found: its head token, all its tokens, the entry that fired and the clause around it.

    `taken` are the words beside the trigger that evoke the event with it: the `shells` that struck, `a deal` signed.
    """

    token: int
    tokens: tuple[int, ...]
    entry: Trigger
    clause: Clause
    taken: tuple[int, ...] = ()


def find_triggers(parse: Parse, book: EventBook) -> list[Hit]:
    """Return the triggers of a text in order; what a verb or phrase takes in does not fire again."""
    found: dict[int, Hit] = {}
    taken: set[int] = set()
    for phrase in _phrase_hits(parse, book):
        taken.update(phrase.tokens)
        found[phrase.token] = phrase
    for token in range(len(parse)):
        if token not in taken and _is_deed(parse, token):
            verb = _verb_hit(parse, book, token)
            if verb is not None:
                swallowed = _taken_in(parse, book, verb)
                taken.update(swallowed)
                for other in (*swallowed, *_said_twice(parse, found, verb)):
                    found.pop(other, None)
                evoking = (t for t in swallowed if t not in verb.tokens and _evokes(parse, book, t))
                found[token] = replace(verb, taken=tuple(evoking))
    for token in range(len(parse)):
        if token not in taken and _is_head_noun(parse, token):
            noun = _noun_hit(parse, book, token)
            if noun is not None:
                found[token] = noun
    return [found[token] for token in sorted(found) if found[token].entry.type]


def _said_twice(parse: Parse, found: Mapping[int, Hit], verb: Hit) -> list[int]:
    """Return the phrases under a verb that tell the same as it does (`placed under house arrest`)."""
    near = range(verb.token + 1, min(verb.token + _PHRASE_REACH, len(parse)))
    under = (t for t in near if t in found and found[t].entry.pos == "p" and found[t].entry.type == verb.entry.type)
    return [t for t in under if verb.token in parse.ancestors(t)]


def _is_deed(parse: Parse, token: int) -> bool:
    """Tell whether a token is a verb of a deed, no attribute, or a gerund with an object, taken for a noun."""
    if parse.pos[token] == "NOUN":
        return parse.forms[token].endswith("ing") and bool(parse.children_of(token, "dobj"))
    if parse.pos[token] not in _VERBS or _glued_to_a_noun(parse, token):
        return False
    return parse.deps[token] != "amod" or bool(parse.children_of(token, "nsubj"))


def _glued_to_a_noun(parse: Parse, token: int) -> bool:
    """Tell whether a participle only makes an adjective with a noun before it (`Pakistan-occupied Jammu`)."""
    if parse.tags[token] != "VBN" or token < 2 or parse.forms[token - 1] != "-":
        return False
    close = parse.stops[token - 2] == parse.starts[token - 1] and parse.stops[token - 1] == parse.starts[token]
    return close and parse.pos[token - 2] in _NOUNS and not parse.children_of(token, "aux", "auxpass")


def _evokes(parse: Parse, book: EventBook, token: int) -> bool:
    """Tell whether a word that a verb takes in names what happens or what it is done with, not a party to it."""
    known = _word(parse, token, book.nouns)[0]
    return any(entry.type for entry in known) or in_class(parse, book, token, ("@weapon",))


def _is_head_noun(parse: Parse, token: int) -> bool:
    """Tell whether a token is a noun that stands for itself, neither part of another nor of a date (`March`)."""
    dated = parse.pos[token] == "PROPN" and parse.entities[token] in ("DATE", "TIME")
    apart = parse.pos[token] in _NOUNS and parse.deps[token] != "compound" and not dated
    return apart and not _in_a_name(parse, token) and not _modifies(parse, token)


def _modifies(parse: Parse, token: int) -> bool:
    """Tell whether a noun only tells which thing is meant (`the ceasefire monitoring mission`)."""
    after = token + 1
    if after + 1 >= len(parse) or parse.tags[after] != "VBG" or parse.deps[after] not in ("amod", "compound"):
        return False
    return parse.heads[after] > after and parse.heads[token] in (after, parse.heads[after])


def _in_a_name(parse: Parse, token: int) -> bool:
    """Tell whether a capitalised word is part of the name of a body (`the Joint Forces Operation said`)."""
    if parse.tags[token] not in ("NNP", "NNPS") or not parse.forms[token][:1].isupper():
        return False
    if _named_for(parse, token):
        return True
    if parse.entities[token] not in _BODIES:
        return False
    beside = [t for t in (token - 1, token + 1) if 0 <= t < len(parse) and parse.entities[t] == parse.entities[token]]
    return bool(beside)


def _named_for(parse: Parse, token: int) -> bool:
    """Tell whether a capitalised noun is what a body is named for (`Minister of Cooperation`, `Front for Concord`)."""
    while parse.deps[token] == "conj" and parse.heads[token] != token:
        token = parse.heads[token]
    prep = parse.heads[token]
    if parse.deps[token] != "pobj" or parse.forms[prep] not in ("of", "for") or prep + 2 < token:
        return False
    body = parse.heads[prep]
    return parse.tags[body] in ("NNP", "NNPS") and parse.forms[body][:1].isupper() and body + 1 == prep


def in_class(parse: Parse, book: EventBook, token: int, tests: Iterable[str]) -> bool:
    """Tell whether a token passes a test: a lemma, one with a modifier, or an `@class` by word or entity label."""
    lemma = parse.lemmas[token].lower()
    keys = {lemma, parse.forms[token].lower(), _hyphened(parse, token, lemma)}
    for test in tests:
        if test[0] == "@":
            group = book.classes[test[1:]]
            if not group.words.isdisjoint(keys) or parse.entities[token] in group.labels:
                return True
        elif (test in keys and test not in "+-") or (" " in test and _modified(parse, token, test)):
            return True
    return False


def _modified(parse: Parse, token: int, test: str) -> bool:
    """Tell whether a noun has the modifier that a test of two words asks for."""
    before, _, last = test.rpartition(" ")
    if last != parse.lemmas[token].lower():
        return False
    return any(parse.lemmas[c].lower() == before for c in parse.children_of(token, *_BEFORE))


def _hyphened(parse: Parse, token: int, lemma: str) -> str:
    """Return the lemma of a hyphenated word by its last token (`cease-fire`), else the token's own, which is given."""
    if token < 2 or parse.forms[token - 1] != "-" or parse.starts[token] != parse.stops[token - 1]:
        return lemma
    return f"{parse.forms[token - 2].lower()}-{lemma}"


def _word(parse: Parse, token: int, known: Mapping[str, tuple[Trigger, ...]]) -> tuple[tuple[Trigger, ...], range]:
    """Return the entries for a token and the tokens its word covers, the hyphenated word before the bare one."""
    lemma = parse.lemmas[token].lower()
    whole = _hyphened(parse, token, lemma)
    if whole != lemma and whole in known:
        return known[whole], range(token - 2, token + 1)
    form = parse.forms[token].lower()
    return known.get(lemma) or known.get(form) or _inflected(known, form), range(token, token + 1)


def _inflected(known: Mapping[str, tuple[Trigger, ...]], form: str) -> tuple[Trigger, ...]:
    """Return the entries of a word in -ed, -ing or -ies whose lemma a parser missed (`raged` as of `rag`)."""
    if form.endswith("ies"):
        return known.get(f"{form[:-3]}y") or ()
    for ending in ("ed", "ing"):
        stem = form.removesuffix(ending)
        if stem != form:
            return known.get(stem) or known.get(f"{stem}e") or ()
    return ()


def _passes(parse: Parse, book: EventBook, tokens: tuple[int, ...], tests: tuple[str, ...]) -> bool:
    """Tell whether one of the tokens passes one of the tests; `-` asks for none, `+` for any; no test is passed."""
    if not tests:
        return True
    if "-" in tests and not tokens:
        return True
    if "+" in tests and tokens:
        return True
    if not tokens:
        return False
    if not _PARTYLIKE.isdisjoint(tests) and any(parse.forms[t].lower() in _PERSONS for t in tokens):
        return True
    return any(in_class(parse, book, token, tests) for token in tokens)


def _banned(parse: Parse, book: EventBook, entry: Trigger, token: int, clause: Clause) -> bool:
    """Tell whether something stands beside the trigger that the entry forbids."""
    if not entry.bans:
        return False
    close = (c.noun for c in clause.complements if c.prep in _CLOSE and not _perhaps_where(parse, c))
    beside = (*clause.subjects, *clause.objects, *clause.modifiers, *close)
    beside += (parse.heads[token],) if entry.pos == "n" and parse.heads[token] != token else ()
    if any(in_class(parse, book, other, entry.bans) for other in beside):
        return True
    words = [ban for ban in entry.bans if not ban.startswith("@")]  # "freed pro-Russia prisoners" frees no territory
    modifiers = [m for o in clause.objects for m in parse.children_of(o, "compound", "amod")]
    return any(in_class(parse, book, other, words) for other in modifiers)


def _perhaps_where(parse: Parse, complement: Complement) -> bool:
    """Tell whether a name after `at`, `in` or `near` is more likely a place, though a parser takes it for a person."""
    return complement.prep in _PLACING and parse.entities[complement.noun] == "PERSON"


def _preps_pass(parse: Parse, book: EventBook, entry: Trigger, clause: Clause) -> bool:
    """Tell whether one of the prepositions an entry asks for is there, or at its object, with what may follow it."""
    if not entry.preps:
        return True
    around = [*clause.complements, *(c for o in clause.objects for c in complements(parse, o))]
    for wanted in entry.preps:
        if wanted.word == "-" and not around:
            return True
        for have in around:
            if have.prep == wanted.word and _passes(parse, book, (have.noun,), wanted.after):
                return True
    return False


def _fits(parse: Parse, book: EventBook, entry: Trigger, clause: Clause) -> bool:
    """Tell whether the subjects and prepositions of a clause are those an entry asks for."""
    if entry.subject and not _passes(parse, book, clause.subjects, entry.subject):
        return False
    return not entry.preps or _preps_pass(parse, book, entry, clause)


def _verb_hit(parse: Parse, book: EventBook, token: int) -> Hit | None:
    """Return the most demanding entry a verb satisfies, look-alikes (no type) among them."""
    entries, word = _word(parse, token, book.verbs)
    if not entries:
        return None
    clause = clause_of_verb(parse, token)
    for entry in entries:
        particles = _particles(parse, token, entry.others) if entry.others else ()
        if particles is None or (entry.object and not _passes(parse, book, clause.objects, entry.object)):
            continue
        if _fits(parse, book, entry, clause) and not _banned(parse, book, entry, token, clause):
            return Hit(token, (*word, *particles), entry, clause)
    return None


def _particles(parse: Parse, verb: int, wanted: tuple[str, ...]) -> tuple[int, ...] | None:
    """Return the tokens of a verb's particles, or nothing when one is missing."""
    found = []
    for word in wanted:
        reach = range(verb + 1, min(verb + _PARTICLE_REACH, len(parse)))
        near = [t for t in (*parse.children[verb], *reach) if parse.forms[t].lower() == word]
        near = [t for t in near if parse.heads[t] == verb or _apart(parse, verb, t)]
        others = [c for c in parse.children_of(verb, "prt") if parse.forms[c].lower() not in wanted]
        if not near or (others and parse.deps[near[0]] == "prep"):
            return None  # "carried out patrols off the coast" carries nothing off
        found.append(near[0])
    return tuple(found)


def _apart(parse: Parse, verb: int, word: int) -> bool:
    """Tell whether a particle that hangs elsewhere is a verb's: next to it, or behind its object (`pull it back`)."""
    if word <= verb + 2 and parse.deps[word] in ("prt", "prep"):
        return True
    return parse.tags[word] in ("RB", "RP") and word - 1 in parse.children_of(verb, "dobj")


def _noun_hit(parse: Parse, book: EventBook, token: int) -> Hit | None:
    """Return the most demanding entry a noun satisfies, look-alikes (no type) among them."""
    entries, word = _word(parse, token, book.nouns)
    if not entries:
        return None
    clause = clause_of_noun(parse, token)
    before = {parse.forms[m].lower(): m for m in clause.modifiers}
    before.update({parse.lemmas[m].lower(): m for m in clause.modifiers})
    for entry in entries:
        if any(word not in before for word in entry.others):
            continue
        if not _passes(parse, book, (*clause.objects, *clause.modifiers), entry.object):
            continue
        if _fits(parse, book, entry, clause) and not _banned(parse, book, entry, token, clause):
            return Hit(token, tuple(sorted({*word, *(before[w] for w in entry.others)})), entry, clause)
    return None


def _phrase_hits(parse: Parse, book: EventBook) -> Iterator[Hit]:
    """Yield phrases of fixed words (`under fire`, `state of emergency`), by lemma or form."""
    stop, known = 0, book.phrases
    for start, (lemma, form) in enumerate(zip(parse.lemmas, parse.forms, strict=True)):
        if start < stop:
            continue
        first, second = lemma.lower(), form.lower()
        for entry in (*known.get(first, ()), *(known.get(second, ()) if second != first else ())):
            end = start + 1 + len(entry.others)
            if _follows(parse, start + 1, entry.others) and not _next_to(parse, book, entry, start, end):
                stop = end
                yield _phrase(parse, range(start, stop), entry)
                break


def _next_to(parse: Parse, book: EventBook, entry: Trigger, start: int, stop: int) -> bool:
    """Tell whether a word that the entry forbids stands right before or after a phrase."""
    beside = [t for t in (start - 1, stop) if 0 <= t < len(parse)]
    return bool(entry.bans) and any(in_class(parse, book, t, entry.bans) for t in beside)


def _phrase(parse: Parse, tokens: range, entry: Trigger) -> Hit:
    """Return the hit of a phrase; its verb, or what it hangs on, gives the clause."""
    outside = [t for t in tokens if parse.heads[t] == t or parse.heads[t] not in tokens]
    verbs = [t for t in tokens if parse.pos[t] in _VERBS]
    head = (verbs or outside or list(tokens))[0]
    if verbs:
        clause = clause_of_verb(parse, head)
        under = (c for t in tokens if parse.pos[t] == "NOUN" for c in complements(parse, t) if c.noun not in tokens)
        around = (*clause.complements, *under)  # "came under attack from militants", wherever a parser hangs it
        return Hit(head, tuple(tokens), entry, replace(clause, complements=around))
    above = parse.heads[head]
    if parse.pos[head] in ("ADP", "ADJ") and above != head:
        if parse.pos[above] in NOMINAL:
            return Hit(
                head, tuple(tokens), entry, Clause((above,), (), tuple(complements(parse, head)), (), passive=False)
            )
        if parse.pos[above] in _VERBS:
            return Hit(head, tuple(tokens), entry, clause_of_verb(parse, above))
    return Hit(head, tuple(tokens), entry, clause_of_noun(parse, head))


def _follows(parse: Parse, start: int, words: tuple[str, ...]) -> bool:
    """Tell whether words follow at a token, each as lemma or form."""
    if start + len(words) > len(parse):
        return False
    return all(
        word in (parse.lemmas[start + shift].lower(), parse.forms[start + shift].lower())
        for shift, word in enumerate(words)
    )


def _taken_in(parse: Parse, book: EventBook, hit: Hit) -> list[int]:
    """Return the tokens a verb's entry takes in: its particles and the objects or complements it asked for."""
    taken = [*hit.tokens]
    before = len(taken)
    if hit.entry.object and hit.entry.weight:
        taken += [o for o in hit.clause.objects if in_class(parse, book, o, hit.entry.object)]
    taken += [
        s
        for s in hit.clause.subjects
        if parse.pos[s] == "NOUN"
        and _stands_before(parse, hit.token, s)
        and in_class(parse, book, s, hit.entry.subject)
    ]  # a noun that the verb only describes or shares ("a war that killed thousands") reports on its own
    for wanted in hit.entry.preps:
        for have in hit.clause.complements:
            if have.prep == wanted.word and wanted.after and parse.pos[have.noun] in NOMINAL:
                taken.append(have.noun)
    return taken[:before] + [t for t in taken[before:] if not _told_apart(parse, book, hit, t)]


def _stands_before(parse: Parse, verb: int, noun: int) -> bool:
    """Tell whether a noun is a verb's own subject, first or coordinated, not one it shares or describes."""
    while parse.deps[noun] == "conj" and parse.heads[noun] != noun:
        noun = parse.heads[noun]
    return parse.heads[noun] == verb


def _told_apart(parse: Parse, book: EventBook, hit: Hit, noun: int) -> bool:
    """Tell whether a noun in what somebody says is an event of its own (`demanded a withdrawal`)."""
    kind = book.types.get(hit.entry.type)
    if kind is None or kind.family not in _ABOUT or kind.kind != "speech":
        return False
    told = _noun_hit(parse, book, noun)
    entries, _ = _word(parse, noun, book.nouns)
    own = any(
        e.type and book.types[e.type].plover == kind.plover for e in entries
    )  # "issued an ultimatum" is one threat
    return told is not None and bool(told.entry.type) and not own
