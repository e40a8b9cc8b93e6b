"""Load furniture.yaml: what outlets print around a report, such as sharing buttons, captions and credits."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from standoff.codebook.schema import Entry, read_yaml

_LONGEST = 40
_EDGES = re.compile(r"^[^\w©]+|[^\w©]+$")
_SPACE = re.compile(r"\s+")
_QUOTES = ('"', "“", "«", "„")
_MATCHES = ("line", "start", "end", "within")


@dataclass(frozen=True, slots=True)
class FurnitureBook:
    """Hold phrases by where they stand in a line (all of it, its start, its end, anywhere), with the line's kind."""

    lines: Mapping[str, str] = field(default_factory=dict)
    starts: tuple[tuple[str, str], ...] = ()
    ends: tuple[tuple[str, str], ...] = ()
    anywhere: tuple[tuple[str, str], ...] = ()

    def kind_of(self, line: str) -> str | None:
        """Return boilerplate, caption or credit for a line that a phrase tells, or nothing.

        Long lines are prose, and of quoted words only a whole line is furniture.
        """
        if line.count(" ") >= _LONGEST:
            return None
        form = plain(line)
        if form in self.lines:
            return self.lines[form]
        if line.lstrip().startswith(_QUOTES):
            return None
        for phrase, kind in self.starts:
            if form.startswith(phrase) and not form[len(phrase) : len(phrase) + 1].isalnum():
                return kind
        for phrase, kind in self.ends:
            if form.endswith(phrase):
                return kind
        return next((kind for phrase, kind in self.anywhere if phrase in form), None)


def plain(line: str) -> str:
    """Return a line in the form in which phrases are compared: lower case, straight quotes, no marks at the edges."""
    return _SPACE.sub(" ", _EDGES.sub("", line.casefold().replace("’", "'").replace("‘", "'")))


def _phrase(text: str) -> str:
    """Return a phrase in the form in which it is compared; a colon at its end is kept, for it tells a label."""
    return plain(text) + (":" if text.endswith(":") else "")


def load_furniture(folder: Path) -> FurnitureBook:
    """Read and check the file; each entry has kind, description, example and phrases."""
    file = folder / "furniture.yaml"
    found: dict[str, list[tuple[str, str]]] = {where: [] for where in _MATCHES}
    for entry in read_yaml(file):
        _check(entry)
        for where in _MATCHES:
            found[where] += [(_phrase(phrase), entry.text("kind")) for phrase in entry.texts(where)]
    return FurnitureBook(dict(found["line"]), tuple(found["start"]), tuple(found["end"]), tuple(found["within"]))


def _check(entry: Entry) -> None:
    """Refuse an entry with unknown keys, without description or example, or without phrases."""
    entry.only("id", "kind", "description", "example", *_MATCHES)
    entry.choice("kind", "boilerplate", "caption", "credit")
    for key in ("id", "description", "example"):
        entry.text(key)
    if not any(entry.texts(where) for where in _MATCHES):
        raise entry.refuse("line", f"give phrases under one of {', '.join(_MATCHES)}")
