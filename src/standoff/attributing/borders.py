"""Draw the border where content ends: a second act, the outlet's own clause, the full stop."""

from __future__ import annotations

from standoff.attributing.cues import Cue
from standoff.attributing.drafts import Fragment
from standoff.attributing.sheet import Sheet
from standoff.codebook.acts import ActBook

_TRAILING = frozenset({",", ".", ";", ":", "-", "–", "—", "and", "but", "while", "as", "or", "!", "?", "…", "..."})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_CONTRAST = frozenset({"while", "as", "whereas", "with", "after", "although", "though", "but"})


def right_stop(sheet: Sheet, cue: Cue, start: int, book: ActBook) -> int:
    """Return the token after the last of the content that begins at `start`."""
    sentence = sheet.sentence(start)
    stop = sentence.stop
    parse = sheet.parse
    if parse.heads[cue.head] != cue.head and not _is_free(sheet, cue.head):
        stop = min(stop, max(sheet.rights[cue.head] + 1, start + 1))
    quote = sheet.quote_at(cue.head)
    if quote is not None and quote.last > cue.head:
        stop = min(stop, quote.last)
    token = start + 1
    while token < stop:
        inside = sheet.quote_at(token)
        if inside is not None and inside.first > start and inside.last < stop:
            token = inside.last + 1
            continue
        if _breaks(sheet, cue, start, token, book):
            return token
        token += 1
    return stop


def _is_free(sheet: Sheet, verb: int) -> bool:
    """Tell whether a verb heads the sentence or a clause coordinated with it."""
    while sheet.parse.heads[verb] != verb:
        if sheet.parse.deps[verb] not in ("conj", "ccomp", "parataxis"):
            return False
        if sheet.parse.deps[verb] == "ccomp" and sheet.parse.heads[verb] < verb:
            return False
        verb = sheet.parse.heads[verb]
    return True


def _breaks(sheet: Sheet, cue: Cue, start: int, token: int, book: ActBook) -> bool:
    """Tell whether content ends before a token."""
    word = sheet.words[token]
    if word == "according" or (word == "," and _next_is(sheet, token + 1, "according")):
        return True
    if word == "," and token + 1 < len(sheet.parse):
        return _after_comma(sheet, cue, token + 1, book)
    if word in ("and", "but", "then") and sheet.parse.deps[token] in ("cc", "advmod"):
        return _second_act(sheet, cue, start, token, book)
    if word in _CONTRAST and sheet.parse.deps[token] in ("mark", "prep"):
        return _other_voice(sheet, cue, token, book)
    return False


def _next_is(sheet: Sheet, token: int, word: str) -> bool:
    """Tell whether a token is a word."""
    return token < len(sheet.parse) and sheet.words[token] == word


def _after_comma(sheet: Sheet, cue: Cue, token: int, book: ActBook) -> bool:
    """Tell whether what follows a comma is the speaker's next act ("adding ...") or another voice's ("he said")."""
    parse = sheet.parse
    at = token
    while at < len(parse) and parse.pos[at] in ("ADV", "CCONJ") and at < token + 3:
        at += 1
    if at < len(parse) and parse.tags[at] == "VBG" and _is_cue(sheet, book, at) and sheet.quote_index[at] < 0:
        return parse.deps[at] in ("advcl", "conj", "acl", "dep", "ccomp", "xcomp", "pcomp", "ROOT")
    return False


def _second_act(sheet: Sheet, cue: Cue, start: int, token: int, book: ActBook) -> bool:
    """Tell whether a conjunction leads on to a further act of the speaker, or to what another does."""
    parse = sheet.parse
    verb = _coordinated(sheet, token)
    if verb is None:
        return False
    own = sheet.child(verb, "nsubj", "nsubjpass", "expl")
    head = parse.heads[verb]
    if head == cue.head or head in cue.tokens:
        if own is None or own < token:
            return True
        return _is_cue(sheet, book, verb)
    if own is not None:
        return False
    finite = parse.tags[verb] in _FINITE or any(
        parse.tags[c] in _FINITE for c in parse.children[verb] if parse.deps[c] in ("aux", "auxpass") and c > token
    )
    return finite and parse.tags[cue.head] in _FINITE and not _has_finite(sheet, start, token)


def _coordinated(sheet: Sheet, token: int) -> int | None:
    """Return the verb that a conjunction joins on to an earlier one, or nothing."""
    head = sheet.parse.heads[token]
    for child in sheet.parse.children[head]:
        if child > token and sheet.parse.deps[child] == "conj" and sheet.parse.tags[child].startswith(("VB", "MD")):
            return child
    return None


def _has_finite(sheet: Sheet, start: int, stop: int) -> bool:
    """Tell whether a stretch of content holds a finite verb."""
    return any(sheet.parse.tags[t] in ("VBD", "VBZ", "VBP", "MD") for t in range(start, stop))


def _other_voice(sheet: Sheet, cue: Cue, token: int, book: ActBook) -> bool:
    """Tell whether a clause such as "while Baku said ..." speaks with another voice."""
    verb = sheet.parse.heads[token]
    if sheet.words[token] == "with":
        verb = next((c for c in sheet.children(token, "pcomp") if sheet.child(c, "nsubj") is not None), -1)
        return verb > 0 and _is_cue(sheet, book, verb)
    return verb > token and sheet.parse.heads[verb] in (cue.head, *cue.tokens) and _is_cue(sheet, book, verb)


def _is_cue(sheet: Sheet, book: ActBook, token: int) -> bool:
    """Tell whether a verb is a reporting word."""
    if not sheet.parse.tags[token].startswith("VB"):
        return False
    return any(e.kind != "attitude" for e in book.starting("verb", sheet.parse.lemmas[token].lower()))


def trimmed(sheet: Sheet, start: int, stop: int) -> Fragment | None:
    """Return tokens as code points without the full stop, comma or conjunction at their end."""
    while stop > start and _is_loose(sheet, start, stop - 1):
        stop -= 1
    while start < stop and sheet.words[start] in (",", ".", ";", ":", "–", "—"):
        start += 1
    if stop <= start:
        return None
    return sheet.parse.starts[start], sheet.parse.stops[stop - 1]


def _is_loose(sheet: Sheet, start: int, last: int) -> bool:
    """Tell whether the last token is punctuation or a conjunction that stands outside the content."""
    word = sheet.words[last]
    if word in _TRAILING:
        quote = sheet.quote_at(last)
        return quote is None or quote.first < start or quote.last != last
    quote = sheet.quote_at(last)
    return quote is not None and quote.last == last and quote.first < start and quote.closed and word in "\"”'’»"
