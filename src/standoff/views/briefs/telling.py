"""Tell of one incident: who says so and who denies it, where accounts differ, who gives which figure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from standoff.codebook.slots import SlotBook
from standoff.model.claim import LOSSES, OCCURRED, Claim
from standoff.views.briefs.accounts import differing
from standoff.views.briefs.sources import CITED, LINES, Part, Section, Sentence, Sources, led
from standoff.views.differences import Difference, differences
from standoff.views.dossier import Dossier
from standoff.views.incidents import Entry
from standoff.views.matrix import Matrix, matrix, value_words
from standoff.views.summary import Clause, clauses
from standoff.views.wording import (
    STATUS_WORDS,
    count_words,
    given_by,
    inferred,
    interval_words,
    without_date,
)

_DIFFERENCES = 3
_TELLING = ("contradiction", "disagreement", "revision", "transmission")


@dataclass(frozen=True, slots=True)
class Told:
    """Hold one incident that a briefing tells of, with its rows as they may be shown."""

    entry: Entry
    found: Dossier


def told_of(found: Dossier) -> Told:
    """Return an incident with the counts of the rows that are shown of it."""
    return Told(Entry(found.incident, len(found.discrepancies), len(found.incident.documents)), found)


def section_of(told: Told, slots: SlotBook, sources: Sources) -> Section:
    """Write about one incident: who says so and who denies it, then where figures, places and words differ."""
    incident, found = told.entry.incident, told.found
    summary = _summary(clauses(matrix(found, slots)), found, sources)
    sentences = [_begun(summary)] if summary else []
    by_slot: dict[str, list[Difference]] = {}
    for difference in sorted(differences(found), key=_telling):
        by_slot.setdefault(difference.discrepancy.slot, []).append(difference)
    about = [by_slot[slot] for slot in by_slot if slot != OCCURRED][:_DIFFERENCES]
    sentences += [differing(shown, found, slots, sources) for shown in about]
    origins = count_words(incident.origins, "independent origin")
    counted = f"{count_words(told.entry.documents, 'document')}, {origins}"
    facts = f"{STATUS_WORDS[incident.status]}; {_when(told)}; {counted}"
    return Section(without_date(incident.label), incident.short_id, facts, tuple(s for s in sentences if s.cited))


def _telling(difference: Difference) -> tuple[bool, float, str]:
    """Order differences by how much they tell."""
    about = difference.discrepancy
    return about.kind not in _TELLING, -about.score, about.id


def _when(told: Told) -> str:
    """Say when an incident happened, and whether that is inferred."""
    happened = told.entry.incident.happened
    return interval_words(happened) + (", inferred" if inferred(happened) else "")


def _summary(parts: Sequence[Clause], found: Dossier, sources: Sources) -> list[Part]:
    """Write who says so and who denies it, as parts of a sentence."""
    claims = {claim.id: claim for claim in found.claims}
    written: list[Part] = []
    for part in parts:
        numbers = sources.statements(part.statements, found, max(CITED, part.sides))
        own = [claims[key] for key in part.claims if key in claims and claims[key].statement is None]
        numbers += tuple(sources.claim(claim, found) for claim in own[:1])
        if numbers:
            written.append((part.text, tuple(dict.fromkeys(numbers))))
    return written


def _begun(parts: Sequence[Part]) -> Sentence:
    """Return a sentence that begins with a capital."""
    (first, numbers), *rest = parts
    return Sentence(((first[:1].upper() + first[1:], numbers), *rest))


def headline(told: Told, slots: SlotBook, sources: Sources) -> Iterator[Sentence]:
    """Write one incident in one sentence that begins with its name."""
    parts = _summary(clauses(matrix(told.found, slots)), told.found, sources)
    if parts:
        yield led(f"{told.entry.incident.label}: ", parts)


def figures(told: Told, sources: Sources) -> Iterator[Sentence]:
    """Write every figure of casualties with who gives it, those reported first before their updates."""
    found = told.found
    for slot in LOSSES:
        own = [c for c in found.claims if c.slot == slot and c.incident == told.entry.incident.id]
        given: dict[str, list[int]] = {}
        for claim in sorted(_told_once(own), key=_said):
            numbers = given.setdefault(_figure(claim, found), [])
            numbers.append(sources.claim(claim, found))
        if given:
            parts = [(words, tuple(dict.fromkeys(numbers))[:CITED]) for words, numbers in given.items()]
            label = told.entry.incident.label
            yield led(f"{slot.capitalize()}, {label[:1].lower()}{label[1:]}: ", parts[-LINES:])


def _told_once(claims: Sequence[Claim]) -> Iterator[Claim]:
    """Yield claims that give a figure, without headlines that repeat one which the same report has from somebody."""
    voiced = {(c.document, c.value.get("low")) for c in claims if c.principal or c.source}
    for claim in claims:
        repeated = not (claim.principal or claim.source) and (claim.document, claim.value.get("low")) in voiced
        if not (repeated or claim.value.get("unsaid") or claim.value.get("some")):
            yield claim


def _said(claim: Claim) -> str:
    """Return when a figure was given."""
    return (claim.said_at.earliest or claim.said_at.latest or "") if claim.said_at else ""


def _figure(claim: Claim, found: Dossier) -> str:
    """Write one figure, who gives it, in which outlet and when; whether it is denied."""
    who, heading = claim.principal or claim.source, found.documents.get(claim.document)
    given = given_by(who.name if who else None, heading.outlet if heading else None, claim.said_at)
    denied = "denied by " if claim.polarity == "denies" else ""
    return f"“{' '.join(value_words(claim).split())}” ({denied}{given})"


def answered(told: Told, slots: SlotBook, sources: Sources) -> Section:
    """Write about one incident by the questions of its matrix, each answered by every side."""
    incident, laid = told.entry.incident, matrix(told.found, slots)
    occurred = _summary(clauses(laid), told.found, sources)
    lines = [led("Did it happen? ", _begun(occurred).parts)] if occurred else []
    lines += _answers(laid, told.found, sources)
    facts = f"{STATUS_WORDS[incident.status]}; {_when(told)}"
    return Section(without_date(incident.label), incident.short_id, facts, tuple(lines))


def _answers(laid: Matrix, found: Dossier, sources: Sources) -> Iterator[Sentence]:
    """Write what each side says on each further question."""
    held = {claim.id: claim for claim in found.claims}
    for line in laid.lines:
        if line.slot == OCCURRED:
            continue
        parts: list[Part] = []
        for side in laid.sides:
            cell = line.cell(side.key)
            cited = [held[key] for key in cell.claims[:CITED]]
            numbers = tuple(dict.fromkeys(sources.claim(claim, found) for claim in cited))
            if cell.words and numbers:
                parts.append((f"{side.name}: {' '.join(cell.words.split())}", numbers))
        if parts:
            yield led(f"{line.question} ", parts)
