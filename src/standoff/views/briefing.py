"""Write a short briefing: plain sentences, each with citations to the words it rests on; none without one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from sqlalchemy import Connection

from standoff.model.claim import Claim
from standoff.model.ids import speakable
from standoff.model.span import Span
from standoff.model.statement import Statement
from standoff.views.agreements import Entry as LedgerEntry
from standoff.views.agreements import Ledger, ledgers
from standoff.views.books import Books
from standoff.views.differences import Difference, differences
from standoff.views.dossier import Dossier, Heading, dossier
from standoff.views.incidents import Entry, count, listing
from standoff.views.matrix import matrix
from standoff.views.network import contacts
from standoff.views.period import ALWAYS, Period
from standoff.views.summary import Clause, clauses
from standoff.views.wording import (
    STATUS_WORDS,
    count_words,
    inferred,
    interval_words,
    list_words,
    published_words,
    relation_words,
    with_article,
)

_INCIDENTS = 12  # a short briefing holds the most disputed ones
_DIFFERENCES = 3  # of one incident
_CITED = 4  # voices cited for one clause; the matrix holds them all
_TELLING = ("contradiction", "disagreement", "revision", "transmission")


@dataclass(frozen=True, slots=True)
class Citation:
    """Hold one numbered source: outlet, date, words and the row they belong to."""

    number: int
    key: str
    outlet: str
    published: str
    quote: str
    url: str | None


@dataclass(frozen=True, slots=True)
class Sentence:
    """Hold one sentence as parts, each with the numbers of its citations."""

    parts: tuple[tuple[str, tuple[int, ...]], ...]


@dataclass(frozen=True, slots=True)
class Section:
    """Hold the sentences under one heading."""

    heading: str
    short_id: str
    facts: str
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Briefing:
    """Hold a heading, what it covers, its sections and the numbered sources."""

    heading: str
    covers: str
    sections: tuple[Section, ...]
    citations: tuple[Citation, ...]
    left_out: int


@dataclass(slots=True)
class Sources:
    """Number sources in order of first use."""

    citations: dict[str, Citation] = field(default_factory=dict)

    def cite(self, key: str, span: Span, heading: Heading | None) -> int:
        """Return the number of a row's words."""
        if key not in self.citations:
            outlet = heading.outlet if heading else "outlet not reported"
            published = published_words(heading.published) if heading else "undated"
            quote = " ".join(span.quote.split())
            url = heading.url if heading else None
            self.citations[key] = Citation(len(self.citations) + 1, key, outlet, published, quote, url)
        return self.citations[key].number

    def statements(self, keys: Iterable[str], found: Dossier, most: int = _CITED) -> tuple[int, ...]:
        """Return the numbers of some statements, a few of them."""
        told = [found.statements[key] for key in keys if key in found.statements]
        return tuple(sorted({self.statement(s, found.documents.get(s.document)) for s in told[:most]}))

    def statement(self, statement: Statement, heading: Heading | None) -> int:
        """Return the number of a statement."""
        return self.cite(statement.id, (statement.content or statement.cue)[0], heading)

    def claim(self, claim: Claim, found: Dossier) -> int:
        """Return the number of the words a claim rests on: its statement's where it has one."""
        statement = found.statements.get(claim.statement or "")
        if statement is not None and (statement.content or statement.cue):
            return self.statement(statement, found.documents.get(statement.document))
        return self.cite(claim.id, claim.quote, found.documents.get(claim.document))


