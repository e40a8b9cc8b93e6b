"""Gather what the choice of a speech act rests on: the cue, who does what in the content, tell-tale words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from standoff.attributing.drafts import Draft
from standoff.attributing.sheet import Sheet
from standoff.attributing.wording import wording
from standoff.codebook.acts import ActBook
from standoff.model.entity import PartyRef

_OWN = {"i": "i", "we": "we", "you": "you", "it": "pronoun", "he": "pronoun", "she": "pronoun", "they": "pronoun"}
_OWNERS = frozenset({"our", "my", "its", "his", "her", "their"})
_NEGATIONS = frozenset(
    {"not", "n't", "no", "never", "none", "nobody", "nothing", "neither", "nor", "without", "denied"}
)
_CONDITIONS = frozenset({"if", "unless", "until", "otherwise", "should"})
_LONGEST = 60
_DEEDS = ("harm", "loss", "success", "movement")


@dataclass(frozen=True, slots=True)
class Side:
    """Hold for whom a speaker speaks, and acts and principals of the statements before, the latest last."""

    principal: PartyRef | None
    before: Sequence[tuple[str, PartyRef | None]] = ()


def evidence(sheet: Sheet, draft: Draft, book: ActBook, side: Side) -> Iterator[str]:
    """Yield the names of the features that hold for a draft, each once."""
    principal = side.principal
    found = [*_of_cue(draft), *_of_source(sheet, draft)]
    tokens = content_tokens(sheet, draft)
    root = content_root(sheet, tokens)
    subject = subject_kind(sheet, root, principal) if root is not None else "none"
    if root is not None:
        found += _of_root(sheet, root, subject)
        if "negated" in found and "movement" in book.lists_of.get(sheet.parse.lemmas[root].lower(), ()):
            found.append("move denied")
        found += wording(sheet, tokens, root, subject, book)
        found += (f"{generic}|{name}" for generic in _generic(draft) for name in _of_root(sheet, root, subject))
    found += _of_words(sheet, tokens, book, subject)
    found += _of_deeds(sheet, tokens, book, principal)
    found += _of_talk(side)
    yield from dict.fromkeys(found)


def content_tokens(sheet: Sheet, draft: Draft) -> list[int]:
    """Return the tokens of a draft's content, at most sixty."""
    found: list[int] = []
    for start, stop in draft.content:
        found.extend(sheet.parse.tokens_in(start, stop))
    return found[:_LONGEST]


def content_root(sheet: Sheet, tokens: list[int]) -> int | None:
    """Return the token that heads the content: the first whose head lies outside, verbs before nouns."""
    inside = set(tokens)
    heads = [t for t in tokens if sheet.parse.heads[t] not in inside or sheet.parse.heads[t] == t]
    heads = [t for t in heads if sheet.parse.pos[t] not in ("PUNCT", "SCONJ", "CCONJ", "PART")]
    verbs = [t for t in heads if sheet.parse.pos[t] in ("VERB", "AUX")]
    return next(iter(verbs or heads), None)


def subject_kind(sheet: Sheet, root: int, principal: PartyRef | None) -> str:
    """Return who the content's subject is seen from the speaker: i, we, own side, other side, a thing, nobody."""
    subject = sheet.child(root, "nsubj", "nsubjpass", "expl")
    if subject is None:
        return "none"
    word = sheet.words[subject]
    if word in _OWN:
        return _OWN[word]
    if any(sheet.words[c] in _OWNERS for c in sheet.children(subject, "poss")):
        return "own"
    return _side_of(sheet, subject, principal)


def _state_of(sheet: Sheet, token: int) -> str | None:
    """Return the state or party that a noun phrase belongs to, by its groundings."""
    start, stop = sheet.parse.starts[sheet.lefts[token]], sheet.parse.stops[token]
    for mark in sheet.page.within(start, stop, "name", "description"):
        tie = sheet.page.party_grounding(mark)
        if tie is not None:
            one = tie.principal or tie.parties[0]
            return one.state or one.party
    return None


def _of_deeds(sheet: Sheet, tokens: list[int], book: ActBook, principal: PartyRef | None) -> Iterator[str]:
    """Yield who does the harm, wins, loses or moves in what the content tells of, seen from the speaker."""
    for name in _DEEDS:
        listed = book.words.get(name, frozenset())
        for token in tokens:
            if sheet.parse.lemmas[token].lower() in listed:
                yield f"{name} by:{_doer(sheet, token, principal)}"


def _doer(sheet: Sheet, token: int, principal: PartyRef | None) -> str:
    """Return who does what a word of the content tells of."""
    agent = _agent(sheet, token)
    if agent is None:
        return "nobody"
    if sheet.words[agent] in _OWN:
        return _OWN[sheet.words[agent]]
    if sheet.words[agent] in _OWNERS or any(sheet.words[c] in _OWNERS for c in sheet.children(agent, "poss")):
        return "own"
    return _side_of(sheet, agent, principal)


