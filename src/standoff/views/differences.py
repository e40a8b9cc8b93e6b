"""Set the claims of a discrepancy side by side, with the words that differ told apart."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from operator import itemgetter

from standoff.model.claim import Claim, Discrepancy
from standoff.views.dossier import Dossier, Heading
from standoff.views.matrix import claim_side
from standoff.views.sides import speaker_words

_QUOTES = "\"“”„«»' ,"
_KINDS = ("contradiction", "disagreement", "transmission", "revision", "granularity")
_FEW_WORDS = 4  # "the claims", "the accusations": less than these say nothing by themselves
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
    """Return an incident's discrepancies, the hardest kinds first, with their accounts side by side."""
    claims = {claim.id: claim for claim in dossier.claims}
    found = []
    for discrepancy in dossier.discrepancies:
        about = [claims[key] for key in discrepancy.claims if key in claims]
        words = tell_apart([claim.quote.quote for claim in about])
        accounts = [_account(claim, text, dossier) for claim, text in zip(about, words, strict=True)]
        if len(accounts) > 1:
            found.append(Difference(discrepancy, _in_turn(accounts, dossier)))
    return tuple(sorted(found, key=lambda d: (_KINDS.index(d.discrepancy.kind), -d.discrepancy.score)))


def _in_turn(accounts: Sequence[Account], dossier: Dossier) -> tuple[Account, ...]:
    """Order accounts so that the first few differ: one who asserts, one who denies, of one side, of another, again.

    Parties to the incident come before others, plain words before asides, and earlier documents before later ones.
    """
    parties = {ref.name for ref in (*dossier.incident.actors, *dossier.incident.recipients)}
    first = sorted(
        accounts, key=lambda a: (a.side not in parties, _aside(a, dossier), _published(a), a.claim.quote.start)
    )
    voices: Counter[tuple[str, str]] = Counter()
    sides: Counter[tuple[int, str]] = Counter()
    ranked: list[tuple[int, int, str, int, Account]] = []
    for account in first:
        turn = voices[account.claim.polarity, account.side]
        voices[account.claim.polarity, account.side] += 1
        place = sides[turn, account.claim.polarity]
        sides[turn, account.claim.polarity] += 1
        ranked.append((turn, place, account.claim.polarity, len(ranked), account))
    return tuple(item[-1] for item in sorted(ranked, key=itemgetter(0, 1, 2, 3)))


def _aside(account: Account, dossier: Dossier) -> bool:
    """Tell whether a claim is made in passing (a request that takes it for granted) or in hardly any words."""
    statement = dossier.statements.get(account.claim.statement or "")
    passing = statement is not None and statement.polarity != account.claim.polarity
    return passing or len(account.context.split()) < _FEW_WORDS


def _published(account: Account) -> str:
    """Return what accounts are ordered by in time; an undated document comes last."""
    published = account.heading.published if account.heading else None
    return (published.earliest or published.latest or "9") if published else "9"


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
