"""Tell of one incident: who says so and who denies it, where accounts differ, who gives which figure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, zip_longest

from standoff.codebook.slots import SlotBook
from standoff.model.claim import LOSSES, OCCURRED, Claim
from standoff.views.briefs.sources import CITED, Part, Section, Sentence, Sources
from standoff.views.differences import Account, Difference, differences
from standoff.views.dossier import UNNAMED_OUTLET, Dossier
from standoff.views.incidents import Entry
from standoff.views.matrix import Matrix, matrix, value_words
from standoff.views.sides import OTHERS, OUTLETS, spoken
from standoff.views.summary import Clause, clauses
from standoff.views.wording import (
    STATUS_WORDS,
    count_words,
    given_by,
    inferred,
    interval_words,
    list_words,
    with_article,
)

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
    """Write which values the accounts of one slot give, with who gives each and in which ways they differ."""
    slot = slots.slots.get(shown[0].discrepancy.slot)
    question = slot.question if slot else shown[0].discrepancy.slot.replace("_", " ").capitalize() + "?"
    kinds = list_words(list(dict.fromkeys(difference.discrepancy.kind for difference in shown)))
    accounts = {account.claim.id: account for difference in shown for account in difference.accounts}
    given: dict[tuple[str, str], list[Account]] = {}
    for account in accounts.values():
        given.setdefault((_key(account), account.claim.polarity), []).append(account)
    counted = slot is not None and slot.value == "count"  # figures by day, so that updates follow what they update
    told = sorted(given.values(), key=lambda alike: (_leaves_out(alike[0]), counted and min(map(_order, alike))))
    cut = f"; {LINES} of {len(told)} answers" if len(told) > LINES else ""
    dated = len({_day(account) for account in accounts.values()}) > 1
    parts = [_alike(alike, found, sources, dated=dated) for alike in told[:LINES]]
    return _led(f"{question} Accounts differ ({kinds}{cut}): ", parts)


def _key(account: Account) -> str:
    """Return what accounts of one value share: the side of a party, else the words."""
    return str(account.claim.value.get("side") or value_words(account.claim)).casefold()


def _leaves_out(account: Account) -> bool:
    """Tell whether an account only leaves a value open."""
    return bool(account.claim.value.get("unsaid") or account.claim.value.get("some"))


def _alike(accounts: Sequence[Account], found: Dossier, sources: Sources, *, dated: bool) -> Part:
    """Write one value, and the sides that give it with the outlets that carry their words."""
    first, by_side = accounts[0], dict[str, list[Account]]()
    for account in accounts:
        by_side.setdefault(account.side, []).append(account)
    cited = list(islice((a for turn in zip_longest(*by_side.values()) for a in turn if a), CITED))
    told = list_words([_told_by(side, [a for a in cited if a.side == side], dated) for side in by_side][:CITED])
    numbers = tuple(dict.fromkeys(sources.claim(a.claim, found) for a in cited))
    answer = "denied" if first.claim.polarity == "denies" else "left open" if _leaves_out(first) else "according to"
    joined = f" {answer}" if answer == "according to" else f" {answer} by"
    return f"{_value(first)},{joined} {told}", numbers


def _value(account: Account) -> str:
    """Return the value of an account: a party or channel by its name, else in quotation marks."""
    words = " ".join(value_words(account.claim).split())
    value = account.claim.value
    if value.get("name"):
        return with_article(words)
    return words if value.get("channel") else f"“{words}”"


def _told_by(side: str, accounts: Sequence[Account], dated: bool) -> str:
    """Say for which side and in which outlets accounts stand, and when; an unknown outlet is left unnamed."""
    outlets = list(
        dict.fromkeys(a.heading.outlet for a in accounts if a.heading and a.heading.outlet != UNNAMED_OUTLET)
    )
    days = list(dict.fromkeys(filter(None, map(_day, accounts)))) if dated else []
    where = ", ".join(filter(None, [list_words(outlets), list_words(days)]))
    if side == OUTLETS.name:
        return where or "a report"
    speakers = list_words([with_article(name) for name in dict.fromkeys(a.speaker for a in accounts)])
    voice = speakers if side == OTHERS.name else spoken(side)
    return f"{voice} ({where})" if where else voice


def _order(account: Account) -> str:
    """Return what accounts are ordered by in time."""
    return (account.heading.published.earliest or "9") if account.heading else "9"


def _day(account: Account) -> str:
    """Return the day an account was published, where that is known to the day."""
    published = account.heading.published if account.heading else None
    return interval_words(published) if published and published.exact else ""


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
    """Write every figure of casualties with who gives it, those reported first before their updates."""
    found = told.found
    for slot in LOSSES:
        own = [c for c in found.claims if c.slot == slot and c.incident == told.entry.incident.id]
        given: dict[str, list[int]] = {}
        for claim in sorted((c for c in own if not c.value.get("unsaid") and not c.value.get("some")), key=_said):
            numbers = given.setdefault(_figure(claim, found), [])
            numbers.append(sources.claim(claim, found))
        if given:
            parts = [(words, tuple(dict.fromkeys(numbers))[:CITED]) for words, numbers in given.items()]
            yield _led(f"{slot.capitalize()}, {told.entry.incident.label}: ", parts[-LINES:])


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
