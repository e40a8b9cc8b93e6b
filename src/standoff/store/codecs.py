"""Hold how each kind of record is written as the JSON body of its row and read back; needs no database package."""

from __future__ import annotations

from standoff.model.agreement import AgreementLink
from standoff.model.claim import Claim, Discrepancy
from standoff.model.decision import Decision
from standoff.model.entity import Party, Place
from standoff.model.event import Event
from standoff.model.grounding import Grounding
from standoff.model.incident import Incident
from standoff.model.sketch import Rendering, Sketch
from standoff.model.statement import Statement
from standoff.store.codec import codec

GROUNDING = codec(Grounding)
STATEMENT = codec(Statement)
EVENT = codec(Event)
INCIDENT = codec(Incident)
CLAIM = codec(Claim)
DISCREPANCY = codec(Discrepancy)
AGREEMENT_LINK = codec(AgreementLink)
DECISION = codec(Decision)
SKETCH = codec(Sketch)
RENDERING = codec(Rendering)
PARTY = codec(Party)
PLACE = codec(Place)
