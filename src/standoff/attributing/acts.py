"""Say what a speaker does: the act that the evidence weighs for, where that puts him, how directly and how surely."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from math import exp

from standoff.attributing.drafts import Draft
from standoff.attributing.evidence import content_tokens
from standoff.attributing.sheet import Sheet
from standoff.codebook.acts import ActBook, Polarity
from standoff.model.statement import Directness

_CLEAR, _CLEAR_DENIAL = 1.0, 0.8  # how much more an act must weigh than the usual one, set by cross-validation
_DENIALS = frozenset({"deny", "reject"})
_WORDS_OF_DENIAL = frozenset({"negated", "has:negation", "has:falsehood", "has:refusal"})
_CHARGES = frozenset({"accuse", "criticise"})
_SIGNS_OF_CHARGE = frozenset({
    "harm by:other", "harm by:named", "subject:other", "subject:named", "has:fault", "has:falsehood", "accuser",
    "suffered|by:True", "asks", "accused before",
})  # fmt: skip
_PLEDGES = frozenset({"is:committed", "root:commit", "is:ready"})
_NEUTRAL = frozenset({"inform", "assert", "comment"})
_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Chosen:
    """Hold the act chosen, its polarity, its share of the weight, and the features that spoke most for it."""

    act: str
    polarity: Polarity
    score: float
    features: Mapping[str, float]


def choose_act(draft: Draft, found: Sequence[str], book: ActBook) -> Chosen:
    """Return the act of a draft: of those its cue's usual act may become, the one that evidence weighs most for.

    Weights are rough where the main verb is plainly negated or obliges another: there the rule decides.
    """
    usual, negated, allowed = draft.cue.entry.act, draft.cue.negated, admitted(draft, book)
    totals = {act: weight for act, weight in weigh(found, book.weights).items() if act in allowed}
    ruled = plain_act(found, usual, allowed)
    act = ruled or weighed_act(totals, usual, set(found))
    top = max(totals.values(), default=0.0)
    score = exp(totals.get(act, 0.0) - top) / sum(exp(value - top) for value in totals.values()) if totals else 1.0
    telling = sorted(((book.weights.get(f, {}).get(act, 0.0), f) for f in found), reverse=True)[:_SHOWN]
    features = {f: w for w, f in telling if w > 0}
    if ruled:
        features[f"rule:{ruled}"] = 1.0
    return Chosen(act, book.polarity(act, negated), round(score, 3), features)


def weighed_act(totals: Mapping[str, float], usual: str, facts: Set[str]) -> str:
    """Return the act with most weight if it outweighs the usual act clearly; a denial or charge needs signs of one."""
    barred = frozenset() if usual not in _NEUTRAL or facts & _WORDS_OF_DENIAL else _DENIALS
    barred |= frozenset() if usual not in _NEUTRAL or facts & _SIGNS_OF_CHARGE else _CHARGES
    act = max((a for a in totals if a not in barred), key=lambda name: (totals[name], name == usual), default=usual)
    margin = _CLEAR_DENIAL if usual in _NEUTRAL and act in _DENIALS else _CLEAR
    return act if totals.get(act, 0.0) - totals.get(usual, 0.0) >= margin else usual


def admitted(draft: Draft, book: ActBook) -> tuple[str, ...]:
    """Return the acts a draft may have: its cue's usual act and, for speech, what that may become."""
    usual = draft.cue.entry.act
    if draft.cue.entry.kind in ("contact", "hearsay"):
        return (usual,)
    return (usual, *book.acts[usual].becomes)


def weigh(found: Iterable[str], weights: Mapping[str, Mapping[str, float]]) -> dict[str, float]:
    """Return the summed weight of each act over the features that hold."""
    totals: dict[str, float] = {}
    for feature in found:
        for act, weight in weights.get(feature, {}).items():
            totals[act] = totals.get(act, 0.0) + weight
    return totals


def plain_act(found: Iterable[str], usual: str, allowed: tuple[str, ...]) -> str | None:
    """Return the act that plain grammar gives, or nothing.

    A denial of own harm, a claim called false, a pledge, a call on others, a question, taking note.
    """
    facts = set(found)
    if usual == "request" and "has:question" in facts:
        return "comment"
    if "claim called false" in facts and "deny" in allowed:
        return "deny"
    if usual not in _NEUTRAL:
        return None
    own = facts & {f"subject:{kind}" for kind in ("own", "pronoun", "i", "we", "none")}
    denied = "harm denied" in facts or {"move denied", "accused before"} <= facts
    if "negated" in facts and denied and own and "deny" in allowed:
        return "deny"
    if "negated" not in facts and own and facts & _PLEDGES and "promise" in allowed:
        return "promise"
    if "duty on others" in facts:
        return "demand" if "tense:must" in facts else "urge"
    return "comment" if "watching" in facts else None


def directness(sheet: Sheet, draft: Draft) -> Directness:
    """Return direct where all content lies in quotation marks, mixed where some does, else indirect."""
    quoted = total = 0
    for start, stop in draft.content:
        total += stop - start
        quoted += sum(max(0, min(stop, q.stop) - max(start, q.start)) for q in sheet.quotes_in(start, stop))
    if not quoted:
        return "indirect"
    return "direct" if quoted >= total - 1 else "mixed"


def is_hedged(sheet: Sheet, draft: Draft, book: ActBook) -> bool:
    """Tell whether cue or content leaves the truth open in so many words."""
    if draft.cue.entry.hedge:
        return True
    hedges = book.words.get("hedges", frozenset())
    verb = draft.cue.head
    if any(sheet.words[c] in hedges and sheet.parse.deps[c] == "advmod" for c in sheet.parse.children[verb]):
        return True
    return any(
        sheet.words[t] in hedges and sheet.parse.pos[t] not in ("NOUN", "ADJ")
        for t in content_tokens(sheet, draft)[:12]
    )
