"""Lay out a reporting clause ("he said on Friday") and find what stands before it, after it and round it."""

from __future__ import annotations

import itertools

from standoff.attributing.borders import trimmed
from standoff.attributing.contents import Right, left_fragment, linear_right, right_fragments
from standoff.attributing.cues import Cue
from standoff.attributing.drafts import Fragment, Voice
from standoff.attributing.sheet import Sheet, segment
from standoff.codebook.acts import GAP, ActBook

_BEFORE_BRACKET = frozenset({",", '"', "”", "'", "’", "»", "?", "!", "–", "—", "-", ";", "...", "“", ":", "."})
_EMPTY_OBJECTS = frozenset({
    "nothing", "so", "it", "this", "that", "much", "more", "something", "what", "which", "whom", "yes", "no", "goodbye",
})  # fmt: skip
_QUESTIONS = frozenset({"who", "whose", "what", "which", "when", "where", "why", "how", "whether", "if", "that"})
_REACH = 8  # tokens from a verb of saying to a quotation that the parser lost
_OPENERS = frozenset({"and", "but", "as", "or", "so", "also"})


def bracket_of(sheet: Sheet, cue: Cue, voice: Voice, adjuncts: tuple[Fragment, ...]) -> Fragment:
    """Return the tokens of a reporting clause: source, cue and what stands beside it."""
    first, stop = cue.tokens[0], cue.tokens[-1] + 1
    if not voice.shared:
        first, stop = min(first, voice.first), max(stop, voice.stop)
        if voice.head > cue.head:
            stop = max(stop, voice.stop)
    stop = max(stop, cue.stem + 1)
    for left, after in sorted(adjuncts):
        if left <= stop + 1:
            stop = max(stop, after)
    sentence = sheet.sentence(cue.head)
    while first - 1 > sentence.start and (
        sheet.words[first - 1] in _OPENERS or sheet.parse.deps[first - 1] == "advmod"
    ):
        first -= 1
    return max(first, sentence.start), stop


def round_relative(sheet: Sheet, cue: Cue, bracket: Fragment) -> tuple[Fragment, ...]:
    """Return noun and relative clause that a reporting clause interrupts ("the men who, he said, had fled")."""
    verb = sheet.parse.heads[cue.head]
    if (
        sheet.parse.deps[verb] != "relcl"
        or verb < bracket[1]
        or sheet.parse.deps[cue.head] not in ("parataxis", "ccomp")
    ):
        return ()
    noun = sheet.parse.heads[verb]
    pieces = trimmed(sheet, sheet.lefts[noun], noun + 1), trimmed(sheet, bracket[1], sheet.rights[verb] + 1)
    return tuple(piece for piece in pieces if piece is not None)


def left_of(sheet: Sheet, cue: Cue, bracket: Fragment) -> Fragment | None:
    """Return the content before a reporting clause, or nothing where none can stand there."""
    if cue.entry.kind not in ("speech", "relay", "omission"):
        return None
    sentence = segment(sheet, cue.head)
    quote = sheet.quote_at(cue.head)
    if quote is not None and quote.last > cue.head:
        sentence = range(max(sentence.start, quote.first + 1), sentence.stop)
    before = bracket[0] - 1
    if before < 0 or (before < sentence.start and not ends_quote(sheet, before)):
        return None
    if sheet.words[before] not in _BEFORE_BRACKET and not complement_before(sheet, cue, bracket[0]):
        return None
    floor = _after_colon(sheet, sentence.start, bracket[0]) if before >= sentence.start else bracket[0] - 1
    after = bracket[1] + 1
    cut = after < sentence.stop and is_cut_in_two(sheet, cue, bracket, after)
    if before >= sentence.start and not cut and not _is_said_before(sheet, cue, floor, bracket[0]):
        return None
    if sheet.listed(floor, "lead_in") and sheet.parse.tags[floor] in ("VBN", "VBG", "VBD"):
        return None
    if cue.entry.kind == "omission" and sheet.words[floor] not in _QUESTIONS:
        return None
    return left_fragment(sheet, bracket, floor)


