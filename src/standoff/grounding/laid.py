"""Look up where the mentions and quotations of a page lie."""

from __future__ import annotations

import re

from standoff.model.annotation import Annotation
from standoff.model.page import Page

_BULLET = re.compile(r"[\W\d_]{0,12}(?:h|[ap]\.?m\.?|GMT|UTC)?[\W_]{0,4}", re.IGNORECASE)
_LONGEST = 60  # characters of the name of a place
_DASH = re.compile(r"\s+[—–-]\s|:\s")
_DAY = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?:,? \d{1,2} \w+)?[.:–—]")


def by_token(page: Page) -> dict[int, Annotation]:
    """Return the name or description that each token belongs to; a title's tokens belong to the person's name."""
    found: dict[int, Annotation] = {}
    names = {mark.id: mark for mark in page.annotations if mark.kind == "name"}
    for mark in page.annotations:
        if mark.kind in {"name", "description"}:
            held = names.get(str(mark.attributes.get("same_as")), mark) if mark.attributes.get("title") else mark
            for token in page.parse.tokens_in(mark.head.start, mark.head.stop):
                found[token] = held
    return found


def sections(page: Page) -> list[int]:
    """Return the first tokens of the items of a digest: under a subheading, a bullet, an hour, a weekday or a town."""
    text, found, opened = page.document.text, list[int](), -1
    for block in page.document.blocks:
        if block.kind == "subheading" or (
            block.kind == "metadata" and _BULLET.fullmatch(text, block.start, block.stop)
        ):
            opened = block.start if opened < 0 else opened
        elif block.kind == "paragraph":
            if opened >= 0 or _DAY.match(text, block.start, block.stop) or opening(page, block.start):
                found += page.parse.tokens_in(block.start if opened < 0 else opened, block.stop)[:1]
            opened = -1
    return found


def opening(page: Page, at: int) -> Annotation | None:
    """Return the place before a dash or colon that opens the block at an offset ("Algiers — The ministry said")."""
    block = page.block_at(at)
    if block is None:
        return None
    marks = page.within(block.start, block.start + _LONGEST, "name")
    first = next((m for m in marks if m.span.start == block.start and m.attributes.get("label") == "place"), None)
    return first if first and _DASH.match(page.document.text, first.span.stop) else None


def quotations(page: Page) -> list[tuple[int, int]]:
    """Return the bounds of the outermost quotations in order."""
    return [
        (mark.span.start, mark.span.stop)
        for mark in page.annotations
        if mark.kind == "quotation" and not mark.attributes.get("level")
    ]
