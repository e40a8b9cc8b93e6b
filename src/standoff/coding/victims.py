"""Name who was hurt where a toll names some: `including Amina Yusuf, 34`, `among the dead was ...`, `identified as`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from standoff.coding.clauses import NOMINAL, conjuncts
from standoff.coding.marks import Filled, Marks, distinct
from standoff.coding.roles import Cast
from standoff.coding.triggers import Hit

_INCLUDING = frozenset({"including", "among", "amongst"})
_NAMING = frozenset({"identify", "name"})
_BEING = frozenset({"be", "include"})


def with_named(marks: Marks, hit: Hit, cast: Cast) -> Cast:
    """Return the cast of a toll with the persons it names as well, each with the age and office told after the name."""
    taken = {f.token for f in cast.recipients}
    named = (t for t in _named(marks, hit) if t not in taken)
    found = tuple(f for t in named if (f := _person(marks, t)) is not None)
    return replace(cast, recipients=distinct((*cast.recipients, *found))) if found else cast


def _named(marks: Marks, hit: Hit) -> Iterator[int]:
    """Yield the nouns that a sentence gives as some of those hurt."""
    parse = marks.page.parse
    hurt = [hit.token, *hit.clause.objects, *(hit.clause.subjects if hit.entry.pos == "v" else ())]
    for token in hurt:
        for link in parse.children_of(token, "prep"):
            if parse.forms[link].lower() in _INCLUDING:
                yield from (n for under in parse.children_of(link, "pobj") for n in conjuncts(parse, under))
    if hit.entry.pos != "v":
        yield from _said_to_be(marks, hit.token)


def _said_to_be(marks: Marks, noun: int) -> Iterator[int]:
    """Yield who the dead are said to be: `the dead were identified as X`, `among the dead was X`."""
    parse = marks.page.parse
    head = parse.heads[noun]
    among = parse.deps[noun] == "pobj" and parse.forms[head].lower() in _INCLUDING
    verb = parse.heads[head] if among else head
    lemma = parse.lemmas[verb].lower()
    if lemma in _BEING and (among or parse.deps[noun] == "nsubj"):
        under = [c for c in parse.children_of(verb, "nsubj", "attr", "dobj") if c != noun]
    elif lemma in _NAMING and parse.deps[noun] == "nsubjpass":
        links = [c for c in parse.children_of(verb, "prep") if parse.forms[c].lower() == "as"]
        under = [n for link in links for n in parse.children_of(link, "pobj")] + parse.children_of(verb, "oprd")
    else:
        return
    yield from (n for token in under for n in conjuncts(parse, token) if parse.pos[n] in NOMINAL)


def _person(marks: Marks, token: int) -> Filled | None:
    """Return the person named at a token, with the words of age and office that follow, or nothing."""
    parse = marks.page.parse
    filled = marks.party(token)
    if parse.entities[token] != "PERSON" or filled is None or any(ref.kind != "person" for ref in filled.refs):
        return None
    after = [
        max(parse.subtree(c)) for c in parse.children_of(token, "appos", "npadvmod", "amod", "nummod") if c > token
    ]
    last = max(after, default=token)
    first = parse.token_at(filled.span.start)
    return replace(filled, span=marks.page.span_of(range(first, last + 1)))
