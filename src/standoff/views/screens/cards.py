"""Shape the words behind a cell: one card for each statement, or for a claim that an outlet makes itself."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, select

from standoff.model.claim import Claim
from standoff.model.ids import speakable
from standoff.model.span import Span
from standoff.model.statement import Statement
from standoff.reviewing.applying import corrected
from standoff.store import codecs, tables
from standoff.views.dossier import Dossier, Heading, by_ids, headings
from standoff.views.reader import Body, Card, bodies, card, claim_card
from standoff.views.screens.reading import Reading, known_dossier
from standoff.views.screens.shapes import CardPiece, Cards, WordsCard
from standoff.views.sides import side_of, side_of_statement


def incident_cards(connection: Connection, key: str, reading: Reading, keys: Collection[str] | None) -> Cards:
    """Return the cards of an incident, all or those of some statements and claims."""
    found, _, _ = known_dossier(connection, key, reading)
    wanted = None if keys is None else set(keys)
    statements = [s for s in found.statements.values() if wanted is None or s.id in wanted]
    own = [c for c in found.claims if (c.statement is None if wanted is None else c.id in wanted)]
    return Cards(_shaped(connection, statements, own, found, reading))


def cards_of(connection: Connection, keys: Collection[str], reading: Reading) -> Cards:
    """Return the cards of any statements and claims; keys that name none are left out, as is what is not yet known."""
    statements = by_ids(connection, "statements", codecs.STATEMENT, [k for k in keys if k.startswith("stm-")])
    claims = by_ids(connection, "claims", codecs.CLAIM, [k for k in keys if k.startswith("clm-")])
    documents = headings(connection, sorted({*(s.document for s in statements), *(c.document for c in claims)}))
    known = {key: h for key, h in documents.items() if reading.known.knows(h.published)}
    told = [corrected(s, reading.verdicts) for s in statements if s.document in known]
    evidence = _quotes(connection, [s.id for s in told])
    shown = _Shown(known, reading, evidence)
    texts = bodies(connection, known)
    return Cards(
        {s.id: shown.statement(s, texts[s.document]) for s in told}
        | {c.id: shown.claim(c, texts[c.document]) for c in claims if c.document in known}
    )


def _quotes(connection: Connection, statements: list[str]) -> Mapping[str, list[Span]]:
    """Return the words that claims quote from some statements, by statement."""
    c = tables.claims.c
    found: defaultdict[str, list[Span]] = defaultdict(list)
    query = select(c.statement, c.document, c.start, c.stop, c.quote).where(c.statement.in_(statements))
    for statement, *span in connection.execute(query.order_by(c.id)):
        found[statement].append(Span(*span))
    return found


def _shaped(
    connection: Connection, statements: Iterable[Statement], own: Iterable[Claim], found: Dossier, reading: Reading
) -> dict[str, WordsCard]:
    """Return the cards of an incident's statements and own claims by id."""
    evidence: defaultdict[str, list[Span]] = defaultdict(list)
    for claim in found.claims:
        if claim.statement and claim.incident == found.incident.id:
            evidence[claim.statement].append(claim.quote)
    told, claims = tuple(statements), tuple(own)
    texts = bodies(connection, {*(s.document for s in told), *(c.document for c in claims)})
    shown = _Shown(found.documents, reading, evidence)
    cards = {s.id: shown.statement(s, texts[s.document]) for s in told}
    return cards | {c.id: shown.claim(c, texts[c.document]) for c in claims}


class _Shown:
    """Shape cards of documents with known headings; `evidence` are the words that claims quote, by statement."""

    def __init__(self, documents: Mapping[str, Heading], reading: Reading, evidence: Mapping[str, list[Span]]):
        self.documents, self.reading, self.evidence = documents, reading, evidence

    def statement(self, statement: Statement, body: Body) -> WordsCard:
        """Return the card of a statement."""
        book, heading = self.reading.books.parties, self.documents[statement.document]
        made = card(statement, heading, body, book, self.evidence.get(statement.id, ()))
        return WordsCard(
            kind="statement",
            side=side_of_statement(statement, book).key,
            act=statement.act,
            negated_act=statement.negated_act,
            directness=statement.directness,
            channel=statement.channel,
            parent=statement.parent,
            score=round(statement.score, 3),
            **self._common(made, heading),
        )

    def claim(self, claim: Claim, body: Body) -> WordsCard:
        """Return the card of a claim that an outlet makes itself."""
        book, heading = self.reading.books.parties, self.documents[claim.document]
        made = claim_card(claim, heading, body)
        return WordsCard(
            kind="claim",
            side=side_of(claim.principal, claim.source, claim.statement is not None, book).key,
            act="report",
            negated_act=False,
            directness="indirect",
            channel=claim.channel,
            parent=None,
            score=1.0,
            **self._common(made, heading),
        )

    def _common(self, made: Card, heading: Heading) -> dict[str, Any]:
        """Return the fields that both kinds of card share."""
        return {
            "id": made.id,
            "short_id": speakable(made.id),
            "document": made.document,
            "document_name": heading.called,
            "crumbs": made.crumbs,
            "act_words": made.act,
            "polarity": made.polarity,
            "hedge": made.hedge,
            "said": made.said,
            "outlet": made.outlet,
            "published": made.published,
            "url": heading.url,
            "text_sha256": heading.text_sha256,
            "pieces": tuple(CardPiece(piece.text, piece.kinds) for piece in made.pieces),
            "cut_before": made.cut_before,
            "cut_after": made.cut_after,
            "state": self.reading.states.get(made.id),
            "grade": self.reading.grades.get(heading.publisher or heading.agency or ""),
        }
