"""Mark who is mentioned: names with their titles, descriptions with their owners, and pronouns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from standoff.annotating.mentions.names import Name, find_names
from standoff.annotating.mentions.outline import PERSONS, Named, Outline
from standoff.annotating.mentions.owners import Owner, left_edge, right_owner
from standoff.annotating.mentions.phrases import Phrase, find_phrases, phrase_from
from standoff.annotating.mentions.titles import tie_names
from standoff.codebook.parties import PartyBook
from standoff.codebook.roles import RoleBook
from standoff.model.annotation import Annotation, Attribute, annotation
from standoff.model.document import Document
from standoff.model.parse import Parse

PRONOUNS: Mapping[str, str] = {
    "he": "m", "him": "m", "his": "m", "himself": "m",
    "she": "f", "her": "f", "hers": "f", "herself": "f",
    "it": "n", "its": "n", "itself": "n",
    "they": "p", "them": "p", "their": "p", "theirs": "p", "themselves": "p",
    "we": "w", "us": "w", "our": "w", "ours": "w", "ourselves": "w",
    "who": "r", "whom": "r", "whose": "r", "which": "r", "that": "r",
}  # fmt: skip
_LONGEST_CHARGE = 8  # tokens: `Foreign Affairs and Security Policy`
_CHARGES = frozenset({"for", "on", "to", "in", "at", "of"})
_JOINING = frozenset({"and", "&", ","})
_MODIFIERS = frozenset({"compound", "amod", "nmod", "npadvmod"})


def mark_mentions(document: Document, parse: Parse, book: PartyBook) -> list[Annotation]:
    """Return names, descriptions and pronouns of a document.

    A name's `title`, `title_owner` and `qualifier` are the role before it and whose; a description has `role`, `owner`
    (an annotation's id), `relation` (how the owner is tied), `definite` (the, a, this, poss), `plural` and `same_as`
    (the id of the name it is an apposition to). A pronoun has `sort` m f n p, w (we) or r (relative).
    """
    phrases = find_phrases(parse, book.roles)
    names = find_names(document, parse, book, phrases)
    outlines = _outlines(parse, phrases, names, book)
    ids = _Ids(document, parse, names, outlines)
    return [
        *(_name_mark(document, parse, ids, index) for index in range(len(names))),
        *(_description(document, parse, ids, outline) for outline in outlines if _stands(parse, outline)),
        *_pronouns(document, parse),
    ]


def _outlines(parse: Parse, phrases: Sequence[Phrase], names: Sequence[Name], book: PartyBook) -> list[Outline]:
    """Return the role phrases outside names with their owners and the names they belong to."""
    inside = {token for name in names for token in range(name.first, name.after)}
    free = [kept for phrase in phrases if (kept := _outside(parse, phrase, inside, book.roles))]
    name_at = {token: index for index, name in enumerate(names) for token in range(name.first, name.after)}
    phrase_at = {token: index for index, phrase in enumerate(free) for token in range(phrase.first, phrase.after)}
    named, outlines = Named(parse, names, name_at, book), list[Outline]()
    for phrase in free:
        edge = left_edge(parse, phrase.first, name_at, phrase_at, book.words)
        outline = Outline(phrase, edge.first, phrase.after, edge.owner, edge.definite, edge.qualifier)
        if edge.owner and edge.owner.kind == "phrase":
            owner = outlines[edge.owner.index]
            if edge.owner.relation == "compound":
                owner.used, outline.definite, owner.definite = True, owner.definite, None
            outline.first = min(outline.first, owner.first)
            outline.definite = outline.definite or owner.definite
        outlines.append(outline)
    for outline in outlines:
        if outline.owner is None or outline.owner.relation == "compound" or _is_region(outline.owner, names):
            inner = outlines[outline.owner.index] if outline.owner and outline.owner.kind == "phrase" else None
            _reach_right(parse, outline, inner, name_at, phrase_at)
        if named.role(outline).sort in PERSONS:
            _reach_charge(named, outline, phrase_at)
    tie_names(named, outlines)
    return outlines


def _outside(parse: Parse, phrase: Phrase, inside: set[int], roles: RoleBook) -> Phrase | None:
    """Return a phrase that no name covers, or the phrase that the words after a name make by themselves."""
    if phrase.after - 1 in inside:
        return None
    if phrase.first not in inside:
        return phrase
    first = next(token for token in range(phrase.first, phrase.after) if token not in inside)
    return phrase_from(parse, first, roles)


def _is_region(owner: Owner, names: Sequence[Name]) -> bool:
    """Tell whether an owner is a place that no party of the codebook is named by ("Central Asia director at ...")."""
    return owner.kind == "name" and names[owner.index].label == "place" and names[owner.index].sense is None


def _reach_right(
    parse: Parse, outline: Outline, inner: Outline | None, name_at: Mapping[int, int], phrase_at: Mapping[int, int]
) -> None:
    """Give a phrase the owner that follows it after "of" or "in"."""
    owner = right_owner(parse, outline.after, name_at, phrase_at)
    if owner is None:
        return
    if outline.owner is None or outline.owner.kind == "name":
        outline.owner = owner
    elif inner is not None and inner.owner is None and owner.kind == "name":
        inner.owner = owner
    outline.after = max(outline.after, owner.after)


def _reach_charge(named: Named, outline: Outline, phrase_at: Mapping[int, int]) -> None:
    """Let a phrase reach over what its holder is charged with, or where he serves, to the name that follows.

    "Envoy for Peace and Security Jane Roe", "the ambassador to Mali Jane Roe".
    """
    parse = named.parse
    token = first = outline.after + 1
    if outline.after >= len(parse) or parse.forms[outline.after] not in _CHARGES:
        return
    while token < min(len(parse), first + _LONGEST_CHARGE):
        if named.label(token) == "person":
            outline.after = token if token > first else outline.after
            return
        charge = parse.tags[token].startswith("NN") or parse.forms[token][0].isupper() or parse.forms[token] in _JOINING
        charge = charge and (parse.forms[token] not in _JOINING or token > first)
        if not charge or token in phrase_at or parse.entities[token] in {"DATE", "TIME"}:
            return
        token += 1


class _Ids:
    """Hold the ids that names and phrases will have, so that owners can be pointed at before marks are made."""

    def __init__(self, document: Document, parse: Parse, names: Sequence[Name], outlines: Sequence[Outline]) -> None:
        self.names = names
        self.outlines = outlines
        self._document = document
        self._parse = parse
        titles = [s for s in outlines if s.names is not None and s.title]
        self.titles = {s.names: s for s in reversed(titles)}  # the office, not the rank after it

    def owner(self, owner: Owner | None) -> str | None:
        """Return the id of an owner's mark."""
        if owner is None:
            return None
        if owner.kind == "name":
            name = self.names[owner.index]
            return self._id("name", name.first, name.after)
        if owner.kind == "phrase":
            phrase = self.outlines[owner.index].phrase
            return self._id("description", phrase.first, phrase.after)
        return self._id("pronoun", owner.index, owner.index + 1)

    def name(self, index: int | None) -> str | None:
        """Return the id of a name's mark."""
        return None if index is None else self.owner(Owner("name", index, "same", 0))

    def _id(self, kind: str, first: int, after: int) -> str:
        span = self._document.span(self._parse.starts[first], self._parse.stops[after - 1])
        return annotation(kind, span).id  # type: ignore[arg-type]  # the three kinds above are kinds


def _name_mark(document: Document, parse: Parse, ids: _Ids, index: int) -> Annotation:
    """Return the mark of a name with the title before it."""
    name = ids.names[index]
    attributes: dict[str, Attribute] = {"label": name.label}
    if name.sense:
        attributes |= {"party": name.sense.party, "sense": name.sense.sort}
    title = ids.titles.get(index)
    if title:
        attributes |= {"title": title.phrase.role, "title_owner": ids.owner(title.owner), "qualifier": title.qualifier}
        attributes["title_word"] = parse.lemmas[title.phrase.after - 1].lower()
    span = document.span(parse.starts[name.first], parse.stops[name.after - 1])
    return annotation("name", span, span, **attributes)


def _description(document: Document, parse: Parse, ids: _Ids, outline: Outline) -> Annotation:
    """Return the mark of a description: its span is the noun phrase, its head the role phrase."""
    phrase = outline.phrase
    return annotation(
        "description",
        document.span(parse.starts[outline.first], parse.stops[outline.after - 1]),
        document.span(parse.starts[phrase.first], parse.stops[phrase.after - 1]),
        role=phrase.role,
        owner=ids.owner(outline.owner),
        relation=outline.owner.relation if outline.owner else None,
        definite=outline.definite,
        qualifier=outline.qualifier,
        plural=parse.tags[_noun(parse, phrase)] in {"NNS", "NNPS"},
        same_as=ids.name(outline.names),
        title=outline.title,
    )


def _noun(parse: Parse, phrase: Phrase) -> int:
    """Return the token that tells a phrase's number: the noun before "of" in "Ministry of Emergency Situations"."""
    links = (token for token in range(phrase.first + 1, phrase.after) if parse.forms[token].lower() in {"of", "for"})
    return next(links, phrase.after) - 1


def _stands(parse: Parse, outline: Outline) -> bool:
    """Tell whether a phrase mentions somebody, not only qualifies another noun ("army base")."""
    last = outline.phrase.after - 1
    if outline.used or outline.title:
        return True
    return not (parse.deps[last] in _MODIFIERS and parse.heads[last] > last and parse.pos[parse.heads[last]] in _NOUNS)


_NOUNS = frozenset({"NOUN", "PROPN"})


def _pronouns(document: Document, parse: Parse) -> list[Annotation]:
    """Return the marks of third-person and relative pronouns, and of "we"."""
    found = []
    for token, form in enumerate(parse.forms):
        sort = PRONOUNS.get(form.lower()) if len(form) < 11 else None
        if sort is None or form == "US" or (form.lower() in {"that", "which"} and parse.tags[token] != "WDT"):
            continue
        found.append(annotation("pronoun", document.span(parse.starts[token], parse.stops[token]), sort=sort))
    return found
