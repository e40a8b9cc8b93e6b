"""Read NewsML-G2, in which agencies send text: each item with its headline, provider, language and version."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element, tostring

from standoff.errors import ReadingError
from standoff.model.run import Failure
from standoff.reading.draft import Draft, Input, Stated
from standoff.reading.items import facts_of, headed, key_of
from standoff.reading.rows import refused, summed
from standoff.reading.xml import below, name_of, within, words_in

ROOTS = frozenset({"newsItem", "newsMessage"})
_MEDIA = "application/vnd.iptc.g2.newsitem+xml"
_BLOCKS = frozenset({"p", "h1", "h2", "h3", "li", "hl1", "hl2"})  # elements that make a line of a text
_XML_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def read_newsml(source: Input, root: Element) -> Iterator[Draft | Failure]:
    """Yield the drafts of the items of a document, and a failure for each that holds no words, such as a picture."""
    items = [root] if name_of(root) == "newsItem" else [e for e in within(root, ()) if name_of(e) == "newsItem"]
    yield from summed(source.path, (_item(source, number, item) for number, item in enumerate(items, 1)))


def _item(source: Input, number: int, item: Element) -> Draft | Failure:
    """Return the draft of one item, or why it has none."""
    about, content = _child(item, "itemMeta"), _child(item, "contentMeta")
    said = words_in(about, "versionCreated", "firstCreated") or words_in(content, "contentCreated")
    try:
        outlet = source.stated.over(Stated(outlet=_provider(about), language=_language(item, content)))
        facts = facts_of(item.get("guid"), words_in(content, "headline"), said, outlet)
        text = headed(facts.title, "\n\n".join(_lines(_child(item, "contentSet"))))
        place = f"{source.path}#{key_of(item.get('guid'), number)}"
        return Draft(place, tostring(item), _MEDIA, text, facts)
    except ReadingError as error:
        return refused(source.path, number, error, "Item")


def _child(element: Element, name: str) -> Element:
    """Return the first child of a name, or an empty one."""
    return next(below(element, name), Element(name))


def _provider(about: Element) -> str | None:
    """Return the name of who provides an item, or how it is called by a code."""
    provider = _child(about, "provider")
    return words_in(provider, "name") or provider.get("literal") or (provider.get("qcode") or "").rpartition(":")[2]


def _language(item: Element, content: Element) -> str | None:
    """Return the language of an item's words."""
    return _child(content, "language").get("tag") or item.get(_XML_LANGUAGE)


def _lines(content: Element) -> Iterator[str]:
    """Yield the paragraphs of a text in markup, else the whole of one without."""
    found = [e for e in within(content, ()) if name_of(e) in _BLOCKS]
    for element in found or below(content, "inlineData"):
        yield " ".join("".join(element.itertext()).split()) if found else "".join(element.itertext())
