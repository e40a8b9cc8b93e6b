"""Choose among the places a name may stand for, by name, feature, qualifiers beside it and the text's other places."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import exp, log10
from typing import TypeVar

from standoff.grounding.places.gazetteer import Candidate
from standoff.grounding.places.geometry import Point
from standoff.grounding.places.world import World
from standoff.values.place import distance_km

# Scores are in powers of ten of population: a capital weighs as a town a hundred times as large.
_KIND: Mapping[str, float] = {"country": 2.5, "adm1": 0.3, "adm2": -1.0, "adm3": -1.5, "capital": 1.5}
_ALTERNATE = -1.6
_PREFERRED, _QUALIFIED, _HOME = 3.0, 5.0, 1.0
_COUNTRY, _ADMIN1, _NEAR = 3.5, 3.5, 1.5
_DISTRICT, _MOST_TOGETHER = 1.4, 2
_REACH_KM = 150.0
_MUCH, _SEAT = 0.2, 0.2
_ANCHORS = 10
_ENOUGH, _LITTLE, _HARDLY = 3, 100_000, 0.05  # names in a text; people; what the other names lend a place
_LITTLE_KINDS = frozenset({"city", "adm2", "adm3"})
_OWN_LITTLE = frozenset({"town", "village", "neighbourhood", "camp"})  # of our own places, whose people we do not count
_POINTS = frozenset({"city", "capital", "town", "village"})
K = TypeVar("K")
_FORCE = 1.6  # how sharply scores become shares


@dataclass(frozen=True, slots=True)
class Toponym:
    """Hold a place name at `[start, stop)` of a text."""

    start: int
    stop: int
    text: str


@dataclass(frozen=True, slots=True)
class Chosen:
    """Hold the chosen place, its score and what it was made of."""

    candidate: Candidate
    score: float
    features: Mapping[str, float]


def choose(toponyms: Sequence[Toponym], text: str, world: World, home: frozenset[str]) -> list[Chosen | None]:
    """Return the place of each name, or nothing; `home` lists countries the document itself hangs on.

    One sense per name and text, except where a qualifier (`Paris, Texas`) says otherwise.
    """
    options = [world.candidates(item.text) for item in toponyms]
    scores = [_prior(item, text, world, home) for item in toponyms]
    _qualify(toponyms, text, options, scores)
    _same_names(toponyms, scores)
    _support(toponyms, options, scores)
    _gather(toponyms, options, scores)
    _approach(toponyms, options, scores)
    alone = len({item.text for item in toponyms}) < _ENOUGH
    best = [_best(candidates, marks) for candidates, marks in zip(options, scores, strict=True)]
    return [chosen if chosen is None or alone or not _is_stray(chosen) else None for chosen in best]


Score = dict[str, float]


def _prior(item: Toponym, text: str, world: World, home: frozenset[str]) -> list[Score]:
    """Return the first scores of a name's candidates: size, kind, spelling, the words around, the home country."""
    before, after = _word_before(text, item.start), _word_after(text, item.stop)
    preferred = world.preferred(before, item.text, after)
    candidates = world.candidates(item.text)
    scores = [_first_score(candidate, preferred, home) for candidate in candidates]
    _raise_seat(candidates, scores)
    return scores


def _raise_seat(candidates: Sequence[Candidate], scores: Sequence[Score]) -> None:
    """Let a city that is much of the province named after it come before that: `New York`, said without a `state`."""
    provinces = {c.number: index for index, c in enumerate(candidates) if c.kind == "adm1" and c.main}
    for candidate, score in zip(candidates, scores, strict=True):
        index = provinces.get(candidate.admin1 or 0)
        if index is None or candidate.kind != "city" or "word" in scores[index]:
            continue
        if candidate.population >= _MUCH * candidates[index].population:
            lead = sum(scores[index].values()) - sum(score.values())
            score["seat"] = max(0.0, lead) + _SEAT


def _first_score(candidate: Candidate, preferred: frozenset[str], home: frozenset[str]) -> Score:
    """Return the first score of one candidate, feature by feature."""
    score = {"size": log10(candidate.population + 10), "kind": _KIND.get(candidate.kind, 0.0)}
    if not candidate.main:
        score["alternate"] = _ALTERNATE
    if preferred and candidate.kind in preferred:
        score["word"] = _PREFERRED
    if candidate.country in home:
        score["home"] = _HOME
    return score


