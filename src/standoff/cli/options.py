"""Offer options that many commands share."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import click

from standoff.errors import UsageError
from standoff.settings import read_settings

if TYPE_CHECKING:
    from standoff.store.protocol import Store

Command = TypeVar("Command", bound=Callable[..., Any])


def store_option(command: Command) -> Command:
    """Add `--store FILE|URL`, which STANDOFF_STORE may give; the command receives the address as `store`."""
    return click.option(
        "--store", metavar="FILE|URL", help="Store of the record: a file, or a database URL. [env: STANDOFF_STORE]"
    )(command)


def opened(address: str | None, create: bool = False) -> Store:
    """Open the store of `--store`, or of the environment; refuses when neither names one."""
    from standoff.store.open import open_store  # here, so that `--help` loads nothing of the store

    settings = read_settings()
    named = address or settings.store
    if named is None:
        raise UsageError("No store is named: give `--store FILE`, or set STANDOFF_STORE.")
    return open_store(named, create, settings.busy_seconds)
