"""Look up, by token, the parties, places, times and quantities that a page already knows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from standoff.codebook.happenings import EventBook
from standoff.coding.clauses import NOMINAL, conjuncts, tied
from standoff.model.annotation import Annotation
from standoff.model.entity import PartyKind, PartyRef
from standoff.model.grounding import Grounding
from standoff.model.page import Page
from standoff.model.parse import Parse
from standoff.model.span import Span

_PARTY_KINDS = ("name", "description", "pronoun")
_BEFORE = ("det", "amod", "compound", "poss", "nummod", "nmod", "quantmod")
_OWNING = ("amod", "poss", "compound", "nmod")
_LABEL_KINDS: dict[str, PartyKind] = {"PERSON": "person", "ORG": "organisation", "GPE": "state", "NORP": "group"}
_UNQUOTED = str.maketrans("", "", '"“”«»')
_COMMON: tuple[tuple[str, PartyKind], ...] = (
    ("force", "armed_force"),
    ("officer", "person"),
    ("body", "organisation"),
    ("people", "group"),
)
_PLACED = frozenset({"GPE", "LOC", "FAC", "NORP", "DATE", "TIME"})
_LINKS = frozenset({"of", "from"})
_BOUND = frozenset({"loyal", "allied", "aligned", "subordinate"})  # words after a body that tell whose it is


@dataclass(frozen=True, slots=True)
class Filled:
    """Hold the words that fill a role, the parties they stand for, and whom these speak for or belong to."""

    span: Span
    refs: tuple[PartyRef, ...]
    token: int
    principal: PartyRef | None = None


@dataclass(frozen=True, slots=True)
class Marks:
    """Hold a page's marks by token: who is named at it, where, when and how many, and what nouns for parties name."""

    page: Page
    book: EventBook
    heads: dict[int, Annotation]
    names: dict[int, Annotation]
    circumstances: tuple[tuple[int, Annotation], ...]
    kinds: Mapping[str, PartyKind]

    def party(self, token: int) -> Filled | None:
        """Return the parties a noun stands for, or nothing where it names nobody."""
        named, owned = self._marked(token), self._owned(token)
        if named is not None and owned is not None and len(owned.refs) > len(named.refs):
            return owned  # "Armenian and Azerbaijani troops" are two parties
        return self._belonging(named) or owned or self._plain(token)

    def _belonging(self, named: Filled | None) -> Filled | None:
        """Return a person or body of unknown allegiance with the state its words name (`Malian Colonel Ba`)."""
        if named is None or named.principal is not None or any(ref.state or ref.kind == "state" for ref in named.refs):
            return named
        return replace(named, principal=_principal(self.owners(named.token)))

    def _marked(self, token: int) -> Filled | None:
        """Return the parties that grounding gave the mention at a token."""
        for mark in (self.heads.get(token), self.names.get(token)):
            tie = self.page.party_grounding(mark) if mark is not None else None
            if mark is not None and tie is not None and not self._only_place(mark, tie):
                if self._kin(mark):  # ethnic Turks are not Turkey
                    people = PartyRef(None, _name(f"ethnic {mark.span.quote.removeprefix('ethnic ')}"), None, "group")
                    return Filled(mark.span, (people,), token)
                return Filled(mark.span, tie.parties, token, tie.principal)
        return None

    def _kin(self, mark: Annotation) -> bool:
        """Tell whether a mark names a people by descent (`ethnic Turks`), wherever they live."""
        first = self.page.parse.token_at(mark.span.start)
        before = self.page.parse.forms[first - 1].lower() if first else ""
        return mark.kind != "pronoun" and (before == "ethnic" or mark.span.quote.lower().startswith("ethnic "))

    def _only_place(self, mark: Annotation, tie: Grounding) -> bool:
        """Tell whether a name is known as a place and as no party."""
        unknown = all(ref.party is None and ref.state is None for ref in tie.parties)
        return mark.kind == "name" and unknown and self.page.place_grounding(mark) is not None

    def _owned(self, token: int) -> Filled | None:
        """Return a body of troops or people as a party of the state (or states) its modifiers name."""
        kind = self._kind(token)
        owners = self.owners(token) if kind is not None else []
        if not owners:
            return None
        span = self.phrase(token)
        refs = {ref.state: PartyRef(None, _name(span.quote), ref.state, kind) for owner in owners for ref in owner.refs}
        return Filled(span, tuple(refs.values()), token, _principal(owners))

    def owners(self, token: int, *, deep: bool = True) -> list[Filled]:
        """Return the parties that a noun's modifiers or its of-phrase name, coordinated ones among them."""
        parse = self.page.parse
        under = [c for c in parse.children[token] if parse.deps[c] in _OWNING]
        for child in parse.children_of(token, "prep"):
            if parse.forms[child].lower() in _LINKS:
                under += parse.children_of(child, "pobj")
        for child in parse.children_of(token, "amod"):
            links = parse.children_of(child, "prep") if parse.forms[child].lower() in _BOUND else ()
            under += [c for link in links for c in parse.children_of(link, "pobj")]
        for child in (c for c in under if not self.sided(c)):
            found = self._marked(child) or self._through(child, deep)
            if found is not None and not found.span.start <= parse.starts[token] < found.span.stop:
                beside = [*tied(parse, child), *conjuncts(parse, child), *parse.children_of(child, "conj")]
                others = (self._marked(c) for c in dict.fromkeys(beside) if c != child)
                return [found, *(o for o in others if o is not None)]  # "U.S. and British", "Saudi-Emirati warships"
        return []

    def _through(self, token: int, deep: bool) -> Filled | None:
        """Return the party that owns a body that owns something in turn (`leaders of Chad's new government`)."""
        owners = self.owners(token, deep=False) if deep and self._kind(token) is not None else []
        return owners[0] if len(owners) == 1 else None

    def sided(self, token: int) -> bool:
        """Tell whether a name says whom somebody is for or against or his people, not his state (`pro-Russia`)."""
        forms = self.page.parse.forms
        if token and forms[token - 1].lower() == "ethnic":
            return True
        return token > 1 and forms[token - 1] == "-" and forms[token - 2].lower() in ("pro", "anti")

    def owner(self, token: int) -> Filled | None:
        """Return whose a thing is: the party its possessor, nationality or of-phrase names first."""
        return next(iter(self.owners(token)), None)

    def _plain(self, token: int) -> Filled | None:
        """Return a party without ground: troops, people or a name that the codebook does not know."""
        parse = self.page.parse
        kind = self._kind(token) or _LABEL_KINDS.get(parse.entities[token])
        named = self.names.get(token)
        if kind is None or parse.pos[token] not in NOMINAL or (named and self.page.place_grounding(named)):
            return None
        span = self.phrase(token)
        return Filled(span, (PartyRef(None, _name(span.quote), None, kind),), token)

    def _kind(self, token: int) -> PartyKind | None:
        """Return the kind of party that a common noun names."""
        parse = self.page.parse
        if parse.pos[token] not in ("NOUN", "PROPN", "ADJ", "NUM"):
            return None
        return self.kinds.get(parse.lemmas[token].lower())

    def phrase(self, token: int) -> Span:
        """Return the span of a noun with its modifiers before it."""
        parse = self.page.parse
        first = token
        for child in reversed(parse.children[token]):
            if child < first and parse.deps[child] in _BEFORE:
                first = min(parse.subtree(child))
        return self.page.span_of(range(first, token + 1))


