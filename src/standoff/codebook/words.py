"""Read classes of words: files whose entries are an id, what it is for, an example, and its words."""

from __future__ import annotations

from dataclasses import dataclass, fields
from pathlib import Path
from typing import TypeVar

from standoff.codebook.schema import read_yaml
from standoff.errors import CodebookError

Words = frozenset[str]
_NONE: Words = frozenset()
Shape = TypeVar("Shape")


@dataclass(frozen=True, slots=True)
class NameWords:
    """Hold the words of words/names.yaml, in lower case: what stands before, within and beside names and roles."""

    courtesy: Words = _NONE
    rank: Words = _NONE
    placed: Words = _NONE
    saying: Words = _NONE
    area: Words = _NONE
    qualifier: Words = _NONE
    tied: Words = _NONE
    ruled: Words = _NONE
    official: Words = _NONE
    civic: Words = _NONE
    unit: Words = _NONE
    speech: Words = _NONE
    ministerial: Words = _NONE
    stately: Words = _NONE
    ruling: Words = _NONE
    wider: Words = _NONE
    countrywide: Words = _NONE
    heading: Words = _NONE
    apart: Words = _NONE
    retired: Words = _NONE
    named_so: Words = _NONE
    posted: Words = _NONE
    future: Words = _NONE
    pointing: Words = _NONE
    reporting: Words = _NONE
    citing: Words = _NONE
    union: Words = _NONE
    part: Words = _NONE
    body: Words = _NONE
    charity: Words = _NONE
    group: Words = _NONE
    gang: Words = _NONE
    band: Words = _NONE
    armed: Words = _NONE
    outlet: Words = _NONE
    serving: Words = _NONE
    collective: Words = _NONE
    fighters: Words = _NONE
    mission: Words = _NONE
    further: Words = _NONE


@dataclass(frozen=True, slots=True)
class OutlookWords:
    """Hold the words of words/outlook.yaml, lemmas in lower case: what tells that a time still lies ahead."""

    expecting: Words = _NONE
    scheduled: Words = _NONE
    itinerary: Words = _NONE
    lapsing: Words = _NONE


@dataclass(frozen=True, slots=True)
class HeadWords:
    """Hold the words of words/heads.yaml, in lower case: what stands where a dateline or byline may stand."""

    label: Words = _NONE
    nobody: Words = _NONE
    no_name: Words = _NONE


def read_lists(path: Path) -> dict[str, Words]:
    """Return the classes of a file by id, none where it does not exist; refuses one without words or told twice."""
    found: dict[str, Words] = {}
    for entry in read_yaml(path) if path.exists() else ():
        entry.only("id", "description", "words", "example")
        entry.text("description"), entry.text("example")
        key = entry.text("id")
        if key in found:
            raise entry.refuse("id", f"{key!r} is given twice")
        if not entry.texts("words"):
            raise entry.refuse("words", "at least one is needed")
        found[key] = frozenset(entry.texts("words"))
    return found


def read_words(path: Path, shape: type[Shape]) -> Shape:
    """Return the classes of a file as a record; refuses a class that is missing or that nothing asks for."""
    found = read_lists(path)
    known = {field.name for field in fields(shape)}  # type: ignore[arg-type]  # every shape here is a dataclass
    if found and found.keys() != known:
        odd = ", ".join(sorted(found.keys() ^ known))
        raise CodebookError(f"{path.name}: {odd}: a class is missing or unknown; known are {', '.join(sorted(known))}.")
    return shape(**found)
