"""Write a briefing by one of its templates: short, in the order of a monitor's daily report, or led by questions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from standoff.codebook.slots import SlotBook
from standoff.views.agreements import Ledger
from standoff.views.briefs.across import Voices, accords, meetings
from standoff.views.briefs.sources import Briefing, Section, Sources
from standoff.views.briefs.telling import Told, answered, figures, headline, section_of
from standoff.views.network import Contact
from standoff.views.wording import count_words

Template = Literal["short", "osce-daily", "question-led"]
HEADINGS: Mapping[Template, str] = {"short": "Briefing", "osce-daily": "Daily report", "question-led": "Questions"}


@dataclass(frozen=True, slots=True)
class Matter:
    """Hold what a briefing tells of, as it may be shown: incidents, the most disputed first, contacts and ledgers.

    `covers` says what was chosen from, `left_out` how many incidents were not.
    """

    covers: str
    told: Sequence[Told]
    contacts: Sequence[Contact] = ()
    voices: Voices = field(default_factory=dict)
    ledgers: Sequence[Ledger] = ()
    left_out: int = 0


def briefing(matter: Matter, template: Template, slots: SlotBook) -> Briefing:
    """Write a briefing; a section in which nothing has a source is left out."""
    sources = Sources()
    write = {"short": _short, "osce-daily": _daily, "question-led": _questions}[template]
    sections = tuple(section for section in write(matter, slots, sources) if section.sentences)
    cited = tuple(sources.citations.values())
    return Briefing(HEADINGS[template], matter.covers, sections, cited, matter.left_out)


def _short(matter: Matter, slots: SlotBook, sources: Sources) -> Iterator[Section]:
    """Yield a section for each incident, then contacts and agreements."""
    for told in matter.told:
        yield section_of(told, slots, sources)
    yield from _closing(matter, sources)


def _closing(matter: Matter, sources: Sources) -> Iterable[Section]:
    """Yield what is told of calls and meetings, and of agreements."""
    yield meetings(matter.contacts, matter.voices, sources)
    yield accords(matter.ledgers, sources)


def _daily(matter: Matter, slots: SlotBook, sources: Sources) -> Iterator[Section]:
    """Yield a monitor's order: what is alleged and denied, by place, then casualties, contacts and agreements."""
    by_place: dict[str, list[Told]] = {}
    for told in matter.told:
        places = told.entry.incident.places
        by_place.setdefault(places[0].name if places else "Place not reported", []).append(told)
    for place, items in by_place.items():
        lines = tuple(line for told in items for line in headline(told, slots, sources))
        yield Section(place, "", count_words(len(items), "incident"), lines)
    lines = tuple(line for told in matter.told for line in figures(told, sources))
    yield Section("Casualties as reported", "", "", lines)
    yield from _closing(matter, sources)


def _questions(matter: Matter, slots: SlotBook, sources: Sources) -> Iterator[Section]:
    """Yield a section for each incident with the questions of its matrix, each answered by every side."""
    for told in matter.told:
        yield answered(told, slots, sources)