def sighted(marks: Marks) -> Parse:
    """Return the parse with names that were found to be places, and no party, labelled so, as whatever it took them."""
    labels = list(marks.page.parse.entities)
    for token, mark in marks.names.items():
        if labels[token] not in _PLACED and marks.page.place_grounding(mark) and not marks.page.parties_of(mark):
            labels[token] = "GPE"
    return replace(marks.page.parse, entities=tuple(labels))


def marks_of(page: Page, book: EventBook) -> Marks:
    """Index a page's annotations by token."""
    heads: dict[int, Annotation] = {}
    names: dict[int, Annotation] = {}
    circumstances: list[tuple[int, Annotation]] = []
    for mark in page.annotations:
        head = page.parse.head_of(mark.span.start, mark.span.stop)
        if head is None:
            continue
        if mark.kind in _PARTY_KINDS:
            _keep_best(page, heads, head, mark)
            for token in page.parse.tokens_in(mark.head.start, mark.head.stop):
                _keep_best(page, names, token, mark)
        if mark.kind in ("name", "place", "time", "quantity", "description"):
            circumstances.append((head, mark))
    kinds = {word: kind for name, kind in reversed(_COMMON) for word in book.classes[name].words}
    return Marks(page, book, heads, names, tuple(circumstances), kinds)


def _keep_best(page: Page, table: dict[int, Annotation], token: int, mark: Annotation) -> None:
    """Keep a mark at a token unless a grounded one is there already."""
    if token not in table or (not page.parties_of(table[token]) and page.parties_of(mark)):
        table[token] = mark


def _principal(owners: list[Filled]) -> PartyRef | None:
    """Return the one party that owns something, or for which its owner speaks."""
    if len(owners) != 1 or len(owners[0].refs) != 1:
        return None
    owner = owners[0]
    return owner.principal or (owner.refs[0] if owner.refs[0].kind != "person" else None)


def _name(quote: str) -> str:
    """Return a phrase without its article or `no`, and without doubled spaces."""
    words = quote.translate(_UNQUOTED).split()
    return " ".join(words[1:] if len(words) > 1 and words[0].lower() in ("the", "a", "an", "no") else words)


def distinct(filled: Iterable[Filled]) -> tuple[Filled, ...]:
    """Return fillers without repetitions of the same words."""
    seen: dict[tuple[int, int], Filled] = {}
    for item in filled:
        seen.setdefault((item.span.start, item.span.stop), item)
    return tuple(seen.values())