def _word_before(text: str, start: int) -> str:
    """Return the word before a name, `of` and `the` skipped: `the province of Syunik` -> province."""
    words = text[max(0, start - 40) : start].replace("\n", " ").split()
    while words and words[-1].lower() in ("of", "the"):
        words.pop()
    return words[-1].lower().strip("()\"'“”") if words else ""


def _word_after(text: str, stop: int) -> str:
    """Return the word right behind a name."""
    rest = text[stop : stop + 30]
    if not rest[:1].isspace():
        return ""
    words = rest.split()
    return words[0].lower().strip(".,;:()\"'“”’") if words else ""


def _qualify(
    toponyms: Sequence[Toponym], text: str, options: Sequence[Sequence[Candidate]], scores: Sequence[list[Score]]
) -> None:
    """Raise candidates that lie in the area named right behind them: `Paris, Texas`, `Goris in Syunik`."""
    for index in range(len(toponyms) - 1):
        between = text[toponyms[index].stop : toponyms[index + 1].start]
        if len(between) > 30 or not _qualifies(between):
            continue
        areas = [
            pair for pair in zip(options[index + 1], scores[index + 1], strict=True) if pair[0].kind not in _POINTS
        ]
        for inner, score in zip(options[index], scores[index], strict=True):
            for outer, mark in areas:
                if inner is not outer and lies_in(inner, outer):
                    score["qualified"] = _QUALIFIED
                    mark["qualifies"] = max(mark.get("qualifies", 0.0), _QUALIFIED / 2)


def _qualifies(between: str) -> bool:
    """Tell whether the words between two names make the second the area of the first."""
    words = between.lower().split()
    if between.strip() in (",", "(", "in", ", in", "'s", "’s"):
        return True
    return bool(words) and words[0].strip(",") in ("", "in", "of") and len(words) <= 5 and "and" not in words


def lies_in(inner: Candidate, outer: Candidate) -> bool:
    """Tell whether a place lies in an area, by the gazetteer's own hierarchy or, for our own areas, by distance."""
    if inner.kind == "country" or inner.key == outer.key:
        return False
    if outer.kind == "country":
        return inner.country == outer.country
    if outer.number in (inner.admin1, inner.admin2):
        return True
    if outer.number < 0 and outer.radius and outer.radius >= 10 and inner.point and outer.point:
        return distance_km(inner.point, outer.point) <= outer.radius
    return False


def _same_names(toponyms: Sequence[Toponym], scores: Sequence[list[Score]]) -> None:
    """Let a qualifier said once count for every mention of the name, a little less."""
    best: dict[str, list[float]] = {}
    for item, marks in zip(toponyms, scores, strict=True):
        told = [mark.get("qualified", 0.0) for mark in marks]
        held = best.setdefault(item.text, told)
        best[item.text] = [max(pair) for pair in zip(held, told, strict=True)]
    for item, marks in zip(toponyms, scores, strict=True):
        for mark, raised in zip(marks, best[item.text], strict=True):
            if raised and "qualified" not in mark:
                mark["qualified_elsewhere"] = raised * 0.8


def _shares(marks: list[Score]) -> list[float]:
    """Return how likely each candidate is so far, from 0 to 1."""
    totals = [sum(mark.values()) for mark in marks]
    top = max(totals)
    raised = [exp(_FORCE * (total - top)) for total in totals]
    whole = sum(raised)
    return [value / whole for value in raised]


def _support(
    toponyms: Sequence[Toponym], options: Sequence[Sequence[Candidate]], scores: Sequence[list[Score]]
) -> None:
    """Raise candidates whose country and province the text's other names share."""
    seen: dict[str, int] = {}
    for index, item in enumerate(toponyms):
        if options[index]:
            seen.setdefault(item.text, index)
    if len(seen) < 2:
        return
    countries: dict[str, dict[str, float]] = {}
    provinces: dict[str, dict[int, float]] = {}
    for name, index in seen.items():
        country: dict[str, float] = defaultdict(float)
        province: dict[int, float] = defaultdict(float)
        for candidate, share in zip(options[index], _shares(scores[index]), strict=True):
            if candidate.country:
                country[candidate.country] += share
            area = candidate.number if candidate.kind == "adm1" else candidate.admin1
            if area is not None:
                province[area] += share
        countries[name], provinces[name] = country, province
    _share_out(toponyms, options, scores, (countries, provinces))


