"""Put a server together: desk, rules, what makes decisions take effect, and the pages; then run it."""

from __future__ import annotations

import socket
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import uvicorn
from fastapi import FastAPI

from standoff.codebook.publishers import load_publishers
from standoff.errors import ModelError, UsageError
from standoff.reviewing.choices import load_choices
from standoff.serving.api import Site, application
from standoff.serving.desk import Desk
from standoff.serving.effects import Effects
from standoff.serving.guard import LOCAL, Rules
from standoff.serving.nearby import Nearby
from standoff.serving.roles import Reader, load_tokens
from standoff.store.protocol import Store
from standoff.views.books import FOLDER, load_books

SMALL = 2_000  # documents up to which decisions are worked out between runs: some seconds
_IDLE = 30  # seconds after which an idle connection is closed
_HEADERS = 32_768  # bytes of a request's headers


@dataclass(frozen=True, slots=True)
class Address:
    """Hold where a server listens, and whose tokens it asks for."""

    host: str = LOCAL[0]
    port: int = 8417
    token_file: Path | None = None
    names: tuple[str, ...] = ()

    @property
    def local(self) -> bool:
        """Tell whether only this machine reaches the server."""
        return self.host in LOCAL


def choices() -> Mapping[str, tuple[str, ...]]:
    """Return the values that a correction or a grade may set, by field."""
    return {**load_choices().values, "reliability": tuple("ABCDEF"), "credibility": tuple("123456")}


def desk_of(store: Store, title: str) -> Desk:
    """Return the desk of a store."""
    return Desk(store, load_books(), load_publishers(FOLDER), choices(), title, nearby_of(store))


def nearby_of(store: Store) -> Nearby:
    """Return what finds statements near in meaning; their vectors are made in a process of its own."""
    command = [sys.executable, "-m", "standoff.serving.meaning", store.address]

    def make() -> None:
        if subprocess.run(command, check=False, stdin=subprocess.DEVNULL).returncode:  # noqa: S603 - our own module
            raise ModelError("the vectors of what statements mean could not be made; the server's log says why.")

    return Nearby(store, make)


def rules_of(address: Address, reviewer: str) -> Rules:
    """Return the rules of an address; refuses one that others reach without tokens."""
    tokens = load_tokens(address.token_file) if address.token_file else None
    if tokens is None and not address.local:
        raise UsageError(
            f"Others may reach {address.host}: give `--token-file FILE` with a line `ROLE NAME TOKEN` for each reader."
        )
    names = {*LOCAL, address.host, *(name.lower() for name in address.names)}
    if address.host in {"0.0.0.0", "::"}:  # noqa: S104 - asked for by the user, and guarded by tokens
        names |= {socket.gethostname().lower()}
    return Rules(frozenset(names), tokens, Reader("owner", reviewer, free=True))


def effects_of(store: Store) -> Effects:
    """Return what works decisions out again: a process of its own, so that readers do not wait for it."""
    if store.counts()["documents"] > SMALL:
        return Effects(None)
    command = [sys.executable, "-m", "standoff.serving.rejoining", store.address]
    return Effects(lambda: subprocess.run(command, check=False, stdin=subprocess.DEVNULL))  # noqa: S603 - our own module


def assembled(store: Store, address: Address, reviewer: str, site: Site, title: str = "Conflict record") -> FastAPI:
    """Return the application for a store at an address."""
    return application(desk_of(store, title), rules_of(address, reviewer), effects_of(store), site)


def listening(address: Address) -> socket.socket:
    """Return a socket that listens; refuses a port that is taken or not allowed."""
    family = socket.AF_INET6 if ":" in address.host else socket.AF_INET
    # asyncio sends small parts at once only where the protocol is named: else each answer waits 40 ms for the reader.
    found = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        found.bind((address.host, address.port))
        found.listen()  # a browser that opens the printed address at once waits; it is not refused
    except (OSError, OverflowError) as error:
        found.close()
        why = error.strerror if isinstance(error, OSError) else str(error)
        raise UsageError(f"Port {address.port} cannot be used ({why}): give another with --port.") from error
    return found


def run(app: FastAPI, at: socket.socket) -> None:
    """Serve until interrupted."""
    config = uvicorn.Config(
        app,
        log_level="error",
        access_log=False,  # who reads what is nobody's business
        server_header=False,
        date_header=True,
        h11_max_incomplete_event_size=_HEADERS,
        timeout_keep_alive=_IDLE,
        timeout_graceful_shutdown=2,
        http="h11",
        ws="none",
        proxy_headers=False,
    )
    uvicorn.Server(config).run(sockets=[at])
