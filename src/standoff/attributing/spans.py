"""Find the spans of attributions by rules over the parse: one draft a cue that has content or needs none."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from standoff.attributing.asides import adverb_draft, hearsay_draft, noun_draft, phrase_draft, said_again
from standoff.attributing.borders import right_stop, trimmed
from standoff.attributing.brackets import (
    bare,
    bracket_of,
    complement_before,
    ends_quote,
    holds_quotation,
    inside,
    is_cut_in_two,
    left_of,
    relative_object,
    resumed,
    right_start,
    round_relative,
    taken_up,
)
from standoff.attributing.contents import Right, right_fragments, scan_right
from standoff.attributing.cues import Cue, find_cues
from standoff.attributing.drafts import Draft, Fragment, Voice
from standoff.attributing.elided import parted_object, shared_object, stands_alone
from standoff.attributing.joins import join_quotations
from standoff.attributing.sheet import Sheet
from standoff.attributing.signed import by_layout
from standoff.attributing.sources import find_voice
from standoff.attributing.tidying import tidied
from standoff.attributing.turns import questions
from standoff.attributing.unspoken import unspoken
from standoff.codebook.acts import ActBook

_TAKING_SUBJECTS = frozenset({"object", "of", "for", "to", "clause"})
_JUDGING = frozenset({"deny", "reject", "confirm", "support", "criticise"})
_ASKING = frozenset({"accuse", "urge", "request", "demand", "warn"})


Reviser = Callable[[Sheet, Sequence[Cue], list[Draft]], list[Draft]]


@dataclass(frozen=True, slots=True)
class Clause:
    """Hold a reporting clause: its cue, source, what the parse shows right of it, and the tokens it takes."""

    cue: Cue
    voice: Voice
    right: Right
    bracket: Fragment


def unchanged(_sheet: Sheet, _cues: Sequence[Cue], drafts: list[Draft]) -> list[Draft]:
    """Return the drafts of the rules as they are."""
    return drafts


def find_drafts(sheet: Sheet, book: ActBook, revise: Reviser = unchanged) -> tuple[Draft, ...]:
    """Return the drafts of a page in text order of their cues; `revise` may change what the rules found."""
    found = list(find_cues(sheet, book))
    cues = [cue for cue in found if cue.entry.kind != "attitude"]
    marked = replace(sheet, speaking=frozenset(cue.head for cue in cues if cue.entry.pos == "verb"))
    drafts = [draft for cue in cues if (draft := _draft(marked, cue, book)) is not None]
    revised = list(revise(marked, found, drafts))
    turns = list(by_layout(marked))
    colons = {draft.cue.head for draft in turns}
    revised = [draft for draft in revised if draft.cue.head not in colons]  # a turn goes on to its paragraph's end
    revised += [draft for draft in turns if not _is_taken(marked, draft, revised, inner=True)]
    labelled = list(unspoken(marked, book))
    asked = questions(marked) if labelled else frozenset()
    for draft in labelled:  # "Roe: we ordered it" says nothing more, 'Roe: "I have ordered it"' does
        quoted = marked.is_opening(marked.parse.token_at(draft.content[0][0]))
        mute = draft.cue.head in asked or _is_taken(marked, draft, revised, inner=quoted)
        revised += [] if mute else [draft]
    return join_quotations(marked, tidied(marked, sorted(revised, key=lambda draft: draft.cue.head), book))


def _is_taken(sheet: Sheet, draft: Draft, drafts: list[Draft], inner: bool = False) -> bool:
    """Tell whether what a draft holds is the content of another that has a cue of its own.

    With `inner`, those whose cue it holds do not count: they are reported in it.
    """
    start, stop = draft.content[0]
    others = [other for other in drafts if not (inner and draft.covers(sheet.parse.starts[other.cue.head]))]
    return any(a < stop and start < b for other in others for a, b in other.content)


def _draft(sheet: Sheet, cue: Cue, book: ActBook) -> Draft | None:
    """Return the draft of a cue by its part of speech, or nothing where it speaks of no speech."""
    if cue.entry.pos == "noun":
        return noun_draft(sheet, cue)
    if cue.entry.pos == "adverb":
        return adverb_draft(sheet, cue, book)
    if cue.entry.pos == "prep":
        return phrase_draft(sheet, cue)
    if cue.entry.kind == "hearsay":
        return hearsay_draft(sheet, cue)
    voice = find_voice(sheet, cue)
    if cue.passive:
        return _passive(sheet, cue, voice, book)
    if voice is None:
        return None
    return _active(sheet, cue, voice, book)


def _active(sheet: Sheet, cue: Cue, voice: Voice, book: ActBook) -> Draft | None:
    """Return the draft of an active verb: content right of it, else left, else both sides of a bracket."""
    right = scan_right(sheet, cue, book, voice)
    beside = (*right.adjuncts, *((right.addressee,) if right.addressee else ()))
    clause = Clause(cue, voice, right, bracket_of(sheet, cue, voice, beside))
    found = _both_sides(sheet, clause, book)
    if not found and cue.entry.frames & {"clause", "object"}:
        found = relative_object(sheet, cue)
    elif found:
        found = (*taken_up(sheet, cue), *found)
    found = found or shared_object(sheet, cue) or parted_object(sheet, cue)
    if not found and cue.entry.kind != "omission" and not stands_alone(sheet, cue):
        return None
    found = (*inside(sheet, cue), *found)
    spoken = holds_quotation(sheet, found) or complement_before(sheet, cue, cue.head)
    if "quote" in cue.entry.frames and not spoken:
        return None
    draft = said_again(sheet, Draft(cue, voice, found, right.addressee, right.adjuncts), book)
    return _with_partner(sheet, draft) if cue.entry.addressee == "with" and right.addressee is None else draft


def _with_partner(sheet: Sheet, draft: Draft) -> Draft:
    """Return a talk's draft with whom it was held, hung on the topic by the parser ("discussed the road with X")."""
    topics = sheet.children(draft.cue.head, "dobj")
    links = [c for topic in topics for c in sheet.children(topic, "prep") if sheet.words[c] == "with"]
    if not links:
        return draft
    link = links[-1]
    kept = [trimmed(sheet, sheet.parse.token_at(start), link) for start, _ in draft.content[:1]]
    content = tuple(piece for piece in kept if piece is not None)
    partner = (link, sheet.rights[link] + 1)
    return replace(draft, content=content, addressee=partner) if content else draft


