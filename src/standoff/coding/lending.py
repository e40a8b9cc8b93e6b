"""Find the triggers from which another takes the time and place it lacks: a deed and its toll, joined clauses."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from standoff.codebook.happenings import EventBook
from standoff.coding.aftermath import deed_before
from standoff.coding.circumstances import Circumstances
from standoff.coding.marks import Marks
from standoff.coding.triggers import Hit
from standoff.model.parse import Parse

_WHERE = frozenset({"in", "on", "at", "near", "into", "inside", "along", "across", "from", "over", "outside", "around"})
_SHARING = frozenset({"conj", "advcl", "acl", "relcl"})
_DURING = frozenset({"in", "during", "amid"})
_COURSE = frozenset({"in", "during", "by", "from", "with", "through"})  # links of a toll to the deed that brought it
_MEANWHILE = frozenset({"when", "as", "while"})
_DEPTH = 6
_SPELL = 3  # days: a longer time is that of the one clause it stands in


def circumstances(
    marks: Marks, hits: Mapping[int, Hit], around: Mapping[int, Circumstances], token: int
) -> Circumstances:
    """Return a trigger's circumstances; times and places it lacks come from triggers it is tied to."""
    own = around[token]
    settled = bool(own.places) or _placed(marks, token)
    if settled and own.times:
        return own
    for source in _lenders(marks, hits, token):
        lender = around[source]
        kept = own.places or settled or _elsewhere(marks, hits, token, source)
        places = own.places if kept else lender.places
        own = Circumstances(own.times or lender.times, places, own.quantities)
    if not own.times:
        later = (t for t in _below(marks.page.parse, hits, token) if _is_brief(marks, around[t]))
        own = replace(own, times=next((around[t].times for t in later), own.times))
    deed = deed_before(marks, hits, token) if not (own.times or own.places or settled) else None
    return own if deed is None else Circumstances(around[deed].times, around[deed].places, own.quantities)


def _elsewhere(marks: Marks, hits: Mapping[int, Hit], token: int, source: int) -> bool:
    """Tell whether what goes on `as` or `while` a deed is done may be at another place: `bombs X as the truce ends`."""
    parse = marks.page.parse
    aside = parse.heads[source] == token and _opens_with(parse, source, _MEANWHILE - {"when"})
    return aside and not _is_toll(marks.book, hits[token])


def linked_deed(parse: Parse, hits: Mapping[int, Hit], token: int) -> int | None:
    """Return the trigger an outcome is tied to: that of the clause it ends, of `when ...`, or of `in the shelling`."""
    meanwhile = (c for c in parse.children_of(token, "advcl") if c in hits and _opens_with(parse, c, _MEANWHILE))
    during = next(meanwhile, None)
    if during is not None:
        return during  # "looted a store, and one was killed when guards opened fire"
    above = token
    for _ in range(_DEPTH):
        if parse.deps[above] not in ("advcl", "conj", "acl", "xcomp") or parse.heads[above] == above:
            break
        above = parse.heads[above]
        if above in hits:
            return above
    below = [c for c in parse.children[token] if parse.deps[c] == "advcl"]
    under = [n for c in parse.children_of(token, "prep", "agent") for n in parse.children_of(c, "pobj", "pcomp")]
    spells = [n for noun in under for c in parse.children_of(noun, "prep") for n in parse.children_of(c, "pobj")]
    return next((t for t in (*below, *under, *spells) if t in hits), None)  # "in three days of fighting"


def brought_about(parse: Parse, hits: Mapping[int, Hit], book: EventBook, noun: int) -> int | None:
    """Return what a deed named by a noun brought about, or what was done in it: `the strike killed two`."""
    head, prep = parse.heads[noun], None
    if parse.deps[noun] == "pobj":
        prep = parse.forms[head].lower()
        head = parse.heads[head]
    tied = prep in _COURSE if prep is not None else parse.deps[noun] == "nsubj"
    if not tied or head not in hits:
        return None
    return head if _is_toll(book, hits[head]) or prep == "in" else None  # "in its third raid, fired on a tanker"


def _lenders(marks: Marks, hits: Mapping[int, Hit], token: int) -> Iterator[int]:
    """Yield the triggers that lend their time and place to one, the nearest tie first."""
    parse, book, hit = marks.page.parse, marks.book, hits[token]
    during = _within(parse, hits, token)
    if during is not None:
        yield during
    if _is_toll(book, hit):
        yield from (s for s in hit.clause.subjects if s in hits)
        # "a bomb went off; two died"
        yield from (c for c in parse.children_of(token, "ccomp") if c < token and c in hits)
    elif hit.entry.pos == "n" and (toll := brought_about(parse, hits, book, token)) is not None:
        yield toll
    yield from _shared(parse, hits, token)
    yield from (c for c in parse.children_of(token, "advcl") if c in hits and _opens_with(parse, c, _MEANWHILE))


def _is_toll(book: EventBook, hit: Hit) -> bool:
    """Tell whether a trigger tells what befell people, by a deed of its own."""
    return book.types[hit.entry.type].kind == "outcome"


def _is_brief(marks: Marks, lender: Circumstances) -> bool:
    """Tell whether the time told of a trigger is one of some days, not one `since April`."""
    tie = marks.page.time_grounding(lender.times[0][1]) if lender.times else None
    days = tie.time.days if tie is not None and tie.time is not None else None
    return days is not None and days <= _SPELL


def _placed(marks: Marks, token: int) -> bool:
    """Tell whether a trigger says itself where it happened, even if the place is not known."""
    parse = marks.page.parse
    return any(parse.forms[c].lower() in _WHERE for c in parse.children_of(token, "prep"))


def _within(parse: Parse, found: Mapping[int, Hit], token: int) -> int | None:
    """Return the trigger in whose course something happened (`killed in the shelling`, `broke it by opening fire`)."""
    preps = [c for c in parse.children_of(token, "prep", "agent") if parse.forms[c].lower() in _DURING]
    by = [c for c in parse.children_of(token, "prep", "agent") if parse.forms[c].lower() == "by"]
    deeds = [n for c in by for n in parse.children_of(c, "pcomp") if n in found]
    return next((n for c in preps for n in parse.children_of(c, "pobj") if n in found), deeds[0] if deeds else None)


def _shared(parse: Parse, found: Mapping[int, Hit], token: int) -> Iterator[int]:
    """Yield the triggers from which a coordinated or participial one takes time and place it lacks, nearest first."""
    while parse.deps[token] in _SHARING and parse.heads[token] != token:
        token = parse.heads[token]
        if token in found:
            yield token


def _below(parse: Parse, hits: Mapping[int, Hit], token: int) -> Iterator[int]:
    """Yield the participles that go on with a clause, at whose end its time may stand (`began drills circling it`)."""
    near = (token, *parse.children_of(token, "dobj"))
    under = (c for t in near for c in parse.children_of(t, "advcl", "acl") if parse.tags[c] == "VBG")
    yield from (c for c in under if c in hits and not parse.children_of(c, "mark"))


def _opens_with(parse: Parse, clause: int, words: frozenset[str]) -> bool:
    """Tell whether a clause opens with one of some words."""
    return any(parse.forms[c].lower() in words for c in parse.children_of(clause, "mark", "advmod"))
