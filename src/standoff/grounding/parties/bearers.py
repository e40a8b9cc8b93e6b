"""Name persons with the office that their title or apposition tells, and find whose anybody is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from standoff.grounding.parties.coreference import Entity, Resolved
from standoff.grounding.parties.described import Context, of_unknown
from standoff.grounding.parties.locality import LOCAL, local_state
from standoff.grounding.parties.persons import known_one, known_person, local_person
from standoff.grounding.parties.sides import Asked, focus, is_strange, standing
from standoff.model.annotation import Annotation
from standoff.model.page import Page

_LEADING = frozenset({"of", "for"})
_NAMING = frozenset({"appos", "pobj", "prep", "acl"})


@dataclass(frozen=True, slots=True)
class Bearers:
    """Hold a page's marks by id, the appositions of its names, and how to read whom a mark stands for.

    `read` takes a mark and how many owners of owners were followed before it.
    """

    context: Context
    marks: Mapping[str, Annotation]
    apposed: Mapping[str, Annotation]
    read: Callable[[Annotation, int], Resolved | None]

    def person(self, mark: Annotation, depth: int) -> Resolved:
        """Return the person a name means, with the office that its title tells; a former one speaks for none."""
        found = self._named(mark, depth)
        told = {m.attributes.get("qualifier") for m in (mark, self.apposed.get(mark.id)) if m}
        return found if self.context.book.words.retired.isdisjoint(told) else replace(found, principal=None)

    def _named(self, mark: Annotation, depth: int) -> Resolved:
        """Return the person a name means, speaking for whom his title tells, or once did."""
        role, owner = self._office(mark, depth)
        words = self._title_words(mark)
        name = (
            self.context.cast.full_name(mark.head.quote) or self._recent_name(mark) or " ".join(mark.head.quote.split())
        )
        sense = mark.attributes.get("party")
        owner_id = owner.ref.party if owner else None
        earlier = self.context.discourse.entities.get((name,)) if owner is None and not sense else None
        if earlier:  # whose title then fitted nobody known
            was = earlier.resolved
            return Resolved(was.refs, was.principal, "explicit", {"local": 1.0}, frozenset(earlier.roles))
        if self._is_another(mark, owner):
            return replace(local_person(name, role, owner), gender=self.context.book.gender(name)).worded(words)
        known = str(sense) if sense else known_person(self.context.book, self.context.cast, name, owner_id, role)
        if known and known in self.context.book.parties:
            return known_one(self.context.book, self.context.cast, known, role, owner).worded(words)
        if role is not None and (owner is None or (owner.principal is None and owner.ref.state is None)):
            near = self.local(mark, role)
            owner = owner if near is None or is_strange(self.context, name, str(near.ref.party)) else near
        if owner is None and role is not None and not self._is_owned(mark):
            token = self.context.token_of(mark)
            owner = self._met_before(words, token) or self._spoken_for(role, Asked(token, True, name))
        return replace(local_person(name, role, owner), gender=self.context.book.gender(name)).worded(words)

    def _is_another(self, mark: Annotation, owner: Resolved | None) -> bool:
        """Tell whether a name is not that of the known person who bears it: an alias, or somebody of another state."""
        first = self.context.page.parse.token_at(mark.head.start)
        if first > 0 and self.context.page.parse.forms[first - 1].lower() in {"alias", "aka"}:
            return True
        held = self.context.book.get(str(mark.attributes.get("party")))
        states, told = self.context.book.states, owner.ref.party if owner and owner.by == "explicit" else None
        return bool(held and held.principal in states and told in states and told not in {held.state, held.principal})

    def owner(self, key: object, depth: int) -> Resolved | None:
        """Return what an owner's mark stands for."""
        mark = self.marks.get(key) if isinstance(key, str) else None
        return self.read(mark, depth + 1) if mark else None

    def possessor(self, mark: Annotation, depth: int) -> Resolved | None:
        """Return whose a name is by a possessive, adjective or pronoun right before it ("the UN's Roe", "its X")."""
        parse = self.context.page.parse
        first = parse.token_at(mark.head.start)
        if first < 1:
            return None
        if parse.tags[first - 1] == "PRP$":
            owners = self.context.page.within(parse.starts[first - 1], parse.stops[first - 1], "pronoun")
            return self.read(owners[0], depth + 1) if owners else None
        back = 2 if first >= 2 and parse.tags[first - 1] == "POS" else 1
        before = self.context.at.get(first - back)
        leaning = back == 2 or parse.deps[first - 1] in {"amod", "compound", "nmod"}
        if before is None or not leaning or (before.kind != "name" and back == 1):
            return None
        return self.read(before, depth + 1)

    def _led_by(self, mark: Annotation, words: frozenset[str], depth: int) -> Resolved | None:
        """Return whose somebody is by the words after his name ("Roe of the Union", "Roe, who speaks for Hamas")."""
        parse, heading = self.context.page.parse, self.context.book.words.heading
        for token in parse.tokens_in(mark.head.start, mark.head.stop):
            clauses = [c for c in parse.children_of(token, "relcl") if parse.lemmas[c].lower() in heading]
            links = [c for head in (token, *clauses) for c in parse.children_of(head, "prep")]
            links = [*clauses, *(link for link in links if parse.forms[link].lower() in words)]
            for led in (c for link in links for c in parse.children_of(link, "pobj", "dobj")):
                other = self.context.at.get(led)
                found = self.read(other, depth + 1) if other and other is not mark else None
                if found is not None and "place" not in found.features:
                    return found if found.ref.kind != "person" else _for_principal(found)
        return None

    def _spoken_on(self, mark: Annotation, depth: int) -> Resolved | None:
        """Return on whose behalf somebody does what a verb says ("Roe claimed it on behalf of the Front")."""
        parse, token = self.context.page.parse, self.context.token_of(mark)
        while parse.deps[token] in _NAMING:  # "a man known as Roe claimed"
            token = parse.heads[token]
        verb = parse.heads[token]
        links = (
            p for h in (verb, *parse.children_of(verb, "dobj", "prep")) for p in (h, *parse.children_of(h, "prep"))
        )
        nouns = (noun for link in links for noun in parse.children_of(link, "pobj"))
        behalf = next((noun for noun in nouns if parse.forms[noun].lower() == "behalf"), None)
        if behalf is None or parse.deps[token] != "nsubj":
            return None
        owners = (c for link in parse.children_of(behalf, "prep") for c in parse.children_of(link, "pobj"))
        owner = next((self.context.at[c] for c in owners if c in self.context.at), None)
        return self.read(owner, depth + 1) if owner is not None else None

    def local(self, mark: Annotation, role: str) -> Resolved | None:
        """Return the state of the places around for the holder of a local office."""
        if role != "governor" and mark.attributes.get("qualifier") not in LOCAL:
            return None
        state = local_state(self.context, mark.span.start, mark.span.stop)
        return Resolved((self.context.book.ref(state),), self.context.book.principal(state)) if state else None

    def _is_owned(self, mark: Annotation) -> bool:
        """Tell whether an apposition says whose officer somebody is, though not by a name ("the brigade's head")."""
        apposed = self.apposed.get(mark.id)
        if apposed is None:
            return False
        if apposed.attributes.get("owner") is not None or apposed.attributes.get("definite") == "poss":
            return True
        return of_unknown(self.context, self.context.token_of(apposed))

    def _recent_name(self, mark: Annotation) -> str | None:
        """Return the full name mentioned last among several that a surname can shorten."""
        among = self.context.cast.sharing(mark.head.quote)
        return min(among, key=self.context.discourse.since, default=None) if len(among) > 1 else None

    def _met_before(self, words: frozenset[tuple[str, str]], token: int) -> Resolved | None:
        """Return whose the one is whom the text told of by the same word before it names him ("an Iranian admiral")."""
        called = {word for word, _ in words}

        def fits(entity: Entity) -> bool:
            was = entity.resolved
            unnamed = entity.kind == "person" and was.ref.party is None and "composed" in was.features
            return unnamed and not was.plural and not called.isdisjoint(was.ref.name.lower().split())

        met = self.context.discourse.best(token, fits, reach=4)
        return _for_principal(met.resolved) if met else None

    def _spoken_for(self, role: str, asked: Asked) -> Resolved | None:
        """Return for whom the bearer of a title without an owner speaks: the body or state in focus."""
        plan = self.context.book.roles[role]
        if role == "leader":
            return None  # of whom nobody tells
        if plan.of:
            return Resolved((self.context.book.ref(plan.of),), self.context.book.principal(plan.of), "explicit")
        if plan.sort not in {"office", "people"} or plan.sector not in {"GOV", "MIL", "COP", "JUD", "LEG", "SPY"}:
            return None
        if plan.spokes:
            return self._spoken_of(standing(self.context, asked), asked.token)
        state = focus(self.context, asked)
        return Resolved((self.context.book.ref(state),), self.context.book.principal(state)) if state else None

    def _spoken_of(self, side: str | None, token: int) -> Resolved | None:
        """Return the body of a side that was told of last, else the side itself."""
        if side is None:
            return None
        bodies = frozenset({"organisation", "armed_force", "group", "state"})
        book = self.context.book

        def fits(entity: Entity) -> bool:
            principal = entity.resolved.principal
            one = entity.kind in bodies and not entity.resolved.plural
            return one and principal is not None and principal.party == side

        found = self.context.discourse.best(token, fits, reach=12)
        if found:
            return found.resolved
        return Resolved((book.ref(side),), book.principal(side)) if book.get(side) else None

    def _title_words(self, mark: Annotation) -> frozenset[tuple[str, str]]:
        """Return the last words of a person's title and apposition, by which the text may call the person again."""
        apposed = self.apposed.get(mark.id)
        words = {str(mark.attributes.get("title_word") or ""), apposed.head.quote.split()[-1] if apposed else ""}
        return frozenset((word.lower(), "word") for word in words if word)

    def _office(self, mark: Annotation, depth: int) -> tuple[str | None, Resolved | None]:
        """Return the role before or beside a name and whose it is; a possessor alone gives only the owner."""
        role, owner = mark.attributes.get("title"), mark.attributes.get("title_owner")
        apposed = self.apposed.get(mark.id)
        if apposed is not None and (role is None or owner is None):
            role, owner = role or apposed.attributes["role"], owner or apposed.attributes.get("owner")
        found = self.owner(owner, depth)
        if found is None and role is None:
            found = self.possessor(mark, depth)
        if found is not None and found.ref.kind == "person":
            found = _for_principal(found) or found
        own = role is not None and self.context.book.roles[str(role)].own
        if found is not None and own:
            found = replace(found, principal=None)  # nobody's analyst, wherever he works
        links = frozenset({"for"}) if own else _LEADING
        return (str(role) if role else None), found or self._led_by(mark, links, depth) or self._spoken_on(mark, depth)


def _for_principal(person: Resolved) -> Resolved | None:
    """Return the party for which a person speaks, whose the person's own people are."""
    return Resolved((person.principal,), person.principal) if person.principal else None


def appositions(page: Page) -> dict[str, Annotation]:
    """Return the description that stands beside each name as its apposition, by the name's id."""
    return {
        str(mark.attributes["same_as"]): mark
        for mark in page.annotations
        if mark.kind == "description" and mark.attributes.get("same_as") and not mark.attributes.get("title")
    }
