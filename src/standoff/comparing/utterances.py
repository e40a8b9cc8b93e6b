"""Find renderings of one utterance in several documents: same side, near days, quoted or main words in common.

What two renderings have in common is weighed by their own documents and the codebook alone, and only those that stand
near each other in an index are compared, so that one more report looks at few others, however many there are.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import log

from standoff.codebook.load import Codebook
from standoff.comparing.claims import Bench
from standoff.comparing.media import rendered_channel
from standoff.model.document import Document
from standoff.model.entity import PartyRef
from standoff.model.reach import Pair
from standoff.model.record import Record
from standoff.model.sketch import Echo, Rendering, Slot
from standoff.model.statement import Statement
from standoff.values.sides import side, speaker
from standoff.values.text import normal, stems, stems_in_order

REACH = 40  # renderings in the order of days that each is compared with, on either hand, for each word it is found by
_MARKS = re.compile(r"[\"“”„«»]")
# Four words in a row inside quotation marks are rarely chance; five are needed where the marks are missing.
_RUN = 4
_RAREST = 6
# A paraphrase must hold this share (by weight) of the shorter rendering's words.
COVERED = 0.66
_FEWEST = 3
_DAYS_APART = 3
# The names of states stand in whatever their quarrels are reported with; other unlisted words weigh five times that.
_STATE = 1.5


@dataclass(frozen=True, slots=True)
class Same:
    """Hold two statements held to render one utterance, the channels they name, and what that rests on."""

    left: Statement
    right: Statement
    channels: tuple[str | None, str | None]
    quoted: bool
    likeness: float


def laid_out(found: Iterable[Echo], given: Bench) -> tuple[Same, ...]:
    """Return pairs of renderings with their statements, in order of id; those of which one is gone are left out."""
    held, nouns = given.record.statements, given.codebook.acts.channel_nouns
    return tuple(
        Same(
            held[echo.left],
            held[echo.right],
            (rendered_channel(held[echo.left], nouns)[0], rendered_channel(held[echo.right], nouns)[0]),
            echo.quoted,
            echo.likeness,
        )
        for echo in sorted(found, key=lambda echo: (echo.left, echo.right))
        if echo.left in held and echo.right in held
    )


def renderings(record: Record, codebook: Codebook, weigh: Mapping[str, float]) -> dict[str, Rendering]:
    """Return the statements that can be renderings of something others render too, by id; `weigh` are word weights."""
    by_document: defaultdict[str, list[Statement]] = defaultdict(list)
    for statement in record.statements.values():
        by_document[statement.document].append(statement)
    return {
        statement.id: made
        for key, said in by_document.items()
        if key in record.documents
        for statement, made in _of_document(record.documents[key], said, weigh, codebook)
    }


def placed(found: Mapping[str, Rendering]) -> Iterator[Slot]:
    """Yield where renderings stand in the index: by their side, with each quoted run and each of the rarest words."""
    for key, item in found.items():
        rarest = sorted(item.weights, key=lambda stem: (-item.weights[stem], stem))[:_RAREST]
        for told in (*sorted(item.runs), *rarest):
            yield Slot(f"{item.side}|{told}", f"{item.first:07d}", key)


def echoes(found: Mapping[str, Rendering], near: Iterable[Pair]) -> Iterator[Echo]:
    """Yield those of some pairs that render one utterance."""
    for left, right in near:
        one, other = found[left], found[right]
        if one.document == other.document or not _near(one, other):
            continue
        covered = 1.0 if one.runs & other.runs else _covered(one, other)
        if covered >= COVERED:
            yield Echo(left, right, bool(one.runs & other.runs), covered)


def _of_document(
    document: Document, said: Iterable[Statement], weigh: Mapping[str, float], codebook: Codebook
) -> Iterator[tuple[Statement, Rendering]]:
    """Yield the statements of one document that name a speaker and something said, laid out for comparison.

    A word that a document is full of tells little of which utterance of it is meant.
    """
    first, last = document.published.first_day, document.published.last_day
    told = [statement for statement in said if statement.content and _named(speaker(statement))]
    if first is None or last is None or not told:
        return
    counts = Counter(stems_in_order(document.text))
    unlisted = max(weigh.values(), default=_STATE)
    for statement in told:
        content = rendered_channel(statement, codebook.acts.channel_nouns)[1]
        weights = {
            stem: round(weigh.get(stem, unlisted) / (1 + log(max(counts[stem], 1))), 4) for stem in stems(content)
        }
        runs, who = _runs(content, statement), side_of(statement, codebook)
        days = first.toordinal(), last.toordinal()
        yield statement, Rendering(statement.id, document.id, who, weights, runs, *days)


def weighing(codebook: Codebook) -> dict[str, float]:
    """Return what each stem weighs: the rarer in news, the more; the names of states little."""
    shares: defaultdict[str, float] = defaultdict(float)
    for word, share in codebook.spread.shares.items():
        for stem in stems(word):
            shares[stem] += share
    found = {stem: log(1 + 1 / min(1.0, share)) for stem, share in shares.items()}
    found[""] = log(1 + 2 / codebook.spread.rarest)  # the most a word can weigh: one that is not listed
    names = (name for state in codebook.parties.states.values() for name in (state.name, *state.adjectives))
    return found | {stem: _STATE for name in names for stem in stems(name)}


def side_of(statement: Statement, codebook: Codebook) -> str:
    """Return the side whose words a statement renders, empty where nobody is named."""
    who = speaker(statement)
    return side(who, codebook.parties) if who else ""


def _named(who: PartyRef | None) -> bool:
    """Tell whether a speaker is somebody, not "police" or "residents" of anywhere."""
    return who is not None and bool(who.party or who.state or who.kind == "person" or who.name[:1].isupper())


def _runs(content: str, statement: Statement) -> frozenset[str]:
    """Return the word runs of what stands in quotation marks (all of a direct statement)."""
    quoted = [content] if statement.directness == "direct" else _MARKS.split(content)[1::2]
    words = [normal(part).split() for part in quoted]
    return frozenset(" ".join(part[i : i + _RUN]) for part in words for i in range(len(part) - _RUN + 1))


def _covered(one: Rendering, other: Rendering) -> float:
    """Return which share of the shorter one's words, by weight, the other has; each weighs what it does where less."""
    short, long = sorted((one, other), key=lambda item: (len(item.weights), item.statement))
    if len(short.weights) < _FEWEST:
        return 0.0
    weights = {stem: min(weight, long.weights.get(stem, weight)) for stem, weight in short.weights.items()}
    shared = sum(weights[stem] for stem in sorted(weights.keys() & long.weights.keys()))
    return round(shared / sum(weights[stem] for stem in sorted(weights)), 3)


def _near(left: Rendering, right: Rendering) -> bool:
    """Tell whether two documents were published within a few days of each other."""
    return max(left.first - right.last, right.first - left.last) <= _DAYS_APART
