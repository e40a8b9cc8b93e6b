"""Stand before every handler: names, origins, sizes and roles are checked, and each answer carries its headers.

Pure ASGI, so that streams pass through. Only reading methods and JSON with our own header get further; a browser sends
that header to no other site unasked, which keeps foreign pages from deciding in a reviewer's name.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from http.cookies import CookieError, SimpleCookie
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from standoff.serving.answers import problem
from standoff.serving.roles import Reader, Tokens

LOCAL = ("127.0.0.1", "localhost", "::1")
MARK = "x-standoff"  # the header that every writing request carries
COOKIE = "standoff-token"
SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
METHODS = SAFE | {"POST", "DELETE"}
LONGEST_QUERY = 8_192  # bytes
LONGEST_PATH = 2_048
LARGEST_BODY = 65_536
POLICY = (
    "default-src 'none'; script-src 'self'{script}; style-src 'self'; img-src 'self' data: blob:; "
    "connect-src 'self' blob:; worker-src 'self' blob:; font-src 'self'; manifest-src 'self'; base-uri 'none'; "
    "form-action 'self'; frame-ancestors 'none'"
)
HEADERS: Mapping[str, str] = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Server": "standoff",
}


@dataclass(frozen=True, slots=True)
class Rules:
    """Hold under which names the server is asked for, who has a token, and who asks where nobody needs one."""

    hosts: frozenset[str] = frozenset(LOCAL)
    tokens: Tokens | None = None
    local: Reader = field(default_factory=lambda: Reader("owner", "reviewer", free=True))


class _TooLargeError(Exception):
    """Stop a body that is larger than allowed."""


@dataclass(frozen=True, slots=True)
class Guard:
    """Let through what the rules allow, and answer the rest."""

    app: ASGIApp
    rules: Rules

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Check one request and pass it on."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        refusal = self._refusal(scope, headers)
        reader = None if refusal else self._reader(scope["path"], headers)
        if refusal is None and reader is None:
            refusal = (401, "no_token", "Give a token: `Authorization: Bearer TOKEN`, or sign in on the page.")
        if (
            refusal is None
            and reader
            and scope["method"] not in SAFE
            and not _open(scope["path"])
            and not reader.decides
        ):
            refusal = (403, "forbidden", f"A {reader.role} may read and not decide: ask for a token as editor.")
        body = _Body(receive)
        sending = _Sending(send, body)
        if refusal:
            status, code, message = refusal
            extra = {"WWW-Authenticate": "Bearer"} if status == 401 else {}
            await problem(status, code, message, None, **extra)(scope, receive, sending)
            return
        scope.setdefault("state", {})["reader"] = reader
        with suppress(_TooLargeError):
            await self.app(scope, body, sending)
        if body.large and not sending.begun:
            body.large = False
            await problem(413, "too_large", f"A body may hold {LARGEST_BODY:,} bytes.")(scope, receive, sending)

    def _refusal(self, scope: Scope, headers: Headers) -> tuple[int, str, str] | None:
        """Return why a request is refused before anybody looks at it, or nothing."""
        if scope["method"] not in METHODS:
            return 405, "method", f"{scope['method']} is not offered: the API knows GET, HEAD, POST and DELETE."
        if host_of(headers.get("host", "")) not in self.rules.hosts:
            return 421, "foreign_host", "This server does not answer to that name: use the address it printed."
        if len(scope.get("query_string", b"")) > LONGEST_QUERY or len(scope["path"]) > LONGEST_PATH:
            return 414, "too_long", "The address is too long: filter by less at once."
        if not headers.get("content-length", "0").isdecimal():
            return 400, "invalid", "Content-Length must be a number."
        if int(headers.get("content-length", "0")[:20]) > LARGEST_BODY:
            return 413, "too_large", f"A body may hold {LARGEST_BODY:,} bytes."
        return None if scope["method"] in SAFE else self._foreign(headers)

    def _foreign(self, headers: Headers) -> tuple[int, str, str] | None:
        """Return why a writing request may come from a foreign page, or nothing."""
        origin = headers.get("origin")
        if origin is not None and host_of(urlsplit_host(origin)) not in self.rules.hosts:
            return 403, "foreign_origin", "A page of another site may not write here."
        if headers.get("sec-fetch-site", "same-origin") not in {"same-origin", "none"}:
            return 403, "foreign_origin", "A page of another site may not write here."
        if headers.get(MARK) is None:
            return 403, "no_mark", "A writing request carries the header `X-Standoff: 1`."
        return None

    def _reader(self, path: str, headers: Headers) -> Reader | None:
        """Return who asks, or nothing where a token is needed and not given."""
        if self.rules.tokens is None:
            return self.rules.local
        scheme, _, token = headers.get("authorization", "").partition(" ")
        if scheme.lower() != "bearer":
            token = cookie_of(headers)
        found = self.rules.tokens.reader(token.strip()) if token else None
        return found or (Reader("viewer", "") if _open(path) else None)


def _open(path: str) -> bool:
    """Tell whether a path is open to those without a token: the pages themselves, and signing in."""
    return path == "/api/session" or not path.startswith("/api/")


def host_of(named: str) -> str:
    """Return the host of `HOST[:PORT]`, in lower case; nothing where it is malformed."""
    if named.startswith("["):
        return named[1:].partition("]")[0].lower()
    return named.partition(":")[0].lower()


def urlsplit_host(origin: str) -> str:
    """Return host and port of an origin; nothing where it is none."""
    try:
        return urlsplit(origin).netloc
    except ValueError:
        return ""


def cookie_of(headers: Headers) -> str:
    """Return the token of the cookie, or nothing."""
    try:
        held = SimpleCookie(headers.get("cookie", ""))
    except CookieError:
        return ""
    return held[COOKIE].value if COOKIE in held else ""


@dataclass(slots=True)
class _Body:
    """Count the bytes of a body as they come, and stop one that is too large, whatever its length was said to be."""

    receive: Receive
    seen: int = 0
    large: bool = False

    async def __call__(self) -> Message:
        """Pass one message on."""
        message = await self.receive()
        self.seen += len(message.get("body", b""))
        if self.seen > LARGEST_BODY:
            self.large = True
            raise _TooLargeError
        return message


@dataclass(slots=True)
class _Sending:
    """Add the headers that every answer carries; what handlers say of a body that was too large is left out."""

    send: Send
    body: _Body
    begun: bool = False

    async def __call__(self, message: Message) -> None:
        """Pass one message on."""
        if self.body.large and not self.begun:
            return
        if message["type"] == "http.response.start":
            self.begun = True
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers[name] = value
            headers.setdefault("Content-Security-Policy", POLICY.format(script=""))
        await self.send(message)
