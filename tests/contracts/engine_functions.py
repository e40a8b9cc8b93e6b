"""Offer functions that workers can import, for the contract of engines."""

import os
import signal
from collections.abc import Callable


def doubling() -> Callable[[int], int]:
    return _double


def _double(number: int) -> int:
    return 2 * number


def repeating() -> Callable[[str], str]:
    return str


def dying() -> Callable[[int], int]:
    return _die_of_thirteens


def _die_of_thirteens(number: int) -> int:
    if number % 100 == 13:
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def refusing() -> Callable[[int], int]:
    raise RuntimeError("no model here")


def dying_at_start() -> Callable[[int], int]:
    os.kill(os.getpid(), signal.SIGKILL)
    raise AssertionError("never reached")


def failing() -> Callable[[int], int]:
    return _fail


def _fail(number: int) -> int:
    raise ValueError(f"cannot take {number}")
