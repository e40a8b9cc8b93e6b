"""The address is one that can be opened from the moment it is printed."""

from __future__ import annotations

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
