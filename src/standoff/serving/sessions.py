"""Route signing in: a page gives its token once and then carries it in a cookie that no script can read."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Request
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import Response

from standoff.serving.answers import Page, problem, result
from standoff.serving.asking import desk_of, reader_of
from standoff.serving.desk import Desk
from standoff.serving.envelope import Envelope
from standoff.serving.guard import COOKIE
from standoff.serving.roles import Reader, Role, Tokens

router = APIRouter()
Here = Annotated[Desk, Depends(desk_of)]
Who = Annotated[Reader, Depends(reader_of)]
_SECONDS = 30 * 24 * 3600


class Session(BaseModel):
    """Say who asks: the role, the name that signs decisions, and whether another name may be given with them.

    `signed_in` is false where a token is needed and none was given.
    """

    model_config = ConfigDict(frozen=True)

    role: Role
    name: str
    names_itself: bool
    needs_token: bool
    signed_in: bool


class Token(BaseModel):
    """Hold a token to sign in with."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    token: str = Field(min_length=1, max_length=500)


def _session(reader: Reader, tokens: Tokens | None) -> Session:
    """Return what a reader may know of the session."""
    signed_in = tokens is None or bool(reader.name)
    return Session(
        role=reader.role,
        name=reader.name,
        names_itself=reader.free,
        needs_token=tokens is not None,
        signed_in=signed_in,
    )


@router.get("/session", response_model=Envelope[Session])
def session(request: Request, desk: Here, reader: Who) -> Response:
    """Say who asks and what he may do."""
    tokens: Tokens | None = request.app.state.tokens
    return result(Page(_session(reader, tokens).model_dump()), desk.store.revision(), None)


@router.post("/session", response_model=Envelope[Session])
def sign_in(request: Request, desk: Here, given: Token) -> Response:
    """Sign in with a token."""
    tokens: Tokens | None = request.app.state.tokens
    if tokens is None:
        return problem(409, "conflict", "Nobody needs a token here.")
    reader = tokens.reader(given.token.strip())
    if reader is None:
        return problem(401, "no_token", "Nobody has this token.", "token", **{"WWW-Authenticate": "Bearer"})
    answer = result(Page(_session(reader, tokens).model_dump()), desk.store.revision(), None)
    secure = request.url.scheme == "https"
    answer.set_cookie(
        COOKIE, given.token.strip(), max_age=_SECONDS, httponly=True, samesite="strict", secure=secure, path="/"
    )
    return answer


@router.delete("/session", response_model=Envelope[Session])
def sign_out(request: Request, desk: Here) -> Response:
    """Forget the token."""
    tokens: Tokens | None = request.app.state.tokens
    answer = result(Page(_session(Reader("viewer", ""), tokens).model_dump()), desk.store.revision(), None)
    answer.delete_cookie(COOKIE, path="/", httponly=True, samesite="strict")
    return answer
