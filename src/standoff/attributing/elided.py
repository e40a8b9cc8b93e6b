"""Find what an act leaves to its neighbours: the next act's object, an object parted from it, or nothing at all."""

from __future__ import annotations

from standoff.attributing.borders import trimmed
from standoff.attributing.cues import Cue
from standoff.attributing.drafts import Fragment
from standoff.attributing.sheet import Sheet

_ANSWERS = frozenset({"deny", "reject", "confirm", "agree"})
_LINKS = frozenset({"CCONJ", "ADV", "PUNCT"})
_ENDS = frozenset({".", ";", ",", "—", "–", "!", "and", "but", "while", "though", "although"})


def shared_object(sheet: Sheet, cue: Cue) -> tuple[Fragment, ...]:
    """Return the object of the act joined on: "[rejects] and condemns the charges"."""
    if "object" not in cue.entry.frames:
        return ()
    for verb in sheet.children(cue.head, "conj"):
        between = range(cue.stem + 1, verb)
        taken = sheet.child(verb, "dobj")
        if taken is not None and len(between) <= 4 and all(sheet.parse.pos[t] in _LINKS for t in between):
            return _whole(sheet, taken)
    return ()


def parted_object(sheet: Sheet, cue: Cue) -> tuple[Fragment, ...]:
    """Return an object that the parser hung on the phrase before it: "condemn in the strongest terms [this crime]"."""
    if "object" not in cue.entry.frames:
        return ()
    for phrase in sheet.children(cue.head, "prep"):
        noun = sheet.child(phrase, "pobj") if phrase == cue.stem + 1 else None
        taken = sheet.child(noun, "appos") if noun is not None else None
        if taken is not None and sheet.words[sheet.lefts[taken] - 1] != ",":
            return _whole(sheet, taken)
    return ()


def stands_alone(sheet: Sheet, cue: Cue) -> bool:
    """Tell whether an answer needs no content: a clause of its own that ends with it ("The army denied.")."""
    parse, after = sheet.parse, cue.stem + 1
    own = sheet.child(cue.head, "nsubj")
    if cue.entry.act not in _ANSWERS or cue.passive or own is None or own > cue.head:
        return False
    if parse.deps[cue.head] not in ("ROOT", "conj", "ccomp") or sheet.words[own] in ("which", "that"):
        return False
    ended = after >= len(parse) or (sheet.words[after] in _ENDS and not _goes_on(sheet, after))
    return ended and sheet.quote_index[cue.head] < 0 and _opens(sheet, sheet.lefts[own])


def _goes_on(sheet: Sheet, at: int) -> bool:
    """Tell whether a comma or "and" is followed by what the act may still take: a quotation, another verb, "that"."""
    if sheet.words[at] not in (",", "and", "but") or at + 1 >= len(sheet.parse):
        return False
    return (
        sheet.is_opening(at + 1) or sheet.parse.pos[at + 1] in ("VERB", "AUX", "ADV") or sheet.words[at + 1] == "that"
    )


def _opens(sheet: Sheet, first: int) -> bool:
    """Tell whether a clause begins a sentence or follows a link, so that no content stands before it."""
    return first == sheet.sentence(first).start or sheet.words[first - 1] in (";", "but", "while", "and", "—", "–")


def _whole(sheet: Sheet, noun: int) -> tuple[Fragment, ...]:
    """Return the noun phrase of a token as content."""
    found = trimmed(sheet, sheet.lefts[noun], sheet.rights[noun] + 1)
    return (found,) if found else ()
