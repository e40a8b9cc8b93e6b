"""Find the spans of attributions by rules over the parse: one draft a cue that has content or needs none."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from standoff.attributing.borders import right_stop, trimmed
from standoff.attributing.contents import Right, left_fragment, linear_right, right_fragments, scan_right
from standoff.attributing.cues import Cue, find_cues
from standoff.attributing.drafts import Draft, Fragment, Voice
from standoff.attributing.joins import join_quotations
from standoff.attributing.sheet import Sheet, segment
from standoff.attributing.sources import find_voice, noun_voice, phrase_voice
from standoff.attributing.tidying import tidied
from standoff.codebook.acts import GAP, ActBook

_BEFORE_BRACKET = frozenset({",", '"', "”", "'", "’", "»", "?", "!", "–", "—", "-", ";", "...", "“", ":", "."})
_ASKING = frozenset({"accuse", "urge", "request", "demand", "warn"})
_NEW_CLAUSE = frozenset({"and", "but", "though", "although", "while", "who", "which", "as", "when", "where"})
_EMPTY_OBJECTS = frozenset(
    {
        "nothing",
        "so",
        "it",
        "this",
        "that",
        "much",
        "more",
        "something",
        "what",
        "which",
        "whom",
        "yes",
        "no",
        "goodbye",
        "hello",
        "prayers",
    }
)
_OPENERS = frozenset({"and", "but", "as", "or", "so", "also"})


def find_drafts(sheet: Sheet, book: ActBook) -> tuple[Draft, ...]:
    """Return the drafts of a page in text order of their cues."""
    cues = [cue for cue in find_cues(sheet, book) if cue.entry.kind != "attitude"]
    marked = replace(sheet, speaking=frozenset(cue.head for cue in cues if cue.entry.pos == "verb"))
    drafts = [draft for cue in cues if (draft := _draft(marked, cue, book)) is not None]
    return join_quotations(marked, tidied(marked, drafts, book))


def _draft(sheet: Sheet, cue: Cue, book: ActBook) -> Draft | None:
    """Return the draft of a cue by its part of speech, or nothing where it speaks of no speech."""
    if cue.entry.pos == "noun":
        return _noun(sheet, cue)
    if cue.entry.pos == "adverb":
        return _adverb(sheet, cue, book)
    if cue.entry.pos == "prep":
        return _phrase(sheet, cue)
    if cue.entry.kind == "hearsay":
        return _hearsay(sheet, cue)
    voice = find_voice(sheet, cue)
    if cue.passive:
        return _passive(sheet, cue, voice, book)
    if voice is None:
        return None
    return _active(sheet, cue, voice, book)


def _active(sheet: Sheet, cue: Cue, voice: Voice, book: ActBook) -> Draft | None:
    """Return the draft of an active verb: content right of it, else left, else both sides of a bracket."""
    right = scan_right(sheet, cue, book, voice)
    bracket = _bracket(sheet, cue, voice, (*right.adjuncts, *((right.addressee,) if right.addressee else ())))
    found = _both_sides(sheet, cue, bracket, _start(sheet, cue, voice, right, bracket), right, voice, book)
    if not found and cue.entry.frames & {"clause", "object"}:
        found = _relative_object(sheet, cue)
    elif found:
        found = (*_taken_up(sheet, cue), *found)
    if not found and cue.entry.kind != "omission":
        return None
    if (
        "quote" in cue.entry.frames
        and not _holds_quotation(sheet, found)
        and not _complement_before(sheet, cue, cue.head)
    ):
        return None
    return Draft(cue, voice, found, right.addressee, right.adjuncts)


def _start(sheet: Sheet, cue: Cue, voice: Voice, right: Right, bracket: Fragment) -> int | None:
    """Return where content right of the cue starts, by the parse or, where that shows none, by the words."""
    if right.start is not None or not cue.entry.frames & {"clause", "quote", "that"}:
        return right.start
    if voice.head < cue.head or voice.shared:
        return linear_right(sheet, cue, bracket[1])
    at = bracket[1]
    if at + 1 < sheet.sentence(cue.head).stop and sheet.words[at] in (",", ":") and sheet.is_opening(at + 1):
        return at + 1
    return None


def _both_sides(
    sheet: Sheet, cue: Cue, bracket: Fragment, start: int | None, right: Right, voice: Voice, book: ActBook
) -> tuple[Fragment, ...]:
    """Return the fragments of content left and right of a reporting clause."""
    left = None
    quoted_on = start is not None and sheet.is_opening(start)
    if cue.entry.frames & {"clause", "quote"} and not voice.shared:
        quoted_before = bracket[0] > 0 and _ends_quote(sheet, bracket[0] - 1)
        if (
            start is None
            or (quoted_on and right.shape != "object")
            or (quoted_before and sheet.words[start - 1] == ",")
        ):
            left = _left(sheet, cue, bracket)
            if left is not None and not quoted_on:
                start = None
    if start is not None:
        after = right_fragments(sheet, cue, start, book)
    elif left is not None:
        after = _resumed(sheet, cue, bracket, book)
    else:
        after = _bare(sheet, cue, bracket, book)
    return (*((left,) if left else ()), *after)


def _bare(sheet: Sheet, cue: Cue, bracket: Fragment, book: ActBook) -> tuple[Fragment, ...]:
    """Return what stands right after a verb of saying where the parser took a clause for an object."""
    taken = sheet.child(cue.head, "dobj")
    if "clause" not in cue.entry.frames or taken is None or taken < cue.head or sheet.words[taken] in _EMPTY_OBJECTS:
        return ()
    start = max(bracket[1], sheet.lefts[taken])
    if start > taken or sheet.words[start] == ",":
        return ()
    return right_fragments(sheet, cue, start, book)


def _taken_up(sheet: Sheet, cue: Cue) -> tuple[Fragment, ...]:
    """Return the noun that "a version the army calls ..." is said of, where more content follows the cue."""
    noun = sheet.parse.heads[cue.head]
    if sheet.parse.deps[cue.head] != "relcl" or cue.entry.pos != "verb" or cue.entry.kind != "speech":
        return ()
    subject = sheet.child(cue.head, "nsubj")
    if subject is None or sheet.words[subject] in ("who", "which", "that"):
        return ()
    if not cue.entry.frames & {"call", "clause"} or noun > cue.head:
        return ()
    if any(sheet.words[c] in ("where", "when", "why", "whom") for c in sheet.parse.children[cue.head]):
        return ()
    piece = trimmed(sheet, sheet.lefts[noun], noun + 1)
    return (piece,) if piece else ()


def _relative_object(sheet: Sheet, cue: Cue) -> tuple[Fragment, ...]:
    """Return the noun that a relative clause speaks of ("a charge Yerevan rejected")."""
    noun = sheet.parse.heads[cue.head]
    if sheet.parse.deps[cue.head] != "relcl" or sheet.child(cue.head, "dobj") is not None:
        return ()
    piece = trimmed(sheet, sheet.lefts[noun], noun + 1)
    return (piece,) if piece else ()


def _holds_quotation(sheet: Sheet, content: tuple[Fragment, ...]) -> bool:
    """Tell whether content holds a quotation."""
    return any(start < q.stop and q.start < stop for start, stop in content for q in sheet.quotes)


def _bracket(sheet: Sheet, cue: Cue, voice: Voice, adjuncts: tuple[Fragment, ...]) -> Fragment:
    """Return the tokens of a reporting clause: source, cue and what stands beside it."""
    first, stop = cue.tokens[0], cue.tokens[-1] + 1
    if not voice.shared:
        first, stop = min(first, voice.first), max(stop, voice.stop)
        if voice.head > cue.head:
            stop = max(stop, voice.stop)
    stop = max(stop, cue.stem + 1)
    for left, after in adjuncts:
        if left <= stop + 1:
            stop = max(stop, after)
    sentence = sheet.sentence(cue.head)
    while first - 1 > sentence.start and (
        sheet.words[first - 1] in _OPENERS or sheet.parse.deps[first - 1] == "advmod"
    ):
        first -= 1
    return max(first, sentence.start), stop


def _left(sheet: Sheet, cue: Cue, bracket: Fragment) -> Fragment | None:
    """Return the content before a reporting clause, or nothing where none can stand there."""
    if cue.entry.kind not in ("speech", "relay", "omission"):
        return None
    sentence = segment(sheet, cue.head)
    quote = sheet.quote_at(cue.head)
    if quote is not None and quote.last > cue.head:
        sentence = range(max(sentence.start, quote.first + 1), sentence.stop)
    before = bracket[0] - 1
    if before < 0 or (before < sentence.start and not _ends_quote(sheet, before)):
        return None
    if sheet.words[before] not in _BEFORE_BRACKET and not _complement_before(sheet, cue, bracket[0]):
        return None
    floor = sentence.start if before >= sentence.start else bracket[0] - 1
    if before >= sentence.start and not _is_said_before(sheet, cue, floor, bracket[0]):
        return None
    return left_fragment(sheet, bracket, floor)


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


def _ends_quote(sheet: Sheet, token: int) -> bool:
    """Tell whether a quotation ends with a token."""
    quote = sheet.quote_at(token)
    return quote is not None and quote.last == token and sheet.block_of(token) == sheet.block_of(token + 1)


def _complement_before(sheet: Sheet, cue: Cue, first: int) -> bool:
    """Tell whether the verb's clausal complement stands before the reporting clause."""
    return any(sheet.parse.deps[c] == "ccomp" and c < first for c in sheet.parse.children[cue.head])


