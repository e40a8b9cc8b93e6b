"""Offer functions that workers can import, for the contract of engines."""

import os
import signal
from collections.abc import Callable, Iterator, Sequence


def doubling() -> Callable[[Sequence[int]], list[int]]:
    return _double


def _double(numbers: Sequence[int]) -> list[int]:
    return [2 * number for number in numbers]


def repeating() -> Callable[[Sequence[str]], Sequence[str]]:
    return list


def dying() -> Callable[[Sequence[int]], Iterator[int]]:
    return _die_of_thirteens


def _die_of_thirteens(numbers: Sequence[int]) -> Iterator[int]:
    for number in numbers:
        if number % 100 == 13:
            os.kill(os.getpid(), signal.SIGKILL)
        yield number


def dying_together() -> Callable[[Sequence[int]], Sequence[int]]:
    return _die_of_any_thirteen


def _die_of_any_thirteen(numbers: Sequence[int]) -> Sequence[int]:
    return list(_die_of_thirteens(numbers))


def refusing() -> Callable[[Sequence[int]], list[int]]:
    raise RuntimeError("no model here")


def dying_at_start() -> Callable[[Sequence[int]], list[int]]:
    os.kill(os.getpid(), signal.SIGKILL)
    raise AssertionError("never reached")


def failing() -> Callable[[Sequence[int]], list[int]]:
    return _fail


def _fail(numbers: Sequence[int]) -> list[int]:
    raise ValueError(f"cannot take {numbers[0]}")
