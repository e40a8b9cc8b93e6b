"""Put dates, positions and lists into the words that every view, page and terminal uses."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Literal

from standoff import codebook
from standoff.model.clock import Interval
from standoff.values import names
from standoff.values.days import span_words

Stance = Literal["asserts", "denies", "urges", "differs", "no_position", "not_reported"]

_DATE_AT_END = re.compile(r", (?:since |until )?(?:[\w ]{0,20} to )?[\w ]{0,17}\b\d{4}\Z")


@dataclass(frozen=True, slots=True)
class Sign:
    """Hold how a stance is shown: shape and word always together, colour only beside them."""

    shape: str
    word: str


SIGNS: dict[Stance, Sign] = {
    "asserts": Sign("▲", "asserts"),
    "denies": Sign("▼", "denies"),
    "urges": Sign("●", "urges"),
    "differs": Sign("◆", "differs"),
    "no_position": Sign("○", "no position"),
    "not_reported": Sign("—", "not reported"),
}

STATUS_WORDS = {"contested": "contested", "uncontested": "uncontested", "single_origin": "single origin"}

KIND_WORDS = {
    "contradiction": "one asserts what another denies",
    "disagreement": "the values cannot both hold",
    "granularity": "the same at another precision",
    "revision": "the source changed its words",
    "transmission": "outlets render one utterance differently",
}

# What one voice does to an agreement, what several do, and what an outlet does that quotes nobody.
_RELATIONS = {
    "invokes": ("invokes", "invoke", "mentions"),
    "affirms": ("affirms", "affirm", "reports support for"),
    "alleges_violation": ("alleges a violation of", "allege a violation of", "reports an alleged violation of"),
    "denies_violation": ("denies a violation of", "deny a violation of", "reports a denial that anybody broke"),
}


def relation_words(relation: str, voice: str = "", *, quoted: bool = True) -> str:
    """Say what a voice does to an agreement; not `quoted` is an outlet in its own words."""
    if relation not in _RELATIONS:
        return relation.replace("_", " ")
    one, many, reported = _RELATIONS[relation]
    if not quoted:
        return reported
    return many if is_plural(voice) else one


def with_article(name: str) -> str:
    """Return a name as it stands within a sentence: `the United States`, `the Ministry of Defence`, `Rwanda`."""
    return names.with_article(name, _heads()["articled"])


def is_plural(name: str) -> bool:
    """Tell whether a name takes a verb in the plural: `the Houthis`, `villagers`."""
    return names.is_plural(name, _heads()["plural"])


@lru_cache(maxsize=1)
def _heads() -> Mapping[str, frozenset[str]]:
    """Return the heads of names that take the article, and a plural verb, as the codebook lists them."""
    from standoff.codebook.words import read_lists  # a twentieth of the start of commands that write no sentence

    return read_lists(Path(codebook.__file__).parent / "data" / "mentions.yaml")


def list_words(names: Sequence[str], last: str = "and") -> str:
    """Join names as English does: `A`, `A and B`, `A, B and C`."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} {last} {names[-1]}"


def count_words(number: int, one: str, many: str | None = None) -> str:
    """Say how many, in figures: `1 document`, `1,204 documents`."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def interval_words(interval: Interval | None, unknown: str = "date not reported") -> str:
    """Say an interval; an open bound reads `since` or `until`, a wide guess `by`."""
    if interval is None or not interval.known:
        return unknown
    clock = _clock_words(interval)
    return f"{span_words(interval)}, {clock}" if clock else span_words(interval)


def _clock_words(interval: Interval) -> str:
    """Say the time of day of an interval within one day: `14:05`, `06:00–12:00`; nothing when it has none."""
    earliest, latest = (bound[11:16] if bound else "" for bound in (interval.earliest, interval.latest))
    if not interval.exact or not earliest or (earliest, latest) == ("00:00", "23:59"):
        return ""
    return earliest if earliest == latest or not latest else f"{earliest}–{latest}"


def inferred(interval: Interval | None) -> bool:
    """Tell whether a date was worked out from calendar or neighbours, not stated."""
    return interval is not None and interval.basis.startswith("inferred")


def without_date(label: str) -> str:
    """Return an incident's name without the date at its end, for where the date stands beside it."""
    return _DATE_AT_END.sub("", label)


def given_by(voice: str | None, outlet: str | None, said: Interval | None) -> str:
    """Say who gives a figure, in which outlet and when: `Mali in AFP, 3 April 2022`."""
    named = list(dict.fromkeys(filter(None, [voice, outlet]))) or ["a report in its own words"]
    return ", ".join(filter(None, [" in ".join(named), interval_words(said, "")]))


def published_words(interval: Interval | None) -> str:
    """Say when a document was published: `14 May 2021`, `undated, inferred 14 May 2021` or `undated`."""
    if interval is None or not interval.known:
        return "undated"
    said = interval_words(interval)
    return f"undated, inferred {said}" if inferred(interval) else said