def _resumed(sheet: Sheet, cue: Cue, bracket: Fragment, book: ActBook) -> tuple[Fragment, ...]:
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


def _passive(sheet: Sheet, cue: Cue, voice: Voice | None, book: ActBook) -> Draft | None:
    """Return the draft of a passive verb: what is said is its subject, and the source an agent or nobody."""
    subject = sheet.child(cue.head, "nsubjpass", "nsubj")
    if voice is None and cue.entry.act not in _ASKING and not _is_expletive(sheet, cue, subject):
        return None
    right = scan_right(sheet, cue, book, voice)
    content: list[Fragment | None] = []
    addressee = None
    if subject is not None and sheet.words[subject] != "it":
        extent = (sheet.lefts[subject], sheet.rights[subject] + 1)
        if cue.entry.addressee == "object" and "clause" in cue.entry.frames:
            addressee = extent
        elif subject < cue.head and sheet.words[subject] not in ("who", "which", "that"):
            content.append(trimmed(sheet, *extent))
    start = right.start
    if start is not None:
        content.append(trimmed(sheet, start, right_stop(sheet, cue, start, book)))
    elif voice is None and cue.entry.act in _ASKING:
        return None
    found = tuple(sorted(fragment for fragment in content if fragment is not None))
    return Draft(cue, voice, found, addressee, right.adjuncts) if found else None


