"""Tell what stands around a statement: what was said before, what comes next, what it reports and what reports it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from standoff.attributing.drafts import Draft, around
from standoff.model.entity import PartyRef

Turn = tuple[str, PartyRef | None]  # an act, and for whom he speaks who does it
_NEXT = 5  # drafts after one that may answer it
_SOON = 3  # statements in which a charge is answered
_CHARGES = frozenset({"accuse", "criticise"})
_DENIALS = frozenset({"deny", "reject"})
OF_TALK = (  # how the features begin that a sentence by itself cannot have
    *("first", "after:", "then:", "accused before", "accuser", "denied next", "charged next", "relays", "under"),
)


@dataclass(frozen=True, slots=True)
class Talk:
    """Hold acts before, the latest last, usual acts of cues after, of those in the content, of that reporting it."""

    before: Sequence[Turn] = ()
    after: Sequence[Turn] = ()
    within: Sequence[str] = ()
    above: str | None = None

    def features(self, principal: PartyRef | None, act: str) -> Iterator[str]:
        """Yield what talk around tells of a statement for this principal, whose cue's usual act this is."""
        yield from self._before(principal)
        if self.after:
            yield f"then:{_turn(self.after[0], principal)}"
        soon = {kind for kind, who in self.after[:_SOON] if who != principal}
        if soon & _DENIALS:
            yield "denied next"
        if soon & _CHARGES:
            yield "charged next"
        if self.within:
            yield "relays"
            yield f"relays|{act}"
        for kind in sorted(set(self.within)):
            yield f"relays:{kind}"
        if self.above is not None:
            yield "under"
            yield f"under:{self.above}"

    def _before(self, principal: PartyRef | None) -> Iterator[str]:
        """Yield what was said just before and by whom: an answer to an accusation is often a denial."""
        if not self.before:
            yield "first"
            return
        yield f"after:{_turn(self.before[-1], principal)}"
        if any(act in _CHARGES and who != principal for act, who in self.before):
            yield "accused before"
        if any(act == "accuse" and who == principal for act, who in self.before):
            yield "accuser"


ALONE = Talk()


def _turn(turn: Turn, principal: PartyRef | None) -> str:
    """Return an act with whether this principal's own side does it."""
    return f"{turn[0]}|{'same' if turn[1] == principal else 'other'}"


def following(drafts: Sequence[Draft], speaking: Sequence[PartyRef | None], above: Sequence[int | None]) -> list[Talk]:
    """Return for each draft what comes after it and what it reports, given whose voice each is and which reports it."""
    acts = [draft.cue.entry.act for draft in drafts]
    found = []
    for index, holder in enumerate(above):
        later = range(index + 1, min(index + 1 + _NEXT, len(drafts)))
        after = tuple((acts[k], speaking[k]) for k in later if above[k] is None or above[k] == holder)
        within = tuple(acts[k] for k in around(drafts, index) if above[k] == index)
        found.append(Talk((), after, within, None if holder is None else acts[holder]))
    return found
