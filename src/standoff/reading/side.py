"""Read what is stated beside a text: the side file NAME.json, or the fields of a row."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import date, time

from standoff.errors import ReadingError
from standoff.reading.draft import Stated

_DAY = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:[T ](\d{2}:\d{2}).*)?\Z")


def parse_side(data: bytes) -> Stated:
    """Return what a side file states; refuses one that is no JSON object with texts in the known fields."""
    try:
        fields = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise ReadingError(f"its side file is not valid JSON ({error}); correct or remove it") from error
    if not isinstance(fields, dict):
        raise ReadingError("its side file is no JSON object; write it as {...} or remove it")
    return stated(fields)


def stated(fields: Mapping[str, object]) -> Stated:
    """Return what fields state; refuses a value that is no text and a date that is not in the calendar."""
    return Stated(
        url=_text(fields, "url"),
        title=_text(fields, "title"),
        outlet=_text(fields, "outlet") or _text(fields, "publisher"),
        side=_text(fields, "side"),
        country=_text(fields, "country"),
        language=_text(fields, "language"),
        published=_moment(fields, "published"),
        fetched=_moment(fields, "fetched_at") or _moment(fields, "fetched"),
    )


def _text(fields: Mapping[str, object], key: str) -> str | None:
    """Return a field's text, or nothing where it is absent or empty."""
    value = fields.get(key)
    if value is None or value == "":
        return None
    if not isinstance(value, str):
        raise ReadingError(f"field {key!r} must be a text, not {type(value).__name__}; put it in quotes")
    if any("\ud800" <= char <= "\udfff" for char in value):
        raise ReadingError(f"field {key!r} holds half of a surrogate pair; write the character whole")
    return value.strip() or None


def _moment(fields: Mapping[str, object], key: str) -> str | None:
    """Return a year, month, day or minute in ISO form, or nothing where the field is absent."""
    value = _text(fields, key)
    if value is None:
        return None
    match = _DAY.match(value)
    if match is None:
        raise ReadingError(f"field {key!r} is {value!r}, no date like 2021-05-14; write it so or leave it out")
    year, month, day, minute = match.groups()
    try:
        date(int(year), int(month or 1), int(day or 1))
        time.fromisoformat(minute or "00:00")
    except ValueError as error:
        raise ReadingError(f"field {key!r} is {value!r}, which is not in the calendar; correct it") from error
    whole = "-".join(part for part in (year, month, day) if part)
    return f"{whole}T{minute}" if minute and day else whole
