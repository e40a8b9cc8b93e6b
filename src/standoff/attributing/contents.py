"""Find what is said: right of the cue, left of it, or on both sides, as the cue's frame has it."""

from __future__ import annotations

from dataclasses import dataclass

from standoff.attributing.adjuncts import is_setting, is_time
from standoff.attributing.borders import right_stop, trimmed
from standoff.attributing.cues import Cue
from standoff.attributing.drafts import Fragment, Voice
from standoff.attributing.sheet import Sheet
from standoff.codebook.acts import ActBook

_NEAR = 8  # tokens an adjunct may take before the clause it swallowed
_OBJECTS = frozenset({"dobj", "oprd", "attr", "dative", "pobj"})
_BESIDE = frozenset({"as", "while", "after", "before", "amid"})
_PLAIN = frozenset({"object", "clause", "to", "as"})  # no phrase of these says where or when one spoke
_QUESTION_WORDS = frozenset({"that", "whether", "if", "why", "how", "what", "who", "where", "when"})


@dataclass(frozen=True, slots=True)
class Right:
    """Hold where content right of a cue begins (a token), the hearer cut off before it, and the adjuncts passed."""

    start: int | None
    addressee: Fragment | None
    adjuncts: tuple[Fragment, ...]
    shape: str = ""


def scan_right(sheet: Sheet, cue: Cue, book: ActBook, voice: Voice | None) -> Right:
    """Walk the dependents right of a cue to the first that its frame takes as content."""
    adjuncts: list[Fragment] = []
    addressee: Fragment | None = None
    candidates = [c for c in _candidates(sheet, cue) if voice is None or not voice.first <= c < voice.stop]
    for position, child in enumerate(candidates):
        left, right = sheet.lefts[child], sheet.rights[child]
        if _is_hearer(sheet, cue, child, candidates[position + 1 :]):
            inner = _within_hearer(sheet, cue, child)
            addressee = (left, inner if inner is not None else right + 1)
            if inner is not None:
                return Right(inner, addressee, tuple(adjuncts), "clause")
            continue
        found = _content_at(sheet, cue, child, book)
        if found is not None:
            passed, start, shape = found
            return Right(start, addressee, (*adjuncts, *passed), shape)
        if is_setting(sheet, child, book) or sheet.parse.deps[child] in ("prep", "npadvmod", "advmod"):
            adjuncts.append((left, right + 1))
    if not cue.entry.frames and cue.stem + 1 < sheet.sentence(cue.head).stop:
        return Right(cue.stem + 1, addressee, tuple(adjuncts), "phrase")
    return Right(None, addressee, tuple(adjuncts))


def _content_at(sheet: Sheet, cue: Cue, child: int, book: ActBook) -> tuple[tuple[Fragment, ...], int, str] | None:
    """Return adjuncts passed, first token and shape of the content that a dependent begins, or nothing."""
    left = sheet.lefts[child]
    shape = _shape(sheet, cue, child)
    plain = shape in _PLAIN or (cue.entry.kind == "omission" and shape in ("on", "about", "of"))
    if shape and (plain or not is_setting(sheet, child, book)):
        first = _first(sheet, cue, left, child, shape)
        if sheet.words[first] in _BESIDE and sheet.words[first - 1] == "," and shape == "clause":
            return None  # ", he told the court, as guards looked on"
        late = _leading_time(sheet, cue, child, first) if shape == "clause" else first
        return ((first, late),) if late > first else (), late, shape
    that = _that_within(sheet, cue, child)
    return (((left, that),), that, "clause") if that is not None else None


def _that_within(sheet: Sheet, cue: Cue, child: int) -> int | None:
    """Return the "that" of a clause that the parser hung on an adjunct ("insisted later in the day that ...")."""
    if not cue.entry.frames & {"clause", "that"} or sheet.parse.deps[child] not in ("prep", "npadvmod", "advmod"):
        return None
    for token in range(child + 1, min(sheet.rights[child], child + _NEAR) + 1):
        if sheet.words[token] == "that" and sheet.parse.deps[token] == "mark":
            return token
    return None


def _candidates(sheet: Sheet, cue: Cue) -> list[int]:
    """Return the dependents of a cue's words that stand right of its stem, in text order."""
    inside = set(cue.tokens)
    found = [c for t in {cue.head, *cue.tokens} for c in sheet.parse.children[t] if c > cue.stem and c not in inside]
    return sorted(found)


