"""Offer the options that bound a period."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import wraps
from typing import Any, TypeVar, cast

import click

from standoff.errors import UsageError
from standoff.views.period import Period

Command = TypeVar("Command", bound=Callable[..., Any])


def _day(_context: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    """Check that an option is a day."""
    if value is None:
        return None
    try:
        return date.fromisoformat(value).isoformat()
    except ValueError as error:
        raise click.BadParameter(f"{value!r} is no day like 2021-05-14.", param=parameter) from error


_HAPPENED = {
    "first": "Only what happened on or after this day.",
    "last": "Only what happened on or before this day.",
    "since": "Only what documents published on or after this day tell of; undated ones count too.",
}
_SAID = {"first": "Only what was said on or after this day.", "last": "Only what was said on or before this day."}
_PUBLISHED = {
    "first": "Only what was published on or after this day.",
    "last": "Only what was published on or before this day.",
}
_FLAGS = {"first": "--from", "last": "--to", "since": "--since"}


def period_options(command: Command) -> Command:
    """Add `--from`, `--to` and `--since`; the command receives them as `period`."""
    return _bounded(command, _HAPPENED)


def said_options(command: Command) -> Command:
    """Add `--from` and `--to` for the days on which things were said; the command receives them as `period`."""
    return _bounded(command, _SAID)


def published_options(command: Command) -> Command:
    """Add `--from` and `--to` for the days of publication; the command receives them as `period`."""
    return _bounded(command, _PUBLISHED)


def _bounded(command: Command, texts: Mapping[str, str]) -> Command:
    """Add an option for each bound that has a text."""

    @wraps(command)
    def bounded(first: str | None, last: str | None, since: str | None = None, **rest: Any) -> Any:
        if first and last and first > last:
            raise UsageError(f"`--from {first}` is after `--to {last}`: give the earlier day first.")
        return command(period=Period(first, last, since), **rest)

    made: Any = bounded
    for name, text in reversed(list(texts.items())):
        made = click.option(_FLAGS[name], name, metavar="YYYY-MM-DD", callback=_day, help=text)(made)
    return cast("Command", made)
