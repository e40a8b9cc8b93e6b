"""Find the short forms a text defines itself: "the Armed Forces of the Philippines (AFP)"."""

from __future__ import annotations

import re
from collections.abc import Mapping

from standoff.codebook.parties import PartyBook
from standoff.codebook.spelling import spelled
from standoff.model.annotation import Annotation
from standoff.model.page import Page

_SHORT = re.compile(r"[A-Z][A-Za-z0-9-]{1,9}\Z")
_LEAST_CAPITALS = 2


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
    return found


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