def _share_out(
    toponyms: Sequence[Toponym],
    options: Sequence[Sequence[Candidate]],
    scores: Sequence[list[Score]],
    tables: tuple[dict[str, dict[str, float]], dict[str, dict[int, float]]],
) -> None:
    """Give each candidate the share of the other names that lie in its country and its province."""
    countries, provinces = tables
    others = max(1, len(countries) - 1)
    all_countries, all_provinces = _summed(countries), _summed(provinces)
    for index, item in enumerate(toponyms):
        own_country, own_province = countries.get(item.text, {}), provinces.get(item.text, {})
        for candidate, mark in zip(options[index], scores[index], strict=True):
            if candidate.country:
                rest = all_countries.get(candidate.country, 0.0) - own_country.get(candidate.country, 0.0)
                mark["country"] = _COUNTRY * rest / others
            area = candidate.number if candidate.kind == "adm1" else candidate.admin1
            if area is not None:
                rest = all_provinces.get(area, 0.0) - own_province.get(area, 0.0)
                mark["province"] = _ADMIN1 * min(1.0, rest / others * 1.5)


def _summed(tables: Mapping[str, Mapping[K, float]]) -> dict[K, float]:
    """Return the sums over all names."""
    total: dict[K, float] = defaultdict(float)
    for table in tables.values():
        for key, share in table.items():
            total[key] += share
    return total


def _gather(toponyms: Sequence[Toponym], options: Sequence[Sequence[Candidate]], scores: Sequence[list[Score]]) -> None:
    """Raise candidates of one district: a county and a town in it, named in one text, are seldom there by chance."""
    together: dict[int, set[str]] = defaultdict(set)
    for item, candidates in zip(toponyms, options, strict=True):
        for candidate in candidates:
            district = candidate.number if candidate.kind == "adm2" else candidate.admin2
            if district is not None:
                together[district].add(item.text)
    for item, candidates, marks in zip(toponyms, options, scores, strict=True):
        for candidate, mark in zip(candidates, marks, strict=True):
            district = candidate.number if candidate.kind == "adm2" else candidate.admin2
            others = len(together[district] - {item.text}) if district is not None else 0
            if others:
                mark["district"] = _DISTRICT * min(others, _MOST_TOGETHER)


def _approach(
    toponyms: Sequence[Toponym], options: Sequence[Sequence[Candidate]], scores: Sequence[list[Score]]
) -> None:
    """Raise candidates that lie near the places the other names most likely are."""
    anchors: dict[str, Candidate] = {}
    for index, item in enumerate(toponyms):
        if options[index] and item.text not in anchors and len(anchors) < _ANCHORS:
            shares = _shares(scores[index])
            place = options[index][shares.index(max(shares))]
            if place.kind != "country" and place.point and max(shares) > 0.5:
                anchors[item.text] = place
    if not anchors:
        return
    nearness: dict[str, list[float | None]] = {}
    for item, candidates, marks in zip(toponyms, options, scores, strict=True):
        if len(candidates) < 2:
            continue
        if item.text not in nearness:
            others = [place.point for name, place in anchors.items() if name != item.text and place.point]
            nearness[item.text] = [_nearness(candidate, others) for candidate in candidates]
        for mark, near in zip(marks, nearness[item.text], strict=True):
            if near is not None:
                mark["near"] = near


def _nearness(candidate: Candidate, others: Sequence[Point]) -> float | None:
    """Return what a candidate gains by the nearest of some points, nothing for a state."""
    if not others or candidate.point is None or candidate.kind == "country":
        return None
    return _NEAR * exp(-min(distance_km(candidate.point, other) for other in others) / _REACH_KM)


def _is_stray(chosen: Chosen) -> bool:
    """Tell whether a little place lies where nothing else the text names does: it will be another of the name.

    So Moura in Mali is not the town in Portugal. What is known by a name of another language is well known.
    """
    place, features = chosen.candidate, chosen.features
    told = features.get("country", 0.0) > _HARDLY or features.get("near", 0.0) > _HARDLY / 5
    known = told or not features.keys().isdisjoint(("qualified", "home", "alternate"))
    little = place.kind in _OWN_LITTLE or (place.kind in _LITTLE_KINDS and place.population < _LITTLE)
    return little and place.country is not None and not known


def _best(candidates: Sequence[Candidate], marks: Sequence[Score]) -> Chosen | None:
    """Return the candidate with the highest score; the first where several are equal."""
    placed = [(sum(m.values()), c, m) for c, m in zip(candidates, marks, strict=True) if c.point is not None]
    if not placed:
        return None
    total, candidate, features = max(placed, key=lambda item: item[0])
    return Chosen(candidate, total, features)
