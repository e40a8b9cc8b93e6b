"""Draw the border where content ends: a second act, the outlet's own clause, the full stop."""

from __future__ import annotations

from standoff.attributing.adjuncts import is_time, noun_channel
from standoff.attributing.cues import Cue
from standoff.attributing.drafts import Fragment
from standoff.attributing.sheet import Sheet, segment
from standoff.codebook.acts import ActBook

_TRAILING = frozenset({",", ".", ";", ":", "-", "–", "—", "and", "but", "while", "as", "or", "!", "?", "…", "..."})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_CONTRAST = frozenset({
    "while", "as", "whereas", "with", "without", "after", "before", "although", "though", "following",
})  # fmt: skip
_AT_A_TIME = frozenset({"on", "in", "at", "during", "late", "early", "by", "since"})
_WHEN = frozenset({"following", "after", "before", "during", "late", "early"})
_CLOSED = frozenset({",", '"', "”", "'", "’", "»", "–", "—"})
_NEAR = 5
_ABBREVIATION = 4  # letters at most of what may end with a point of its own


def right_stop(sheet: Sheet, cue: Cue, start: int, book: ActBook) -> int:
    """Return the token after the last of the content that begins at `start`."""
    parse = sheet.parse
    stop = segment(sheet, start).stop
    told = sheet.words[start - 1] == ":"  # what follows a colon is said to its end, wherever the parser hung the cue
    if parse.heads[cue.head] != cue.head and not told and not _is_free(sheet, cue.head):
        stop = min(stop, max(sheet.rights[cue.head] + 1, start + 1))
    quote = sheet.quote_at(cue.head)
    if quote is not None and quote.last > cue.head:
        stop = min(stop, quote.last)
    clausal = _is_clausal(sheet, cue, start)
    token = start + 1
    while token < stop:
        inside = sheet.quote_at(token)
        if inside is not None and inside.first > start and inside.last < stop:
            token = inside.last + 1
            continue
        if _breaks(sheet, cue, token, clausal) or _is_trailing_channel(sheet, cue, token, stop, book):
            return token
        if not clausal and _is_trailing_time(sheet, cue, token, stop):
            return token
        token += 1
    return stop


def _is_clausal(sheet: Sheet, cue: Cue, start: int) -> bool:
    """Tell whether content is a clause of its own and not an object or an infinitive."""
    return sheet.words[start] in ("that", "whether", "if") or any(
        sheet.parse.deps[c] == "ccomp" and c > cue.head for c in sheet.parse.children[cue.head]
    )


def _is_free(sheet: Sheet, verb: int) -> bool:
    """Tell whether a verb heads the sentence or a clause coordinated with it."""
    while sheet.parse.heads[verb] != verb:
        if sheet.parse.deps[verb] not in ("conj", "parataxis"):
            return False
        verb = sheet.parse.heads[verb]
    return True


def _breaks(sheet: Sheet, cue: Cue, token: int, clausal: bool) -> bool:
    """Tell whether content ends before a token."""
    word, parse = sheet.words[token], sheet.parse
    if word in (";", "."):
        return word == ";" or _is_glued(sheet, token)
    if word == ",":
        return _comma_breaks(sheet, token, clausal) or (not clausal and _new_clause(sheet, cue, token + 1))
    if word == "according":
        return sheet.rights[token] + 2 >= sheet.sentence(token).stop or parse.heads[token] == cue.head
    if word in ("–", "—", "-", "--"):
        quote = sheet.quote_at(token - 1)
        return (quote is not None and quote.last == token - 1) or _is_remark(sheet, token + 1)
    if word in ("and", "but", "then", "or") and parse.deps[token] in ("cc", "advmod"):
        return _second_act(sheet, cue, token, clausal)
    if parse.deps[token] in ("mark", "prep", "advmod") and word in _CONTRAST:
        return _turns_away(sheet, cue, token, clausal)
    return parse.tags[token] == "VBG" and _leads_out(sheet, token)


def _comma_breaks(sheet: Sheet, token: int, clausal: bool) -> bool:
    """Tell whether content ends at a comma, by what follows it."""
    after = sheet.words[token + 1] if token + 1 < len(sheet.parse) else ""
    if after in ("while", "whereas") or (after == "according" and sheet.words[token - 1] != "that"):
        return True
    if after in ("which", "whom", "who") and _speaks_of(sheet, token + 1):
        return True
    if _next_act(sheet, token + 1) or _is_remark(sheet, token + 1):
        return True
    return not clausal and _is_aside(sheet, token + 1)


def _new_clause(sheet: Sheet, cue: Cue, token: int) -> bool:
    """Tell whether a clause of its own begins at a token, put beside a cue ("blame each other, the gate is shut")."""
    if token >= len(sheet.parse):
        return False
    clauses = (verb for verb in sheet.children(cue.head, "conj") if verb >= token)
    return any(
        sheet.lefts[verb] >= token - 1 and sheet.child(verb, "nsubj", "nsubjpass") is not None for verb in clauses
    )


