"""Tell open pages whenever the record changes, by server-sent events."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from typing import Annotated

from anyio import to_thread
from fastapi import APIRouter, Depends, Query, Request
from starlette.responses import Response, StreamingResponse

from standoff.serving.asking import desk_of
from standoff.serving.desk import Desk

router = APIRouter()
EVERY = 1.0  # seconds between two looks at the record
ALIVE = 15  # looks after which a page that hears nothing is told that the server is there


@router.get(
    "/inbox/stream",
    response_class=Response,
    responses={200: {"content": {"text/event-stream": {"schema": {"type": "string"}}}, "description": "Events."}},
)
async def stream(
    request: Request,
    desk: Annotated[Desk, Depends(desk_of)],
    events: Annotated[int | None, Query(ge=1, le=1_000, description="End after so many events.")] = None,
) -> Response:
    """Send an event with the revision and the counts at once, and then whenever the record changes."""
    told = _events(request, desk, events)
    headers = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}
    return StreamingResponse(told, media_type="text/event-stream", headers=headers)


async def _events(request: Request, desk: Desk, most: int | None) -> AsyncIterator[str]:
    """Yield events until the reader leaves or has had as many as asked for."""
    last, quiet, sent = "", 0, 0
    while not await request.is_disconnected():
        revision = await to_thread.run_sync(desk.store.revision)
        if revision != last:
            last, quiet, sent = revision, 0, sent + 1
            counts = await to_thread.run_sync(desk.store.counts)
            kept = {name: counts[name] for name in ("documents", "incidents", "decisions")}
            yield f"event: record\nid: {revision}\ndata: {json.dumps({'revision': revision, **kept})}\n\n"
            if sent == most:
                return
        elif (quiet := quiet + 1) % ALIVE == 0:
            yield ": here\n\n"
        await asyncio.sleep(EVERY)
