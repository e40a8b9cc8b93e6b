"""Hold a run, what made a derived row, its failures, and the bundle one run derived from one document."""

from __future__ import annotations

from dataclasses import dataclass

from standoff.model.annotation import Annotation
from standoff.model.document import Document
from standoff.model.entity import Party, Place
from standoff.model.event import Event
from standoff.model.grounding import Grounding
from standoff.model.ids import content_key
from standoff.model.statement import Statement


@dataclass(frozen=True, slots=True)
class Run:
    """Hold the versions that made derived rows: program, codebook and models; equal versions make an equal id."""

    id: str
    version: str
    codebook: str
    models: str


def run_of(version: str, codebook: str, models: str) -> Run:
    """Build the run of a program version, a codebook digest and a digest of the models."""
    return Run(content_key("run", version, codebook, models), version, codebook, models)


@dataclass(frozen=True, slots=True)
class Failure:
    """Hold one document (or input) that failed: where, at which step, and why."""

    path: str
    step: str
    reason: str
    document: str | None = None


@dataclass(frozen=True, slots=True)
class Bundle:
    """Hold all that one run derived from one document: the unit that crosses processes and is stored at once.

    `parties` and `places` are the entities the groundings refer to, so that a bundle is readable without a codebook.
    """

    document: Document
    run: str
    annotations: tuple[Annotation, ...] = ()
    groundings: tuple[Grounding, ...] = ()
    statements: tuple[Statement, ...] = ()
    events: tuple[Event, ...] = ()
    parties: tuple[Party, ...] = ()
    places: tuple[Place, ...] = ()
    failure: Failure | None = None
