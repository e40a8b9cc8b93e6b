from __future__ import annotations

from standoff.annotating.annotate import annotate
from standoff.coding.code import code
from standoff.grounding.ground import ground
from standoff.model.document import Block, Document, document_id
from standoff.model.event import Event
from standoff.model.ids import digest
from tests.texts import codebook, gazetteer, language

TEXT = (
    "Casualties in Sudan\nState | Killed | Injured\nNorth Darfur | 63 | 141\nKhartoum | - | 90\nTotal | 63 | 231\n"
    "The army shelled Nyala."
)


def events_of(text: str) -> tuple[Event, ...]:
    blocks, at = [], 0
    for line in text.splitlines(keepends=True):
        kind = "metadata" if "|" in line else "paragraph"
        blocks.append(Block(kind, at, at + len(line.rstrip("\n"))))
        at += len(line)
    document = Document(document_id(text, None, None), text, digest(text.encode()), "", "t", blocks=tuple(blocks))
    book = codebook()
    return code(ground(annotate(document, language(), book), book, gazetteer()), (), book)


def test_each_figure_of_losses_in_a_table_is_an_event_of_its_row() -> None:
    told = [(e.type, e.trigger.quote, e.place.name if e.place else None) for e in events_of(TEXT) if "table" in e.rule]
    assert told == [
        ("killing", "63", "North Darfur"),
        ("wounding", "141", "North Darfur"),
        ("wounding", "90", "Khartoum"),
    ]


def test_the_figure_is_the_quantity_of_its_event() -> None:
    event = next(e for e in events_of(TEXT) if e.trigger.quote == "141")
    (quantity,) = [a for a in event.arguments if a.role == "quantity"]
    assert quantity.value is not None
    assert (quantity.value["kind"], quantity.value["low"], quantity.value["high"]) == ("wounded", 141, 141)


def test_a_table_of_anything_else_tells_no_losses() -> None:
    assert not [
        e for e in events_of(TEXT.replace("Killed", "Schools").replace("Injured", "Wells")) if "table" in e.rule
    ]


def test_the_date_of_a_row_is_when_its_losses_fell() -> None:
    rows = "Date | Place | Killed\n12 May 2025 | Djibo | 63\n14.05.2025 | Diapaga | 5\n2025-05-16 | Solenzo | 7\n"
    told = [event for event in events_of(f"Attacks in Burkina Faso\n{rows}") if "table" in event.rule]
    assert [event.happened.earliest if event.happened else None for event in told] == [
        "2025-05-12",
        "2025-05-14",
        "2025-05-16",
    ]
