"""Load incidents.yaml and its word lists: which event types tell of one happening, and words on it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, cast

from standoff.codebook.schema import Entry, read_yaml
from standoff.codebook.words import read_lists

Roles = Literal["directed", "mutual", "actor"]
_LISTS = ("mentions.yaml", "accounts.yaml", "apart.yaml")
_KEYS = (
    *(
        "id",
        "noun",
        "families",
        "types",
        "days",
        "roles",
        "comment",
        "lasting",
        "strict",
        "weight",
        "blame",
        "ranked",
        "toward",
        "nouns",
        "agents",
        "aims",
    ),
    *("description", "example"),
)


@dataclass(frozen=True, slots=True)
class IncidentKind:
    """Hold one kind of happening: its families and types, its name, and what tells two of them apart."""

    id: str
    noun: str
    families: tuple[str, ...]
    types: tuple[str, ...]
    days: int
    roles: Roles
    comment: bool
    lasting: bool
    strict: bool
    weight: float
    toward: str
    nouns: Mapping[str, str]
    description: str
    example: str
    blame: bool = False
    ranked: bool = False
    agents: Mapping[str, str] = field(default_factory=dict)
    aims: Mapping[str, str] = field(default_factory=dict)

    @property
    def one_deed(self) -> bool:
        """Tell whether such a happening is what one side did to another at one place, no war and no meeting."""
        return self.roles == "directed" and not self.lasting

    def name(self, type_: str) -> str:
        """Return what a type is called in a label."""
        return self.nouns.get(type_) or type_.replace("_", " ")

    def agent(self, type_: str) -> str:
        """Return what stands in a label before those who did what a type tells."""
        return self.agents.get(type_, "by")

    def aim(self, type_: str, *, persons: bool) -> str:
        """Return what stands in a label before those to whom a type was done: parties, or persons by name."""
        words = self.aims.get(type_) or self.toward
        return words.removesuffix(" people from") if persons else words

    def shared(self, type_: str) -> str:
        """Return what stands in a label before several who all took part in what a type tells."""
        return self.aims.get(type_, "between")


@dataclass(frozen=True, slots=True)
class IncidentBook:
    """Hold the kinds of happening by id, by family and by type, and word lists by id."""

    kinds: Mapping[str, IncidentKind] = field(default_factory=dict)
    families: Mapping[str, IncidentKind] = field(default_factory=dict)
    types: Mapping[str, IncidentKind] = field(default_factory=dict)
    words: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def kind(self, type_: str, family: str) -> IncidentKind | None:
        """Return the kind of happening that an event type tells of, or nothing when it is only said."""
        return self.types.get(type_) or self.families.get(family)

    def sort(self, type_: str, family: str) -> str | None:
        """Return the sort of deeds of its own that an event type belongs to: its id or family; nothing for most."""
        own = self.words.get("of one sort", frozenset())
        return type_ if type_ in own else family if family in own else None

    def list(self, name: str) -> frozenset[str]:
        """Return a word list, empty where the codebook has none of that name."""
        return self.words.get(name, frozenset())

    def phrases(self, name: str) -> tuple[str, ...]:
        """Return the entries of a word list that are more than one word."""
        return tuple(sorted(entry for entry in self.list(name) if " " in entry))


def load_incidents(folder: Path) -> IncidentBook:
    """Read and check this part of the codebook."""
    kinds: dict[str, IncidentKind] = {}
    families: dict[str, IncidentKind] = {}
    types: dict[str, IncidentKind] = {}
    for entry in read_yaml(folder / "incidents.yaml"):
        kind = _kind(entry)
        if kind.id in kinds:
            raise entry.refuse("id", f"{kind.id!r} is given twice")
        kinds[kind.id] = kind
        for name in kind.families:
            _claim(entry, families, name, kind, "families")
        for name in kind.types:
            _claim(entry, types, name, kind, "types")
    words = {key: held for name in _LISTS for key, held in read_lists(folder / name).items()}
    return IncidentBook(kinds, families, types, words)


def _claim(entry: Entry, table: dict[str, IncidentKind], name: str, kind: IncidentKind, key: str) -> None:
    """Give a family or type to one kind; refuses a second."""
    if name in table:
        raise entry.refuse(key, f"{name!r} belongs to {table[name].id!r} already")
    table[name] = kind


def _kind(entry: Entry) -> IncidentKind:
    """Return one checked entry."""
    entry.only(*_KEYS)
    days, weight = entry.number("days"), entry.number("weight")
    if days is None or days < 0:
        raise entry.refuse("days", "is required and must not be negative")
    if weight is None or not 0 <= weight <= 1:
        raise entry.refuse("weight", "is required and must lie between 0 and 1")
    return IncidentKind(
        id=entry.text("id"),
        noun=entry.text("noun"),
        families=entry.texts("families"),
        types=entry.texts("types"),
        days=int(days),
        roles=cast("Roles", entry.choice("roles", "directed", "mutual", "actor")),
        comment=entry.flag("comment"),
        lasting=entry.flag("lasting"),
        strict=entry.flag("strict"),
        weight=weight,
        toward=entry.text("toward"),
        nouns=entry.mapping("nouns"),
        description=entry.text("description"),
        example=entry.text("example"),
        blame=entry.flag("blame"),
        ranked=entry.flag("ranked"),
        agents=entry.mapping("agents"),
        aims=entry.mapping("aims"),
    )
