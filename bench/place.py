"""Score place resolution on LGL, GeoWebNews, GeoVirus and the seeds: accuracy within 161 km, errors, metonymy."""

from __future__ import annotations

import time
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from math import log
from pathlib import Path
from urllib.parse import unquote

from bench.report import Report, Watch, label
from bench.rows import objects
from bench.time import _document
from standoff.annotating.annotate import annotate
from standoff.annotating.mentions.landmarks import mark_landmarks
from standoff.annotating.mentions.mark import mark_mentions
from standoff.annotating.parsing.language import Language, load
from standoff.codebook.load import Codebook
from standoff.codebook.load import load as load_codebook
from standoff.grounding.places.choice import Toponym, choose
from standoff.grounding.places.gazetteer import open_gazetteer
from standoff.grounding.places.resolve import ground_places
from standoff.grounding.places.roles import stands_for_place
from standoff.grounding.places.world import World
from standoff.model.clock import UNKNOWN
from standoff.model.entity import PlaceRef
from standoff.model.page import page
from standoff.values.place import distance_km

EARTH_HALF_KM = 20_039
TIMED = 100  # texts over which speed is measured
_NOT_LITERAL = frozenset({"Metonymic", "Demonym", "Language", "Homonym", "Non_Literal_Modifier", "Embedded_Non_Lit"})
_LITERAL = frozenset({"Literal", "Mixed", "Coercion", "Embedded_Literal", "Literal_Modifier"})


@dataclass(frozen=True, slots=True)
class Gold:
    """Hold one gold toponym: offsets, name, point, and and of a country its GeoNames id or full name."""

    start: int
    stop: int
    name: str
    lat: float
    lon: float
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Case:
    """Hold one text with its gold toponyms."""

    text: str
    gold: tuple[Gold, ...]


def run(data: Path, split: str | None) -> Report:
    """Score a data folder, its layout told by its files; `--split end_to_end` also finds the names itself."""
    if (data / "places.jsonl").exists():
        return _seeds(data)
    cases = list(read_cases(data))
    world = World(load_codebook(), open_gazetteer())
    metrics = opening() | resolution(cases, world) | {"words_a_second_beside_the_parse": speed(cases[:TIMED], world)}
    if (data / "brat").is_dir() and split != "resolution":
        metrics |= metonymy(data / "brat", world.codebook)
    if split == "end_to_end":
        metrics |= end_to_end(cases, world)
    return Report("place", label(data), sum(len(case.gold) for case in cases), metrics)


def opening() -> dict[str, float]:
    """Return milliseconds to open the gazetteer, and megabytes that opening it and a thousand look-ups take."""
    import tracemalloc

    open_gazetteer()  # built where it is not yet
    start = time.perf_counter()
    gazetteer = open_gazetteer()
    taken = 1000 * (time.perf_counter() - start)
    before = _resident()
    tracemalloc.start()
    for (name,) in gazetteer.connection.execute(
        "select name from place order by population desc limit 1000"
    ).fetchall():
        gazetteer.candidates(name)
    held = tracemalloc.get_traced_memory()[1] / 1e6
    tracemalloc.stop()
    return {"gazetteer_opened_ms": taken, "gazetteer_mb": max(held, _resident() - before)}


def _resident() -> float:
    """Return the megabytes of memory this process holds (Linux), or zero elsewhere."""
    try:
        pages = int(Path("/proc/self/statm").read_text().split()[1])
    except OSError:
        return 0.0
    return pages * 4096 / 1e6


def read_cases(data: Path) -> Iterator[Case]:
    """Yield the cases of a folder in the layout of LGL (also TR-News, GeoVirus) or GeoWebNews; or of one such file."""
    if (data / "gwn_full.txt").exists():
        yield from _geowebnews(data)
        return
    for path in [data] if data.is_file() else sorted(data.glob("*.xml")):
        yield from _articles(path)


def _articles(path: Path) -> Iterator[Case]:
    """Read an XML file of articles with toponyms; offsets that miss the phrase are put right by the nearest match."""
    for article in ET.parse(path).getroot().iter("article"):
        text = article.findtext("text") or ""
        gold = [_toponym(node, text) for node in article.iter("toponym")]
        gold += [_location(node, text) for node in article.iter("location")]
        yield Case(text, tuple(item for item in gold if item))


def _toponym(node: ET.Element, text: str) -> Gold | None:
    """Read a toponym of LGL or TR-News, nothing where it is not resolved."""
    tag = node.find("gaztag")
    lat, lon = node.findtext(".//lat"), node.findtext(".//lon")
    if lat is None or lon is None:
        return None
    name = node.findtext("phrase") or ""
    start = _found(text, name, int(node.findtext("start") or 0))
    country = tag is not None and (tag.findtext("fcode") or "").startswith("PCL")
    number = tag.get("geonameid") if tag is not None and country else None
    return Gold(start, start + len(name), name, float(lat), float(lon), number)


