"""Read the trigger dictionary: the words that evoke an event type, and what must, or must not, stand beside them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import Literal, cast

from standoff.codebook.event_types import EventType, Filler
from standoff.codebook.schema import Entry, read_csv, read_yaml

Part = Literal["v", "n", "p"]

_PARTIES = frozenset({"armed", "official", "officer", "body", "place", "force", "people", "crowd", "workers"})
_KEYS = ("type", "pos", "words", "object", "subject", "prep", "not", "roles")


@dataclass(frozen=True, slots=True)
class Preposition:
    """Hold a preposition a trigger asks for and the words or classes that may follow it (any, where empty)."""

    word: str
    after: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Trigger:
    """Hold one dictionary entry: the words that evoke a type, and what must stand, or must not, beside them.

    Tests are lemmas, `@class` names, `+` (something) or `-` (nothing); `type` is empty for a look-alike.
    `others` are a verb's particles, a noun's modifiers before it, or the rest of a phrase.
    """

    rule: str
    type: str
    pos: Part
    head: str
    others: tuple[str, ...]
    object: tuple[str, ...]
    subject: tuple[str, ...]
    preps: tuple[Preposition, ...]
    bans: tuple[str, ...]
    roles: Mapping[str, Filler]
    weight: int


@dataclass(frozen=True, slots=True)
class WordClass:
    """Hold a class of words: lemmas, and OntoNotes entity labels that belong to it."""

    words: frozenset[str]
    labels: frozenset[str]


def read_classes(path: Path) -> dict[str, WordClass]:
    """Return the word classes by name; a class may take in others by `@name`, given before it."""
    found: dict[str, WordClass] = {}
    for entry in read_yaml(path):
        entry.only("id", "words", "labels", "description")
        words: set[str] = set()
        labels = set(entry.texts("labels"))
        for word in entry.texts("words"):
            if not word.startswith("@"):
                words.add(word)
            elif word[1:] in found:
                words |= found[word[1:]].words
                labels |= found[word[1:]].labels
            else:
                raise entry.refuse("words", f"the class {word!r} is not given before")
        found[entry.text("id")] = WordClass(frozenset(words), frozenset(labels))
    return found


def read_triggers(path: Path, types: Mapping[str, EventType], classes: Mapping[str, WordClass]) -> Iterator[Trigger]:
    """Yield the dictionary entries of a file, one for each choice among alternatives."""
    for row in read_csv(path):
        row.only(*_KEYS)
        type_ = row.text("type")
        if type_ != "none" and type_ not in types:
            raise row.refuse("type", f"{type_!r} is no event type")
        pos = cast("Part", row.choice("pos", "v", "n", "p"))
        tests = {key: row.texts(key) for key in ("object", "subject", "not")}
        preps = tuple(_preposition(text) for text in row.texts("prep"))
        for key, words in (*tests.items(), *(("prep", p.after) for p in preps)):
            _check_classes(row, key, words, classes)
        weight = (
            _weight(tests["object"])
            + _subject_weight(tests["subject"])
            + 2 * bool(preps)
            + 2 * any(p.after for p in preps)
        )
        for words in product(*(word.split("|") for word in row.text("words").split())):
            head, others = (words[-1], words[:-1]) if pos == "n" else (words[0], words[1:])
            yield Trigger(
                rule=f"{path.name}:{'_'.join(words)}.{pos}" + "".join(f"({k})" for k in tests["object"][:1]),
                type="" if type_ == "none" else type_,
                pos=pos,
                head=head,
                others=others,
                object=tests["object"],
                subject=tests["subject"],
                preps=preps,
                bans=tests["not"],
                roles=read_roles(row),
                weight=weight + 4 * len(others),
            )


def _weight(tests: tuple[str, ...]) -> int:
    """Return how much an object test narrows: words and classes more than the mere presence of an object."""
    return bool(tests) + 3 * any(test not in "+-" for test in tests)


def _subject_weight(tests: tuple[str, ...]) -> int:
    """Return how much a subject test narrows: things that act (`drone`, `shell`) tell more than parties do."""
    if not tests:
        return 0
    return 2 if any(test[1:] in _PARTIES for test in tests if test.startswith("@")) else 5


def _preposition(text: str) -> Preposition:
    """Read `into` or `into:@place+border` (a preposition and what may follow it)."""
    word, _, after = text.partition(":")
    return Preposition(word, tuple(after.split("+")) if after else ())


def _check_classes(row: Entry, key: str, words: tuple[str, ...], classes: Mapping[str, WordClass]) -> None:
    """Refuse a test that names a class nobody defines."""
    for word in words:
        if word.startswith("@") and word[1:] not in classes:
            raise row.refuse(key, f"{word!r} is no word class")


def indexed(triggers: list[Trigger], pos: Part) -> dict[str, tuple[Trigger, ...]]:
    """Return the entries of one kind by head word, the most demanding first."""
    found: dict[str, list[Trigger]] = {}
    for trigger in triggers:
        if trigger.pos == pos:
            found.setdefault(trigger.head, []).append(trigger)
    return {head: tuple(sorted(entries, key=lambda t: (-t.weight, t.type != ""))) for head, entries in found.items()}


def read_roles(row: Entry) -> dict[str, Filler]:
    """Read `object=actor` pairs: which grammatical slot fills which role."""
    found: dict[str, Filler] = {}
    for text in row.texts("roles"):
        slot, _, filler = text.partition("=")
        if filler not in ("actor", "recipient", "none"):
            raise row.refuse("roles", f"{text!r} is not like object=actor")
        found[slot] = cast("Filler", filler)
    return found
