"""Tell whose words a whole text is, who says "we" in it: by a communique's heading, its signature or its outlet."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from standoff.codebook.names import Hit
from standoff.codebook.parties import PartyBook
from standoff.model.document import Block, Document
from standoff.model.entity import Party

_PAPER = (
    r"(?:statement|communiqu[eé]|(?:press|news) (?:release|note|statement)|declaration|announcement|appeal|"
    r"open letter|read-?out|clarification|condemnation)"
)
_KIND = (
    r"(?:(?:an?|the|urgent|important|official|joint|public|military|political|government|new|latest|full text:?|text:?)"
    r"\s+)*"
)
_ISSUED = re.compile(
    rf"\W*{_KIND}{_PAPER}\s+(?:(?:no|number)?\.?\s?\d+\s+)?(?:issued |released |made )?(?:by|of|from|on behalf of)\b",
    re.IGNORECASE,
)
_ISSUERS = re.compile(
    rf"\W*(?:the\s+)?(.{{2,80}}?)(?:['’]s?)?\s+{_KIND}{_PAPER}(?:\s*\Z|\s*[(\[:–—-]|\s+(?:on|about|regarding|concerning|no)\b)",
    re.IGNORECASE,
)
_WHOLE = re.compile(rf"\W*{_KIND}{_PAPER}(?:\s+(?:no|number)?\.?\s?[\d/-]+)?\W*\Z", re.IGNORECASE)
_TOPIC = re.compile(r"\s(?:on|about|regarding|concerning|following|after|against|in response|to|with)\s", re.IGNORECASE)
_OF = re.compile(r"\bof\s+(?:the\s+)?(?:Republic\s+of\s+(?:the\s+)?)?\Z")
_POSTED = re.compile(r"\W*(?:facebook|telegram|twitter|x|vk|vkontakte|instagram|tiktok|youtube)\b", re.IGNORECASE)
_SIGNED = re.compile(r"\b(?:spokes(?:man|woman|person)|command|bureau|office|secretariat|leadership)\b", re.IGNORECASE)
_LINKS = frozenset({"of", "the", "and", "in", "for", "to"})
_HEADING = 300  # characters
_LINES = 4
_MARGIN = 5  # characters on a line beside a name that stands alone
_SIGNATURE = 12  # words


def author(document: Document, book: PartyBook) -> str | None:
    """Return the id of the party whose own words a text is, or nothing where an outlet tells it."""
    top = [document.text[b.start : b.stop][:_HEADING] for b in _top(document)]
    for line in top:
        found = _issuer(line, book)
        if found:
            return found
    if any(_ISSUED.match(line) or _WHOLE.match(line) for line in top):
        head = _letterhead(top, book)
        if head or any(_ISSUED.match(line) for line in top):
            return head or _opener(document, book)
    if len(top) > 1 and _POSTED.match(top[1]):
        hit = next(_hits(top[0], book), None)
        if hit and hit.start == 0:
            return hit.senses[0].party
    return _signed(document, book) if any(_WHOLE.match(line) for line in top) else _outlet(document, book)


def _top(document: Document) -> list[Block]:
    """Return the first lines that hold words."""
    return [block for block in document.body[: 2 * _LINES] if block.kind != "paragraph"][:_LINES]


def _issuer(line: str, book: PartyBook) -> str | None:
    """Return whom a heading names as issuing what stands under it."""
    issued = _ISSUED.match(line)
    if issued:
        segment = _TOPIC.split(line[issued.end() :], maxsplit=1)[0]
        return _party(segment, book)
    owned = _ISSUERS.match(line)
    return _party(owned[1], book) if owned and _is_name(owned[1]) else None


def _is_name(words: str) -> bool:
    """Tell whether words are written as a name is, without a verb between: no "Hamas rejects Israeli"."""
    return all(word[0].isupper() or word in _LINKS or not word[0].isalpha() for word in words.split())


def _letterhead(top: Sequence[str], book: PartyBook) -> str | None:
    """Return the state or body that a heading line names alone, as its papers do ("Kingdom of Cambodia")."""
    for line in top:
        for hit in _hits(line, book):
            if hit.stop - hit.start >= len(line.strip()) - _MARGIN:
                return hit.senses[0].party
    return None


def _opener(document: Document, book: PartyBook) -> str | None:
    """Return the party whom the first paragraph begins with, as a spokesperson's statement does ("The Union is")."""
    first = next((b for b in document.body if b.kind == "paragraph"), None)
    line = document.text[first.start : first.stop][:_HEADING] if first else ""
    hit = next(_hits(line, book), None)
    return hit.senses[0].party if hit and hit.start <= len("The ") else None


def _party(segment: str, book: PartyBook) -> str | None:
    """Return the party that a stretch names: the state that the rest belongs to, else the one named first."""
    hits = list(_hits(segment, book))
    whole = next((h for h in hits if h.senses[0].party in book.states and _OF.search(segment[: h.start])), None)
    chosen = whole or next(iter(hits), None)
    return chosen.senses[0].party if chosen else None


def _hits(text: str, book: PartyBook) -> Iterator[Hit]:
    """Yield the names in a text that stand for one party, no newsroom, as whole words."""
    for hit in book.names.hits(text):
        whole = not (text[hit.start - 1 : hit.start].isalnum() or text[hit.stop : hit.stop + 1].isalnum())
        held = book.get(hit.senses[0].party)
        if whole and held and held.sector != "MED" and held.kind != "person":
            yield hit


def _signed(document: Document, book: PartyBook) -> str | None:
    """Return the party that the signature under a text names."""
    for block in reversed(document.body[-_LINES:]):
        line = document.text[block.start : block.stop]
        if len(line.split()) <= _SIGNATURE and _SIGNED.search(line):
            return _party(line, book)
    return None


def _outlet(document: Document, book: PartyBook) -> str | None:
    """Return the party that publishes the text itself, as a ministry or a mission on its own page."""
    senses = book.names.meanings(document.publisher) if document.publisher else ()
    held = book.get(senses[0].party) if len(senses) == 1 else _body(document.publisher or "", book)
    return held.id if held and held.sector != "MED" and held.kind != "person" else None


def _body(name: str, book: PartyBook) -> Party | None:
    """Return the body of a state that goes by its standard name ("Ministry of Defence of Armenia"), or nothing."""
    owners = book.names.meanings(name.rpartition(" of ")[2].removeprefix("the ")) if " of " in name else ()
    roles = [role for role in book.roles.roles.values() if role.sort == "body"]
    bodies = (book.body(sense.party, role.id) for sense in owners if sense.party in book.states for role in roles)
    return next((held for held in bodies if held.name == name), None)
