"""Load agreements.yaml: treaties and ceasefires with parties, dates, names and clauses."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from standoff.codebook.schema import Entry, read_yaml
from standoff.model.agreement import Agreement, Clause

_KEYS = ("id", "name", "parties", "mediators", "signed", "ended", "names", "called", "bodies", "clauses", "external")


@dataclass(frozen=True, slots=True)
class AgreementBook:
    """Hold agreements by id, by phrase that means one of them, by common noun that can, and by the body it founds."""

    agreements: Mapping[str, Agreement] = field(default_factory=dict)
    phrases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    called: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    bodies: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def __getitem__(self, agreement: str) -> Agreement:
        """Return an agreement by id."""
        return self.agreements[agreement]

    def in_force(self, agreement: str, day: str) -> bool:
        """Tell whether an agreement was in force on an ISO day, as its dates say; partial dates count as whole."""
        held = self.agreements[agreement]
        return held.signed <= day and (held.ended is None or day[: len(held.ended)] <= held.ended)


def load_agreements(folder: Path) -> AgreementBook:
    """Read and check this part of the codebook."""
    found: dict[str, Agreement] = {}
    phrases: dict[str, list[str]] = {}
    called: dict[str, list[str]] = {}
    bodies: dict[str, list[str]] = {}
    for entry in read_yaml(folder / "agreements.yaml"):
        held = _agreement(entry)
        if held.id in found:
            raise entry.refuse("id", f"{held.id!r} is given twice")
        found[held.id] = held
        for name in (held.name, *held.names):
            phrases.setdefault(name.casefold(), []).append(held.id)
        for noun in entry.texts("called"):
            called.setdefault(noun.casefold(), []).append(held.id)
        for body in entry.texts("bodies"):
            bodies.setdefault(body.casefold(), []).append(held.id)
    return AgreementBook(found, _frozen(phrases), _frozen(called), _frozen(bodies))


def _agreement(entry: Entry) -> Agreement:
    """Return one checked entry."""
    entry.only(*_KEYS)
    signed, ended = entry.day("signed"), entry.day("ended")
    if signed is None:
        raise entry.refuse("signed", "is required")
    if ended is not None and ended < signed:
        raise entry.refuse("ended", f"{ended} lies before {signed}")
    return Agreement(
        id=entry.text("id"),
        name=entry.text("name"),
        parties=entry.texts("parties"),
        signed=signed,
        ended=ended,
        mediators=entry.texts("mediators"),
        clauses=tuple(Clause(item.text("id"), item.text("text")) for item in entry.entries("clauses")),
        names=entry.texts("names"),
        external=entry.mapping("external"),
    )


def _frozen(table: Mapping[str, list[str]]) -> dict[str, tuple[str, ...]]:
    """Return a table with its lists fixed and without doubles."""
    return {key: tuple(dict.fromkeys(values)) for key, values in table.items()}
