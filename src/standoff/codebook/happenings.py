"""Load events/: event types with PLOVER and CAMEO codes, the trigger dictionary, word classes and outlook words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import product
from pathlib import Path
from typing import Literal, cast

from standoff.codebook.schema import Entry, read_csv, read_yaml

Filler = Literal["actor", "recipient", "none"]
Part = Literal["v", "n", "p"]
Effect = Literal["negative", "probable", "possible", "planned", "hypothetical", "past", "plain"]

_SLOTS = ("subject", "object", "of", "by", "with", "poss")
_MODE_LINE = re.compile(r"[A-Z]+(/[a-z-]+)?\Z")
_TYPE_KEYS = (
    "id",
    "plover",
    "contexts",
    "cameo",
    "intensity",
    "family",
    "of",
    "roles",
    "kind",
    "description",
    "example",
)
_TRIGGER_KEYS = ("type", "pos", "words", "object", "subject", "prep", "not", "roles")


@dataclass(frozen=True, slots=True)
class EventType:
    """Hold one event type: PLOVER type, mode and contexts, CAMEO code, intensity (-10 to 10) and how its roles fill.

    `family` groups types that can be one happening; `kind` is deed, speech (done by saying), outcome (killed)
    or state; `of` says what a noun's of-phrase fills; `mutual` that all sides are actors.
    """

    id: str
    plover: str
    mode: str | None
    contexts: tuple[str, ...]
    cameo: str | None
    intensity: float | None
    family: str
    of: Filler
    mutual: bool
    kind: str
    description: str
    example: str


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


@dataclass(frozen=True, slots=True)
class Outlook:
    """Hold a word that colours what it governs: it negates, plans, doubts or supposes it."""

    word: str
    pos: str
    effect: Effect


@dataclass(frozen=True, slots=True)
class EventBook:
    """Hold event types, triggers by head word, word classes, outlook words, light verbs and what acts amount to."""

    types: Mapping[str, EventType]
    verbs: Mapping[str, tuple[Trigger, ...]]
    nouns: Mapping[str, tuple[Trigger, ...]]
    phrases: Mapping[str, tuple[Trigger, ...]]
    classes: Mapping[str, WordClass]
    outlooks: Mapping[tuple[str, str], Effect]
    lights: Mapping[str, Mapping[str, Filler]]
    acts: Mapping[str, str]
    narrowed: Mapping[tuple[str, str], str] = field(default_factory=dict)

    @property
    def size(self) -> int:
        """Return how many dictionary entries there are, alternatives counted apart."""
        return sum(len(found) for table in (self.verbs, self.nouns, self.phrases) for found in table.values())

    def family(self, type_: str) -> str:
        """Return the family of a type: types of one family can tell of one happening."""
        return self.types[type_].family


def load_happenings(folder: Path) -> EventBook:
    """Read and check this part of the codebook."""
    events = folder / "events"
    intensities = _intensities(events / "plover.csv")
    types = _types(events / "types.yaml", intensities)
    classes = _classes(events / "classes.yaml")
    triggers = [t for path in sorted(events.glob("triggers*.csv")) for t in _triggers(path, types, classes)]
    return EventBook(
        types=types,
        verbs=_indexed(triggers, "v"),
        nouns=_indexed(triggers, "n"),
        phrases=_indexed(triggers, "p"),
        classes=classes,
        outlooks=_outlooks(events / "outlook.csv"),
        lights=_lights(events / "light_verbs.csv"),
        acts=_acts(events / "speech.csv", types),
        narrowed=_narrowed(events / "narrowing.csv", types),
    )


def _intensities(path: Path) -> dict[tuple[str, str | None], float | None]:
    """Return the intensity of each PLOVER type and mode."""
    return {(row.text("type"), row.maybe("mode")): row.number("intensity") for row in read_csv(path)}


def _types(path: Path, intensities: Mapping[tuple[str, str | None], float | None]) -> dict[str, EventType]:
    """Return the event types by id."""
    found: dict[str, EventType] = {}
    for entry in read_yaml(path):
        entry.only(*_TYPE_KEYS)
        made = _type(entry, intensities)
        if made.id in found:
            raise entry.refuse("id", f"{made.id!r} is given twice")
        found[made.id] = made
    return found


def _type(entry: Entry, intensities: Mapping[tuple[str, str | None], float | None]) -> EventType:
    """Return one event type; its intensity is PLOVER's unless the entry gives its own."""
    code = entry.text("plover")
    if not _MODE_LINE.match(code):
        raise entry.refuse("plover", f"{code!r} is not like ASSAULT or ASSAULT/aerial")
    plover, _, mode = code.partition("/")
    if (plover, mode or None) not in intensities:
        raise entry.refuse("plover", f"{code!r} is no PLOVER type and mode")
    stated = entry.number("intensity")
    return EventType(
        id=entry.text("id"),
        plover=plover,
        mode=mode or None,
        contexts=entry.texts("contexts"),
        cameo=entry.maybe("cameo"),
        intensity=stated if stated is not None else intensities[plover, mode or None],
        family=entry.maybe("family") or entry.text("id"),
        of=cast("Filler", entry.choice("of", "actor", "recipient", "none") if entry.maybe("of") else "recipient"),
        mutual=entry.maybe("roles") == "mutual",
        kind=entry.choice("kind", "deed", "speech", "outcome", "state") if entry.maybe("kind") else "deed",
        description=entry.text("description"),
        example=entry.text("example"),
    )


