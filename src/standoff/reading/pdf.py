"""Read PDF: the words of its text layer, page by page; what is printed over or under every page is left out."""

from __future__ import annotations

import io
import logging
import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence

from standoff.errors import ReadingError
from standoff.reading.draft import Draft, Input
from standoff.reading.lines import ITEM, NARROWEST
from standoff.reading.normal import tidy

MOST_PAGES = 2_000
_FIGURES = re.compile(r"\d+")
_NUMBER = re.compile(r"\W*(?:(?:page|p\.)\s*)?#(?:\s*(?:of|/)\s*#)?\W*", re.IGNORECASE)  # of a page, figures as `#`
_ENDED = re.compile(r"[.!?:)\]][\"”’')\]]*\Z")
# What the package raises beside its own errors where a file is broken in ways that it does not look for.
_ODD = (ArithmeticError, AssertionError, AttributeError, LookupError, RecursionError, TypeError, ValueError)
_ROOM, _ROOM_AT_END = 0.2, 0.05  # of the width of a line that may be left at its end, within and after a sentence
_EDGE = 3  # lines at the head and foot of a page that may run on every page
_LEAST = 3  # pages on which a line stands that runs on every page


def read_pdf(source: Input) -> Iterator[Draft]:
    """Yield the one draft of a file; raises where it is broken, locked or holds pictures of pages alone."""
    pages = _pages(source.data)
    if not any(line for page in pages for line in page):
        raise ReadingError("the PDF has no text layer; recognise its text with another program, and give that")
    running = _running(pages)
    lines = [line for page in pages for line in _inner(page, running)]
    yield Draft(source.path, source.data, "application/pdf", tidy("\n\n".join(_paragraphs(lines))), source.stated)


def _pages(data: bytes) -> list[list[str]]:
    """Return the lines of each page that hold words."""
    from pypdf import PdfReader  # heavy: only files of this format pay for it
    from pypdf.errors import DependencyError, PyPdfError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what it mends is no matter, what it cannot is raised
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise ReadingError("the PDF is locked with a password; save it without one")
        if len(reader.pages) > MOST_PAGES:
            raise ReadingError(f"the PDF has more than {MOST_PAGES:,} pages; split it into one file per report")
        found = [page.extract_text() for page in reader.pages]
    except DependencyError as error:
        raise ReadingError("the PDF is locked in a way that is not read; save it without a lock") from error
    except (PyPdfError, *_ODD) as error:
        raise ReadingError(f"the PDF cannot be read ({error}); save it again, or its text") from error
    return [[" ".join(line.split()) for line in page.splitlines() if line.strip()] for page in found]


def _paragraphs(lines: Sequence[str]) -> Iterator[str]:
    """Yield the paragraphs that lines make: one goes on where the next word would not have fitted on its line."""
    width = sorted(map(len, lines))[len(lines) * 9 // 10] if lines else 0
    told = ""
    for line, after in zip(lines, (*lines[1:], ""), strict=True):
        told += line if told.endswith("-") or not told else f" {line}"
        if not _goes_on(line, after, width):
            yield told
            told = ""


def _goes_on(line: str, after: str, width: int) -> bool:
    """Tell whether a paragraph goes on in the next line; letters are not alike in width, so room is a rough measure."""
    if not after or ITEM.match(after) or width < NARROWEST:
        return False
    room = width - len(line) - 1 - len(after.split(" ", 1)[0])
    return room <= width * (_ROOM_AT_END if _ENDED.search(line) and not after[0].islower() else _ROOM)


def _inner(page: Sequence[str], running: Collection[str]) -> list[str]:
    """Return the lines of a page without those at its head and foot that run over every page."""
    foot = len(page) - _EDGE
    return [line for n, line in enumerate(page) if _EDGE <= n < foot or _plain(line) not in running]


def _plain(line: str) -> str:
    """Return a line with its figures alike, so that numbered ones are the same; the number of a page alone is empty."""
    plain = _FIGURES.sub("#", line)
    return "" if _NUMBER.fullmatch(plain) else plain


def _running(pages: Sequence[Sequence[str]]) -> frozenset[str]:
    """Return the lines at the heads and feet that most pages share, and the empty one of their numbers."""
    edges = Counter(line for page in pages for line in {*map(_plain, (*page[:_EDGE], *page[-_EDGE:]))})
    least = max(_LEAST, len(pages) // 2)
    return frozenset({"", *(line for line, number in edges.items() if number >= least)})
