"""Find attributions without a verb of saying: "UN: shells hit the port", quoted headings, views that all hold."""

from __future__ import annotations

from collections.abc import Iterator

from standoff.attributing.borders import trimmed
from standoff.attributing.cues import Cue
from standoff.attributing.drafts import Draft, Voice
from standoff.attributing.sheet import Sheet
from standoff.attributing.sources import can_speak
from standoff.codebook.acts import ActBook, CueEntry
from standoff.model.entity import PartyRef

_LABEL = CueEntry((":",), "prep", "inform", frozenset(), None, "speech")
_HEADING = CueEntry(("“",), "prep", "comment", frozenset(), None, "speech")
_STANDING = CueEntry(("recognise",), "prep", "recognise", frozenset({"as"}), None, "speech")
_NAMED = frozenset({"PERSON", "ORG", "GPE", "NORP"})
_LONGEST_LABEL, _LONGEST_HEADING = 9, 12  # tokens
_OPENING = 3  # tokens of a content that name its subject
_SHORTEST = 2  # tokens a content has at least
_BULLETS = " \t-–—•*"
_WHERE = frozenset({"in", "on", "at", "to", "via", "after", "during", "from"})
_MARGIN = 8  # characters on a line beside a heading
_RECOGNISED = frozenset({"recognise", "recognize"})


def unspoken(sheet: Sheet, book: ActBook) -> Iterator[Draft]:
    """Yield the attributions of a page that no word of saying makes."""
    for sentence in sheet.sentences:
        if len(sentence) and (draft := _labelled(sheet, sentence, book)) is not None:
            yield draft
    for quote in sheet.quotes:
        if quote.last - quote.first < _LONGEST_HEADING and _is_heading(sheet, quote.first, quote.last):
            tokens = range(quote.first, quote.last + 1)
            content = sheet.parse.starts[tokens[0]], sheet.parse.stops[tokens[-1]]
            yield Draft(Cue(_HEADING, quote.first, (), quote.first, False), None, (content,))
    for token, lemma in enumerate(sheet.parse.lemmas):
        if lemma.lower() in _RECOGNISED and (draft := _standing(sheet, token)) is not None:
            yield draft


def _labelled(sheet: Sheet, sentence: range, book: ActBook) -> Draft | None:
    """Return the draft of a name with a colon at the start of a sentence ("UN: shells hit the port")."""
    parse, start = sheet.parse, sentence.start
    reach = range(start, min(start + _LONGEST_LABEL, sentence.stop))
    colon = next((t for t in reach if sheet.words[t] in (":", "):")), None)
    if colon is None or colon == start:
        return None
    end = _end_after(sheet, sentence, colon)
    if end - colon <= _SHORTEST:
        return None
    stop = next((t for t in range(start + 1, colon) if _leads_off(sheet, t, colon)), colon)
    told = next((t for t in range(start + 1, stop) if sheet.words[t] == ","), stop)
    if any(parse.pos[t] in ("VERB", "AUX", "PUNCT") for t in range(start, stop) if t != told):
        return None
    if told < stop and not all(parse.entities[t] == "PERSON" for t in range(start, told)):
        return None  # "Roe, the mayor: ..." names who speaks, "In Aden, the port: ..." does not
    head = parse.head_of(parse.starts[start], parse.stops[told - 1])
    named = any(parse.entities[t] in _NAMED or (parse.pos[t] == "PROPN" and stop < colon) for t in range(start, stop))
    party = None if named else _party(sheet, start, stop)
    if head is None or not (named or (party and party.party)):
        return None
    voice = Voice(start, stop, head)
    if _is_dateline(sheet, start, colon) or _is_kicker(sheet, start, colon, end) or not can_speak(sheet, voice, book):
        return None
    content = trimmed(sheet, colon + 1, end)
    return Draft(Cue(_LABEL, colon, (colon,), colon, False), voice, (content,)) if content else None


