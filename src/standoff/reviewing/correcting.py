"""Read what a correction sets: parties and places by id or name, days as intervals, types as codes, values as such."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from standoff.codebook.parties import PartyBook, load_parties
from standoff.codebook.slots import Slot
from standoff.errors import DecisionError, ValueParseError
from standoff.model.annotation import Attribute
from standoff.model.claim import OCCURRED
from standoff.model.clock import Interval
from standoff.model.entity import PartyRef, PlaceRef
from standoff.reviewing.choices import FIELDS, FOLDER, Choices, Fill, load_choices
from standoff.values import date, party, place
from standoff.values.amending import VALUE
from standoff.values.edtf import parse_edtf
from standoff.values.kinds import kind
from standoff.values.sides import side

BASIS = "reviewer"  # what a corrected day or value rests on
PARTY = ("party", "state", "kind")
PLACE = ("place", "lat", "lon", "precision_km", "country")
_CAMEO = re.compile(r"[0-9]{2,4}\Z")
_SEVERAL = 6  # values named in a refusal
_LONGEST = 300  # characters of a name or value


class Names(Protocol):
    """Look up what a name or an id stands for among the parties and places of a record."""

    def party(self, name: str) -> PartyRef | None:
        """Return a party by its id or its exact name, or nothing."""

    def place(self, name: str) -> PlaceRef | None:
        """Return a place by its id or its exact name, or nothing."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Hold what corrections are read with: the record's names, the codebook's parties, and the lists of values."""

    names: Names
    parties: PartyBook
    choices: Choices

    def party(self, name: str) -> PartyRef:
        """Return a party of the record or the codebook; a name that neither knows stays a name: unknown is no id."""
        held = self.names.party(name)
        if held is None:
            known = self.parties.get(name) or self.parties.find(name)
            held = self.parties.ref(known.id) if known else PartyRef(None, name)
        return held

    def place(self, name: str) -> PlaceRef:
        """Return a place of the record; a name that it does not know stays a name."""
        return self.names.place(name) or PlaceRef(None, name)


def lexicon(names: Names) -> Lexicon:
    """Load what corrections are read with."""
    return Lexicon(names, load_parties(FOLDER), load_choices())


def resolved(kind_: str, correction: Mapping[str, Attribute], book: Lexicon, slot: Slot | None) -> dict[str, Attribute]:
    """Return a correction with what its words stand for, so that the log says by itself what was meant.

    `slot` is the claim's. Raises DecisionError for a field or a value that cannot be set, naming those that can.
    """
    fills = FIELDS.get(kind_, {})
    wrong = sorted(set(correction) - set(fills))
    if wrong or not correction:
        can = f"; {', '.join(sorted(fills))} can" if fills else f", for {kind_} rows have none that can"
        raise DecisionError(f"{', '.join(wrong) or 'Nothing'} cannot be corrected{can}.")
    found: dict[str, Attribute] = {}
    for field, given in correction.items():
        told = given.strip() if isinstance(given, str) else given
        found |= _read(field, fills[field], told or (None if told == "" else told), (book, slot))
    return found


def _read(field: str, fill: Fill, given: Attribute, known: tuple[Lexicon, Slot | None]) -> dict[str, Attribute]:
    """Return one field with the parts that its value stands for; an empty one takes the value away where it can."""
    book, slot = known
    if isinstance(given, str) and len(given) > _LONGEST:
        raise DecisionError(f"{field} is longer than {_LONGEST} characters.")
    if fill == "value":
        return _value(given, slot, book)
    if fill == "flag":
        return {field: _flag(field, given)}
    if given is None:
        _check_empty(field)
        return {field: None}
    if fill == "party":
        ref = book.party(str(given))
        return {field: ref.name, **_parts(field, ref, PARTY)}
    if fill == "place":
        spot = book.place(str(given))
        return {field: spot.name, **_parts(field, spot, PLACE)}
    if fill == "days":
        interval_of(str(given))
    elif fill == "code" and not _CAMEO.match(str(given)):
        raise DecisionError(f"{given!r} is no CAMEO code: give two to four digits, such as 190.")
    elif fill == "choice":
        return _chosen(field, str(given), book.choices)
    return {field: str(given)}


def _check_empty(field: str) -> None:
    """Refuse to take away what every row has."""
    if field in {"act", "polarity", "directness", "type", "factuality", "frame"}:
        raise DecisionError(f"{field} cannot be empty: give what it is.")


def _flag(field: str, given: Attribute) -> bool:
    """Return yes or no."""
    if not isinstance(given, bool):
        raise DecisionError(f"{field} is true or false, not {given!r}.")
    return given


def _parts(field: str, ref: PartyRef | PlaceRef, names: tuple[str, ...]) -> dict[str, Attribute]:
    """Return the known parts of a reference as fields of their own."""
    return {f"{field}.{name}": getattr(ref, name) for name in names if getattr(ref, name) is not None}


def _chosen(field: str, given: str, choices: Choices) -> dict[str, Attribute]:
    """Return a value of a list; a type of event with its codes. Refuses others, naming some that there are."""
    known = choices.values[field]
    if given not in known:
        begin = [one for one in known if one.startswith(given[:2])] or list(known)
        raise DecisionError(f"{given!r} is no {field}: try {', '.join(begin[:_SEVERAL])}.")
    if field != "type":
        return {field: given}
    made = choices.types[given]
    coded = {"plover": made.plover, "mode": made.mode, "contexts": ",".join(made.contexts) or None}
    coded |= {"cameo": made.cameo}
    return {field: given, **{f"type.{name}": code for name, code in coded.items()}, "type.intensity": made.intensity}


def _value(given: Attribute, slot: Slot | None, book: Lexicon) -> dict[str, Attribute]:
    """Return a slot's value with the parts that its type reads out of it."""
    if slot is None or slot.id == OCCURRED:
        raise DecisionError(
            "Whether it occurred is corrected on the statement (act, polarity) or the event (type, factuality)."
        )
    if given is None or isinstance(given, bool):
        raise DecisionError(f"Give the {slot.label}; a claim that says nothing of it is to be rejected.")
    text = str(given)
    try:
        parts = _typed(text, slot, book)
    except ValueParseError as error:
        raise DecisionError(f"{error} The {slot.label} of a claim is a {slot.value}.") from error
    return {VALUE: text, **{f"{VALUE}.{name}": part for name, part in parts.items()}, f"{VALUE}.basis": BASIS}


def _typed(text: str, slot: Slot, book: Lexicon) -> Mapping[str, Attribute]:
    """Read a value of a slot's type."""
    if slot.value == "party":
        ref = book.party(text)
        return party.of(ref, ref.name, side(ref, book.parties))
    if slot.value == "place":
        spot = book.place(text)
        return place.of(spot, spot.name)
    if slot.value == "date":
        return date.of(interval_of(text), text)
    return kind(slot.value).parse(text)


def interval_of(days: str) -> Interval:
    """Return the interval that EDTF writes: a day, a month, two with a slash between; raises DecisionError for none."""
    try:
        found = parse_edtf(days, BASIS)
    except ValueParseError as error:
        raise DecisionError(f"{days!r} is no day: give YYYY-MM-DD, YYYY-MM, or two with a slash between.") from error
    if not found.known:
        raise DecisionError(f"{days!r} is no day: it has neither a beginning nor an end.")
    return found