def short(connection: Connection, books: Books, period: Period = ALWAYS) -> Briefing:
    """Write the short briefing of a period: the most disputed incidents, calls and meetings, and agreements."""
    sources = Sources()
    entries = listing(connection, period)
    told = [entry for entry in entries if entry.incident.status != "single_origin" or entry.discrepancies]
    chosen = (told or list(entries))[:_INCIDENTS]
    sections = [_incident(connection, entry, books, sources) for entry in chosen]
    about = {entry.incident.id for entry in entries}
    sections += [s for s in (_contacts(connection, about, books, sources),) if s]
    sections += [s for s in (_agreements(connection, about, books, sources, period),) if s]
    status = count(connection, period)
    kept = tuple(section for section in sections if section.sentences)
    return Briefing(
        "Briefing",
        _covers(period, status),
        kept,
        tuple(sources.citations.values()),
        len(entries) - len(chosen),
    )


def _covers(period: Period, status: dict[str, int]) -> str:
    """Say what a briefing covers."""
    kinds = [f"{status[key]} {STATUS_WORDS[key]}" for key in STATUS_WORDS if status.get(key)]
    counted = f"{count_words(sum(status.values()), 'incident')}: {list_words(kinds)}" if kinds else "no incident"
    return f"{counted}; {period.words}"


def _incident(connection: Connection, entry: Entry, books: Books, sources: Sources) -> Section:
    """Write about one incident of the record."""
    return section_of(dossier(connection, entry.incident.id, books.parties), entry, books, sources)


def section_of(found: Dossier, entry: Entry, books: Books, sources: Sources) -> Section:
    """Write about one incident: who says so and who denies it, then where figures, places and words differ."""
    laid = matrix(found, books.slots)
    sentences = list(_summary(clauses(laid), found, sources))
    shown = [d for d in differences(found) if d.discrepancy.slot != "occurred"]
    shown.sort(key=lambda d: (d.discrepancy.kind not in _TELLING, -d.discrepancy.score, d.discrepancy.id))
    sentences += [_difference(d, found, books, sources) for d in shown[:_DIFFERENCES]]
    when = interval_words(entry.incident.happened) + (", inferred" if inferred(entry.incident.happened) else "")
    status = STATUS_WORDS[entry.incident.status]
    origins = count_words(entry.incident.origins, "independent origin")
    facts = f"{status}; {when}; {count_words(entry.documents, 'document')}, {origins}"
    return Section(entry.incident.label, entry.incident.short_id, facts, tuple(s for s in sentences if _cited(s)))


def _cited(sentence: Sentence) -> bool:
    """Tell whether every part of a sentence that says something is cited."""
    return any(numbers for _, numbers in sentence.parts)


def _summary(parts: tuple[Clause, ...], found: Dossier, sources: Sources) -> Iterator[Sentence]:
    """Write who says so and who denies it."""
    claims = {claim.id: claim for claim in found.claims}
    written = []
    for part in parts:
        numbers = sources.statements(part.statements, found, max(_CITED, part.sides))
        own = [claims[key] for key in part.claims if key in claims and claims[key].statement is None]
        numbers += tuple(sources.claim(claim, found) for claim in own[:1])
        if numbers:
            written.append((part.text, tuple(dict.fromkeys(numbers))))
    if written:
        first, numbers = written[0]
        yield Sentence(((first[:1].upper() + first[1:], numbers), *written[1:]))


def _difference(difference: Difference, found: Dossier, books: Books, sources: Sources) -> Sentence:
    """Write what the accounts of one slot give."""
    about = books.slots.slots.get(difference.discrepancy.slot)
    label = about.label if about else difference.discrepancy.slot.replace("_", " ")
    parts = []
    for account in difference.accounts:
        value = str(account.claim.value.get("text") or account.claim.quote.quote)
        where = account.heading.outlet if account.heading else "outlet not reported"
        who = where if account.side == "Outlets" else f"{account.side} in {where}"
        parts.append((f"“{' '.join(value.split())}” ({who})", (sources.claim(account.claim, found),)))
    lead = f"Accounts differ on the {label} ({difference.discrepancy.kind}): "
    first, numbers = parts[0]
    return Sentence(((lead + first, numbers), *parts[1:]))


