"""Mark names: persons, organisations, places, groups and events, from the parser's entities and the codebook."""

from __future__ import annotations

from collections.abc import Iterator

from standoff.codebook.load import Codebook
from standoff.model.annotation import Annotation, annotation
from standoff.model.document import Document
from standoff.model.parse import Parse

LABELS = {
    "PERSON": "person",
    "ORG": "organisation",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "NORP": "group",
    "EVENT": "event",
    "LAW": "event",
    "PRODUCT": "other",
    "WORK_OF_ART": "other",
}


def mark_names(document: Document, parse: Parse, codebook: Codebook) -> list[Annotation]:
    """Return the names of a document in text order, without overlap."""
    del codebook
    found = []
    for label, first, after in _entities(parse):
        bounds = _trimmed(parse, first, after)
        if bounds:
            span = document.span(parse.starts[bounds.start], parse.stops[bounds.stop - 1])
            found.append(annotation("name", span, label=LABELS[label]))
    return found


def _trimmed(parse: Parse, first: int, after: int) -> range:
    """Return the tokens of a name without a leading article or a closing possessive mark."""
    while first < after and parse.forms[first].lower() in {"the", "a", "an"}:
        first += 1
    while first < after and parse.tags[after - 1] in {"POS", ",", "."}:
        after -= 1
    return range(first, after)


def _entities(parse: Parse) -> Iterator[tuple[str, int, int]]:
    """Yield label, first token and the token after of each entity."""
    index = 0
    while index < len(parse):
        label = parse.entities[index]
        after = index + 1
        while after < len(parse) and parse.entities[after] == label and not parse.entity_starts[after]:
            after += 1
        if label in LABELS:
            yield label, index, after
        index = after
