"""Print one discrepancy, claim, event or agreement link: what it says, of which incident, and the words behind it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from standoff.cli.cards import marked, print_card, print_difference
from standoff.cli.drawing import console, indented, joined, plain
from standoff.codebook.agreements import load_agreements
from standoff.codebook.slots import load_slots
from standoff.model.claim import OCCURRED
from standoff.reviewing.verdicts import verdicts_in_force
from standoff.store import codecs
from standoff.store.asking import ask, ask_among
from standoff.views.books import FOLDER, kept_parties
from standoff.views.corrected import as_corrected_row, corrected_dossier
from standoff.views.differences import differences
from standoff.views.dossier import by_ids, headings
from standoff.views.marking import Mark, cut
from standoff.views.reader import bodies, card, window
from standoff.views.wording import interval_words, published_words, relation_words

if TYPE_CHECKING:
    from rich.console import Console

    from standoff.model.agreement import AgreementLink
    from standoff.model.claim import Claim
    from standoff.model.event import Event
    from standoff.model.span import Span
    from standoff.store.asking import Asked
    from standoff.store.protocol import Readable


def row(store: Readable, kind: str, key: str) -> None:
    """Print the row of an id that is a discrepancy, a claim, an event or an agreement link."""
    {"discrepancy": discrepancy, "claim": claim, "event": event, "agreement_link": agreement_link}[kind](store, key)


def discrepancy(store: Readable, key: str) -> None:
    """Print a discrepancy with all its accounts, and the incident it is about."""
    out, verdicts = console(), verdicts_in_force(store)
    with store.connect() as connection:
        (asked,) = by_ids(connection, "discrepancies", codecs.DISCREPANCY, (key,))
        dossier = corrected_dossier(connection, asked.incident, kept_parties(connection), verdicts)
    for difference in differences(dossier):
        if difference.discrepancy.id == key:
            print_difference(out, difference, load_slots(FOLDER), most=len(difference.accounts))
    out.print(plain("in ") + plain(dossier.incident.short_id, "cyan") + plain(f" {dossier.incident.label}"))


def claim(store: Readable, key: str) -> None:
    """Print a claim: its question and value, and the words of the voice that makes it."""
    out, verdicts = console(), verdicts_in_force(store)
    with store.connect() as connection:
        (found,) = by_ids(connection, "claims", codecs.CLAIM, (key,))
        found = as_corrected_row(found, verdicts)
        slot = load_slots(FOLDER).slots.get(found.slot)
        value = "" if found.slot == OCCURRED else str(found.value.get("text", ""))
        out.print(plain(joined([slot.question if slot else found.slot, value, found.polarity, found.id]), "bold"))
        _words(out, connection, found, found.evidence or (found.quote,))
        told = [(i.short_id, i.label) for i in _incidents(connection, [found.incident])]
    print_incidents(out, told)


def event(store: Readable, key: str) -> None:
    """Print an event: its codes, roles, day and place, and the words of its voice."""
    out, verdicts = console(), verdicts_in_force(store)
    with store.connect() as connection:
        (found,) = by_ids(connection, "events", codecs.EVENT, (key,))
        found = as_corrected_row(found, verdicts)
        plover = joined([found.plover.type, found.plover.mode or ""], "/")
        codes = [f"PLOVER {plover}", f"CAMEO {found.cameo}" if found.cameo else ""]
        out.print(
            plain(joined([found.type.replace("_", " "), *codes, found.factuality, found.frame, found.id]), "bold")
        )
        for line in _facts(found):
            out.print(indented(4, line))
        _words(out, connection, found, (found.trigger,))
        members = [whole for _, whole in ask_among(connection, "incident by part", [key])]
        told = [(i.short_id, i.label) for i in _incidents(connection, members)]
    print_incidents(out, told)


def agreement_link(store: Readable, key: str) -> None:
    """Print what a voice says of an agreement, and its words."""
    out = console()
    with store.connect() as connection:
        (found,) = by_ids(connection, "agreement_links", codecs.AGREEMENT_LINK, (key,))
        agreement = load_agreements(FOLDER).agreements.get(found.agreement)
        name = agreement.name if agreement else found.agreement
        accused = f"accused: {found.accused.name}" if found.accused else ""
        out.print(plain(joined([f"{name}: {relation_words(found.relation)} it", accused, found.id]), "bold"))
        _words(out, connection, found, found.evidence)


def print_incidents(out: Console, told: Sequence[tuple[str, str]]) -> None:
    """Print which incidents a row tells of."""
    for short, label in told:
        out.print(plain("tells of ") + plain(short, "cyan") + plain(f" {label}"))
    if not told:
        out.print(plain("tells of no incident"))


def _facts(found: Event) -> list[str]:
    """Return roles, day and place of an event as lines."""
    roles = [f"{argument.role}: {argument.span.quote}" for argument in found.arguments if argument.span]
    day = [f"happened: {interval_words(found.happened)}"] if found.happened else []
    return [*roles, *day, *([f"at: {found.place.name}"] if found.place else [])]


def _incidents(connection: Asked, ids: Sequence[str]) -> list[Any]:
    """Return the incidents of some ids."""
    return [codecs.INCIDENT.decode(body) for key in ids for (body,) in ask(connection, "incident", incident=key)]


def _words(out: Console, connection: Asked, found: Claim | Event | AgreementLink, spans: Sequence[Span]) -> None:
    """Print the statement that a row rests on, or the outlet's own words."""
    heading = headings(connection, (found.document,))[found.document]
    body = bodies(connection, (found.document,))[found.document]
    for voice in by_ids(connection, "statements", codecs.STATEMENT, [found.statement] if found.statement else []):
        print_card(out, card(voice, heading, body, kept_parties(connection), spans))
        return
    start, stop = window(body, min(span.start for span in spans), max(span.stop for span in spans))
    marks = tuple(Mark(span.start, span.stop, "content", found.id) for span in spans)
    out.print(plain(f"{heading.outlet}, in its own words", "bold"))
    out.print(indented(4, marked(cut(body.text, start, stop, marks)).plain))
    out.print(indented(4, joined([heading.name, published_words(heading.published)]), "dim"))
