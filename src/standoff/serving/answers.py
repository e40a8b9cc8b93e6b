"""Write results and errors as JSON bytes, with the tag by which a browser need not fetch the same twice."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Any

import orjson
from starlette.requests import Request
from starlette.responses import Response

_JSON = "application/json"
_OPTIONS = orjson.OPT_NON_STR_KEYS


@dataclass(frozen=True, slots=True)
class Page:
    """Hold a result with the cursor of the next page and the number of all, where they are known."""

    data: object
    next: str | None = None
    total: int | None = None


def tag_of(request: Request, revision: str, whose: str) -> str:
    """Return the entity tag of an address at one state of the record for one kind of reader."""
    address = f"{request.url.path}?{request.url.query}"
    return f'"{hashlib.sha256(f"{revision} {whose} {address}".encode()).hexdigest()[:24]}"'


def unchanged(request: Request, tag: str) -> bool:
    """Tell whether the reader holds this state already."""
    held = request.headers.get("if-none-match", "")
    return any(part.strip().removeprefix("W/") in {tag, "*"} for part in held.split(","))


def result(page: Page, revision: str, as_of: str | None, tag: str | None = None) -> Response:
    """Return a result in its envelope."""
    meta = {"as_of": as_of, "revision": revision, "next": page.next, "total": page.total}
    body = orjson.dumps({"data": page.data, "meta": meta}, option=_OPTIONS)
    headers = {"ETag": tag, "Cache-Control": "private, no-cache"} if tag else {"Cache-Control": "no-store"}
    return Response(body, media_type=_JSON, headers=headers)


def problem(status: int, code: str, message: str, where: str | None = None, **headers: str) -> Response:
    """Return an error in its envelope."""
    body: dict[str, Any] = {"error": {"code": code, "message": message, "where": where}}
    return Response(orjson.dumps(body), status, media_type=_JSON, headers={"Cache-Control": "no-store", **headers})
