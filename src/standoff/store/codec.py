"""Turn frozen records into JSON values and back, by the types their fields declare, so that no field is forgotten."""

from __future__ import annotations

import types
from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, dataclass, fields, is_dataclass
from functools import cache
from typing import Any, Generic, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from orjson import OPT_SORT_KEYS, dumps

from standoff.model.span import Span

T = TypeVar("T")
Turn = Callable[[Any], Any]  # from a value to its JSON form, or back


@dataclass(frozen=True, slots=True)
class Codec(Generic[T]):
    """Hold how one type of record is written as a JSON value and read back."""

    encode: Callable[[T], Any]
    decode: Callable[[Any], T]


def compact(value: Any) -> str:
    """Return JSON without spaces, the same for equal values."""
    return dumps(value, option=OPT_SORT_KEYS).decode()


def codec(kind: type[T]) -> Codec[T]:
    """Build the codec of a dataclass: mappings of its fields that leave out what equals a field's default.

    Types are read on first use, so that a command that shows one row does not pay for every record.
    """

    @cache
    def turns() -> tuple[Turn, Turn]:
        write, read = _turns(kind)
        return write or _same, read or _same

    def encode(record: T) -> Any:
        return turns()[0](record)

    def decode(value: Any) -> T:
        read: T = turns()[1](value)
        return read

    return Codec(encode, decode)


def _same(value: Any) -> Any:
    """Return what is JSON already."""
    return value


def _turns(kind: Any) -> tuple[Turn | None, Turn | None]:
    """Return how a type is written and read; nothing where its values are JSON already."""
    origin = get_origin(kind)
    if kind is Span:
        return _write_span, _read_span
    if is_dataclass(kind):
        return _record(kind)
    if origin in (Union, types.UnionType):
        return _union(tuple(part for part in get_args(kind) if part is not type(None)))
    if origin is tuple:
        return _sequence(get_args(kind)[0])
    if origin is frozenset:
        return sorted, frozenset
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return _mapping(get_args(kind)[1])
    if kind in (str, int, float, bool) or origin is Literal:
        return None, None
    raise TypeError(f"No JSON form is known for {kind!r}.")


def _write_span(span: Span) -> list[str | int]:
    return [span.document, span.start, span.stop, span.quote]


def _read_span(value: list[Any]) -> Span:
    return Span(*value)


def _sequence(item: Any) -> tuple[Turn | None, Turn | None]:
    """Return the turns of a tuple of one type, which JSON holds as a list."""
    write, read = _turns(item)
    if write is None or read is None:
        return list, tuple
    return (lambda values: [write(v) for v in values]), (lambda values: tuple([read(v) for v in values]))


def _mapping(item: Any) -> tuple[Turn | None, Turn | None]:
    """Return the turns of a mapping from text to one type."""
    write, read = _turns(item)
    if write is None or read is None:
        return dict, dict
    return (lambda m: {k: write(v) for k, v in m.items()}), (lambda m: {k: read(v) for k, v in m.items()})


def _union(parts: tuple[Any, ...]) -> tuple[Turn | None, Turn | None]:
    """Return the turns of a type that may be absent, or of records told apart by the fields they always write."""
    turning = [part for part in parts if _turns(part) != (None, None)]
    if len(turning) > 1:
        return _either(parts)
    return _optional(*_turns(turning[0])) if turning else (None, None)


def _optional(write: Turn | None, read: Turn | None) -> tuple[Turn | None, Turn | None]:
    """Return turns that let an absent value through."""
    if write is None or read is None:
        return None, None
    return (lambda v: None if v is None else write(v)), (lambda v: None if v is None else read(v))


def _either(parts: tuple[Any, ...]) -> tuple[Turn, Turn]:
    """Return the turns of one of several records; a mapping is read as the first whose fields cover its keys."""
    writes = {part: _record(part)[0] for part in parts}
    reads = [({f.name for f in fields(part)}, _record(part)[1]) for part in parts]

    def read(value: Any) -> Any:
        if value is None:
            return None
        return next(turn for names, turn in reads if names >= value.keys())(value)

    return (lambda v: None if v is None else writes[type(v)](v)), read


def _default(field: Field[Any]) -> Any:
    """Return a field's default, or MISSING."""
    return field.default_factory() if field.default_factory is not MISSING else field.default


def _record(kind: Any) -> tuple[Turn, Turn]:
    """Return the turns of a dataclass."""
    hints = get_type_hints(kind)
    plan = [(f.name, *_turns(hints[f.name]), _default(f)) for f in fields(kind)]
    readers = {name: read for name, _, read, _ in plan if read is not None}

    def read(value: dict[str, Any]) -> Any:
        return kind(**{name: readers[name](item) if name in readers else item for name, item in value.items()})

    return _writer([(name, turn, default) for name, turn, _, default in plan]), read


def _writer(plan: list[tuple[str, Turn | None, Any]]) -> Turn:
    """Compile the function that writes a record: a line a field, as `dataclasses` makes its own, in half the time."""
    known: dict[str, Any] = {}
    lines = ["def write(record):", "    found = {}"]
    for name, turn, default in plan:
        known |= {f"turn_{name}": turn, f"default_{name}": default}
        told = f"found[{name!r}] = {'value' if turn is None else f'turn_{name}(value)'}"
        if default is MISSING:
            lines += [f"    value = record.{name}", f"    {told}"]
        elif default is None or isinstance(default, bool):
            lines += [f"    if (value := record.{name}) is not {default!r}:", f"        {told}"]
        else:
            lines += [f"    if (value := record.{name}) != default_{name}:", f"        {told}"]
    exec("\n".join([*lines, "    return found"]), known)  # noqa: S102 - names of our own records' fields, no input
    write: Turn = known["write"]
    return write
