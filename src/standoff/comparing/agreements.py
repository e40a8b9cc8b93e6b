"""Link statements to the agreements they invoke, affirm, say broken or deny broken, in force among those concerned."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

import ahocorasick

from standoff.codebook.agreements import AgreementBook
from standoff.codebook.load import Codebook
from standoff.comparing.breaches import Setting, accused, breach_of, mutual, refuses, relation
from standoff.comparing.claims import Bench
from standoff.model.agreement import AgreementLink, AgreementRelation, link_id
from standoff.model.document import Document
from standoff.model.entity import PartyRef
from standoff.model.event import Event
from standoff.model.statement import Statement
from standoff.values.sides import side, speaker
from standoff.values.text import normal

_DEFINITE = re.compile(r"\b(?:the|this|that|these|those|their|its|his|any clause of the)(?:\W+[\w-]+){0,3}\W*$", re.I)
_ARTICLE = re.compile(
    r"\b(?:articles?|clauses?|points?|paragraphs?|provisions?|sections?|items?)\s+(?:no\.?\s*)?(\d{1,3}|[IVX]{1,5}\b)",
    re.I,
)
# What stands between two agreements of one list: "the treaty on the border, as well as the Charter".
_AND = re.compile(
    r"[^.;:?!\n]{0,80}?(?:,|\b(?:and|or|nor|as well as))\s+"
    r"(?:(?:both|of|with|under|to|the|its|their|that|this|an?)\s+){0,4}(?:[\w’'-]+\s+){0,2}",
    re.IGNORECASE,
)
# What an agreement behind the words said still belongs to: "... laid mines, in violation of the convention".
_ADJUNCT = re.compile(
    r"[\s,”\"’']*\bin (?:\w+ )?\w+ (?:of|with) (?:(?:the|its|their|this|an?)\s+)?(?:[\w’'-]+\s+){0,3}", re.IGNORECASE
)
_INITIALS = re.compile(r"\b(?:us|un|uk|eu)\b")
_ROMAN = {"I": 1, "V": 5, "X": 10}
_JUST_ENDED = 30  # days after its end within which an agreement can still be said to have been broken
_LONGEST_WINDOW = 60
Made = tuple[str, AgreementRelation, PartyRef | None]  # agreement, what is done to it, who is said to have broken it


@dataclass(frozen=True, slots=True)
class Hit:
    """Hold one phrase that may mean an agreement: where it stands, what it may mean, and how plainly it says so."""

    start: int
    stop: int
    candidates: tuple[str, ...]
    how: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """Hold one document's statements and events, the sides they are about, and the phrases that may mean agreements."""

    document: Document
    statements: tuple[Statement, ...]
    events: tuple[Event, ...]
    sides: frozenset[str]
    day: str
    hits: tuple[Hit, ...]


def agreement_links(given: Bench) -> tuple[AgreementLink, ...]:
    """Return the links of all documents, in order of document and text."""
    finder = _finder(given.codebook.agreements)
    found: dict[str, AgreementLink] = {}
    for sheet in _sheets(given, finder):
        told: set[tuple[object, ...]] = set()
        for hit, statement in _voiced(sheet):
            for link in _links(hit, statement, sheet, given):
                whom = link.accused.party or link.accused.name if link.accused else None
                said = (link.evidence[1], link.agreement, link.relation, link.statement, whom)
                if said not in told:  # an agreement that one sentence names twice is broken once
                    told.add(said)
                    found.setdefault(link.id, link)
    return tuple(found.values())


def _voiced(sheet: Sheet) -> Iterator[tuple[Hit, Statement | None]]:
    """Yield the phrases of a document, each with the statement that holds it or the one it stands in a list with."""
    text, last, voice = sheet.document.text, 0, None
    for hit in sheet.hits:
        statement = _voice(hit, sheet.statements, text)
        if statement is None and voice is not None and _AND.fullmatch(text, last, hit.start):
            statement = voice
        last, voice = hit.stop, statement
        yield hit, statement


