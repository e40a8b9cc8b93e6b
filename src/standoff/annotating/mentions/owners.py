"""Find whose a role phrase is: what stands before it in the noun phrase, or after "of" and "in"."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from standoff.codebook.words import NameWords, Words
from standoff.model.parse import Parse

Kind = Literal["name", "phrase", "pronoun"]
_ARTICLES = frozenset({
    "the", "a", "an", "this", "that", "these", "those", "some", "several", "many", "both", "two", "each", "either",
    "neither",
})  # fmt: skip
_MODIFYING_TAGS = frozenset({"JJ", "JJR", "JJS", "NN", "NNS", "NNP", "NNPS", "VBN", "VBG", "CD", "HYPH", "RB", "AFX"})
_INNER_TAGS = _MODIFYING_TAGS | {"DT", "PRP$"}
_LINKS = frozenset({"of", "in", "for", "from", "at", "to", "with", "inside", "by"})
_BEFORE_NAMES = frozenset({"JJ", "NN", "CD", "VBN", "PRP$"})
_PHRASE_LINKS = frozenset({"of", "for", "at", "from", "by", "in"})
_CLOSING = frozenset({('"',), ("”",), ("’",), ("'",), ("»",)})
_OPENING = frozenset({'"', "“", "‘", "«"})
_LONGEST = 8  # tokens a noun phrase may hold before its role phrase


@dataclass(frozen=True, slots=True)
class Owner:
    """Hold whose a phrase is: index of a name or phrase or token of a pronoun, how it is tied, and where it ends."""

    kind: Kind
    index: int
    relation: str
    after: int


@dataclass(frozen=True, slots=True)
class Edge:
    """Hold where a noun phrase begins, whose it is, and what qualifies it."""

    first: int
    owner: Owner | None = None
    definite: str | None = None
    qualifier: str | None = None


def left_edge(
    parse: Parse, start: int, name_at: Mapping[int, int], phrase_at: Mapping[int, int], words: NameWords
) -> Edge:
    """Walk left from a role phrase to the beginning of its noun phrase; at most a few tokens."""
    sentence = parse.sentence_of(start).start
    qualifier: str | None = None
    index = start - 1
    limit = max(sentence, start - _LONGEST)
    while index >= limit:
        form = parse.forms[index].lower()
        if form in {"'s", "’s", "'", "’"} and parse.tags[index] == "POS":
            owner = _possessor(index - 1, name_at, phrase_at) or _ruler(parse, index - 1, name_at, words.ruled)
            return Edge(_begin(parse, owner, index, name_at), owner, "poss", qualifier)
        if parse.tags[index] == "PRP$":
            return Edge(index, Owner("pronoun", index, "poss", index + 1), "poss", qualifier)
        if form in _ARTICLES and parse.tags[index] in {"DT", "JJ", "CD", "PDT"}:
            return Edge(_with_predeterminer(parse, index), None, form, qualifier)
        if index in name_at:
            if _hyphened(parse, index, start) in words.tied:
                index -= 1
                continue
            return _named(parse, index, name_at, words.qualifier, qualifier)
        if index in phrase_at and parse.tags[index] != "POS":
            return Edge(index, Owner("phrase", phrase_at[index], "compound", index + 1), None, qualifier)
        if index == start - 1 and parse.forms[index] in _OPENING:
            index -= 1
            continue
        if not _modifies(parse, index):
            break
        qualifier = form if form in words.qualifier else qualifier
        index -= 1
    return Edge(index + 1, None, None, qualifier)


def right_owner(parse: Parse, after: int, name_at: Mapping[int, int], phrase_at: Mapping[int, int]) -> Owner | None:
    """Return the owner that follows a role phrase after "of", "in" and the like, or nothing."""
    after = _past(parse, after)
    if after >= len(parse) or parse.forms[after].lower() not in _LINKS:
        return None
    link = parse.forms[after].lower()
    best: Owner | None = None
    index = after + 1
    stop = min(len(parse), after + _LONGEST)
    owning = False  # the name found owns what follows: "of Chad's army" is not of Chad
    while index < stop:
        if index in phrase_at:
            end = _end(phrase_at, index)
            best, owning = (
                (Owner("phrase", phrase_at[index], link, end), False) if link in _PHRASE_LINKS else (best, owning)
            )
            index = end
        elif parse.tags[index] == "POS" and not owning:
            owning = best is not None  # what is nobody's by name passes: "the head of the city's administration"
            index += 1
        elif index in name_at:
            end = _end(name_at, index)
            if best is None or owning:  # "of Chad's Joint Command" is that command's
                best, owning = Owner("name", name_at[index], link, end), False
            index = end
        elif parse.tags[index] in {"VBG", "VBN", "RB"} and not _modifies(parse, index):
            break  # "accused the government of shelling troops"
        elif parse.tags[index] in _INNER_TAGS and (best is None or parse.tags[index] in _MODIFYING_TAGS):
            index += 1
        else:
            break
    return None if owning else best


def _past(parse: Parse, after: int) -> int:
    """Return the token after the quotation mark that closes a role phrase, and after its short form in brackets."""
    after += parse.forms[after : after + 1] in _CLOSING  # the "interior ministry" of the separatists
    return after + 3 if parse.bracketed(after) else after  # "the Committee for National Security (SCNS) of Kyrgyzstan"


def _end(at: Mapping[int, int], index: int) -> int:
    """Return the token after the range that holds a token."""
    held = at[index]
    while at.get(index) == held:
        index += 1
    return index


def _modifies(parse: Parse, index: int) -> bool:
    """Tell whether a token qualifies the noun to its right; participles and adverbs only where the parse says so."""
    tag = parse.tags[index]
    if not _leans(parse, index):
        return tag == "HYPH" and parse.stops[index] == parse.starts[index + 1]
    if tag in {"VBG", "VBN", "RB"}:
        return parse.deps[index] in {"amod", "compound", "npadvmod"} or parse.tags[index + 1] in {"HYPH", "VBN", "JJ"}
    return tag in _MODIFYING_TAGS


def _leans(parse: Parse, index: int) -> bool:
    """Tell whether a token depends on one closely to its right; a dash between spaces is no hyphen."""
    if parse.tags[index] == "HYPH" and parse.stops[index] < parse.starts[index + 1]:
        return False
    return index < parse.heads[index] <= index + _LONGEST


def _hyphened(parse: Parse, index: int, start: int) -> str | None:
    """Return the participle that a hyphen ties to a name ("Russian-backed"), or nothing."""
    if index + 2 < start and parse.forms[index + 1] in {"-", "‑", "–"}:
        return parse.forms[index + 2].lower()
    return None


def _named(parse: Parse, index: int, name_at: Mapping[int, int], qualifiers: Words, qualifier: str | None) -> Edge:
    """Return the edge of a noun phrase whose owner is a name that ends at a token."""
    owner = Owner("name", name_at[index], "adjective", index + 1)
    first = index
    while first - 1 in name_at and name_at[first - 1] == name_at[index]:
        first -= 1
    definite = None
    while (
        first > 0 and first - 1 not in name_at and parse.tags[first - 1] in _BEFORE_NAMES and _leans(parse, first - 1)
    ):
        first -= 1
        form = parse.forms[first].lower()
        qualifier = form if form in qualifiers else qualifier
    if first > 0 and parse.forms[first - 1].lower() in _ARTICLES and parse.tags[first - 1] in {"DT", "JJ"}:
        definite = parse.forms[first - 1].lower()
        first -= 1
    return Edge(first, owner, definite, qualifier)


def _possessor(last: int, name_at: Mapping[int, int], phrase_at: Mapping[int, int]) -> Owner | None:
    """Return the name or phrase that ends at a token as a possessor, or nothing."""
    if last in name_at:
        return Owner("name", name_at[last], "poss", last + 1)
    if last in phrase_at:
        return Owner("phrase", phrase_at[last], "poss", last + 1)
    return None


def _ruler(parse: Parse, last: int, name_at: Mapping[int, int], ruled: Words) -> Owner | None:
    """Return the name that rules the place an unnamed possessor is: "the Hamas-run enclave's health ministry"."""
    for token in range(last - 3, max(0, last - _LONGEST), -1):
        if token in name_at and _hyphened(parse, token, last) in ruled:
            return Owner("name", name_at[token], "poss", last + 1)
    return None


def _begin(parse: Parse, owner: Owner | None, mark: int, name_at: Mapping[int, int]) -> int:
    """Return the first token of a possessor with its article and titles."""
    first = mark - 1
    while owner and owner.kind == "name" and first - 1 in name_at and name_at[first - 1] == owner.index:
        first -= 1
    for _ in range(_LONGEST):
        modifies = parse.tags[first - 1] in _MODIFYING_TAGS or parse.forms[first - 1].lower() in {"the", "a", "an"}
        if first == 0 or not modifies or not _leans(parse, first - 1):
            break
        first -= 1
        if parse.tags[first] == "DT":
            break
    return first


def _with_predeterminer(parse: Parse, index: int) -> int:
    """Return the first token of "both the", "the two" and the like."""
    while index > 0 and parse.forms[index - 1].lower() in {"the", "both", "these", "all"}:
        index -= 1
    return index