def _is_hearer(sheet: Sheet, cue: Cue, child: int, later: list[int]) -> bool:
    """Tell whether a dependent is who is spoken to, and something said follows."""
    parse, dep = sheet.parse, sheet.parse.deps[child]
    mode = cue.entry.addressee
    if mode == "object" and dep in ("dobj", "dative", "iobj", "nsubj", "dep"):
        if dep in ("nsubj", "dep") and parse.pos[child] not in ("PROPN", "NOUN", "PRON"):
            return False
        shapes = {_shape(sheet, cue, other) for other in later}
        if shapes & _AFTER_HEARER or ("to" in shapes and "object" not in cue.entry.frames):
            return not _is_quoted(sheet, child)
        if _within_hearer(sheet, cue, child) is not None:
            return True
        return "object" not in cue.entry.frames
    if dep in ("prep", "dative") and mode is not None:
        return sheet.words[child] == ("with" if mode == "with" else "to")
    return False


_AFTER_HEARER = frozenset({"clause", "of", "about", "for", "on", "with", "against", "over", "at", "by"})


def _within_hearer(sheet: Sheet, cue: Cue, hearer: int) -> int | None:
    """Return where content begins that the parser hung on the hearer: "told the station his men ...", "of his plan"."""
    for child in sheet.parse.children[hearer]:
        if child < hearer:
            continue
        first = sheet.lefts[child]
        if sheet.parse.entities[child] and not sheet.parse.entity_starts[child]:
            continue  # "The Times | of Israel" is one name
        if sheet.parse.deps[child] == "prep" and sheet.words[child] in cue.entry.frames & {"of", "about", "against"}:
            return child
        if sheet.parse.deps[child] in ("relcl", "acl", "ccomp", "appos") and "clause" in cue.entry.frames:
            if sheet.is_opening(first):
                return first
            if sheet.parse.deps[child] != "appos" and sheet.words[first] not in ("who", "which", "whose", "whom", ","):
                bare = sheet.words[first] == "that" and sheet.parse.deps[first] != "mark"
                return None if bare or sheet.child(child, "nsubj", "nsubjpass") is None else first
    return None


def _is_quoted(sheet: Sheet, token: int) -> bool:
    """Tell whether a dependent begins with a quotation mark."""
    return sheet.is_opening(sheet.lefts[token])


def _shape(sheet: Sheet, cue: Cue, child: int) -> str:
    """Return which frame of the cue a dependent fills: object, clause, to, a preposition, or nothing."""
    parse, frames = sheet.parse, cue.entry.frames
    dep, word = parse.deps[child], sheet.words[child]
    if dep in ("ccomp", "xcomp", "acl", "relcl") or (dep in ("advcl", "pcomp") and _is_infinitive(sheet, child)):
        return _clause_shape(sheet, cue, child)
    if dep in _OBJECTS and ("object" in frames or ("call" in frames and _is_called(sheet, cue, child))):
        return "object"
    if dep == "prep" or dep in ("agent", "dative"):
        return word if word in frames else ""
    if frames & {"clause", "quote"} and _is_quoted(sheet, child) and dep not in ("nsubj", "punct"):
        return "clause"
    return ""


def _is_called(sheet: Sheet, cue: Cue, child: int) -> bool:
    """Tell whether an object of "call" is given a name and is not merely rung up."""
    if any(other != child for other in sheet.children(cue.head, "oprd", "ccomp", "xcomp", "attr", "advcl")):
        return True
    after = sheet.rights[child] + 1
    if sheet.parse.pos[after - 1] == "ADJ" and sheet.parse.heads[after - 1] < after - 1:
        return True  # "called Rabat's version of events untrue"
    return any(sheet.quote_index[t] >= 0 for t in range(child, min(after + 2, len(sheet.parse))))


def _clause_shape(sheet: Sheet, cue: Cue, child: int) -> str:
    """Return clause or to for a clausal dependent that the frame takes."""
    frames = cue.entry.frames
    if _is_infinitive(sheet, child):
        return (
            "to"
            if "to" in frames
            else ("object" if frames & {"object", "call"} and not frames & {"clause", "that"} else "")
        )
    if sheet.parse.deps[child] in ("acl", "relcl") and sheet.words[sheet.lefts[child]] != "that":
        return ""
    if frames & {"clause", "call", "that"}:
        return "clause"
    return "object" if "object" in frames or "to" in frames else ""


def _is_infinitive(sheet: Sheet, token: int) -> bool:
    """Tell whether a clause is a to-infinitive."""
    return any(sheet.parse.tags[c] == "TO" and c < token for c in sheet.parse.children[token])


def _leading_time(sheet: Sheet, cue: Cue, clause: int, start: int) -> int:
    """Return the token after a time of saying that the parser hung on the clause: "said on Friday its men ..."."""
    if start != cue.stem + 1 or sheet.words[start] == "that":
        return start
    for child in sheet.children(clause, "prep", "npadvmod"):
        if sheet.lefts[child] == start and is_time(sheet, child) and sheet.rights[child] - start < 5:
            after = sheet.rights[child] + 1
            return after if sheet.words[after] != "," else start
    return start


