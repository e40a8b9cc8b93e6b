"""Name who speaks, for whom and to whom, from the groundings of the words in a source."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from standoff.attributing.drafts import Draft, Voice, around
from standoff.attributing.sheet import Sheet
from standoff.attributing.sources import noun_voice
from standoff.codebook.parties import PartyBook
from standoff.model.annotation import Annotation, AnnotationKind
from standoff.model.entity import PartyRef
from standoff.model.grounding import Grounding, ResolvedFrom
from standoff.model.statement import Source

_MENTIONS: tuple[AnnotationKind, ...] = ("name", "description", "pronoun")
_PREFERENCE = {"name": 0, "description": 1, "pronoun": 2}
_OTHER_GENDER = {"he": "f", "she": "m"}
_UNSAYING = frozenset({"PUNCT", "NUM", "ADV", "SPACE", "X", "SYM", "CCONJ"})
_REACH = 4_000  # characters back that a name may have been given in full
_RECALLED = 20  # statements back that a paper may have been told of
_COUNTING = frozenset({"NUM", "DET", "PRON", "ADJ", "NOUN"})  # "one of", "some of", "most of", "dozens of"
_ARTICLES = frozenset({"the", "a", "an"})
_NOBODY = frozenset(
    {"it", "that", "this", "which", "who", "they", "he", "she", "we", "i", "you", "one", "some", "others"}
)
_EVERYBODY = PartyRef(None, "international community", None, "group")  # "internationally recognised"
Named = tuple[Source, PartyRef | None]
UNNAMED: Named = (Source(None, (), "explicit"), None)


def name_sources(sheet: Sheet, drafts: Sequence[Draft], parties: PartyBook | None) -> list[Named]:
    """Return source and principal of each draft; a paper ("the statement said") speaks for who issued it."""
    named: list[Named] = []
    for draft in drafts:
        one = _authored(sheet, draft, parties) or _meant(sheet, draft, parties)
        if draft.voice is not None and _is_paper(sheet, draft.voice):
            one = _issuer(sheet, draft.voice, drafts, named, parties) or one
        named.append(_floating(sheet, draft, drafts, named, parties) or one)
    return named


def _meant(sheet: Sheet, draft: Draft, parties: PartyBook | None) -> Named:
    """Return the source that a draft's words name, here or elsewhere in the text."""
    if draft.meant is None:
        return name_source(sheet, draft.voice, parties)
    source, principal = name_source(sheet, draft.meant, parties)
    here = sheet.page.span_of(range(draft.voice.first, draft.voice.stop)) if draft.voice else None
    return Source(here, source.refs, "description"), principal


def _authored(sheet: Sheet, draft: Draft, parties: PartyBook | None) -> Named | None:
    """Return the author of a paper for what it says without a subject: "3. Condemns the attack and demands that"."""
    writer, verb = sheet.page.author, draft.cue.head
    if writer is None or draft.cue.entry.pos != "verb" or draft.cue.passive or sheet.quote_index[verb] >= 0:
        return None
    while sheet.parse.deps[verb] == "conj" and sheet.parse.heads[verb] < verb:
        verb = sheet.parse.heads[verb]
    before = range(sheet.sentence(verb).start, verb)
    spoken = draft.voice is not None and draft.voice.first < draft.cue.head
    if spoken or any(sheet.parse.pos[token] not in _UNSAYING for token in before):
        return None
    principal = parties.principal(writer.party) if parties is not None and writer.party else None
    return Source(None, (writer,), "ellipsis"), principal


def _floating(
    sheet: Sheet, draft: Draft, drafts: Sequence[Draft], before: Sequence[Named], parties: PartyBook | None
) -> Named | None:
    """Return the last speaker for a pronoun after its content ("..., it said"), which seldom means another."""
    voice = draft.voice
    if voice is None or not draft.content or sheet.words[voice.head] not in ("it", "he", "she", "they"):
        return None
    if draft.content[0][1] > sheet.parse.starts[voice.first] or sheet.quote_index[draft.cue.head] >= 0:
        return None
    start = draft.content[0][0]
    for index in range(len(before) - 1, -1, -1):
        other, (source, principal) = drafts[index], before[index]
        if draft.covers(sheet.parse.starts[other.cue.head]) or not source.refs or source.span is None:
            continue
        if _is_reported(sheet, drafts, index):
            continue
        if source.span.start >= start or not _agrees(sheet.words[voice.head], source.refs, parties):
            return None
        if _is_led(sheet, other.cue.head, start, source.refs):
            return None
        return Source(sheet.page.span_of(range(voice.first, voice.stop)), source.refs, "pronoun"), principal
    return None


