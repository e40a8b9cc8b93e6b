"""List the annotators in order, with what each assigns and requires; the list is checked when assembled."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from standoff.annotating.mentions.cells import mark_cells
from standoff.annotating.mentions.landmarks import mark_landmarks
from standoff.annotating.mentions.mark import mark_mentions
from standoff.annotating.quantities.mark import mark_quantities
from standoff.annotating.quotes import mark_quotations
from standoff.annotating.times.mark import mark_times
from standoff.codebook.load import Codebook
from standoff.errors import InvariantError
from standoff.model.annotation import Annotation, AnnotationKind
from standoff.model.document import Document
from standoff.model.parse import Parse


@dataclass(frozen=True, slots=True)
class Materials:
    """Hold what every annotator may read."""

    document: Document
    parse: Parse
    codebook: Codebook


@dataclass(frozen=True, slots=True)
class Annotator:
    """Hold one annotator: its name, the kinds of marks it makes, what it needs, and the function itself.

    The function may read what the annotators before it have marked.
    """

    name: str
    assigns: tuple[AnnotationKind, ...]
    requires: tuple[str, ...]
    run: Callable[[Materials, Sequence[Annotation]], Iterable[Annotation]]


ANNOTATORS: tuple[Annotator, ...] = (
    Annotator(
        "mentions",
        ("name", "description", "pronoun"),
        ("parse", "parties"),
        lambda m, _: mark_mentions(m.document, m.parse, m.codebook.parties),
    ),
    Annotator("times", ("time",), ("parse",), lambda m, _: mark_times(m.document, m.parse, m.codebook.periods)),
    Annotator(
        "quantities",
        ("quantity",),
        ("parse", "time"),
        lambda m, marks: mark_quantities(
            m.document, m.parse, m.codebook.measures, (mark for mark in marks if mark.kind == "time")
        ),
    ),
    Annotator(
        "landmarks",
        ("place",),
        ("parse",),
        lambda m, _: [
            *mark_landmarks(m.document, m.parse, m.codebook.places),
            *mark_cells(m.document, m.codebook.places),
        ],
    ),
    Annotator("quotations", ("quotation",), (), lambda m, _: mark_quotations(m.document)),
)
GIVEN = frozenset({"parse", "parties"})


def check(annotators: Sequence[Annotator]) -> None:
    """Refuse a list in which an annotator lacks what it requires or two make marks of one kind."""
    have: set[str] = set(GIVEN)
    for stage in annotators:
        missing = [need for need in stage.requires if need not in have]
        if missing:
            raise InvariantError(
                f"The annotator {stage.name} requires {', '.join(missing)}, which nothing before makes."
            )
        twice = [kind for kind in stage.assigns if kind in have]
        if twice:
            raise InvariantError(f"The annotator {stage.name} makes {', '.join(twice)}, which another makes already.")
        have.update(stage.assigns)
