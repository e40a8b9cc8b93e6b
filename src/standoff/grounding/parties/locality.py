"""Tell in which state the officials and bodies of a town or province stand: by the places a text names near them."""

from __future__ import annotations

from bisect import bisect_left

from standoff.grounding.parties.described import Context

_NEAR = 700  # characters before a mention in which a place tells where it is
_AFTER = 80  # characters after it
LOCAL = frozenset({
    "regional", "provincial", "local", "municipal", "district", "city", "town", "village", "county", "oblast",
})  # fmt: skip


def local_state(context: Context, start: int, stop: int) -> str | None:
    """Return the state of the place named last before or right after a mention, else the one the text is about."""
    page = context.page
    last: str | None = None
    for index in range(bisect_left(page.starts, start - _NEAR), len(page.annotations)):
        mark = page.annotations[index]
        if mark.span.start > stop + _AFTER:
            break
        tie = page.place_grounding(mark)
        country = tie.place.country if tie and tie.place else None
        if country and country in context.book.states and mark.attributes.get("party") is None:
            if mark.span.start >= stop:
                return last or country
            last = country
    return last or context.cast.home
