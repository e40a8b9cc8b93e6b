"""Make a small record by hand: invented reports on an alleged shelling across the Line of Control in Kashmir."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from standoff.model.agreement import AgreementLink, link_id
from standoff.model.annotation import Annotation, annotation
from standoff.model.claim import Claim, Discrepancy, claim_id, discrepancy_id
from standoff.model.clock import UNKNOWN, Interval
from standoff.model.document import Block, Document, Raw, Reading, document_id
from standoff.model.entity import Party, PartyRef, Place, PlaceRef
from standoff.model.event import Argument, Event, Plover, event_id
from standoff.model.grounding import Grounding
from standoff.model.ids import digest
from standoff.model.incident import CopyLink, Incident, Position, incident_id
from standoff.model.record import Compared, Copied, Joined
from standoff.model.run import Bundle, Run, run_of
from standoff.model.span import Span
from standoff.model.statement import Source, Statement, statement_id
from standoff.store.open import open_store
from standoff.store.protocol import Across, Store

INDIA = PartyRef("IND", "India", "IND", "state")
PAKISTAN = PartyRef("PAK", "Pakistan", "PAK", "state")
CHINA = PartyRef("CHN", "China", "CHN", "state")
UN = PartyRef("UN", "United Nations", None, "organisation")
ISPR = PartyRef("PAK/press", "Pakistan's military press wing", "PAK", "organisation")
MEA = PartyRef("IND/mfa", "Indian Ministry of External Affairs", "IND", "organisation")
SPOKESMAN = PartyRef(None, "Arindam Rao", "IND", "person")

PARTIES = (
    Party("IND", "India", "state", "IND", sector="GOV"),
    Party("PAK", "Pakistan", "state", "PAK", sector="GOV"),
    Party("CHN", "China", "state", "CHN", sector="GOV"),
    Party("UN", "United Nations", "organisation", sector="IGO"),
    Party("IND/mfa", "Indian Ministry of External Affairs", "organisation", "IND", parent="IND", principal="IND"),
    Party("PAK/press", "Pakistan's military press wing", "organisation", "PAK", parent="PAK", principal="PAK"),
)
PLACES = (
    Place("poonch", "Poonch", "area", 33.77, 74.09, 25.0, None, (), ("IND", "PAK")),
    Place("neelum", "Neelum Valley", "area", None, None, None, None, (), ("IND", "PAK")),
)
POONCH = PlaceRef("poonch", "Poonch", 33.77, 74.09, 25.0, None)
RUN: Run = run_of("0.1.0", "codebook-digest", "models-digest")

DAWN = (
    "Shelling along the Line of Control\n\n"
    "ISLAMABAD — Pakistan's military press wing said on Tuesday that Indian guns shelled Neelum village, "
    "killing four civilians. “Around 30 shells fell in one hour,” it said in a statement.\n\n"
    "China urged both sides to show restraint 🕊 and return to talks.\n\n"
    "Subscribe to our newsletter"
)
HERALD = (
    "India rejects shelling charge\n\n"
    "NEW DELHI — India denied the charge. Its guns did not fire across the line, "
    "Arindam Rao, a foreign ministry spokesman, told reporters. "
    "He said the two countries' directors of military operations spoke by phone on Wednesday. "
    "Pakistan had violated the ceasefire understanding of February 2021, he said.\n\n"
    "The United Nations said it was watching the reports."
)
WIRE = (
    "Pakistan's army said dozens of shells hit Neelum village on Tuesday and six people were killed. "
    "<script>alert('x')</script> a reader wrote under the story."
)


@dataclass
class Desk:
    """Gather the marks of one document by the words they cover."""

    document: Document
    statements: list[Statement] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    annotations: list[Annotation] = field(default_factory=list)
    groundings: list[Grounding] = field(default_factory=list)

    def span(self, words: str, nth: int = 0) -> Span:
        """Return the span of some words as they stand in the text."""
        start = [found.start() for found in re.finditer(re.escape(words), self.document.text)][nth]
        return self.document.span(start, start + len(words))

    def say(self, words: str, content: str, cue: str, source: PartyRef | None, **fields: object) -> Statement:
        """Add a statement whose source is named by `words`."""
        heads = (self.span(cue), self.span(content))
        plain: dict[str, object] = {"act": "say", "polarity": "asserts", "directness": "indirect", **fields}
        made = Statement(
            id=statement_id(self.document.id, *heads),
            document=self.document.id,
            source=Source(self.span(words) if words else None, (source,) if source else (), "explicit"),
            cue=(heads[0],),
            content=(heads[1],),
            principal=plain.pop("principal", None),  # type: ignore[arg-type]  # a test names its own fields
            **plain,  # type: ignore[arg-type]
        )
        self.statements.append(made)
        return made

    def code(self, trigger: str, type_: str, statement: Statement | None, **fields: object) -> Event:
        """Add an event told in a statement (or by the publisher)."""
        head = self.span(trigger)
        plain: dict[str, object] = {
            "plover": Plover("ASSAULT", "heavy-weapons", ("military",)),
            "cameo": "194",
            "intensity": -9.5,
            "arguments": (),
            "happened": Interval("2023-05-09", "2023-05-09", "text"),
            "place": POONCH,
            "factuality": "certain+",
            "frame": "actual",
            **fields,
        }
        made = Event(
            id=event_id(self.document.id, head, type_, statement.id if statement else None),
            document=self.document.id,
            statement=statement.id if statement else None,
            trigger=head,
            type=type_,
            rule=f"{type_}/{trigger}",
            **plain,  # type: ignore[arg-type]  # a test names its own fields
        )
        self.events.append(made)
        return made

    def bundle(self, parties: Iterable[Party] = PARTIES, places: Iterable[Place] = PLACES) -> Bundle:
        """Return all marks as the bundle of one run."""
        return Bundle(
            document=self.document,
            run=RUN.id,
            annotations=tuple(self.annotations),
            groundings=tuple(self.groundings),
            statements=tuple(self.statements),
            events=tuple(self.events),
            parties=tuple(parties),
            places=tuple(places),
        )


def document(path: str, text: str, **fields: object) -> Document:
    """Make a document with its digests; a newsletter line becomes boilerplate."""
    at = text.find("Subscribe to")
    blocks = [Block("paragraph", 0, at if at >= 0 else len(text))]
    if at >= 0:
        blocks.append(Block("boilerplate", at, len(text)))
    plain: dict[str, object] = {"url": None, "publisher": None, "published": UNKNOWN, "language": "en", **fields}
    return Document(
        id=document_id(text, plain["url"], plain["publisher"]),  # type: ignore[arg-type]  # tests name their own
        text=text,
        text_sha256=digest(text.encode()),
        raw_sha256=digest(text.encode()),
        path=path,
        blocks=tuple(blocks),
        **plain,  # type: ignore[arg-type]
    )


@dataclass(frozen=True)
class Story:
    """Hold the whole hand-made record."""

    desks: tuple[Desk, ...]
    incidents: tuple[Incident, ...]
    claims: tuple[Claim, ...]
    discrepancies: tuple[Discrepancy, ...]
    agreement_links: tuple[AgreementLink, ...]
    copies: tuple[CopyLink, ...]

    @property
    def bundles(self) -> tuple[Bundle, ...]:
        """Return one bundle a document."""
        return tuple(desk.bundle() for desk in self.desks)


def claim(incident: str, slot: str, text: str, quote: Span, statement: Statement, **value: object) -> Claim:
    """Make what a statement says of one slot."""
    polarity = value.pop("polarity", statement.polarity)
    event = value.pop("event", None)
    return Claim(
        id=claim_id(slot, quote, statement.id, event),  # type: ignore[arg-type]  # a test gives an id or nothing
        incident=incident,
        slot=slot,
        value={"text": text, **value},  # type: ignore[dict-item]
        quote=quote,
        document=quote.document,
        source=statement.source.ref,
        principal=statement.principal,
        publisher=None,
        channel=statement.channel,
        polarity=polarity,  # type: ignore[arg-type]
        statement=statement.id,
        event=event,  # type: ignore[arg-type]
        said_at=statement.said_at,
        evidence=(quote,),
    )


def difference(kind: str, slot: str, claims: tuple[Claim, ...], why: str) -> Discrepancy:
    """Make a discrepancy between claims."""
    ids = tuple(item.id for item in claims)
    return Discrepancy(
        id=discrepancy_id(kind, slot, ids),
        incident=claims[0].incident,
        other_incident=None,
        slot=slot,
        kind=kind,  # type: ignore[arg-type]  # a test names a kind
        claims=ids,
        explanation=why,
        score=1.0,
        documents=tuple(sorted({item.document for item in claims})),
    )


def kashmir() -> Story:
    """Make three reports, one contested incident with differing figures, a call and an alleged breach."""
    stated = Interval("2023-05-10", "2023-05-10", "stated")
    dawn = Desk(
        document("dawn.txt", DAWN, publisher="Morning Post", published=stated, url="https://example.org/a?b=1&c=2")
    )
    herald = Desk(
        document(
            "herald.txt",
            HERALD,
            publisher="Delhi Herald",
            published=Interval("2023-05-10", "2023-05-11", "inferred:neighbours"),
            url="javascript:alert(1)",
        )
    )
    wire = Desk(document("wire.txt", WIRE, publisher="<b>Wire</b>"))
    said = Interval("2023-05-09", "2023-05-09", "text")

    shelled = dawn.say(
        "Pakistan's military press wing",
        "Indian guns shelled Neelum village, killing four civilians",
        "said",
        ISPR,
        principal=PAKISTAN,
        said_at=said,
    )
    shells = dawn.say(
        "it",
        "Around 30 shells fell in one hour",
        "said in",
        ISPR,
        principal=PAKISTAN,
        channel="statement",
        directness="direct",
    )
    urged = dawn.say(
        "China",
        "both sides to show restraint 🕊 and return to talks",
        "urged",
        CHINA,
        principal=CHINA,
        act="urge",
        polarity="open",
    )
    denied = herald.say("India", "the charge", "denied", INDIA, principal=INDIA, act="deny", polarity="denies")
    no_fire = herald.say(
        "Arindam Rao",
        "Its guns did not fire across the line",
        "told",
        SPOKESMAN,
        principal=INDIA,
        act="deny",
        polarity="denies",
    )
    phoned = herald.say(
        "He", "the two countries' directors of military operations spoke by phone on Wednesday", "said", SPOKESMAN,
        principal=INDIA,
    )  # fmt: skip
    breach = herald.say(
        "he",
        "Pakistan had violated the ceasefire understanding of February 2021",
        "he said",
        SPOKESMAN,
        principal=INDIA,
        act="accuse",
    )
    watching = herald.say(
        "The United Nations", "it was watching the reports", "said it", UN, principal=UN, polarity="open"
    )
    dozens = wire.say(
        "Pakistan's army",
        "dozens of shells hit Neelum village on Tuesday and six people were killed",
        "said",
        ISPR,
        principal=PAKISTAN,
    )

    attack = dawn.code("shelled", "shelling", shelled)
    again = dawn.code("fell", "shelling", shells)
    not_fired = herald.code("fire", "shelling", no_fire, factuality="certain-")
    charge = herald.code("charge.", "shelling", denied, factuality="certain-")
    hit = wire.code("hit", "shelling", dozens)
    wednesday = Interval("2023-05-10", "2023-05-10", "text")
    call = herald.code(
        "spoke",
        "call",
        phoned,
        plover=Plover("CONSULT", "phone", ("military",)),
        cameo="041",
        intensity=1.5,
        happened=wednesday,
        place=None,
        arguments=(
            Argument("actor", herald.span("two countries"), INDIA),
            Argument("recipient", herald.span("two countries"), PAKISTAN),
            Argument("time", herald.span("Wednesday"), time=wednesday),
        ),
    )

    shelling = Incident(
        id=incident_id(attack.id),
        label="Alleged shelling of Neelum village across the Line of Control",
        type="shelling",
        happened=Interval("2023-05-09", "2023-05-09", "text"),
        places=(POONCH, PlaceRef("neelum", "Neelum Valley")),
        actors=(INDIA,),
        recipients=(PAKISTAN,),
        events=(attack.id, again.id, not_fired.id, charge.id, hit.id),
        documents=(dawn.document.id, herald.document.id, wire.document.id),
        origins=2,
        status="contested",
        parties=(
            Position(PAKISTAN, "asserts", (shelled.id, shells.id, dozens.id)),
            Position(INDIA, "denies", (denied.id, no_fire.id)),
            Position(CHINA, "open", (urged.id,)),
            Position(UN, "open", (watching.id,)),
        ),
    )
    hotline = Incident(
        id=incident_id(call.id),
        label="Call between the directors of military operations of India and Pakistan",
        type="call",
        happened=wednesday,
        places=(),
        actors=(INDIA,),
        recipients=(PAKISTAN,),
        events=(call.id,),
        documents=(herald.document.id,),
        origins=1,
        status="single_origin",
        parties=(Position(INDIA, "asserts", (phoned.id,)),),
    )
    claims = (
        claim(shelling.id, "occurred", "shelled", dawn.span("shelled"), shelled, event=attack.id),
        claim(shelling.id, "occurred", "did not fire", herald.span("did not fire"), no_fire, event=not_fired.id),
        claim(shelling.id, "occurred", "hit", wire.span("hit"), dozens, event=hit.id),
        claim(shelling.id, "killed", "four civilians", dawn.span("four civilians"), shelled, low=4, high=4),
        claim(shelling.id, "killed", "six people", wire.span("six people"), dozens, low=6, high=6),
        claim(shelling.id, "munitions", "Around 30", dawn.span("Around 30 shells"), shells, low=30, high=30),
        claim(shelling.id, "munitions", "dozens", wire.span("dozens of shells"), dozens, low=24, high=99),
        claim(hotline.id, "occurred", "spoke by phone", herald.span("spoke by phone"), phoned, event=call.id),
    )
    discrepancies = (
        difference("contradiction", "occurred", (claims[0], claims[1]), "Pakistan says so; India denies it."),
        difference("disagreement", "killed", (claims[3], claims[4]), "Four and six cannot both hold."),
        difference("granularity", "munitions", (claims[5], claims[6]), "Dozens may be around 30."),
    )
    evidence = herald.span("violated the ceasefire understanding of February 2021")
    link = AgreementLink(
        id=link_id("loc-2021", "alleges_violation", breach.id, evidence),
        document=herald.document.id,
        statement=breach.id,
        agreement="loc-2021",
        relation="alleges_violation",
        clause=None,
        accused=PAKISTAN,
        evidence=(evidence,),
    )
    dawn.annotations.append(annotation("name", dawn.span("China"), label="place"))
    return Story(
        desks=(dawn, herald, wire),
        incidents=(shelling, hotline),
        claims=claims,
        discrepancies=discrepancies,
        agreement_links=(link,),
        copies=(CopyLink(wire.document.id, dawn.document.id, 0.3),),
    )


def keep(story: Story, path: Path) -> Store:
    """Make a store that holds a story."""
    store = open_store(path, create=True)
    store.add(
        Reading(d.document, Raw(d.document.raw_sha256, d.document.text.encode(), "text/plain")) for d in story.desks
    )
    store.begin(RUN)
    for bundle in story.bundles:
        store.replace(bundle)
    joined = Joined(story.incidents)
    compared = Compared(story.claims, story.discrepancies, story.agreement_links)
    store.swap(Across(Copied(links=story.copies), joined, compared), RUN)
    return store
