"""Stream whole tables as JSON Lines, row by row, as `export` writes them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, Literal

import orjson
from fastapi import APIRouter, Depends
from starlette.responses import Response, StreamingResponse

from standoff.exporting.records import streamed
from standoff.serving.answers import problem
from standoff.serving.asking import Asking, reader_of
from standoff.serving.roles import Reader

router = APIRouter()
Kind = Literal[
    "documents", "statements", "events", "incidents", "claims", "discrepancies", "agreement_links", "decisions"
]
_TOGETHER = 200  # rows sent at once


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


def _lines(rows: Iterator[Mapping[str, object]]) -> Iterator[bytes]:
    """Yield rows as lines, many at once."""
    held: list[bytes] = []
    for row in rows:
        held.append(orjson.dumps(row, option=orjson.OPT_APPEND_NEWLINE))
        if len(held) == _TOGETHER:
            yield b"".join(held)
            held = []
    yield b"".join(held)
