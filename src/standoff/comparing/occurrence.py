"""Find contradictions on whether something occurred, and happenings that two sides put on each other."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import date

from standoff.comparing import explain
from standoff.comparing.given import Given
from standoff.comparing.quarrels import ANY_LOSS, Quarrel, loose, outcome, quarrels
from standoff.comparing.tables import Cell, Sides
from standoff.model.claim import OCCURRED, Claim, Discrepancy, discrepancy_id

# A report's own voice repeats what it was told; its words weigh less against a denial than a party's.
_PUBLISHER_WEIGHT = 0.7
_ANSWER_WEIGHT = 0.9
_JUST_BEFORE = 300
_BESIDE = 40
_LONG = 4  # days after which a denial that names no day is rarely of one day's deed
# What is only meant not to happen, or has not happened for years, is no denial of what did.
_FORESTALLED = re.compile(
    r"\b(?:prevent|avoid|avert|deter|ensur|opt(?:ed|ing)|ch(?:o|oo)s(?:e|ing)|decid|refrain|promis|pledg|vow|lest)\w*"
    r"|\bno (?:information|details?|reports?|word|idea|comment|justification|excuse|pretext|reason)\b",
    re.IGNORECASE,
)
# "Could not have attacked without its help" says that it attacked.
_NOT, _WITHOUT = (
    re.compile(r"(?:\b(?:not|never|cannot)|n[’']t)(?:\W+\w+){0,3}\W*\Z"),
    re.compile(r"\b(?:without|unless|until|but for)\b"),
)
_AGAIN = re.compile(r"\bagain\b|\bsince (?:\w+ )?(?:19|20)\d\d\b", re.IGNORECASE)
_WORD = re.compile(r"[a-z]+")


def contradictions(cells: Mapping[Cell, list[Claim]], labels: Mapping[str, str], given: Given) -> Iterator[Discrepancy]:
    """Yield a contradiction for each quarrel over an incident that one side asserts and another denies."""
    sides = given.sides
    for (incident, slot), claims in sorted(cells.items()):
        if slot != OCCURRED:
            continue
        denying = [claim for claim in claims if claim.polarity == "denies" and _holds(claim, claims, given)]
        denying = _at_one(denying, claims, sides)
        asserting = [claim for claim in claims if claim.polarity == "asserts"]
        for quarrel in quarrels(asserting, denying, given) or _within_a_side(claims, given):
            if _worth_telling(list(quarrel.asserting.values()), quarrel.denying, given):
                yield _contradiction(incident, quarrel, labels, given)


def _at_one(denying: list[Claim], claims: Sequence[Claim], sides: Sides) -> list[Claim]:
    """Return the denials of sides that only deny, where there are such; who mostly asserts denies some part of it."""
    said = Counter(sides.of(claim) for claim in claims if claim.polarity == "asserts" and sides.spoken(claim))
    against = Counter(sides.of(claim) for claim in denying)
    firm = [claim for claim in denying if said[sides.of(claim)] <= against[sides.of(claim)]]
    return firm or denying


def _holds(denial: Claim, claims: Sequence[Claim], given: Given) -> bool:
    """Tell whether a denial is one in so many words and, where it names no event, answers something said of this."""
    if denial.event is not None:
        return _explicit(denial, given) and not _late(denial, claims, given)
    statement = given.record.statements.get(denial.statement or "")
    if statement is not None and statement.negated_act:
        return False  # "have not verified it" leaves it open
    mine = given.sides.of(denial)
    asserting = [c for c in claims if c.polarity == "asserts" and c.event is not None and given.sides.of(c) != mine]
    return given.replies.answers(denial, asserting, mine)


def _late(denial: Claim, claims: Sequence[Claim], given: Given) -> bool:
    """Tell whether a denial without day and place comes long after what other reports, not its own, assert."""
    event, first = given.event(denial), given.record.documents[denial.document].published.first_day
    if event is None or first is None or event.place is not None or (event.happened and event.happened.known):
        return False
    asserted = [claim for claim in claims if claim.polarity == "asserts"]
    days = [day for claim in asserted if (day := _last_day(claim, given)) is not None]
    here = any(claim.document == denial.document for claim in asserted)
    return not here and bool(days) and (first - max(days)).days > _LONG


def _last_day(claim: Claim, given: Given) -> date | None:
    """Return the last day on which something a claim asserts can have happened: stated, else that of its report."""
    event = given.event(claim)
    told = event.happened if event is not None and event.happened is not None and event.happened.known else None
    return (told or given.record.documents[claim.document].published).last_day


def _explicit(claim: Claim, given: Given) -> bool:
    """Tell whether a denial is one in so many words ('prevented' is none); a report's own stands beside its verb."""
    if claim.event is None:
        return True
    sentence, quote = claim.evidence[0], claim.quote
    at = quote.start - sentence.start
    part, behind = sentence.quote.rfind(";", 0, at) + 1, sentence.quote.find(";", at)
    end = len(sentence.quote) if behind < 0 else behind
    first = part if claim.statement else max(part, at - _BESIDE)
    last = end if claim.statement else min(end, quote.stop - sentence.start + _BESIDE // 2)
    near = sentence.quote[first:last].casefold()
    before, after = sentence.quote[max(0, at - 2 * _BESIDE) : at], sentence.quote[at : at + 2 * _BESIDE]
    if _FORESTALLED.search(before) or _AGAIN.search(after) or (_NOT.search(before) and _WITHOUT.search(after)):
        return False
    words, book = set(_WORD.findall(near)), given.codebook.incidents
    statement = given.record.statements.get(claim.statement or "")
    if statement is not None and statement.polarity == "denies" and words & book.list("answered"):
        return True  # "rejected the claim that ..."
    return "n't" in near or "n’t" in near or bool(words & (book.list("negation") | book.list("dismissing")))


def _worth_telling(asserting: Sequence[Claim], denying: Sequence[Claim], given: Given) -> bool:
    """Tell whether a party stands on either hand, and a denial of a call or appeal is one of the same type.

    A bare "rejected the claims" needs a party's claim in the same report; a report's own telling is no claim.
    """
    if not any(given.sides.spoken(claim) for claim in (*asserting, *denying)):
        return False
    if all(claim.event is None for claim in denying):
        return any(_answers(denial, claim, given) for denial in denying for claim in asserting)
    types = [
        {str(claim.value["type"]) for claim in claims if claim.value.get("type")} for claims in (asserting, denying)
    ]
    if all(outcome(claim, given) for claim in denying if claim.event) and not (
        types[0] & types[1] or (ANY_LOSS in types[1] and any(outcome(claim, given) for claim in asserting))
    ):
        return False  # "there are no dead" denies losses, not the shots
    if not any(given.sides.spoken(claim) for claim in asserting) and not _families(types[0], given) & _families(
        types[1], given
    ):
        return False  # what a report tells itself beside a denial of something else
    kinds = [given.codebook.kind(name) for name in types[0] | types[1]]
    if any(kind and kind.comment for kind in kinds):
        return True
    return bool(types[0] & types[1]) and any(_in_so_many_words(claim, given) for claim in denying)


def _families(types: AbstractSet[str], given: Given) -> frozenset[str]:
    """Return the families of some types; a type that only judges stands for itself."""
    judging = given.codebook.incidents.list("generic")
    return frozenset(name if name in judging else given.codebook.events.family(name) for name in types)


def _answers(denial: Claim, claim: Claim, given: Given) -> bool:
    """Tell whether a bare denial can answer a claim: a party's of the same report, or hearsay told just before it."""
    if denial.document != claim.document:
        return False
    just_before = 0 <= denial.quote.start - claim.quote.start <= _JUST_BEFORE
    return claim.statement is not None or (just_before and _hearsay(claim, given))


def _hearsay(claim: Claim, given: Given) -> bool:
    """Tell whether a report passes on what others say: 'reports circulated that ...'."""
    words = set(_WORD.findall(claim.evidence[0].quote.casefold()))
    return bool(words & given.codebook.incidents.list("answered"))


def _in_so_many_words(claim: Claim, given: Given) -> bool:
    """Tell whether a party denies by its act of speech, not by what it did not do."""
    statement = given.record.statements.get(claim.statement or "")
    return statement is not None and statement.act == "deny"


def _within_a_side(claims: Sequence[Claim], given: Given) -> list[Quarrel]:
    """Return the quarrel of two speakers of one side that assert and deny the same type of event, if there is one."""
    for denial in claims:
        if denial.polarity != "denies" or denial.event is None or not _explicit(denial, given):
            continue
        others = [
            claim
            for claim in claims
            if claim.polarity == "asserts"
            and claim.event is not None
            and given.sides.speaker(claim) != given.sides.speaker(denial)
            and given.sides.of(claim) == given.sides.of(denial)
            and claim.value.get("type") == denial.value.get("type")
        ]
        if others:
            return [Quarrel({claim.id: claim for claim in others}, [denial])]
    return []


def _contradiction(incident: str, quarrel: Quarrel, labels: Mapping[str, str], given: Given) -> Discrepancy:
    """Build a contradiction; claims that fit each other and words of those concerned come first, a report's own later.

    Of one voice's words, those on the deed that most tell of come before those that only judge it or count its dead.
    """
    sides = given.sides
    concerned = given.concerned.get(incident, frozenset())
    asserting, denying = list(quarrel.asserting.values()), list(quarrel.denying)
    told = Counter(str(c.value.get("type")) for c in (*asserting, *denying) if not loose(c, given))
    for claims in (asserting, denying):
        claims.sort(
            key=lambda c: (
                c.event is None,
                c.statement is None,
                loose(c, given),
                -quarrel.fit.get(c.id, 0),
                sides.of(c) not in concerned,
                -told[str(c.value.get("type"))],
                c.id,
            )
        )
    weight = 1.0 if asserting[0].statement else _PUBLISHER_WEIGHT
    weight *= 1.0 if denying[0].event else _ANSWER_WEIGHT
    return build(
        "contradiction",
        (*asserting, *denying),
        explain.contradiction(asserting, denying, labels[incident], sides),
        weight,
    )


def build(kind: str, claims: Sequence[Claim], explanation: str, score: float, other: str | None = None) -> Discrepancy:
    """Build a discrepancy from its claims, in their order."""
    ids = tuple(dict.fromkeys(claim.id for claim in claims))
    return Discrepancy(
        id=discrepancy_id(kind, claims[0].slot, ids),
        incident=claims[0].incident,
        other_incident=other,
        slot=claims[0].slot,
        kind=kind,  # type: ignore[arg-type]  # callers pass one of the five kinds
        claims=ids,
        explanation=explanation,
        score=round(score, 3),
        documents=tuple(sorted({claim.document for claim in claims})),
    )
