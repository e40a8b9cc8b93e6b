"""Tell what a name of a state, body or group stands for, and when a capital means the government in it."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from itertools import pairwise
from typing import cast

from standoff.codebook.names import Sense, Sort
from standoff.codebook.parties import PartyBook
from standoff.codebook.words import NameWords, Words
from standoff.grounding.parties.coreference import Discourse, Entity, Resolved
from standoff.grounding.parties.persons import Cast
from standoff.model.annotation import Annotation
from standoff.model.entity import PartyRef
from standoff.model.parse import Parse

_RUN_TOGETHER = re.compile(r"[A-Z]{2,}(?![a-z])|[A-Z]{2,}(?=[A-Z][a-z])|[A-Z][a-z]+|[a-z]+|\d+")
_LONGEST_REST = 5  # tokens of a name that the tagger cut off
_SHORT = 5  # letters: a longer name in capitals is a headline's, no abbreviation
_WORD = re.compile(r"\w+")
_NUMBERED = re.compile(
    r"\d+(?:st|nd|rd|th)?|[ivx]+|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth", re.IGNORECASE
)
_OPPOSITES = {"North": "South", "South": "North", "East": "West", "West": "East"}
_ACTING = frozenset({"nsubj", "nsubjpass", "agent", "dobj", "dative", "poss", "csubj"})
_CITED = frozenset({"accord", "according"})  # "according to Rome"
_POLITICAL = frozenset({"by", "with", "between", "against", "of", "for", "on", "according", "among", "versus", "as"})


def ground_name(book: PartyBook, parse: Parse, mark: Annotation, token: int, named: Cast) -> Resolved | None:
    """Return the party that a name other than a person's stands for, or nothing."""
    sense = _outlet(book, parse, mark, token, named) or _sense(book, mark, named) or _abbreviated(book, parse, mark)
    if sense is None:
        return _local(mark)
    features = {"known": 1.0}
    if sense.sort == "people" and book.names.exact(mark.head.quote) and _plural(parse, token):
        held = book.parties[sense.party]
        return Resolved((PartyRef(None, mark.head.quote, held.state, "group"),), None, features=features, plural=True)
    if sense.sort == "capital" and stands_for_government(parse, token):
        features["metonym"] = 1.0
    ref = book.ref(sense.party)
    roles = (
        frozenset({(sense.party.split("/")[1], ref.party.split("/")[0])})
        if ref.party and "/" in ref.party
        else frozenset()
    )
    return Resolved((ref,), book.principal(sense.party), features=features, roles=roles)


def stands_for_government(parse: Parse, token: int) -> bool:
    """Tell whether a capital's name at a token acts, owns or is acted on, rather than being where something is."""
    if parse.forms[token + 1 : token + 2] == (":",) and parse.sentence_of(token).start == token:
        return True  # a headline: "Tbilisi: troops killed a citizen"
    dep = parse.deps[token]
    for _ in range(4):
        if dep not in {"conj", "appos"}:
            break
        token = parse.heads[token]
        dep = parse.deps[token]
    if dep == "pobj":
        link = parse.heads[token]
        cited = parse.forms[link].lower() == "to" and parse.lemmas[parse.heads[link]].lower() in _CITED
        return cited or parse.forms[link].lower() in _POLITICAL
    return dep in _ACTING


def _outlet(book: PartyBook, parse: Parse, mark: Annotation, token: int, named: Cast) -> Sense | None:
    """Return the outlet among the senses of a name that reports something or is told it ("PTI reported").

    Where a text is about one state, what its own body of that name says is rather meant: the army AFP in Manila.
    """
    senses = book.names.meanings(" ".join(mark.head.quote.split()))
    outlets = [s for s in senses if len(senses) > 1 and (held := book.get(s.party)) and held.sector == "MED"]
    if not outlets:
        return None
    verb = parse.lemmas[parse.heads[token]].lower()
    local = any(_state_of(book, s) == named.home for s in senses if s not in outlets) and named.home is not None
    reports = parse.deps[token] in {"nsubj", "agent"} and verb in book.words.reporting and not local
    told = parse.deps[token] in {"dobj", "dative"} and verb == "tell"
    cited = parse.deps[token] == "pobj" and verb in {"to", "by", "with"} and _is_cited(parse, token, book.words.citing)
    return outlets[0] if reports or told or cited else None