def _is_expletive(sheet: Sheet, cue: Cue, subject: int | None) -> bool:
    """Tell whether a passive has the empty subject of "it was noted that ..."."""
    if subject is None or sheet.words[subject] != "it":
        return False
    return any(sheet.parse.deps[c] == "ccomp" and c > cue.head for c in sheet.parse.children[cue.head])


def _hearsay(sheet: Sheet, cue: Cue) -> Draft | None:
    """Return the draft of "are said to ...": what stands round the cue, said by nobody in particular."""
    subject = sheet.child(cue.head, "nsubjpass", "nsubj")
    rest = next(
        (c for c in sheet.parse.children[cue.head] if sheet.parse.deps[c] in ("xcomp", "ccomp") and c > cue.stem), None
    )
    if rest is None:
        return None
    after = trimmed(sheet, max(cue.stem + 1, sheet.lefts[rest]), sheet.rights[rest] + 1)
    before = None
    if subject is not None and sheet.words[subject] not in ("it", "that", "which", "who"):
        before = trimmed(sheet, sheet.lefts[subject], sheet.rights[subject] + 1)
    found = tuple(fragment for fragment in (before, after) if fragment is not None)
    return Draft(cue, None, found) if found else None


def _adverb(sheet: Sheet, cue: Cue, book: ActBook) -> Draft | None:
    """Return the draft of "reportedly": the clause round the adverb."""
    verb = sheet.parse.heads[cue.head]
    if not sheet.parse.tags[verb].startswith(("VB", "MD")):
        return None
    if any(e.kind == "speech" for e in book.starting("verb", sheet.parse.lemmas[verb].lower())) and _says(sheet, verb):
        return None
    sentence = sheet.sentence(verb)
    first, stop = max(sheet.lefts[verb], sentence.start), min(sheet.rights[verb] + 1, sentence.stop)
    for child in sheet.children(verb, "cc"):
        if child > cue.head and any(sheet.child(c, "nsubj", "nsubjpass") for c in sheet.children(verb, "conj")):
            stop = min(stop, child)
    pieces = (trimmed(sheet, first, cue.head), trimmed(sheet, cue.head + 1, stop))
    found = tuple(piece for piece in pieces if piece is not None)
    return Draft(cue, None, found) if found else None


