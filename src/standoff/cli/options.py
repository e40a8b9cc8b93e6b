"""Offer options that many commands share."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import click

from standoff.errors import UsageError
from standoff.settings import Settings, read_settings

if TYPE_CHECKING:
    from standoff.store.protocol import Readable, Store

Command = TypeVar("Command", bound=Callable[..., Any])
_LARGEST = 2**31 - 1


def store_option(command: Command) -> Command:
    """Add `--store FILE|URL`, which STANDOFF_STORE may give; the command receives the address as `store`."""
    return click.option(
        "--store", metavar="FILE|URL", help="Store of the record: a file, or its sqlite:/// URL. [env: STANDOFF_STORE]"
    )(command)


def json_option(text: str = "Print one JSON object instead.") -> Callable[[Command], Command]:
    """Add `--json`; the command receives it as `as_json`."""
    return click.option("--json", "as_json", is_flag=True, help=text)


def limit_option(default: int, text: str, least: int = 0) -> Callable[[Command], Command]:
    """Add `--limit N`; a number larger than any table is as good as the largest that a store can count to."""

    def most(_context: click.Context, _parameter: click.Parameter, value: int) -> int:
        return min(value, _LARGEST)

    number = click.IntRange(least)
    return click.option("--limit", type=number, default=default, show_default=True, callback=most, help=text)


def opened(address: str | None, create: bool = False) -> Store:
    """Open the store of `--store`, or of the environment; refuses when neither names one."""
    from standoff.store.open import open_store  # here, so that `--help` loads nothing of the store

    settings = read_settings()
    return open_store(_named(address, settings), create, settings.busy_seconds)


def glanced(address: str | None) -> Readable:
    """Open the store of `--store`, or of the environment, only to look something up, which loads far less."""
    from standoff.store.open import look_into

    settings = read_settings()
    return look_into(_named(address, settings), settings.busy_seconds)


def _named(address: str | None, settings: Settings) -> str:
    """Return the address of the store that is meant; refuses when neither option nor environment names one."""
    named = address or settings.store
    if named is None:
        raise UsageError("No store is named: give `--store FILE`, or set STANDOFF_STORE.")
    return named
