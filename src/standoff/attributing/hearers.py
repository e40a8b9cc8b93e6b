"""Name to whom something is said: the hearer of the verb, whom an appeal asks, who would have to do what is asked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from standoff.attributing.adjuncts import noun_channel
from standoff.attributing.drafts import Draft, Fragment, Voice
from standoff.attributing.evidence import content_root, content_tokens
from standoff.attributing.saying import goes_on
from standoff.attributing.sheet import Sheet
from standoff.attributing.speakers import local_of, tie_at, ties_of
from standoff.codebook.acts import ActBook
from standoff.model.entity import PartyRef

_ASKING = frozenset({"urge", "request", "demand"})
_PRESSING = _ASKING | {"warn", "threaten"}
_DUTIES = frozenset({"must", "should", "ought", "shall"})
_ADDRESSED = _PRESSING | {"thank"}
_TELLING = frozenset({"inform", "assert", "assess", "comment", "confirm", "deny"})


def asked(sheet: Sheet, draft: Draft) -> Fragment | None:
    """Return the tokens of whom an act is addressed to inside its own content: "urged [both sides] to ..."."""
    if draft.cue.entry.act not in _ADDRESSED or draft.cue.passive or draft.cue.entry.pos != "verb":
        return None
    verb = draft.cue.head
    takers = [c for t in draft.cue.tokens for c in sheet.children(t, "dobj", "pobj") if c > draft.cue.stem]
    clauses = [c for c in sheet.parse.children[verb] if sheet.parse.deps[c] in ("xcomp", "ccomp", "advcl") and c > verb]
    for clause in clauses:
        if sheet.words[sheet.lefts[clause]] != "that" and any(
            sheet.parse.tags[c] == "TO" for c in sheet.parse.children[clause]
        ):
            takers += sheet.children(clause, "nsubj")
    if not takers or not (clauses or draft.cue.entry.act in ("thank", "threaten") or len(draft.cue.tokens) > 1):
        return None
    taker = min(takers)
    if sheet.parse.pos[taker] not in ("PROPN", "PRON") and not tie_at(
        sheet, Voice(sheet.lefts[taker], taker + 1, taker), taker
    ):
        return None
    return sheet.lefts[taker], sheet.rights[taker] + 1


def obliged(sheet: Sheet, draft: Draft, act: str, principal: PartyRef | None) -> PartyRef | None:
    """Return who would have to do what a content asks or threatens, for troops whose they are; never the speaker.

    The subject of a duty or a wish ("that [Chad] pull back"), the doer or patient of a noun of doing ("the withdrawal
    of [Chad]'s army", "restraint by [Chad]"), or whom a threat would hit ("threatened to shell [Chad]").
    """
    root = content_root(sheet, content_tokens(sheet, draft)) if act in _PRESSING else None
    if root is None:
        return None
    doers = (
        _duty_bound(sheet, draft, root) if sheet.parse.pos[root] in ("VERB", "AUX") else _bound_by(sheet, draft, root)
    )
    if not doers and draft.cue.entry.act == "threaten":
        doers = sheet.children(root, "dobj")
    party = _party(sheet, doers[0]) if doers else None
    if party is None or (principal is not None and principal.state in (party.state, party.party)):
        return None
    return party


def _party(sheet: Sheet, noun: int) -> PartyRef | None:
    """Return the one party of the codebook that a noun stands for, the state for its troops."""
    if sheet.parse.pos[noun] not in ("PROPN", "NOUN") or sheet.child(noun, "conj") is not None:
        return None
    tie = tie_at(sheet, Voice(sheet.lefts[noun], noun + 1, noun), noun)
    if tie is None or len(tie.parties) != 1 or tie.parties[0].party is None:
        return None
    return tie.principal if tie.parties[0].kind == "armed_force" and tie.principal else tie.parties[0]


def _duty_bound(sheet: Sheet, draft: Draft, verb: int) -> list[int]:
    """Return the subject of a verb that says what ought to be, or after a call what is wished."""
    asking = draft.cue.entry.act in _ASKING  # after which "that they withdraw" is a wish, whatever the tagger calls it
    wished = asking and sheet.parse.tags[verb] in ("VB", "VBP")
    return sheet.children(verb, "nsubj")[:1] if wished or _is_duty(sheet, verb) else []


def _bound_by(sheet: Sheet, draft: Draft, noun: int) -> list[int]:
    """Return whose doing a noun names: "restraint by X", "the withdrawal of X's troops", "the resignation of X"."""
    links = [*sheet.children(noun, "prep", "agent"), *sheet.children(draft.cue.head, "prep")]
    after = [link for link in links if link > noun]
    doers = [c for link in after if sheet.words[link] == "by" for c in sheet.children(link, "pobj")]
    if not sheet.listed(noun, "own_doing"):
        return doers
    return doers or [
        *sheet.children(noun, "poss"),
        *(c for link in after if sheet.words[link] == "of" for c in sheet.children(link, "pobj")),
    ]


def heard_before(sheet: Sheet, drafts: Sequence[Draft], heard: Sequence[PartyRef | None]) -> Iterator[PartyRef | None]:
    """Yield to whom each draft is said: where none is told, whom the same speech was told to ("He added that")."""
    last: PartyRef | None = None
    for index, (draft, own) in enumerate(zip(drafts, heard, strict=True)):
        telling = draft.cue.entry.act in _TELLING
        going = index > 0 and telling and draft.addressee is None and goes_on(sheet, draft, drafts[index - 1])
        hearer = own or (last if going else None)
        yield hearer
        last = hearer if telling else None


def _is_duty(sheet: Sheet, verb: int) -> bool:
    """Tell whether a verb says what ought to be: "must go", "has to go", "that it go"."""
    parse = sheet.parse
    if any(sheet.words[c] in _DUTIES for c in parse.children[verb]):
        return True
    if parse.lemmas[verb].lower() in ("have", "need", "ought") and sheet.child(verb, "xcomp") is not None:
        return True
    return parse.tags[verb] == "VB" and not any(parse.deps[c] in ("aux", "auxpass") for c in parse.children[verb])


def name_hearer(sheet: Sheet, tokens: Fragment | None, book: ActBook) -> PartyRef | None:
    """Return the party an addressee stands for, or its words where it is none or several; a briefing is no hearer."""
    if tokens is None:
        return None
    first, stop = tokens
    while first < stop - 1 and sheet.parse.pos[first] in ("ADP", "PART", "PUNCT", "SCONJ"):
        first += 1
    head = sheet.parse.head_of(sheet.parse.starts[first], sheet.parse.stops[stop - 1])
    if head is None:
        return None
    voice = Voice(first, min(stop, _short(sheet, first, stop)), head)
    ties = ties_of(sheet, voice)
    if ties and len({ref for tie in ties for ref in tie.parties}) == 1:
        return ties[0].parties[0]
    return None if noun_channel(sheet, head, book) else local_of(sheet, voice)


def _short(sheet: Sheet, first: int, stop: int) -> int:
    """Return where an addressee ends: before a relative clause or a quotation."""
    for token in range(first + 1, stop):
        if sheet.parse.deps[token] in ("relcl", "ccomp", "acl") or sheet.is_opening(token):
            return max(first + 1, min(sheet.lefts[token], token))
    return stop
