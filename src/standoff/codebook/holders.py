"""Load who held which office when, and find persons by any spelling of their names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from standoff.codebook.schema import Entry, read_csv
from standoff.codebook.spelling import given_names, plain, skeleton, surname
from standoff.model.clock import Interval

_SLIP = 85.0  # rapidfuzz ratio of given names one slip apart ("Vachram" for "Vahram"), where surnames agree
CHECKED = "2025-12-31"  # the day up to which holders.csv is known; an open term says nothing of later days


@dataclass(frozen=True, slots=True)
class Term:
    """Hold one term of office: person, owner and role ids, first and last day or nothing where open."""

    person: str
    owner: str
    role: str
    first: str | None
    last: str | None

    def covers(self, when: Interval) -> bool:
        """Tell whether the office was held at some time of an interval; partial dates reach as far as they can."""
        starts = not (self.first and when.latest) or self.first <= when.latest[: len(self.first)]
        last = self.last or CHECKED
        ends = not when.earliest or last >= when.earliest[: len(last)]
        return starts and ends


@dataclass(frozen=True, slots=True)
class HolderBook:
    """Hold terms of office by person and by office, and persons by the skeleton of their surnames."""

    names: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    terms: Mapping[str, tuple[Term, ...]] = field(default_factory=dict)
    offices: Mapping[tuple[str, str], tuple[Term, ...]] = field(default_factory=dict)
    surnames: Mapping[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)

    def holder(self, owner: str, role: str, when: Interval) -> str | None:
        """Return the one person who held an office throughout or at an interval, or nothing."""
        if not when.known:
            return None
        found = {term.person for term in self.offices.get((owner, role), ()) if term.covers(when)}
        return found.pop() if len(found) == 1 else None

    def persons(self, name: str) -> tuple[str, ...]:
        """Return the ids of persons whom a full name or a surname can mean, in any spelling."""
        wanted = plain(name)
        close = self.surnames.get(skeleton(surname(name)), ())
        exact = tuple(dict.fromkeys(person for spelling, person in close if plain(spelling) == wanted))
        if exact:
            return exact
        return tuple(dict.fromkeys(person for spelling, person in close if same_person(name, spelling)))

    def is_surname(self, word: str) -> bool:
        """Tell whether a word is exactly the surname of a person of the book, marks and case aside."""
        return bool(self.bearers(word))

    def bearers(self, word: str) -> tuple[str, ...]:
        """Return the ids of the persons of the book whose surname is exactly a word, marks and case aside."""
        wanted = plain(word)
        close = self.surnames.get(skeleton(word), ())
        return tuple(dict.fromkeys(person for spelling, person in close if surname(spelling) == wanted))


def same_person(name: str, spelling: str) -> bool:
    """Tell whether two names can be spellings of one person's: like surnames, and given names like or absent."""
    ours, theirs = surname(name), surname(spelling)
    if skeleton(ours) != skeleton(theirs) or not _alike(ours, theirs):
        return False
    first, second = given_names(name), given_names(spelling)
    if not first:
        return True
    if not second:
        return False
    return any(_given_alike(one, other) for one in first for other in second)


def _given_alike(one: str, other: str) -> bool:
    """Tell whether two given names can be one: equal skeletons, or an initial."""
    if len(one) == 1 or len(other) == 1:
        return one[0] == other[0]
    from rapidfuzz import fuzz  # a hundredth of a second that most commands need not pay

    return (skeleton(one) == skeleton(other) and _alike(one, other)) or fuzz.ratio(one, other) >= _SLIP


def _alike(one: str, other: str) -> bool:
    """Tell whether words of one skeleton are of like length, so that Lee is not Louie."""
    return abs(len(one) - len(other)) <= 2 + min(len(one), len(other)) // 4 and (
        len(one) > 3 or one == other or len(other) > 3
    )


def load_holders(path: Path, named: bool = True) -> HolderBook:
    """Read the terms of office; a person is the same by name throughout the file.

    Without `named` nobody is found by a spelling, which takes a third of the time to prepare.
    """
    names: dict[str, tuple[str, ...]] = {}
    terms: dict[str, list[Term]] = {}
    offices: dict[tuple[str, str], list[Term]] = {}
    for row in read_csv(path):
        name = row.text("person")
        person = person_id(name)
        names[person] = tuple(dict.fromkeys((*names.get(person, (name,)), *row.texts("spellings"))))
        term = _term(row, person)
        terms.setdefault(person, []).append(term)
        offices.setdefault((term.owner, term.role), []).append(term)
    return HolderBook(
        names,
        {person: tuple(sorted(held, key=_begins) if held[1:] else held) for person, held in terms.items()},
        {office: tuple(held) for office, held in offices.items()},
        _by_surname(names) if named else {},
    )


def _begins(term: Term) -> str:
    """Return the day a term began, for sorting; unknown ones come first."""
    return term.first or ""


def person_id(name: str) -> str:
    """Return the id of a person: the plain name with hyphens."""
    return plain(name).replace(" ", "-")


def _term(row: Entry, person: str) -> Term:
    """Return the term of a row; refuses one that ends before it begins."""
    first, last = row.day("from"), row.day("to")
    if first and last and last < first[: len(last)]:
        raise row.refuse("to", f"{last} lies before {first}")
    return Term(person, row.text("owner"), row.text("role"), first, last)


def _by_surname(names: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[tuple[str, str], ...]]:
    """Return spellings with their persons by the skeleton of the surname."""
    table: dict[str, list[tuple[str, str]]] = {}
    for person, spellings in names.items():
        for spelling in spellings:
            table.setdefault(skeleton(surname(spelling)), []).append((spelling, person))
    return {key: tuple(found) for key, found in table.items()}
