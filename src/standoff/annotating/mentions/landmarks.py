"""Mark places that no entity covers: borders, lakes and towns said by a common noun, and our own places' names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from standoff.codebook.places import PlaceBook
from standoff.codebook.words import Words
from standoff.model.annotation import Annotation, annotation
from standoff.model.document import Document
from standoff.model.parse import Parse

_FREE = frozenset({"", "CARDINAL"})
_PLAIN = frozenset({"ADJ", "ADV", "VERB", "AUX", "DET"})
_PLACES = frozenset({"GPE", "LOC", "FAC", "NORP", "ORG", "CARDINAL", ""})
_POINTING = frozenset({"the", "this", "that", "their", "its", "a", "whose", "our", "his", "both"})


def mark_landmarks(document: Document, parse: Parse, book: PlaceBook) -> list[Annotation]:
    """Return marks of kind `place`: attribute `noun` is the common noun, absent for a name.

    A name is marked where the parser saw no entity, or one of several words where it saw places or bodies.
    """
    found = [*_nominals(parse, book), *_names(parse, book)]
    return [
        annotation("place", document.span(parse.starts[first], parse.stops[after - 1]), None, noun=noun)
        for first, after, noun in sorted(found)
    ]


def _nominals(parse: Parse, book: PlaceBook) -> Iterator[tuple[int, int, str]]:
    """Yield the common nouns that stand for a place, as (first token, token after, noun)."""
    about, directions = (book.heads.get(name, frozenset()) for name in ("about_border", "direction"))
    for token in [token for token, lemma in enumerate(parse.lemmas) if lemma in book.landmarks]:
        kind = book.landmarks[parse.lemmas[token]]
        if kind == "border":
            if _is_border(parse, token, about):
                yield _border_start(parse, token, directions), token + 1, kind
        elif _pointed(parse, token):
            yield token, token + 1, kind


def _is_border(parse: Parse, token: int, about: Words) -> bool:
    """Tell whether a border is a line on the ground, not part of `border guards` or a verb."""
    if parse.pos[token] != "NOUN" or parse.entities[token] in ("ORG", "FAC"):
        return False
    if parse.deps[token] not in ("compound", "nmod"):
        return True
    return parse.lemmas[parse.heads[token]] in about


def _border_start(parse: Parse, token: int, directions: Words) -> int:
    """Return the first token of a border with its direction or the two sides before it."""
    if token and parse.forms[token - 1].lower() in directions:
        return token - 1
    first = token
    while first > 0 and (parse.entities[first - 1] in ("NORP", "GPE", "LOC") or parse.forms[first - 1] in ("-", "–")):
        first -= 1
    return first if parse.forms[first] not in ("-", "–") else token


def _pointed(parse: Parse, token: int) -> bool:
    """Tell whether a determiner right before a noun points at a place told elsewhere, and no name or `of` follows."""
    if parse.tags[token] != "NN" or parse.entities[token]:
        return False
    near = {parse.forms[child].lower() for child in parse.children_of(token, "det", "poss")}
    after = parse.forms[token + 1].lower() if token + 1 < len(parse) else ""
    return bool(near & _POINTING) and after != "of" and not parse.tags[min(token + 1, len(parse) - 1)].startswith("NN")


def _names(parse: Parse, book: PlaceBook) -> Iterator[tuple[int, int, None]]:
    """Yield the names of our own places outside entities, the longest at each token."""
    by_first, taken = book.by_first, 0
    for at in [index for index, form in enumerate(parse.forms) if form in by_first]:
        if at < taken:
            continue
        size = _longest(parse, at, by_first[parse.forms[at]])
        size = 0 if size == 1 and parse.pos[at] in _PLAIN else size  # "Pale smoke rose"
        free = _PLACES if size > 1 else _FREE  # an entity may hold only part of a longer name
        if size and all(parse.entities[index] in free for index in range(at, at + size)):
            yield at, at + size, None
        taken = at + size


def _longest(parse: Parse, at: int, names: Iterable[tuple[str, ...]]) -> int:
    """Return how many tokens the longest of some names takes here, or 0."""
    best = 0
    for words in names:
        if len(words) > best and parse.forms[at : at + len(words)] == words:
            best = len(words)
    return best
