"""Read web pages: the article's text and metadata, through trafilatura; the page itself is kept as raw bytes."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from contextlib import suppress

from standoff.errors import ReadingError
from standoff.reading.calendar import mentions
from standoff.reading.draft import Draft, Input, Stated
from standoff.reading.normal import decode, tidy

DEEPEST = 400
MOST_TAGS = 40_000
LARGEST_PAGE = 3_000_000

_CHARSET = re.compile(rb"charset\s*=\s*[\"']?([A-Za-z0-9_-]{3,20})")
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]{0,30})")
_END = {name: re.compile(f"</{name}", re.IGNORECASE) for name in ("script", "style")}
_INLINED = re.compile(r"data:[\w/+.-]{1,80};base64,[A-Za-z0-9+/=]+")
# A short run of words between tags that says when: `Updated: November 12, 2024 09:14 IST`.
_STAMP = re.compile(
    r">\s*((?:date|issued|published|posted|(?:last )?(?:updated|modified))\b[^<>]{6,70})<", re.IGNORECASE
)
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
    yield draft_of_html(source, _decoded(source.data), "text/html")


def _decoded(data: bytes) -> str:
    """Return the characters of a page: in the encoding it declares where its bytes are no UTF-8, else as any text's."""
    declared = _CHARSET.search(data[:4096])
    if declared and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        try:
            data.decode("utf-8")
        except UnicodeDecodeError:
            with suppress(LookupError, UnicodeDecodeError):
                return data.decode(declared[1].decode("ascii"))
    return decode(data)


def draft_of_html(source: Input, page: str, media_type: str) -> Draft:
    """Return the draft of a page's article; its headline stands first. Raises where no article is found."""
    page = (
        _INLINED.sub("", page.replace("\0", "")).encode("utf-8", "replace").decode("utf-8")
    )  # half surrogate pairs choke the parser
    _refuse_bomb(page)
    from trafilatura import bare_extraction  # heavy: only pages pay for it
    from trafilatura.settings import Document

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # what it could not read is told by the error raised
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
            published=found.date or _printed_day(page),
            basis="metadata",
        )
    )
    return Draft(source.path, source.data, media_type, _with_headline(tidy(str(found.text)), facts.title), facts)


def _printed_day(page: str) -> str | None:
    """Return the ISO day of the first stamp printed on a page, or nothing."""
    for stamp in _STAMP.finditer(page):
        days = [day for mention in mentions(stamp[1]) if (day := mention.full)]
        if len(days) == 1:
            return days[0].isoformat()
    return None


def _with_headline(text: str, title: str | None) -> str:
    """Return the article with its headline on the first line, where it is not there already."""
    if not title or text[: len(title) + 200].find(title) >= 0:
        return text
    return f"{title}\n\n{text}"


def _refuse_bomb(page: str) -> None:
    """Raise where a page is so large, nests or counts so many elements that reading it would choke the machine."""
    if len(page) > LARGEST_PAGE:
        raise ReadingError(f"the page has more than {LARGEST_PAGE:,} characters of markup; save the article alone")
    depth = 0
    for count, (name, closes) in enumerate(_tags(page)):
        if count > MOST_TAGS:
            raise ReadingError(f"the page has more than {MOST_TAGS:,} tags; save the article alone")
        if name not in _FLAT:
            depth = max(0, depth + (-1 if closes else 1))
        if depth > DEEPEST:
            raise ReadingError(f"the page nests more than {DEEPEST} elements; save the article alone")


def _tags(page: str) -> Iterator[tuple[str, bool]]:
    """Yield name and whether it closes for each tag; what stands in scripts and styles is no tag."""
    at = 0
    while tag := _TAG.search(page, at):
        at = tag.end()
        name = tag[2].lower()
        if name in _END and not tag[1]:
            end = _END[name].search(page, at)
            at = end.start() if end else len(page)
        yield name, bool(tag[1])
