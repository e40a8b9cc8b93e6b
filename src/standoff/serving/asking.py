"""Hold one request as handlers see it: who asks, as known on which day, and how an answer is made and tagged."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Query, Request
from sqlalchemy import Connection
from starlette.responses import Response

from standoff.serving.answers import Page, result, tag_of, unchanged
from standoff.serving.desk import Desk
from standoff.serving.roles import Reader
from standoff.store import meanings
from standoff.views.known import EVER, Known
from standoff.views.meaning import Index
from standoff.views.screens.reading import Reading
from standoff.views.screens.sources import Shelf

AsOf = Annotated[
    datetime.date | None,
    Query(description="Show the record as known on this day, by the published clock; without it, as known now."),
]
LONGEST = 400  # code points of a text that is searched or filtered for
MOST = 200  # rows of one page of a list
Text = Annotated[str | None, Query(max_length=LONGEST)]
Limit = Annotated[int, Query(ge=1, le=MOST)]
Needed = Annotated[str, Query(min_length=1, max_length=LONGEST)]
Build = Callable[[Connection], Page]


@dataclass(frozen=True, slots=True)
class Asked:
    """Hold a request with the desk, the day it asks for and its reader."""

    request: Request
    desk: Desk
    known: Known
    reader: Reader

    @property
    def reading(self) -> Reading:
        """Return how screens are read: books, verdicts in force, and the day."""
        return Reading(self.desk.books, self.desk.verdicts(), self.known, grades=self.desk.grades().shown)

    @property
    def shelf(self) -> Shelf:
        """Return how screens of sources are read: outlets, grades in force, and the day."""
        return Shelf(self.desk.publishers, self.desk.grades(), self.known, self.desk.books.parties)

    @property
    def near(self) -> tuple[Index | None, str | None]:
        """Return what finds statements near in meaning, or nothing, and what there is to say of it."""
        nearby = self.desk.nearby
        if nearby is None:
            return None, None
        with self.desk.reading() as connection:
            found = nearby.index(meanings.state(connection))
        return found, nearby.note

    def answer(self, build: Build, more: str = "") -> Response:
        """Answer a reading request from one state of the record (and `more`), or say that the reader holds it."""
        with self.desk.reading() as connection:
            revision = self.desk.store.revision_in(connection)
            tag = tag_of(self.request, f"{self.desk.salt} {revision} {more}", f"{self.reader.role} {self.reader.name}")
            if unchanged(self.request, tag):
                return Response(status_code=304, headers={"ETag": tag, "Cache-Control": "private, no-cache"})
            return result(build(connection), revision, self.known.day, tag)


def desk_of(request: Request) -> Desk:
    """Return the desk of the server."""
    desk: Desk = request.app.state.desk
    return desk


def reader_of(request: Request) -> Reader:
    """Return who asks, as the guard found."""
    reader: Reader = request.state.reader
    return reader


def asked(request: Request, as_of: AsOf = None) -> Asked:
    """Return a request as handlers see it."""
    return Asked(request, desk_of(request), Known(as_of.isoformat()) if as_of else EVER, reader_of(request))


Asking = Annotated[Asked, Depends(asked)]


def day(found: datetime.date | None) -> str | None:
    """Return a day as the record writes it."""
    return found.isoformat() if found else None