def _after_colon(sheet: Sheet, start: int, stop: int) -> int:
    """Return where content before a reporting clause begins: after the colon of one before ("denied it: he, …")."""
    told = False
    for token in range(start, stop):
        told = told or token in sheet.speaking
        if told and sheet.words[token] == ":" and sheet.quote_index[token] < 0 and token + 1 < stop:
            start = token + 1
    return start


def is_cut_in_two(sheet: Sheet, cue: Cue, bracket: Fragment, start: int) -> bool:
    """Tell whether a reporting clause stands between subject and verb: "The town, he told us by text, had held"."""
    if sheet.parse.tags[start] not in ("VBD", "VBZ", "VBP", "MD") or sheet.words[start - 1] != ",":
        return False
    clause = sheet.parse.heads[start] if sheet.parse.deps[start] in ("aux", "auxpass") else start
    left = range(sheet.sentence(cue.head).start, bracket[0] - 1)
    named = any(sheet.parse.pos[token] in ("NOUN", "PROPN", "PRON") for token in left)
    return named and sheet.words[bracket[0] - 1] == "," and sheet.child(clause, "nsubj", "nsubjpass", "expl") is None


def _is_said_before(sheet: Sheet, cue: Cue, start: int, stop: int) -> bool:
    """Tell whether what stands before a reporting clause can be its content: a quotation or a clause."""
    if any(sheet.quote_index[t] >= 0 for t in (stop - 1, stop - 2) if t >= start):
        return True
    head = sheet.parse.heads[cue.head]
    if start <= head < stop and sheet.parse.deps[cue.head] in ("parataxis", "ccomp"):
        return True
    if any(start <= c < stop and sheet.parse.deps[c] in ("ccomp", "dep") for c in sheet.parse.children[cue.head]):
        return True
    if head >= stop and sheet.parse.deps[cue.head] in ("parataxis", "ccomp", "advcl"):
        return True
    return any(
        sheet.parse.tags[t] in ("VBD", "VBZ", "VBP", "MD") and sheet.parse.deps[t] not in ("advcl", "relcl", "aux")
        for t in range(start, stop)
    )


def ends_quote(sheet: Sheet, token: int) -> bool:
    """Tell whether a quotation ends with a token."""
    quote = sheet.quote_at(token)
    return quote is not None and quote.last == token and sheet.same_block(token, token + 1)


def complement_before(sheet: Sheet, cue: Cue, first: int) -> bool:
    """Tell whether the verb's clausal complement stands before the reporting clause."""
    return any(sheet.parse.deps[c] == "ccomp" and c < first for c in sheet.parse.children[cue.head])


def resumed(sheet: Sheet, cue: Cue, bracket: Fragment, book: ActBook) -> tuple[Fragment, ...]:
    """Return the content that goes on after a reporting clause set between commas, or nothing."""
    stop = sheet.sentence(cue.head).stop
    at = bracket[1]
    if at >= stop or sheet.words[at] not in (",", ".", ":", "–", "—", "-", ";"):
        return ()
    if at + 1 < stop and sheet.is_opening(at + 1):
        return right_fragments(sheet, cue, at + 1, book)
    if at + 2 < stop and sheet.words[at + 1] in ("and", "but") and sheet.is_opening(at + 2):
        return right_fragments(sheet, cue, at + 2, book)
    if sheet.words[at] == ";" and not any(t in sheet.speaking for t in range(at + 1, stop)):
        return right_fragments(sheet, cue, at + 1, book)
    if sheet.parse.heads[cue.head] > at and sheet.words[at] == ",":
        piece = trimmed(sheet, at + 1, stop)
        return (piece,) if piece else ()
    return ()


def bare(sheet: Sheet, cue: Cue, bracket: Fragment, book: ActBook) -> tuple[Fragment, ...]:
    """Return what stands after a verb of saying where the parse shows no clause: an object, or a later quotation."""
    if "clause" not in cue.entry.frames:
        return ()
    taken = sheet.child(cue.head, "dobj")
    if (
        taken is not None
        and taken > cue.head
        and sheet.words[taken] not in _EMPTY_OBJECTS
        and not sheet.listed(taken, "issued")
    ):
        start = max(bracket[1], sheet.lefts[taken])
        if start <= taken and sheet.words[start] != ",":
            return right_fragments(sheet, cue, start, book)
    for token in range(bracket[1], min(bracket[1] + _REACH, segment(sheet, cue.head).stop)):
        if token in sheet.speaking or sheet.words[token] in (",", ":", ";"):
            return ()
        if sheet.is_opening(token):
            return right_fragments(sheet, cue, token, book)
    return ()


