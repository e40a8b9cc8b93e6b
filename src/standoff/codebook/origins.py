"""Tell of which state somebody's name sounds: by the words and endings of the names of those who held office there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from math import log

from standoff.codebook.spelling import plain

_ENDINGS = (2, 3, 4)  # letters: "-yan", "-iene", "-shvili"
_BEGINNING = 3  # letters
_PRIOR = 8.0  # persons as whom the names of all states count beside those of one
_SHARE = 0.5  # features of one word tell much the same


@dataclass(frozen=True, slots=True)
class Origins:
    """Hold how many office-holders of each state bear a name of each feature, and how many there are."""

    borne: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    persons: Mapping[str, int] = field(default_factory=dict)

    def likeness(self, name: str, state: str) -> float:
        """Return by how much a name is likelier in a state than anywhere, as a natural logarithm; 0 where unknown."""
        held, everybody = self.persons.get(state, 0), sum(self.persons.values())
        told = 0.0
        for feature in _features(name):
            bearers = self.borne.get(feature)
            if bearers is not None:
                usual = sum(bearers.values()) / everybody
                told += log((bearers.get(state, 0) + _PRIOR * usual) / ((held + _PRIOR) * usual))
        return _SHARE * told


def origins(names: Iterable[tuple[str, str]]) -> Origins:
    """Count the features of persons' names by state; takes name and state of each person."""
    borne: dict[str, Counter[str]] = {}
    persons: Counter[str] = Counter()
    for name, state in names:
        persons[state] += 1
        for feature in set(_features(name)):
            borne.setdefault(feature, Counter())[state] += 1
    return Origins(borne, persons)


def _features(name: str) -> Iterator[str]:
    """Yield the words of a name, their beginnings and endings, and its letters with marks, whatever comes first."""
    for word in plain(name).split():
        yield word
        yield from (f"-{word[-size:]}" for size in _ENDINGS if len(word) > size)
        if len(word) > _BEGINNING:
            yield f"{word[:_BEGINNING]}-"
    yield from {letter for letter in name.lower() if not letter.isascii()}
