"""Find the names of the codebook's parties in a text, all in one pass."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

import ahocorasick

from standoff.codebook.holders import HolderBook
from standoff.codebook.spelling import skeleton

if TYPE_CHECKING:
    from standoff.codebook.parties import State

Sort = Literal["name", "adjective", "people", "capital", "person"]
_SHORTEST_SHOUT = 5  # letters: shorter names in capitals are too often acronyms of something else
_ARTICLES = ("the ", "The ")


@dataclass(frozen=True, slots=True)
class Sense:
    """Hold what a name can mean: a party, and as what sort of word."""

    party: str
    sort: Sort


@dataclass(frozen=True, slots=True)
class Hit:
    """Hold a name found in a text at `[start, stop)` with its senses."""

    start: int
    stop: int
    senses: tuple[Sense, ...]


@dataclass(frozen=True, slots=True)
class Names:
    """Hold an automaton over all names, the senses of each, and the names of states by their consonants."""

    automaton: Any  # ahocorasick ships no types
    senses: Mapping[str, tuple[Sense, ...]] = field(default_factory=dict)
    skeletons: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def exact(self, name: str) -> tuple[str, ...]:
        """Return the parties a name stands for, by exactly this spelling."""
        found = self.senses.get(name.replace("’", "'"), ())
        return tuple(dict.fromkeys(sense.party for sense in found))

    def meanings(self, name: str) -> tuple[Sense, ...]:
        """Return the senses of a name in exactly this spelling."""
        return self.senses.get(name.replace("’", "'"), ())

    def close(self, name: str) -> tuple[str, ...]:
        """Return known names of states with the consonants of a name, to be compared further."""
        return self.skeletons.get(skeleton(name), ())

    def hits(self, text: str) -> Iterator[Hit]:
        """Yield the known names in a text, longest first where they overlap, whole words only; in linear time."""
        if not self.senses:
            return
        text = text.replace("’", "'")
        for last, name in self.automaton.iter_long(text):
            start, stop = last - len(name) + 1, last + 1
            if not (text[start - 1 : start].isalnum() or text[stop : stop + 1].isalnum()):
                yield Hit(start, stop, self.senses[name])


def build_names(
    spoken: Mapping[str, Iterable[str]],
    states: Iterable[State],
    holders: HolderBook,
    seats: Iterable[tuple[str, str]] = (),
) -> Names:
    """Build the automaton over names of parties, adjectives, peoples, capitals and full names of persons.

    `seats` are places that stand for a party that is no state, as the capitals of states do.
    """
    senses: dict[str, list[Sense]] = {}
    for name, parties in spoken.items():
        for party in parties:
            _add(senses, name, Sense(party, "name"))
    known = tuple(states)
    for state in known:
        _add_state(senses, state)
    for place, party in seats:
        _add(senses, place, Sense(party, "capital"))
    for person, spellings in holders.names.items():
        sense = Sense(person, "person")
        for spelling in spellings:
            if " " in spelling:  # not in capitals: persons are found by their surnames in any case
                senses.setdefault(spelling.replace("’", "'"), []).append(sense)
    ids = {state.id for state in known}
    of_states = (name for name, found in senses.items() if any(sense.party in ids for sense in found))
    return Names(_automaton(senses), {name: tuple(found) for name, found in senses.items()}, _skeletons(of_states))


def _add_state(senses: dict[str, list[Sense]], state: State) -> None:
    """Add a state's adjectives, peoples (with plurals) and capitals."""
    for capital in state.capitals:
        _add(senses, capital, Sense(state.id, "capital"))
    for adjective in state.adjectives:
        _add(senses, adjective, Sense(state.id, "adjective"))
    for people in state.people:
        if people not in senses:
            _add(senses, people, Sense(state.id, "people"))
        _add(senses, plural(people), Sense(state.id, "people"))


def _add(senses: dict[str, list[Sense]], name: str, sense: Sense) -> None:
    """Add a sense under a name without article, and in capitals as headlines have it."""
    name = name.replace("’", "'")
    for article in _ARTICLES:
        name = name.removeprefix(article)
    for form in {name, name.upper() if len(name) >= _SHORTEST_SHOUT else name}:
        held = senses.setdefault(form, [])
        if all(other.party != sense.party for other in held):
            held.append(sense)


def plural(people: str) -> str:
    """Return the plural of a word for people: Armenians, Frenchmen, Japanese."""
    if people.endswith("man"):
        return people[:-3] + "men"
    return people if people.endswith(("ese", "ss", "z", "sh", "ch", "men", "ois")) else people + "s"


def _automaton(names: Iterable[str]) -> Any:
    """Return an Aho-Corasick automaton over the names."""
    automaton = ahocorasick.Automaton()
    for name in names:
        automaton.add_word(name, name)
    automaton.make_automaton()
    return automaton


def _skeletons(names: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Return the long names among some by their consonants."""
    table: dict[str, list[str]] = {}
    for name in names:
        if len(name) >= 6:  # shorter names share their consonants with too many words
            table.setdefault(skeleton(name), []).append(name)
    return {key: tuple(found) for key, found in table.items()}
