"""Read JSON as news is exchanged in it: JSON Feed, each item a report, and ninjs, one item of an agency."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from standoff.errors import ReadingError
from standoff.model.run import Failure
from standoff.reading.draft import Draft, Input, Stated
from standoff.reading.items import facts_of, headed, key_of
from standoff.reading.markup import words_of_html
from standoff.reading.normal import decode
from standoff.reading.rows import refused, summed
from standoff.reading.side import stated

_MEDIA = "application/json"
_FEED = "https://jsonfeed.org/version/"
_PLAIN = "text/plain"
Fields = Mapping[str, object]


def read_json(source: Input) -> Iterator[Draft | Failure]:
    """Yield the drafts of a JSON Feed's items, or the one of an item of ninjs; raises where a file is neither."""
    try:
        found = json.loads(decode(source.data))
    except (ValueError, RecursionError) as error:
        raise ReadingError(f"it is not valid JSON ({error}); write rows of JSON, one a line, as .jsonl") from error
    if isinstance(found, dict) and str(found.get("version")).startswith(_FEED):
        outlet = source.stated.over(stated({"outlet": _text(found, "title"), "language": _text(found, "language")}))
        items = (_item(source.path, number, item, outlet) for number, item in enumerate(_list(found, "items"), 1))
        yield from summed(source.path, items)
    elif isinstance(found, dict) and _text(found, "uri"):
        yield _of_ninjs(source, found)
    else:
        raise ReadingError("it is no JSON Feed, no ninjs and beside no report of its name; write rows as .jsonl")


def _item(path: str, number: int, item: Fields, outlet: Stated) -> Draft | Failure:
    """Return the draft of one item of a JSON Feed, or why it has none."""
    try:
        words = words_of_html(_text(item, "content_html") or "") or _text(item, "content_text", "summary")
        facts = facts_of(_text(item, "url"), _text(item, "title"), _text(item, "date_published"), outlet)
        place = f"{path}#{key_of(_text(item, 'id'), number)}"
        return Draft(place, json.dumps(item).encode(), _MEDIA, headed(facts.title, words), facts)
    except ReadingError as error:
        return refused(path, number, error, "Item")


def _of_ninjs(source: Input, item: Fields) -> Draft:
    """Return the draft of an item of ninjs, of its first version or a later one, which lists headlines and bodies."""
    headlines = (_text(one, "value") for one in _list(item, "headlines"))
    sources = (_text(one, "name") for one in _list(item, "infosources"))
    outlet = _text(item, "copyrightholder") or next(filter(None, sources), None)
    facts = facts_of(
        _text(item, "uri"),
        _text(item, "headline") or next(filter(None, headlines), None),
        _text(item, "versioncreated"),
        stated({"outlet": outlet, "language": _text(item, "language")}),
    )
    known = source.stated.over(facts)
    return Draft(source.path, source.data, _MEDIA, headed(known.title, _body(item)), known)


def _body(item: Fields) -> str | None:
    """Return the words of an item of ninjs, those without marks first."""
    listed = sorted(_list(item, "bodies"), key=lambda body: _text(body, "contenttype") != _PLAIN)
    for body in listed:
        if words := _text(body, "value"):
            return words if _text(body, "contenttype") == _PLAIN else words_of_html(words)
    return _text(item, "body_text") or words_of_html(_text(item, "body_xhtml", "body_html") or "")


def _text(fields: Fields, *names: str) -> str | None:
    """Return the first of some fields that is a text and not empty."""
    found = (fields.get(name) for name in names)
    return next((value.strip() for value in found if isinstance(value, str) and value.strip()), None)


def _list(fields: Fields, name: str) -> list[Fields]:
    """Return the objects that a field lists, none where it is no list."""
    value = fields.get(name)
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []
