"""Say what a speaker does: the act that the evidence weighs for, where that puts him, how directly and how surely."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from math import exp

from standoff.attributing.drafts import Draft
from standoff.attributing.evidence import WORD, content_root, content_tokens
from standoff.attributing.sheet import Sheet
from standoff.attributing.wording import SPEAKING
from standoff.codebook.acts import ActBook, Polarity
from standoff.model.statement import Directness

_USUAL = 1.0  # weight that the usual act of a cue has before all evidence, set by cross-validation
_DENIALS = frozenset({"deny", "reject"})
_WORDS_OF_DENIAL = frozenset({"negated", "has:negation", "has:falsehood", "has:refusal"})
_PLEDGES = frozenset({"is:committed", "root:commit"})
_OFFERS = frozenset({"is:ready", "is:willing", "is:prepared"})
_NEUTRAL = frozenset({"inform", "assert", "comment"})
_CHARGES = frozenset({"accuse", "criticise"})
_OWN_HARM = frozenset({"harm:i", "harm:we", "harm:own"})
_HARM_OF_OTHERS = frozenset({"harm:you", "harm:foe", "harm:other", "harm:named", "harm:people"})
_APART = frozenset({",", ":", "–", "—", "-"})  # what sets a quotation off from the verb before it
_SHOWN = 5
_FEW = 6  # acts that are summed one by one sooner than all together


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
    usual, allowed = draft.cue.entry.act, admitted(draft, book)
    rows = [(book.weights[feature], feature) for feature in found if feature in book.weights]
    rows.append((words_alike(found, book), "words alike"))
    totals = weigh([row for row, _ in rows], allowed, book)
    ruled = plain_act(found, usual, allowed)
    if ruled is not None and ruled not in totals:  # "comment" may become "urge" by a rule that its weights know not of
        totals |= weigh([row for row, _ in rows], (ruled,), book)
    act = ruled or weighed_act(totals, usual, set(found), book)
    column = book.column[act]
    telling = sorted(((row[column], feature) for row, feature in rows if row[column] > 0), reverse=True)[:_SHOWN]
    features = {feature: weight for weight, feature in telling}
    if ruled:
        features[f"rule:{ruled}"] = 1.0
    top = max(totals.values())
    share = exp(totals[act] - top) / sum(exp(total - top) for total in totals.values())
    return Chosen(act, book.polarity(act, draft.cue.negated), round(share, 3), features)


def weighed_act(totals: Mapping[str, float], usual: str, facts: Set[str], book: ActBook) -> str:
    """Return the act with most weight among those of the polarity with most; a denial needs words of one.

    Who tells only of harm that he himself does charges nobody with it ("said it had shot down a drone"). Acts that put
    the speaker in one place share their weight: "urge" and "demand" do not lose to "inform" by being two.
    """
    barred = _barred(facts) if usual in _NEUTRAL else frozenset()
    weighed = {act: total + (_USUAL if act == usual else 0.0) for act, total in totals.items() if act not in barred}
    top = max(weighed.values())
    sides = dict.fromkeys((book.acts[act].polarity for act in weighed), 0.0)
    for act, total in weighed.items():
        sides[book.acts[act].polarity] += exp(total - top)
    side = max(sides, key=lambda polarity: sides[polarity])
    return max((act for act in weighed if book.acts[act].polarity == side), key=lambda act: weighed[act])


def _barred(facts: Set[str]) -> frozenset[str]:
    """Return the acts that a content cannot be for want of words of denial, or of anybody else who did harm."""
    of_own = facts & _OWN_HARM or {"opens:it", "harm:pronoun"} <= facts
    charging = frozenset() if not of_own or facts & _HARM_OF_OTHERS else _CHARGES
    return charging if facts & _WORDS_OF_DENIAL else charging | _DENIALS


def admitted(draft: Draft, book: ActBook) -> tuple[str, ...]:
    """Return the acts a draft may have: its cue's usual act and, for speech, what that may become."""
    usual = draft.cue.entry.act
    if draft.cue.entry.kind in ("contact", "hearsay"):
        return (usual,)
    return (usual, *book.acts[usual].becomes)


def weigh(rows: Sequence[tuple[float, ...]], allowed: Iterable[str], book: ActBook) -> dict[str, float]:
    """Return the summed weight of each act allowed over the rows of weights of the features that hold."""
    columns = [book.column[act] for act in allowed]
    if len(columns) < _FEW:
        return {act: sum(row[column] for row in rows) for act, column in zip(allowed, columns, strict=True)}
    summed = [sum(column) for column in zip(*rows, strict=True)] or [0.0] * len(book.column)
    return {act: summed[column] for act, column in zip(allowed, columns, strict=True)}


def words_alike(found: Iterable[str], book: ActBook) -> tuple[float, ...]:
    """Return what a content's words weigh by the words that mean much the same: the mean over all of them."""
    words = [feature[len(WORD) :] for feature in found if feature.startswith(WORD)]
    rows = [book.alike[word] for word in words if word in book.alike]
    return tuple(sum(column) / len(words) for column in zip(*rows, strict=True)) or (0.0,) * len(book.column)


def plain_act(found: Iterable[str], usual: str, allowed: tuple[str, ...]) -> str | None:
    """Return the act that plain grammar gives, or nothing.

    A denial of own harm, a claim called false, a pledge, an offer, a call on others, a question, taking note, and what
    is done by saying so ("we condemn").
    """
    facts = set(found)
    if usual == "request" and "has:question" in facts:
        return "comment"
    if "claim called false" in facts and "deny" in allowed:
        return "deny"
    if usual not in _NEUTRAL:
        return None
    done = next((fact[5:] for fact in facts if fact.startswith("does:")), None) or _of_own(facts)
    if done in allowed:
        return done
    if "duty on others" in facts:
        return "demand" if "tense:must" in facts else "urge"
    return "comment" if "watching" in facts else None


def _of_own(facts: Set[str]) -> str | None:
    """Return the act of a speaker who tells of himself: a denial of harm, a pledge or an offer, if any."""
    if not facts & {f"subject:{kind}" for kind in SPEAKING}:
        return None
    if "negated" in facts:
        return "deny" if "harm denied" in facts or {"move denied", "accused before"} <= facts else None
    if facts & _PLEDGES:
        return "promise"
    return "offer" if facts & _OFFERS else None


def directness(sheet: Sheet, draft: Draft) -> Directness:
    """Return direct where all content is an utterance in quotation marks, mixed where some is quoted, else indirect."""
    quoted = total = 0
    for start, stop in draft.content:
        total += stop - start
        quoted += sum(max(0, min(stop, q.stop) - max(start, q.start)) for q in sheet.quotes_in(start, stop))
    if not quoted:
        return "indirect"
    return "direct" if quoted >= total - 1 and not _taken_in(sheet, draft) else "mixed"


def _taken_in(sheet: Sheet, draft: Draft) -> bool:
    """Tell whether quoted words are a piece of the cue's own sentence and no clause: "denounced 'a farce'"."""
    first = sheet.parse.token_at(draft.content[0][0])
    word = first + 1 if sheet.is_opening(first) else first
    apart = first < draft.cue.head or sheet.words[first - 1] in _APART
    if apart or word >= len(sheet.parse) or not sheet.parse.forms[word][:1].islower():
        return False
    root = content_root(sheet, content_tokens(sheet, draft))
    return root is None or sheet.child(root, "nsubj", "nsubjpass", "expl") is None


def is_hedged(sheet: Sheet, draft: Draft, book: ActBook) -> bool:
    """Tell whether cue or content leaves the truth open in so many words."""
    if draft.cue.entry.hedge:
        return True
    hedges = book.words.get("hedges", frozenset())
    verb = draft.cue.head
    if any(sheet.words[c] in hedges and sheet.parse.deps[c] == "advmod" for c in sheet.parse.children[verb]):
        return True
    return any(
        sheet.words[t] in hedges and sheet.parse.pos[t] not in ("NOUN", "ADJ", "PROPN")
        for t in content_tokens(sheet, draft)[:12]
    )
