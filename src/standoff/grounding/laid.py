"""Look up where the mentions and quotations of a page lie."""

from __future__ import annotations

from standoff.model.annotation import Annotation
from standoff.model.page import Page


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


def quotations(page: Page) -> list[tuple[int, int]]:
    """Return the bounds of the outermost quotations in order."""
    return [
        (mark.span.start, mark.span.stop)
        for mark in page.annotations
        if mark.kind == "quotation" and not mark.attributes.get("level")
    ]
