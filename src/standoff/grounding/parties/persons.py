"""Tell who a person's name means: one named before, a known office-holder, or a person of this text alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from rapidfuzz import fuzz

from standoff.codebook.holders import CHECKED, Term
from standoff.codebook.parties import PartyBook
from standoff.codebook.spelling import given_names, plain, skeleton, surname
from standoff.grounding.parties.coreference import Resolved
from standoff.model.annotation import Annotation
from standoff.model.clock import UNKNOWN, Interval
from standoff.model.entity import PartyRef
from standoff.model.page import Page

_HIGH = frozenset({"president", "prime_minister", "chancellor", "supreme_leader", "foreign_minister", "leader"})
_LONGEST_ERA = 6  # years: over a longer time offices change hands too often to tell who held them
_LIKE = 72.0  # rapidfuzz ratio above which two surnames of one skeleton are spellings of one name


@dataclass(slots=True)
class Cast:
    """Hold a document's full names by the skeletons of surname and given name, and who held which office.

    `home` is the state that most of the text is about, `rivals` the two,
    `seat` the one from which it is written, by its dateline, where it tells of that state too.
    `when` is when the document was published, else the time in which its office-holders can all have served.
    """

    when: Interval = UNKNOWN
    full: dict[str, list[str]] = field(default_factory=dict)
    states: set[str] = field(default_factory=set)
    offices: dict[tuple[str, str], str] = field(default_factory=dict)
    home: str | None = None
    rivals: tuple[str, ...] = ()
    seat: str | None = None

    def full_name(self, name: str) -> str | None:
        """Return the one full name in the text whose surname this is, or nothing."""
        if given_names(name):
            return None
        wanted = surname(name)
        like = [known for known in self.full.get(skeleton(wanted), ()) if _like_either(wanted, known)]
        same = [known for known in like if wanted in plain(known).split()] or like
        return same[0] if len({plain(known) for known in same}) == 1 else None

    def sharing(self, name: str) -> list[str]:
        """Return the full names in the text that end, or begin, with a name given alone."""
        if given_names(name) or " " in name:
            return []
        wanted = surname(name)
        return [known for known in self.full.get(skeleton(wanted), ()) if wanted in plain(known).split()]


def cast_of(names: Iterable[Annotation], when: Interval, book: PartyBook) -> Cast:
    """Gather a document's persons, the offices they held, and the states it names."""
    cast = Cast(when)
    known: dict[str, list[object]] = {}  # with the roles that their titles tell
    for mark in names:
        text = " ".join(mark.head.quote.split())
        if mark.attributes.get("label") == "person" and given_names(text):
            for word in {skeleton(surname(text)), skeleton(text.split()[0])}:
                listed = cast.full.setdefault(word, [])
                if text not in listed:
                    listed.append(text)
        party = mark.attributes.get("party")
        if isinstance(party, str):
            cast.states.add(party.split("/")[0])
            if mark.attributes.get("sense") == "person":
                known.setdefault(party, []).extend(filter(None, [mark.attributes.get("title")]))
    if not when.known:
        cast.when = _era(book, list(known))
    for person, titles in known.items():
        cast.states.update(filter(None, [book.parties[person].state]))
        for term in (term for title in titles or (None,) for term in serving(book, cast, person, title)):
            cast.offices.setdefault((term.role, term.owner), person)
    return cast


def settle(cast: Cast, page: Page, names: Iterable[Annotation], book: PartyBook, country: str | None = None) -> None:
    """Note the state that most of a text's names and places belong to, unless two are level, and the first two.

    `country` is that of the outlet, from which the text is written where no dateline tells it and it is of the two.
    """
    tally: Counter[str] = Counter()
    for mark in names:
        state = _state_of(mark, page, book)
        if state is not None:
            tally[state] += 1
    first = tally.most_common(2)
    if len(first) == 1 or (first and first[0][1] > first[1][1]):
        cast.home = first[0][0]
    cast.rivals = tuple(state for state, _ in first)
    cast.seat = _seat(page, names, book, tally) or (country if country in cast.rivals else None)


def _seat(page: Page, names: Iterable[Annotation], book: PartyBook, tally: Counter[str]) -> str | None:
    """Return the state of the one capital or town in the dateline that the text names elsewhere too, or nothing."""
    line = next((b for b in page.document.blocks if b.kind == "dateline"), None)
    if line is None or "/" in page.document.text[line.start : line.stop]:
        return None  # "ISLAMABAD/DELHI" is written from both
    found: Counter[str] = Counter()
    for mark in names:
        if line.start <= mark.span.start < line.stop:
            state = _state_of(mark, page, book)
            if state is not None and mark.attributes.get("label") == "place":  # no agency's
                found[state] += 1
    only = next(iter(found)) if len(found) == 1 else None
    return only if only and tally[only] > found[only] else None


def _state_of(mark: Annotation, page: Page, book: PartyBook) -> str | None:
    """Return the state of a name's party or place."""
    party, tie = mark.attributes.get("party"), page.place_grounding(mark)
    held = book.get(party) if isinstance(party, str) else None
    state = held.state if held else tie.place.country if tie and tie.place else None
    return state if state in book.states else None


