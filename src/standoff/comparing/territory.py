"""Find whose territory a text says some ground is: 'Armenian territory', 'positions that belong to Azerbaijan'."""

from __future__ import annotations

import re
from collections.abc import Iterator

from standoff.codebook.load import Codebook
from standoff.model.document import Document
from standoff.model.entity import PartyRef
from standoff.model.event import Event
from standoff.model.span import Span
from standoff.model.statement import Statement
from standoff.values.sentences import Sentences
from standoff.values.sides import side_ref, speaker

_NAME = r"(?:the )?([A-Z][\w.-]+(?: [A-Z][\w.-]+){0,2})(?:['’]s?)?"
_GROUND = r"(?:territory|territories|soil|land|side of the (?:border|frontier|line))"
_NAMED = (
    re.compile(rf"{_NAME} (?:sovereign |own |internationally recogni[sz]ed )?{_GROUND}"),
    re.compile(rf"(?:territory|territories|soil|territorial integrity|borders?) of {_NAME}"),
    re.compile(rf"\bbelong(?:s|ed|ing)? to {_NAME}"),
    re.compile(rf"\b(?:inside|into|entered) (?:southern |northern |eastern |western |central )?{_NAME}"),
)
_OWN = re.compile(rf"\b(?:its|our|their) (?:own |sovereign )(?:{_GROUND}|border)", re.IGNORECASE)
# Kinds of event for which whose ground it is makes the dispute.
FAMILIES = frozenset({"incursion", "positions", "territory", "siege", "withdrawal", "deployment", "fighting"})


def territory(
    event: Event, document: Document, cut: Sentences, statement: Statement | None, codebook: Codebook
) -> Iterator[tuple[Span, PartyRef]]:
    """Yield the words around an event that say whose ground it is, with the state they name."""
    known = codebook.events.types.get(event.type)
    if known is None or known.family not in FAMILIES:
        return
    start, stop = cut.around(event.trigger.start)
    seen: set[str] = set()
    for first, last, ref in _found(document.text[start:stop], statement, codebook):
        name = ref.party or ref.name
        if name not in seen:
            seen.add(name)
            yield document.span(start + first, start + last), ref


def _found(text: str, statement: Statement | None, codebook: Codebook) -> Iterator[tuple[int, int, PartyRef]]:
    """Yield offsets of words that name an owner and the state they name."""
    for pattern in _NAMED:
        for match in pattern.finditer(text):
            held = codebook.parties.find(match[1].rstrip(".-"))
            if held and held.kind == "state":
                yield match.start(), match.end(), PartyRef(held.id, held.name, held.state, held.kind)
    who = speaker(statement) if statement else None
    if who is not None:
        for match in _OWN.finditer(text):
            yield match.start(), match.end(), side_ref(who, codebook.parties)
