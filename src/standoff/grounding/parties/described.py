"""Hold one description with what it is read with, and make the parties it can stand for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from standoff.codebook.parties import PartyBook
from standoff.codebook.roles import Role
from standoff.grounding.parties.coreference import LEADING, Discourse, Entity, Resolved
from standoff.grounding.parties.persons import Cast, serving
from standoff.model.annotation import Annotation
from standoff.model.entity import PartyKind, PartyRef
from standoff.model.grounding import ResolvedFrom
from standoff.model.page import Page

_INDEFINITE = frozenset({"a", "an", "some", "several", "many"})


_DROPPED = frozenset({
    "at", "least", "most", "about", "over", "around", "nearly", "almost", "more", "than", "up", "to", "dozens", "of",
    "the", "a", "an", "this", "that", "these", "those", "some", "several", "many", "his", "her", "its", "their",
    "our", "my", "both", "two", "other",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Context:
    """Hold what a description is read with."""

    book: PartyBook
    cast: Cast
    discourse: Discourse
    page: Page
    at: Mapping[int, Annotation]

    def token_of(self, mark: Annotation) -> int:
        """Return the token that heads a mark."""
        parse = self.page.parse
        head = parse.head_of(mark.head.start, mark.head.stop)
        return max(parse.token_at(mark.head.stop - 1), 0) if head is None else head


@dataclass(frozen=True, slots=True)
class Described:
    """Hold one description: its mark, its last token, its role and whom its owner stands for."""

    mark: Annotation
    token: int
    role: Role
    owner: Resolved | None
    called: str | None = None  # the owner's own word, where one of several

    @property
    def head(self) -> str:
        """Return the role phrase as the text has it, in lower case."""
        return self.mark.head.quote.lower()

    @property
    def definite(self) -> bool:
        """Tell whether the description points at somebody in particular."""
        return self.mark.attributes.get("definite") not in _INDEFINITE

    @property
    def plural(self) -> bool:
        """Tell whether the description is of several."""
        return bool(self.mark.attributes.get("plural"))

    def words(self) -> str:
        """Return the noun phrase without article, quantity or possessive pronoun, on one line."""
        words = self.mark.span.quote.split()
        while len(words) > 1 and words[0].lower() in _DROPPED:
            words = words[1:]
        return " ".join(words)


def made(book: PartyBook, owner: str, role: Role, by: ResolvedFrom, *, plural: bool = False) -> Resolved:
    """Return the body or office of an owner."""
    party = book.body(owner, role.id)
    return Resolved(
        (book.ref(party.id),),
        book.principal(party.id),
        by,
        {"composed": 1.0},
        frozenset({(role.id, owner)}),
        plural,
    )


def is_retired(book: PartyBook, said: Described) -> bool:
    """Tell whether somebody no longer serves whom he served ("a retired army officer")."""
    before = said.mark.span.quote[: said.mark.head.start - said.mark.span.start]
    return not book.words.retired.isdisjoint(before.lower().replace("-", " ").split())


def composed(book: PartyBook, said: Described, kind: PartyKind) -> Resolved | None:
    """Return a party of this text alone, named by the description itself, speaking for its owner."""
    if said.owner is None:
        return unnamed(said, kind)
    owner = said.owner
    name = f"{said.called} {said.mark.head.quote}" if said.called else said.words()
    if said.called is None and said.mark.attributes.get("relation") == "poss":
        head = said.mark.head.quote
        name = f"{head} of {owner.ref.name}"
    own = said.role.own and owner.ref.kind != "armed_force"  # a ship's captain speaks for himself, not the navy's
    whole = owner.principal or (owner.ref if owner.ref.kind != "person" else None)
    abroad = said.head.split()[-1].removesuffix("s") in book.words.posted
    posted = abroad and said.mark.attributes.get("relation") == "in"
    principal = None if own or posted or is_retired(book, said) else whole
    ref = PartyRef(None, name, owner.ref.state, kind)
    roles = _roles(said, owner) | {(said.head.split()[-1], "word")}
    return Resolved((ref,), principal, "description", {"composed": 1.0}, roles, said.plural)


def _roles(said: Described, owner: Resolved) -> frozenset[tuple[str, str]]:
    """Return the role a composed party has for its owner."""
    return frozenset({(said.role.id, owner.ref.party or owner.ref.name)})


def unnamed(said: Described, kind: PartyKind = "group") -> Resolved:
    """Return people who are only described ("residents"), with no principal."""
    return Resolved(
        (PartyRef(None, said.words(), None, kind),),
        None,
        "description",
        {"unnamed": 1.0},
        frozenset({(said.head.split()[-1], "word")}),
        said.plural,
    )


def of_state(context: Context, found: Resolved, state: str | None, *, plural: bool = False) -> Resolved:
    """Return somebody unnamed as one of a state, for which he then speaks; as found where no state is told."""
    if state is None:
        return found
    ref = PartyRef(None, found.ref.name, context.book.parties[state].state, found.ref.kind)
    return Resolved((ref,), context.book.principal(state), "description", {"focus": 1.0}, found.roles, plural)


def again(entity: Entity) -> Resolved:
    """Return an entity as pointed at again by a description."""
    was = entity.resolved
    features = {"again": 1.0} | {key: value for key, value in was.features.items() if key == "unnamed"}
    return Resolved(was.refs, was.principal, "description", features, frozenset(entity.roles), was.plural)


def found(context: Context, said: Described, fits: Callable[[Entity], bool], reach: int) -> Resolved | None:
    """Return the most prominent fitting entity as found by description."""
    entity = context.discourse.best(said.token, fits, reach)
    return again(entity) if entity else None


def with_role(context: Context, said: Described, role: str) -> Entity | None:
    """Return the entity mentioned last that has a role, whosever; one only described must have been called the same."""
    if not said.definite:
        return None

    def fits(entity: Entity) -> bool:
        ref = entity.resolved.ref
        apart = ref.party is None and ref.kind != "person" and said.head not in ref.name.lower()
        return not apart and any(held == role for held, _ in entity.roles)

    return context.discourse.best(said.token, fits, reach=12)


def terms(context: Context, ref: PartyRef) -> frozenset[tuple[str, str]]:
    """Return the offices that a known person held on the day, or all of them for an undated text."""
    held = serving(context.book, context.cast, ref.party or "")
    return frozenset((term.role, term.owner) for term in held)


def leading(context: Context, said: Described) -> Entity | None:
    """Return the named person who led the sentence before, or the only one in it, for words that point back."""
    here = context.discourse.sentence(said.token)

    def fits(entity: Entity) -> bool:
        return entity.kind == "person" and not entity.resolved.plural and entity.faintness == 0.0

    before = [e for e in context.discourse.recent() if here - e.sentence == 1 and fits(e)]
    if len(before) == 1:
        return before[0]
    return context.discourse.best(said.token, lambda e: fits(e) and e.weight >= LEADING, reach=1)


def called(context: Context, said: Described) -> Entity | None:
    """Return the person mentioned last whom the text called by the same noun."""
    word = (said.head.split()[-1], "word")
    return context.discourse.best(said.token, lambda e: e.kind == "person" and word in e.roles, reach=8)


def with_phrase(context: Context, said: Described) -> Entity | None:
    """Return the person mentioned last under a title that ends like this description ("the minister")."""
    word = said.head.split()[-1]
    return context.discourse.best(
        said.token,
        lambda e: e.kind == "person" and any(_role_words(context.book, role, owner, word) for role, owner in e.roles),
        reach=8,
    )


def _role_words(book: PartyBook, role: str, owner: str, word: str) -> bool:
    """Tell whether a person was called by a word, or holds an office whose name ends in it."""
    if owner == "word":
        return role == word
    plan = book.roles.roles.get(role)
    office = plan is not None and plan.sort == "office" and plan.id != "member"
    return office and plan is not None and any(phrase.split()[-1] == word for phrase in plan.phrases)


def qualifies(context: Context, said: Described) -> bool:
    """Tell whether a noun only says whose somebody is, and so points back without an article ("a mission official")."""
    return context.page.parse.deps[said.token] == "compound" and said.mark.attributes.get("definite") is None


def of_unknown(context: Context, token: int) -> bool:
    """Tell whether an office is that of somebody who cannot be told ("the court's president")."""
    parse = context.page.parse
    owners = list(parse.children_of(token, "poss"))
    for link in parse.children_of(token, "prep"):
        owners += parse.children_of(link, "pobj") if parse.forms[link].lower() == "of" else []
    return any(parse.pos[owner] in {"NOUN", "PROPN"} and owner not in context.at for owner in owners)
