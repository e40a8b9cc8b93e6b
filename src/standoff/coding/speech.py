"""Make events of speaking: what a statement's act amounts to, and the finer type its content gives it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from standoff.codebook.happenings import EventBook
from standoff.coding.triggers import Hit
from standoff.model.parse import Parse
from standoff.model.statement import Statement

_DEMANDING = frozenset({"must", "should", "ought"})
_DEMANDS = frozenset({"urge", "demand", "request"})


@dataclass(frozen=True, slots=True)
class Spoken:
    """Hold a statement that is itself an event: its type and the token that evokes it."""

    statement: Statement
    type: str
    token: int


def narrowed(book: EventBook, type_: str, families: Iterable[str]) -> str:
    """Return the finer type of a speech event by the first family told in its content, or the type itself."""
    for family in families:
        finer = book.narrowed.get((type_, family))
        if finer is not None:
            return finer
    return type_


def families_under(parse: Parse, book: EventBook, hits: Mapping[int, Hit], token: int) -> list[str]:
    """Return the families of the triggers below a token, nearest first."""
    found: list[str] = []
    level = [token]
    while level:
        level = [child for parent in level for child in parse.children[parent]]
        found += [book.types[hits[t].entry.type].family for t in level if t in hits and t > token]
    return found


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
    """Return the token that evokes a spoken event: its cue, or the `must` of a demand put in neutral words."""
    tokens = [t for span in statement.cue for t in parse.tokens_in(span.start, span.stop)]
    if any(t in hits for t in tokens):
        return None
    for token in tokens:
        if (parse.lemmas[token].lower(), statement.act) in _OWN_CUES:
            return token
    head = parse.head_of(statement.cue[0].start, statement.cue[0].stop)
    if head is not None and parse.lemmas[head].lower() not in book.classes["neutral_cue"].words:
        return head
    return _modal(parse, statement) if statement.act in _DEMANDS else None


_OWN_CUES: frozenset[tuple[str, str]] = frozenset({("deny", "deny"), ("confirm", "confirm"), ("reject", "reject")})


def _modal(parse: Parse, statement: Statement) -> int | None:
    """Return the first `must` or `should` of a statement's content."""
    for span in statement.content:
        for token in parse.tokens_in(span.start, span.stop):
            if parse.forms[token].lower() in _DEMANDING:
                return token
    return None


def _families_in(parse: Parse, book: EventBook, hits: Mapping[int, Hit], start: int, stop: int) -> list[str]:
    """Return the families of the triggers in a stretch of text, in order."""
    return [book.types[hits[t].entry.type].family for t in parse.tokens_in(start, stop) if t in hits]
