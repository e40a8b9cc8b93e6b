"""Make a document of a draft: layout, outlet, agency of origin, language and day of publication."""

from __future__ import annotations

from standoff.codebook.publishers import Publisher, PublisherBook
from standoff.model.clock import UNKNOWN, Interval
from standoff.model.document import EXCLUDED, Document, Raw, Reading, document_id
from standoff.model.ids import digest
from standoff.reading.draft import Draft, Stated
from standoff.reading.layout import Layout, lay_out
from standoff.reading.stamps import interval, published
from standoff.reading.tongue import code_of, language_of


def reading_of(draft: Draft, publishers: PublisherBook) -> Reading:
    """Return the document of a draft with its bytes.

    The id holds the outlet as stated, not as the codebook spells it, so that a better codebook makes no new document.
    """
    facts = draft.stated
    layout = lay_out(draft.text, publishers)
    outlet, agency = _outlet(facts, layout, publishers), _agency(facts, layout, publishers)
    known = (publishers.named(outlet) or publishers.at(outlet)) if outlet else None
    raw = digest(draft.data)
    document = Document(
        id=document_id(draft.text, facts.url, facts.outlet),
        text=draft.text,
        text_sha256=digest(draft.text.encode("utf-8")),
        raw_sha256=raw,
        path=draft.path,
        url=facts.url,
        title=facts.title or layout.headline,
        publisher=known.name if known else outlet,
        agency=agency or _own(known),
        side=facts.side,
        country=facts.country or (known.country if known else None),
        language=code_of(facts.language) or language_of(_body(draft.text, layout)),
        published=published(_stated(facts), layout.prefix, layout.stamps, facts.url),
        fetched=facts.fetched,
        dateline=layout.dateline,
        blocks=layout.blocks,
    )
    return Reading(document, Raw(raw, draft.data, draft.media_type))


def _stated(facts: Stated) -> Interval:
    """Return the stated day of publication, or unknown."""
    return interval(facts.published, facts.basis) if facts.published else UNKNOWN


def _outlet(facts: Stated, layout: Layout, publishers: PublisherBook) -> str | None:
    """Return the outlet: as stated, without a remark on what it copies, by the web address, furniture or headline."""
    if facts.outlet:
        return publishers.split(facts.outlet)[0]
    found = publishers.at(facts.url) if facts.url else None
    if found is None and layout.headline and not (layout.outlets or layout.agencies):
        found = publishers.issuer(layout.headline)
    return found.name if found else next(iter(layout.outlets), None)


def _agency(facts: Stated, layout: Layout, publishers: PublisherBook) -> str | None:
    """Return whose text the outlet printed: by the outlet's own remark, else the dateline, else a credit."""
    copied = publishers.split(facts.outlet)[1] if facts.outlet else None
    return copied or next(iter(layout.agencies), None)


def _own(outlet: Publisher | None) -> str | None:
    """Return an outlet's name where it is itself an agency."""
    return outlet.name if outlet and outlet.kind == "agency" else None


def _body(text: str, layout: Layout) -> str:
    """Return the words that are analysed."""
    return "\n".join(text[block.start : block.stop] for block in layout.blocks if block.kind not in EXCLUDED)
