"""Read XML that others wrote, without what lets a small file grow without end: entities of its own, endless nesting."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from xml.etree.ElementTree import Element, ParseError, fromstring
from xml.parsers.expat import ExpatError, ParserCreate

from standoff.errors import ReadingError

DEEPEST = 400  # elements within each other


def tree_of(data: bytes) -> Element:
    """Return the root of a document; refuses one that is malformed, nests too deep or declares entities of its own."""
    guard, depth = ParserCreate(), _Depth()
    guard.EntityDeclHandler = _refuse  # told by the parser itself: in UTF-16 the declaration has other bytes
    guard.StartElementHandler, guard.EndElementHandler = depth.enter, depth.leave
    try:
        guard.Parse(data, True)
        return fromstring(data)  # noqa: S314 - entities, by which XML attacks, are refused above
    except (ExpatError, ParseError, ValueError, LookupError) as error:
        raise ReadingError(f"it is no well-formed XML ({error}); fetch it again") from error


def _refuse(*_declared: object) -> None:
    """Refuse an entity where it is declared, before any use of it is read."""
    raise ReadingError("it declares entities of its own; save the report's text alone")


class _Depth:
    """Count within how many elements the parser is."""

    def __init__(self) -> None:
        self._depth = 0

    def enter(self, *_element: object) -> None:
        """Refuse an element that lies too deep."""
        self._depth += 1
        if self._depth > DEEPEST:
            raise ReadingError(f"it nests more than {DEEPEST} elements; save the report's text alone")

    def leave(self, *_element: object) -> None:
        """Go back to the element around."""
        self._depth -= 1


def name_of(element: Element) -> str:
    """Return the name of an element without its namespace."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def within(element: Element, apart: Collection[str]) -> Iterator[Element]:
    """Yield all elements within one in text order; those of some names are passed over, with all within them."""
    for child in element:
        if name_of(child) not in apart:
            yield child
            yield from within(child, apart)


def below(element: Element, *names: str) -> Iterator[Element]:
    """Yield the children of an element that have one of the names, those of the first name first."""
    for name in names:
        yield from (child for child in element if name_of(child) == name)


def words_in(element: Element, *names: str) -> str | None:
    """Return the words of the first child of one of the names that holds any, or nothing."""
    found = ("".join(child.itertext()).strip() for child in below(element, *names))
    return next(filter(None, found), None)