def _contacts(connection: Connection, about: set[str], books: Books, sources: Sources) -> Section | None:
    """Write which calls and meetings are reported."""
    sentences = []
    for contact in contacts(connection):
        if contact.incident not in about or len(contact.parties) < 2:
            continue
        found = dossier(connection, contact.incident, books.parties)
        numbers = sources.statements(contact.statements, found) or tuple(
            sources.cite(e.id, e.trigger, found.documents.get(e.document)) for e in list(found.events.values())[:1]
        )
        who = list_words([with_article(name) for name in contact.parties])
        when = interval_words(contact.happened, "date not reported")
        told = f", according to {list_words([with_article(n) for n in contact.told_by])}" if contact.told_by else ""
        denied = " (denied)" if contact.denied else ""
        sentences.append(Sentence(((f"{when}: {contact.how}{denied} between {who}{told}", numbers),)))
    return Section("Calls and meetings", "", "", tuple(sentences)) if sentences else None


def _agreements(
    connection: Connection, about: set[str], books: Books, sources: Sources, period: Period
) -> Section | None:
    """Write who invokes agreements and who says they were broken."""
    whole = period == ALWAYS
    found = (
        replace(ledger, entries=tuple(e for e in ledger.entries if whole or about & {key for key, _ in e.incidents}))
        for ledger in ledgers(connection, books.agreements)
    )
    sentences = [_ledger(ledger, sources) for ledger in found if ledger.entries]
    return Section("Agreements", "", "", tuple(sentences)) if sentences else None


def _ledger(ledger: Ledger, sources: Sources) -> Sentence:
    """Write what is said of one agreement, like accounts together."""
    grouped: dict[tuple[str, str, str | None], list[LedgerEntry]] = {}
    for entry in ledger.entries:
        grouped.setdefault((entry.voice, entry.relation, entry.accused), []).append(entry)
    parts = []
    for (voice, relation, accused), entries in grouped.items():
        numbers = tuple(sorted({_cite_entry(entry, sources) for entry in entries[:_CITED]}))
        by = f" by {with_article(accused)}" if accused else ""
        parts.append((f"{with_article(voice)} {relation_words(relation)} it{by}", numbers))
    first, numbers = parts[0]
    return Sentence(((f"{ledger.name}: {first}", numbers), *parts[1:]))


def _cite_entry(entry: LedgerEntry, sources: Sources) -> int:
    """Return the number of a ledger entry's words."""
    key = entry.statement or entry.id
    if key not in sources.citations:
        published = published_words(entry.published)
        outlet = entry.publisher or "outlet not reported"
        number = len(sources.citations) + 1
        sources.citations[key] = Citation(number, key, outlet, published, " ".join(entry.quote.split()), None)
    return sources.citations[key].number


def as_markdown(briefing: Briefing) -> str:
    """Return a briefing as Markdown; `[n]` after each part names its sources."""
    lines = [f"# {briefing.heading}", "", briefing.covers[:1].upper() + briefing.covers[1:] + ".", ""]
    for section in briefing.sections:
        short_id = f" `{section.short_id}`" if section.short_id else ""
        lines += [f"## {section.heading}{short_id}", ""]
        lines += [f"_{section.facts}_", ""] if section.facts else []
        lines += [f"- {written(sentence)}" for sentence in section.sentences]
        lines.append("")
    if briefing.left_out:
        lines += [f"Not in this briefing: {count_words(briefing.left_out, 'further incident')} of less dispute.", ""]
    lines += ["## Sources", ""] if briefing.citations else []
    lines += [
        f"[{c.number}] {c.outlet}, {c.published}: “{c.quote}” ({c.key.split('-')[0]} {speakable(c.key)})  "
        for c in briefing.citations
    ]
    return "\n".join(lines).rstrip() + "\n"


def written(sentence: Sentence) -> str:
    """Return a sentence with the numbers of its sources."""
    parts = (text + "".join(f" [{number}]" for number in numbers) for text, numbers in sentence.parts)
    return "; ".join(parts) + "."
