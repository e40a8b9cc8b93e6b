"""Tie role phrases to the names whose titles and appositions they are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from standoff.annotating.mentions.outline import PERSONS, Named, Outline
from standoff.codebook.roles import Role
from standoff.model.parse import Parse

_TITLES = frozenset({"office", "people", "forces", "body", "self"})
_MOST_RANKS = 6  # tokens: `Brig . Gen . Dr .`
_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "poss"})
_PERSONAL = frozenset({"person", "counterpart"})


def tie_names(named: Named, outlines: Sequence[Outline]) -> None:
    """Tie phrases to the names whose titles and appositions they are."""
    for outline in outlines:
        outline.holds = _holds_person(named, outline, outlines)
        _tie_title(named, outline)
    titles = {outline.first: outline for outline in outlines if outline.title}
    for outline in outlines:
        role = named.role(outline)
        person = role.sort in PERSONS or role.stands_for in _PERSONAL
        if person and not outline.title and _is_single(named.parse, outline):
            _tie_apposition(named, outline, titles)
    for outline in outlines:
        inner = outlines[outline.owner.index] if outline.owner and outline.holds else outline
        if outline.holds and inner.title and inner.names is not None:
            outline.after = named.names[inner.names].after  # "a spokesman for President Roe" whole


def _is_single(parse: Parse, outline: Outline) -> bool:
    """Tell whether a phrase is of one person."""
    return parse.tags[outline.phrase.after - 1] not in {"NNS", "NNPS"}


def _holds_person(named: Named, outline: Outline, outlines: Sequence[Outline]) -> bool:
    """Tell whether a phrase ends in another person's, who is named after it: "a spokesman for the commander, Roe"."""
    if outline.owner is None or outline.owner.kind != "phrase" or outline.owner.relation in {"poss", "compound"}:
        return False
    inner = outlines[outline.owner.index]
    return _is_single(named.parse, inner) and inner.after == outline.after and named.role(inner).sort == "office"


def _tie_title(named: Named, outline: Outline) -> None:
    """Tie a phrase to the name whose title it is; a rank may stand between ("army spokesman Lt. Col. Roe")."""
    role = named.role(outline)
    ends = [outline.phrase.after]
    if outline.after > outline.phrase.after and role.sort in PERSONS and not outline.holds:
        ends.append(_past_area(named, outline.after))
    for end in ends:
        after = named.past_ranks(end, min(len(named.parse), end + _MOST_RANKS))
        follows = named.at.get(after)
        if follows is None or named.names[follows].first != after:
            continue
        if _entitles(role, named.names[follows].label) and (end == ends[0] or named.label(after) == "person"):
            outline.names, outline.title = follows, True
            return


def _past_area(named: Named, token: int) -> int:
    """Return the token after what may still stand before a holder's name.

    "The governor of Kherson | region Jane Roe", "the head of the Relief Committee | (RC) Jane Roe".
    """
    forms = named.parse.forms
    token += token < len(forms) and forms[token].lower() in named.book.words.area
    return token + 3 if named.parse.bracketed(token) else token


def _tie_apposition(named: Named, outline: Outline, titles: Mapping[int, Outline]) -> None:
    """Tie a phrase to the person before or, unless it ends in another's title, after a comma beside whom it stands."""
    parse = named.parse
    before = _comma_before(named, outline.first)
    if before is not None and named.names[before].label == "person":
        if parse.deps[outline.phrase.after - 1] not in _ARGUMENTS:  # "according to Roe, the president left"
            outline.names = before
        return
    if outline.holds:
        return
    next_ = named.past_ranks(outline.after + 1, min(len(parse), outline.after + _MOST_RANKS))
    title = titles.get(outline.after + 1)
    beyond = title.names if title else named.at.get(next_)
    if beyond is not None and parse.forms[outline.after] == "," and named.names[beyond].label == "person":
        closing = named.names[beyond].after
        bare = parse.deps[outline.phrase.after - 1] == "pobj" or parse.forms[closing : closing + 1] != (",",)
        if parse.deps[closing - 1] in _ARGUMENTS and bare:
            return
        if closing >= len(parse) or parse.pos[closing] == "PUNCT":
            outline.names = beyond


def _comma_before(named: Named, first: int) -> int | None:
    """Return the name that stands before a comma before a token, or nothing."""
    parse = named.parse
    for token in range(first - 1, max(0, first - 6), -1):  # "lead" or "Europe and Central Asia" may stand between
        if parse.forms[token] == ",":
            return named.at.get(token - 1)
        if named.label(token) != "place" and parse.tags[token] not in {"CC", "NN", "JJ", "VB"}:
            return None
    return None


def _entitles(role: Role, label: str) -> bool:
    """Tell whether a role right before a name of a label is its title ("President X", "the newspaper Y")."""
    if label == "person":
        return role.sort in _TITLES or role.stands_for in _PERSONAL
    banding = role.stands_for == "organisation" or role.id in {"people", "opposition", "rebels", "separatists"}
    return label in {"organisation", "other"} and banding
