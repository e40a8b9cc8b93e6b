"""Offer the options that bound a period."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import wraps
from typing import Any, TypeVar, cast

import click

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


def period_options(command: Command) -> Command:
    """Add `--from`, `--to` and `--since`; the command receives them as `period`."""

    @wraps(command)
    def bounded(first: str | None, last: str | None, since: str | None, **rest: Any) -> Any:
        return command(period=Period(first, last, since), **rest)

    made: Any = bounded
    for name, variable, text in (
        ("--since", "since", "Only what documents published on or after this day tell of; undated ones count too."),
        ("--to", "last", "Only what happened on or before this day."),
        ("--from", "first", "Only what happened on or after this day."),
    ):
        made = click.option(name, variable, metavar="YYYY-MM-DD", callback=_day, help=text)(made)
    return cast("Command", made)
