"""Find the deed that a bare toll follows: `Rebels shelled Tine on Sunday. Nine villagers were killed.`."""

from __future__ import annotations

from collections.abc import Mapping

from standoff.coding.marks import Marks
from standoff.coding.triggers import Hit
from standoff.model.page import Page
from standoff.model.parse import Parse

_FATAL = frozenset({"fighting", "bombing", "mine", "crowd_control"})
_SUMMING = frozenset({"have", "has", "had"})  # "have been killed" sums up more than the deed just told


def deed_before(marks: Marks, hits: Mapping[int, Hit], token: int) -> int | None:
    """Return the one deed of force that the sentence before tells in the same paragraph, or nothing.

    Only a toll told in the simple past, the first of its sentence, is taken to be that of the deed.
    """
    page, parse, types = marks.page, marks.page.parse, marks.book.types
    here = parse.sentence_of(token)
    if types[hits[token].entry.type].kind != "outcome" or not _is_bare(parse, token) or here.start == 0:
        return None
    before = parse.sentence_of(here.start - 1)
    if _paragraph(page, before.start) != _paragraph(page, token):
        return None
    told = [t for t in before if t in hits and types[hits[t].entry.type].kind != "speech"]
    deeds = [t for t in told if types[hits[t].entry.type].family in _FATAL]
    if any(t in hits and types[hits[t].entry.type].kind == "deed" for t in here) or not told:
        return None
    return deeds[0] if len(deeds) == 1 else None


def _is_bare(parse: Parse, token: int) -> bool:
    """Tell whether a verb tells a toll in the simple past without its doer."""
    helpers = {parse.forms[c].lower() for c in parse.children_of(token, "aux", "auxpass")}
    told = parse.pos[token] == "VERB" and not parse.children_of(token, "agent", "dobj")
    return told and not helpers & _SUMMING and parse.deps[token] in ("ROOT", "conj", "ccomp")


def _paragraph(page: Page, token: int) -> int | None:
    """Return where the paragraph of a token starts, or nothing where the layout knows none."""
    block = page.block_at(page.parse.starts[token])
    return block.start if block is not None else None
