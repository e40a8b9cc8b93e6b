"""Route reading requests on incidents, documents and words to their views."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Query
from starlette.responses import Response

from standoff.errors import NotFoundError, UsageError
from standoff.serving.answers import Page
from standoff.serving.asking import Asked, Asking
from standoff.serving.envelope import Envelope
from standoff.serving.filters import DocumentFilters, IncidentFilters
from standoff.views.screens import cards, documents, drawer, incident, listing
from standoff.views.screens.paging import Part
from standoff.views.screens.related import related_rows
from standoff.views.screens.shapes import Cards, DocumentRow, Entry, IncidentRow
from standoff.views.screens.shapes_incident import EventRow, IncidentPage, RelatedRow, SimilarRow
from standoff.views.screens.shapes_record import ReaderPage, StatementPage
from standoff.views.screens.statement import statement_page

router = APIRouter()
KEYS = 100  # cards asked for at once
Keys = Annotated[str, Query(max_length=6_000, description="Ids with commas between, at most 100.")]


def page_of(found: Part[Any]) -> Page:
    """Return one page of a list as an answer."""
    return Page(found.rows, found.next, found.total)


def row_of(asked: Asked, kind: str, name: str) -> str:
    """Return the full id of a row of a kind by an id, the beginning of one or a short id."""
    found = asked.desk.store.find(name)
    if found.kind != kind:
        raise NotFoundError(f"{name} is no {kind} of this record but a {found.kind}.")
    return found.id


def keys_of(keys: str) -> list[str]:
    """Return the ids of a list with commas between."""
    found = [key.strip() for key in keys.split(",") if key.strip()]
    if len(found) > KEYS:
        raise UsageError(f"At most {KEYS} ids are taken at once: ask for fewer.")
    return found


@router.get("/incidents", response_model=Envelope[list[IncidentRow]])
def incidents(asked: Asking, wanted: Annotated[IncidentFilters, Query()]) -> Response:
    """List incidents: the most disputed first, in order of happening, or those with the last news first."""
    return asked.answer(
        lambda c: page_of(listing.incidents(c, asked.reading, wanted.filters(), wanted.order, wanted.page))
    )


@router.get("/incidents/{name}", response_model=Envelope[IncidentPage])
def one_incident(asked: Asking, name: str) -> Response:
    """Show one incident: sentence, matrix, differences, timeline, map and drawer."""
    key = row_of(asked, "incident", name)
    return asked.answer(lambda c: Page(incident.incident_page(c, key, asked.reading)))


@router.get("/incidents/{name}/cards", response_model=Envelope[Cards])
def incident_cards(asked: Asking, name: str, keys: Keys = "") -> Response:
    """Show the words behind an incident: all its cards, or those of some statements and claims."""
    key = row_of(asked, "incident", name)
    wanted = keys_of(keys) or None
    return asked.answer(lambda c: Page(cards.incident_cards(c, key, asked.reading, wanted)))


@router.get("/incidents/{name}/events", response_model=Envelope[list[EventRow]])
def incident_events(asked: Asking, name: str) -> Response:
    """List an incident's coded events with the rule that fired."""
    key = row_of(asked, "incident", name)
    return asked.answer(lambda c: Page(drawer.event_rows(c, key, asked.reading)))


@router.get("/incidents/{name}/similar", response_model=Envelope[list[SimilarRow]])
def similar(asked: Asking, name: str) -> Response:
    """List incidents that may be the same one, with what speaks for it."""
    key = row_of(asked, "incident", name)
    return asked.answer(lambda c: Page(drawer.similar_rows(c, key, asked.reading)))


@router.get("/incidents/{name}/related", response_model=Envelope[list[RelatedRow]])
def related(asked: Asking, name: str) -> Response:
    """List how people relate an incident to others: part of, in answer to, after, of the same campaign."""
    key = row_of(asked, "incident", name)
    log = asked.desk.log()
    return asked.answer(lambda c: Page(related_rows(c, key, log, asked.reading)))


@router.get("/incidents/{name}/history", response_model=Envelope[list[Entry]])
def incident_history(asked: Asking, name: str) -> Response:
    """List what people decided about an incident and its rows, the last first."""
    key = row_of(asked, "incident", name)
    log = asked.desk.log()
    return asked.answer(lambda c: Page(drawer.history(log, drawer.rows_of_incident(c, key))))


@router.get("/cards", response_model=Envelope[Cards])
def some_cards(asked: Asking, keys: Keys) -> Response:
    """Show the words of any statements and claims; what is not known on the day is left out."""
    wanted = keys_of(keys)
    return asked.answer(lambda c: Page(cards.cards_of(c, wanted, asked.reading)))


@router.get("/statements/{name}", response_model=Envelope[StatementPage])
def one_statement(asked: Asking, name: str) -> Response:
    """Show what explains a statement: its score, its events and incidents, who reports it."""
    key = row_of(asked, "statement", name)
    return asked.answer(lambda c: Page(statement_page(c, key, asked.reading)))


@router.get("/documents", response_model=Envelope[list[DocumentRow]])
def many_documents(asked: Asking, wanted: Annotated[DocumentFilters, Query()]) -> Response:
    """List documents, the last to arrive or to be published first."""
    return asked.answer(
        lambda c: page_of(documents.documents(c, asked.reading, wanted.filters(), wanted.order, wanted.page))
    )


@router.get("/documents/{name}", response_model=Envelope[ReaderPage])
def one_document(asked: Asking, name: str) -> Response:
    """Show a whole document with every mark; offsets are UTF-16 units."""
    key = row_of(asked, "document", name)
    return asked.answer(lambda c: Page(documents.reader_page(c, key, asked.reading)))
