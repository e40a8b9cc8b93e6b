"""Hold the parameters by which lists are filtered, as the API documents them."""

from __future__ import annotations

import datetime

from pydantic import BaseModel, ConfigDict, Field

from standoff.model.claim import DiscrepancyKind, Loss
from standoff.model.entity import PartyKind
from standoff.model.incident import Status
from standoff.serving.asking import LONGEST, MOST, day
from standoff.views.briefs.templates import Template
from standoff.views.screens import documents, listing, lives


class Paging(BaseModel):
    """Hold where in a list a page begins and how many rows it has."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    as_of: datetime.date | None = Field(None, description="Show the record as known on this day.")
    cursor: str | None = Field(None, max_length=600, description="`meta.next` of the page before.")
    limit: int = Field(50, ge=1, le=MOST)

    @property
    def page(self) -> tuple[str | None, int]:
        """Return cursor and number of rows."""
        return self.cursor, self.limit


class Bounded(Paging):
    """Hold a page of what lies between two days, inclusive."""

    first: datetime.date | None = Field(None, alias="from")
    last: datetime.date | None = Field(None, alias="to")


class IncidentFilters(Bounded):
    """Hold what incidents are filtered by."""

    q: str | None = Field(None, max_length=LONGEST, description="Words of the incident's name, the last as a prefix.")
    status: Status | None = None
    type: str | None = Field(None, max_length=LONGEST, description="Event type, such as `shelling`.")
    slot: str | None = Field(None, max_length=LONGEST, description="A slot in which accounts differ.")
    kind: DiscrepancyKind | None = Field(None, description="A kind of difference.")
    party: str | None = Field(None, max_length=LONGEST, description="Id of a party, or its name where it has none.")
    place: str | None = Field(None, max_length=LONGEST, description="Id or name of a place, or a country as alpha-3.")
    publisher: str | None = Field(None, max_length=LONGEST)
    document: str | None = Field(None, max_length=LONGEST, description="Full id of a document.")
    since: datetime.date | None = Field(None, description="Incidents with a document published on or after a day.")
    reviewed: bool | None = None
    order: listing.Order = "weight"

    def filters(self) -> listing.Filters:
        """Return the filters of the view."""
        plain = ("q", "status", "type", "slot", "kind", "party", "place", "publisher", "document", "reviewed")
        held = {name: getattr(self, name) for name in plain}
        return listing.Filters(**held, first=day(self.first), last=day(self.last), since=day(self.since))


class BriefingFilters(IncidentFilters):
    """Hold which incidents a briefing tells of, and in which order."""

    template: Template = "short"
    incident: str | None = Field(None, min_length=1, max_length=LONGEST, description="Id or short id of one incident.")


class DocumentFilters(Bounded):
    """Hold what documents are filtered by; days are of publication."""

    q: str | None = Field(None, max_length=LONGEST, description="Words of the text, the last as a prefix.")
    publisher: str | None = Field(None, max_length=LONGEST)
    language: str | None = Field(None, max_length=20)
    copies: bool | None = Field(None, description="Documents that repeat others, or those that do not.")
    order: documents.Order = "arrival"

    def filters(self) -> documents.Filters:
        """Return the filters of the view."""
        plain = {name: getattr(self, name) for name in ("q", "publisher", "language", "copies")}
        return documents.Filters(**plain, first=day(self.first), last=day(self.last))


class Finding(Paging):
    """Hold a page of a list that is searched by words."""

    q: str | None = Field(None, max_length=LONGEST)


class ActorFilters(Finding):
    """Hold what actors are filtered by."""

    kind: PartyKind | None = None


class LifeFilters(Bounded):
    """Hold which part of a party's life is asked for; days are of publication."""

    role: lives.Role | None = None


class FigureFilters(Bounded):
    """Hold what figures are filtered by; days are of happening."""

    slot: Loss | None = None
