"""Stream whole tables as JSON Lines, row by row, as `export` writes them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, Literal

import orjson
from fastapi import APIRouter, Depends
from starlette.responses import Response, StreamingResponse

from standoff.exporting.feed import MEDIA, atom, news_entries
from standoff.exporting.records import streamed
from standoff.serving.answers import problem, tag_of, unchanged
from standoff.serving.asking import Asking, reader_of
from standoff.serving.roles import Reader
from standoff.views.screens.inbox import inbox

router = APIRouter()
Kind = Literal[
    "documents", "statements", "events", "incidents", "claims", "discrepancies", "agreement_links", "decisions"
]
_TOGETHER = 200  # rows sent at once
_NEWEST = 60  # documents whose news a feed tells


@router.get(
    "/export/{kind}.jsonl",
    response_class=Response,
    responses={200: {"content": {"application/x-ndjson": {"schema": {"type": "string"}}}, "description": "Rows."}},
)
def export(asked: Asking, kind: Kind, reader: Annotated[Reader, Depends(reader_of)]) -> Response:
    """Stream all rows of a kind, one JSON object a line; the review log names people and is for owners."""
    if kind == "decisions" and reader.role != "owner":
        return problem(403, "forbidden", "The review log names people: only an owner may export it.")
    if asked.known.day is not None:
        return problem(400, "invalid", "Whole tables are exported as known now: leave `as_of` out.", "as_of")
    headers = {"Content-Disposition": f'attachment; filename="{kind}.jsonl"', "Cache-Control": "no-store"}
    rows = streamed(asked.desk.store, kind)
    return StreamingResponse(_lines(rows), media_type="application/x-ndjson", headers=headers)


@router.get(
    "/feed.atom",
    response_class=Response,
    responses={200: {"content": {MEDIA: {"schema": {"type": "string"}}}, "description": "An Atom feed."}},
)
def feed(asked: Asking) -> Response:
    """Tell readers of feeds what the last documents add: incidents, positions, changed figures."""
    home = str(asked.request.base_url)
    with asked.desk.reading() as connection:
        tag = tag_of(asked.request, f"{asked.desk.salt} {asked.desk.store.revision_in(connection)}", home)
        headers = {"ETag": tag, "Cache-Control": "private, no-cache"}
        if unchanged(asked.request, tag):
            return Response(status_code=304, headers=headers)
        told = inbox(connection, asked.reading, (None, _NEWEST)).rows
    made = atom(asked.desk.title, f"{home}api/", list(news_entries(told, home)))
    return Response(made, media_type=MEDIA, headers=headers)


def _lines(rows: Iterator[Mapping[str, object]]) -> Iterator[bytes]:
    """Yield rows as lines, many at once."""
    held: list[bytes] = []
    for row in rows:
        held.append(orjson.dumps(row, option=orjson.OPT_APPEND_NEWLINE))
        if len(held) == _TOGETHER:
            yield b"".join(held)
            held = []
    yield b"".join(held)
