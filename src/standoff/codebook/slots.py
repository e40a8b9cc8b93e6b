"""Load slots.yaml: claim slots, their questions and the value type of each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from standoff.codebook.measures import QUANTITIES
from standoff.codebook.schema import Entry, read_yaml
from standoff.errors import CodebookError
from standoff.model.claim import OCCURRED

VALUES = ("count", "distance", "duration", "date", "place", "party", "channel", "text")
ROLES = ("actor", "recipient", "place", "time", "instrument")
_KEYS = ("id", "label", "value", "role", "quantity", "order", "weight", "question", "description", "example")


@dataclass(frozen=True, slots=True)
class Slot:
    """Hold one slot: its value type, the argument that fills it, its row in a matrix and the weight of a difference."""

    id: str
    label: str
    value: str
    question: str
    description: str
    example: str
    order: int
    weight: float
    role: str | None = None
    quantity: str | None = None


@dataclass(frozen=True, slots=True)
class SlotBook:
    """Hold the slots in the order of a matrix, by id, by role and by kind of quantity."""

    slots: Mapping[str, Slot] = field(default_factory=dict)
    by_role: Mapping[str, Slot] = field(default_factory=dict)
    by_quantity: Mapping[str, Slot] = field(default_factory=dict)

    def __getitem__(self, slot: str) -> Slot:
        """Return a slot by id."""
        return self.slots[slot]

    def order(self, slot: str) -> int:
        """Return the row of a slot in a matrix; a slot that the codebook does not know comes last."""
        known = self.slots.get(slot)
        return known.order if known else len(self.slots) + 1


def load_slots(folder: Path) -> SlotBook:
    """Read and check this part of the codebook."""
    found: dict[str, Slot] = {}
    for entry in read_yaml(folder / "slots.yaml"):
        slot = _slot(entry)
        if slot.id in found:
            raise entry.refuse("id", f"{slot.id!r} is given twice")
        found[slot.id] = slot
    if OCCURRED not in found:
        raise CodebookError(f"slots.yaml, line 1, key 'id': the slot '{OCCURRED}' is missing.")
    ordered = dict(sorted(found.items(), key=lambda item: (item[1].order, item[0])))
    return SlotBook(
        ordered,
        {slot.role: slot for slot in ordered.values() if slot.role},
        {slot.quantity: slot for slot in ordered.values() if slot.quantity},
    )


def _slot(entry: Entry) -> Slot:
    """Return one checked entry."""
    entry.only(*_KEYS)
    order, weight = entry.number("order"), entry.number("weight")
    if order is None:
        raise entry.refuse("order", "is required and must be a number")
    if weight is None or not 0 <= weight <= 1:
        raise entry.refuse("weight", "is required and must lie between 0 and 1")
    return Slot(
        id=entry.text("id"),
        label=entry.text("label"),
        value=entry.choice("value", *VALUES),
        question=entry.text("question"),
        description=entry.text("description"),
        example=entry.text("example"),
        order=int(order),
        weight=weight,
        role=entry.choice("role", *ROLES) if entry.maybe("role") else None,
        quantity=entry.choice("quantity", *QUANTITIES) if entry.maybe("quantity") else None,
    )