def inside(sheet: Sheet, cue: Cue) -> tuple[Fragment, ...]:
    """Return what stands in the gaps of a phrase such as "put … at" or "hold … responsible"."""
    if GAP not in cue.entry.words or cue.entry.pos != "verb" or cue.entry.subject:
        return ()  # "was quoted by [the agency] as saying"
    after = [token for token in cue.tokens if token >= cue.head]
    gaps = ((left + 1, right) for left, right in itertools.pairwise(after) if right > left + 1)
    return tuple(piece for first, stop in gaps if (piece := trimmed(sheet, first, stop)) is not None)


def taken_up(sheet: Sheet, cue: Cue) -> tuple[Fragment, ...]:
    """Return the noun that "a version the army calls ..." is said of, where more content follows the cue."""
    noun = sheet.parse.heads[cue.head]
    if sheet.parse.deps[cue.head] != "relcl" or cue.entry.pos != "verb" or cue.entry.kind != "speech":
        return ()
    subject = sheet.child(cue.head, "nsubj")
    if subject is None or sheet.words[subject] in ("who", "which", "that"):
        return ()
    if noun > cue.head or not (cue.entry.frames & {"call"} or _judged(sheet, cue) or _lacks_subject(sheet, cue)):
        return ()
    if any(sheet.words[c] in ("where", "when", "why", "whom") for c in sheet.parse.children[cue.head]):
        return ()
    piece = trimmed(sheet, sheet.lefts[noun], noun + 1)
    return (piece,) if piece else ()


def _judged(sheet: Sheet, cue: Cue) -> bool:
    """Tell whether a cue says as what something is seen, with nothing of its own to see ("dismissed as a drama")."""
    seen = any(sheet.words[c] == "as" for c in sheet.children(cue.head, "prep"))
    taken = sheet.child(cue.head, "dobj", "nsubjpass")
    gap = taken is None or sheet.words[taken] in ("which", "that", "whom")  # "a charge which he rejected as a lie"
    return seen and "as" in cue.entry.frames and gap


def _lacks_subject(sheet: Sheet, cue: Cue) -> bool:
    """Tell whether the clause a cue reports has a gap where its subject should stand ("which he says began")."""
    if "clause" not in cue.entry.frames:
        return False
    clause = next((c for c in sheet.children(cue.head, "ccomp") if c > cue.head), None)
    if clause is None:
        return False
    subject = sheet.child(clause, "nsubj", "nsubjpass", "expl")
    return subject is None or subject < cue.head


def relative_object(sheet: Sheet, cue: Cue) -> tuple[Fragment, ...]:
    """Return the noun that a relative clause speaks of ("a charge Yerevan rejected")."""
    noun = sheet.parse.heads[cue.head]
    if sheet.parse.deps[cue.head] != "relcl" or sheet.child(cue.head, "dobj") is not None:
        return ()
    subject = sheet.child(cue.head, "nsubj")
    if subject is not None and sheet.words[subject] in ("who", "which", "that"):
        return ()  # "Aden, who speaks for the movement": nobody speaks of Aden
    piece = trimmed(sheet, sheet.lefts[noun], noun + 1)
    return (piece,) if piece else ()


def holds_quotation(sheet: Sheet, content: tuple[Fragment, ...]) -> bool:
    """Tell whether content holds a quotation."""
    return any(sheet.quotes_in(*fragment) for fragment in content)


def right_start(sheet: Sheet, cue: Cue, voice: Voice, right: Right, bracket: Fragment) -> int | None:
    """Return where content right of the cue starts, by the parse or, where that shows none, by the words."""
    if right.start is not None or not cue.entry.frames & {"clause", "quote", "that"}:
        return right.start
    if voice.head < cue.head or voice.shared:
        return linear_right(sheet, cue, bracket[1])
    at = bracket[1]
    if at + 1 < sheet.sentence(cue.head).stop and sheet.words[at] in (",", ":") and sheet.is_opening(at + 1):
        return at + 1
    return None