def _speaks_of(sheet: Sheet, pronoun: int) -> bool:
    """Tell whether a relative clause is another voice's on what was said (", which Ankara called a lie")."""
    verb = sheet.parse.heads[pronoun]
    if sheet.parse.heads[sheet.parse.heads[verb]] > sheet.rights[verb]:
        return False  # "that the men, whom he called thieves, had fled"
    subject = sheet.child(verb, "nsubj")
    return verb in sheet.speaking and subject is not None and subject != pronoun


def _next_act(sheet: Sheet, token: int) -> bool:
    """Tell whether a participle after a comma is a further act, the speaker's or another's ("its envoy arguing")."""
    parse = sheet.parse
    for verb in range(token + 1, min(token + _NEAR + 2, len(parse))):
        if parse.tags[verb] == "VBG" and verb in sheet.speaking:
            subject = sheet.child(verb, "nsubj")
            return subject is not None and sheet.lefts[subject] == token
    at = token
    while at < len(parse) and parse.pos[at] in ("ADV", "CCONJ") and at < token + 3:
        at += 1
    return at < len(parse) and parse.tags[at] == "VBG" and at in sheet.speaking and sheet.quote_index[at] < 0


def _is_glued(sheet: Sheet, token: int) -> bool:
    """Tell whether a full stop without a space ends a sentence that the parser read on: "the city.Leaders have"."""
    if token + 1 >= len(sheet.parse) or sheet.parse.starts[token + 1] > sheet.parse.stops[token]:
        return False
    before, after = sheet.parse.forms[token - 1], sheet.parse.forms[token + 1]
    return before[-1:].islower() and len(before) > _ABBREVIATION and after[:1].isupper() and len(after) > 1


def _leads_out(sheet: Sheet, token: int) -> bool:
    """Tell whether a participle says more after a quotation, or what words stand for (", referring to the line")."""
    if sheet.listed(token, "glosses"):
        return sheet.words[token - 1] in _CLOSED
    return token in sheet.speaking and _after_quote(sheet, token)


def _after_quote(sheet: Sheet, token: int) -> bool:
    """Tell whether a quotation that ends with its own comma stands right before a token."""
    quote = sheet.quote_at(token - 1)
    return quote is not None and quote.last == token - 1 and sheet.words[token - 2] == ","


def _is_remark(sheet: Sheet, token: int) -> bool:
    """Tell whether a noun after a comma takes up the content for another voice ("a charge Kigali denies")."""
    if token >= len(sheet.parse):
        return False
    at = token + 1 if sheet.words[token] in ("a", "an", "the") else token
    if at + 1 >= len(sheet.parse) or not sheet.listed(at, "taken_up"):
        return False
    return sheet.words[at + 1] not in (",", ".", "of", ";")


def _is_aside(sheet: Sheet, token: int) -> bool:
    """Tell whether what follows a comma is the outlet's "months after ..." or "in contrast to ..."."""
    if token >= len(sheet.parse):
        return False
    if sheet.words[token] in ("in", "against", "amid", "despite", "following", "after", "before", "as"):
        return True
    return any(sheet.words[t] in ("after", "before") for t in range(token, min(token + 4, len(sheet.parse))))


def _second_act(sheet: Sheet, cue: Cue, token: int, clausal: bool) -> bool:
    """Tell whether a conjunction leads on to a further act of the speaker, or to what another says or does."""
    verb = _coordinated(sheet, token)
    if verb is None:
        return _says_more(sheet, cue, token)
    own = sheet.child(verb, "nsubj", "nsubjpass", "expl")
    on_cue = sheet.parse.heads[verb] in (cue.head, *cue.tokens)
    if own is None or own < token:
        if clausal and _is_earlier(sheet, cue, verb):
            return False
        return on_cue or (verb in sheet.speaking and _is_finite(sheet, verb, token) and _is_finite(sheet, cue.head, -1))
    return on_cue and (verb in sheet.speaking or not clausal)


def _is_earlier(sheet: Sheet, cue: Cue, verb: int) -> bool:
    """Tell whether a verb in the pluperfect stands under a cue in the past: still what was said ("and had offered")."""
    parse = sheet.parse
    had = any(sheet.words[c] == "had" and parse.deps[c] == "aux" for c in parse.children[verb])
    return had and parse.tags[cue.head] == "VBD"


def _says_more(sheet: Sheet, cue: Cue, token: int) -> bool:
    """Tell whether a finite reporting verb stands right after a conjunction, wherever the parser hung it."""
    tags = sheet.parse.tags
    for verb in range(token + 1, min(token + 4, len(sheet.parse))):
        if verb in sheet.speaking:
            alone = sheet.child(verb, "nsubj", "nsubjpass") is None
            return alone and tags[verb] in _FINITE and tags[verb] == tags[cue.head]
        if sheet.parse.pos[verb] not in ("ADV", "ADP", "PART") and sheet.words[verb] != "turn":
            return False
    return False


def _is_finite(sheet: Sheet, verb: int, after: int) -> bool:
    """Tell whether a verb is finite, by its own tag or that of an auxiliary after some token."""
    parse = sheet.parse
    return parse.tags[verb] in _FINITE or any(
        parse.tags[c] in _FINITE for c in parse.children[verb] if parse.deps[c] in ("aux", "auxpass") and c > after
    )