def _classes(path: Path) -> dict[str, WordClass]:
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


def _triggers(path: Path, types: Mapping[str, EventType], classes: Mapping[str, WordClass]) -> Iterator[Trigger]:
    """Yield the dictionary entries of a file, one for each choice among alternatives."""
    for row in read_csv(path):
        row.only(*_TRIGGER_KEYS)
        type_ = row.text("type")
        if type_ != "none" and type_ not in types:
            raise row.refuse("type", f"{type_!r} is no event type")
        pos = cast("Part", row.choice("pos", "v", "n", "p"))
        tests = {key: row.texts(key) for key in ("object", "subject", "not")}
        preps = tuple(_preposition(text) for text in row.texts("prep"))
        for key, words in (*tests.items(), *(("prep", p.after) for p in preps)):
            _check_classes(row, key, words, classes)
        weight = (
            _weight(tests["object"]) + 2 * bool(tests["subject"]) + 2 * bool(preps) + 2 * any(p.after for p in preps)
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
                roles=_roles(row, row.texts("roles")),
                weight=weight + 4 * len(others),
            )


def _weight(tests: tuple[str, ...]) -> int:
    """Return how much an object test narrows: words and classes more than the mere presence of an object."""
    return bool(tests) + 3 * any(test not in "+-" for test in tests)


def _preposition(text: str) -> Preposition:
    """Read `into` or `into:@place+border` (a preposition and what may follow it)."""
    word, _, after = text.partition(":")
    return Preposition(word, tuple(after.split("+")) if after else ())


def _check_classes(row: Entry, key: str, words: tuple[str, ...], classes: Mapping[str, WordClass]) -> None:
    """Refuse a test that names a class nobody defines."""
    for word in words:
        if word.startswith("@") and word[1:] not in classes:
            raise row.refuse(key, f"{word!r} is no word class")


def _roles(row: Entry, texts: tuple[str, ...]) -> dict[str, Filler]:
    """Read `object=actor` pairs: which grammatical slot fills which role."""
    found: dict[str, Filler] = {}
    for text in texts:
        slot, _, filler = text.partition("=")
        if filler not in ("actor", "recipient", "none"):
            raise row.refuse("roles", f"{text!r} is not like object=actor")
        found[slot] = cast("Filler", filler)
    return found


def _indexed(triggers: list[Trigger], pos: Part) -> dict[str, tuple[Trigger, ...]]:
    """Return the entries of one kind by head word, the most demanding first."""
    found: dict[str, list[Trigger]] = {}
    for trigger in triggers:
        if trigger.pos == pos:
            found.setdefault(trigger.head, []).append(trigger)
    return {head: tuple(sorted(entries, key=lambda t: (-t.weight, t.type != ""))) for head, entries in found.items()}


def _outlooks(path: Path) -> dict[tuple[str, str], Effect]:
    """Return the effect of outlook words by word and part of speech (v, n, a)."""
    found: dict[tuple[str, str], Effect] = {}
    for row in read_csv(path):
        effect = row.choice("effect", "negative", "probable", "possible", "planned", "hypothetical", "past", "plain")
        for word in row.texts("words"):
            found[word, row.choice("pos", "v", "n", "a", "m")] = cast("Effect", effect)
    return found


def _lights(path: Path) -> dict[str, dict[str, Filler]]:
    """Return light verbs (`carry out`, `suffer`) with the roles their subject fills for the noun they carry."""
    return {verb: _roles(row, row.texts("roles")) for row in read_csv(path) for verb in row.texts("verbs")}


def _acts(path: Path, types: Mapping[str, EventType]) -> dict[str, str]:
    """Return the event type each speech act amounts to."""
    found: dict[str, str] = {}
    for row in read_csv(path):
        if row.text("type") not in types:
            raise row.refuse("type", f"{row.text('type')!r} is no event type")
        found[row.text("act")] = row.text("type")
    return found


def _narrowed(path: Path, types: Mapping[str, EventType]) -> dict[tuple[str, str], str]:
    """Return the finer type of a speech event by the family its content tells of."""
    found: dict[tuple[str, str], str] = {}
    for row in read_csv(path):
        for key in ("type", "narrowed"):
            if row.text(key) not in types:
                raise row.refuse(key, f"{row.text(key)!r} is no event type")
        for content in row.texts("content"):
            found[row.text("type"), content] = row.text("narrowed")
    return found
