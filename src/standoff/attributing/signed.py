"""Find who speaks by the layout: a name signed under a quotation, and the turns of transcripts and interviews."""

from __future__ import annotations

from collections.abc import Iterator

from standoff.attributing.cues import Cue
from standoff.attributing.drafts import Draft, Voice
from standoff.attributing.quotations import Quotation
from standoff.attributing.sheet import Sheet
from standoff.attributing.turns import turns
from standoff.codebook.acts import CueEntry

_SIGNATURE = CueEntry(("—",), "prep", "inform", frozenset(), None, "speech")
_DASHES = frozenset({"—", "–", "―", "--"})
_ENDS = frozenset({",", "(", "/", "|", "@", ";", ":"})
_LONGEST = 8  # tokens of a name signed
_GAP = 4  # characters between a quotation and the dash under it


def by_layout(sheet: Sheet) -> Iterator[Draft]:
    """Yield the attributions of a page that its layout makes."""
    for quote in sheet.quotes:
        if (voice := _signed(sheet, quote)) is not None:
            content = sheet.parse.starts[quote.first], sheet.parse.stops[quote.last]
            dash = voice.first - 1
            yield Draft(Cue(_SIGNATURE, dash, (dash,), dash, False), voice, (content,))
    yield from turns(sheet)


def _signed(sheet: Sheet, quote: Quotation) -> Voice | None:
    """Return the name after a dash right after a quotation, or nothing where a sentence goes on."""
    parse, dash = sheet.parse, quote.last + 1
    while dash < len(parse) and parse.pos[dash] == "SPACE":
        dash += 1
    if dash + 1 >= len(parse) or sheet.words[dash] not in _DASHES or parse.pos[dash + 1] != "PROPN":
        return None
    if parse.starts[dash] - parse.stops[quote.last] > _GAP:
        return None
    stop = dash + 1
    while stop < len(parse) and stop - dash <= _LONGEST and parse.pos[stop] == "PROPN":
        stop += 1
    after = sheet.page.document.text[parse.stops[stop - 1] : parse.stops[stop - 1] + 2]
    ended = stop >= len(parse) or sheet.words[stop] in _ENDS or "\n" in after
    return Voice(dash + 1, stop, stop - 1) if ended else None