def _is_led(sheet: Sheet, cue: int, start: int, refs: tuple[PartyRef, ...]) -> bool:
    """Tell whether another person is named as the subject of a sentence between a speech and some words after it."""
    parse = sheet.parse
    for mark in sheet.page.within(parse.stops[cue], start, "name"):
        head = parse.head_of(mark.head.start, mark.head.stop)
        if mark.attributes.get("label") == "person" and head is not None and parse.deps[head] == "nsubj":
            tie = sheet.page.party_grounding(mark)
            main = parse.deps[parse.heads[head]] == "ROOT"
            if main and tie is not None and tie.parties != refs and head >= sheet.sentence(cue).stop:
                return True
    return False


def _is_reported(sheet: Sheet, drafts: Sequence[Draft], index: int) -> bool:
    """Tell whether a draft stands in the content of the one just before it, whose speaker is who goes on."""
    return index > 0 and drafts[index - 1].covers(sheet.parse.starts[drafts[index].cue.head])


def _agrees(word: str, refs: tuple[PartyRef, ...], parties: PartyBook | None) -> bool:
    """Tell whether a pronoun can stand for parties: he and she for a person, it for one other, they for several.

    Nor does he stand for who is known to be a woman by the given name, or she for a man.
    """
    kinds = {ref.kind for ref in refs}
    if word in _OTHER_GENDER:
        wrong = parties is not None and any(parties.gender(ref.name) == _OTHER_GENDER[word] for ref in refs)
        return kinds <= {"person", None} and len(refs) == 1 and not wrong
    if word == "it":
        return "person" not in kinds and len(refs) == 1
    return len(refs) > 1 or not kinds & {"person", "state"}


def _is_paper(sheet: Sheet, voice: Voice) -> bool:
    """Tell whether a source is a paper, or what somebody counted or found, and not a person or body."""
    told = sheet.listed(voice.head, "issued") or sheet.listed(voice.head, "figures")
    return told and not sheet.parse.entities[voice.head]


def _issuer(
    sheet: Sheet, voice: Voice, drafts: Sequence[Draft], before: Sequence[Named], parties: PartyBook | None
) -> Named | None:
    """Return who issued a paper: its owner, who it comes from, who the same paper was before, or who spoke last."""
    span = sheet.page.span_of(range(voice.first, voice.stop))
    owner = noun_voice(sheet, voice.head) or _named_in(sheet, voice)
    if owner is not None:
        source, principal = name_source(sheet, owner, parties)
        return Source(span, source.refs, "description"), principal
    if sheet.words[voice.first] not in ("the", "it", "this"):
        return (Source(span, (), "explicit"), None) if sheet.listed(voice.head, "figures") else None
    told = [index for index in reversed(range(len(before))) if before[index][0].refs][:_RECALLED]
    same = (index for index in told if _is_same(sheet, drafts[index].voice, voice))
    index = next(same, None if _is_within(sheet, voice, drafts, len(before)) else next(iter(told), None))
    if index is None:
        local = local_of(sheet, voice)  # a paper that somebody else's words tell of
        return Source(span, (local,) if local else (), "explicit"), None
    source, principal = before[index]
    return Source(span, source.refs, "description"), principal


def _named_in(sheet: Sheet, voice: Voice) -> Voice | None:
    """Return who is named in the words for a paper: "the report of the ministry", "a KCNA commentary"."""
    links = (p for p in sheet.children(voice.head, "prep") if sheet.words[p] == "of")
    inner = (
        *(c for link in links for c in sheet.children(link, "pobj")),
        *(c for c in sheet.children(voice.head, "compound", "amod", "nmod") if sheet.parse.pos[c] in ("PROPN", "NOUN")),
    )
    return next((Voice(sheet.lefts[c], sheet.rights[c] + 1, c) for c in inner if tie_at(sheet, voice, c)), None)


def _is_same(sheet: Sheet, other: Voice | None, voice: Voice) -> bool:
    """Tell whether two sources are the same paper by its noun."""
    return other is not None and sheet.parse.lemmas[other.head] == sheet.parse.lemmas[voice.head]


def _is_within(sheet: Sheet, voice: Voice, drafts: Sequence[Draft], index: int) -> bool:
    """Tell whether a paper is spoken of in what somebody says, who then did not issue it."""
    at = sheet.parse.starts[voice.head]
    return any(drafts[other].covers(at) for other in around(drafts, index) if other != index)


