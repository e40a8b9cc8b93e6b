"""Combine what the tagger reads with what the rules find: spans, and cues that either does not know."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from standoff.attributing.cues import NEGATIVES, Cue, is_barred
from standoff.attributing.drafts import Draft, Fragment, Voice, around
from standoff.attributing.sheet import Sheet
from standoff.attributing.tagging.choose import SAME, is_better, shared, up_to
from standoff.codebook.acts import ActBook, CueEntry, CuePos

if TYPE_CHECKING:
    from standoff.attributing.tagging.tagger import Found

_REPORTING = frozenset({"VERB", "AUX", "NOUN", "ADJ", "SCONJ", "PUNCT"})
_NAMING = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ"})
_FRAMES = frozenset({"clause", "quote", "object"})


@dataclass(frozen=True, slots=True)
class Policy:
    """Hold the probabilities (0 to 1) at which the tagger overrules the rules, set on texts that neither was made on.

    A rules' cue is dropped below `drop`, inside another's content below `drop_inside`; a cue of the tagger alone is
    added from `add` (chance of the cue) and `worth` (that times the mean of its words' roles) on; the tagger's content
    is taken from `content` on, its source from `source`.
    `attitudes` are thoughts and wishes, which PolNeAR marks and our own gold does not.
    """

    drop: float = 0.05
    drop_inside: float = 0.01
    add: float = 0.8
    worth: float = 0.65
    content: float = 0.95
    source: float = 0.85
    attitudes: bool = False


DEFAULT = Policy()
UNIVOCAL = Policy(add=0.15, worth=0.32, attitudes=True)  # PolNeAR's convention: all that is read, from a belief on


def combined(
    sheet: Sheet, book: ActBook, ruled: tuple[Sequence[Cue], Sequence[Draft]], found: Sequence[Found], policy: Policy
) -> list[Draft]:
    """Return the drafts of rules and tagger together, in order of their cues; `ruled` are all cues and the drafts."""
    cues, drafts = ruled
    order = sorted(found, key=lambda one: one.cue)
    starts = [one.cue[0] for one in order]
    heads = sorted(sheet.parse.starts[draft.cue.head] for draft in drafts)
    taken: set[int] = set()
    result: list[Draft] = []
    for index, draft in enumerate(drafts):
        at = _partner(sheet, draft.cue, order, starts)
        if at is None:
            result.append(draft)
            continue
        taken.add(at)
        least = policy.drop_inside if _is_inside(sheet, drafts, index) else policy.drop
        if order[at].chance >= least or not draft.content:
            result.append(_revised(sheet, draft, order[at], (policy, heads)))
        elif _is_completed(sheet, draft.cue, order, bisect_right(starts, sheet.parse.stops[draft.cue.stem])):
            result.append(draft)
    known = {t: cue for cue in cues for t in cue.tokens}
    held = {t: draft for draft in result for t in draft.cue.tokens}
    admits = admitting(sheet, book, cues, policy)
    for at, one in enumerate(order):
        sure = at not in taken and not one.asked and one.chance >= policy.add and one.worth >= policy.worth
        if sure and admits(one.cue) and not _is_held(sheet, one, held):
            own = replace(one, content=_of_its_own(one, drafts))
            result += _new(sheet, book, own, (tokens_of(sheet, one.cue), known))
    return sorted(result, key=lambda draft: draft.cue.head)


def _is_held(sheet: Sheet, one: Found, held: Mapping[int, Draft]) -> bool:
    """Tell whether a cue is part of a draft's that has the same content, or of its noun ("repeated its [demand]")."""
    drafts = [(token, held[token]) for token in tokens_of(sheet, one.cue) if token in held]
    return any(sheet.parse.pos[t] == "NOUN" or shared(draft.content, one.content) >= SAME for t, draft in drafts)


def _of_its_own(one: Found, drafts: Sequence[Draft]) -> tuple[Fragment, ...]:
    """Return the content of a cue that the tagger alone reads without what another said before it in the sentence."""
    others = [fragment for draft in drafts if not draft.covers(one.cue[0]) for fragment in draft.content]
    kept = tuple(
        (start, stop)
        for start, stop in one.content
        if start > one.cue[0] or not any(a <= start and stop <= b <= one.cue[0] for a, b in others)
    )
    return kept or one.content


def admitting(sheet: Sheet, book: ActBook, cues: Sequence[Cue], policy: Policy) -> Callable[[Fragment], bool]:
    """Return what tells whether code points can be a cue that the tagger alone reads: it reports, and not a thought."""
    barred = {t for cue in cues if cue.entry.kind == "attitude" for t in cue.tokens}

    def admits(words: Fragment) -> bool:
        tokens = tokens_of(sheet, words)
        if not policy.attitudes and any(t in barred or _is_attitude(sheet, book, t) for t in tokens):
            return False
        if not tokens or _is_gloss(sheet, tokens):
            return False
        head = head_of(sheet, tokens)
        return _can_report(sheet, head) and not is_barred(sheet, book, head)

    return admits


def as_read(sheet: Sheet, book: ActBook, found: Sequence[Found]) -> Iterator[Draft]:
    """Yield drafts of what the tagger read, its own words as cue, source and content."""
    for one in found:
        if tokens := tokens_of(sheet, one.cue):
            voice = voice_of(sheet, one.source) if one.source else None
            yield Draft(_cue(sheet, book, tokens, one), voice, one.content)


def _is_inside(sheet: Sheet, drafts: Sequence[Draft], index: int) -> bool:
    """Tell whether a draft's cue stands in another's content, where the tagger sees fewer cues than there are."""
    head = sheet.parse.starts[drafts[index].cue.head]
    return any(other != index and drafts[other].covers(head) for other in around(drafts, index))


def _can_report(sheet: Sheet, head: int) -> bool:
    """Tell whether a token can head a cue: no adverb, article or name that stands beside one."""
    return sheet.parse.pos[head] in _REPORTING or sheet.words[head] in ("as", "via", "per")


def _is_gloss(sheet: Sheet, tokens: Sequence[int]) -> bool:
    """Tell whether a cue only says what words stand for, as in "he said, referring to the line"."""
    head = head_of(sheet, tokens)
    return sheet.parse.tags[head] == "VBG" and sheet.listed(head, "glosses")


def _is_attitude(sheet: Sheet, book: ActBook, token: int) -> bool:
    """Tell whether a verb is one of thinking or wishing, by its form where the lemma is mistaken ("hoped": "hop")."""
    word = sheet.words[token]
    if not sheet.parse.tags[token].startswith("VB") or not word.endswith(("d", "s")):
        return False
    return any(entry.kind == "attitude" and len(entry.words) == 1 for entry in book.starting("verb", word[:-1]))


def tokens_of(sheet: Sheet, fragment: Fragment) -> tuple[int, ...]:
    """Return the tokens of `[start, stop)` code points."""
    return tuple(sheet.parse.tokens_in(*fragment))


def _partner(sheet: Sheet, cue: Cue, order: Sequence[Found], starts: Sequence[int]) -> int | None:
    """Return the place of what the tagger reads at a cue's head, or at any word of it, or nothing."""
    start, stop = sheet.parse.starts[cue.tokens[0]], sheet.parse.stops[cue.tokens[-1]]
    head = sheet.parse.starts[cue.head]
    near = [
        at
        for at in range(max(0, bisect_left(starts, start) - 1), bisect_right(starts, stop))
        if order[at].cue[1] > start and order[at].cue[0] < stop
    ]
    return min(near, key=lambda at: (not order[at].cue[0] <= head < order[at].cue[1], -order[at].chance), default=None)


def _is_completed(sheet: Sheet, cue: Cue, order: Sequence[Found], after: int) -> bool:
    """Tell whether the tagger reads a cue only at the infinitive that completes it: "undertook to [tell] them"."""
    tokens = tokens_of(sheet, order[after].cue) if after < len(order) else ()
    return bool(tokens) and tokens[0] <= cue.stem + 2 and head_of(sheet, tokens) in sheet.children(cue.head, "xcomp")


def _revised(sheet: Sheet, draft: Draft, one: Found, by: tuple[Policy, Sequence[int]]) -> Draft:
    """Return a draft with the tagger's content and source where it is sure of others, `by` policy and cues' places."""
    policy, heads = by
    if draft.content and one.sure >= policy.content and is_better(sheet, draft, one.content, heads):
        draft = replace(draft, content=one.content)
    if draft.cue.entry.pos != "verb" or draft.cue.entry.kind == "hearsay" or one.source is None:
        return draft  # "denied the ministry's claim": whose claim it is the parse knows better
    if one.sure >= policy.source and not _meets(sheet, draft.voice, one.source):
        draft = replace(draft, voice=voice_of(sheet, one.source) or draft.voice)
        return replace(draft, content=up_to(sheet.page.document.text, draft.content, one.source[0]))
    return draft


def _meets(sheet: Sheet, voice: Voice | None, source: Fragment) -> bool:
    """Tell whether a voice shares a character with a source."""
    if voice is None:
        return False
    return sheet.parse.starts[voice.first] < source[1] and source[0] < sheet.parse.stops[voice.stop - 1]


def _new(sheet: Sheet, book: ActBook, one: Found, by: tuple[tuple[int, ...], Mapping[int, Cue]]) -> Iterator[Draft]:
    """Yield the draft of a cue that the tagger alone reads, unless its source names nobody; `by` tokens, known cues."""
    tokens, known = by
    voice = voice_of(sheet, one.source) if one.source else None
    if voice is not None and _is_told(sheet, book, head_of(sheet, tokens), voice):
        return
    if voice is not None or one.source is None:
        cue = next((known[t] for t in tokens if t in known), None) or _cue(sheet, book, tokens, one)
        yield Draft(cue, voice, one.content)


def _is_told(sheet: Sheet, book: ActBook, verb: int, voice: Voice) -> bool:
    """Tell whether the subject of a passive is who hears and not who speaks: "they were not told why"."""
    if voice.head not in sheet.children(verb, "nsubjpass"):
        return False
    entries = book.starting("verb", sheet.parse.lemmas[verb].lower())
    return any(entry.addressee == "object" and len(entry.words) == 1 for entry in entries)


def _cue(sheet: Sheet, book: ActBook, tokens: tuple[int, ...], one: Found) -> Cue:
    """Return a cue of words that the rules did not take for one; its act is the codebook's or the tagger's."""
    head = head_of(sheet, tokens)
    negated = any(sheet.words[t] in NEGATIVES for t in (*tokens, *sheet.parse.children[head]))
    pos = _part(sheet, head)
    entry = next(iter(book.starting(pos, sheet.parse.lemmas[head].lower())), None)
    if entry is None or len(entry.words) > 1 or entry.kind == "attitude":
        entry = CueEntry((sheet.parse.lemmas[head].lower(),), pos, one.act, _FRAMES, None, "speech")
    passive = any(sheet.parse.deps[c] == "auxpass" for c in sheet.parse.children[head])
    return Cue(entry, head, tokens, tokens[-1], negated, passive)


def _part(sheet: Sheet, head: int) -> CuePos:
    """Return the codebook's part of speech of a token."""
    tag = sheet.parse.tags[head]
    if tag.startswith("VB"):
        return "verb"
    return "noun" if tag.startswith("NN") else "prep"


def head_of(sheet: Sheet, tokens: Sequence[int]) -> int:
    """Return the token that heads some others: a verb whose head lies outside, else any such token."""
    inside = set(tokens)
    heads = [t for t in tokens if sheet.parse.heads[t] not in inside or sheet.parse.heads[t] == t]
    verbs = [t for t in tokens if sheet.parse.tags[t].startswith("VB")]
    return next((t for t in heads if t in verbs), None) or next(iter(verbs or heads))


def voice_of(sheet: Sheet, source: Fragment) -> Voice | None:
    """Return the tokens of a source with the noun that heads it, or nothing where it holds none."""
    tokens = _hyphened(sheet, tokens_of(sheet, source))
    while tokens and sheet.words[tokens[-1]] == ",":
        tokens = tokens[:-1]
    inside = set(tokens)
    nouns = [t for t in tokens if sheet.parse.pos[t] in _NAMING]
    heads = [t for t in nouns if sheet.parse.heads[t] not in inside or sheet.parse.heads[t] == t]
    head = next(iter(heads or nouns), None)
    return Voice(tokens[0], tokens[-1] + 1, head) if head is not None else None


def _hyphened(sheet: Sheet, tokens: tuple[int, ...]) -> tuple[int, ...]:
    """Return tokens with the rest of a name that was cut at its hyphen ("Moon Jae-" and "in")."""
    last = tokens[-1] if tokens else len(sheet.parse)
    while last + 1 < len(sheet.parse) and sheet.words[last][-1] in "-‐‑" and _touch(sheet, last):
        last += 1
    return (*tokens, *range(tokens[-1] + 1, last + 1)) if tokens else ()


def _touch(sheet: Sheet, token: int) -> bool:
    """Tell whether the next token follows without a space."""
    return sheet.parse.stops[token] == sheet.parse.starts[token + 1]