def _says(sheet: Sheet, verb: int) -> bool:
    """Tell whether a verb has a clausal complement, as one that reports has."""
    return any(sheet.parse.deps[c] in ("ccomp", "xcomp") for c in sheet.parse.children[verb])


def _phrase(sheet: Sheet, cue: Cue) -> Draft | None:
    """Return the draft of "according to": the sentence without the phrase."""
    owned = GAP in cue.entry.words
    voice = noun_voice(sheet, cue.stem) if owned else phrase_voice(sheet, cue.stem) or phrase_voice(sheet, cue.head)
    if voice is None:
        return None
    sentence = segment(sheet, cue.head)
    stop = max(voice.stop, cue.stem + 1)
    last = sheet.rights[voice.head]
    while stop < sentence.stop and stop <= last and (sheet.words[stop] != "," or sheet.parse.deps[stop + 1] == "relcl"):
        stop += 1
    after = trimmed(sheet, stop, sentence.stop)
    before = trimmed(sheet, sentence.start, cue.head)
    if before is not None and after is not None and _is_new_clause(sheet, sentence.start, cue.head, stop):
        after = None
    found = tuple(piece for piece in (before, after) if piece is not None)
    return Draft(cue, voice, found) if found else None


def _is_new_clause(sheet: Sheet, start: int, cue: int, stop: int) -> bool:
    """Tell whether what follows a phrase such as "according to" is a clause of its own after a finished one."""
    finite = any(sheet.parse.tags[t] in ("VBD", "VBZ", "VBP", "MD") for t in range(start, cue))
    return finite and any(sheet.words[t] in _NEW_CLAUSE for t in range(stop, min(stop + 2, len(sheet.parse))))


def _noun(sheet: Sheet, cue: Cue) -> Draft | None:
    """Return the draft of a cue noun with an owner and a clause, infinitive or phrase that says what."""
    voice = noun_voice(sheet, cue.head)
    if voice is None:
        return None
    start = next(_noun_contents(sheet, cue), None)
    if start is None:
        return None
    content = trimmed(sheet, sheet.lefts[start], sheet.rights[start] + 1)
    return Draft(cue, voice, (content,)) if content else None


def _noun_contents(sheet: Sheet, cue: Cue) -> Iterator[int]:
    """Yield the dependents of a cue noun that say what was said."""
    for child in sheet.parse.children[cue.head]:
        if child < cue.stem:
            continue
        dep = sheet.parse.deps[child]
        if dep in ("ccomp", "acl", "relcl") and sheet.words[sheet.lefts[child]] in ("that", "to"):
            yield child
        elif dep == "prep" and sheet.words[child] in ("of", "for", "about", "against"):
            yield child
