"""Find who speaks by the layout: a name signed under a quotation, and the turns of a transcript."""

from __future__ import annotations

import re
from collections.abc import Iterator

from standoff.attributing.cues import Cue
from standoff.attributing.drafts import Draft, Voice
from standoff.attributing.quotations import Quotation
from standoff.attributing.sheet import Sheet
from standoff.codebook.acts import CueEntry
from standoff.model.document import BlockKind

_SIGNATURE = CueEntry(("—",), "prep", "inform", frozenset(), None, "speech")
_TURN = CueEntry((":",), "prep", "inform", frozenset(), None, "speech")
_DASHES = frozenset({"—", "–", "―", "--"})
_ENDS = frozenset({",", "(", "/", "|", "@", ";", ":"})
_LONGEST = 8  # tokens of a name signed
_WORD = r"[A-ZÀ-Þ][A-ZÀ-Þ.'’-]{0,30}"
_LABEL = re.compile(
    rf"^[^\S\n]{{0,20}}({_WORD}(?: {_WORD}){{0,3}})(?: \([^()\n]{{1,60}}\))?:[^\S\n]{{1,9}}(?=\S)", re.M
)
_TITLED = re.compile(
    r"^[^\S\n]{0,20}([A-ZÀ-Þ][\w.'’-]{0,30}(?: [A-ZÀ-Þ][\w.'’-]{0,30}){0,3})(?: \([^()\n]{1,60}\))?:[^\S\n]{1,9}(?=\S)",
    re.M,
)
_TURNS = 2  # labels that make a text a transcript
_GAP = 4  # characters between a quotation and the dash under it


def by_layout(sheet: Sheet) -> Iterator[Draft]:
    """Yield the attributions of a page that its layout makes."""
    for quote in sheet.quotes:
        if (voice := _signed(sheet, quote)) is not None:
            content = sheet.parse.starts[quote.first], sheet.parse.stops[quote.last]
            dash = voice.first - 1
            yield Draft(Cue(_SIGNATURE, dash, (dash,), dash, False), voice, (content,))
    yield from _turns(sheet)


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


def _turns(sheet: Sheet) -> Iterator[Draft]:
    """Yield what each speaker of a transcript says in turn, who only asks left out."""
    text = sheet.page.document.text
    labels = [label for label in _LABEL.finditer(text) if _stands_in(sheet, label, "paragraph")]
    titled = [label for label in _TITLED.finditer(text) if _stands_in(sheet, label, "paragraph", "subheading")]
    if any(_asks(sheet, label) for label in titled):
        labels = titled  # "Question: ..." makes a transcript of a text whose labels are not in capitals
    if len(labels) < _TURNS:
        return
    ends = [label.start() for label in labels[1:]] + [len(text)]
    for label, end in zip(labels, ends, strict=True):
        tokens = list(sheet.parse.tokens_in(*label.span(1)))
        colon = sheet.parse.tokens_in(label.end(1), label.end())
        colons = [t for t in colon if sheet.words[t] == ":"]
        stop = label.end() + len(_paragraph(text[label.end() : end]).rstrip())
        if tokens and colons and stop > label.end() and not _asks(sheet, label):
            voice, at = Voice(tokens[0], tokens[-1] + 1, tokens[-1]), colons[-1]
            yield Draft(Cue(_TURN, at, (at,), at, False), voice, ((label.end(), stop),))


def _stands_in(sheet: Sheet, label: re.Match[str], *kinds: BlockKind) -> bool:
    """Tell whether a label begins a block of one of some kinds, and not a headline, a credit or furniture."""
    block = sheet.page.block_at(label.start(1))
    return block is None or block.kind in kinds


def _asks(sheet: Sheet, label: re.Match[str]) -> bool:
    """Tell whether a label is that of one who only asks or leads."""
    return any(sheet.listed(token, "askers") for token in sheet.parse.tokens_in(*label.span(1)))


def _paragraph(text: str) -> str:
    """Return a text up to its first empty line."""
    return text.split("\n\n", 1)[0]
