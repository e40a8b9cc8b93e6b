"""Find renderings of one utterance in several documents: same side, near days, quoted or main words in common."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import log

from standoff.comparing.claims import Bench
from standoff.comparing.media import rendered_channel
from standoff.model.document import Document
from standoff.model.entity import PartyRef
from standoff.model.statement import Statement
from standoff.values.sides import side, speaker
from standoff.values.text import normal, stems

_MARKS = re.compile(r"[\"“”„«»]")
# Four words in a row inside quotation marks are rarely chance; five are needed where the marks are missing.
_RUN = 4
# A paraphrase must hold this share (by weight) of the shorter rendering's words.
COVERED = 0.62
_DAYS_APART = 3


@dataclass(frozen=True, slots=True)
class Rendering:
    """Hold one document's rendering of what a side said: its words, quoted runs and days."""

    statement: Statement
    document: Document
    side: str
    channel: str | None
    stems: frozenset[str]
    runs: frozenset[str]
    first: int | None
    last: int | None


@dataclass(frozen=True, slots=True)
class Same:
    """Hold two renderings held to be of one utterance, and what that rests on."""

    left: Rendering
    right: Rendering
    quoted: bool
    likeness: float


def same_utterances(given: Bench) -> tuple[Same, ...]:
    """Return the pairs of renderings of one utterance in different documents, in order of id."""
    found = [made for s in given.record.statements.values() if (made := _rendering(s, given))]
    weights = _weights(found)
    pairs = (_same(left, right, weights) for left, right in _candidates(found, weights))
    return tuple(sorted((p for p in pairs if p), key=lambda p: (p.left.statement.id, p.right.statement.id)))


def _rendering(statement: Statement, given: Bench) -> Rendering | None:
    """Lay a statement out for comparison, or return nothing where nobody is named or nothing said."""
    who, document = speaker(statement), given.record.documents.get(statement.document)
    if who is None or document is None or not statement.content or not _named(who):
        return None
    channel, content = rendered_channel(statement, given.codebook.acts.channel_nouns)
    first, last = document.published.first_day, document.published.last_day
    return Rendering(
        statement,
        document,
        side(who, given.codebook.parties),
        channel,
        stems(content),
        _runs(content, statement),
        first.toordinal() if first else None,
        last.toordinal() if last else None,
    )


def _named(who: PartyRef) -> bool:
    """Tell whether a speaker is somebody, not "police" or "residents" of anywhere."""
    return bool(who.party or who.state or who.kind == "person" or who.name[:1].isupper())


def _runs(content: str, statement: Statement) -> frozenset[str]:
    """Return the word runs of what stands in quotation marks (all of a direct statement)."""
    quoted = [content] if statement.directness == "direct" else _MARKS.split(content)[1::2]
    words = [normal(part).split() for part in quoted]
    return frozenset(" ".join(part[i : i + _RUN]) for part in words for i in range(len(part) - _RUN + 1))


def _weights(found: Iterable[Rendering]) -> dict[str, float]:
    """Return what each stem weighs: rare words more."""
    spread: defaultdict[str, set[str]] = defaultdict(set)
    total: set[str] = set()
    for item in found:
        total.add(item.document.id)
        for stem in item.stems:
            spread[stem].add(item.document.id)
    return {stem: log(1 + len(total) / len(documents)) for stem, documents in spread.items()}


def _candidates(found: list[Rendering], weights: Mapping[str, float]) -> Iterator[tuple[Rendering, Rendering]]:
    """Yield pairs of one side that share a quoted run or one of their rarest words, once each."""
    index: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for number, item in enumerate(found):
        rare = sorted(item.stems, key=lambda stem: (-weights[stem], stem))[:6]
        for key in (*item.runs, *rare):
            index[item.side, key].append(number)
    seen: set[tuple[int, int]] = set()
    for numbers in index.values():
        for at, left in enumerate(numbers):
            for right in numbers[at + 1 : at + 40]:
                if (left, right) not in seen and found[left].document.id != found[right].document.id:
                    seen.add((left, right))
                    yield found[left], found[right]


def _same(left: Rendering, right: Rendering, weights: Mapping[str, float]) -> Same | None:
    """Return the pair where it renders one utterance, or nothing."""
    if not _near(left, right):
        return None
    if left.runs & right.runs:
        return Same(left, right, True, 1.0)
    short, long = sorted((left, right), key=lambda item: (len(item.stems), item.statement.id))
    if len(short.stems) < 3:
        return None
    covered = sum(weights[stem] for stem in short.stems & long.stems) / sum(weights[stem] for stem in short.stems)
    return Same(left, right, False, round(covered, 3)) if covered >= COVERED else None


def _near(left: Rendering, right: Rendering) -> bool:
    """Tell whether two documents were published within a few days of each other."""
    if left.first is None or left.last is None or right.first is None or right.last is None:
        return False
    return max(left.first - right.last, right.first - left.last) <= _DAYS_APART
