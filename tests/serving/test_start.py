"""The address is one that can be opened from the moment it is printed."""

from __future__ import annotations

import asyncio
import socket

import pytest

from standoff.errors import UsageError
from standoff.serving.start import Address, listening


def test_a_browser_is_not_refused_before_the_server_answers() -> None:
    with listening(Address(port=0)) as at, socket.create_connection(at.getsockname(), timeout=5) as visitor:
        assert visitor.getpeername() == at.getsockname()


def test_a_port_that_is_taken_is_named() -> None:
    with listening(Address(port=0)) as at:
        taken = at.getsockname()[1]
        with pytest.raises(UsageError, match=f"Port {taken} cannot be used"):
            listening(Address(port=taken))


def test_small_answers_leave_at_once() -> None:
    """asyncio turns Nagle's waiting off only for sockets whose protocol is named."""
    assert asyncio.run(_delays()) == [1]


async def _delays() -> list[int]:
    """Return what a visitor's connection is set to where asyncio serves."""
    held: list[int] = []

    async def visited(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        at = writer.get_extra_info("socket")
        held.append(at.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY))
        writer.close()

    server = await asyncio.start_server(visited, sock=listening(Address(port=0)))
    async with server:
        reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
        await reader.read()
        writer.close()
    return held
