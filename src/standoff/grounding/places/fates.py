"""Tell whether a name is where a blow fell: `X was shelled`, `rockets hit X`, `X came under fire`, `X saw clashes`."""

from __future__ import annotations

from collections.abc import Mapping

from standoff.model.parse import Parse

_FEW = 4  # names joined to one another
Heads = Mapping[str, frozenset[str]]


def undergoes(parse: Parse, token: int, heads: Heads) -> bool:
    """Tell whether the name with this head is struck, or sees or comes under what befalls a place."""
    for _ in range(_FEW):
        if parse.deps[token] not in ("conj", "appos"):
            break
        token = parse.heads[token]
    verb = parse.heads[token]
    lemma = parse.lemmas[verb].lower()
    if parse.deps[token] in ("nsubjpass", "dobj"):
        return lemma in heads.get("struck", frozenset())
    if parse.deps[token] != "nsubj" or lemma not in heads.get("undergoing", frozenset()):
        return False
    return _taken(parse, verb, lemma) or any(
        parse.lemmas[noun].lower() in heads.get("blow", frozenset()) for noun in _objects(parse, verb)
    )


def _taken(parse: Parse, verb: int, lemma: str) -> bool:
    """Tell whether a place is said to fall to somebody."""
    return lemma == "fall" and any(parse.forms[child].lower() == "to" for child in parse.children_of(verb, "prep"))


def _objects(parse: Parse, verb: int) -> list[int]:
    """Return the objects of a verb, its prepositions and the nouns these govern by `of`."""
    found = [*parse.children_of(verb, "dobj", "attr")]
    for prep in [*parse.children_of(verb, "prep"), *(p for noun in found for p in parse.children_of(noun, "prep"))]:
        nouns = list(parse.children_of(prep, "pobj"))
        found += nouns
        found += [n for noun in nouns for p in parse.children_of(noun, "prep") for n in parse.children_of(p, "pobj")]
    return found