def _finder(book: AgreementBook) -> Any:
    """Return an automaton over all names, nouns and bodies, each also with a plural s, and `U.S.` for `US`."""
    automaton = ahocorasick.Automaton()
    for how, table in (("noun", book.called), ("body", book.bodies), ("name", book.phrases)):
        for phrase, candidates in table.items():
            dotted = _INITIALS.sub(lambda match: "".join(f"{letter}." for letter in match[0]), phrase)
            for form in {phrase, f"{phrase}s", dotted}:
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


def _sheets(given: Bench, finder: Any) -> Iterator[Sheet]:
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
            sides = frozenset(_sides(said, told, given.codebook))
            yield Sheet(document, said, told, sides, day[:10], tuple(_hits(document.text, finder)))


def _sides(statements: Iterable[Statement], events: Iterable[Event], codebook: Codebook) -> Iterator[str]:
    """Yield the sides that speak or act in a document, each also by its name."""
    refs = [ref for event in events for ref in (*event.parties("actor"), *event.parties("recipient"))]
    refs += [ref for statement in statements for ref in (speaker(statement), statement.addressee) if ref]
    for ref in refs:
        yield side(ref, codebook.parties)
        yield normal(ref.name)


def _links(hit: Hit, statement: Statement | None, sheet: Sheet, given: Bench) -> Iterator[AgreementLink]:
    """Yield the links a phrase makes: none where no agreement fits or nothing is done to it, one for each accused."""
    text, (start, stop) = sheet.document.text, given.cuts[sheet.document.id].around(hit.start)
    stop = max(stop, hit.stop)
    near = tuple(event for event in sheet.events if start <= event.trigger.start < stop)
    words = text[start : hit.start], text[hit.stop : stop], text[hit.start : hit.stop]
    if statement is not None and refuses(statement):
        statement = given.record.statements.get(statement.parent or "")
    setting = Setting(hit.how, *words, statement, near, _without_names(sheet, start, stop))
    done = relation(setting, given.codebook)
    breach = done == "alleges_violation" or breach_of(setting) is not None
    if done is None or not _definite(hit, text, breach):
        return
    agreement = _resolve(hit, sheet, given.codebook, breach)
    if agreement is None:
        return
    blamed = (
        accused(setting, given.codebook.agreements[agreement], given.codebook) if done == "alleges_violation" else ()
    )
    own = len(blamed) < 2 or not mutual(setting)
    for index, ref in enumerate(blamed or (None,)):
        # Of two sides that accuse each other one can be the speaker; that he is accused too are the report's words.
        voice = setting.statement if own or _among_others(setting.statement, ref, blamed, given.codebook) else None
        made = _link(hit, (agreement, done, ref), voice, given, sheet)
        yield replace(made, id=link_id(agreement, done, made.statement, made.evidence[0], ref)) if index else made
    outer = given.record.statements.get(setting.statement.parent or "") if setting.statement else None
    if done == "alleges_violation" and outer is not None and outer.polarity == "denies":
        yield _link(hit, (agreement, "denies_violation", None), outer, given, sheet)


def _without_names(sheet: Sheet, start: int, stop: int) -> str:
    """Return a sentence with the names of agreements left blank, so that those whom these hold are not read in it."""
    text = sheet.document.text[start:stop]
    for hit in sheet.hits:
        if start <= hit.start and hit.stop <= stop:
            text = f"{text[: hit.start - start]}{' ' * (hit.stop - hit.start)}{text[hit.stop - start :]}"
    return text


def _among_others(
    statement: Statement | None, ref: PartyRef | None, blamed: Iterable[PartyRef], codebook: Codebook
) -> bool:
    """Tell whether the speaker is one of several who accuse each other, and another one than somebody accused."""
    who = speaker(statement) if statement else None
    mine = side(who, codebook.parties) if who else ""
    sides = {side(one, codebook.parties) for one in blamed}
    return ref is not None and mine in sides and side(ref, codebook.parties) != mine


