"""Read numbers and their vagueness out of short English phrases: 'about 250', 'tens of thousands'."""

from __future__ import annotations

import re
from dataclasses import dataclass

_FIGURE = re.compile(r"\d[\d,.\u00a0\u202f ]*")
_UNITS = {
    "zero": 0, "no": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15,
    "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40,
    "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
_SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000, "dozen": 12}
# A vague plural holds from its own scale up to, loosely, what the next scale would have been said for.
_VAGUE: dict[str, tuple[float, float | None]] = {
    "tens of thousands": (20_000, 99_999),
    "hundreds of thousands": (200_000, 999_999),
    "dozens": (24, 199),
    "scores": (40, 199),
    "hundreds": (200, 9_999),
    "thousands": (2_000, 99_999),
    "millions": (2_000_000, None),
    "several": (2, 10),
    "few": (2, 10),
    "a couple": (2, 3),
    "many": (3, None),
}
_APPROXIMATE = (
    "about",
    "around",
    "some",
    "roughly",
    "approximately",
    "circa",
    "an estimated",
    "close to",
    "up to around",
)
_ABOVE = ("more than", "over", "at least", "no fewer than", "upwards of", "exceeding", "a minimum of")
_BELOW = ("nearly", "almost", "less than", "fewer than", "up to", "at most", "under", "just under", "no more than")


@dataclass(frozen=True, slots=True)
class Amount:
    """Hold bounds (absent is open) and whether the words are approximate."""

    low: float | None
    high: float | None
    approximate: bool = False


def only_number(text: str) -> bool:
    """Tell whether a phrase is nothing but a number: `two`, `20,000`, not `two groups`."""
    words = text.casefold().replace("-", " ").split()
    return bool(words) and all(word in _UNITS or word in _SCALES or _FIGURE.fullmatch(word) for word in words)


def amount(text: str) -> Amount | None:
    """Return the amount that a phrase states, or nothing where it states none."""
    low = f" {' '.join(text.casefold().split())} "
    exact = _exact(low)
    if exact is None:
        return next((Amount(*_VAGUE[name], True) for name in _VAGUE if f" {name} " in low), None)
    if any(f" {word} " in low for word in _ABOVE):
        strict = "at least" not in low and "no fewer" not in low and "minimum" not in low
        return Amount(exact + 1 if strict and exact == int(exact) and exact > 20 else exact, None)
    if any(f" {word} " in low for word in _BELOW):
        return Amount(None, exact, "nearly" in low or "almost" in low)
    return Amount(exact, exact, any(f" {word} " in low for word in _APPROXIMATE))


def _exact(text: str) -> float | None:
    """Return the first figure or number word of a phrase, with a scale that follows it."""
    match = _FIGURE.search(text)
    if match:
        digits = re.sub(r"[,\u00a0\u202f ](?=\d{3}(?!\d))", "", match[0].strip(" .,\u00a0\u202f"))
        try:
            base = float(digits.replace(",", "."))
        except ValueError:
            return None
        after = text[match.end() :].split()
        return base * _SCALES.get(after[0].rstrip("s"), 1) if after else base
    return _spelled(re.findall(r"[a-z]+", text))


def _spelled(parts: list[str]) -> float | None:
    """Return the number that number words spell, or nothing."""
    total, current, seen = 0.0, 0.0, False
    for part in parts:
        if part in ("a", "an"):
            current = current or 1.0
        elif part in _UNITS:
            current, seen = current + _UNITS[part] if seen else float(_UNITS[part]), True
        elif part in _SCALES:
            current, seen = max(current, 1) * _SCALES[part], True
            if _SCALES[part] >= 1_000:
                total, current = total + current, 0.0
        elif seen and part != "and":
            break
    return total + current if seen else None
