"""Link statements to the agreements they invoke, affirm, say broken or deny broken, in force among those concerned."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import ahocorasick

from standoff.codebook.agreements import AgreementBook
from standoff.codebook.load import Codebook
from standoff.comparing.claims import Bench
from standoff.model.agreement import AgreementLink, AgreementRelation, link_id
from standoff.model.document import Document
from standoff.model.entity import PartyRef
from standoff.model.event import Event
from standoff.model.statement import Statement
from standoff.values.sides import side, speaker
from standoff.values.text import normal

_WORD = re.compile(r"[a-z]+")
_DEFINITE = re.compile(r"\b(?:the|this|that|these|those|their|its|his|any clause of the)(?:\W+[\w-]+){0,3}\W*$", re.I)
_ARTICLE = re.compile(r"\b(?:article|clause|point|paragraph|provision)s?\s+(\d{1,2})\b", re.I)
# To say that an agreement does not apply neither invokes nor affirms it.
_INAPPLICABLE = re.compile(
    r"\b(?:not|n[’']t|no longer|never)\s+(?:\w+\s+){0,2}?"
    r"(?:comes?|falls?|appl(?:y|ies)|cover(?:ed)?|extend|relevant)\b",
    re.IGNORECASE,
)
_APPEALS = frozenset({"request", "invocation"})
_LONGEST_WINDOW = 60


@dataclass(frozen=True, slots=True)
class Hit:
    """Hold one phrase that may mean an agreement: where it stands, what it may mean, and how plainly it says so."""

    start: int
    stop: int
    candidates: tuple[str, ...]
    how: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """Hold one document's statements and events, and the sides they are about."""

    document: Document
    statements: tuple[Statement, ...]
    events: tuple[Event, ...]
    sides: frozenset[str]
    day: str


def agreement_links(given: Bench) -> tuple[AgreementLink, ...]:
    """Return the links of all documents, in order of document and text."""
    finder = _finder(given.codebook.agreements)
    found: dict[str, AgreementLink] = {}
    for sheet in _sheets(given):
        for hit in _hits(sheet.document.text, finder):
            link = _link(hit, sheet, given)
            if link:
                found.setdefault(link.id, link)
    return tuple(found.values())


def _finder(book: AgreementBook) -> Any:
    """Return an automaton over all names, nouns and bodies, each also with a plural s."""
    automaton = ahocorasick.Automaton()
    for how, table in (("noun", book.called), ("body", book.bodies), ("name", book.phrases)):
        for phrase, candidates in table.items():
            for form in (phrase, f"{phrase}s"):
                automaton.add_word(form, (len(form), candidates, how))
    automaton.make_automaton()
    return automaton


def _hits(text: str, finder: Any) -> Iterator[Hit]:
    """Yield the phrases of a text that may mean an agreement: whole words, the longest of those that overlap."""
    found = []
    for last, (length, candidates, how) in finder.iter(lowered(text)):
        start, stop = last - length + 1, last + 1
        if not (text[start - 1 : start].isalnum() or text[stop : stop + 1].isalnum()):
            found.append(Hit(start, stop, candidates, how))
    reached = 0
    for hit in sorted(found, key=lambda hit: (hit.start, -hit.stop)):
        if hit.start >= reached:
            reached = hit.stop
            yield hit


def lowered(text: str) -> str:
    """Return a text in lower case with every offset kept."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def _sheets(given: Bench) -> Iterator[Sheet]:
    """Yield the documents whose date is known, with what is said and told in them."""
    statements: defaultdict[str, list[Statement]] = defaultdict(list)
    events: defaultdict[str, list[Event]] = defaultdict(list)
    for statement in given.record.statements.values():
        statements[statement.document].append(statement)
    for event in given.record.events.values():
        events[event.document].append(event)
    for key, document in sorted(given.record.documents.items()):
        day = document.published.latest or document.published.earliest
        if day and (statements[key] or events[key]):
            said, told = tuple(statements[key]), tuple(events[key])
            yield Sheet(document, said, told, frozenset(_sides(said, told, given.codebook)), day[:10])


def _sides(statements: Iterable[Statement], events: Iterable[Event], codebook: Codebook) -> Iterator[str]:
    """Yield the sides that speak or act in a document, each also by its name."""
    refs = [ref for event in events for ref in (*event.parties("actor"), *event.parties("recipient"))]
    refs += [ref for statement in statements for ref in (speaker(statement), statement.addressee) if ref]
    for ref in refs:
        yield side(ref, codebook.parties)
        yield normal(ref.name)


def _link(hit: Hit, sheet: Sheet, given: Bench) -> AgreementLink | None:
    """Return the link a phrase makes, or nothing where no agreement in force fits or nothing is done to it."""
    statement = _voice(hit, sheet.statements)
    start, stop = given.cuts[sheet.document.id].around(hit.start)
    near = [event for event in sheet.events if start <= event.trigger.start < stop]
    relation, breach = _relation(hit, statement, sheet.document.text[start:stop], near, given.codebook)
    if relation is None or not _definite(hit, sheet.document.text, breach):
        return None
    agreement = _resolve(hit, sheet, given.codebook)
    if agreement is None:
        return None
    quote = sheet.document.span(hit.start, hit.stop)
    return AgreementLink(
        id=link_id(agreement, relation, statement.id if statement else None, quote),
        document=sheet.document.id,
        statement=statement.id if statement else None,
        agreement=agreement,
        relation=relation,
        clause=_clause(agreement, sheet.document.text[start:stop], given.codebook.agreements),
        accused=_accused(breach, statement, relation),
        evidence=(quote, *given.evidence(quote, statement)),
        score={"name": 1.0, "body": 0.9, "noun": 0.7}[hit.how],
    )


def _voice(hit: Hit, statements: Iterable[Statement]) -> Statement | None:
    """Return the innermost statement whose content holds a phrase, or nothing for the publisher."""
    holding = [
        (span.stop - span.start, statement.id, statement)
        for statement in statements
        for span in statement.content
        if span.start <= hit.start and hit.stop <= span.stop
    ]
    return min(holding, key=lambda item: item[:2])[2] if holding else None


def _relation(
    hit: Hit, statement: Statement | None, sentence: str, near: list[Event], codebook: Codebook
) -> tuple[AgreementRelation | None, Event | None]:
    """Return what is done to the agreement, and the event that tells of a breach."""
    words = set(_WORD.findall(sentence.casefold()))
    breach = _breach(hit, near)
    if breach and words & codebook.incidents.list("violating"):
        denied = breach.factuality.endswith("-") or bool(statement and statement.polarity == "denies")
        return ("denies_violation" if denied else "alleges_violation"), breach
    if hit.how == "body":
        appeals = [e for e in near if codebook.events.types[e.type].family in _APPEALS and e.frame != "hypothetical"]
        return ("invokes" if appeals else None), None
    if statement is None or _INAPPLICABLE.search(sentence):
        return None, None
    if words & codebook.incidents.list("affirming"):
        return "affirms", None
    return "invokes", None


def _breach(hit: Hit, near: list[Event]) -> Event | None:
    """Return the nearest event of a sentence that tells of a broken agreement."""
    told = [event for event in near if event.type == "ceasefire_violation"]
    return min(told, key=lambda event: (abs(event.trigger.start - hit.start), event.id)) if told else None


def _definite(hit: Hit, text: str, breach: Event | None) -> bool:
    """Tell whether a common noun means one that exists: 'the truce', not 'a truce'; a broken one exists."""
    if hit.how != "noun" or breach is not None:
        return True
    return bool(_DEFINITE.search(text[max(0, hit.start - _LONGEST_WINDOW) : hit.start]))


def _resolve(hit: Hit, sheet: Sheet, codebook: Codebook) -> str | None:
    """Return the agreement a phrase means: in force on the day, most of its parties concerned, the latest signed."""
    book = codebook.agreements
    ranked: list[tuple[int, int, str, str]] = []
    for key in hit.candidates:
        held = book[key]
        concerned = sum(1 for party in held.parties if _concerned(party, sheet.sides, codebook))
        signed = held.signed <= sheet.day
        enough = concerned >= min(2, len(held.parties)) if hit.how == "noun" else concerned or not held.parties
        if not signed or not enough or (hit.how == "noun" and not book.in_force(key, sheet.day)):
            continue
        ranked.append((int(book.in_force(key, sheet.day)), concerned, held.signed, key))
    return max(ranked)[3] if ranked else None


def _concerned(party: str, sides: Iterable[str], codebook: Codebook) -> bool:
    """Tell whether a party of an agreement is among the sides of a document."""
    held = codebook.parties.find(party)
    names = {party, normal(party)}
    if held:
        names |= {held.id, normal(held.name), held.principal or held.id}
    return bool(names & set(sides))


def _clause(agreement: str, sentence: str, book: AgreementBook) -> str | None:
    """Return the clause a sentence names by number, or nothing."""
    match = _ARTICLE.search(sentence)
    known = {clause.id for clause in book[agreement].clauses}
    return match[1] if match and match[1] in known else None


def _accused(breach: Event | None, statement: Statement | None, relation: str) -> PartyRef | None:
    """Return who is said to have broken an agreement: the actor, else the one addressed."""
    if relation != "alleges_violation" or breach is None:
        return None
    actors = breach.parties("actor")
    return actors[0] if actors else statement.addressee if statement else None
