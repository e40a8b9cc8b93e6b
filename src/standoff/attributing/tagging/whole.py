"""Weigh how much an attribution is to be believed: by the network's chances, and how whole its content is in the parse.

A content that takes words from a phrase but not the word they belong to, or leaves out words that belong to its own,
has its borders in the wrong place more often than one that is whole.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from standoff.attributing.sheet import Sheet
from standoff.attributing.tagging import belief
from standoff.attributing.tagging.fitted import fitted

if TYPE_CHECKING:
    from standoff.attributing.tagging.tagger import Found

FEATURES = (*belief.FEATURES, "hung", "cut", "quotation")
_MOST = 4  # words that hang from outside; more tell nothing more
_AFTER = 30  # tokens after a content in which words are looked for that hang on it
_MARKS = ('"', "“", "'", "”", "’")


def believed(sheet: Sheet, one: Found) -> float:
    """Return the chance (0 to 1) that a reading is right by PolNeAR's convention, learned from its texts."""
    return fitted("belief", FEATURES).chance(signs(sheet, one))


def signs(sheet: Sheet, one: Found) -> tuple[float, ...]:
    """Return the signs of a reading, as FEATURES names them."""
    parse, text = sheet.parse, sheet.page.document.text
    inside = {token for fragment in one.content for token in parse.tokens_in(*fragment)}
    cue = parse.tokens_in(*one.cue)
    last = max(inside, default=0)
    hung = [t for t in inside if parse.heads[t] not in inside and parse.pos[t] != "PUNCT"]
    after = range(last + 1, min(len(parse), last + _AFTER))
    cut = [t for t in after if parse.heads[t] in inside and parse.pos[t] != "PUNCT" and t not in cue]
    first, end = one.content[0][0], one.content[-1][1]
    quoted = text.startswith(_MARKS, first) and text.endswith(_MARKS, first + 1, end)
    return (*one.signs, float(min(_MOST, len(hung))), float(len(cut)), float(quoted))
