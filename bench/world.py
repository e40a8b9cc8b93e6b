"""Make reports of a war up: who shells, bombs, attacks or meets whom, where and when, told by one side or the other.

Each is the same for the same number. Names have fixed widths and begin with what only they begin with, so that a copy
of the rows can be moved to another theatre of war (`bench.spread`).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from standoff.model.clock import Interval
from standoff.model.document import Block, Document, document_id
from standoff.model.entity import Party, PartyRef, Place, PlaceRef
from standoff.model.event import Argument, Event, Plover, event_id
from standoff.model.ids import digest
from standoff.model.run import Bundle, Run, run_of
from standoff.model.statement import Source, Statement, statement_id

RUN: Run = run_of("growth", "made up", "none")
BEGAN = date(2022, 1, 3)
HERE, EVERYWHERE = "000", "999"  # theatres: that of the reports made here, and that of powers known in all
WORDS = {
    "shelled": "shelling",
    "bombed": "bombing",
    "attacked": "attack",
    "captured": "capture",
    "met": "meeting",
    "urged": "urge_restraint",
}
_AS_LETTERS = str.maketrans("0123456789", "abcdefghij")


def spelt(digits: str) -> str:
    """Return a number in letters, for names that words are not cut out of: "026" is "acg"."""
    return digits.translate(_AS_LETTERS)


SIDES = tuple(
    PartyRef(f"side-{theatre}{n}", f"V{spelt(f'{theatre}{n}')}", None, "armed_force")
    for theatre, several in ((HERE, 4), (EVERYWHERE, 2))
    for n in range(several)
)
TOWNS = tuple(
    PlaceRef(
        f"town-{HERE}{n:02}", f"Z{spelt(HERE)}{spelt(f'{n:02}')}", 10 + n // 10 * 0.7, 20 + n % 10 * 0.7, 5.0, None
    )
    for n in range(50)
)
_WEIGHTS = tuple(1 / (n + 1) for n in range(len(TOWNS)))  # a few towns are told of most
BACKGROUND = "The two have fought over the valley since the ceasefire of the last century fell apart, the agency wrote."
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_UNDATED, _BACKGROUND, _COPIES = 0.05, 0.3, 0.1  # shares of events and of documents


@dataclass(frozen=True, slots=True)
class Told:
    """Hold one line of a report: its words and what it tells."""

    line: str
    word: str
    actor: PartyRef
    recipient: PartyRef
    town: PlaceRef
    day: str | None


@dataclass(frozen=True)
class World:
    """Hold how many days the war lasts on which reports are spread, and how many happenings each of them tells."""

    days: int
    told: int = 1

    def bundle(self, number: int) -> Bundle:
        """Return one report with what would be derived from it; one in ten repeats the one before it."""
        random = Random(number)
        copies = random.random() < _COPIES and number % 2 == 1
        told = self._told(Random(number - 1 if copies else number), number - 1 if copies else number)
        text = "\n".join((*(one.line for one in told), self._rest(Random(number - 1 if copies else number))))
        published = (BEGAN + timedelta(days=self._day(number - 1 if copies else number) + 1)).isoformat()
        document = _document(f"made-{number}.txt", text, published)
        said, coded, at = [], [], 0
        for one in told:
            said.append(_statement(document, at, one))
            coded.append(_event(document, at, one, said[-1].id))
            at += len(one.line) + 1
        sides = {side.party: _party(side) for one in told for side in (one.actor, one.recipient)}
        towns = {one.town.place: _place(one.town) for one in told}
        named = tuple(sides.values()), tuple(towns.values())
        return Bundle(document, RUN.id, (), (), tuple(said), tuple(coded), *named)

    def _day(self, number: int) -> int:
        """Return the day on which what a report tells happened."""
        return Random(number * 7 + 1).randrange(self.days)

    def _told(self, random: Random, number: int) -> list[Told]:
        """Return what a report tells: so many happenings of its day."""
        day = (BEGAN + timedelta(days=self._day(number))).isoformat()
        return [self._line(random, day) for _ in range(self.told)]

    def _line(self, random: Random, day: str) -> Told:
        """Return one happening, told by the side of this theatre that undergoes it."""
        word = random.choice(sorted(WORDS))
        recipient = random.choice([side for side in SIDES if HERE in str(side.party)])
        actor = random.choice([side for side in SIDES if side is not recipient])
        town = random.choices(TOWNS, _WEIGHTS)[0]
        told = None if random.random() < _UNDATED else day
        line = f"{recipient.name} said {actor.name} {word} its men at {town.name}, near {_rare(random)}."
        return Told(line, word, actor, recipient, town, told)

    def _rest(self, random: Random) -> str:
        """Return what else a report says: words of its own, and often a sentence that many have."""
        own = " ".join(_rare(random) for _ in range(random.randint(30, 60)))
        return f"{own.capitalize()}." + (f" {BACKGROUND}" if random.random() < _BACKGROUND else "")


def _rare(random: Random) -> str:
    """Return a made-up word, rare as names of villages are."""
    return "q" + "".join(random.choices(_LETTERS, k=5))


def _party(side: PartyRef) -> Party:
    """Return the party that a reference is to."""
    return Party(str(side.party), side.name, "armed_force")


def _place(town: PlaceRef) -> Place:
    """Return the place that a reference is to."""
    return Place(str(town.place), town.name, "town", town.lat, town.lon, town.precision_km)


def _statement(document: Document, at: int, told: Told) -> Statement:
    """Return the statement that a line is."""
    cue = document.span(at + told.line.index("said"), at + told.line.index("said") + 4)
    content = document.span(cue.stop + 1, at + len(told.line) - 1)
    return Statement(
        id=statement_id(document.id, cue, content),
        document=document.id,
        source=Source(document.span(at, cue.start - 1), (told.recipient,), "explicit"),
        cue=(cue,),
        content=(content,),
        act="accuse",
        polarity="asserts",
        directness="indirect",
        principal=told.recipient,
    )


def _document(path: str, text: str, published: str) -> Document:
    """Return a text as a document."""
    return Document(
        id=document_id(text, None, path),
        text=text,
        text_sha256=digest(text.encode()),
        raw_sha256=digest(text.encode()),
        path=path,
        url=None,
        publisher=f"outlet {len(path) % 3}{text[-3]}",
        published=Interval(published, published, "stated"),
        language="en",
        blocks=(Block("paragraph", 0, len(text)),),
    )


def _event(document: Document, at: int, told: Told, voice: str) -> Event:
    """Return the event of a line."""
    start = at + told.line.index(f" {told.word} ") + 1
    trigger = document.span(start, start + len(told.word))
    return Event(
        id=event_id(document.id, trigger, WORDS[told.word], voice),
        document=document.id,
        statement=voice,
        trigger=trigger,
        type=WORDS[told.word],
        plover=Plover("CONSULT" if told.word == "met" else "ASSAULT"),
        cameo=None,
        intensity=None,
        arguments=(Argument("actor", trigger, told.actor), Argument("recipient", trigger, told.recipient)),
        happened=Interval(told.day, told.day, "text") if told.day else None,
        place=told.town,
        factuality="certain+",
        frame="actual",
        rule="made up",
    )
