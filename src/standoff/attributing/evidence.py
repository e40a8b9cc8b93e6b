"""Gather what the choice of a speech act rests on: the cue, who does what in the content, tell-tale words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from itertools import chain

from standoff.attributing.deeds import Viewpoint, deeds, mood, party
from standoff.attributing.drafts import Draft
from standoff.attributing.sheet import Sheet
from standoff.attributing.standing import NOBODY
from standoff.attributing.talk import ALONE, Talk
from standoff.attributing.wording import wording
from standoff.codebook.acts import ActBook
from standoff.model.entity import PartyRef

_NEGATIONS = frozenset(
    {"not", "n't", "no", "never", "none", "nobody", "nothing", "neither", "nor", "without", "denied"}
)
_CONDITIONS = frozenset({"if", "unless", "until", "otherwise", "should"})
WORD = "word:"  # how a feature begins that is a word of the content
_LONGEST = 60
_OPEN = frozenset({"inform", "assert", "comment", "assess"})  # usual acts that leave the act to the content


@dataclass(frozen=True, slots=True)
class Side:
    """Hold for whom a speaker speaks, his kinds, what is said around, and who and of what sector he is."""

    principal: PartyRef | None
    kinds: Set[str] = NOBODY
    talk: Talk = ALONE
    refs: Sequence[PartyRef] = ()
    sector: str | None = None


def evidence(sheet: Sheet, draft: Draft, book: ActBook, side: Side) -> Iterator[str]:
    """Yield the names of the features that hold for a draft, each once."""
    view = Viewpoint(side.principal, side.kinds)
    found = [*_of_cue(draft, book), *_of_source(sheet, draft)]
    tokens = content_tokens(sheet, draft)
    root = content_root(sheet, tokens)
    subject = _subject(sheet, root, view, book)
    if root is not None:
        of_root = list(_of_root(sheet, root, subject))
        found += of_root
        if "negated" in of_root and "movement" in book.lists_of.get(sheet.parse.lemmas[root].lower(), ()):
            found.append("move denied")
        found += wording(sheet, tokens, root, subject, book)
        if draft.cue.entry.act == "inform":
            found += (f"plain|{name}" for name in of_root)
    found += _of_words(sheet, tokens, book, subject)
    done = dict.fromkeys(deeds(sheet, tokens, book, view))
    found += done
    frame = () if root is None else _frame(sheet, root, book, view)
    found += _of_speaker(draft.cue.entry.act, view, chain(done, frame))
    found += _of_party(side, draft.cue.entry.act)
    found += side.talk.features(side.principal, draft.cue.entry.act)
    yield from dict.fromkeys(found)


def _of_speaker(act: str, view: Viewpoint, frames: Iterable[str]) -> Iterator[str]:
    """Yield what kind of speaker says it, and where the cue leaves the act open, what such a one says is done."""
    kinds = sorted(view.kinds) or ["?"]
    represented = view.principal.kind if view.principal is not None else None
    yield f"for:{represented}"
    for kind in kinds:
        yield f"by:{kind}"
        yield f"by:{kind}|{act}"
    if act not in _OPEN:
        return
    yield f"open|for:{represented}"
    for frame in frames:
        yield f"open|{frame}"
        for kind in kinds:
            yield f"{kind}|{frame}"


def _frame(sheet: Sheet, root: int, book: ActBook, view: Viewpoint) -> Iterator[str]:
    """Yield who the subject of the content is, its mood, and the lists that hold its verb or predicate."""
    subject = sheet.child(root, "nsubj", "nsubjpass")
    who = party(sheet, subject, view, book) if subject is not None else "none"
    when = mood(sheet, root)
    yield f"who:{who}|{when}"
    predicates = sheet.children(root, "acomp", "attr", "oprd")
    for token in (root, *predicates):
        for name in book.lists_of.get(sheet.parse.lemmas[token].lower(), ()):
            yield f"is {name}:{who}|{when}"
            yield f"is {name}:{who}"
            yield f"is {name}|{when}"
            yield f"is {name}"


def _of_party(side: Side, act: str) -> Iterator[str]:
    """Yield what the parties that speak are: state, body, person ..., of what sector, in which office of whom."""
    for ref in side.refs:
        yield f"named:{ref.kind}"
        yield f"named:{ref.kind}|{act}"
        if ref.party is not None and "/" in ref.party:
            yield f"office:{ref.party.rpartition('/')[2]}"
    if len(side.refs) > 1:
        yield "several speak"
    if side.sector is not None:
        yield f"sector:{side.sector}"
        yield f"sector:{side.sector}|{act}"


def _subject(sheet: Sheet, root: int | None, view: Viewpoint, book: ActBook) -> str:
    """Return who the content's subject is seen from the speaker, none where it has no subject."""
    subject = None if root is None else sheet.child(root, "nsubj", "nsubjpass", "expl")
    return "none" if subject is None else party(sheet, subject, view, book)


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


def _of_cue(draft: Draft, book: ActBook) -> Iterator[str]:
    """Yield what the cue says: its words, its usual act, negation, passive, frame."""
    entry = draft.cue.entry
    yield "cue:" + " ".join(entry.words)
    yield f"act:{entry.act}"
    for family in book.families_of.get(entry.words[0] if entry.words[0] != "not" else entry.words[-1], ()):
        yield f"cue in:{family}"
    yield f"act:{entry.act}|negated:{draft.cue.negated}"
    yield f"kind:{entry.kind}|{entry.pos}"
    if draft.cue.passive:
        yield f"passive|{entry.act}"
    if not draft.content:
        yield f"empty|{entry.act}"
    if draft.addressee is not None:
        yield "hearer"


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
            yield WORD + lemma
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
