"""Make events of speaking: what a statement's act amounts to, and the finer type its content gives it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from standoff.codebook.happenings import EventBook
from standoff.coding.clauses import surface_subjects
from standoff.coding.marks import Marks
from standoff.coding.triggers import Hit
from standoff.coding.voices import Voices
from standoff.model.parse import Parse
from standoff.model.statement import Statement

_DEMANDING = frozenset({"must", "should", "ought"})
_CONTENT = frozenset({"for", "to", "on", "upon", "against", "about", "over", "with", "from", "into", "of", "at"})
_OURSELVES = frozenset({"we", "i"})


@dataclass(frozen=True, slots=True)
class Spoken:
    """Hold a statement that is itself an event: its type, the token that evokes it, and who is asked to act."""

    statement: Statement
    type: str
    token: int
    urged: tuple[int, ...] = ()


def narrowed(book: EventBook, type_: str, families: Iterable[str]) -> str:
    """Return the finer type of a speech event by the first family told in its content, or the type itself."""
    for family in families:
        finer = book.narrowed.get((type_, family))
        if finer is not None:
            return finer
    return type_


def families_under(parse: Parse, book: EventBook, hits: Mapping[int, Hit], token: int) -> list[str]:
    """Return types and families of the triggers in a word's complement, nearest first; adjuncts do not count."""
    found: list[str] = []
    asking = book.types[hits[token].entry.type].plover == "REQUEST" if token in hits else False
    level = [child for child in parse.children[token] if _complement(parse, child)]
    while level:
        told = [t for t in level if t in hits and t > token]
        told = [t for t in told if not (asking and _force_wanted(parse, book, hits, t))]
        found += [name for t in told for name in _told(book, hits[t])]
        level = [child for parent in level for child in parse.children[parent] if _complement(parse, child)]
    return found


def _force_wanted(parse: Parse, book: EventBook, hits: Mapping[int, Hit], token: int) -> bool:
    """Tell whether force is what is asked for, not its end: `asked the army to launch an operation`."""
    if book.types[hits[token].entry.type].plover != "ASSAULT":
        return False
    verb = parse.heads[token] if parse.deps[token] == "dobj" else token
    ending = book.classes["ending"].words
    if parse.tags[verb] != "VB" or parse.lemmas[verb].lower() in ending or parse.children_of(verb, "neg"):
        return False
    return parse.deps[verb] in ("xcomp", "ccomp") and parse.lemmas[parse.heads[verb]].lower() not in ending


def _told(book: EventBook, hit: Hit) -> tuple[str, str]:
    """Return the type and the family of a trigger: either may narrow what is said of it."""
    return hit.entry.type, book.types[hit.entry.type].family


def _complement(parse: Parse, child: int) -> bool:
    """Tell whether a dependent belongs to what is said, asked or promised."""
    if parse.deps[child] == "prep":
        return parse.forms[child].lower() in _CONTENT
    if parse.deps[child] == "advcl":
        return any(parse.tags[c] == "TO" for c in parse.children_of(child, "aux"))
    return parse.deps[child] not in ("nsubj", "nsubjpass", "npadvmod", "relcl", "appos", "poss", "amod", "compound")


def spoken_events(
    parse: Parse, book: EventBook, statements: Iterable[Statement], hits: Mapping[int, Hit]
) -> list[Spoken]:
    """Return the statements that are events and have no dictionary trigger at their cue."""
    found: list[Spoken] = []
    for statement in statements:
        type_ = book.acts.get(statement.act)
        if type_ is None or not statement.cue:
            continue
        token = _token(parse, book, statement, hits)
        if token is not None:
            families = [f for s in statement.content for f in _families_in(parse, book, hits, s.start, s.stop)]
            found.append(Spoken(statement, narrowed(book, type_, families), token))
    return found


def _token(parse: Parse, book: EventBook, statement: Statement, hits: Mapping[int, Hit]) -> int | None:
    """Return the cue token that evokes a spoken event, or nothing where the cue is neutral or has fired already."""
    tokens = [t for span in statement.cue for t in parse.tokens_in(span.start, span.stop)]
    if any(t in hits for t in tokens):
        return None
    head = parse.head_of(statement.cue[0].start, statement.cue[0].stop)
    return None if head is None or parse.lemmas[head].lower() in book.classes["neutral_cue"].words else head


def demands(marks: Marks, voices: Voices, hits: Mapping[int, Hit]) -> list[Spoken]:
    """Return the demands put in neutral words: what somebody says that another party must do."""
    parse, book, found = marks.page.parse, marks.book, []
    for modal in range(len(parse)):
        form = parse.forms[modal].lower()
        if form not in _DEMANDING or parse.deps[modal] != "aux":
            continue
        verb, statement = parse.heads[modal], voices.at(parse.starts[modal])
        subjects = surface_subjects(parse, verb)
        if statement is None or not subjects or _ours(parse, verb, subjects):
            continue
        families = (
            [book.types[hits[verb].entry.type].family] if verb in hits else families_under(parse, book, hits, verb)
        )
        type_ = narrowed(book, "request", families)
        if type_ != "request" or (form == "must" and any(marks.names.get(s) or marks.heads.get(s) for s in subjects)):
            found.append(Spoken(statement, type_, modal, tuple(subjects)))
    return found


def _ours(parse: Parse, verb: int, subjects: list[int]) -> bool:
    """Tell whether a demand is on oneself (`we must`) or looks back (`must have`)."""
    if any(parse.lemmas[c].lower() == "have" for c in parse.children_of(verb, "aux")):
        return True
    return any(parse.forms[s].lower() in _OURSELVES or (parse.pos[s] == "PRON" and _short(parse, s)) for s in subjects)


def _short(parse: Parse, token: int) -> bool:
    """Tell whether a pronoun points at no party (`it`, `this`, `there`)."""
    return parse.forms[token].lower() in ("it", "this", "that", "there", "one", "you", "everyone")


def _families_in(parse: Parse, book: EventBook, hits: Mapping[int, Hit], start: int, stop: int) -> list[str]:
    """Return the types and families of the triggers in a stretch of text, in order."""
    return [name for t in parse.tokens_in(start, stop) if t in hits for name in _told(book, hits[t])]
