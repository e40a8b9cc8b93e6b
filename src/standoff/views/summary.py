"""Sum up an incident in one sentence that takes nobody's side: who says so, who denies it, who takes no position."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from standoff.model.claim import OCCURRED
from standoff.values.contest import RESPONSIBILITY
from standoff.views.matrix import SILENT, Line, Matrix
from standoff.views.sides import folds, spoken
from standoff.views.wording import Stance, is_plural, list_words

_SAID: dict[Stance, tuple[str, str]] = {  # one party, several parties
    "asserts": ("says so", "say so"),
    "denies": ("denies it", "deny it"),
    "differs": ("is reported both to say so and to deny it", "both say so and deny it"),
    "urges": ("takes no position", "take no position"),
    "no_position": ("takes no position", "take no position"),
}
_ORDER: tuple[Stance, ...] = ("asserts", "differs", "denies", "no_position")


@dataclass(frozen=True, slots=True)
class Clause:
    """Hold one part of a sentence with the statements and claims it cites, and how many sides it names."""

    text: str
    stance: Stance
    statements: tuple[str, ...]
    claims: tuple[str, ...] = ()
    sides: int = 1


def clauses(matrix: Matrix) -> tuple[Clause, ...]:
    """Return the clauses of the summary, those who say so first; empty where nothing is said of the happening."""
    line = next((line for line in matrix.lines if line.slot == OCCURRED), None)
    if line is None:
        return ()
    found = []
    for stance in _ORDER:
        sides = [side for side in matrix.sides if _voiced(line.cell(side.key).stance) == stance]
        if sides:
            cells = [line.cell(side.key) for side in sides]
            names = [spoken(side.name) for side in sides]
            plural = len(sides) > 1 or folds(sides[0].name) or is_plural(sides[0].name)
            found.append(
                Clause(
                    text=f"{list_words(names)} {_SAID[stance][plural]}",
                    stance=stance,
                    statements=_in_turn([cell.statements for cell in cells]),
                    claims=_in_turn([cell.claims for cell in cells]),
                    sides=len(sides),
                )
            )
    return (*found, *_blaming(matrix, line))


def _blaming(matrix: Matrix, occurred: Line) -> Iterator[Clause]:
    """Yield whom each side that tells of the happening only as another's deed holds responsible for it."""
    blamed = next((line for line in matrix.lines if line.slot == RESPONSIBILITY), None)
    if blamed is None:
        return
    for side in matrix.sides:
        cell = blamed.cell(side.key)
        if cell.stance == "asserts" and occurred.cell(side.key) is SILENT:
            name = spoken(side.name)
            holds = "hold" if folds(side.name) or is_plural(side.name) else "holds"
            yield Clause(f"{name} {holds} {spoken(cell.words)} responsible", cell.stance, cell.statements, cell.claims)


def _voiced(stance: Stance) -> Stance:
    """Return under which clause a stance is told; to urge something is to take no position."""
    return "no_position" if stance == "urges" else stance


def _in_turn(found: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """Return the first key of each side, then the second of each, and so on, so that the first few hold every side."""
    turns = (key for turn in zip_longest(*found) for key in turn if key is not None)
    return tuple(dict.fromkeys(turns))


def sentence(parts: Iterable[Clause]) -> str:
    """Join clauses into the sentence shown."""
    text = "; ".join(part.text for part in parts)
    return f"{text[:1].upper()}{text[1:]}." if text else ""
