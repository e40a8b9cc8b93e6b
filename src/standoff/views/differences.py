"""Set the claims of a discrepancy side by side, with the words that differ told apart."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from standoff.model.claim import Claim, Discrepancy
from standoff.views.dossier import Dossier, Heading
from standoff.views.matrix import claim_side
from standoff.views.sides import speaker_words

_QUOTES = "\"“”„«»' ,"
_WORD = re.compile(r"\w+(?:[.,'’-]\w+)*|\S|\s+")


@dataclass(frozen=True, slots=True)
class Word:
    """Hold a stretch of words, and whether other accounts lack them."""

    text: str
    differs: bool


@dataclass(frozen=True, slots=True)
class Account:
    """Hold one claim of a discrepancy as shown."""

    claim: Claim
    side: str
    speaker: str
    heading: Heading | None
    words: tuple[Word, ...]
    context: str


@dataclass(frozen=True, slots=True)
class Difference:
    """Hold a discrepancy with its accounts side by side."""

    discrepancy: Discrepancy
    accounts: tuple[Account, ...]


def differences(dossier: Dossier) -> tuple[Difference, ...]:
    """Return an incident's discrepancies with their accounts, the parties to the incident's first."""
    claims = {claim.id: claim for claim in dossier.claims}
    found = []
    for discrepancy in dossier.discrepancies:
        about = [claims[key] for key in discrepancy.claims if key in claims]
        words = tell_apart([claim.quote.quote for claim in about])
        accounts = [_account(claim, text, dossier) for claim, text in zip(about, words, strict=True)]
        if len(accounts) > 1:
            found.append(Difference(discrepancy, _in_turn(accounts)))
    return tuple(found)


def _in_turn(accounts: Sequence[Account]) -> tuple[Account, ...]:
    """Order accounts so that the first few are of different sides: one of each, those who assert first, then again."""
    turns: Counter[tuple[str, str]] = Counter()
    ranked = []
    for place, account in enumerate(accounts):
        group = (account.claim.polarity, account.side)
        ranked.append((turns[group], account.claim.polarity, place, account))
        turns[group] += 1
    return tuple(account for *_, account in sorted(ranked, key=lambda item: item[:3]))


def _account(claim: Claim, words: tuple[Word, ...], dossier: Dossier) -> Account:
    """Show one claim."""
    statement = dossier.statements.get(claim.statement or "")
    speaker = speaker_words(statement.source.ref if statement else claim.source)
    if statement is None and claim.source is None:
        speaker = "in its own words"
    said = statement.content if statement else claim.evidence[:1]
    context = " … ".join(" ".join(span.quote.split()).strip(_QUOTES) for span in said)
    heading = dossier.documents.get(claim.document)
    return Account(claim, claim_side(claim, dossier).name, speaker, heading, words, context)


def tell_apart(texts: Sequence[str]) -> tuple[tuple[Word, ...], ...]:
    """Cut texts into words and mark those that not all of the texts share; spaces go with the words before them."""
    cuts = [_WORD.findall(text) for text in texts]
    shared = set.intersection(*({w.casefold() for w in words} for words in cuts)) if cuts else set()
    return tuple(_runs([(w, not w.isspace() and w.casefold() not in shared) for w in words]) for words in cuts)


def _runs(words: Sequence[tuple[str, bool]]) -> tuple[Word, ...]:
    """Join neighbours of the same kind; a space takes the kind of the word before it."""
    found: list[tuple[list[str], bool]] = []
    for text, differs in words:
        kind = found[-1][1] if text.isspace() and found else differs
        if not found or found[-1][1] != kind:
            found.append(([], kind))
        found[-1][0].append(text)
    return tuple(Word("".join(parts), kind) for parts, kind in found)
