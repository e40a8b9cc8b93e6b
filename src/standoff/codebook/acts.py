"""Load speech acts, the words that mark them, the weights of evidence for each, and channels."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, cast, get_args

from standoff.codebook.schema import Entry, read_csv, read_yaml
from standoff.errors import CodebookError

Polarity = Literal["asserts", "denies", "open"]
CueKind = Literal["speech", "attitude", "contact", "omission", "hearsay", "relay"]
CuePos = Literal["verb", "noun", "adverb", "prep"]
GAP = "…"
_POLARITIES, _KINDS = get_args(Polarity), get_args(CueKind)
_FLAGS = ("negated", "hedge", "subject")
_FRAMES = (
    *("clause", "quote", "object", "to", "call", "passive", "around", "noun", "that"),
    *("of", "about", "for", "on", "with", "against", "over", "at", "as", "by"),
)


@dataclass(frozen=True, slots=True)
class Act:
    """Hold one speech act: its polarity, its polarity when negated, what it means, an example and other names.

    `becomes` lists the acts that evidence may turn it into when it is only a cue's usual act.
    """

    id: str
    polarity: Polarity
    negated: Polarity
    description: str
    example: str
    also: tuple[str, ...] = ()
    becomes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CueEntry:
    """Hold one reporting word or phrase: its words (lemmas, `…` for a gap), act, frames and kind.

    `frames` says where the content is: a clause or quotation, the object, an infinitive, a phrase with a preposition;
    no frame is whatever follows the phrase. `objects` lists the only nouns that may be its object,
    `barred` those (`-` before them in the file) that may not be;
    `subject` tells a passive whose subject speaks ("was quoted as saying").
    `addressee` says where the hearer is: the object, `to`, or nowhere.
    """

    words: tuple[str, ...]
    pos: CuePos
    act: str
    frames: frozenset[str]
    addressee: str | None
    kind: CueKind
    negated: bool = False
    hedge: bool = False
    subject: bool = False
    objects: frozenset[str] = frozenset()
    barred: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Channel:
    """Hold one medium with the nouns and verbs that name it."""

    id: str
    description: str
    example: str
    nouns: tuple[str, ...]
    cues: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ActBook:
    """Hold acts, cues by part of speech and first word, word lists, weights of evidence, and channels.

    `weights` holds a row of weights for each feature of evidence, a number an act, in the order that `column` tells.
    `lists_of` gives the lists that weigh for a word, `speakers_of` the kinds of speaker that a noun names,
    `kinds_of` those that a party's sector tells, `felt` the act that saying one feels so is ("appalled": criticise).
    `alike` is as `weights`, for words by the words that mean much the same: the mean over a content's words counts.
    """

    acts: Mapping[str, Act] = field(default_factory=dict)
    cues: Mapping[CuePos, Mapping[str, tuple[CueEntry, ...]]] = field(default_factory=dict)
    weights: Mapping[str, tuple[float, ...]] = field(default_factory=dict)
    column: Mapping[str, int] = field(default_factory=dict)
    words: Mapping[str, frozenset[str]] = field(default_factory=dict)
    lists_of: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    families_of: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    speakers_of: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    kinds_of: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    felt: Mapping[str, str] = field(default_factory=dict)
    alike: Mapping[str, tuple[float, ...]] = field(default_factory=dict)
    channels: tuple[Channel, ...] = ()
    channel_nouns: Mapping[str, str] = field(default_factory=dict)
    channel_cues: Mapping[str, str] = field(default_factory=dict)

    def polarity(self, act: str, negated: bool = False) -> Polarity:
        """Return where an act puts its speaker on the proposition."""
        entry = self.acts[act]
        return entry.negated if negated else entry.polarity

    def starting(self, pos: CuePos, word: str) -> tuple[CueEntry, ...]:
        """Return the cues of a part of speech whose first word this is, the longest first."""
        return self.cues.get(pos, {}).get(word, ())


def load_acts(folder: Path) -> ActBook:
    """Read and check this part of the codebook; refuses acts that no entry defines."""
    acts = {act.id: act for act in (_act(entry) for entry in read_yaml(folder / "acts.yaml"))}
    lists = {entry.text("id"): entry for entry in read_yaml(folder / "act_words.yaml")}
    for entry in lists.values():
        entry.only("id", "description", "weighs", "speaks", "sectors", "cues", "does", "words")
    words = {name: frozenset(entry.texts("words")) for name, entry in lists.items()}
    for act in acts.values():
        if unknown := [other for other in act.becomes if other not in acts]:
            raise CodebookError(f"acts.yaml: {act.id} may become {unknown[0]!r}, which is no act.")
    channels = tuple(_channel(entry) for entry in read_yaml(folder / "channels.yaml"))
    weights, column = _weights(folder / "act_weights.csv", acts)
    return ActBook(
        acts=acts,
        cues=_index(_cue(entry, acts) for entry in read_csv(folder / "cues.csv")),
        weights=weights,
        column=column,
        words=words,
        lists_of=_lists_of({name: words[name] for name, entry in lists.items() if entry.flag("weighs")}),
        families_of=_lists_of({name: words[name] for name, entry in lists.items() if entry.flag("cues")}),
        speakers_of=_lists_of({name: words[name] for name, entry in lists.items() if entry.flag("speaks")}),
        kinds_of=_lists_of({name: frozenset(entry.texts("sectors")) for name, entry in lists.items()}),
        felt=_felt(lists.values(), acts),
        alike=_weights(folder / "act_words_alike.csv", acts)[0],
        channels=channels,
        channel_nouns={noun: channel.id for channel in channels for noun in channel.nouns},
        channel_cues={cue: channel.id for channel in channels for cue in channel.cues},
    )


def _felt(lists: Iterable[Entry], acts: Mapping[str, Act]) -> dict[str, str]:
    """Return the act of each word of the lists of feelings that are one where they are said."""
    return {
        word: entry.choice("does", *acts) for entry in lists if entry.maybe("does") for word in entry.texts("words")
    }


def _act(entry: Entry) -> Act:
    """Read one act."""
    entry.only("id", "polarity", "negated", "description", "example", "also", "becomes")
    return Act(
        entry.text("id"),
        cast("Polarity", entry.choice("polarity", *_POLARITIES)),
        cast("Polarity", entry.choice("negated", *_POLARITIES)),
        entry.text("description"),
        entry.text("example"),
        entry.texts("also"),
        entry.texts("becomes"),
    )


def _cue(entry: Entry, acts: Mapping[str, Act]) -> CueEntry:
    """Read one cue; its act, frames and flags must be known."""
    entry.only("cue", "pos", "act", "frame", "addressee", "kind", "flags", "objects")
    frames, flags = entry.texts("frame"), entry.texts("flags")
    if unknown := [frame for frame in frames if frame not in _FRAMES]:
        raise entry.refuse("frame", f"{unknown[0]!r} is none of {', '.join(_FRAMES)}")
    if unknown := [flag for flag in flags if flag not in _FLAGS]:
        raise entry.refuse("flags", f"{unknown[0]!r} is none of {', '.join(_FLAGS)}")
    return CueEntry(
        tuple(entry.text("cue").split()),
        cast("CuePos", entry.choice("pos", "verb", "noun", "adverb", "prep")),
        entry.choice("act", *acts),
        frozenset(frames),
        entry.choice("addressee", "object", "to", "with") if entry.maybe("addressee") else None,
        cast("CueKind", entry.choice("kind", *_KINDS)),
        "negated" in flags,
        "hedge" in flags,
        "subject" in flags,
        frozenset(noun for noun in entry.texts("objects") if not noun.startswith("-")),
        frozenset(noun[1:] for noun in entry.texts("objects") if noun.startswith("-")),
    )


def _channel(entry: Entry) -> Channel:
    """Read one channel."""
    entry.only("id", "description", "example", "nouns", "cues")
    return Channel(
        entry.text("id"), entry.text("description"), entry.text("example"), entry.texts("nouns"), entry.texts("cues")
    )


def _weights(path: Path, acts: Mapping[str, Act]) -> tuple[dict[str, tuple[float, ...]], dict[str, int]]:
    """Read what each feature of evidence weighs for each act, a column an act, and the number of each act's column."""
    with path.open(encoding="utf-8", newline="") as handle:
        rows = csv.reader(handle)
        names = next(rows, ["feature"])[1:]
        if unknown := set(names) ^ set(acts):
            raise CodebookError(f"{path.name}, line 1: its columns are not the acts, which differ in {min(unknown)!r}.")
        known = {"": 0.0}  # rows share their few numbers, so that sums stay in the cache
        places = ((f"{path.name}, line {rows.line_num}", row) for row in rows if row)
        weights = {row[0]: _numbers(where, row[1:], len(names), known) for where, row in places}
    return weights, {name: number for number, name in enumerate(names)}