def _coordinated(sheet: Sheet, token: int) -> int | None:
    """Return the verb that a conjunction joins on to an earlier one, or nothing."""
    head = sheet.parse.heads[token]
    for above in (head, sheet.parse.heads[head]):
        for child in sheet.parse.children[above]:
            if child > token and sheet.parse.deps[child] == "cc":
                return None
            if child > token and sheet.parse.deps[child] == "conj":
                near = child - token <= _NEAR or above == head
                return child if near and sheet.parse.tags[child].startswith(("VB", "MD")) else None
    return None


def _turns_away(sheet: Sheet, cue: Cue, token: int, clausal: bool) -> bool:
    """Tell whether a conjunction or preposition leads away from what was said to another voice or to the outlet's."""
    word, head = sheet.words[token], sheet.parse.heads[token]
    if word in ("while", "whereas"):
        return head > token and (word == "whereas" or not clausal or head in sheet.speaking)
    if word == "with":
        return any(c in sheet.speaking and sheet.child(c, "nsubj") for c in sheet.children(token, "pcomp"))
    if word in ("after", "before", "without") and any(c in sheet.speaking for c in sheet.children(token, "pcomp")):
        return True
    if head > token and head in sheet.speaking and sheet.parse.heads[head] == cue.head:
        return True
    if word == "as" and head > token and head in sheet.speaking and sheet.words[token - 1] == ",":
        return sheet.child(head, "nsubj") is not None  # "..., as Baku hit back that"
    if clausal or _as_what(sheet, token):
        return False
    return word in ("as", "following", "although", "though") and _hangs_on(sheet, cue, token)


def _as_what(sheet: Sheet, token: int) -> bool:
    """Tell whether "as" says what something is held to be, with a participle ("saw it as caused by a shell")."""
    verb = sheet.parse.heads[token]
    bare = sheet.child(verb, "nsubj", "nsubjpass", "aux", "auxpass") is None
    return sheet.words[token] == "as" and verb == token + 1 and sheet.parse.tags[verb] in ("VBN", "VBG") and bare


def _hangs_on(sheet: Sheet, cue: Cue, token: int) -> bool:
    """Tell whether a conjunction's clause or a preposition hangs on the cue itself or follows a comma."""
    head = sheet.parse.heads[token]
    if sheet.parse.deps[token] == "mark":
        return sheet.parse.heads[head] == cue.head or sheet.words[token - 1] == ","
    return (head == cue.head and sheet.words[token] == "following") or (
        sheet.words[token] == "following" and sheet.words[token - 1] == ","
    )


def _is_trailing_time(sheet: Sheet, cue: Cue, token: int, stop: int) -> bool:
    """Tell whether a time of saying or an adverb stands at the end ("accepted the text a week earlier")."""
    top = token
    while sheet.parse.heads[top] != cue.head and sheet.lefts[sheet.parse.heads[top]] == token:
        top = sheet.parse.heads[top]
    if sheet.parse.heads[top] != cue.head or sheet.lefts[top] != token or sheet.rights[top] + 2 < stop:
        return False
    if any(sheet.words[t] in cue.entry.frames for t in range(token + 1, sheet.rights[top] + 1)):
        return False  # the parser hung "of shelling ..." on "on Friday"
    if sheet.parse.deps[top] == "prep" and sheet.words[top] not in _AT_A_TIME:
        return False
    return sheet.parse.deps[top] in ("npadvmod", "advmod", "prep") and is_time(sheet, top)


def _is_trailing_channel(sheet: Sheet, cue: Cue, token: int, stop: int, book: ActBook) -> bool:
    """Tell whether a phrase that names the channel stands at the end ("in a tweet following a call")."""
    if sheet.parse.deps[token] != "prep" or sheet.words[token] not in ("in", "on", "during", "at", "by", "via", "over"):
        return False
    noun = sheet.child(token, "pobj")
    if noun is None or noun_channel(sheet, noun, book) not in sheet.lists["trailing_channels"]:
        return False
    if sheet.parse.heads[token] != cue.head and not _only_when(sheet, sheet.rights[token] + 1, stop):
        return False
    return sheet.child(noun, "relcl") is None or sheet.parse.heads[token] == cue.head


def _only_when(sheet: Sheet, start: int, stop: int) -> bool:
    """Tell whether nothing but times follows up to a token ("in a tweet [following a call] [on Friday]")."""
    while start < stop and sheet.words[start] != ".":
        if sheet.words[start] not in _WHEN and not is_time(sheet, start):
            return False
        start = sheet.rights[start] + 1
    return True


def trimmed(sheet: Sheet, start: int, stop: int) -> Fragment | None:
    """Return tokens as code points without the full stop, comma or conjunction at their end."""
    while stop > start and _is_loose(sheet, start, stop - 1):
        stop -= 1
    while start < stop and sheet.words[start] in (",", ".", ";", ":", "–", "—"):
        start += 1
    if not any(sheet.parse.pos[t] not in ("PUNCT", "SPACE", "SYM") for t in range(start, stop)):
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
