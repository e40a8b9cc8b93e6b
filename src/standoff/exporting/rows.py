"""Write each record as the plain row that every export format and the JSON Lines contract share."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict

from standoff.model.agreement import Agreement, AgreementLink
from standoff.model.claim import Claim, Discrepancy
from standoff.model.clock import Interval
from standoff.model.decision import Decision
from standoff.model.document import Document
from standoff.model.entity import Party, PartyRef, Place, PlaceRef
from standoff.model.event import Argument, Event
from standoff.model.incident import CopyLink, Incident, Position
from standoff.model.span import Span
from standoff.model.statement import Statement
from standoff.values.edtf import edtf

Row = dict[str, object]


def span_row(span: Span) -> Row:
    """Write a span as `start`, `stop` (code points of its document) and `quote`."""
    return {"start": span.start, "stop": span.stop, "quote": span.quote}


def _spans(spans: tuple[Span, ...]) -> list[Row]:
    """Write spans in order."""
    return [span_row(span) for span in spans]


def interval_row(interval: Interval | None) -> Row | None:
    """Write an interval as `earliest`, `latest`, `basis` and `edtf`."""
    if interval is None:
        return None
    row = {"earliest": interval.earliest, "latest": interval.latest, "basis": interval.basis}
    return {**row, "edtf": edtf(interval)}


def party_ref_row(ref: PartyRef | None) -> Row | None:
    """Write a party reference as `party`, `name`, `state` and `kind`."""
    if ref is None:
        return None
    return {"party": ref.party, "name": ref.name, "state": ref.state, "kind": ref.kind}


def place_ref_row(ref: PlaceRef | None) -> Row | None:
    """Write a place reference with its point, precision and country; what is unplaced has null coordinates."""
    if ref is None:
        return None
    point = {"lat": ref.lat, "lon": ref.lon, "precision_km": ref.precision_km}
    return {"place": ref.place, "name": ref.name, **point, "country": ref.country}


def document_row(document: Document, run: str | None, copy: CopyLink | None = None) -> Row:
    """Write a document; `copy` names the earlier document it repeats, and how much of it."""
    return {
        "id": document.id,
        "run": run,
        "path": document.path,
        "url": document.url,
        "title": document.title,
        "publisher": document.publisher,
        "published": interval_row(document.published),
        "language": document.language,
        "text": document.text,
        "text_sha256": document.text_sha256,
        "raw_sha256": document.raw_sha256,
        "boilerplate": _spans(document.boilerplate),
        "copy_of": copy.copy_of if copy else None,
        "copied_share": copy.share if copy else 0.0,
        "replaces": document.replaces,
        "agency": document.agency,
        "side": document.side,
        "country": document.country,
        "fetched": document.fetched,
        "dateline": document.dateline,
    }


def statement_row(statement: Statement, run: str | None) -> Row:
    """Write a statement."""
    source = statement.source
    return {
        "id": statement.id,
        "run": run,
        "document": statement.document,
        "source": {
            "span": span_row(source.span) if source.span else None,
            "ref": party_ref_row(source.ref),
            "resolved_from": source.resolved_from,
            "refs": [party_ref_row(ref) for ref in source.refs],
        },
        "principal": party_ref_row(statement.principal),
        "cue": _spans(statement.cue),
        "content": _spans(statement.content),
        "act": statement.act,
        "polarity": statement.polarity,
        "negated_act": statement.negated_act,
        "directness": statement.directness,
        "hedge": statement.hedge,
        "channel": statement.channel,
        "addressee": party_ref_row(statement.addressee),
        "said_at": interval_row(statement.said_at),
        "parent": statement.parent,
        "score": statement.score,
        "said_at_span": span_row(statement.said_at_span) if statement.said_at_span else None,
    }


def _argument_row(argument: Argument) -> Row:
    """Write an argument: its role, its words and either `ref` (party or place) or `value` (interval or quantity).

    A party comes with the `principal` it speaks for or belongs to.
    """
    row: Row = {"role": argument.role, "span": span_row(argument.span) if argument.span else None}
    if isinstance(argument.ref, PartyRef):
        row["ref"] = party_ref_row(argument.ref)
        row["principal"] = party_ref_row(argument.principal)
    elif isinstance(argument.ref, PlaceRef):
        row["ref"] = place_ref_row(argument.ref)
    elif argument.time is not None:
        row["value"] = interval_row(argument.time)
    else:
        row["value"] = dict(argument.value) if argument.value is not None else None
    return row


def event_row(event: Event, run: str | None) -> Row:
    """Write an event."""
    plover = {"type": event.plover.type, "mode": event.plover.mode, "contexts": list(event.plover.contexts)}
    return {
        "id": event.id,
        "run": run,
        "document": event.document,
        "statement": event.statement,
        "trigger": span_row(event.trigger),
        "type": event.type,
        "codings": {"plover": plover, "cameo": event.cameo},
        "intensity": event.intensity,
        "arguments": [_argument_row(argument) for argument in event.arguments],
        "happened": interval_row(event.happened),
        "place": place_ref_row(event.place),
        "factuality": event.factuality,
        "frame": event.frame,
        "score": event.score,
        "rule": event.rule,
        "happened_span": span_row(event.happened_span) if event.happened_span else None,
    }


def _position_row(position: Position) -> Row:
    """Write where one party stands on an incident."""
    statements = list(position.statements)
    return {"party": party_ref_row(position.party), "polarity": position.polarity, "statements": statements}


def incident_row(incident: Incident, run: str | None) -> Row:
    """Write an incident."""
    return {
        "id": incident.id,
        "run": run,
        "label": incident.label,
        "short_id": incident.short_id,
        "type": incident.type,
        "happened": interval_row(incident.happened),
        "places": [place_ref_row(place) for place in incident.places],
        "actors": [party_ref_row(ref) for ref in incident.actors],
        "recipients": [party_ref_row(ref) for ref in incident.recipients],
        "events": list(incident.events),
        "documents": list(incident.documents),
        "origins": incident.origins,
        "status": incident.status,
        "parties": [_position_row(position) for position in incident.parties],
    }


def claim_row(claim: Claim, run: str | None) -> Row:
    """Write a claim."""
    return {
        "id": claim.id,
        "run": run,
        "incident": claim.incident,
        "slot": claim.slot,
        "value": dict(claim.value),
        "quote": span_row(claim.quote),
        "document": claim.document,
        "source": party_ref_row(claim.source),
        "principal": party_ref_row(claim.principal),
        "publisher": claim.publisher,
        "channel": claim.channel,
        "polarity": claim.polarity,
        "statement": claim.statement,
        "event": claim.event,
        "said_at": interval_row(claim.said_at),
        "evidence": _spans(claim.evidence),
    }


def discrepancy_row(discrepancy: Discrepancy, run: str | None) -> Row:
    """Write a discrepancy."""
    return {
        "id": discrepancy.id,
        "run": run,
        "incident": discrepancy.incident,
        "other_incident": discrepancy.other_incident,
        "slot": discrepancy.slot,
        "kind": discrepancy.kind,
        "claims": list(discrepancy.claims),
        "explanation": discrepancy.explanation,
        "score": discrepancy.score,
        "documents": list(discrepancy.documents),
    }


def agreement_row(agreement: Agreement, run: str | None) -> Row:
    """Write an agreement of the codebook."""
    return {
        "id": agreement.id,
        "run": run,
        "name": agreement.name,
        "parties": list(agreement.parties),
        "signed": agreement.signed,
        "ended": agreement.ended,
        "mediators": list(agreement.mediators),
        "clauses": [{"id": clause.id, "text": clause.text} for clause in agreement.clauses],
        "names": list(agreement.names),
        "external": dict(agreement.external),
    }


def agreement_link_row(link: AgreementLink, run: str | None) -> Row:
    """Write a link from a statement (or the publisher's own words) to an agreement."""
    return {
        "id": link.id,
        "run": run,
        "document": link.document,
        "statement": link.statement,
        "agreement": link.agreement,
        "relation": link.relation,
        "clause": link.clause,
        "accused": party_ref_row(link.accused),
        "evidence": _spans(link.evidence),
        "score": link.score,
    }


def decision_row(decision: Decision) -> Row:
    """Write an entry of the review log; anchors name their document, since a decision has none of its own."""
    anchors = [{"document": span.document, **span_row(span)} for span in decision.anchor]
    correction: Mapping[str, object] = decision.correction
    return {
        "id": decision.id,
        "run": None,
        "recorded": decision.recorded,
        "reviewer": decision.reviewer,
        "verb": decision.verb,
        "target_kind": decision.target_kind,
        "target": decision.target,
        "other": decision.other,
        "correction": dict(correction),
        "reason": decision.reason,
        "supersedes": decision.supersedes,
        "anchor": anchors,
    }


def party_row(party: Party, run: str | None) -> Row:
    """Write a party."""
    return {**asdict(party), "run": run, "external": dict(party.external)}


def place_row(place: Place, run: str | None) -> Row:
    """Write a place."""
    plain = asdict(place)
    return {**plain, "run": run, "parents": list(place.parents), "claimed_by": list(place.claimed_by)}
