"""Find unknown names that a text uses as ground, whatever the tagger took them for: "near X", "the town of X"."""

from __future__ import annotations

from standoff.codebook.load import Codebook
from standoff.grounding.places.fates import undergoes
from standoff.model.annotation import Annotation
from standoff.model.page import Page


def located(page: Page, codebook: Codebook) -> frozenset[str]:
    """Return the names, as written, of no known party that once or more stand behind a word of place or are struck."""
    return frozenset(
        mark.span.quote
        for mark in page.annotations
        if _unknown(mark) and (_behind_place_word(page, mark, codebook) or _struck(page, mark, codebook))
    )


def _unknown(mark: Annotation) -> bool:
    """Tell whether a mark is a name of one or two words that no part of the codebook knows, without a title."""
    known = mark.attributes.get("party") or mark.attributes.get("title") or mark.attributes.get("label") == "group"
    return mark.kind == "name" and not known and mark.span.quote.count(" ") < 2


def _struck(page: Page, mark: Annotation, codebook: Codebook) -> bool:
    """Tell whether a name stands where only what can be shelled or come under fire stands."""
    head, heads = page.parse.head_of(mark.span.start, mark.span.stop), codebook.places.heads
    if mark.attributes.get("label") == "person":
        heads = {**heads, "struck": heads.get("razed", frozenset())}
    return head is not None and undergoes(page.parse, head, heads)


def _behind_place_word(page: Page, mark: Annotation, codebook: Codebook) -> bool:
    """Tell whether "near", or "of" behind a noun of land or settlement, stands right before a mark."""
    parse = page.parse
    token = parse.token_at(mark.span.start)
    words = codebook.places.heads
    if token < 1 or parse.sentence_of(token).start > token - 1:
        return False
    before = parse.forms[token - 1].lower()
    if before in words.get("beside", frozenset()):
        return True
    return before == "of" and token > 1 and parse.lemmas[token - 2].lower() in words.get("ground", frozenset())
