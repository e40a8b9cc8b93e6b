"""Load places.csv: places no package has, areas, claims."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from standoff.codebook.schema import Entry, read_csv, read_yaml
from standoff.codebook.words import read_lists
from standoff.model.entity import Place

KINDS = frozenset(
    {
        "disputed_region", "breakaway_state", "historic_state", "region", "district", "city", "town", "village",
        "neighbourhood", "border_line", "crossing", "corridor", "lake", "river", "reservoir", "dam", "sea", "bay",
        "strait", "canal", "island", "island_group", "reef", "peninsula", "mountain", "mountains", "pass", "valley",
        "plateau", "desert", "plain", "forest", "base", "airport", "port", "power_plant", "holy_site", "building",
        "camp", "prison", "zone", "continent", "road", "bridge", "pipeline", "park",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class PlaceBook:
    """Hold places by id, the ids of each name in the spelling of the book, and words that tell kinds of places.

    `words` maps a word such as `province` to the kinds a name beside it prefers; `short` an abbreviation such as
    `Tex.` to a name and country; `heads` groups the words that tell a place from those who act there;
    `by_first` holds the names as tokens by their first token; `middles` the points of wide provinces, most towns of
    which lie in one corner, by country and name in lower case; `landmarks` the kinds of places that
    nouns tell without a name.
    """

    by_id: Mapping[str, Place] = field(default_factory=dict)
    by_name: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    words: Mapping[str, frozenset[str]] = field(default_factory=dict)
    short: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    heads: Mapping[str, frozenset[str]] = field(default_factory=dict)
    by_first: Mapping[str, tuple[tuple[str, ...], ...]] = field(default_factory=dict)
    middles: Mapping[tuple[str, str], tuple[float, float]] = field(default_factory=dict)
    landmarks: Mapping[str, str] = field(default_factory=dict)

    def get(self, place: str) -> Place | None:
        """Return a place by its id."""
        return self.by_id.get(place)

    def find(self, name: str) -> tuple[Place, ...]:
        """Return the places of a name in exactly this spelling."""
        return tuple(self.by_id[place] for place in self.by_name.get(name, ()))

    def names(self) -> Iterator[str]:
        """Yield all names, for whoever looks for them in a text."""
        yield from self.by_name


def load_places(folder: Path) -> PlaceBook:
    """Read and check places.csv; a folder without it has no places of its own."""
    path = folder / "places.csv"
    by_id: dict[str, Place] = {}
    by_name: dict[str, tuple[str, ...]] = {}
    for entry in read_csv(path) if path.exists() else ():
        place, names = _place(entry)
        if place.id in by_id:
            raise entry.refuse("id", f"{place.id!r} is given twice")
        by_id[place.id] = place
        for name in dict.fromkeys((place.name, *names)):
            by_name[name] = (*by_name.get(name, ()), place.id)
    words, short = _words(folder / "place_words.yaml"), _short(folder / "place_short.csv")
    heads = read_lists(folder / "place_heads.yaml")
    middles = _middles(folder / "place_middles.csv")
    landmarks = {word: kind for kind, found in read_lists(folder / "landmarks.yaml").items() for word in found}
    return PlaceBook(by_id, by_name, words, short, heads, _by_first(by_name), middles, landmarks)


def _middles(path: Path) -> dict[tuple[str, str], tuple[float, float]]:
    """Read the middles of wide provinces."""
    rows = read_csv(path) if path.exists() else ()
    return {
        (str(_code(row, row.text("country"))), row.text("name").lower()): (
            _bounded(row, "lat", 90),
            _bounded(row, "lon", 180),
        )
        for row in rows
    }


def _by_first(names: Iterable[str]) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Return names as tokens by their first token; names of fewer than four letters are left to the parser."""
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for name in names:
        words = tuple(name.replace("-", " - ").replace("'s ", " 's ").split())
        if len(name) > 3 and (words[0][:1].isupper() or len(words) > 2):
            found[words[0]] = (*found.get(words[0], ()), words)
    return found


def _words(path: Path) -> dict[str, frozenset[str]]:
    """Read the words that tell kinds; a word of two entries prefers the kinds of both."""
    words: dict[str, frozenset[str]] = {}
    for entry in read_yaml(path) if path.exists() else ():
        entry.only("id", "words", "kinds", "example")
        for word in entry.texts("words"):
            words[word] = words.get(word, frozenset()) | frozenset(entry.texts("kinds"))
    return words


def _short(path: Path) -> dict[str, tuple[str, str]]:
    """Read the abbreviations of provinces and states."""
    rows = read_csv(path) if path.exists() else ()
    return {row.text("short"): (row.text("name"), row.text("country")) for row in rows}


def _place(entry: Entry) -> tuple[Place, tuple[str, ...]]:
    """Read one row: the place and its other names."""
    entry.only("id", "name", "kind", "lat", "lon", "radius_km", "country", "claimed_by", "names")
    place = Place(
        id=f"plc:{entry.text('id')}",
        name=entry.text("name"),
        kind=entry.choice("kind", *sorted(KINDS)),
        lat=_bounded(entry, "lat", 90),
        lon=_bounded(entry, "lon", 180),
        radius_km=_bounded(entry, "radius_km", 10_000),
        country=_code(entry, entry.maybe("country")),
        claimed_by=tuple(code for code in entry.texts("claimed_by") if _code(entry, code)),
    )
    return place, entry.texts("names")


def _bounded(entry: Entry, key: str, most: float) -> float:
    """Return a number that must be there and lie within a bound on both sides of zero."""
    value = entry.number(key)
    if value is None or not -most <= value <= most:
        raise entry.refuse(key, f"must be a number from -{most} to {most}")
    return value


def _code(entry: Entry, code: str | None) -> str | None:
    """Return a country code, refused unless it looks like ISO 3166-1 alpha-3 (XKX for Kosovo)."""
    if code is not None and not (len(code) == 3 and code.isascii() and code.isupper()):
        raise entry.refuse("country", f"{code!r} is no ISO 3166-1 alpha-3 code")
    return code
