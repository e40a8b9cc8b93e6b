"""Tell who does what to whom in the content of a statement, seen from its speaker, and whether it is so or to come."""

from __future__ import annotations

from collections.abc import Iterator, Set
from dataclasses import dataclass

from standoff.attributing.sheet import Sheet
from standoff.codebook.acts import ActBook
from standoff.model.entity import PartyRef

_SPEAKING = {"i": "i", "we": "we", "you": "you", "us": "we", "me": "i", "them": "pronoun", "him": "pronoun"}
_THIRD = frozenset({"it", "he", "she", "they"})
_OWNERS = frozenset({"our", "my", "its", "his", "her", "their"})
_RELATIVE = frozenset({"who", "which", "that"})
_NEGATIONS = frozenset({"not", "n't", "no", "never", "nobody", "nothing", "neither", "nor"})
_COMING = {"will": "will", "shall": "will", "'ll": "will", "must": "must", "should": "must"}
_STRUCK = frozenset({"at", "on", "against", "into", "over", "across", "of", "to"})
_DEEDS = frozenset({"harm", "loss", "success", "movement", "readiness", "talks", "willing_to_help"})
_JOINED = frozenset({"xcomp", "conj", "advcl", "pcomp"})
_CLIMB = 3  # steps from a deed up to whoever does it


@dataclass(frozen=True, slots=True)
class Viewpoint:
    """Hold from where a content is seen: for whom its speaker speaks and what kinds of speaker he is."""

    principal: PartyRef | None
    kinds: Set[str]

    @property
    def fought(self) -> bool:
        """Tell whether "rebels" or "militants" are this speaker's foes: he speaks for a state and its bodies."""
        if self.principal is None:
            return bool(self.kinds & {"official", "soldier"}) and "rebel" not in self.kinds
        return self.principal.kind in ("state", "organisation")


def deeds(sheet: Sheet, tokens: list[int], book: ActBook, view: Viewpoint) -> Iterator[str]:
    """Yield what is done in a content: by whom, to whom, and in which mood."""
    for token in tokens:
        lists = [name for name in book.lists_of.get(sheet.parse.lemmas[token].lower(), ()) if name in _DEEDS]
        if not lists:
            continue
        doer = agent(sheet, token)
        who = "nobody" if doer is None or doer == token else party(sheet, doer, view, book)
        when = mood(sheet, token)
        for name in lists:
            yield f"{name}:{who}"
            yield f"{name}:{who}|{when}"
        if "harm" in lists and (struck := patient(sheet, token)) is not None:
            whom = party(sheet, struck, view, book)
            yield f"harm to:{whom}"
            yield f"harm by {who} to {whom}"


def party(sheet: Sheet, token: int, view: Viewpoint, book: ActBook) -> str:
    """Return who a noun is, seen from the speaker: i, we, you, own, foe, other, named, people or a thing."""
    word, lemma = sheet.words[token], sheet.parse.lemmas[token].lower()
    if word in _SPEAKING:
        return _SPEAKING[word]
    if word in _OWNERS or any(sheet.words[c] in _OWNERS for c in sheet.children(token, "poss")):
        return "own"
    beside = (lemma, *(sheet.parse.lemmas[c].lower() for c in sheet.children(token, "amod", "compound")))
    if view.fought and any(name in sheet.lists["foes"] for name in beside):
        return "foe"
    side = side_of(sheet, token, view.principal)
    if side == "thing" and word in _THIRD:
        return "pronoun"
    return "people" if side == "thing" and "witness" in book.speakers_of.get(lemma, ()) else side


def side_of(sheet: Sheet, token: int, principal: PartyRef | None) -> str:
    """Return own, other, named or thing for a noun phrase seen from the speaker.

    Own are those who speak for the same party: a state's army is not own to those who fight it at home.
    """
    side = _speaking_for(sheet, token)
    if side is None:
        return "named" if sheet.parse.entities[token] else "thing"
    if principal is None:
        return "other"
    if side.party is not None and principal.party is not None:
        return "own" if side.party == principal.party else "other"
    return "own" if principal.kind == "state" and side.state == principal.state else "other"


def _speaking_for(sheet: Sheet, token: int) -> PartyRef | None:
    """Return whom those that a noun phrase names speak for, or themselves, by its groundings; nobody unknown."""
    start, stop = sheet.parse.starts[sheet.lefts[token]], sheet.parse.stops[token]
    ties = (sheet.page.party_grounding(mark) for mark in sheet.page.within(start, stop, "name", "description"))
    who = next((tie.principal or tie.parties[0] for tie in ties if tie is not None), None)
    return who if who is not None and (who.party or who.state) else None


def agent(sheet: Sheet, token: int) -> int | None:
    """Return who does what a verb or noun tells of, looked up through light and joined verbs ("began to shell")."""
    for _ in range(_CLIMB):
        passive = sheet.child(token, "nsubjpass") is not None
        found = _own_agent(sheet, token, passive)
        if found is not None or passive:
            return found
        above = _doing(sheet, token)
        if above is None:
            return None
        token = above
    return None


def _own_agent(sheet: Sheet, token: int, passive: bool) -> int | None:
    """Return a deed's own by-agent, subject, possessor or adjective of a party."""
    for link in sheet.children(token, "agent", "prep"):
        if sheet.words[link] == "by":
            return sheet.child(link, "pobj")
    if passive:
        return None
    subject = sheet.child(token, "nsubj", "poss")
    if subject is not None and sheet.words[subject] in _RELATIVE and sheet.parse.deps[token] == "relcl":
        return sheet.parse.heads[token]
    if subject is None and sheet.parse.pos[token] in ("NOUN", "PROPN"):
        return next((c for c in sheet.children(token, "amod", "compound") if sheet.parse.entities[c]), None)
    return subject


def _doing(sheet: Sheet, token: int) -> int | None:
    """Return the verb above a deed whose subject does it: a joined verb, or a light one that it is the object of."""
    above, dep = sheet.parse.heads[token], sheet.parse.deps[token]
    if above == token:
        return None
    if dep in _JOINED or (dep == "dobj" and sheet.listed(above, "light_verbs")):
        return above
    if dep == "pobj" and sheet.listed(sheet.parse.heads[above], "light_verbs"):
        return sheet.parse.heads[above]
    return None


def patient(sheet: Sheet, token: int) -> int | None:
    """Return whom a deed strikes: the object, a passive's subject, or the object of "on", "against" ..."""
    if sheet.parse.pos[token] in ("VERB", "AUX"):
        struck = sheet.child(token, "dobj", "nsubjpass")
        if struck is not None:
            return struck
    links = (link for link in sheet.children(token, "prep") if sheet.words[link] in _STRUCK)
    return next((noun for link in links for noun in sheet.children(link, "pobj")), None)


def mood(sheet: Sheet, token: int) -> str:
    """Return how a deed is put by the verb it hangs on: past, now, will, would, must, to do; negated or not."""
    parse, verb = sheet.parse, token
    for _ in range(_CLIMB):
        if parse.pos[verb] in ("VERB", "AUX") or parse.heads[verb] == verb:
            break
        verb = parse.heads[verb]
    below = parse.children[verb]
    denied = "-not" if any(parse.deps[c] == "neg" or sheet.words[c] in _NEGATIONS for c in below) else ""
    modal = next((sheet.words[c] for c in below if parse.tags[c] == "MD"), None)
    if modal is not None:
        return _COMING.get(modal, "would") + denied
    if any(parse.tags[c] == "TO" for c in below):
        return "to" + denied
    return ("past" if parse.tags[verb] in ("VBD", "VBN") else "now") + denied