def _agent(sheet: Sheet, token: int) -> int | None:
    """Return who does what a verb or noun of harm says: subject, by-agent, possessor or adjective."""
    passive = sheet.child(token, "nsubjpass") is not None
    for preposition in sheet.children(token, "agent", "prep"):
        if sheet.words[preposition] == "by":
            return sheet.child(preposition, "pobj")
    if passive:
        return None
    return sheet.child(token, "nsubj", "poss") or sheet.child(token, "amod", "compound")


def _side_of(sheet: Sheet, token: int, principal: PartyRef | None) -> str:
    """Return own, other, named or thing for a noun phrase seen from the speaker."""
    state = _state_of(sheet, token)
    if state is None:
        return "named" if sheet.parse.entities[token] else "thing"
    return "own" if principal is not None and state in (principal.party, principal.state) else "other"


def _of_talk(side: Side) -> Iterator[str]:
    """Yield what was said just before and by whom: an answer to an accusation is often a denial."""
    if not side.before:
        yield "first"
        return
    act, last = side.before[-1]
    who = "same" if last == side.principal else "other"
    yield f"after:{act}|{who}"
    if any(a in ("accuse", "criticise") and p != side.principal for a, p in side.before):
        yield "accused before"
    if any(a == "accuse" and p == side.principal for a, p in side.before):
        yield "accuser"


def _of_cue(draft: Draft) -> Iterator[str]:
    """Yield what the cue says: its words, its usual act, negation, passive, frame."""
    entry = draft.cue.entry
    yield "cue:" + " ".join(entry.words)
    yield f"act:{entry.act}"
    yield f"act:{entry.act}|negated:{draft.cue.negated}"
    yield f"kind:{entry.kind}|{entry.pos}"
    if draft.cue.passive:
        yield f"passive|{entry.act}"
    if not draft.content:
        yield f"empty|{entry.act}"
    if draft.addressee is not None:
        yield "hearer"


def _generic(draft: Draft) -> Iterator[str]:
    """Yield a mark for cues that leave the act to the content ("say", "tell", "according to")."""
    if draft.cue.entry.act == "inform":
        yield "plain"


def _of_source(sheet: Sheet, draft: Draft) -> Iterator[str]:
    """Yield what the source says: the entity label and the noun of its head."""
    if draft.voice is None:
        yield "source:none"
        return
    head = draft.voice.head
    yield f"source:{sheet.parse.entities[head] or sheet.parse.pos[head]}"
    if sheet.parse.pos[head] == "NOUN":
        yield f"speaker:{sheet.parse.lemmas[head].lower()}"


def _of_root(sheet: Sheet, root: int, subject: str) -> Iterator[str]:
    """Yield what the head of the content says: subject, tense, modal, negation."""
    parse = sheet.parse
    modal = next((sheet.words[c] for c in parse.children[root] if parse.tags[c] == "MD"), "")
    negated = any(parse.deps[c] == "neg" or sheet.words[c] in _NEGATIONS for c in parse.children[root])
    tense = modal or parse.tags[root]
    yield f"subject:{subject}"
    yield f"tense:{tense}"
    yield f"subject:{subject}|tense:{tense}"
    if parse.lemmas[root].lower() in ("follow", "watch", "monitor") and subject in ("own", "pronoun", "we", "none"):
        yield "watching"
    if modal in ("must", "should") and subject not in ("i", "we", "own", "none") and not negated:
        yield "duty on others"
    if negated:
        yield "negated"
        yield f"negated|subject:{subject}"
    yield f"root:{parse.lemmas[root].lower()}"


def _of_words(sheet: Sheet, tokens: list[int], book: ActBook, subject: str) -> Iterator[str]:
    """Yield the word lists that content words belong to, and what lists together tell."""
    lists: set[str] = set()
    for token in tokens:
        lemma = sheet.parse.lemmas[token].lower()
        lists.update(book.lists_of.get(lemma, ()))
        lists.update(_kinds(sheet, token))
        if sheet.parse.pos[token] in ("NOUN", "VERB", "ADJ"):
            yield f"word:{lemma}"
    for name in sorted(lists):
        yield f"has:{name}"
        yield f"has:{name}|subject:{subject}"
    if {"harm", "negation"} <= lists:
        yield "harm denied"
    if {"mere_talk", "falsehood"} <= lists and "negation" not in lists:
        yield "claim called false"


def _kinds(sheet: Sheet, token: int) -> Iterator[str]:
    """Yield what one word of the content is: negation, condition, number, question, first person."""
    word = sheet.words[token]
    if word in _NEGATIONS:
        yield "negation"
    if word in _CONDITIONS:
        yield "condition"
    if sheet.parse.pos[token] == "NUM":
        yield "number"
    if word == "?":
        yield "question"
    if word in ("i", "we", "our", "us", "my"):
        yield "first person"
