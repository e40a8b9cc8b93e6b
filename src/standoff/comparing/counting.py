"""Tell what a figure counts: which people, whose, on whose ground, some of them or all, and over what time."""

from __future__ import annotations

import re

from standoff.comparing.given import Given
from standoff.comparing.meeting import closely_placed
from standoff.model.claim import Claim
from standoff.values.numerals import amount, only_number
from standoff.values.sides import side, speaker
from standoff.values.text import normal

AT_LARGE, _LABELLED = "people", "labelled"
WIDE = frozenset({"military", "civilian", _LABELLED})  # kinds of which a party may count more than another of all
OWN_PEOPLE = re.compile(
    r"\b(?:its|our|their) (?:own )?(?:\w+ )?"
    r"(?:forces|troops|soldiers|servicemen|personnel|army|ranks|units|fighters|men)\b"
)
_OWN_DEAD = re.compile(r"\b(?:its|our|their) (?:own )?(?:\w+ )?(?:dead|toll|losses|casualties|fatalities)\b")
_STEM = 5
_FAR = 20
_BEFORE = 60
_NUMERAL = r"(?:\d[\d,]*|\w+t(?:een|y)|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
# "Including seven women and 15 children": a list of some goes on behind its first.
_SOME_OF = re.compile(
    r"\b(?:including|among them|among whom|of which|of whom|of them|among the dead (?:are|were))\W+(?:\w+\W+)?"
    rf"(?:{_NUMERAL}(?: [\w-]+){{1,3}}(?:,? and |, )){{0,3}}\Z",
    re.IGNORECASE,
)
_OUT_OF = re.compile(rf"\b{_NUMERAL} of (?:the |its |their )?\Z", re.IGNORECASE)
_BADLY = re.compile(
    r"\W+(?:of (?:them|whom|the)\b|(?:are |were |is |was |in )?(?:serious|critical|grave|sever)\w*\b)", re.I
)
_APIECE = re.compile(r"\b(?:each|apiece|per side|on either side)\b", re.IGNORECASE)
_BESIDES = re.compile(r"\b(?:others?|further|additional|another|more(?! than))\b", re.IGNORECASE)
_CLAUSE, _EDGE = re.compile(r";\s|\.\s|\n"), re.compile(r"[,;.]\s|\n")
_LONGEST = 160
_DIGITS = re.compile(r"\d[\d,]*\d")
# "26 civilians", "the civilian toll".
_COUNTED = re.compile(rf"(?:\b(?:{_NUMERAL}|dozens of)(?: [\w-]+)?|\bthe) ([a-z-]{{6,}})\b", re.IGNORECASE)
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
# "Between 14 and 17 September" adds up days; "between 16 and 18 were hurt" does not.
_BETWEEN = re.compile(
    rf"\bbetween (?:the )?(?:{_MONTH}\b|(?:19|20)\d\d\b|\d{{1,2}}\w*(?: and \d{{1,2}}\w*)? {_MONTH}\b)"
)
_WORD = re.compile(r"[^\W\d_][\w’'-]*")


def people(claim: Claim, given: Given) -> str:
    """Return whom a figure counts: those who fight, who do not, some of one kind, or people at large.

    A noun that no list holds (`scientists`) is a kind of its own; whom one side calls terrorists are `labelled`.
    """
    book, text = given.codebook.incidents, str(claim.value["text"])
    words = normal(f"{text} {claim.value.get('noun') or ''}").split()
    for name in ("military", "civilian", "special", _LABELLED):
        found = [word for word in words if word in book.list(name)]
        if found:
            return found[-1][:_STEM] if name == "special" else name
    if _said_to_be(OWN_PEOPLE, claim):
        return "military"
    told_before = _counted_before(claim, given) if only_number(claim.quote.quote) else None
    if told_before is not None:
        return told_before
    head = next(iter(_WORD.findall(text)[::-1]), "")
    plain = len(head) < _STEM or not head.islower() or head in book.list("at large") or amount(f"{head} x") is not None
    return AT_LARGE if plain else head[:_STEM]


def _counted_before(claim: Claim, given: Given) -> str | None:
    """Return whom the figure before a bare one counts: '26 civilians were killed and 46 injured'."""
    text, book = given.record.documents[claim.quote.document].text, given.codebook.incidents
    before = _CLAUSE.split(text[max(0, claim.quote.start - _LONGEST) : claim.quote.start])[-1]
    for match in _COUNTED.finditer(before):
        noun = match[1].casefold()
        if kind := next((name for name in ("military", "civilian") if noun in book.list(name)), None):
            return kind
    return None


def same_people(one: Claim, other: Claim, given: Given) -> bool:
    """Tell whether two figures count people of one kind; whom one side calls terrorists others call people."""
    kinds = {people(one, given), people(other, given)}
    return len(kinds) == 1 or kinds == {AT_LARGE, _LABELLED}


def some_of(claim: Claim, given: Given) -> bool:
    """Tell whether a figure counts some of those counted beside it, or all of them: '21 of the more than 200'."""
    text = given.record.documents[claim.quote.document].text
    before, after = text[max(0, claim.quote.start - _BEFORE) : claim.quote.start], text[claim.quote.stop :][:_FAR]
    if any(pattern.search(before) for pattern in (_SOME_OF, _OUT_OF)) or _BADLY.match(after) is not None:
        return True
    return _BESIDES.search(claim.quote.quote) is not None


