"""Tell in which state the officials and bodies of a town or province stand: by the places a text names near them."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace

from standoff.grounding.parties.coreference import Resolved
from standoff.grounding.parties.described import Context, Described, of_state, unnamed

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


def is_local(said: Described) -> bool:
    """Tell whether a body is that of a town, a province or somebody unnamed: "the city's administration"."""
    return said.mark.attributes.get("qualifier") in LOCAL or said.mark.attributes.get("definite") == "poss"


def local_body(context: Context, said: Described) -> Resolved:
    """Return a body of this text alone that belongs to the state of the places around."""
    mark = said.mark
    if (
        mark.attributes.get("definite") == "poss"
        and mark.attributes.get("relation") is None
        and not _of_place(context, said)
    ):
        return unnamed(said, "organisation")
    state = local_state(context, mark.span.start, mark.span.stop)
    body = unnamed(said, said.role.kind or "organisation")
    if state is None or said.role.own:
        return body
    return replace(of_state(context, body, state), features={"unnamed": 1.0, "local": 1.0})


def _of_place(context: Context, said: Described) -> bool:
    """Tell whether a description says that it is a place's ("the city's", "the province's")."""
    return bool(
        context.book.words.area.intersection(said.mark.span.quote.lower().replace("’", "'").replace("'s", " ").split())
    )