def _is_cited(parse: Parse, token: int, citing: Words) -> bool:
    """Tell whether a name stands in "according to X", "quoted by X" or "an interview with X"."""
    above = parse.heads[parse.heads[token]]
    return parse.lemmas[above].lower() in citing


def _sense(book: PartyBook, mark: Annotation, named: Cast) -> Sense | None:
    """Return the sense of a name: as marked, by exact spelling, or by the nearest known spelling."""
    party = mark.attributes.get("party")
    if isinstance(party, str) and book.get(party):
        sort = mark.attributes.get("sense")
        return Sense(party, cast("Sort", sort))
    text = " ".join(mark.head.quote.split())
    exact = book.names.meanings(text)
    if exact:
        return exact[0] if len(exact) == 1 else _meant(book, exact, text, named)
    return (
        _handle(book, text[1:])
        if text.startswith("@")
        else book.nearest(text) or _joint(book, text) or _on_air(book, text)
    )


def _joint(book: PartyBook, text: str) -> Sense | None:
    """Return the one sense of the first known name among those that a stroke joins ("M23/AFC")."""
    senses = (book.names.meanings(part) for part in text.split("/") if part != text)
    return next((found[0] for found in senses if len(found) == 1), None)


def _on_air(book: PartyBook, text: str) -> Sense | None:
    """Return the one outlet that a name without its last word for an outlet means ("al-Masirah TV")."""
    base, _, last = text.rpartition(" ")
    senses = book.names.meanings(base) if last.lower() in book.words.outlet else ()
    held = book.get(senses[0].party) if len(senses) == 1 else None
    return senses[0] if held and held.sector == "MED" else None


def _meant(book: PartyBook, senses: Sequence[Sense], text: str, named: Cast) -> Sense | None:
    """Return which of several senses a name has: of a state the text is about, else of one it names, else the first.

    An abbreviation rather means who is at home in all states ("RSF" where no word tells of Sudan), or nobody.
    """
    short = text.isupper() and len(text) <= _SHORT
    found = [s for state in named.rivals for s in senses if _state_of(book, s) == state]
    found += [s for s in senses if _state_of(book, s) in named.states]
    found += [s for s in senses if short and _state_of(book, s) is None]
    return found[0] if found else None if short else senses[0]


def _state_of(book: PartyBook, sense: Sense) -> str | None:
    """Return the state of the party that a sense means."""
    held = book.get(sense.party)
    return held.state if held else None


def _handle(book: PartyBook, handle: str) -> Sense | None:
    """Return the sense of the words that a handle on a network runs together ("NUGMyanmar", "UN_HumanRights")."""
    words = _RUN_TOGETHER.findall(handle)
    for count in range(len(words), 0, -1):
        name = " ".join(words[:count])
        senses = book.names.meanings(name) if count > 1 or len(name) > 2 else ()
        if len(senses) == 1 and senses[0].sort == "name":
            return senses[0]
    return None


def _abbreviated(book: PartyBook, parse: Parse, mark: Annotation) -> Sense | None:
    """Return the sense of the known abbreviation in brackets after a name: "Security Force | for Abyei (UNISFA)"."""
    after = parse.tokens_in(mark.head.start, mark.head.stop).stop
    stop = after
    while stop < min(after + _LONGEST_REST, len(parse)) and parse.pos[stop] in {"ADP", "DET", "PROPN"}:
        stop += 1
    short = parse.bracketed(stop)
    senses = book.names.meanings(short) if short and short.isupper() else ()
    return senses[0] if len(senses) == 1 else None


def _plural(parse: Parse, token: int) -> bool:
    """Tell whether a token is a plural noun."""
    return parse.tags[token] in {"NNS", "NNPS"} or parse.forms[token].endswith("s")


def _local(mark: Annotation) -> Resolved | None:
    """Return a party of this text alone for the name of an organisation that the codebook does not know."""
    if mark.attributes.get("label") != "organisation":
        return None
    return Resolved((PartyRef(None, " ".join(mark.head.quote.split()), None, "organisation"),), features={"local": 1.0})