def _end_after(sheet: Sheet, sentence: range, colon: int) -> int:
    """Return where the content after a label ends: with its sentence, or the next where the parser ended it there."""
    if colon + 1 >= len(sheet.parse) or not sheet.same_block(colon, colon + 1):
        return sentence.stop
    quote = sheet.quote_at(colon + 1)
    if quote is not None and quote.first == colon + 1:
        return max(sentence.stop, quote.last + 1)
    return sentence.stop if colon + 1 < sentence.stop else sheet.sentence(colon + 1).stop


def _leads_off(sheet: Sheet, token: int, colon: int) -> bool:
    """Tell whether a label says from a token on where somebody speaks: "the mayor (on the radio)", "Roe in a video"."""
    if sheet.words[token] == "(":
        return True
    placed = any(sheet.parse.pos[t] == "PROPN" for t in range(token + 1, colon))
    return sheet.words[token] in _WHERE and sheet.parse.pos[token - 1] == "PROPN" and not placed


def _is_dateline(sheet: Sheet, first: int, stop: int) -> bool:
    """Tell whether a label is a place in capitals, as before a report."""
    return all(sheet.parse.forms[t].isupper() and sheet.parse.entities[t] == "GPE" for t in range(first, stop))


def _is_kicker(sheet: Sheet, first: int, colon: int, stop: int) -> bool:
    """Tell whether a label is a state or place that only says where: "Chad: rebels enter the capital".

    It speaks where it is quoted or tells of another state: "Chad: Sudan arms the rebels".
    """
    parse, own = sheet.parse, _party(sheet, first, colon)
    placed = all(parse.entities[t] == "GPE" or parse.pos[t] in ("ADP", "DET", "PUNCT") for t in range(first, colon))
    if not placed and (own is None or own.kind != "state"):
        return False
    if sheet.is_opening(colon + 1):
        return False
    other = _party(sheet, colon + 1, min(colon + 1 + _OPENING, stop))
    return other is None or other.state is None or (own is not None and other.state == own.state)


def _party(sheet: Sheet, first: int, stop: int) -> PartyRef | None:
    """Return the first party named in some tokens."""
    for mark in sheet.page.within(sheet.parse.starts[first], sheet.parse.stops[stop - 1], "name", "description"):
        tie = sheet.page.party_grounding(mark)
        if tie is not None:
            return tie.parties[0]
    return None


def _is_heading(sheet: Sheet, first: int, last: int) -> bool:
    """Tell whether a quotation is all of its line, but for bullets, and no whole sentence."""
    if last - first <= _SHORTEST or sheet.words[last - 1] in (".", "!", "?", ","):
        return False
    text, start, stop = sheet.page.document.text, sheet.parse.starts[first], sheet.parse.stops[last]
    before = text[max(0, start - _MARGIN) : start].rpartition("\n")
    after = text[stop : stop + _MARGIN].partition("\n")
    opens = (before[1] or start < _MARGIN) and not before[2].strip(_BULLETS)
    return bool(opens) and bool(after[1] or stop + _MARGIN >= len(text)) and not after[0].strip(_BULLETS)


def _standing(sheet: Sheet, verb: int) -> Draft | None:
    """Return the draft of a view that all are said to hold: "internationally recognised as part of ..."."""
    everybody = next((c for c in sheet.children(verb, "advmod") if sheet.listed(c, "by_all")), None)
    link = next((c for c in sheet.children(verb, "prep") if sheet.words[c] == "as" and c > verb), None)
    if everybody is None or link is None or sheet.parse.tags[verb] not in ("VBN", "VBD", "JJ"):
        return None
    aux = [c for c in sheet.children(verb, "aux", "auxpass", "neg") if c < verb]
    negated = any(sheet.parse.deps[c] == "neg" for c in aux)
    tokens = tuple(sorted({verb, *(c for c in aux if c != everybody)}))
    content = trimmed(sheet, link, sheet.rights[link] + 1)
    voice = Voice(everybody, everybody + 1, everybody)
    return Draft(Cue(_STANDING, verb, tokens, verb, negated), voice, (content,)) if content else None
