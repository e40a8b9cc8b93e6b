"""Mend a parse where a verb was taken for a noun ("condemns it and calls on Kyiv to") or joined to an infinitive."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from standoff.codebook.acts import ActBook
from standoff.model.parse import Parse
from standoff.model.redrawn import Redrawn

_FINITE = frozenset({"VBZ", "VBD", "VBP"})
_LINKS = frozenset({"and", "but"})
_DEPENDENT = frozenset({"dobj", "pobj", "prep", "attr", "conj", "appos", "nmod", "agent", "dative", "acl", "amod"})
_CLAUSES = frozenset({"advcl", "xcomp", "ccomp", "dobj", "prep"})
_BEGINS = frozenset({"DET", "PROPN", "PRON"})  # no noun in the plural stands right before one of these
_STEPS = 8  # heads between a noun joined on and the verb it should be joined to


@dataclass(frozen=True, slots=True)
class _Change:
    """Say that a token is a finite verb that hangs on a head by `dep`; the tokens `moved` hang on it then."""

    token: int
    head: int
    dep: str
    moved: tuple[tuple[int, str], ...] = ()


def mended(parse: Parse, book: ActBook) -> Parse:
    """Return the parse with such verbs put right, the same where there are none."""
    changes = list(_changes(parse, book))
    if not changes:
        return parse
    draft = Redrawn.of(parse, book)
    for change in changes:
        draft.tags[change.token] = draft.tags[change.token] if draft.pos[change.token] == "VERB" else "VBZ"
        draft.pos[change.token] = "VERB"
        draft.hang(change.token, change.head, change.dep)
        for token, dep in change.moved:
            draft.hang(token, change.token, dep)
    return draft.finished()


def _changes(parse: Parse, book: ActBook) -> Iterator[_Change]:
    """Yield what is to be changed, at most once a token."""
    for token, (tag, dep) in enumerate(zip(parse.tags, parse.deps, strict=True)):
        if tag == "NNS" and dep == "conj":
            change = _joined(parse, book, token)
        elif tag == "VBZ" and dep == "compound":
            change = _headlined(parse, token)
        elif tag == "VBZ" and (name := _name_before(parse, token)) is not None:
            change = _Change(token, parse.heads[token], dep, ((name, "nsubj"),))
        elif tag in _FINITE and dep == "conj":
            change = _rejoined(parse, token)
        else:
            continue
        if change is not None:
            yield change


def _joined(parse: Parse, book: ActBook, token: int) -> _Change | None:
    """Return how a noun joined on to an object is the next verb: "condemns the raid and calls on Kyiv to"."""
    before = token - 1
    while before > 0 and parse.pos[before] == "ADV":
        before -= 1
    if before < 0 or parse.forms[before] not in _LINKS or not _takes_object(parse, book, token):
        return None
    verb = next((t for _, t in zip(range(_STEPS), parse.ancestors(token), strict=False) if _is_present(parse, t)), None)
    if verb is None or not _hangs_under(parse, parse.heads[token], verb):
        return None
    last = parse.sentence_of(token).stop
    moved = [
        (t, parse.deps[t])
        for t in range(token + 1, last)
        if verb <= parse.heads[t] < token and parse.deps[t] in _CLAUSES
    ]
    return _Change(token, verb, "conj", tuple(moved))


def _takes_object(parse: Parse, book: ActBook, token: int) -> bool:
    """Tell whether what a verb of saying takes follows a noun: a noun phrase, or the rest of a phrase ("call on")."""
    entries = [entry for entry in book.starting("verb", parse.lemmas[token].lower()) if entry.kind == "speech"]
    after = token + 1
    if not entries or after >= len(parse):
        return False
    if parse.pos[after] in _BEGINS and parse.forms[after] != "that":
        return True
    return any(len(entry.words) == 2 and entry.words[1] == parse.forms[after] != "of" for entry in entries)


def _is_present(parse: Parse, token: int) -> bool:
    """Tell whether a token is a verb in the third person of the present with a subject, its own or shared."""
    if parse.tags[token] != "VBZ":
        return False
    return parse.deps[token] == "conj" or bool(parse.children_of(token, "nsubj"))


def _hangs_under(parse: Parse, noun: int, verb: int) -> bool:
    """Tell whether a noun hangs on a verb before it as object or in a phrase, with no clause between."""
    for _ in range(_STEPS):
        if noun == verb:
            return True
        if parse.deps[noun] not in _DEPENDENT and parse.heads[noun] != verb:
            return False
        noun = parse.heads[noun]
    return False


def _name_before(parse: Parse, verb: int) -> int | None:
    """Return the name right before a verb without a subject that was taken for part of it ("UNAMA states that")."""
    named = verb > 0 and parse.heads[verb - 1] == verb and parse.pos[verb - 1] == "PROPN"
    bare = named and parse.deps[verb - 1] in ("compound", "nmod")
    return verb - 1 if bare and not parse.children_of(verb, "nsubj", "nsubjpass", "expl") else None


def _rejoined(parse: Parse, token: int) -> _Change | None:
    """Return how a finite verb joined on to an infinitive goes with what governs that: "asks him to go and warns"."""
    joined = parse.heads[token]
    if not any(parse.tags[c] == "TO" for c in parse.children[joined]) or parse.tags[joined] != "VB":
        return None
    if parse.children_of(token, "nsubj", "nsubjpass", "expl", "aux", "auxpass"):
        return None
    above = (t for _, t in zip(range(_STEPS), parse.ancestors(joined), strict=False))
    verb = next((t for t in above if parse.tags[t] == parse.tags[token]), None)
    return None if verb is None else _Change(token, verb, "conj")


def _headlined(parse: Parse, token: int) -> _Change | None:
    """Return how a verb taken for part of a subject reports what that does: "Rebels' council claims drone hit mast"."""
    noun = parse.heads[token]
    verb = parse.heads[noun]
    if noun < token or verb < noun or parse.deps[noun] not in ("nsubj", "nsubjpass"):
        return None
    if not parse.children_of(token, "nsubj"):
        return None
    above = parse.heads[verb]
    return _Change(token, above if above != verb else token, parse.deps[verb], ((verb, "ccomp"),))