def name_source(sheet: Sheet, voice: Voice | None, parties: PartyBook | None) -> Named:
    """Return the source of a voice, with the parties its words stand for, and the principal they share."""
    if voice is None:
        return UNNAMED
    span = sheet.page.span_of(range(voice.first, voice.stop))
    ties = ties_of(sheet, voice)
    refs = _apposed(sheet, voice, ties) or tuple(dict.fromkeys(ref for tie in ties for ref in tie.parties))
    if not refs and sheet.listed(voice.head, "by_all"):
        refs = (_EVERYBODY,)
    if not refs and (part := _part_of(sheet, voice)) is not None:
        return Source(span, (part[0],), "description"), part[1]
    if not refs and (full := _fuller(sheet, voice)) is not None:
        ties, refs = [full], full.parties
    if not refs and parties is not None and (seat := _seat(sheet, voice)) is not None:
        refs = (parties.ref(seat),)
    if not refs and (local := local_of(sheet, voice)) is not None:
        refs = (local,)
    if not refs and (named := _person_in(sheet, voice)) is not None:
        ties, refs = [named], named.parties
    found: ResolvedFrom = (
        "ellipsis" if voice.shared else next((t.resolved_from for t in ties if t.resolved_from), "explicit")
    )
    return Source(span, refs, found), principal_of(ties, refs, parties)


def _part_of(sheet: Sheet, voice: Voice) -> tuple[PartyRef, PartyRef | None] | None:
    """Return one or some of those whom a source names, with whom they speak for ("one of its commanders")."""
    if sheet.parse.pos[voice.head] not in _COUNTING:
        return None
    links = (link for link in sheet.children(voice.head, "prep") if sheet.words[link] == "of")
    whole = next((c for link in links for c in sheet.children(link, "pobj")), None)
    tie = tie_at(sheet, voice, whole) if whole is not None else None
    if tie is None or tie.parties[0].kind not in ("person", "group"):
        return None
    first = voice.first + (sheet.words[voice.first] in _ARTICLES)
    words = sheet.page.span_of(range(first, voice.stop)).quote
    return PartyRef(None, " ".join(words.split()), tie.parties[0].state, "person"), tie.principal


def _fuller(sheet: Sheet, voice: Voice) -> Grounding | None:
    """Return the grounding of the body named before whose name a source's own words end ("the Guards")."""
    first = voice.first + (sheet.words[voice.first] in _ARTICLES)
    if first >= voice.stop or sheet.parse.pos[voice.head] == "PRON":
        return None
    pointing = sheet.words[voice.first] == "the" and voice.stop == first + 1  # "the commandos"
    if not pointing and not sheet.parse.forms[first][:1].isupper():
        return None
    at, short = sheet.parse.starts[first], " " + sheet.page.span_of(range(first, voice.stop)).quote
    short = short.title() if pointing else short
    for name in reversed(sheet.page.within(max(0, at - _REACH), at, "name")):
        if name.head.quote.endswith(short) and name.attributes.get("label") in ("organisation", "group"):
            return sheet.page.party_grounding(name)
    return None


def _seat(sheet: Sheet, voice: Voice) -> str | None:
    """Return the party whose capital a source is: who speaks is no place ("a promise from Niamey")."""
    at = sheet.parse.starts[voice.head]
    for name in sheet.page.within(at, sheet.parse.stops[voice.head], "name"):
        party = name.attributes.get("party")
        if name.attributes.get("sense") == "capital" and isinstance(party, str):
            return party
    return None


def _person_in(sheet: Sheet, voice: Voice) -> Grounding | None:
    """Return the grounding of the person named last in a source whose head was taken for no noun."""
    if sheet.parse.pos[voice.head] == "PRON":
        return None
    start, stop = sheet.parse.starts[voice.first], sheet.parse.stops[voice.stop - 1]
    names = [name for name in sheet.page.within(start, stop, "name") if name.attributes.get("label") == "person"]
    return sheet.page.party_grounding(names[-1]) if names else None


