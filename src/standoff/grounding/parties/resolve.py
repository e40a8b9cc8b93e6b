"""Ground mentions to parties in one pass: names, metonyms, offices with dates, descriptions and pronouns."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Mapping

from standoff.codebook.load import Codebook
from standoff.codebook.parties import PartyBook
from standoff.grounding.laid import by_token, quotations, sections
from standoff.grounding.parties.acronyms import defined
from standoff.grounding.parties.bearers import Bearers, appositions
from standoff.grounding.parties.coreference import Discourse, Resolved
from standoff.grounding.parties.described import Context, Described, unnamed
from standoff.grounding.parties.descriptions import describe
from standoff.grounding.parties.locality import LOCAL
from standoff.grounding.parties.metonyms import fuller_name, ground_name, halved, stated
from standoff.grounding.parties.persons import cast_of, settle
from standoff.grounding.parties.pronouns import resolve_pronoun
from standoff.grounding.parties.sides import Asked, capital_of, focus
from standoff.model.annotation import Annotation
from standoff.model.entity import PartyRef
from standoff.model.grounding import Grounding, grounding_id
from standoff.model.page import Page

IsTown = Callable[[str], bool]
_DEEPEST = 6  # owners of owners followed before giving up: no real phrase nests deeper


def ground_parties(page: Page, codebook: Codebook, is_town: IsTown = lambda _: False) -> list[Grounding]:
    """Return a party grounding for every mention that can be told, in text order.

    `is_town` tells names of towns: what the tagger takes for an organisation that no book knows may be one.
    """
    outlet = codebook.publishers.named(page.document.publisher or "")
    reader = _Reader(page, codebook.parties, outlet.country if outlet else None)
    found = []
    for mark in page.annotations:
        if mark.kind in {"name", "description", "pronoun"}:
            resolved = reader.read(mark)
            if resolved is not None and reader.shown(mark, resolved) and not _is_mere_town(mark, resolved, is_town):
                found.append(_grounding(mark, resolved))
    return found


def _is_mere_town(mark: Annotation, resolved: Resolved, is_town: IsTown) -> bool:
    """Tell whether a one-word organisation that only this text knows bears the name of a town."""
    name = mark.head.quote
    local = "local" in resolved.features and mark.attributes.get("label") == "organisation"
    return local and name.istitle() and " " not in name and is_town(name)


def _grounding(mark: Annotation, resolved: Resolved) -> Grounding:
    """Return the grounding of a mark."""
    return Grounding(
        grounding_id(mark.id, "party"),
        mark.id,
        parties=resolved.refs,
        principal=resolved.principal,
        resolved_from=resolved.by,
        score=0.6 if resolved.by == "pronoun" else 0.8 if resolved.by == "description" else 1.0,
        features=resolved.features,
    )


class _Reader:
    """Read a page's mentions in text order, keeping what was resolved and who was spoken of."""

    def __init__(self, page: Page, book: PartyBook, country: str | None = None) -> None:
        self._page = page
        self._book = book
        self._by_id: Mapping[str, Annotation] = {mark.id: mark for mark in page.annotations}
        self._done: dict[str, Resolved | None] = {}
        names = [mark for mark in page.annotations if mark.kind == "name"]
        self._cast = cast_of(names, page.document.published, book)
        settle(self._cast, page, names, book, country)
        self._discourse = Discourse(page.parse, book.words.speech, sections(page))
        self._at = by_token(page)
        self._context = Context(book, self._cast, self._discourse, page, self._at)
        self._quoted = quotations(page)
        self._short = defined(page, book)
        writer = page.author
        self._author = Resolved((writer,), book.principal(writer.party or ""), "pronoun") if writer else None
        self._bearers = Bearers(self._context, self._by_id, appositions(page), self.read)

    def read(self, mark: Annotation, depth: int = 0) -> Resolved | None:
        """Return what a mark stands for, reading its owner first."""
        if mark.id in self._done:
            return self._done[mark.id]
        self._done[mark.id] = None  # an owner that leads back here finds nothing
        resolved = self._resolve(mark, depth)
        self._done[mark.id] = resolved
        told = resolved is not None and self.shown(mark, resolved) and not self._credits(mark)
        if resolved is not None and told and mark.attributes.get("title") is not True:
            token = self._context.token_of(mark)
            quoted = self._in_quotation(mark)
            self._discourse.mention(resolved, token, quoted=quoted)
            self._join(resolved, token, quoted)
        return resolved

    def _join(self, resolved: Resolved, token: int, quoted: bool) -> None:
        """Note two coordinated mentions as one plural mention, for "they" to point back to."""
        parse = self._page.parse
        first = self._at.get(parse.heads[token]) if parse.deps[token] == "conj" else None
        other = self._done.get(first.id) if first else None
        if other and resolved.refs[0] not in other.refs and other.ref.kind == resolved.ref.kind:
            both = Resolved((*other.refs, *resolved.refs), None, "explicit", {"joined": 1.0}, plural=True)
            self._discourse.mention(both, parse.heads[token], quoted=quoted)

    def shown(self, mark: Annotation, resolved: Resolved) -> bool:
        """Tell whether a mark stands for a party: a capital may be only a place."""
        if "place" in resolved.features:
            return False
        return mark.attributes.get("sense") != "capital" or "metonym" in resolved.features

    def _credits(self, mark: Annotation) -> bool:
        """Tell whether a mark stands in a byline or caption, where nobody is spoken of."""
        block = self._page.block_at(mark.span.start)
        return block is not None and block.kind in {"credit", "caption"}

    def _resolve(self, mark: Annotation, depth: int) -> Resolved | None:
        if depth > _DEEPEST:
            return None
        if mark.kind == "pronoun":
            return self._pronoun(mark, depth)
        if mark.kind == "description":
            return self._description(mark, depth)
        half = halved(self._book, self._cast.states, mark.head.quote)
        if half is not None:
            return Resolved((self._book.ref(half),), self._book.principal(half), "explicit", {"half": 1.0})
        if mark.attributes.get("party") is None and self._is_ground(mark):
            return self._placed(mark)
        if mark.attributes.get("label") == "person":
            return self._bearers.person(mark, depth)
        short = self._shortened(mark, depth)
        if short is not None:
            return short
        named = ground_name(self._book, self._page.parse, mark, self._context.token_of(mark), self._cast)
        return self._owned(mark, named, depth) if named else self._placed(mark)

    def _shortened(self, mark: Annotation, depth: int) -> Resolved | None:
        """Return what the text says a short form stands for, unless the codebook knows it and the text less."""
        full = self._short.get(mark.head.quote)
        if (
            full is None
            or full.span.overlaps(mark.span)
            or (self._book.names.exact(mark.head.quote) and full.span.start > mark.span.start)
        ):
            return None
        resolved = self.read(full, depth + 1)
        if resolved is None or (resolved.ref.party is None and self._book.names.exact(mark.head.quote)):
            return None
        return Resolved(resolved.refs, resolved.principal, "explicit", {"defined": 1.0}, resolved.roles)

    def _owned(self, mark: Annotation, named: Resolved, depth: int) -> Resolved:
        """Return an organisation of this text alone with the state that its name or its possessor tells."""
        if "local" not in named.features:
            return named
        fuller = fuller_name(self._discourse, self._context.token_of(mark), named.ref.name)
        if fuller is not None:
            return fuller
        owner = self._bearers.owner(mark.attributes.get("title_owner"), depth) or self._bearers.possessor(mark, depth)
        if owner is None and LOCAL.intersection(mark.head.quote.lower().split()):
            owner = self._bearers.local(mark, "governor")
        seat = capital_of(self._context, self._context.token_of(mark), fronted=True) if owner is None else None
        if seat is not None:
            owner = Resolved((self._book.ref(seat),), self._book.principal(seat))
        return stated(self._book, named, owner, lambda: focus(self._context, Asked(self._context.token_of(mark))))

    def _is_ground(self, mark: Annotation) -> bool:
        """Tell whether a name was grounded to a place and is used as one, whatever the tagger took it for."""
        tie = self._page.place_grounding(mark)
        return tie is not None and tie.geocode and tie.role == "literal"

    def _placed(self, mark: Annotation) -> Resolved | None:
        """Return a place as whose something can be ("the governor of Jonglei"): no party, but one of a state."""
        tie = self._page.place_grounding(mark)
        country = tie.place.country if tie and tie.place else None
        if country is None or country not in self._book.states:
            return None
        ref = PartyRef(None, mark.head.quote, country, None)
        return Resolved((ref,), self._book.principal(country), "explicit", {"place": 1.0})

    def _pronoun(self, mark: Annotation, depth: int) -> Resolved | None:
        """Return whom a pronoun points back to; a relative one to the noun its clause hangs on."""
        token = self._context.token_of(mark)
        sort = str(mark.attributes.get("sort"))
        if sort == "w":
            return self._author if not self._in_quotation(mark) else self._ours(mark, token, depth)
        if sort != "r":
            return resolve_pronoun(self._discourse, token, sort, self._in_quotation(mark))
        parse = self._page.parse
        above = next((t for t in (token, *parse.ancestors(token)) if parse.deps[t] == "relcl"), None)
        antecedent = self._at.get(parse.heads[above]) if above is not None else None
        resolved = self.read(antecedent, depth + 1) if antecedent and antecedent.span.start < mark.span.start else None
        if resolved is None:
            return None
        return Resolved(
            resolved.refs, resolved.principal, "pronoun", {"relative": 1.0}, resolved.roles, resolved.plural
        )

    def _ours(self, mark: Annotation, token: int, depth: int) -> Resolved | None:
        """Return for whom the one speaks in whose quotation something is "ours"; "we" is left to the voice itself."""
        parse = self._page.parse
        if mark.span.quote.lower() != "our":
            return None
        for verb in parse.ancestors(token):
            for subject in parse.children_of(verb, "nsubj"):
                speaker = self._at.get(subject)
                if speaker is not None and not self._in_quotation(speaker):
                    found = self.read(speaker, depth + 1)
                    owner = found and (found.principal or found.ref)
                    return Resolved((owner,), found.principal, "pronoun", {"speaker": 1.0}) if found and owner else None
        return None

    def _description(self, mark: Annotation, depth: int) -> Resolved | None:
        """Return whom a description stands for; an apposition is the person it stands beside."""
        same = self._bearers.owner(mark.attributes.get("same_as"), depth)
        if same is not None:
            return Resolved(same.refs, same.principal, "explicit", {"apposition": 1.0}, same.roles, same.plural)
        role = self._book.roles[str(mark.attributes["role"])]
        token = self._context.token_of(mark)
        beside = self._beside(token, depth) if role.stands_for == "organisation" else None
        if beside is not None:
            return beside
        owners = self._owners(mark, depth) or [(None, None)]
        if owners == [(None, None)] and role.sort == "office" and self._is_described(mark.attributes.get("owner")):
            return unnamed(Described(mark, token, role, None), "person")  # whose it is cannot be told
        found = [describe(self._context, Described(mark, token, role, owner, called)) for owner, called in owners]
        told = [resolved for resolved in found if resolved]
        if len(told) < 2:
            return told[0] if told else None
        refs = tuple(dict.fromkeys(ref for resolved in told for ref in resolved.refs))
        words = frozenset({(mark.head.quote.lower().split()[-1], "word")})
        return Resolved(refs, None, told[0].by, {"owners": float(len(told))}, words, plural=True)

    def _beside(self, token: int, depth: int) -> Resolved | None:
        """Return the named organisation or group that a noun stands beside ("MONUSCO, the UN mission there")."""
        parse = self._page.parse
        named = self._at.get(parse.heads[token]) if parse.deps[token] == "appos" else None
        if named is None or named.kind != "name" or named.attributes.get("label") == "person":
            return None
        found = self.read(named, depth + 1)
        if found is None or found.ref.kind not in {"organisation", "group", "armed_force"}:
            return None
        return Resolved(found.refs, found.principal, "explicit", {"apposition": 1.0}, found.roles, found.plural)

    def _is_described(self, key: object) -> bool:
        """Tell whether an owner is only described or a people of no state ("the court's president", "of the Druze")."""
        mark = self._by_id.get(key) if isinstance(key, str) else None
        return mark is not None and (mark.kind == "description" or mark.attributes.get("label") == "group")

    def _owners(self, mark: Annotation, depth: int) -> list[tuple[Resolved | None, str | None]]:
        """Return whose a description is; a plural one may have several ("Armenian and Azerbaijani officials")."""
        key = mark.attributes.get("owner")
        first = self._by_id.get(key) if isinstance(key, str) else None
        if first is None:
            return []
        parse = self._page.parse
        marks = [first]
        if mark.attributes.get("plural") and first.kind == "name":
            token = self._context.token_of(first)
            chain = [parse.heads[token]] if parse.deps[token] == "conj" else []
            for link in (token, *parse.children_of(token, "conj")):
                chain.extend(parse.children_of(link, "conj"))
            marks = [first, *(self._at[t] for t in chain if t in self._at and self._at[t].kind == "name")]
        unique = {other.id: other for other in sorted(marks, key=lambda m: m.span.start)}
        if len(unique) > 1:
            return [(self.read(other, depth + 1), other.head.quote) for other in unique.values()]
        owner = self.read(first, depth + 1)
        if owner is None or len(owner.refs) == 1 or not mark.attributes.get("plural"):
            return [(owner, None)]
        return [(Resolved((ref,), self._principal(ref)), self._adjective(ref)) for ref in owner.refs]

    def _principal(self, ref: PartyRef) -> PartyRef | None:
        """Return for whom a party of the book speaks."""
        return self._book.principal(ref.party) if ref.party else None

    def _adjective(self, ref: PartyRef) -> str:
        """Return a state's adjective, else a party's name."""
        state = self._book.states.get(ref.party or "")
        return state.adjectives[0] if state and state.adjectives else ref.name

    def _in_quotation(self, mark: Annotation) -> bool:
        """Tell whether a mark stands inside a quotation."""
        index = bisect_right(self._quoted, (mark.span.start, mark.span.start)) - 1
        return index >= 0 and mark.span.start < self._quoted[index][1]
