"""Shape briefings as known on a day: short, in the order of a monitor's daily report, or led by questions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from sqlalchemy import Connection, func, select

from standoff.store import tables as t
from standoff.views.agreements import Ledger, ledgers
from standoff.views.briefing import Briefing, Citation, Section, Sentence, Sources, section_of
from standoff.views.briefing import as_markdown as written
from standoff.views.casualties import SLOTS
from standoff.views.dossier import Dossier
from standoff.views.incidents import Entry
from standoff.views.known import EVER
from standoff.views.matrix import Matrix, matrix, value_words
from standoff.views.network import Contact, contacts
from standoff.views.screens.listing import Filters, keys_of
from standoff.views.screens.reading import Reading, known_dossier
from standoff.views.screens.shapes_record import BriefingPage, BriefSection, BriefSentence, Source
from standoff.views.summary import clauses
from standoff.views.wording import STATUS_WORDS, count_words, interval_words, list_words, relation_words, with_article

Template = Literal["short", "osce-daily", "question-led"]
CHOSEN = 8  # incidents that one briefing tells of, the most disputed first
_CITED = 4
_LINES = 6  # sentences of one kind under one heading


@dataclass(frozen=True, slots=True)
class _Told:
    """Hold one incident that a briefing tells of."""

    entry: Entry
    found: Dossier


def briefing(connection: Connection, reading: Reading, template: Template, filters: Filters) -> BriefingPage:
    """Write a briefing of the most disputed incidents that answer the filters; every sentence has sources."""
    told = _chosen(connection, reading, filters)
    sources = Sources()
    write = {"short": _short, "osce-daily": _daily, "question-led": _questions}[template]
    sections = [s for s in write(connection, told, reading, sources) if s.sentences]
    return BriefingPage(
        template=template,
        heading={"short": "Briefing", "osce-daily": "Daily report", "question-led": "Questions"}[template],
        covers=_covers(told, reading, filters),
        sections=tuple(_section(section) for section in sections),
        sources=tuple(_sources(sources, told)),
        left_out=_left_out(connection, len(told)) if filters.none and reading.known == EVER else 0,
    )


def _chosen(connection: Connection, reading: Reading, filters: Filters) -> list[_Told]:
    """Gather the most disputed incidents that answer the filters, as known on the day."""
    page = keys_of(connection, reading, filters, "weight", (None, CHOSEN))
    told = [_gather(connection, row.id, reading) for row in page.rows]
    held = [(item, item.entry.incident) for item in told]
    return [item for item, incident in held if incident.documents and filters.status in {None, incident.status}]


def _left_out(connection: Connection, told: int) -> int:
    """Count the incidents of the record that a briefing does not tell of."""
    number = connection.scalar(select(func.count()).select_from(t.incident_sums)) or 0
    return max(number - told, 0)


def _gather(connection: Connection, key: str, reading: Reading) -> _Told:
    """Gather one incident as known on the day."""
    found, _, _ = known_dossier(connection, key, reading)
    return _Told(Entry(found.incident, len(found.discrepancies), len(found.incident.documents)), found)


def _covers(told: Sequence[_Told], reading: Reading, filters: Filters) -> str:
    """Say what a briefing covers."""
    bounds = (
        f"from {filters.first}" if filters.first else "",
        f"to {filters.last}" if filters.last else "",
        f"with documents published since {filters.since}" if filters.since else "",
        f"as known on {reading.known.day}" if reading.known.day else "",
    )
    period = " ".join(bound for bound in bounds if bound) or ("" if filters.incident else "the whole record")
    states = [STATUS_WORDS[item.entry.incident.status] for item in told]
    kinds = [f"{states.count(words)} {words}" for words in STATUS_WORDS.values() if words in states]
    counted = f"{count_words(len(told), 'incident')}: {list_words(kinds)}" if told else "no incident"
    return f"{counted}; {period}" if period else counted


def _short(connection: Connection, told: Sequence[_Told], reading: Reading, sources: Sources) -> Iterable[Section]:
    """Yield a section for each incident, then contacts and agreements."""
    for item in told:
        yield section_of(item.found, item.entry, reading.books, sources)
    yield from _closing(connection, told, reading, sources)


def _closing(connection: Connection, told: Sequence[_Told], reading: Reading, sources: Sources) -> Iterable[Section]:
    """Yield what is told of calls and meetings, and of agreements, in the incidents chosen."""
    met = [(item, c) for item in told for c in contacts(connection, item.entry.incident.id)]
    said = (_contact(item, contact, sources) for item, contact in met)
    yield Section("Contacts", "", "", tuple(s for s in said if s)[: _LINES * 2])
    lines = [
        line
        for item in told
        for ledger in ledgers(connection, reading.books.agreements, item.entry.incident.id)
        for line in _agreement(item, ledger, sources)
    ]
    yield Section("Agreements", "", "", tuple(lines[: _LINES * 2]))


def _contact(item: _Told, contact: Contact, sources: Sources) -> Sentence | None:
    """Write one call or meeting, where it names two and its words are known on the day."""
    numbers = sources.statements(contact.statements, item.found)
    if len(contact.parties) < 2 or not numbers:
        return None
    names = list_words([with_article(name) for name in contact.parties])
    denied = ", which is denied" if contact.denied else ""
    return Sentence(((f"{names}: {contact.how}, {interval_words(contact.happened)}{denied}", numbers),))


def _agreement(item: _Told, ledger: Ledger, sources: Sources) -> Iterable[Sentence]:
    """Write, for each relation, who says so of an agreement."""
    voices: dict[str, dict[str, list[str]]] = {}
    for entry in ledger.entries:
        if entry.statement in item.found.statements:
            voices.setdefault(entry.relation, {}).setdefault(entry.voice, []).append(entry.statement or "")
    for relation, by in voices.items():
        numbers = sources.statements([key for keys in by.values() for key in keys], item.found, max(_CITED, len(by)))
        names = list_words([with_article(name) for name in by])
        words = relation_words(relation)
        words = words.replace("invokes", "invoke").replace("affirms", "affirm") if len(by) > 1 else words
        words = words.replace("alleges", "allege").replace("denies", "deny") if len(by) > 1 else words
        text = f"{names} {words} {with_article(ledger.name)}"
        yield Sentence(((text[:1].upper() + text[1:], numbers),))


def _daily(connection: Connection, told: Sequence[_Told], reading: Reading, sources: Sources) -> Iterable[Section]:
    """Yield a monitor's order: what is alleged and denied, by place, then casualties, contacts and agreements."""
    by_place: dict[str, list[_Told]] = {}
    for item in told:
        places = item.entry.incident.places
        by_place.setdefault(places[0].name if places else "Place not reported", []).append(item)
    for place, items in by_place.items():
        lines = [line for item in items for line in _headline(item, reading, sources)]
        yield Section(place, "", count_words(len(items), "incident"), tuple(lines))
    lines = [line for item in told for line in _figures(item, sources)]
    yield Section("Casualties as reported", "", "", tuple(lines))
    yield from _closing(connection, told, reading, sources)


