"""Tell by the words around an agreement what is done to it, and who is said to have broken it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from standoff.codebook.load import Codebook
from standoff.model.agreement import Agreement, AgreementRelation
from standoff.model.entity import PartyRef
from standoff.model.event import Event
from standoff.model.statement import Statement
from standoff.values.sides import side, side_ref, speaker

BREACH = "ceasefire_violation"
_WORD = re.compile(r"[a-z]+")
# To say that an agreement does not apply neither invokes nor affirms it.
_INAPPLICABLE = re.compile(
    r"\b(?:not|n[’']t|no longer|never)\s+(?:\w+\s+){0,2}?"
    r"(?:comes?|falls?|appl(?:y|ies)|cover(?:ed)?|extend|relevant)\b",
    re.IGNORECASE,
)
# Words just before a breach or before keeping to an agreement, by which it is denied, or only thought of.
_NEGATED = re.compile(
    r"(?:\b(?:not|never|no|nobody|nor|neither|den(?:y|ies|ied|ying)|without)\b|n[’']t\b)\W*(?:[\w’'-]+\W+){0,3}\Z", re.I
)
_SUPPOSED = re.compile(
    r"\b(?:would|could|may|might|must|should|shall|will|if|to|avoid|risk|prevent|against)\W+(?:[\w’'-]+\W+){0,2}\Z",
    re.I,
)
_UNWILLING = re.compile(
    r"\b(?:refus|fail|declin|stop|ceas|sabotag|evad|evasi|shirk|reneg|abandon|neglect|ignor)\w*\W+(?:[\w’'-]+\W+){0,3}\Z",
    re.I,
)
# "Urged it to stop violating the truce": what is to stop goes on.
_GOING_ON = re.compile(r"\b(?:stop|ceas|end|halt|desist|continu|keep)\w*\W+(?:from\W+|on\W+)?\Z", re.IGNORECASE)
# "Each side accused the other": who speaks of both blames neither himself.
_EACH_OTHER = re.compile(
    r"\b(?:each other|one another)\b|\beach\b[^.;]{0,40}?\bthe other\b|\b(?:mutual|trad(?:e|ed|es|ing)) "
    r"(?:accusations|charges|blame|recriminations)\b|\b(?:accus|blam)\w+ each\b",
    re.IGNORECASE,
)
# "Captured after the truce", "hours before the ceasefire took hold": an agreement that only dates something.
_DATING = re.compile(
    r"\b(?:after|before|since|until|till|during|following|prior to|by the time|when|once)\s+"
    r"(?:(?:the|a|an|this|that|their|its|his|[\w’'-]+['’]s)\s+)?(?:[\w’'-]+\s+){0,2}\Z",
    re.IGNORECASE,
)
_APPEALS = frozenset({"request", "invocation"})
_BEFORE, _BEHIND, _BESIDE, _CLOSE = 80, 45, 60, 24
_STOP = re.compile(r"[.;:]\s")


@dataclass(frozen=True, slots=True)
class Setting:
    """Hold an agreement named in a sentence: how, the words before and behind it, who speaks, and events told there.

    `how` is `name`, `noun` (a common one) or `body` (of those that the agreement founds); `rest` is the sentence with
    all names of agreements left blank.
    """

    how: str
    before: str
    behind: str
    named: str
    statement: Statement | None
    near: tuple[Event, ...]
    rest: str

    @property
    def sentence(self) -> str:
        """Return the whole sentence."""
        return f"{self.before}{self.named}{self.behind}"


def refuses(statement: Statement) -> bool:
    """Tell whether a statement is itself the refusal to keep to something, of which another speaks."""
    return any(_UNWILLING.search(f"{span.quote} ") for span in statement.cue)


def relation(given: Setting, codebook: Codebook) -> AgreementRelation | None:
    """Return what is done to an agreement, or nothing."""
    book, statement = codebook.incidents, given.statement
    if _told(given) and not book.list("violating").isdisjoint(_words(given.sentence)):
        return "denies_violation" if _denied(given) else "alleges_violation"
    if given.how == "body":
        appeals = [
            e for e in given.near if codebook.events.types[e.type].family in _APPEALS and e.frame != "hypothetical"
        ]
        return "invokes" if appeals else None
    broken = _broken(given, codebook) or _unkept(given, codebook)
    if broken is not None or statement is None or _INAPPLICABLE.search(given.sentence):
        return broken
    if not book.list("affirming").isdisjoint(_words(given.sentence)):
        return "affirms"
    return None if _DATING.search(given.before) else "invokes"


def breach_of(given: Setting) -> Event | None:
    """Return the event of a sentence nearest to an agreement that tells of a broken one, or nothing."""
    start = len(given.before)
    told = [event for event in given.near if event.type == BREACH]
    return min(told, key=lambda event: (abs(_offset(event, given) - start), event.id)) if told else None


def _told(given: Setting) -> bool:
    """Tell whether an event of a sentence tells of a breach, not of one that only might come."""
    breach = breach_of(given)
    if breach is None:
        return False
    certain = breach.factuality.startswith("certain")
    return certain or not _SUPPOSED.search(given.sentence[: max(_offset(breach, given), 0)])


def _offset(event: Event, given: Setting) -> int:
    """Return where an event's trigger stands in the sentence."""
    return given.sentence.find(event.trigger.quote)


def _denied(given: Setting) -> bool:
    """Tell whether a breach that is told is denied: by the event itself, or by the statement round it."""
    breach = breach_of(given)
    denies = given.statement is not None and given.statement.polarity == "denies"
    return denies or (breach is not None and breach.factuality.endswith("-"))


