"""Read PDF: the words of its text layer, page by page; what is printed over or under every page is left out."""

from __future__ import annotations

import io
import logging
import re
from collections import Counter
from collections.abc import Iterator, Sequence

from standoff.errors import ReadingError
from standoff.reading.draft import Draft, Input
from standoff.reading.normal import tidy

MOST_PAGES = 2_000
_FIGURES = re.compile(r"\d+")
_NUMBER = re.compile(r"\W*(?:(?:page|p\.)\s*)?#(?:\s*(?:of|/)\s*#)?\W*", re.IGNORECASE)  # of a page, figures as `#`
_ENDED = re.compile(r"[.!?:][\"”’')\]]*\Z")
# What the package raises beside its own errors where a file is broken in ways that it does not look for.
_ODD = (ArithmeticError, AssertionError, AttributeError, LookupError, RecursionError, TypeError, ValueError)
_EDGE = 3  # lines at the head and foot of a page that may run on every page
_LEAST = 3  # pages on which a line stands that runs on every page


def read_pdf(source: Input) -> Iterator[Draft]:
    """Yield the one draft of a file; raises where it is broken, locked or holds pictures of pages alone."""
    pages = _pages(source.data)
    if not any(line for page in pages for line in page):
        raise ReadingError("the PDF has no text layer; recognise its text with another program, and give that")
    running = _running(pages)
    text = ""
    for page in pages:
        words = "\n".join(line for line in page if _plain(line) not in running)
        between = "\n\n" if _ENDED.search(text) else "\n"
        text = f"{text}{between}{words}" if text and words else text or words
    yield Draft(source.path, source.data, "application/pdf", tidy(text), source.stated)


def _pages(data: bytes) -> list[list[str]]:
    """Return the lines of each page that hold words."""
    from pypdf import PdfReader  # heavy: only files of this format pay for it
    from pypdf.errors import PyPdfError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what it mends is no matter, what it cannot is raised
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise ReadingError("the PDF is locked with a password; save it without one")
        if len(reader.pages) > MOST_PAGES:
            raise ReadingError(f"the PDF has more than {MOST_PAGES:,} pages; split it into one file per report")
        found = [page.extract_text() for page in reader.pages]
    except (PyPdfError, *_ODD) as error:
        raise ReadingError(f"the PDF cannot be read ({error}); save it again, or its text") from error
    return [[" ".join(line.split()) for line in page.splitlines() if line.strip()] for page in found]


def _plain(line: str) -> str:
    """Return a line with its figures alike, so that numbered ones are the same; the number of a page alone is empty."""
    plain = _FIGURES.sub("#", line)
    return "" if _NUMBER.fullmatch(plain) else plain


def _running(pages: Sequence[Sequence[str]]) -> frozenset[str]:
    """Return the lines at the heads and feet that most pages share, and the empty one of their numbers."""
    edges = Counter(line for page in pages for line in {*map(_plain, (*page[:_EDGE], *page[-_EDGE:]))})
    least = max(_LEAST, len(pages) // 2)
    return frozenset({"", *(line for line, number in edges.items() if number >= least)})