def serving(book: PartyBook, cast: Cast, person: str, title: object = None) -> tuple[Term, ...]:
    """Return the terms a known person was serving at the text's time; the open or last ones where that is unknown.

    Who goes by the `title` of another role serves his last term no longer.
    """
    terms = book.holders.terms.get(person, ())
    if cast.when.known:
        return tuple(term for term in terms if term.covers(cast.when))
    last = terms[-1:] if title is None or any(term.role == title for term in terms[-1:]) else ()
    return tuple(term for term in terms if term.last is None) or last


def _era(book: PartyBook, persons: Sequence[str]) -> Interval:
    """Return the time in which all of several known persons can have been in office, if it is short enough to tell."""
    firsts, lasts = [], []
    for person in persons:
        terms = book.holders.terms[person]
        firsts.append(min(term.first or "" for term in terms))
        lasts.append(max(term.last or CHECKED for term in terms))
    if len(persons) < 2 or not all(firsts):
        return UNKNOWN
    first, last = (max(firsts) + "-01-01")[:10], (min(lasts) + "-12-28")[:10]
    if first > last or int(last[:4]) - int(first[:4]) > _LONGEST_ERA:
        return UNKNOWN
    return Interval(first, last, "inferred:holders")


def _like_either(wanted: str, known: str) -> bool:
    """Tell whether a word is like the surname of a full name, or is its given name: Olha is not Oleh."""
    return fuzz.ratio(wanted, surname(known)) >= _LIKE or wanted == plain(known).split()[0]


def known_person(book: PartyBook, cast: Cast, name: str, owner: str | None, role: str | None) -> str | None:
    """Return the one known person a name can mean, given the office and owner its title tells, or nothing."""
    found = [person for person in book.holders.persons(name) if _close(book, name, person)]
    if not found:
        return _misspelt(book, name, owner, role)
    fitting = [person for person in found if _fits(book, cast, person, (role, owner), name)]
    if len(fitting) > 1:
        fitting = [p for p in fitting if cast.when.known and serving(book, cast, p)] or fitting
    return fitting[0] if len(fitting) == 1 else None


def _misspelt(book: PartyBook, name: str, owner: str | None, role: str | None) -> str | None:
    """Return who held the office that a title tells where only the given name is spelt unlike ("Ilhan Aliyev")."""
    if owner is None or role is None or " " not in name:
        return None
    last = name.replace("-", " ").split()[-1]
    found = [
        person
        for person in book.holders.persons(last)
        if _close(book, last, person)
        and any((term.role, term.owner) == (role, owner) for term in book.holders.terms[person])
        and any(spelling[0] == name[0] for spelling in book.holders.names[person])
    ]
    return found[0] if len(found) == 1 else None


def _close(book: PartyBook, name: str, person: str) -> bool:
    """Tell whether a name's surname is spelled like one of a known person's."""
    wanted = surname(name)
    return any(fuzz.ratio(wanted, surname(spelling)) >= _LIKE for spelling in book.holders.names[person])


def _fits(book: PartyBook, cast: Cast, person: str, title: tuple[str | None, str | None], name: str) -> bool:
    """Tell whether a known person fits the title in the text, or for a bare surname the states the text names."""
    role, owner = title
    single = not given_names(name)  # "Abu Salmiya" is a surname with its particle
    terms = book.holders.terms[person]
    owners = {part for term in terms for part in (term.owner, term.owner.split("/")[0], book.parties[person].state)}
    if owner is not None:
        return owner in owners or owner.split("/")[0] in owners
    if role is not None and any(term.role == role for term in terms):
        return True
    return not single or bool(owners & cast.states) or _famous(book, cast, person, name)


def _famous(book: PartyBook, cast: Cast, person: str, name: str) -> bool:
    """Tell whether a bare surname needs no state beside it: nobody else's then, and in office or once in a high one."""
    bearers = book.holders.bearers(name)
    if cast.when.known:
        return [bearer for bearer in bearers if serving(book, cast, bearer)] == [person]
    return bearers == (person,) and any(
        term.role in _HIGH and "/" not in term.owner for term in book.holders.terms[person]
    )


def known_one(book: PartyBook, cast: Cast, person: str, role: str | None, owner: Resolved | None) -> Resolved:
    """Return a known person with the offices held on the day and the one the text tells."""
    terms = book.holders.terms[person]
    roles = {
        (term.role, term.owner) for term in serving(book, cast, person, role) or (terms[-1:] if role is None else ())
    }
    if role is not None:
        roles.add((role, (owner.ref.party if owner else None) or book.parties[person].state or ""))
    ref = book.ref(person)
    gender = book.gender(ref.name)
    return Resolved((ref,), book.principal(person), "explicit", {"known": 1.0}, frozenset(roles), gender=gender)


def local_person(name: str, role: str | None, owner: Resolved | None) -> Resolved:
    """Return a person of this text alone, of the state and speaking for the party that the title tells."""
    state = owner.ref.state if owner else None
    principal = (owner.principal or _independent(owner.ref)) if owner else None
    roles = frozenset({(role, (owner.ref.party or owner.ref.name) if owner else "")}) if role else frozenset()
    return Resolved((PartyRef(None, name, state, "person"),), principal, "explicit", {"local": 1.0}, roles)


def _independent(owner: PartyRef) -> PartyRef | None:
    """Return an owner that nobody stands behind and that can be spoken for; newsrooms and think tanks are not."""
    return owner if owner.kind in {"group", "armed_force", "state"} else None