def _location(node: ET.Element, text: str) -> Gold | None:
    """Read a location of GeoVirus, whose offsets count from one."""
    name = node.findtext("name") or ""
    lat, lon = node.findtext("lat"), node.findtext("lon")
    if not lat or not lon or not lat.strip() or not lon.strip():
        return None
    start = _found(text, name, int(node.findtext("start") or 1) - 1)
    return Gold(start, start + len(name), name, float(lat), float(lon), _title(node.findtext("page") or ""))


def _title(address: str) -> str | None:
    """Return the title that the address of an encyclopedia's page names, without what tells a country from others."""
    title = unquote(address.rpartition("/wiki/")[2]).replace("_", " ").strip()
    return title.removesuffix(" (country)") or None


def _found(text: str, name: str, start: int) -> int:
    """Return where a phrase really stands: at its offset, or the nearest place it occurs."""
    if text.startswith(name, start):
        return start
    places: list[int] = []
    at = text.find(name)
    while at >= 0 and len(places) < 1000:
        places.append(at)
        at = text.find(name, at + 1)
    return min(places, key=lambda place: (not _whole(text, place, name), abs(place - start)), default=start)


def _whole(text: str, start: int, name: str) -> bool:
    """Tell whether a phrase stands as whole words, not as `Iran` in `Iranian`."""
    stop = start + len(name)
    return not (text[start - 1 : start].isalnum() if start else False) and not text[stop : stop + 1].isalnum()


def _geowebnews(data: Path) -> Iterator[Case]:
    """Read gwn_full.txt with the texts it points into."""
    lines = (data / "gwn_full.txt").read_text("utf-8").splitlines()
    for index, line in enumerate(lines):
        text = (data / "geocoding_files" / str(index)).read_text("utf-8")
        rows = [row.split(",,") for row in line.split("||") if row.strip()]
        gold = []
        for full, name, lat, lon, start, _ in rows:
            at = _found(text, name, int(start))
            gold.append(Gold(at, at + len(name), name, float(lat), float(lon), full))
        yield Case(text, tuple(sorted(gold, key=lambda g: g.start)))