def _apposed(sheet: Sheet, voice: Voice, ties: Sequence[Grounding]) -> tuple[PartyRef, ...]:
    """Return the person whose name follows an office that stood for another ("the US ambassador, Ruth Lane,")."""
    if len(ties) != 1 or ties[0].resolved_from not in ("office", "description") or ties[0].parties[0].kind != "person":
        return ()
    for child in sheet.children(voice.head, "appos"):
        tie = tie_at(sheet, voice, child)
        if tie is None or sheet.parse.pos[child] != "PROPN" or child >= voice.stop or len(tie.parties) != 1:
            continue
        ref = tie.parties[0]
        if ref.kind in ("person", None) or (ref.party is None and sheet.parse.deps[child - 1] == "compound"):
            return (PartyRef(ref.party, ref.name, ref.state or ties[0].parties[0].state, ref.kind),)
    return ()


def ties_of(sheet: Sheet, voice: Voice) -> list[Grounding]:
    """Return the groundings of a voice's head and of what is coordinated with it, in text order."""
    found = []
    for head in _heads(sheet, voice):
        tie = tie_at(sheet, voice, head)
        if tie is None:
            inner = (*sheet.children(head, "appos"), *_own_name(sheet, voice, head))
            tie = next((t for a in inner if (t := tie_at(sheet, voice, a)) is not None), None)
        if tie is not None:
            found.append(tie)
    return found


def _own_name(sheet: Sheet, voice: Voice, head: int) -> tuple[int, ...]:
    """Return the token before a common noun for a body whose name it ends ("the NATO-led KFOR mission")."""
    parse, before = sheet.parse, head - 1
    if before < voice.first or parse.deps[before] != "compound" or parse.pos[before] != "PROPN":
        return ()
    marks = sheet.page.within(parse.starts[voice.first], parse.stops[voice.stop - 1], "description")
    called = any(m.attributes.get("role") == "organisation" and m.head.stop == parse.stops[head] for m in marks)
    return (before,) if called else ()


def _heads(sheet: Sheet, voice: Voice) -> Iterator[int]:
    """Yield the head of a voice and the heads coordinated with it inside the voice."""
    waiting = [voice.head]
    while waiting:
        head = waiting.pop(0)
        yield head
        waiting += [c for c in sheet.children(head, "conj") if voice.first <= c < voice.stop]


def tie_at(sheet: Sheet, voice: Voice, head: int) -> Grounding | None:
    """Return the party grounding of the mention whose head holds a token, names before descriptions."""
    first, stop = sheet.parse.starts[voice.first], sheet.parse.stops[voice.stop - 1]
    at = sheet.parse.starts[head]
    marks = [m for m in sheet.page.within(first, stop, *_MENTIONS) if m.head.start <= at < m.head.stop]
    marks = marks or [m for m in sheet.page.within(first, stop, *_MENTIONS) if _spans_head(m, at)]
    for mark in sorted(marks, key=lambda m: _PREFERENCE[m.kind]):
        tie = sheet.page.party_grounding(mark)
        if tie is not None:
            return tie
    return None


def _spans_head(mark: Annotation, at: int) -> bool:
    """Tell whether a mention's full span holds an offset and is no adjective or possessor."""
    return mark.span.start <= at < mark.span.stop and mark.attributes.get("sense") != "adjective"


def local_of(sheet: Sheet, voice: Voice) -> PartyRef | None:
    """Return a reference made of the words themselves, for sources that no book names ("two drivers")."""
    first = voice.first
    while first < voice.stop and sheet.words[first] in _ARTICLES:
        first += 1
    if first >= voice.stop or sheet.parse.pos[voice.head] not in ("NOUN", "PROPN", "ADJ", "NUM"):
        return None
    if sheet.words[voice.head] in _NOBODY:
        return None
    words = sheet.page.span_of(range(first, voice.stop)).quote
    return PartyRef(None, " ".join(words.split()))


def principal_of(ties: Sequence[Grounding], refs: tuple[PartyRef, ...], parties: PartyBook | None) -> PartyRef | None:
    """Return the one party that all speakers speak for, or nothing where they differ or speak for themselves."""
    found = [tie.principal for tie in ties if tie.principal is not None]
    if not found and not ties:  # whom the text calls a former minister speaks for nobody, whatever the book says
        found = [p for ref in refs if (p := _own(ref, parties)) is not None]
    distinct = {p.party or p.name for p in found}
    return found[0] if len(distinct) == 1 and len(found) >= min(len(refs), 1) and len(refs) <= len(found) else None


def _own(ref: PartyRef, parties: PartyBook | None) -> PartyRef | None:
    """Return the principal that the book or the reference itself gives."""
    if ref.kind == "state":
        return ref
    if parties is not None and ref.party is not None:
        return parties.principal(ref.party)
    return None