def _headline(item: _Told, reading: Reading, sources: Sources) -> Iterable[Sentence]:
    """Write one incident in one sentence that begins with its name."""
    section = section_of(item.found, item.entry, reading.books, sources)
    for sentence in section.sentences[:1]:
        (first, numbers), *rest = sentence.parts
        lead = f"{section.heading}: {first[:1].lower()}{first[1:]}" if not first.isupper() else first
        yield Sentence(((lead, numbers), *rest))


def _figures(item: _Told, sources: Sources) -> Iterable[Sentence]:
    """Write every figure of casualties with who gives it."""
    for slot in SLOTS:
        given: dict[str, tuple[int, ...]] = {}
        for claim in item.found.claims:
            if claim.slot == slot and claim.incident == item.found.incident.id:
                who = claim.principal or claim.source
                voice = who.name if who else claim.publisher or "a report in its own words"
                words = f"“{' '.join(value_words(claim).split())}” ({voice})"
                given[words] = (*given.get(words, ()), sources.claim(claim, item.found))
        parts = [(words, numbers[:_CITED]) for words, numbers in given.items()][:_LINES]
        if parts:
            lead = f"{slot.capitalize()}, {item.entry.incident.label}: "
            yield Sentence(((lead + parts[0][0], parts[0][1]), *parts[1:]))


def _questions(_c: Connection, told: Sequence[_Told], reading: Reading, sources: Sources) -> Iterable[Section]:
    """Yield a section for each incident with the questions of its matrix, each answered by every side."""
    for item in told:
        laid = matrix(item.found, reading.books.slots)
        held = {claim.id: claim for claim in item.found.claims}
        lines = list(_occurred(item, laid, sources))
        for line in laid.lines:
            if line.slot == "occurred" or not any(cell.words for cell in line.cells.values()):
                continue
            parts = []
            for side in laid.sides:
                cell = line.cell(side.key)
                cited = [held[key] for key in cell.claims[:_CITED]]
                numbers = tuple(dict.fromkeys(sources.claim(claim, item.found) for claim in cited))
                if cell.words and numbers:
                    parts.append((f"{side.name}: {' '.join(cell.words.split())}", numbers))
            if parts:
                lines.append(Sentence(((f"{line.question} {parts[0][0]}", parts[0][1]), *parts[1:])))
        entry = item.entry.incident
        facts = f"{STATUS_WORDS[entry.status]}; {interval_words(entry.happened)}"
        yield Section(entry.label, entry.short_id, facts, tuple(lines))


def _occurred(item: _Told, laid: Matrix, sources: Sources) -> Iterable[Sentence]:
    """Write who says that an incident happened, who denies it and who takes no position."""
    parts = []
    for clause in clauses(laid):
        numbers = sources.statements(clause.statements, item.found, max(_CITED, clause.sides))
        if numbers:
            parts.append((clause.text, numbers))
    if parts:
        yield Sentence(((f"Did it happen? {parts[0][0][:1].upper()}{parts[0][0][1:]}", parts[0][1]), *parts[1:]))


def _section(section: Section) -> BriefSection:
    """Return a section as shown."""
    sentences = tuple(BriefSentence(sentence.parts) for sentence in section.sentences)
    return BriefSection(section.heading, section.short_id, section.facts, sentences)


def _sources(sources: Sources, told: Sequence[_Told]) -> Iterable[Source]:
    """Yield the numbered sources with the documents they stand in."""
    where = {s.id: s.document for item in told for s in item.found.statements.values()}
    where |= {c.id: c.document for item in told for c in item.found.claims}
    for cited in sources.citations.values():
        yield Source(
            number=cited.number,
            key=cited.key,
            card=cited.key,
            outlet=cited.outlet,
            published=cited.published,
            quote=cited.quote,
            url=cited.url,
            document=where.get(cited.key),
        )


def as_markdown(page: BriefingPage) -> str:
    """Return a briefing as Markdown; `[n]` after each part names its sources."""
    sections = (
        Section(section.heading, section.incident, section.facts, tuple(Sentence(s.parts) for s in section.sentences))
        for section in page.sections
    )
    cited = (Citation(s.number, s.key, s.outlet, s.published, s.quote, s.url) for s in page.sources)
    return written(Briefing(page.heading, page.covers, tuple(sections), tuple(cited), page.left_out))
