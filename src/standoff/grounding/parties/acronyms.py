"""Find the short forms of a text's own names: "the Armed Forces of the Philippines (AFP)", or initials alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from standoff.codebook.parties import PartyBook
from standoff.codebook.spelling import spelled
from standoff.model.annotation import Annotation
from standoff.model.page import Page

_SHORT = re.compile(r"[A-Z][A-Za-z0-9-]{1,9}\Z")
_LEAST_CAPITALS = 2
_LEAST_INITIALS = 3  # letters: fewer are initials of too many names


def defined(page: Page, book: PartyBook) -> Mapping[str, Annotation]:
    """Return the mention that each short form in brackets stands right behind, by the short form.

    A short form that the codebook gives to another party counts only where it spells the mention's initials.
    """
    ending = _ending(page)
    found: dict[str, Annotation] = {}
    parse = page.parse
    for token in [at for at, form in enumerate(parse.forms) if at and form == "("]:
        short, mark = parse.bracketed(token), ending.get(parse.stops[token - 1])
        if short is None or mark is None or not _SHORT.match(short) or sum(map(str.isupper, short)) < _LEAST_CAPITALS:
            continue
        if not book.names.exact(short) or _spells(short, mark.span.quote):
            found.setdefault(short, mark)
    for short, mark in _initials(page, book):
        found.setdefault(short, mark)
    return found


def _initials(page: Page, book: PartyBook) -> Iterator[tuple[str, Annotation]]:
    """Yield the initials that stand as a name without a word of what they mean, with the name they spell in full."""
    full: dict[str, Annotation] = {}
    for mark in page.annotations:
        words = mark.span.quote.removeprefix("The ").split()
        capitals = "".join(word[0] for word in words if word[0].isupper())
        if mark.kind in {"name", "description"} and len(capitals) >= _LEAST_INITIALS:
            full.setdefault(capitals, mark)
    for mark in page.annotations:
        short = mark.head.quote
        if mark.kind == "name" and short in full and short != full[short].head.quote and not book.names.exact(short):
            yield short, full[short]


def _ending(page: Page) -> dict[int, Annotation]:
    """Return the organisation, group or description that ends at each offset, the longest first."""
    found: dict[int, Annotation] = {}
    for mark in page.annotations:
        named = mark.kind == "name" and mark.attributes.get("label") in {"organisation", "group", "other"}
        if (named or mark.kind == "description") and not mark.attributes.get("same_as"):
            found.setdefault(mark.span.stop, mark)
    return found


def _spells(short: str, name: str) -> bool:
    """Tell whether the letters of a short form are initials of a name's words, in order, most of them."""
    letters, share = sum(map(str.isalpha, short)), spelled(short, re.findall(r"\w+", name))
    return share * letters >= 2 and 3 * share >= 2