def _broken(given: Setting, codebook: Codebook) -> AgreementRelation | None:
    """Return whether words beside an agreement tell of its breach where no event was found: `violated the treaty`."""
    reach = _CLOSE if given.how == "noun" else _BEFORE
    pattern = _any(tuple(sorted(codebook.incidents.list("violating"))))
    clause = _STOP.split(given.before)[-1]
    found = list(pattern.finditer(clause, max(0, len(clause) - reach)))
    if not found:
        behind = re.match(
            rf"[^.;:]{{0,{_BEHIND}}}?\b(?:was|were|is|are|been|being)\W+(?:\w+ly\W+)?{pattern.pattern}",
            given.behind,
            re.I,
        )
        if behind is None:
            return None
    lead = clause[: found[-1].start()] if found else clause
    if _NEGATED.search(lead) or (given.statement is not None and given.statement.polarity == "denies"):
        return "denies_violation"
    return "alleges_violation" if _GOING_ON.search(lead) or not _SUPPOSED.search(lead) else None


def _unkept(given: Setting, codebook: Codebook) -> AgreementRelation | None:
    """Return whether somebody else is said not to keep to an agreement: `refuses to implement the accord`."""
    clause = _STOP.split(given.before)[-1]
    found = list(_any(tuple(sorted(codebook.incidents.list("affirming")))).finditer(clause))
    lead = clause[: found[-1].start()] if found else ""
    unkept = _UNWILLING.search(lead) or _NEGATED.search(lead)
    return "alleges_violation" if unkept and not _SUPPOSED.search(lead[: unkept.start()]) else None


def mutual(given: Setting) -> bool:
    """Tell whether sides are said to accuse each other of a breach."""
    return _EACH_OTHER.search(given.sentence) is not None


def accused(given: Setting, agreement: Agreement, codebook: Codebook) -> tuple[PartyRef, ...]:
    """Return who is said to have broken an agreement, by side; the speaker comes last where sides accuse each other."""
    who = speaker(given.statement) if given.statement else None
    mine = side(who, codebook.parties) if who else ""
    breach = breach_of(given)
    bound = _of(agreement, codebook)
    actors = _sides(breach.parties("actor") if breach else (), codebook)
    if mutual(given):
        found = _each_other(actors | _named(given, agreement, codebook), bound, codebook)
        return tuple(sorted(found.values(), key=lambda ref: side(ref, codebook.parties) == mine))
    others = {key: ref for key, ref in actors.items() if key != mine}
    if others:
        return tuple(others.values())
    blamed = {key: ref for event in given.near for key, ref in _blamed(event, codebook).items() if key != mine}
    named = blamed or {key: ref for key, ref in _named(given, agreement, codebook).items() if key != mine}
    if named or not given.statement:
        return tuple(named.values()) if len(named) == 1 else ()
    return (given.statement.addressee,) if given.statement.addressee else ()


def _each_other(named: dict[str, PartyRef], bound: frozenset[str], codebook: Codebook) -> dict[str, PartyRef]:
    """Return those who accuse each other: the two whom an agreement binds, else those named who are parties to it."""
    if len(bound) == 2:
        held = {key: codebook.parties.get(key) for key in sorted(bound)}
        return {key: PartyRef(p.id, p.name, p.state, p.kind) for key, p in held.items() if p is not None}
    return {key: ref for key, ref in named.items() if not bound or key in bound}


def _blamed(event: Event, codebook: Codebook) -> dict[str, PartyRef]:
    """Return whom an event accuses or condemns, by side."""
    known = codebook.events.types.get(event.type)
    return _sides(event.parties("recipient"), codebook) if known and known.plover == "ACCUSE" else {}


def _sides(refs: Iterable[PartyRef], codebook: Codebook) -> dict[str, PartyRef]:
    """Return parties that are more than a phrase, by side, each as the party that stands for it."""
    return {side(ref, codebook.parties): side_ref(ref, codebook.parties) for ref in refs if ref.party or ref.state}


def _named(given: Setting, agreement: Agreement, codebook: Codebook) -> dict[str, PartyRef]:
    """Return the parties to an agreement that its sentence names, by side; anybody where it binds nearly all states.

    Those that the name of an agreement holds (the Charter of the United Nations) are none.
    """
    bound = _of(agreement, codebook)
    found = _sides(_in_words(given.rest, codebook), codebook)
    return {key: ref for key, ref in found.items() if not bound or key in bound}


def _in_words(sentence: str, codebook: Codebook) -> Iterator[PartyRef]:
    """Yield the parties that a sentence names."""
    for hit in codebook.parties.names.hits(sentence):
        held = codebook.parties.get(hit.senses[0].party)
        if held is not None:
            yield PartyRef(held.id, held.name, held.state, held.kind)


def _of(agreement: Agreement, codebook: Codebook) -> frozenset[str]:
    """Return the sides that are parties to an agreement and did not mediate it."""
    book = codebook.parties
    bound = [name for name in agreement.parties if name not in agreement.mediators]
    held = [book.get(name) or book.find(name) for name in bound]
    return frozenset(party.principal or party.state or party.id for party in held if party)


def _words(text: str) -> set[str]:
    """Return the words of a text in lower case."""
    return set(_WORD.findall(text.casefold()))


@lru_cache(maxsize=4)
def _any(words: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of one of some words, the longer first."""
    listed = "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))
    return re.compile(rf"\b(?:{listed or '(?!)'})\b", re.IGNORECASE)
