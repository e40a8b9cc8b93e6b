"""Write how accounts of one slot differ: each value, with the sides that give it, their outlets and days."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import islice, zip_longest

from standoff.codebook.slots import SlotBook
from standoff.values.days import range_words
from standoff.views.briefs.sources import CITED, LINES, Part, Sentence, Sources, led
from standoff.views.differences import Account, Difference
from standoff.views.dossier import UNNAMED_OUTLET, Dossier
from standoff.views.matrix import value_words
from standoff.views.sides import OTHERS, OUTLETS, spoken
from standoff.views.wording import list_words, with_article


def differing(shown: Sequence[Difference], found: Dossier, slots: SlotBook, sources: Sources) -> Sentence:
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
    return led(f"{question} Accounts differ ({kinds}{cut}): ", parts)


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
    days = sorted(day for account in accounts if (day := _day(account))) if dated else []
    when = range_words(days[0], days[-1]) if days else ""
    if side == OUTLETS.name:
        voice, where = list_words(outlets) or "a report", when
    else:
        speakers = list_words([with_article(name) for name in dict.fromkeys(a.speaker for a in accounts)])
        voice = speakers if side == OTHERS.name else spoken(side)
        where = ", ".join(filter(None, [list_words(outlets), when]))
    return f"{voice} ({where})" if where else voice


def _order(account: Account) -> str:
    """Return what accounts are ordered by in time."""
    return (account.heading.published.earliest or "9") if account.heading else "9"


def _day(account: Account) -> date | None:
    """Return the day an account was published, where that is known to the day."""
    published = account.heading.published if account.heading else None
    return published.first_day if published and published.exact else None
