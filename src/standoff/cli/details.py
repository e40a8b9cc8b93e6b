"""Print one incident, document or statement with the words it rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from standoff.cli.cards import marked, print_card, print_difference, print_title
from standoff.cli.drawing import console, joined, plain
from standoff.cli.evidence import print_incidents
from standoff.cli.matrix import drawn, print_heading, print_legend
from standoff.codebook.agreements import load_agreements
from standoff.codebook.slots import SlotBook, load_slots
from standoff.model.claim import Claim
from standoff.model.ids import speakable
from standoff.reviewing.verdicts import verdicts_in_force
from standoff.store import codecs
from standoff.store.asking import ask
from standoff.views.agreements import ledgers
from standoff.views.books import FOLDER, kept_parties
from standoff.views.casualties import figures
from standoff.views.corrected import as_corrected_row, corrected_dossier
from standoff.views.differences import differences
from standoff.views.dossier import Dossier, by_ids, headings
from standoff.views.incidents import entry_of
from standoff.views.map import locations, precision_words
from standoff.views.matrix import matrix
from standoff.views.network import contacts
from standoff.views.reader import bodies, card, claim_card, sheets
from standoff.views.sides import spoken
from standoff.views.summary import clauses, sentence
from standoff.views.voices import in_turn
from standoff.views.wording import given_by, interval_words, list_words, published_words, with_article

if TYPE_CHECKING:
    from rich.console import Console

    from standoff.model.statement import Statement
    from standoff.store.asking import Asked
    from standoff.store.protocol import Readable


def incident(store: Readable, key: str, limit: int | None) -> None:
    """Print an incident: matrix, differences, places, casualties, agreements, contacts, and the words of voices."""
    out = console()
    verdicts = verdicts_in_force(store)
    with store.connect() as connection:
        found = corrected_dossier(connection, key, kept_parties(connection), verdicts)
        slots = load_slots(FOLDER)
        laid = matrix(found, slots)
        print_heading(out, entry_of(connection, found.incident), sentence(clauses(laid)))
        out.print(drawn(laid, out.width))
        _differences(out, found, slots)
        _facts(out, connection, found)
        _voices(out, connection, found, limit)
    print_legend(out, None)


def _differences(out: Console, found: Dossier, slots: SlotBook) -> None:
    """Print the accounts that differ, one under the other."""
    shown = differences(found)
    if shown:
        print_title(out, "Discrepancies")
    for difference in shown:
        print_difference(out, difference, slots)


def _facts(out: Console, connection: Asked, found: Dossier) -> None:
    """Print places, casualties, agreements and contacts; casualties that nobody reports are said to be so."""
    key = found.incident.id
    print_title(out, "Places, casualties, agreements, contacts")
    for location in locations(found):
        named = f" (named by {list_words([spoken(side) for side in location.sides])})" if location.sides else ""
        out.print(plain(f"place: {location.place.name}, {precision_words(location.place)}{named}"))
    counted = figures(connection, key)
    for figure in counted:
        given = given_by(figure.side or figure.source, figure.publisher, figure.said)
        denied = "denied by " if figure.polarity == "denies" else ""
        out.print(plain(f"{figure.slot}: “{figure.text}” ({denied}{given})"))
    if not counted:
        out.print(plain("casualties: none reported"))
    agreements = load_agreements(FOLDER).agreements if found.links else {}
    for ledger in ledgers(connection, agreements, key):
        for entry in ledger.entries:
            accused = f" by {with_article(entry.accused)}" if entry.accused else ""
            out.print(plain(f"agreement: {ledger.name}: {with_article(entry.voice)} {entry.words} it{accused}"))
    for contact in contacts(connection, key):
        parties = list_words(contact.parties) or "parties not reported"
        out.print(plain(f"contact: {interval_words(contact.happened)}, {contact.how}, {parties}"))


def _voices(out: Console, connection: Asked, found: Dossier, limit: int | None) -> None:
    """Print the words of voices, document by document; of more than the limit some of each side."""
    heard, number = in_turn(found, limit)
    texts = bodies(connection, {row.document for row in heard})
    cards = [
        claim_card(row, found.documents[row.document], texts[row.document])
        if isinstance(row, Claim)
        else card(row, found.documents[row.document], texts[row.document], found.book)
        for row in heard
    ]
    print_title(out, f"The words ({number})")
    for shown in sorted(cards, key=lambda c: (c.published, c.document, c.start)):
        print_card(out, shown)
    if len(cards) < number:
        out.print(plain(f"{len(cards)} of {number}, some of each side; --limit N shows more, --limit 0 all.", "dim"))


def document(store: Readable, key: str) -> None:
    """Print a document's text with its statements marked and boilerplate dimmed."""
    with store.connect() as connection:
        heading = headings(connection, (key,))[key]
        sheet = next(iter(sheets(connection, {key: heading})))
        told = by_ids(connection, "statements", codecs.STATEMENT, sheet.statements)
    from standoff.reading.bases import contradictions  # loads calendars, which nothing else here needs

    doubts = [doubt for kept in store.documents([key]) for doubt in contradictions(kept)]
    out = console()
    out.print(plain(heading.name, "bold"))
    out.print(plain(joined([heading.outlet, published_words(heading.published), speakable(key)])))
    out.print(plain(f"path {heading.path}", "dim"))
    out.print(plain(f"text sha256 {heading.text_sha256}", "dim"))
    for doubt in doubts:
        out.print(plain(f"date in doubt: {doubt}.", "yellow"))
    if heading.copy_of:
        out.print(plain(f"repeats {100 * heading.share:.0f} % of {speakable(heading.copy_of)}"))
    out.print()
    for paragraph in sheet.paragraphs:
        aside = paragraph.kind in {"boilerplate", "metadata"}
        text = plain("".join(piece.text for piece in paragraph.pieces).strip(), "dim") if aside else None
        out.print(Padding(text if text is not None else marked(paragraph.pieces), (0, 0, 1, 0)))
    print_title(out, f"Statements ({len(told)})")
    by_id = {statement.id: statement for statement in told}
    table = Table.grid(padding=(0, 2))
    for name in sheet.statements:
        if name in by_id:
            table.add_row(plain(speakable(name), "cyan"), _said(by_id[name]))
    out.print(table)


def _said(shown: Statement) -> Text:
    """Return who says a statement, what he does by it, and his words."""
    who = shown.source.ref.name if shown.source.ref else "unnamed source"
    hearsay = ", as hearsay" if shown.hedge else ""
    words = " … ".join(span.quote for span in shown.content)
    return plain(f"{who} · {shown.act.replace('_', ' ')}{hearsay}: ") + plain(words)


def statement(store: Readable, key: str) -> None:
    """Print a statement with its neighbours, and the incidents it tells of."""
    verdicts = verdicts_in_force(store)
    with store.connect() as connection:
        parties = kept_parties(connection)
        found = as_corrected_row(by_ids(connection, "statements", codecs.STATEMENT, (key,))[0], verdicts)
        heading = headings(connection, (found.document,))[found.document]
        shown = card(found, heading, bodies(connection, (found.document,))[found.document], parties)
        about = list(ask(connection, "incidents of a statement", statement=key))
    out = console()
    print_card(out, shown)
    addressee = found.addressee.name if found.addressee else ""
    out.print(plain(joined([found.polarity, found.directness, f"to {addressee}" if addressee else "", found.id])))
    print_incidents(out, about)