def _link(hit: Hit, made: Made, statement: Statement | None, given: Bench, sheet: Sheet) -> AgreementLink:
    """Return the link of an agreement with who speaks of it, the publisher where nobody is quoted."""
    (agreement, done, blamed), document = made, sheet.document
    quote = document.span(hit.start, hit.stop)
    return AgreementLink(
        id=link_id(agreement, done, statement.id if statement else None, quote),
        document=document.id,
        statement=statement.id if statement else None,
        agreement=agreement,
        relation=done,
        clause=_clause(document.text[slice(*given.cuts[document.id].around(hit.start))]),
        accused=blamed,
        evidence=(quote, *given.evidence(quote, statement)),
        score={"name": 1.0, "body": 0.9, "noun": 0.7}[hit.how],
    )


def _voice(hit: Hit, statements: Iterable[Statement], text: str) -> Statement | None:
    """Return the innermost statement whose content holds a phrase, or nothing for the publisher.

    What is said "in violation of" an agreement holds it too, where the content ends before these words.
    """
    holding = [
        (span.stop - span.start, statement.id, statement)
        for statement in statements
        for span in statement.content
        if (span.start <= hit.start and hit.stop <= span.stop)
        or (span.stop <= hit.start <= span.stop + _LONGEST_WINDOW and _ADJUNCT.fullmatch(text, span.stop, hit.start))
    ]
    return min(holding, key=lambda item: item[:2])[2] if holding else None


def _definite(hit: Hit, text: str, breach: bool) -> bool:
    """Tell whether a common noun means one that exists: 'the truce', not 'a truce'; a broken one exists."""
    if hit.how != "noun" or breach:
        return True
    return bool(_DEFINITE.search(text[max(0, hit.start - _LONGEST_WINDOW) : hit.start]))


def _resolve(hit: Hit, sheet: Sheet, codebook: Codebook, breach: bool) -> str | None:
    """Return the agreement a phrase means: in force on the day, most of its parties concerned, the latest signed.

    The full name of one that no other bears needs nobody concerned; of a breach, it may have ended just before.
    """
    book = codebook.agreements
    known = hit.how == "name" and len(hit.candidates) == 1 and not sheet.document.text[hit.start : hit.stop].islower()
    day = _earlier(sheet.day, _JUST_ENDED) if breach else sheet.day
    ranked: list[tuple[int, int, str, str]] = []
    for key in hit.candidates:
        held = book[key]
        concerned = sum(1 for party in held.parties if _concerned(party, sheet.sides, codebook))
        signed, valid = held.signed <= sheet.day, book.in_force(key, sheet.day) or book.in_force(key, day)
        enough = concerned >= min(2, len(held.parties)) if hit.how == "noun" else known or concerned or not held.parties
        if not signed or not enough or (hit.how == "noun" and not valid):
            continue
        ranked.append((int(valid), concerned, held.signed, key))
    return max(ranked)[3] if ranked else None


def _earlier(day: str, days: int) -> str:
    """Return the ISO day so many days before another."""
    return (date.fromisoformat(day) - timedelta(days=days)).isoformat()


def _concerned(party: str, sides: Iterable[str], codebook: Codebook) -> bool:
    """Tell whether a party of an agreement is among the sides of a document."""
    held = codebook.parties.find(party)
    names = {party, normal(party)}
    if held:
        names |= {held.id, normal(held.name), held.principal or held.id}
    return bool(names & set(sides))


def _clause(sentence: str) -> str | None:
    """Return the number of the clause that a sentence names, in Arabic figures, or nothing."""
    match = _ARTICLE.search(sentence)
    if match is None:
        return None
    return match[1] if match[1].isdigit() else str(_roman(match[1].upper()))


def _roman(figure: str) -> int:
    """Return the value of a Roman numeral."""
    values = [_ROMAN[letter] for letter in figure]
    return sum(-value if value < max(values[index:]) else value for index, value in enumerate(values))