def _numbers(where: str, cells: Sequence[str], count: int, known: dict[str, float]) -> tuple[float, ...]:
    """Read a row of weights; an empty cell weighs nothing."""
    if len(cells) != count:
        raise CodebookError(f"{where}: has {len(cells)} weights and not one for each of {count} acts.")
    try:
        return tuple(known[cell] if cell in known else known.setdefault(cell, float(cell)) for cell in cells)
    except ValueError as error:
        raise CodebookError(f"{where}: {error}.") from error


def _lists_of(words: Mapping[str, frozenset[str]]) -> dict[str, tuple[str, ...]]:
    """Return for each word the lists that hold it."""
    found: dict[str, list[str]] = {}
    for name, members in words.items():
        for word in members:
            found.setdefault(word, []).append(name)
    return {word: tuple(sorted(names)) for word, names in found.items()}


def _index(cues: Iterable[CueEntry]) -> dict[CuePos, dict[str, tuple[CueEntry, ...]]]:
    """Group cues by part of speech and first word, the longest first."""
    grouped: dict[CuePos, dict[str, list[CueEntry]]] = {}
    for cue in cues:
        grouped.setdefault(cue.pos, {}).setdefault(cue.words[0], []).append(cue)
    return {
        pos: {
            word: tuple(sorted(entries, key=lambda cue: (-len(cue.words), not cue.objects)))
            for word, entries in words.items()
        }
        for pos, words in grouped.items()
    }
