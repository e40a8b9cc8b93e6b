"""Read web pages: the article's text and metadata, through trafilatura; the page itself is kept as raw bytes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from standoff.errors import ReadingError
from standoff.reading.draft import Draft, Input, Stated
from standoff.reading.normal import decode, tidy

DEEPEST = 400
MOST_TAGS = 40_000

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]{0,30})")
# Tags that need no end tag, so that their number tells nothing about depth.
_FLAT = frozenset(
    (
        *("area", "base", "body", "br", "col", "colgroup", "dd", "dt", "embed", "head", "hr", "html", "img", "input"),
        *("li", "link", "meta", "optgroup", "option", "p", "param", "rp", "rt", "source", "tbody", "td", "tfoot"),
        *("th", "thead", "tr", "track", "wbr"),
    )
)


def read_html(source: Input) -> Iterator[Draft]:
    """Yield the one draft of a web page."""
    yield draft_of_html(source, decode(source.data), "text/html")


def draft_of_html(source: Input, page: str, media_type: str) -> Draft:
    """Return the draft of a page's article; its headline stands first. Raises where no article is found."""
    page = page.replace("\0", "").encode("utf-8", "replace").decode("utf-8")  # half surrogate pairs choke the parser
    _refuse_bomb(page)
    from trafilatura import bare_extraction  # heavy: only pages pay for it
    from trafilatura.settings import Document

    found = bare_extraction(
        page,
        url=source.stated.url,
        include_comments=False,
        with_metadata=True,
        date_extraction_params={"extensive_search": False, "original_date": True, "outputformat": "%Y-%m-%d"},
    )
    if not isinstance(found, Document) or not (found.text or "").strip():
        raise ReadingError("no article is found in the page; save the report's own page, or its text")
    facts = source.stated.over(
        Stated(
            url=found.url,
            title=found.title,
            outlet=found.sitename,
            language=found.language,
            published=found.date,
            basis="metadata",
        )
    )
    return Draft(source.path, source.data, media_type, _with_headline(tidy(str(found.text)), facts.title), facts)


def _with_headline(text: str, title: str | None) -> str:
    """Return the article with its headline on the first line, where it is not there already."""
    if not title or text[: len(title) + 200].find(title) >= 0:
        return text
    return f"{title}\n\n{text}"


def _refuse_bomb(page: str) -> None:
    """Raise where a page nests or counts so many elements that reading it would choke the machine."""
    depth = 0
    for count, tag in enumerate(_TAG.finditer(page)):
        if count > MOST_TAGS:
            raise ReadingError(f"the page has more than {MOST_TAGS:,} tags; save the article alone")
        if tag[2].lower() in _FLAT:
            continue
        depth = max(0, depth + (-1 if tag[1] else 1))
        if depth > DEEPEST:
            raise ReadingError(f"the page nests more than {DEEPEST} elements; save the article alone")