def apiece(claim: Claim, given: Given) -> bool:
    """Tell whether a figure holds for each of several: '95 prisoners each'."""
    text = given.record.documents[claim.quote.document].text
    return _APIECE.search(text, max(0, claim.quote.start - _FAR), claim.quote.stop + _FAR) is not None


def suffered(claim: Claim, given: Given) -> frozenset[str]:
    """Return the side whose people a claim's event is about; the dead of both sides together are all the dead."""
    event = given.event(claim)
    if event is None:
        return frozenset()
    who = claim.principal or claim.source
    book = given.codebook.parties
    own = side(who, book) if who else None
    if own and OWN_PEOPLE.search(str(claim.value["text"])):
        return frozenset({own})
    found = frozenset(side(ref, book) for ref in event.parties("recipient") if ref.state or ref.party)
    if len(found) > 1:
        return frozenset()
    of_own = own and (_said_to_be(OWN_PEOPLE, claim) or _said_to_be(_OWN_DEAD, claim))
    return found or (frozenset({own}) if own and of_own else frozenset())


def same_victims(one: Claim, other: Claim, given: Given) -> bool:
    """Tell whether two figures that name nobody can be of one people: each state counts its own whom others killed."""
    left, right = (None if suffered(claim, given) else _own_victims(claim, given) for claim in (one, other))
    return left is None or right is None or left == right


def _own_victims(claim: Claim, given: Given) -> str | None:
    """Return the state whose people a voice counts: its own, where another struck them or they are in its wards."""
    statement, event = given.record.statements.get(claim.statement or ""), given.event(claim)
    who = speaker(statement) if statement else None
    if statement is None or who is None or event is None:
        return None
    doers = {side(ref, given.codebook.parties) for ref in event.parties("actor")}
    accused = statement.act == "accuse" or (doers and given.sides.of(claim) not in doers)
    return who.state if accused or _counts_its_own(claim, given) else None


def _counts_its_own(claim: Claim, given: Given) -> bool:
    """Tell whether the body that gives a figure counts the dead and wounded of its own country."""
    statement = given.record.statements.get(claim.statement or "")
    if statement is None or statement.source.ref is None:
        return False
    said = statement.source.span.quote if statement.source.span else ""
    words = normal(f"{said} {statement.source.ref.name}").split()
    return not given.codebook.incidents.list("counting its own").isdisjoint(words)


def same_ground(one: Claim, other: Claim, given: Given) -> bool:
    """Tell whether two figures can be of one country: not the dead in Israel and those whom Iran's doctors count."""
    left, right = _ground(one, given), _ground(other, given)
    return left is None or right is None or left == right


def _ground(claim: Claim, given: Given) -> str | None:
    """Return the country in which a figure counts: of the place told, else of a voice that counts those of its own."""
    event = given.event(claim)
    if event is not None and event.place is not None and event.place.country:
        return event.place.country
    statement = given.record.statements.get(claim.statement or "")
    who = speaker(statement) if statement else None
    return who.state if who is not None and _counts_its_own(claim, given) else None


def same_period(one: Claim, other: Claim, given: Given) -> bool:
    """Tell whether two figures are both of one deed, or both of all since some day.

    One voice may add up later, but not what it counted at one place.
    """
    summed = _summed(one, given), _summed(other, given)
    if summed[0] == summed[1]:
        return True
    first, last = (other, one) if summed[0] else (one, other)
    adding = given.sides.of(one) == given.sides.of(other) and first.document != last.document
    return adding and _said(first) <= _said(last) and not closely_placed(given.event(first))


def _said(claim: Claim) -> str:
    """Return the first day on which a claim can have been made."""
    return (claim.said_at.earliest or "") if claim.said_at else ""


def _summed(claim: Claim, given: Given) -> bool:
    """Tell whether a report gives a figure as the sum of a time, there or elsewhere: '224 killed since Friday'."""
    text, digits = given.record.documents[claim.quote.document].text, _DIGITS.search(claim.quote.quote)
    places = [claim.quote.start]
    if digits is not None:
        places += [match.start() for match in re.finditer(rf"\b{re.escape(digits[0])}\b", text)]
    phrases = given.codebook.incidents.list("summing up")
    clauses = (f" {normal(_clause(text, at))} " for at in places)
    return any(_BETWEEN.search(words) or any(f" {phrase} " in words for phrase in phrases) for words in clauses)


def _clause(text: str, at: int) -> str:
    """Return the words around an offset up to the next comma, semicolon, full stop or line on either hand."""
    start, stop = max(0, at - _LONGEST), at + _LONGEST
    before, behind = _EDGE.split(text[start:at]), _EDGE.split(text[at:stop], maxsplit=1)
    return before[-1] + behind[0]


def _said_to_be(whose: re.Pattern[str], claim: Claim) -> bool:
    """Tell whether the words of a claim say that the speaker's own people, or own dead, are counted."""
    return any(whose.search(span.quote) for span in claim.evidence[1:] or claim.evidence)
