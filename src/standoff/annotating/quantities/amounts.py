"""Read stated amounts at a position of a line of tokens: figures, number words, vague plurals, bounds and ranges."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from standoff.annotating.times.line import Line, read_number
from standoff.annotating.times.words import SMALL_NUMBERS, TENS

_SCALES: Mapping[str, float] = {
    "dozen": 12, "hundred": 100, "thousand": 1e3, "lakh": 1e5, "million": 1e6, "crore": 1e7, "billion": 1e9,
    "trillion": 1e12, "bn": 1e9, "mn": 1e6, "m": 1e6, "k": 1e3, "tn": 1e12,
}  # fmt: skip
# The least that a vague plural means, as two annotators of conflict news took it.
_PLURALS: Mapping[str, float] = {
    "dozens": 24, "scores": 40, "hundreds": 200, "thousands": 2000, "millions": 2e6, "tens": 20, "billions": 2e9,
}  # fmt: skip
_VAGUE = frozenset({"several", "few", "many", "numerous"})
# How the words before a number bound it: exact with vagueness, from N, above N, up to N, below N, nearly N.
_BOUNDS: Mapping[tuple[str, ...], str] = {
    ("about",): "about", ("around",): "about", ("some",): "about", ("roughly",): "about", ("approximately",): "about",
    ("circa",): "about", ("an", "estimated"): "about", ("estimated",): "about", ("at", "least"): "from",
    ("no", "fewer", "than"): "from", ("no", "less", "than"): "from", ("a", "minimum", "of"): "from",
    ("not", "less", "than"): "from", ("more", "than"): "above", ("over",): "above", ("above",): "above",
    ("in", "excess", "of"): "above", ("exceeding",): "above", ("upwards", "of"): "above", ("well", "over"): "above",
    ("well", "more", "than"): "above", ("up", "to"): "to", ("as", "many", "as"): "to", ("at", "most"): "to",
    ("no", "more", "than"): "to", ("not", "more", "than"): "to", ("a", "maximum", "of"): "to", ("upto",): "to",
    ("nearly",): "nearly", ("almost",): "nearly", ("close", "to"): "nearly", ("nearing",): "nearly",
    ("less", "than"): "below", ("fewer", "than"): "below", ("under",): "below", ("just", "under"): "nearly",
    ("just", "over"): "above", ("as", "much", "as"): "to", ("up", "to", "some"): "to", ("within",): "to",
}  # fmt: skip
_BOUND_FIRST = frozenset(key[0] for key in _BOUNDS)
STARTERS = frozenset({*SMALL_NUMBERS, *TENS, *_PLURALS, *_VAGUE, *_BOUND_FIRST, "a", "an", "half", "between", "from"})


@dataclass(frozen=True, slots=True)
class Amount:
    """Hold bounds (absent is open), the tokens `[start, stop)`, and whether the words are vague."""

    low: float | None
    high: float | None
    start: int
    stop: int
    approximate: bool = False


def read_amount(line: Line, at: int) -> Amount | None:
    """Read an amount with the words that bound it, or nothing."""
    if line.word(at) in ("between", "from"):
        return _between(line, at)
    bound, start = _bound(line, at)
    core = _range(line, start) if start < len(line.words) else None
    if core is None:
        return None
    return replace(_bounded(core, bound), start=at)


def _bound(line: Line, at: int) -> tuple[str, int]:
    """Return how the words at a position bound a number, and the token after them."""
    if line.word(at) in _BOUND_FIRST:
        for length in (3, 2, 1):
            key = tuple(line.word(at + step) for step in range(length))
            if key in _BOUNDS:
                return _BOUNDS[key], at + length
    return "", at


def _bounded(core: Amount, bound: str) -> Amount:
    """Return an amount bounded by the words before it; counts above N begin at N + 1."""
    if core.low is None or core.low != core.high:
        return replace(core, approximate=core.approximate or bound == "about")
    figure = core.low
    step = 1 if figure == int(figure) and figure < 1e6 else 0
    if bound in ("from", "above"):
        return replace(core, low=figure + (step if bound == "above" else 0), high=None)
    if bound in ("to", "nearly", "below"):
        high = figure - (step if bound == "below" else 0)
        return replace(core, low=None, high=high, approximate=bound == "nearly")
    return replace(core, approximate=core.approximate or bound == "about")


def _between(line: Line, at: int) -> Amount | None:
    """Read `between 600 and 800` and `from 600 to 800`."""
    first = _core(line, at + 1)
    word = "and" if line.word(at) == "between" else "to"
    if first is None or first.low is None or line.word(first.stop) != word:
        return None
    second = _core(line, first.stop + 1)
    if second is None or second.high is None or second.high < first.low:
        return None
    return Amount(first.low, second.high, at, second.stop)


def _range(line: Line, at: int) -> Amount | None:
    """Read `600 to 800`, `two or three`, `seven or more`, or one number."""
    first = _core(line, at)
    if first is None or first.low is None or first.low != first.high:
        return first
    if line.follows(first.stop, "or", "more"):
        return replace(first, high=None, stop=first.stop + 2)
    if line.word(first.stop) in ("to", "or", "-", "–"):
        second = _core(line, first.stop + 1)
        if second is not None and second.high is not None and second.low == second.high and second.high > first.low:
            return Amount(_scaled(line, first, second), second.high, at, second.stop)
    return first


def _core(line: Line, at: int) -> Amount | None:
    """Read one number or vague plural without bounds."""
    word = line.word(at)
    if word in _PLURALS:
        return _plural(line, at)
    if word in _VAGUE or (word == "a" and line.word(at + 1) in ("few", "handful", "number", "couple")):
        return _several(line, at)
    found = _figure(line, at)
    if found is None:
        return None
    value, stop = found
    return Amount(value, value, at, stop)


def _plural(line: Line, at: int) -> Amount | None:
    """Read `dozens`, `tens of thousands`, `hundreds of thousands`."""
    word = line.word(at)
    if line.word(at + 1) == "of" and line.word(at + 2) in ("thousands", "millions"):
        scale = 1e3 if line.word(at + 2) == "thousands" else 1e6
        return Amount(_PLURALS[word] * scale, None, at, at + 3, approximate=True)
    return None if word == "tens" else Amount(_PLURALS[word], None, at, at + 1, approximate=True)


def _several(line: Line, at: int) -> Amount | None:
    """Read `several`, `a few`, `several dozen`, `a couple of`."""
    stop = at + (2 if line.word(at) == "a" else 1)
    last = line.word(stop - 1)
    if last in ("couple", "number", "handful") and line.word(stop) == "of":
        stop += 1
    if last == "couple":
        return Amount(2, 2, at, stop, approximate=True)
    scale = _SCALES.get(line.word(stop), 0) if line.word(stop) in ("dozen", "hundred", "thousand", "million") else 0
    if scale:
        return Amount((3 if scale == 12 else 2) * scale, None, at, stop + 1, approximate=True)
    return Amount(None, None, at, stop, approximate=True)


def _figure(line: Line, at: int) -> tuple[float, int] | None:
    """Read a number in figures or words with its scale: `6,000`, `1.8 million`, `half a million`, `a dozen`."""
    word = line.word(at)
    if word[:1].isdigit():
        return _digits(line, at)
    if word == "half" and line.word(at + 1) == "a" and line.word(at + 2) in _SCALES:
        return _SCALES[line.word(at + 2)] / 2, at + 3
    if word in ("a", "an"):
        after = line.word(at + 1)
        return (_SCALES[after], at + 2) if after in ("dozen", "hundred", "thousand", "million", "billion") else None
    found = read_number(line, at)
    if found and line.word(found[1]) == "dozen":
        return found[0] * 12, found[1] + 1
    return found


def _digits(line: Line, at: int) -> tuple[float, int] | None:
    """Read figures with separators, a scale glued on or behind."""
    word = line.word(at)
    bare = word.rstrip("abcdefghijklmnopqrstuvwxyz")
    suffix = word[len(bare) :]
    if suffix and suffix not in _SCALES:
        return None
    digits = bare.replace(",", "")
    if not digits.isascii() or digits.count(".") > 1 or not digits.replace(".", "").isdigit() or len(digits) > 15:
        return None
    value, stop = float(digits), at + 1
    if suffix:
        return value * _SCALES[suffix], stop
    after = line.word(stop)
    if after in ("m", "b", "k") and line.word(at - 1) in ("$", "€", "£", "¥"):
        return value * {"m": 1e6, "b": 1e9, "k": 1e3}[after], stop + 1
    if after in _SCALES and (len(after) > 2 or after == "bn"):
        return value * _SCALES[after], stop + 1
    return value, stop


def _scaled(line: Line, first: Amount, second: Amount) -> float | None:
    """Return the lower bound of `two to three million`, which shares the scale of the upper."""
    scale = _SCALES.get(line.word(second.stop - 1), 1)
    if first.low is not None and scale >= 100 and first.low < 100 and line.word(first.stop - 1) not in _SCALES:
        return first.low * scale
    return first.low
