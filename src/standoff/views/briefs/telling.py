"""Tell of one incident: who says so and who denies it, where accounts differ, who gives which figure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from standoff.codebook.slots import SlotBook
from standoff.model.claim import LOSSES, OCCURRED
from standoff.views.briefs.sources import CITED, Part, Section, Sentence, Sources
from standoff.views.differences import Account, Difference, differences
from standoff.views.dossier import UNNAMED_OUTLET, Dossier
from standoff.views.incidents import Entry
from standoff.views.matrix import Matrix, matrix, value_words
from standoff.views.sides import OUTLETS
from standoff.views.summary import Clause, clauses
from standoff.views.wording import STATUS_WORDS, count_words, inferred, interval_words, list_words

LINES = 6  # sentences, or figures, of one kind
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
    sentences += [_difference(shown, found, slots, sources) for shown in about]
    origins = count_words(incident.origins, "independent origin")
    counted = f"{count_words(told.entry.documents, 'document')}, {origins}"
    facts = f"{STATUS_WORDS[incident.status]}; {_when(told)}; {counted}"
    return Section(incident.label, incident.short_id, facts, tuple(s for s in sentences if s.cited))


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


def _difference(shown: Sequence[Difference], found: Dossier, slots: SlotBook, sources: Sources) -> Sentence:
    """Write what the accounts of one slot give, equal words of one side together, and in which ways they differ."""
    slot = shown[0].discrepancy.slot
    label = slots.slots[slot].label if slot in slots.slots else slot.replace("_", " ")
    kinds = list_words(list(dict.fromkeys(difference.discrepancy.kind for difference in shown)))
    alike: dict[tuple[str, str, str], list[Account]] = {}
    for account in shown[0].accounts:
        words = " ".join(str(account.claim.value.get("text") or account.claim.quote.quote).split())
        alike.setdefault((words.casefold(), account.side, account.claim.polarity), []).append(account)
    parts = [_alike(accounts, found, sources) for accounts in list(alike.values())[:LINES]]
    cut = f"; {LINES} of {len(alike)} accounts" if len(alike) > LINES else ""
    return _led(f"Accounts differ on the {label} ({kinds}{cut}): ", parts)


def _alike(accounts: Sequence[Account], found: Dossier, sources: Sources) -> Part:
    """Write accounts that one side gives in the same words, with the outlets that carry them."""
    first, cited = accounts[0], accounts[:CITED]
    words = " ".join(str(first.claim.value.get("text") or first.claim.quote.quote).split())
    denied = ", denied" if first.claim.polarity == "denies" else ""
    return f"“{words}” ({_told_by(first.side, cited)}{denied})", tuple(
        dict.fromkeys(sources.claim(a.claim, found) for a in cited)
    )


def _told_by(side: str, accounts: Sequence[Account]) -> str:
    """Say for which side and in which outlets accounts stand; an outlet that no report names is left unnamed."""
    outlets = dict.fromkeys(a.heading.outlet for a in accounts if a.heading and a.heading.outlet != UNNAMED_OUTLET)
    where = list_words(list(outlets))
    if side == OUTLETS.name:
        return where or "a report"
    return f"{side} in {where}" if where else side


def _begun(parts: Sequence[Part]) -> Sentence:
    """Return a sentence that begins with a capital."""
    (first, numbers), *rest = parts
    return Sentence(((first[:1].upper() + first[1:], numbers), *rest))


def _led(lead: str, parts: Sequence[Part]) -> Sentence:
    """Return a sentence that begins with some words that need no source."""
    (first, numbers), *rest = parts
    return Sentence(((lead + first, numbers), *rest))


def headline(told: Told, slots: SlotBook, sources: Sources) -> Iterator[Sentence]:
    """Write one incident in one sentence that begins with its name."""
    parts = _summary(clauses(matrix(told.found, slots)), told.found, sources)
    if parts:
        yield _led(f"{told.entry.incident.label}: ", parts)


def figures(told: Told, sources: Sources) -> Iterator[Sentence]:
    """Write every figure of casualties with who gives it."""
    for slot in LOSSES:
        given: dict[str, tuple[int, ...]] = {}
        for claim in told.found.claims:
            if claim.slot == slot and claim.incident == told.found.incident.id:
                who = claim.principal or claim.source
                voice = who.name if who else claim.publisher or "a report in its own words"
                words = f"“{' '.join(value_words(claim).split())}” ({voice})"
                given[words] = (*given.get(words, ()), sources.claim(claim, told.found))
        if given:
            parts = [(words, numbers[:CITED]) for words, numbers in given.items()]
            yield _led(f"{slot.capitalize()}, {told.entry.incident.label}: ", parts[:LINES])


def answered(told: Told, slots: SlotBook, sources: Sources) -> Section:
    """Write about one incident by the questions of its matrix, each answered by every side."""
    incident, laid = told.entry.incident, matrix(told.found, slots)
    occurred = _summary(clauses(laid), told.found, sources)
    lines = [_led("Did it happen? ", _begun(occurred).parts)] if occurred else []
    lines += _answers(laid, told.found, sources)
    return Section(incident.label, incident.short_id, f"{STATUS_WORDS[incident.status]}; {_when(told)}", tuple(lines))


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
            yield _led(f"{line.question} ", parts)