def stated(book: PartyBook, named: Resolved, owner: Resolved | None, focus: Callable[[], str | None]) -> Resolved:
    """Return an organisation of this text alone with its state: its possessor's, the one in its name, or in focus.

    A body with an official's name speaks for that state; a unit, or what only a state has, is one of that in `focus`.
    """
    name = named.ref.name
    unit = _is_unit(name, book.words.unit)
    group = _group_in(book, name) if owner is None else _owner_group(owner)
    if group is not None:
        return Resolved(named.refs, group, named.by, named.features, named.roles)
    ruling = " " in name and _is_official(name, book.words)
    ruling = ruling and not book.words.ruling.isdisjoint(_WORD.findall(name.lower()))
    state = _owner_state(book, owner) or _state_in(book, name) or (focus() if unit or ruling else None)
    if state is None:
        return named
    armed = owner is not None and owner.ref.kind == "armed_force"
    official = unit or armed or _is_official(name, book.words)
    held = book.parties[state]
    ref = PartyRef(None, name, held.state, "armed_force" if unit else named.ref.kind)
    principal = (owner.principal if owner and owner.principal else book.principal(state)) if official else None
    return Resolved((ref,), principal, named.by, named.features, named.roles)


def _owner_group(owner: Resolved) -> PartyRef | None:
    """Return the movement, party or union of states that a possessor is, for which what is its own speaks."""
    if owner.ref.party is None or owner.principal is None or owner.principal.kind == "state":
        return None
    return owner.principal if owner.ref.kind in {"group", "armed_force", "organisation"} else None


def _is_unit(name: str, units: Words) -> bool:
    """Tell whether a name numbers a military unit ("24th Mechanised Brigade", "III Corps")."""
    words = _WORD.findall(name.lower())
    return any(
        _NUMBERED.fullmatch(word) and units.intersection(words[at + 1 : at + 6]) for at, word in enumerate(words)
    )


def _is_official(name: str, known: NameWords) -> bool:
    """Tell whether a name is that of a state's own body, unlike its unions, parties, churches and universities."""
    words = _WORD.findall(name.lower())
    said = {*words, *map(" ".join, pairwise(words))}
    return not known.official.isdisjoint(said) and known.civic.isdisjoint(said)


def _owner_state(book: PartyBook, owner: Resolved | None) -> str | None:
    """Return the state or authority that a possessor is or speaks for."""
    if owner is None:
        return None
    for ref in (owner.ref, owner.principal):
        if ref is not None and ref.party in book.states:
            return ref.party
    return owner.ref.state if owner.ref.state in book.states else None


def _state_in(book: PartyBook, name: str) -> str | None:
    """Return the one state that a name holds as its first word or after "of", or nothing."""
    found = set()
    for hit in book.names.hits(name):
        sense = hit.senses[0]
        led = hit.start == 0 or name[: hit.start].rstrip().endswith(("of", "of the")) or sense.sort == "adjective"
        if sense.party in book.states and led:
            found.add(sense.party)
    return found.pop() if len(found) == 1 else None


def _group_in(book: PartyBook, name: str) -> PartyRef | None:
    """Return the movement whose part a name says to be by beginning with its name ("Hamas Media Office")."""
    for hit in book.names.hits(name):
        held = book.get(hit.senses[0].party)
        if hit.start == 0 and hit.stop < len(name) and held and held.kind in {"group", "armed_force"}:
            return book.principal(held.id)
    return None


def fuller_name(discourse: Discourse, token: int, name: str) -> Resolved | None:
    """Return the organisation mentioned before that a name of one word shortens ("the Bureau"), or nothing."""
    if " " in name or not name.istitle():
        return None

    def fits(entity: Entity) -> bool:
        ref = entity.resolved.ref
        return ref.kind in {"organisation", "armed_force"} and ref.name != name and name in ref.name.split()

    entity = discourse.best(token, fits, reach=15)
    return Resolved(entity.resolved.refs, entity.resolved.principal, "explicit", {"shortened": 1.0}) if entity else None


def halved(book: PartyBook, named: Collection[str], word: str) -> str | None:
    """Return the state of a divided land that a point of the compass stands for ("the South" beside North Korea).

    `named` are the states that the text names; one of the two halves must be among them.
    """
    opposite = _OPPOSITES.get(word)
    if opposite is None:
        return None
    for state in sorted(named):
        held = book.states.get(state)
        direction, _, land = held.name.partition(" ") if held else ("", "", "")
        if land and direction in {word, opposite}:
            other = next((s.id for s in book.states.values() if s.name == f"{word} {land}"), None)
            twin = any(s.name == f"{opposite} {land}" for s in book.states.values())
            if other and twin:
                return other
    return None