def resolution(cases: Sequence[Case], world: World) -> dict[str, float]:
    """Return accuracy within 161 km and errors over all names; what is unresolved is wrong by half the globe."""
    errors: list[float] = []
    unresolved = 0
    for case in cases:
        names = [Toponym(g.start, g.stop, case.text[g.start : g.stop] or g.name) for g in case.gold]
        found = choose(names, case.text, world, frozenset())
        for gold, chosen in zip(case.gold, found, strict=True):
            if chosen is None or chosen.candidate.point is None:
                unresolved += 1
                errors.append(EARTH_HALF_KM)
                continue
            candidate = chosen.candidate
            same = candidate.kind == "country" and is_country(gold, candidate.key, candidate.country or "", world)
            errors.append(0.0 if same else distance_km((gold.lat, gold.lon), (candidate.lat or 0, candidate.lon or 0)))
    ordered = sorted(errors)
    size = max(1, len(errors))
    return {
        "acc_161": sum(error <= 161 for error in errors) / size,
        "mean_km": sum(errors) / size,
        "median_km": ordered[size // 2] if ordered else 0.0,
        "auc": sum(log(error + 1) for error in errors) / (size * log(EARTH_HALF_KM)),
        "unresolved": unresolved / size,
    }


def speed(cases: Sequence[Case], world: World) -> float:
    """Return words a second of all that finding and resolving places does beside the parse, nothing looked up before.

    That is marking names and landmarks, gathering and choosing candidates, telling roles and areas.
    """
    watch, gazetteer = Watch(), open_gazetteer()
    for number, case in enumerate(cases):
        document = _document(case.text, Path(str(number)), UNKNOWN)
        parse = _language().parse(document)
        with watch.over(case.text):
            marks = mark_mentions(document, parse, world.codebook.parties)
            marks += mark_landmarks(document, parse, world.codebook.places)
            ground_places(page(document, parse, marks), world.codebook, gazetteer)
    return watch.speed()


def is_country(gold: Gold, key: str, alpha3: str, world: World) -> bool:
    """Tell whether a gold toponym is this country: by its GeoNames id, or by the full name given for it."""
    if gold.country is None or gold.country.isdigit():
        return key == f"gn:{gold.country}"
    return any(c.kind == "country" and c.country == alpha3 for c in world.gazetteer.candidates(gold.country)[:1])


def end_to_end(cases: Sequence[Case], world: World) -> dict[str, float]:
    """Return precision, recall and F1 of finding a gold name and placing it within 161 km (a country by its code)."""
    right = system = gold = 0
    for number, case in enumerate(cases):
        laid = annotate(_document(case.text, Path(str(number)), UNKNOWN), _language(), world.codebook)
        ties = {tie.annotation: tie.place for tie in ground_places(laid, world.codebook, world.gazetteer)}
        names = [(mark.span, ties[mark.id]) for mark in laid.annotations if mark.kind == "name" and mark.id in ties]
        system, gold = system + len(names), gold + len(case.gold)
        for item in case.gold:
            over = (place for span, place in names if span.start < item.stop and item.start < span.stop)
            right += any(place is not None and _placed_right(item, place, world) for place in over)
    f1 = 2 * right / max(1, system + gold)
    return {"end_precision": right / max(1, system), "end_recall": right / max(1, gold), "end_f1": f1}


def _placed_right(gold: Gold, place: PlaceRef, world: World) -> bool:
    """Tell whether a reference is the gold country or lies within 161 km of the gold point."""
    if place.lat is None or place.lon is None:
        return False
    same = is_country(gold, place.place or "", place.country or "", world)
    return same or distance_km((gold.lat, gold.lon), (place.lat, place.lon)) <= 161


@cache
def _language() -> Language:
    """Load the language once."""
    return load()


def metonymy(folder: Path, codebook: Codebook) -> dict[str, float]:
    """Return precision, recall and F1 of telling names that stand for no place from those that do, on brat files."""
    right = system = gold = total = agreed = 0
    for path in sorted(folder.glob("*.ann")):
        text = path.with_suffix(".txt").read_bytes().decode("utf-8")
        parse = _language().parse(_document(text, path, UNKNOWN))
        for kind, start, stop in _brat(path):
            said = not stands_for_place(parse, start, stop, codebook)
            really = kind in _NOT_LITERAL
            gold, system, right = gold + really, system + said, right + (really and said)
            total, agreed = total + 1, agreed + (really == said)
    return {
        "metonymy_precision": right / max(1, system),
        "metonymy_recall": right / max(1, gold),
        "metonymy_f1": 2 * right / max(1, gold + system),
        "literal_or_not_accuracy": agreed / max(1, total),
    }


def _brat(path: Path) -> Iterator[tuple[str, int, int]]:
    """Yield kind and offsets of the toponyms of a brat file."""
    for line in path.read_text("utf-8").splitlines():
        cells = line.split("\t")
        if line.startswith("T") and len(cells) > 2 and ";" not in cells[1]:
            kind, start, stop = cells[1].split(" ")
            if kind in _NOT_LITERAL | _LITERAL:
                yield kind, int(start), int(stop)


def _seeds(data: Path) -> Report:
    """Score the whole way, from text to pins, on places.jsonl."""
    rows = list(objects(data / "places.jsonl"))
    texts = next(folder for folder in (data, data.parent.parent / "seeds") if list(folder.glob("*.txt")))
    codebook, gazetteer = load_codebook(), open_gazetteer()
    pins = right = metonyms = unpinned = 0
    for name in sorted({row["doc"] for row in rows[1:]}):
        document = _document((texts / name).read_bytes().decode("utf-8"), Path(name), UNKNOWN)
        laid = annotate(document, _language(), codebook)
        laid = laid.marked(groundings=ground_places(laid, codebook, gazetteer))
        ties = [(m, laid.place_grounding(m)) for m in laid.annotations]
        placed = [(m, tie) for m, tie in ties if tie is not None and tie.place is not None]
        for row in (row for row in rows[1:] if row["doc"] == name):
            over = [tie for m, tie in placed if m.span.start < row["end"] and row["start"] < m.span.stop]
            pinned = [tie for tie in over if tie.geocode and tie.place and tie.place.lat is not None]
            if row["geocode"]:
                pins += 1
                right += any(_near(row, tie.place) for tie in pinned if tie.place)
            else:
                metonyms += 1
                unpinned += not pinned
    return Report(
        "place", label(data), len(rows) - 1,
        {
            "pins": pins,
            "pins_right_50km": right / max(1, pins),
            "metonyms": metonyms,
            "metonyms_not_pinned": unpinned / max(1, metonyms),
        },
    )  # fmt: skip


def _near(row: dict[str, object], place: object) -> bool:
    """Tell whether a pin lies within 50 km of the gold point, or in the right area where that is wider."""
    lat, lon = getattr(place, "lat", None), getattr(place, "lon", None)
    if lat is None or lon is None or row["lat"] is None:
        return False
    gap = distance_km((float(str(row["lat"])), float(str(row["lon"]))), (lat, lon))
    same_country = row["kind"] == "country" and getattr(place, "precision_km", 0) >= 100
    return gap <= max(50.0, float(str(row["radius_km"] or 0))) or (same_country and gap <= 150)
