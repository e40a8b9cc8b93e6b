"""Hold one stand-off mark made in one document: a name, description, pronoun, time, quantity or quotation."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from standoff.model.ids import content_key
from standoff.model.span import Span

AnnotationKind = Literal["sentence", "name", "description", "pronoun", "time", "quantity", "quotation", "place"]
Attribute = str | int | float | bool | None


@dataclass(frozen=True, slots=True)
class Annotation:
    """Mark one mention: kind, full span, head span (trimmed, the part ids are made of) and attributes.

    name: `label` person|organisation|place|group|event|other. time: `type` and `value` (TIMEX3, before grounding).
    quantity: `kind` troops|killed|wounded|captured|missing|displaced|distance|area|duration|money|equipment|share|
    count, `low`, `high`, `unit`, `approximate`. quotation: `level`, `closed`.
    """

    id: str
    kind: AnnotationKind
    span: Span
    head: Span
    attributes: Mapping[str, Attribute] = field(default_factory=dict)


def annotation(kind: AnnotationKind, span: Span, head: Span | None = None, **attributes: Attribute) -> Annotation:
    """Build an annotation with its content key."""
    head = head or span
    return Annotation(content_key("ann", head.document, kind, head.start, head.stop), kind, span, head, attributes)
