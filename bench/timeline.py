"""Score the chronology: known happenings met by an incident of their day, and by one that ranks high.

`--data` is a folder of reports with contradictions.jsonl, whose rows name a happening, its day and words about it. A
row is met when an incident whose days hold that day, and span no more than three, has evidence around those words;
met in the top when such an incident is in the highest ranked quarter; listed when the chronology, which enters what is
dated less closely under the day it was first reported, has such an incident within a day of it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from bench.analysed import Analysed, analyse, texts
from bench.report import Report, label
from bench.rows import objects
from standoff.model.incident import Incident
from standoff.views.books import kind_weights
from standoff.views.chronology import NARROW_DAYS, entered_under
from standoff.views.importance import importance


@dataclass(frozen=True, slots=True)
class Entry:
    """Hold one happening of the chronology: its day and words about it in two files."""

    name: str
    day: date
    anchors: tuple[tuple[str, str], ...]


def run(data: Path, split: str | None) -> Report:
    """Score the chronology of a folder of reports."""
    analysed = analyse(texts(data))
    entries = list(_entries(data / "contradictions.jsonl"))
    told = _told(analysed)
    met = {entry.name: _met(entry, told, analysed) for entry in entries}
    listed = {entry.name: _listed(entry, told, analysed) for entry in entries}
    if split == "list":
        for entry in entries:
            shown = met[entry.name] or listed[entry.name]
            how = "met" if met[entry.name] else "listed" if shown else "not met"
            print(f"{entry.day} {entry.name}: {how} {', '.join(i.label for i in shown)}")
    scores = _scores(analysed)
    ranked = sorted(analysed.joined.incidents, key=lambda i: (-scores[i.id], i.id))
    top = {incident.id for incident in ranked[: max(1, len(ranked) // 4)]}
    metrics = {
        "met": sum(1 for found in met.values() if found) / max(len(entries), 1),
        "met_in_top_quarter": sum(1 for f in met.values() if any(i.id in top for i in f)) / max(len(entries), 1),
        "listed": sum(1 for e in entries if met[e.name] or listed[e.name]) / max(len(entries), 1),
        "dated": sum(1 for i in ranked if i.happened.basis == "text") / max(len(ranked), 1),
        "incidents": float(len(ranked)),
    }
    return Report("timeline", label(data), len(entries), metrics)


def _scores(analysed: Analysed) -> dict[str, float]:
    """Return how much each incident counts, as the chronology has it."""
    differing = Counter(discrepancy.incident for discrepancy in analysed.compared.discrepancies)
    kinds = kind_weights()
    return {i.id: importance(i, differing[i.id], kinds).score for i in analysed.joined.incidents}


def _entries(path: Path) -> Iterator[Entry]:
    """Yield the rows that name a whole day."""
    for row in objects(path):
        if len(row["event_date"]) == 10:
            anchors = tuple((row[hand]["file"], row[hand]["anchor"]) for hand in ("A", "B"))
            yield Entry(f"{row['id']} {row['topic']}", date.fromisoformat(row["event_date"]), anchors)


def _told(analysed: Analysed) -> dict[str, list[tuple[int, int, str]]]:
    """Return, by file, the stretches of evidence and the incident each is about."""
    found: defaultdict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for claim in analysed.compared.claims:
        for span in claim.evidence:
            found[analysed.path(span.document)].append((span.start, span.stop, claim.incident))
    return found


def _near(entry: Entry, told: dict[str, list[tuple[int, int, str]]], analysed: Analysed) -> list[Incident]:
    """Return the incidents with evidence around an entry's words."""
    contents = {analysed.path(key): document.text for key, document in analysed.record.documents.items()}
    near: set[str] = set()
    for file, words in entry.anchors:
        at = contents[file].index(words)
        near |= {incident for start, stop, incident in told[file] if start <= at < stop}
    return [incident for incident in analysed.joined.incidents if incident.id in near]


def _met(entry: Entry, told: dict[str, list[tuple[int, int, str]]], analysed: Analysed) -> list[Incident]:
    """Return the incidents of an entry's day with evidence around its words."""
    return [incident for incident in _near(entry, told, analysed) if _of_day(incident, entry.day)]


def _listed(entry: Entry, told: dict[str, list[tuple[int, int, str]]], analysed: Analysed) -> list[Incident]:
    """Return the incidents with evidence around an entry's words that are listed within a day of it."""
    return [i for i in _near(entry, told, analysed) if _day_apart(listed_under(i, analysed), entry.day)]


def listed_under(incident: Incident, analysed: Analysed) -> str | None:
    """Return the day the chronology enters an incident under."""
    documents = analysed.record.documents
    return entered_under(incident.happened, [documents[key].published for key in incident.documents])[0]


def _day_apart(day: str | None, wanted: date) -> bool:
    """Tell whether a day is the wanted one or next to it."""
    return day is not None and abs((date.fromisoformat(day) - wanted).days) <= 1


def _of_day(incident: Incident, day: date) -> bool:
    """Tell whether an incident's days hold a day and are few."""
    first, last = incident.happened.first_day, incident.happened.last_day
    return first is not None and last is not None and first <= day <= last and (last - first).days <= NARROW_DAYS
