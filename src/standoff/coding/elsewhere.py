"""Tell triggers of other worlds: sentences of sport, shows and markets, and happenings that are a work's subject."""

from __future__ import annotations

from collections.abc import Iterator

from standoff.codebook.happenings import EventBook
from standoff.coding.triggers import Hit
from standoff.model.parse import Parse

_SEVERAL = 2  # different words of a pastime that make a sentence one of it
_LABEL = 3  # words of a heading that names a topic
_HEADS = frozenset({"head", "chairman", "office", "directorate", "department"})
_ABOUT = frozenset({"of", "about", "on", "to", "for"})


def told_here(parse: Parse, book: EventBook, hits: list[Hit]) -> Iterator[Hit]:
    """Yield the triggers of sentences that tell of conflict and politics, and that nobody made a film about."""
    judged: dict[int, bool] = {}
    for hit in hits:
        start = parse.sentence_of(hit.token).start
        if start not in judged:
            judged[start] = is_pastime(parse, book, start)
        if not judged[start] and not _is_topic(parse, book, hit) and not _is_label(parse, hit):
            yield hit


def is_pastime(parse: Parse, book: EventBook, start: int) -> bool:
    """Tell whether a sentence has several words of sport, shows or markets, and none of conflict or politics."""
    words = {parse.lemmas[token].lower() for token in parse.sentence_of(start)}
    if words & book.classes["grave"].words:
        return False
    return len(words & book.classes["pastime"].words) >= _SEVERAL


def _is_label(parse: Parse, hit: Hit) -> bool:
    """Tell whether a noun with what describes it is all of its line: a heading (`Humanitarian access`)."""
    line = parse.sentence_of(hit.token)
    bare = len(line) <= _LABEL and hit.entry.pos == "n" and parse.heads[hit.token] == hit.token
    return bare and all(parse.pos[t] in ("ADJ", "NOUN") for t in line)


def _is_topic(parse: Parse, book: EventBook, hit: Hit) -> bool:
    """Tell whether a noun is what a work, a place or a day is about (`the anniversary of the invasion`).

    So is what an office is for, where nothing makes it one happening (`the head of military operations`).
    """
    prep = parse.heads[hit.token]
    if hit.entry.pos != "n" or parse.deps[hit.token] != "pobj" or parse.forms[prep].lower() not in _ABOUT:
        return False
    above = parse.lemmas[parse.heads[prep]].lower()
    if above in book.classes["topicnoun"].words:
        return True
    bare = parse.tags[hit.token] in ("NNS", "NNPS") and not parse.children_of(hit.token, "det", "poss", "nummod")
    return bare and above in book.classes["officer"].words | _HEADS
