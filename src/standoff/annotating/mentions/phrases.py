"""Find role phrases ("foreign ministry", "prime minister", "troops") over the tokens of a parse."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from standoff.codebook.roles import RoleBook
from standoff.codebook.spelling import british
from standoff.model.parse import Parse

_NOUNS = frozenset({"NOUN", "PROPN"})
_LONGEST = 8  # words: no phrase of the codebook has more
_NUMERALS = frozenset({"two", "both"})
_BARE = frozenset({"each", "neither", "either", "former", "latter"})  # they mean somebody where no noun follows
_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "pobj", "dobj"})
_BINDING = frozenset({"of", "other", "side", "party"})  # "each other", "neither side"


@dataclass(frozen=True, slots=True)
class Phrase:
    """Hold a role phrase over the tokens `[first, after)`."""

    first: int
    after: int
    role: str


def find_phrases(parse: Parse, roles: RoleBook) -> list[Phrase]:
    """Return the longest role phrases in text order, without overlap; linear in the number of tokens."""
    forms = [_folded(form) for form in parse.forms]
    lemmas = [british(lemma.lower()) for lemma in parse.lemmas]
    words = enumerate(zip(forms, lemmas, strict=True))
    found: list[Phrase] = []
    for index in [index for index, (form, lemma) in words if form in roles.phrases or lemma in roles.phrases]:
        phrase = _at(index, forms, lemmas, roles) if not found or found[-1].after <= index else None
        if phrase and _nominal(parse, phrase):
            found.append(phrase)
    return found


def phrase_from(parse: Parse, index: int, roles: RoleBook) -> Phrase | None:
    """Return the longest role phrase that begins at one token, or nothing."""
    window = slice(index, index + _LONGEST)
    forms = [_folded(form) for form in parse.forms[window]]
    lemmas = [british(lemma.lower()) for lemma in parse.lemmas[window]]
    found = _at(0, forms, lemmas, roles) if forms else None
    phrase = Phrase(index, index + found.after, found.role) if found else None
    return phrase if phrase and _nominal(parse, phrase) else None


def _folded(form: str) -> str:
    """Return a form in lower case with a straight apostrophe and British spelling."""
    return british(form.lower().replace("’", "'"))


def _at(index: int, forms: Sequence[str], lemmas: Sequence[str], roles: RoleBook) -> Phrase | None:
    """Return the longest role phrase that begins at a token, by form or by lemma."""
    best: Phrase | None = None
    for first in {forms[index], lemmas[index]}:
        for words, role in roles.phrases.get(first, ()):
            if best and len(words) <= best.after - best.first:
                break
            if _spells(words, index, forms, lemmas):
                best = Phrase(index, index + len(words), role)
                break
    # a plural form of its own ("leaders", "sides") outranks the singular its lemma gives
    own = next((role for words, role in roles.phrases.get(forms[index], ()) if words == (forms[index],)), None)
    if best and own and best.after == index + 1:
        return Phrase(index, index + 1, own)
    return best


def _spells(words: Sequence[str], index: int, forms: Sequence[str], lemmas: Sequence[str]) -> bool:
    """Tell whether the tokens from an index on spell the words."""
    if index + len(words) > len(forms):
        return False
    return all(word in (forms[at], lemmas[at]) for at, word in enumerate(words, index))


def _nominal(parse: Parse, phrase: Phrase) -> bool:
    """Tell whether a phrase is used as a noun; words like "force", "post" and "head" are verbs too."""
    last = phrase.after - 1
    if parse.entities[last] == "TIME":
        return False  # "9.40 pm" is no premier
    if parse.forms[phrase.first].lower() in _BARE:
        after = parse.forms[phrase.after : phrase.after + 1]
        return parse.deps[last] in _ARGUMENTS and _BINDING.isdisjoint(after)
    if parse.forms[phrase.first].lower() in _NUMERALS:
        return parse.deps[last] not in {"nummod", "det", "preconj", "predet", "quantmod", "compound"} and (
            parse.forms[last].lower() == "both" or (phrase.first > 0 and parse.forms[phrase.first - 1].lower() == "the")
        )
    return phrase.after - phrase.first > 1 or parse.pos[last] in _NOUNS
