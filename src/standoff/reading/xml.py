"""Read XML that others wrote, without the entities by which a small file grows without end."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element, ParseError, fromstring
from xml.parsers.expat import ExpatError, ParserCreate

from standoff.errors import ReadingError


def tree_of(data: bytes) -> Element:
    """Return the root of a document; refuses one that is malformed or declares entities of its own."""
    guard = ParserCreate()
    guard.EntityDeclHandler = _refuse  # told by the parser itself: in UTF-16 the declaration has other bytes
    try:
        guard.Parse(data, True)
        return fromstring(data)  # noqa: S314 - entities, by which XML attacks, are refused above
    except (ExpatError, ParseError, ValueError, LookupError) as error:
        raise ReadingError(f"it is no well-formed XML ({error}); fetch it again") from error


def _refuse(*_declared: object) -> None:
    """Refuse an entity where it is declared, before any use of it is read."""
    raise ReadingError("it declares entities of its own; save the report's text alone")


def name_of(element: Element) -> str:
    """Return the name of an element without its namespace."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def below(element: Element, *names: str) -> Iterator[Element]:
    """Yield the children of an element that have one of the names, those of the first name first."""
    for name in names:
        yield from (child for child in element if name_of(child) == name)


def words_in(element: Element, *names: str) -> str | None:
    """Return the words of the first child of one of the names that holds any, or nothing."""
    found = ("".join(child.itertext()).strip() for child in below(element, *names))
    return next(filter(None, found), None)
