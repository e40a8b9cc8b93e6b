"""Assemble the server: routes over views, one envelope for results and one for errors, the guard before them."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from anyio import to_thread
from fastapi import APIRouter, FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.openapi.utils import get_openapi
from starlette.exceptions import HTTPException
from starlette.responses import Response

from standoff.errors import (
    ConflictError,
    DecisionError,
    NotFoundError,
    StandoffError,
    StoreError,
    UsageError,
)
from standoff.serving import bulk, deciding, live, overview, reading, saved, sessions
from standoff.serving.answers import problem
from standoff.serving.desk import Desk
from standoff.serving.effects import Effects
from standoff.serving.envelope import Problem
from standoff.serving.guard import Guard, Rules
from standoff.serving.pages import pages

THREADS = 12  # handlers at work at once: fewer than the store's connections, so that none waits for one
_ADVICE = ("`standoff show` lists what there is", "the lists and the search show what there is")  # for a page
_STATUS: tuple[tuple[type[StandoffError], int, str], ...] = (
    (NotFoundError, 404, "not_found"),
    (UsageError, 400, "invalid"),
    (ConflictError, 409, "conflict"),
    (DecisionError, 422, "invalid"),
    (StoreError, 503, "busy"),
)
_DOCUMENTED: dict[int | str, dict[str, Any]] = {
    status: {"model": Problem, "description": text}
    for status, text in (
        (400, "A parameter makes no sense."),
        (401, "A token is needed."),
        (403, "This reader, or this page, may not do that."),
        (404, "Nothing has this id."),
        (405, "This is not offered here."),
        (409, "Decisions contradict each other."),
        (413, "The body is too large."),
        (414, "The address is too long."),
        (421, "The server does not answer to this name."),
        (422, "A parameter or field has the wrong form."),
        (500, "The server failed; it says no more than that."),
        (503, "The store is busy."),
    )
}


@dataclass(frozen=True, slots=True)
class Site:
    """Hold the folder of the built front end, or nothing where none was built."""

    folder: Path | None = None


def application(desk: Desk, rules: Rules, effects: Effects, site: Site = Site()) -> FastAPI:
    """Return the server's application for one record."""
    app = FastAPI(
        title="standoff",
        version="1",
        description="Who said what, where accounts differ, and what people decided.",
        docs_url=None,
        redoc_url=None,
        openapi_url="/api/openapi.json",
        lifespan=_lifespan,
        redirect_slashes=False,
        strict_content_type=True,
    )
    app.state.desk = desk
    app.state.tokens = rules.tokens
    app.state.effects = effects
    app.state.cabinet = saved.cabinet_of(desk.store.address)
    api = APIRouter(prefix="/api", responses=_DOCUMENTED)
    for module in (sessions, overview, reading, deciding, saved, bulk, live):
        api.include_router(module.router)
    app.include_router(api)
    app.include_router(pages(site.folder))
    app.add_exception_handler(RequestValidationError, _malformed)
    app.add_exception_handler(HTTPException, _refused)
    app.add_exception_handler(StandoffError, _failed)
    app.add_exception_handler(Exception, _broken)
    app.add_middleware(Guard, rules=rules)
    app.openapi = lambda: _described(app)  # type: ignore[method-assign] # FastAPI's own way of changing it
    return app


@asynccontextmanager
async def _lifespan(app: FastAPI) -> AsyncIterator[None]:
    """Bound the threads while the server runs, and tell streams when it ends."""
    to_thread.current_default_thread_limiter().total_tokens = THREADS
    yield
    app.state.desk.store.close()


def _described(app: FastAPI) -> dict[str, Any]:
    """Return the OpenAPI description, with the header that every writing request carries."""
    if app.openapi_schema is None:
        app.openapi_schema = get_openapi(
            title=app.title, version=app.version, description=app.description, routes=app.routes
        )
        mark = {"name": "X-Standoff", "in": "header", "required": True, "schema": {"type": "string", "enum": ["1"]}}
        for operations in app.openapi_schema["paths"].values():
            for method, operation in operations.items():
                if method in {"post", "delete"}:
                    operation.setdefault("parameters", []).append(mark)
    return app.openapi_schema


async def _malformed(_request: Request, error: Exception) -> Response:
    """Say which parameter or field has the wrong form, and never what was sent."""
    assert isinstance(error, RequestValidationError)
    first = error.errors()[0] if error.errors() else {"loc": (), "msg": "malformed"}
    where = ".".join(str(part) for part in first["loc"] if part not in {"query", "path", "body"})[:200]
    message = str(first["msg"]).removeprefix("Value error, ")[:300]
    return problem(422, "invalid", f"{where or 'The request'}: {message}.", where or None)


async def _refused(_request: Request, error: Exception) -> Response:
    """Say that there is nothing at an address, or that it does not offer a method."""
    assert isinstance(error, HTTPException)
    codes = {404: "not_found", 405: "method", 400: "invalid", 416: "range"}
    text = {404: "There is nothing at this address.", 405: "This address does not offer that method."}
    kept = {"allow", "content-range"}
    headers = {name: value for name, value in (error.headers or {}).items() if name.lower() in kept}
    message = text.get(error.status_code, str(error.detail)[:300])
    return problem(error.status_code, codes.get(error.status_code, "refused"), message, None, **headers)


async def _failed(request: Request, error: Exception) -> Response:
    """Say what failed; the place of the store is nobody's business."""
    message = str(error).replace(request.app.state.desk.store.address, "this record").replace(*_ADVICE)
    status, code = next(((s, c) for kind, s, c in _STATUS if isinstance(error, kind)), (500, "internal"))
    return problem(status, code, message if status < 500 or code == "busy" else "The server failed.")


async def _broken(_request: Request, _error: Exception) -> Response:
    """Say that the server failed; what happened goes to its own log only."""
    return problem(500, "internal", "The server failed on this request; its log says more.")
