"""Group the reports of some days into stories: what outlets tell of one happening, and the incidents it holds."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from standoff.codebook.spread import WordSpread
from standoff.joining.stories import stories as grouped
from standoff.model.document import Document
from standoff.store.asking import Asked, ask, ask_among
from standoff.store.texts import documents
from standoff.views.dossier import Heading, headings
from standoff.views.period import Period

MOST = 2_000  # documents among which stories are sought at once: grouping compares each with each
_VAGUE = 3  # days of a publication that still tell when it was


class Incident(NamedTuple):
    """Hold what names an incident."""

    id: str
    short_id: str
    label: str
    status: str


@dataclass(frozen=True, slots=True)
class Report:
    """Hold one document of a story: its heading, and its day where that is known to a few days."""

    heading: Heading
    day: date | None


@dataclass(frozen=True, slots=True)
class Story:
    """Hold the reports of one story in order of publication, and its incidents with how many of these tell of each."""

    reports: tuple[Report, ...]
    incidents: tuple[tuple[Incident, int], ...]

    @property
    def name(self) -> str:
        """Return what to call the story: as its first report that is no copy."""
        first = next((report for report in self.reports if report.heading.copy_of is None), self.reports[0])
        return first.heading.called

    @property
    def copies(self) -> int:
        """Return how many of the reports repeat an earlier one."""
        return sum(1 for report in self.reports if report.heading.copy_of)

    @property
    def days(self) -> tuple[date, ...]:
        """Return the first and the last day of publication, one where they are the same, none where none is known."""
        known = [report.day for report in self.reports if report.day]
        return tuple(sorted({min(known), max(known)})) if known else ()

    @property
    def outlets(self) -> tuple[str, ...]:
        """Return the outlets by name, in order of publication."""
        return tuple(dict.fromkeys(report.heading.outlet for report in self.reports))


@dataclass(frozen=True, slots=True)
class Pile:
    """Hold the stories found among the reports read, and how many were published in the period in all."""

    stories: tuple[Story, ...]
    read: int
    published: int


def stories(connection: Asked, spread: WordSpread, period: Period) -> Pile:
    """Return the stories of the last MOST documents published in a period, that of most reports of its own first."""
    found = [row.id for row in ask(connection, "documents by day", most=MOST, **period.bounds)]
    ((published,),) = ask(connection, "number of documents by day", **period.bounds)
    return Pile(_among(connection, sorted(found), spread), len(found), published)


def _among(connection: Asked, found: Sequence[str], spread: WordSpread) -> tuple[Story, ...]:
    """Return the stories of some documents."""
    held = {document.id: document for document in documents(connection, found, inferred=True)}
    reports = {key: Report(one, _day(one)) for key, one in headings(connection, found).items()}
    days = {key: report.day.toordinal() for key, report in reports.items() if report.day}
    told: defaultdict[str, list[Incident]] = defaultdict(list)
    for document, *incident in ask_among(connection, "incidents told in documents", found):
        told[document].append(Incident(*incident))
    groups = grouped({key: _body(one) for key, one in held.items()}, spread, days=days)
    made = (_story([reports[key] for key in keys], told) for keys in groups)
    return tuple(sorted(made, key=lambda one: (one.copies - len(one.reports), one.reports[0].heading.id)))


def _day(heading: Heading) -> date | None:
    """Return the day of publication, or nothing where that is not known to a few days."""
    first, last = heading.published.first_day, heading.published.last_day
    return last if first and last and (last - first).days <= _VAGUE else None


def _body(document: Document) -> str:
    """Return the words of a document without what is no part of the report."""
    return "\n".join(document.text[block.start : block.stop] for block in document.body)


def _story(reports: Sequence[Report], told: Mapping[str, Sequence[Incident]]) -> Story:
    """Lay out one story."""
    ordered = sorted(reports, key=lambda one: (one.day or date.max, one.heading.id))
    held = Counter(incident for one in ordered for incident in told.get(one.heading.id, ()))
    most = sorted(held, key=lambda incident: (-held[incident], incident.short_id))
    return Story(tuple(ordered), tuple((incident, held[incident]) for incident in most))
