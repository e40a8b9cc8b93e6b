"""Gather the places a name may stand for, from our own places, the gazetteer and the codebook's states."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from rapidfuzz import fuzz, process

from standoff.codebook.load import Codebook
from standoff.grounding.places.gazetteer import Candidate, Gazetteer
from standoff.grounding.places.names import fold
from standoff.model.entity import Place
from standoff.values.place import distance_km

# What a feature of our own supplement weighs beside cities, as a population: the kinds news writes of by name alone.
_WEIGHT: Mapping[str, int] = {
    "continent": 10**8, "sea": 10**7, "historic_state": 10**7, "region": 5 * 10**6, "disputed_region": 5 * 10**6,
    "breakaway_state": 5 * 10**6, "border_line": 10**6, "strait": 10**6, "mountains": 10**6, "desert": 10**6,
    "river": 10**6, "peninsula": 10**6, "island_group": 10**6, "canal": 10**6, "bay": 500_000,
}  # fmt: skip
_SUPPLEMENT = 300_000
_LANDS = frozenset({"country", "adm1"})
_HOMES = _LANDS | {"region", "disputed_region", "breakaway_state"}
_SHORTEST_DEMONYM = 5
# What an ending of a people's name stands for in that of its land: `Ontarian` Ontario, `Kashmiri` Kashmir.
_PEOPLES = (
    ("", ""),
    ("n", ""),
    ("an", ""),
    ("an", "o"),
    ("ian", "ia"),
    ("ian", ""),
    ("i", ""),
    ("ese", ""),
    ("er", ""),
)
_COMPASS = frozenset({"north", "south", "east", "west", "upper", "lower", "central"})
_CLOSE_ENOUGH = 88.0
_SHORTEST_FUZZY = 6
_MOST = 20_000  # names whose look-up is kept: bounds the memory of a run that reads for long
_LEADS = ("city of ", "town of ", "village of ", "province of ", "state of ", "district of ", "republic of ",
          "region of ", "county of ", "port of ", "greater ", "downtown ", "central ")  # fmt: skip


@dataclass(slots=True)
class World:
    """Hold what names are looked up in; one per run, since look-ups are kept."""

    codebook: Codebook
    gazetteer: Gazetteer
    _own: dict[str, tuple[Candidate, ...]] = field(default_factory=dict)
    _found: dict[str, tuple[Candidate, ...]] = field(default_factory=dict)
    _choices: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Index our own places by folded name."""
        own: dict[str, list[Candidate]] = {}
        book = self.codebook.places
        numbers = {place: -index for index, place in enumerate(book.by_id, 1)}
        for name, places in book.by_name.items():
            for place in places:
                held = own.setdefault(fold(name), [])
                if all(other.key != place for other in held):
                    held.append(own_candidate(book.by_id[place], numbers[place]))
        self._own = {name: tuple(found) for name, found in own.items()}
        states = (
            party.name for key, party in self.codebook.parties.parties.items() if key in self.codebook.parties.states
        )
        self._choices = tuple(dict.fromkeys([*self._own, *(fold(name) for name in states)]))

    def candidates(self, name: str) -> tuple[Candidate, ...]:
        """Return the places a name may stand for, whole, without its generic word, or, last, by a close spelling."""
        if name not in self._found:
            if len(self._found) > _MOST:
                self._found.clear()
            self._found[name] = self._looked_up(name)
        return self._found[name]

    def _looked_up(self, name: str) -> tuple[Candidate, ...]:
        """Return the places a name may stand for, looked up now; a bare quarter of the compass is none."""
        if name.lower().removeprefix("the ") in _COMPASS:
            return ()
        found = self._exact(name)
        if found:
            return found
        for stripped in self._stripped(name):
            found = self._of_kind(name, self._exact(stripped))
            if found:
                return found
        close = self._closest(fold(name))
        if close:
            return self._exact(close)
        return self._named_after(name) or self._part_named(name) or self._home_of(name)

    def _home_of(self, name: str) -> tuple[Candidate, ...]:
        """Return the state, province or region whose people a word names: `Ohioans`, `Darfuris`, `Czechs`."""
        word = name.removesuffix("s")
        if " " in name or len(word) < _SHORTEST_DEMONYM or not name[:1].isupper():
            return ()
        for ending, put in _PEOPLES:
            if word.endswith(ending):
                found = self._exact(word[: len(word) - len(ending)] + put)
                areas = tuple(c for c in found if c.main and c.kind in _HOMES)
                if areas:
                    return areas
        return ()

    def _of_kind(self, name: str, found: tuple[Candidate, ...]) -> tuple[Candidate, ...]:
        """Return candidates without the states and provinces that a lake, river or height of the name is not."""
        words, kinds = name.lower().split(), self.codebook.places.words
        meant = kinds.get(words[0], frozenset()) | kinds.get(words[-1], frozenset())
        if not meant or meant & _LANDS:
            return found
        return tuple(c for c in found if c.kind not in _LANDS and (c.main or c.kind in meant))

    def _part_named(self, name: str) -> tuple[Candidate, ...]:
        """Return the areas that a name is a part of by a quarter of the compass: `South Florida`, `Northern Idlib`."""
        first, _, rest = name.partition(" ")
        if first.lower().removesuffix("ern") not in _COMPASS or len(rest) < 4:
            return ()
        return tuple(c for c in self._exact(rest) if c.kind not in ("city", "village", "town"))

    def _named_after(self, name: str) -> tuple[Candidate, ...]:
        """Return the places that a spot is named after: `Arizona State University`, `Khan Yunis Hospital`."""
        words = name.split()
        heads = self.codebook.places.heads
        named = heads.get("ground", frozenset()) | heads.get("body", frozenset())
        if len(words) < 2 or "and" in words or words[-1].lower() not in named:
            return ()
        shorter = (" ".join(words[:stop]) for stop in range(len(words) - 1, 0, -1))
        return next((found for part in shorter if len(part) > 3 and (found := self._exact(part))), ())

    def _exact(self, name: str) -> tuple[Candidate, ...]:
        """Return the places of exactly this name: abbreviations, states by any word, own and package places."""
        short = self.codebook.places.short.get(name)
        if short is None and name.count(".") == name.count(" ") + 1 and not name.endswith("."):
            name += "."  # "U.S" as some papers print it
        if short:
            inside = [c for c in self.gazetteer.candidates(short[0]) if c.country == short[1] and c.kind != "city"]
            if inside:
                return tuple(self._in_its_middle(c) for c in inside[:3])
        state = self._state(name)
        own = self._own.get(fold(name), ())
        packaged = tuple(self._in_its_middle(c) for c in self.gazetteer.candidates(name))
        if own:
            packaged = tuple(c for c in packaged if not any(_same(c, mine) for mine in own))
        return (*((state,) if state else ()), *own, *(c for c in packaged if state is None or c.key != state.key))

    def _in_its_middle(self, candidate: Candidate) -> Candidate:
        """Return a province at its middle where the book gives it: the mean of its towns may lie far off."""
        middle = None
        if candidate.kind == "adm1":
            middle = self.codebook.places.middles.get((candidate.country or "", candidate.name.lower()))
        if middle is None or candidate.point is None:
            return candidate
        radius = round((candidate.radius or 0.0) + distance_km(candidate.point, middle), 1)
        return replace(candidate, lat=middle[0], lon=middle[1], radius=radius)

    def _state(self, name: str) -> Candidate | None:
        """Return the state that a name, short form or adjective of the codebook stands for."""
        parties = self.codebook.parties
        for sense in parties.names.meanings(name):
            if sense.sort in ("name", "adjective", "people") and sense.party in parties.states:
                found = self.gazetteer.country(sense.party)
                state = parties.states[sense.party]
                return replace(found, main=True, name=state.name) if found else None
        return None

    def by_adjective(self, name: str) -> tuple[Candidate, ...]:
        """Return the state or own area that an adjective or people names, or nothing."""
        state = self._state(name)
        return (state,) if state else tuple(c for c in self._own.get(fold(name), ()) if c.radius and c.radius >= 15)

    def _stripped(self, name: str) -> Iterable[str]:
        """Yield a name without the generic word behind or before it."""
        words = name.split()
        if len(words) > 1 and words[-1].lower() in self.codebook.places.words:
            yield " ".join(words[:-1])
        if len(words) > 1 and words[0].lower() in self.codebook.places.words:
            yield " ".join(words[1:])
        lowered = name.lower().removeprefix("the ")
        for lead in _LEADS:
            if lowered.startswith(lead):
                yield lowered[len(lead) :]

    def _closest(self, folded: str) -> str | None:
        """Return the known state or own place whose name is spelled nearly so, or nothing."""
        if len(folded) < _SHORTEST_FUZZY:
            return None
        found = process.extractOne(folded, self._choices, scorer=fuzz.ratio, score_cutoff=_CLOSE_ENOUGH)
        return found[0] if found and found[0][0] == folded[0] else None

    def preferred(self, before: str, name: str, after: str) -> frozenset[str]:
        """Return the kinds that the words around and inside a name prefer."""
        words = self.codebook.places.words
        inside = name.lower().split()
        found = words.get(after, frozenset()) | words.get(before, frozenset())
        if len(inside) > 1:
            found |= words.get(inside[-1], frozenset()) | words.get(inside[0], frozenset())
        return found


def own_candidate(place: Place, number: int) -> Candidate:
    """Return one of our own places as a candidate."""
    weight = _WEIGHT.get(place.kind, _SUPPLEMENT)
    return Candidate(
        number, place.id, place.name, place.kind, place.lat, place.lon, place.radius_km, weight, place.country,
        claimed_by=place.claimed_by,
    )  # fmt: skip


def _same(one: Candidate, mine: Candidate) -> bool:
    """Tell whether a package's place is the one our own entry describes better: close by and of a like kind."""
    if one.lat is None or one.lon is None or mine.lat is None or mine.lon is None:
        return False
    near = abs(one.lat - mine.lat) < 0.5 and abs(one.lon - mine.lon) < 0.7
    return near and not (one.kind in ("city", "capital") and mine.kind in ("lake", "river", "district", "region"))


def states_of(candidates: Sequence[Candidate]) -> set[str]:
    """Return the countries of some candidates."""
    return {c.country for c in candidates if c.country}
