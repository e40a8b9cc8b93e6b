"""Route reading requests on the whole record: actors, sources, agreements, contacts, search, inbox, briefing."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter, Query
from starlette.responses import Response

from standoff.serving.answers import Page
from standoff.serving.asking import Asking, Needed, Text, day
from standoff.serving.envelope import Envelope
from standoff.serving.filters import (
    ActorFilters,
    Bounded,
    BriefingFilters,
    FigureFilters,
    Finding,
    LifeFilters,
    Paging,
)
from standoff.serving.reading import page_of, row_of
from standoff.views.screens import agreements, brief, inbox, lives, parties, search, sources
from standoff.views.screens.ledgers import contact_rows, figure_rows
from standoff.views.screens.record import record_page
from standoff.views.screens.said import Kind, Question
from standoff.views.screens.shapes_incident import ContactRow, FigureRow
from standoff.views.screens.shapes_party import ActorPage, ActorRow, EdgeTelling, LifeRow, Network
from standoff.views.screens.shapes_record import (
    AgreementPage,
    AgreementRow,
    BriefingPage,
    InboxRow,
    RecordPage,
    SourcePage,
    SourceRow,
)
from standoff.views.screens.shapes_search import SearchPage

router = APIRouter()


@router.get("/record", response_model=Envelope[RecordPage])
def record(asked: Asking) -> Response:
    """Show what every screen needs: counts, the days of the published clock, signs, slots and choices."""
    return asked.answer(lambda c: Page(record_page(c, asked.desk.books, asked.desk.choices, asked.desk.title)))


@router.get("/actors", response_model=Envelope[list[ActorRow]])
def many_actors(asked: Asking, wanted: Annotated[ActorFilters, Query()]) -> Response:
    """List who says or does anything, the busiest first."""
    return asked.answer(lambda c: page_of(parties.actors(c, asked.reading, wanted.q, wanted.kind, wanted.page)))


@router.get("/actors/{name:path}", response_model=Envelope[ActorPage])
def one_actor(asked: Asking, name: str) -> Response:
    """Show one party: what it belongs to, its offices with dates, what it says and is said to do."""
    return asked.answer(lambda c: Page(parties.actor_page(c, name, asked.reading)))


@router.get("/life/{name:path}", response_model=Envelope[list[LifeRow]])
def one_life(asked: Asking, name: str, wanted: Annotated[LifeFilters, Query()]) -> Response:
    """List what one party said, did and had done to it, by days of publication, the last first."""
    stretch = lives.Stretch(day(wanted.first), day(wanted.last), *wanted.page, wanted.role)
    return asked.answer(lambda c: page_of(lives.life(c, name, asked.reading, stretch)))


@router.get("/network", response_model=Envelope[Network])
def network(
    asked: Asking,
    party: Text = None,
    type: Text = None,
    least: Annotated[int, Query(ge=1, le=10**6)] = 1,
    most: Annotated[int, Query(ge=1, le=500)] = 200,
) -> Response:
    """Show who is said to act on whom, the most often told first."""
    wanted = parties.Asked(party, type, least, most)
    return asked.answer(lambda c: Page(parties.network(c, asked.reading, wanted)))


@router.get("/network/edge", response_model=Envelope[list[EdgeTelling]])
def edge(asked: Asking, actor: Needed, recipient: Needed, type: Text = None) -> Response:
    """List the last tellings behind an edge of the network."""
    return asked.answer(lambda c: Page(parties.tellings(c, asked.reading, actor, recipient, type)))


@router.get("/contacts", response_model=Envelope[list[ContactRow]])
def contacts(asked: Asking, wanted: Annotated[Bounded, Query()]) -> Response:
    """List calls, visits and meetings in order of happening."""
    days = (day(wanted.first), day(wanted.last))
    return asked.answer(lambda c: page_of(contact_rows(c, asked.reading, days, wanted.page)))


@router.get("/casualties", response_model=Envelope[list[FigureRow]])
def casualties(asked: Asking, wanted: Annotated[FigureFilters, Query()]) -> Response:
    """List every figure given for killed, wounded, captured, missing and displaced, with its source."""
    days = (day(wanted.first), day(wanted.last))
    return asked.answer(lambda c: page_of(figure_rows(c, asked.reading, wanted.slot, days, wanted.page)))


@router.get("/sources", response_model=Envelope[list[SourceRow]])
def many_sources(asked: Asking, wanted: Annotated[Finding, Query()]) -> Response:
    """List outlets and agencies with their grades, those with most documents first."""
    return asked.answer(lambda c: page_of(sources.sources(c, asked.shelf, wanted.q, wanted.page)))


@router.get("/sources/{name:path}", response_model=Envelope[SourcePage])
def one_source(asked: Asking, name: str) -> Response:
    """Show one outlet: whom it repeats, who repeats it, whom it quotes, and its grades."""
    return asked.answer(lambda c: Page(sources.source_page(c, name, asked.shelf)))


@router.get("/agreements", response_model=Envelope[list[AgreementRow]])
def many_agreements(asked: Asking, wanted: Annotated[Bounded, Query()]) -> Response:
    """List the agreements that are spoken of, in a period of publication and in the one before."""
    period = agreements.Span(day(wanted.first), day(wanted.last))
    return asked.answer(lambda c: Page(agreements.agreements(c, asked.reading, period)))


@router.get("/agreements/{name:path}", response_model=Envelope[AgreementPage])
def one_agreement(asked: Asking, name: str, wanted: Annotated[Bounded, Query()]) -> Response:
    """Show the ledger of one agreement: per clause, a period against the one before."""
    period = agreements.Span(day(wanted.first), day(wanted.last))
    return asked.answer(lambda c: Page(agreements.agreement_page(c, name, asked.reading, period)))


@router.get("/search", response_model=Envelope[SearchPage])
def find(
    asked: Asking,
    q: Needed,
    kind: Kind | None = None,
    limit: Annotated[int, Query(ge=1, le=50)] = 8,
) -> Response:
    """Search names, texts and statements; statements also by what they mean, where that is indexed already."""
    near, note = asked.near
    question = Question(q, kind, limit)
    found = "indexed" if near else "words"
    return asked.answer(lambda c: Page(replace(search.search(c, asked.reading, question, near), note=note)), found)


@router.get("/inbox", response_model=Envelope[list[InboxRow]])
def arrivals(asked: Asking, wanted: Annotated[Paging, Query()]) -> Response:
    """List documents in order of arrival, each with what it adds to the record."""
    return asked.answer(lambda c: page_of(inbox.inbox(c, asked.reading, wanted.page)))


@router.get("/briefing", response_model=Envelope[BriefingPage])
def briefing(asked: Asking, wanted: Annotated[BriefingFilters, Query()]) -> Response:
    """Write a briefing of one incident, or of the most disputed that answer the filters; every sentence has sources."""
    filters = wanted.filters()
    if wanted.incident:
        filters = replace(filters, incident=row_of(asked, "incident", wanted.incident))
    return asked.answer(lambda c: Page(brief.briefing(c, asked.reading, wanted.template, filters)))