def _first(sheet: Sheet, cue: Cue, left: int, child: int, shape: str) -> int:
    """Return the first token of content: a determiner or mark that the parser hung elsewhere is taken along."""
    start = max(left, cue.stem + 1)
    if shape == "clause":
        while start > cue.stem + 1 and sheet.words[start - 1] in _QUESTION_WORDS:
            start -= 1
    if start > cue.stem + 1 and sheet.is_opening(start - 1):
        start -= 1
    while start < child and sheet.words[start] in (",", ":", "-", "–", "—", ";"):
        start += 1
    return start


def linear_right(sheet: Sheet, cue: Cue, after: int) -> int | None:
    """Return where content begins when the parse shows none: at `that`, a colon's far side or an opening quotation."""
    stop = sheet.sentence(cue.head).stop
    for token in range(after, min(stop, after + 2)):
        if sheet.is_opening(token) or sheet.words[token] == "that":
            return token
        if sheet.words[token] == ":" and token + 1 < len(sheet.parse):
            return token + 1 if sheet.same_block(token, token + 1) or sheet.is_opening(token + 1) else None
        if sheet.words[token] not in (",", ":"):
            return None
    if after == stop and stop < len(sheet.parse) and sheet.is_opening(stop) and sheet.words[stop - 1] in (":", ","):
        return stop
    return None


def right_fragments(sheet: Sheet, cue: Cue, start: int, book: ActBook) -> tuple[Fragment, ...]:
    """Return the content from a token to its border on the right, times of saying cut out, as code points."""
    stop = right_stop(sheet, cue, start, book)
    quote = sheet.quote_at(stop - 1)
    if quote is not None and quote.first >= start and quote.last >= stop:
        stop = quote.last + 1
    gap = _time_within(sheet, cue, start, stop)
    pieces = (trimmed(sheet, start, gap[0]), trimmed(sheet, gap[1], stop)) if gap else (trimmed(sheet, start, stop),)
    return tuple(piece for piece in pieces if piece is not None)


def _time_within(sheet: Sheet, cue: Cue, start: int, stop: int) -> Fragment | None:
    """Return the time of saying that stands between who is spoken of and what: "accused X on Friday of ..."."""
    links = cue.entry.frames & {"of", "for", "to"}
    if "object" not in cue.entry.frames or not links:
        return None
    for token in range(start + 1, stop - 1):
        if sheet.words[token + 1] in links and sheet.parse.entities[token] == "DATE":
            first = token
            while first > start and sheet.parse.entities[first - 1] == "DATE":
                first -= 1
            first -= sheet.words[first - 1] in ("on", "late", "early", "in")
            return (first, token + 1) if first > start else None
        if sheet.words[token] in links:
            return None
    return None


def left_fragment(sheet: Sheet, bracket: Fragment, floor: int) -> Fragment | None:
    """Return the content that runs up to a bracket such as ", he said", as code points; `floor` is its first token."""
    stop = bracket[0]
    while stop > floor and sheet.words[stop - 1] in (",", "-", "–", "—", ":", ";", "..."):
        if sheet.quote_index[stop - 1] >= 0:
            break
        stop -= 1
    if stop <= floor:
        return None
    start = floor
    quote = sheet.quote_at(stop - 1)
    if quote is not None and quote.last == stop - 1:
        start = min(start, quote.first)
        start = _earlier_quotes(sheet, start)
        if quote.first > start and _is_whole(sheet, quote.first, quote.last):
            start = _quote_start(sheet, start, quote.first)
    return trimmed(sheet, start, stop)


def _is_whole(sheet: Sheet, first: int, last: int) -> bool:
    """Tell whether a quotation is a speech of its own and not a few words within a sentence."""
    return sheet.parse.forms[min(first + 1, last)][:1].isupper() and sheet.words[last - 1] in (
        ",",
        ".",
        "?",
        "!",
        "...",
    )


def _quote_start(sheet: Sheet, start: int, first: int) -> int:
    """Return the quotation's start when what precedes it in the sentence ends with a full stop or colon."""
    before = first - 1
    return first if before >= start and sheet.words[before] in (".", ":", "!", "?") else start


def _earlier_quotes(sheet: Sheet, start: int) -> int:
    """Return the start of a run of quotations that stand side by side before a token."""
    while start > 0 and sheet.quote_index[start] >= 0:
        before = sheet.quote_at(start - 1)
        if (
            before is None
            or before.last != start - 1
            or not sheet.same_block(start, start - 1)
            or sheet.quote_index[start] == sheet.quote_index[start - 1]
        ):
            break
        start = before.first
    return start
