"""Load the roles that a word pairs with an owner: bodies, offices, forces, people and anaphoric nouns."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, cast, get_args

from standoff.codebook.schema import Entry, read_yaml
from standoff.codebook.spelling import british
from standoff.errors import CodebookError
from standoff.model.entity import PartyKind

RoleSort = Literal["body", "office", "forces", "people", "self", "self_office", "document", "anaphor"]


@dataclass(frozen=True, slots=True)
class Role:
    """Hold what a word makes of an owner: `name` is the standard form with {} for the owner's name.

    `adjectival` names take the owner's adjective; `own` roles speak for themselves, not for the owner;
    `spokes` roles speak for whatever body they belong to; `stands_for` is the kind an anaphoric noun points back to;
    `of` is the party that a role belongs to where no owner is told ("the pope").
    """

    id: str
    sort: RoleSort
    name: str
    kind: PartyKind | None = None
    sector: str | None = None
    body: str | None = None
    adjectival: bool = False
    own: bool = False
    spokes: bool = False
    stands_for: str | None = None
    of: str | None = None
    phrases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RoleBook:
    """Hold roles by id, and for each first word the phrases that begin with it, longest first."""

    roles: Mapping[str, Role] = field(default_factory=dict)
    phrases: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]] = field(default_factory=dict)

    def __getitem__(self, role: str) -> Role:
        return self.roles[role]


_KEYS = (
    "id", "sort", "kind", "sector", "name", "body", "phrases", "adjectival", "own", "spokes", "plural", "personal",
    "same", "stands_for", "of", "description", "example",
)  # fmt: skip


def load_roles(path: Path) -> RoleBook:
    """Read the roles; refuses a phrase given to two roles."""
    roles: dict[str, Role] = {}
    words: dict[tuple[str, ...], str] = {}
    for entry in read_yaml(path):
        role = _role(entry)
        roles[role.id] = role
        for phrase in role.phrases:
            key = phrase_key(phrase)
            if words.setdefault(key, role.id) != role.id:
                raise entry.refuse("phrases", f"{phrase!r} belongs to {words[key]} already")
    for role in roles.values():
        if role.body and role.body not in roles:
            raise CodebookError(f"{path.name}: role {role.id} has an unknown body {role.body!r}.")
    return RoleBook(roles, _by_first_word(words))


def phrase_key(phrase: str) -> tuple[str, ...]:
    """Return a phrase as lower-case words; hyphens are words of their own, as the parser has them."""
    return tuple(british(word) for word in phrase.lower().replace("’", "'").replace("-", " - ").split())


def _role(entry: Entry) -> Role:
    """Return the role of an entry."""
    entry.only(*_KEYS)
    entry.text("description")
    kind = entry.maybe("kind")
    if kind is not None:
        kind = entry.choice("kind", *get_args(PartyKind))
    return Role(
        entry.text("id"),
        cast("RoleSort", entry.choice("sort", *get_args(RoleSort))),
        entry.text("name"),
        cast("PartyKind | None", kind),
        entry.maybe("sector"),
        entry.maybe("body"),
        entry.flag("adjectival"),
        entry.flag("own"),
        entry.flag("spokes"),
        entry.maybe("stands_for"),
        entry.maybe("of"),
        entry.texts("phrases"),
    )


def _by_first_word(words: Mapping[tuple[str, ...], str]) -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """Return the phrases by first word, longest first."""
    table: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for key, role in words.items():
        table.setdefault(key[0], []).append((key, role))
    return {first: tuple(sorted(found, key=lambda item: -len(item[0]))) for first, found in table.items()}
