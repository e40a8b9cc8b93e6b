"""Mark quantities: numbers with kind, unit, bounds and vagueness."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from standoff.annotating.quantities.amounts import STARTERS, Amount, read_amount
from standoff.annotating.quantities.counted import Counted, what_is_counted
from standoff.annotating.quantities.parts import Quantity, with_parts
from standoff.annotating.times.line import Line
from standoff.annotating.times.mark import mark_times
from standoff.codebook.measures import NO_MEASURES, MeasureBook
from standoff.model.annotation import Annotation, Attribute, annotation
from standoff.model.document import Document
from standoff.model.parse import Parse


def mark_quantities(
    document: Document,
    parse: Parse,
    measures: MeasureBook = NO_MEASURES,
    times: Iterable[Annotation] | None = None,
) -> list[Annotation]:
    """Return the quantity marks of a document in text order.

    A mark reaches from the words that bound the number to the noun it counts. `low` and `high` are inclusive, absent
    where open; `noun` is what is counted, `unit` its measure; `converts` marks `(2 miles)` behind `3 kilometers`.
    """
    times = mark_times(document, parse) if times is None else list(times)
    taken: set[int] = set()
    found: list[Quantity] = []
    for mark in times:
        tokens = parse.tokens_in(mark.span.start, mark.span.stop)
        taken.update(tokens)
        duration = _duration(mark)
        if duration:
            found.append(Quantity(tokens.start, tokens.stop, duration))
    line = Line([form.lower() for form in parse.forms], parse.forms, parse.tags, parse.entities)
    found.extend(_quantities(line, parse, measures, taken))
    found = with_parts(line, parse, sorted(found, key=lambda quantity: quantity.start))
    return [_annotation(document, parse, item, found[index - 1] if index else None) for index, item in enumerate(found)]


def _annotation(document: Document, parse: Parse, item: Quantity, before: Quantity | None) -> Annotation:
    """Return a quantity as an annotation, marked as a conversion where it stands in brackets behind its like."""
    attributes = dict(item.attributes)
    bracketed = before is not None and item.start == before.stop + 1 and parse.forms[item.start - 1] == "("
    if before is not None and bracketed and before.attributes["kind"] == attributes["kind"]:
        attributes = {**attributes, "converts": True}
    span = document.span(parse.starts[item.start], parse.stops[item.stop - 1])
    return replace(annotation("quantity", span), attributes=attributes)  # `kind` is an attribute's name too


_UNITS = {"Y": "year", "M": "month", "W": "week", "D": "day", "H": "hour", "S": "second", "Q": "quarter", "E": "decade"}


def _duration(mark: Annotation) -> dict[str, Attribute] | None:
    """Return the attributes of a duration, from its TIMEX3 value."""
    value, mod = mark.attributes.get("value"), mark.attributes.get("mod")
    if mark.attributes.get("form") != "duration" or not isinstance(value, str) or len(value) < 3:
        return None
    unit = "minute" if value.startswith("PT") and value.endswith("M") else _UNITS.get(value[-1])
    digits = value.lstrip("PT").rstrip("YMWDHSQECT")
    try:
        count: float | None = float(digits)
    except ValueError:
        count = None
    if unit is None:
        return None
    low, high = count, count
    if mod in ("MORE_THAN", "EQUAL_OR_MORE"):
        high = None
    elif mod in ("LESS_THAN", "EQUAL_OR_LESS"):
        low = None
    approximate = count is None or mod in ("APPROX", "LESS_THAN")
    return {"kind": "duration", "low": low, "high": high, "unit": unit, "approximate": approximate, "noun": unit}


def _quantities(line: Line, parse: Parse, measures: MeasureBook, taken: set[int]) -> Iterator[Quantity]:
    """Yield the quantities outside time marks, left to right."""
    at, size = 0, len(line.words)
    while at < size:
        amount = None
        if at not in taken and (line.words[at] in STARTERS or line.words[at][:1].isdigit()):
            amount = None if _is_particle(parse, at, measures) else read_amount(line, at)
        if amount is None or taken.intersection(range(amount.start, amount.stop)):
            at += 1
            continue
        counted = what_is_counted(line, parse, amount, measures)
        if counted is not None:
            yield Quantity(min(amount.start, counted.start), counted.stop, _attributes(amount, counted))
        at = max(amount.stop, counted.stop if counted else amount.stop)


def _is_particle(parse: Parse, at: int, measures: MeasureBook) -> bool:
    """Tell whether an `over` bounds no number: `handed over 103 rifles`, `a row over four villages`."""
    if parse.forms[at].lower() != "over":
        return False
    return parse.deps[at] in ("prep", "prt") or (at > 0 and parse.lemmas[at - 1].lower() in measures.over)


def _attributes(amount: Amount, counted: Counted) -> dict[str, Attribute]:
    """Return a quantity's attributes; whole bounds are whole numbers."""
    return {
        "kind": counted.kind,
        "low": _whole(amount.low),
        "high": _whole(amount.high),
        "unit": counted.unit,
        "approximate": amount.approximate,
        "noun": counted.noun,
    }


def _whole(bound: float | None) -> int | float | None:
    """Return a bound as a whole number where it is one."""
    return int(bound) if bound is not None and bound == int(bound) else bound
