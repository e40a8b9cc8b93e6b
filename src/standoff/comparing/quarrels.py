"""Find which assertions of an incident each denial answers, and so how many quarrels there are over it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from standoff.comparing.counting import suffered
from standoff.comparing.given import Given
from standoff.comparing.meeting import apart, together
from standoff.model.claim import Claim
from standoff.values.numerals import amount
from standoff.values.sides import side
from standoff.values.text import stems

ANY_LOSS = "casualties"  # the type of event that can be the dead as well as the wounded
_WORD = re.compile(r"[a-z]+")
_WORD_OR_NAME = re.compile(r"[^\W\d_]{4,}")
_LIKE = 4.0  # what the words that two sentences share must weigh together
_STRONG, _WEAK = 2, 1  # how well a denial fits what its report charged before it or what is told in its words, and else


@dataclass(slots=True)
class Quarrel:
    """Hold denials with the assertions they answer, and how well each claim fits one on the other hand."""

    asserting: dict[str, Claim] = field(default_factory=dict)
    denying: list[Claim] = field(default_factory=list)
    fit: dict[str, int] = field(default_factory=dict)


def quarrels(asserting: Sequence[Claim], denying: Iterable[Claim], given: Given) -> list[Quarrel]:
    """Return the quarrels over an incident: denials that answer some claim in common are of one."""
    found: list[Quarrel] = []
    for denial in denying:
        mine = Quarrel({c.id: c for c in _answered(denial, asserting, given)}, [denial])
        mine.fit = {key: _fit(c, denial, given) for key, c in mine.asserting.items()}
        mine.fit[denial.id] = max(mine.fit.values(), default=0)
        for other in [held for held in found if not held.asserting.keys().isdisjoint(mine.asserting)]:
            found.remove(other)
            mine = _joined(other, mine)
        if mine.asserting:
            found.append(mine)
    return [_of_others(quarrel, given) for quarrel in found]


def _of_others(quarrel: Quarrel, given: Given) -> Quarrel:
    """Leave out what sides assert that deny themselves, where others assert it as well."""
    deniers = {given.sides.of(claim) for claim in quarrel.denying}
    others = {key: c for key, c in quarrel.asserting.items() if given.sides.of(c) not in deniers}
    return Quarrel(others or quarrel.asserting, quarrel.denying, quarrel.fit)


def _joined(one: Quarrel, other: Quarrel) -> Quarrel:
    """Return two quarrels as one."""
    keys = one.fit.keys() | other.fit.keys()
    fit = {key: max(one.fit.get(key, 0), other.fit.get(key, 0)) for key in sorted(keys)}
    return Quarrel(one.asserting | other.asserting, [*one.denying, *other.denying], fit)


def _answered(denial: Claim, asserting: Iterable[Claim], given: Given) -> list[Claim]:
    """Return what a denial can answer: words of another side, on nothing of another day or place.

    Where its own report tells first what a side charged, what others quote of that side counts only where it is of the
    same ground or day, or in the same words. Who denies losses only is answered by the same losses.
    """
    mine = given.sides.of(denial)
    found = [claim for claim in asserting if given.sides.of(claim) != mine]
    if denial.event is None:
        return found
    found = [claim for claim in _on_losses(denial, found, given) if _can_be_one(claim, denial, given)]
    charged = [c for c in found if _before(c, denial) and not loose(c, given) and given.sides.spoken(c)]
    heard = {given.sides.of(claim) for claim in charged}
    return [
        c
        for c in found
        if c.document == denial.document
        or given.sides.of(c) not in heard
        or any(together(c, other, given) for other in (denial, *charged))
        or _in_like_words(c, denial, given)
    ]


def _can_be_one(claim: Claim, denial: Claim, given: Given) -> bool:
    """Tell whether a claim and a denial can be of one deed: no burning of houses where shots are denied."""
    if claim.event is None:
        return True
    one = _sort(claim, given) == _sort(denial, given)
    return one and not _others_met(claim, denial, given) and not apart(claim, denial, given)


def _others_met(claim: Claim, denial: Claim, given: Given) -> bool:
    """Tell whether a claim and a denial are of a call or agreement of other parties; who denies one took part in it."""
    events = given.event(claim), given.event(denial)
    kind = given.codebook.kind(str(denial.value.get("type")))
    if kind is None or kind.roles != "mutual" or kind.lasting or not (events[0] and events[1]):
        return False
    told, denied = ({side(ref, given.codebook.parties) for ref in (*e.parties("actor"), *e.parties("recipient"))}
                    for e in events if e)  # fmt: skip
    denied.add(given.sides.of(denial))
    return min(len(told), len(denied)) > 1 and not (told <= denied or denied <= told)


def _sort(claim: Claim, given: Given) -> str | None:
    """Return the sort of deeds that the event a claim tells of is one of, nothing for most."""
    type_ = str(claim.value.get("type"))
    return given.codebook.incidents.sort(type_, given.codebook.events.family(type_))


def _on_losses(denial: Claim, asserting: list[Claim], given: Given) -> list[Claim]:
    """Return what can be set against a denial: where it denies losses, the same losses, of the same people.

    Who "denied killing civilians" denies the deed where no such losses are told.
    """
    if not outcome(denial, given):
        return asserting
    same = [claim for claim in asserting if _same_losses(claim, denial, given)]
    return same or (asserting if _denied_by_cue(denial, given) else [])


def _fit(claim: Claim, denial: Claim, given: Given) -> int:
    """Return how well a denial fits a claim: charged before it or in its words, of its type, of its ground or day."""
    own = _before(claim, denial)
    same = claim.event is not None and claim.value.get("type") == denial.value.get("type")
    alike = _in_like_words(claim, denial, given)
    return (own + alike) * _STRONG + (same + together(claim, denial, given)) * _WEAK


def _before(claim: Claim, denial: Claim) -> bool:
    """Tell whether a claim stands before a denial in its report."""
    return claim.document == denial.document and claim.quote.start < denial.quote.start


def _in_like_words(one: Claim, other: Claim, given: Given) -> bool:
    """Tell whether the sentences of two claims share words, beyond names and those for the deed, that say much."""
    left, right = (_words(c.evidence[0].quote, c.quote.quote) for c in (one, other))
    return sum(given.codebook.spread.weight(word) for word in sorted(left & right)) >= _LIKE


@lru_cache(maxsize=4096)
def _words(sentence: str, deed: str) -> frozenset[str]:
    """Return the words of a sentence in lower case that are long enough, without the first word for the deed."""
    return frozenset(word for word in _WORD_OR_NAME.findall(sentence) if word.islower()) - {*deed.split()[:1]}


def _denied_by_cue(claim: Claim, given: Given) -> bool:
    """Tell whether a denial has a verb of denying."""
    statement = given.record.statements.get(claim.statement or "")
    cue = " ".join(span.quote for span in statement.cue) if statement else ""
    return not given.codebook.incidents.list("negation").isdisjoint(_WORD.findall(cue.casefold()))


def _same_losses(claim: Claim, denial: Claim, given: Given) -> bool:
    """Tell whether a claim tells of the losses that another denies: of one kind and side, or told in one report."""
    types = {str(claim.value.get("type")), str(denial.value.get("type"))}
    if len(types) > 1 and not (ANY_LOSS in types and outcome(claim, given)):
        return False
    whose, denied = _sufferers(claim, given), _sufferers(denial, given)
    if whose and denied:
        return bool(whose & denied)
    concerned = given.concerned.get(denial.incident, frozenset())
    return claim.document == denial.document or (whose == denied and given.sides.of(denial) in concerned)


def _sufferers(claim: Claim, given: Given) -> frozenset[str]:
    """Return whom an event befell: the sides, and the stems of the words for them; people at large are nobody."""
    event = given.event(claim)
    words = " ".join(ref.name for ref in event.parties("recipient")) if event else ""
    plain = given.codebook.incidents.list("at large")
    told = [word for word in words.split() if word.casefold() not in plain and amount(word) is None]
    return suffered(claim, given) | stems(" ".join(told))


def loose(claim: Claim, given: Given) -> bool:
    """Tell whether a claim only judges a deed or tells what came of it."""
    return str(claim.value.get("type")) in given.codebook.incidents.list("generic") or outcome(claim, given)


def outcome(claim: Claim, given: Given) -> bool:
    """Tell whether a claim is about losses that come of a deed, not about the deed."""
    known = given.codebook.events.types.get(str(claim.value.get("type")))
    return known is not None and known.kind == "outcome"
