"""List the signs on a trigger: its type, its grammar, what it fills, its voice, its place in the text."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from standoff.codebook.event_types import EventType
from standoff.coding.desk import Desk
from standoff.coding.roles import Cast
from standoff.coding.triggers import Hit
from standoff.model.event import Event
from standoff.model.page import Page
from standoff.model.parse import Parse

_SUBJECTS = ("nsubj", "nsubjpass")
_SHOWN_MARKS = frozenset(
    {
        "after",
        "before",
        "since",
        "as",
        "when",
        "while",
        "if",
        "unless",
        "because",
        "until",
        "that",
        "although",
        "despite",
    }
)
LONG = 340  # words: longer texts tell a happening more than once, so that a mention says less
HEADLINE = "headline"  # the sign that a trigger stands in a heading of a long text
_HEADING = 20  # words that a line over a text has at most
_FAR = 300  # code points into a text where no first line can be
_CLOSED = tuple('.!?"”’)…')
_CLIMB = 8
_MANY = (2, 4, 8, 16, 32)
_VERBS = frozenset({"VERB", "AUX"})


@dataclass(frozen=True, slots=True)
class Candidate:
    """Hold one coded trigger: its event, the dictionary hit (none for a deed of speech), and its cast."""

    event: Event
    token: int
    hit: Hit | None = None
    cast: Cast | None = None


@dataclass(slots=True)
class _Told:
    """Count what a text has told so far: types, types with their actors, words."""

    types: Counter[str] = field(default_factory=Counter)
    families: Counter[str] = field(default_factory=Counter)
    casts: Counter[tuple[str, frozenset[str]]] = field(default_factory=Counter)
    words: Counter[str] = field(default_factory=Counter)


def evidence(desk: Desk, candidates: Sequence[Candidate]) -> list[tuple[str, ...]]:
    """Return the evidence on each candidate, in their order: short names of what holds of it."""
    told = _Told()
    scale = f"many:{_bucket(len(candidates))}"
    taken = frozenset(one.token for one in candidates)
    found = []
    for one in candidates:
        signs = [scale, *_word(desk, one), *_grammar(desk, one, taken), *_filled(desk, one), *_place(desk, one)]
        signs += [*_voice(desk, one), *_before(desk, one, told)]
        if _over_the_text(desk.marks.page, one.event.trigger.start):
            signs.append(HEADLINE)
        found.append(tuple(dict.fromkeys(signs)))
    for demand, deed in _demanded(desk.marks.page.parse, candidates):
        found[demand], found[deed] = found[deed], found[demand]
    return found


def _demanded(parse: Parse, candidates: Sequence[Candidate]) -> Iterator[tuple[int, int]]:
    """Yield each demand by a modal (`must withdraw`) with the deed demanded, in whose place it stands."""
    at = {one.token: number for number, one in enumerate(candidates) if one.hit is not None}
    for number, one in enumerate(candidates):
        verb = parse.heads[one.token]
        if one.hit is None and parse.deps[one.token] == "aux" and verb in at:
            yield number, at[verb]


def _over_the_text(page: Page, offset: int) -> bool:
    """Tell whether an offset lies in a heading of a long text, which the text itself tells again.

    Where the layout knows no headings, a short first line that no mark closes is one.
    """
    if len(page.parse) <= LONG:
        return False
    block = page.block_at(offset)
    if block is not None and block.kind in ("headline", "subheading"):
        return True
    if offset > _FAR:
        return False
    line = page.document.text[: page.document.text.find("\n", offset)].strip()
    return "\n" not in line and line.count(" ") < _HEADING and not line.endswith(_CLOSED)


def _bucket(count: int) -> str:
    """Return a count as the least power of two that it does not pass."""
    return str(next((limit for limit in _MANY if count <= limit), "more"))


def _kind(desk: Desk, one: Candidate) -> EventType:
    """Return the type of a candidate."""
    return desk.marks.book.types[one.event.type]


def _word(desk: Desk, one: Candidate) -> Iterator[str]:
    """Yield what the trigger is: its type and how demanding its entry, not its word, which ties to one conflict."""
    kind = _kind(desk, one)
    pos = one.hit.entry.pos if one.hit else "s"
    yield f"type:{kind.id}"
    yield f"plover:{kind.plover}"
    yield f"plover:{kind.plover}.{pos}"
    yield f"kind:{kind.kind}.{pos}"
    yield f"family:{kind.family}"
    if one.hit:
        yield f"entry:{min(one.hit.entry.weight, 8)}.{pos}"


def _grammar(desk: Desk, one: Candidate, taken: frozenset[int]) -> Iterator[str]:
    """Yield how the trigger stands in its clause: tag, arc, determiner, governor, tense."""
    parse, token = desk.marks.page.parse, one.token
    tag, dep, head = parse.tags[token], parse.deps[token], parse.heads[token]
    yield f"tag:{tag}"
    yield f"dep:{dep}"
    yield f"under:{parse.lemmas[head].lower()}.{dep}" if head != token else "root"
    if parse.pos[token] in _VERBS:
        yield from _tense(parse, token)
    else:
        yield from _noun(parse, token)
    for mark in parse.children_of(token, "mark"):
        yield f"mark:{_known(parse.forms[mark])}"
    above = _above(parse, token)
    if above in taken:
        yield "under a trigger"
        yield f"under a trigger.{dep}"
    if any(child in taken for child in parse.children[token]):
        yield "over a trigger"
    if any(child in taken for child in parse.children_of(token, "aux")):
        yield "demanded"


def _known(form: str) -> str:
    """Return a subordinating word if it is one that tells."""
    return form.lower() if form.lower() in _SHOWN_MARKS else "other"


def _tense(parse: Parse, token: int) -> Iterator[str]:
    """Yield tense, voice and completeness of a verb."""
    helpers = [c for c in parse.children[token] if parse.deps[c] in ("aux", "auxpass")]
    forms = sorted(parse.forms[c].lower() for c in helpers)
    yield "aux:" + "+".join(forms or ["none"]) + "." + parse.tags[token]
    yield "has subject" if parse.children_of(token, *_SUBJECTS) else "no subject"
    yield "has object" if parse.children_of(token, "dobj") else "no object"
    if parse.children_of(token, "neg"):
        yield "negated"


def _noun(parse: Parse, token: int) -> Iterator[str]:
    """Yield determiner, number and modifiers of a noun, and the verb it belongs to."""
    before = parse.children_of(token, "det", "poss", "nummod")
    words = [parse.forms[c].lower() for c in before if parse.deps[c] == "det"]
    yield "det:" + (words[0] if words else parse.deps[before[0]] if before else "none")
    for child in parse.children_of(token, "amod"):
        yield f"amod:{parse.lemmas[child].lower()}"
    yield f"mods:{min(2, len(parse.children_of(token, 'amod', 'compound', 'nmod')))}"
    preps = [parse.forms[c].lower() for c in parse.children_of(token, "prep")]
    yield from (f"prep:{word}" for word in preps)
    head = parse.heads[token]
    if parse.deps[token] == "pobj" and head != token:
        yield f"after:{parse.forms[head].lower()}"
        yield f"after:{parse.forms[head].lower()}.{parse.lemmas[parse.heads[head]].lower()}"
    if parse.pos[head] in _VERBS:
        yield f"verb tag:{parse.tags[head]}.{parse.deps[token]}"


def _above(parse: Parse, token: int) -> int:
    """Return the verb or noun that governs a token, prepositions and auxiliaries passed over; itself for a root."""
    node = token
    for _ in range(_CLIMB):
        head = parse.heads[node]
        if head == node:
            return token
        node = head
        if parse.pos[node] in ("VERB", "NOUN"):
            return node
    return token


def _filled(desk: Desk, one: Candidate) -> Iterator[str]:
    """Yield which roles are filled, by whom it is known, and what circumstances are told."""
    event = one.event
    for role in ("actor", "recipient"):
        refs = event.parties("actor" if role == "actor" else "recipient")
        known = any(ref.state or ref.party for ref in refs)
        yield f"{role}:{'known' if known else 'told' if refs else 'none'}"
    for role in ("place", "time", "instrument"):
        if any(a.role == role for a in event.arguments):
            yield f"has {role}"
    for argument in event.arguments:
        if argument.role == "quantity" and argument.value is not None:
            yield f"quantity:{argument.value.get('kind')}"
    if one.cast is not None and one.cast.carrier is not None:
        yield "carried"
        yield f"carrier:{desk.marks.page.parse.lemmas[one.cast.carrier].lower()}"
    yield f"frame:{event.frame}"
    yield f"factuality:{event.factuality}"
    yield from (f"outlook:{name.removeprefix('outlook:')}" for name in event.features if name.startswith("outlook:"))


def _voice(desk: Desk, one: Candidate) -> Iterator[str]:
    """Yield whose words the trigger stands in: act, polarity, directness and depth of its statement."""
    statement = desk.voices.by_id.get(one.event.statement or "")
    if statement is None:
        yield "voice:publisher"
        return
    yield f"act:{statement.act}"
    yield f"polarity:{statement.polarity}"
    yield f"directness:{statement.directness}"
    yield f"voice:{'nested' if statement.parent else 'source'}"
    head = desk.marks.page.parse.token_at(statement.content[0].start) if statement.content else one.token
    yield f"into content:{_bucket(max(0, one.token - head))}"
    if one.token in desk.voices.cues:
        yield "is a cue"


def _place(desk: Desk, one: Candidate) -> Iterator[str]:
    """Yield where in the text and in its sentence the trigger stands."""
    parse = desk.marks.page.parse
    index = bisect_right(parse.sentence_starts, one.token) - 1
    yield f"sentence:{_bucket(index + 1)}"
    yield f"part:{5 * one.token // max(1, len(parse))}"
    sentence = parse.sentence_of(one.token)
    yield f"into sentence:{_bucket(one.token - sentence.start)}"
    depth = sum(1 for _ in zip(range(_CLIMB), parse.ancestors(one.token), strict=False))
    yield f"depth:{depth}"
    clause = one.token
    for _ in range(_CLIMB):
        if parse.pos[clause] in _VERBS or parse.heads[clause] == clause:
            break
        clause = parse.heads[clause]
    yield f"clause:{parse.deps[clause]}"
    marks = [parse.forms[c] for c in parse.children_of(clause, "mark", "advmod") if c < clause]
    yield from (f"clause mark:{_known(word)}" for word in marks[:1])


def _before(desk: Desk, one: Candidate, told: _Told) -> Iterator[str]:
    """Yield how much the text has told of this kind before, and note what it tells now."""
    kind, event = _kind(desk, one), one.event
    actors = frozenset(ref.state or ref.name for ref in (*event.parties("actor"), *event.parties("recipient")))
    word = desk.marks.page.parse.lemmas[one.token].lower()
    yield f"type before:{_bucket(told.types[kind.id])}" if told.types[kind.id] else "type is new"
    yield f"family before:{_bucket(told.families[kind.family])}" if told.families[kind.family] else "family is new"
    yield "parties before" if told.casts[kind.family, actors] else "parties are new"
    yield "word before" if told.words[word] else "word is new"
    if one.hit is not None and one.token in desk.back:
        yield "refers back"
    told.types[kind.id] += 1
    told.families[kind.family] += 1
    told.casts[kind.family, actors] += 1
    told.words[word] += 1