def _both_sides(sheet: Sheet, clause: Clause, book: ActBook) -> tuple[Fragment, ...]:
    """Return the fragments of content left and right of a reporting clause."""
    cue, bracket = clause.cue, clause.bracket
    if interrupted := round_relative(sheet, cue, bracket):
        return interrupted
    start = right_start(sheet, cue, clause.voice, clause.right, bracket)
    left = left_of(sheet, cue, bracket) if _looks_left(sheet, clause, start) else None
    if start is not None and (left is None or sheet.is_opening(start) or is_cut_in_two(sheet, cue, bracket, start)):
        after = right_fragments(sheet, cue, start, book)
    elif left is not None:
        after = resumed(sheet, cue, bracket, book)
    else:
        after = bare(sheet, cue, bracket, book)
    return (*((left,) if left else ()), *after)


def _looks_left(sheet: Sheet, clause: Clause, start: int | None) -> bool:
    """Tell whether content may stand before a reporting clause: nothing after it, or a quotation on either side."""
    if clause.voice.shared or not clause.cue.entry.frames & {"clause", "quote"}:
        return False
    if start is None or (sheet.is_opening(start) and clause.right.shape != "object"):
        return True
    if is_cut_in_two(sheet, clause.cue, clause.bracket, start):
        return True
    return clause.bracket[0] > 0 and ends_quote(sheet, clause.bracket[0] - 1) and sheet.words[start - 1] == ","


def _passive(sheet: Sheet, cue: Cue, voice: Voice | None, book: ActBook) -> Draft | None:
    """Return the draft of a passive verb: what is said is its subject, and the source an agent or nobody."""
    subject = _passive_subject(sheet, cue.head)
    if voice is None and cue.entry.act not in _ASKING and not _is_expletive(sheet, cue, subject):
        return None
    if not (cue.entry.frames & _TAKING_SUBJECTS or cue.entry.addressee or _is_expletive(sheet, cue, subject)):
        return None
    right = scan_right(sheet, cue, book, voice)
    told, addressee = _told_of(sheet, cue, subject)
    content: list[Fragment | None] = [*told]
    start = right.start
    if start is None and voice is not None and sheet.words[min(voice.stop, len(sheet.parse) - 1)] in cue.entry.frames:
        start = voice.stop
    if start is not None:
        content.append(trimmed(sheet, start, right_stop(sheet, cue, start, book)))
    elif voice is None and cue.entry.act in _ASKING:
        return None
    found = tuple(sorted(fragment for fragment in content if fragment is not None))
    return Draft(cue, voice, found, addressee, right.adjuncts) if found else None


def _passive_subject(sheet: Sheet, verb: int) -> int | None:
    """Return the subject of a passive, or that of the passive it is joined on to ("was held and accused")."""
    own, before = sheet.child(verb, "nsubjpass", "nsubj"), sheet.parse.heads[verb]
    if own is None and sheet.parse.deps[verb] == "conj" and sheet.child(before, "auxpass") is not None:
        return sheet.child(before, "nsubjpass")
    return own


def _told_of(sheet: Sheet, cue: Cue, subject: int | None) -> tuple[tuple[Fragment | None, ...], Fragment | None]:
    """Return what a passive verb is said of, and whom it addresses: one of them is its subject."""
    if subject is None:
        return (_taken_up_by(sheet, cue),), None
    if sheet.words[subject] == "it":
        return (), None
    extent = (sheet.lefts[subject], sheet.rights[subject] + 1)
    if cue.entry.addressee == "object" and "clause" in cue.entry.frames:
        return (), extent
    if subject < cue.head and sheet.words[subject] in ("which", "that"):
        return relative_object(sheet, cue), None
    return ((trimmed(sheet, *extent),) if subject < cue.head and sheet.words[subject] != "who" else ()), None


def _taken_up_by(sheet: Sheet, cue: Cue) -> Fragment | None:
    """Return the noun by which a participle takes up what was told: "a claim dismissed by Baku"."""
    noun = sheet.parse.heads[cue.head]
    if sheet.parse.deps[cue.head] != "acl" or cue.entry.act not in _JUDGING or not sheet.listed(noun, "taken_up"):
        return None
    return trimmed(sheet, sheet.lefts[noun], noun + 1)


def _is_expletive(sheet: Sheet, cue: Cue, subject: int | None) -> bool:
    """Tell whether a passive has the empty subject of "it was noted that ..."."""
    if subject is None or sheet.words[subject] != "it":
        return False
    return any(sheet.parse.deps[c] == "ccomp" and c > cue.head for c in sheet.parse.children[cue.head])
