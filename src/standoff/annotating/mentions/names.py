"""Mark names: persons, organisations, places, groups and events, from the parser's entities and the codebook."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from standoff.annotating.mentions.phrases import Phrase
from standoff.codebook.names import Sense
from standoff.codebook.parties import PartyBook
from standoff.codebook.spelling import spelled, surname
from standoff.codebook.words import NameWords, Words
from standoff.model.document import Document
from standoff.model.parse import Parse

LABELS = {
    "PERSON": "person",
    "ORG": "organisation",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "NORP": "group",
    "EVENT": "event",
    "LAW": "event",
    "PRODUCT": "other",
    "WORK_OF_ART": "other",
}
_ARTICLES = frozenset({"the", "a", "an"})
_CALENDAR = frozenset({
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "ramadan", "eid",
})  # fmt: skip
_NAMING = frozenset({"PROPN", "X", "NUM"})
_WHERE = frozenset({"in", "near", "at", "around", "outside", "inside", "across"})
_NORTH_SOUTH = frozenset({"North", "South"})
_LINKS = frozenset({"of", "the", "'s", "’s", "for", "and", "in"})


@dataclass(frozen=True, slots=True)
class Name:
    """Hold a name over the tokens `[first, after)`: its label, and the codebook's sense of it if there is one."""

    first: int
    after: int
    label: str
    sense: Sense | None = None


def find_names(document: Document, parse: Parse, book: PartyBook, phrases: Sequence[Phrase]) -> list[Name]:
    """Return the names of a document in text order, without overlap.

    The codebook's names are found in the text by an automaton and weighed against the parser's entities.
    """
    covered = {token: phrase for phrase in phrases for token in range(phrase.first, phrase.after)}
    known = list(
        _known(document, parse, book, {token: p for p in phrases for token in range(p.first + 1, p.after + 1)})
    )
    found: list[Name] = []
    queue = 0
    for entity in _entities(parse, book.words):
        while queue < len(known) and known[queue].after <= entity.first:
            found.append(known[queue])
            queue += 1
        inside = []
        while queue < len(known) and known[queue].first < entity.after:
            inside.append(known[queue])
            queue += 1
        found.extend(_weighed(parse, entity, inside, covered, book.words.courtesy))
    found.extend(known[queue:])
    barred = {token for phrase in phrases for token in range(phrase.first, phrase.after)}
    return _with_persons(parse, _whole(parse, _disjoint(found)), book, barred)


def _whole(parse: Parse, names: Sequence[Name]) -> list[Name]:
    """Return names with those joined that the parser cut in two: persons side by side, bodies at an "and"."""
    kept: list[Name] = []
    for name in names:
        last = kept[-1] if kept else None
        if last and _is_branch(parse, last, name):
            kept[-1] = Name(last.first, name.after, last.label, last.sense)
        elif last and last.label == name.label and not (last.sense or name.sense) and _is_cut(parse, last, name):
            kept[-1] = Name(last.first, name.after, name.label)
        else:
            kept.append(name)
    return kept


def _is_branch(parse: Parse, name: Name, other: Name) -> bool:
    """Tell whether a place tells only which branch of a body is meant ("Amnesty International | Indonesia")."""
    body = name.label == "organisation" and name.sense is not None and name.sense.sort == "name"
    near = other.label == "place" and name.after == other.first
    return body and near and parse.deps[name.after - 1] == "compound" and parse.heads[name.after - 1] < other.after


def _is_cut(parse: Parse, name: Name, other: Name) -> bool:
    """Tell whether two names are one: "Abdi Sheikh | Ismail", "Mine Action | and Victim Aid Authority (MAVAA)"."""
    if name.label == "person":
        return name.after == other.first
    if name.label != "organisation" or parse.forms[name.after : other.first] not in {("and",), ("&",)}:
        return False
    short = parse.bracketed(other.after) or ""
    return len(short) > other.after - other.first and spelled(short, parse.forms[name.first : other.after]) == 1


def _known(document: Document, parse: Parse, book: PartyBook, ending: Mapping[int, Phrase]) -> Iterator[Name]:
    """Yield the codebook's names that begin and end with tokens.

    A name that is a role phrase too, as "Security Council" and "Foreign Office", is none where somebody owns it,
    nor where it ends a longer role phrase.
    """
    owner = -1
    for hit in book.names.hits(document.text):
        tokens = parse.tokens_in(hit.start, hit.stop)
        if not tokens or parse.starts[tokens.start] != hit.start or parse.stops[tokens.stop - 1] != hit.stop:
            continue
        sense = hit.senses[0]
        common = sense.sort == "name" and sense.party not in book.states
        if len(tokens) == 1 and common and not _naming(parse, tokens.start):
            continue  # "Time flies" is no magazine
        if tokens.start > 1 and parse.forms[tokens.start - 1] == "-" and parse.forms[tokens.start - 2] in _NORTH_SOUTH:
            continue  # "the North-West" is not the West
        if sense.sort in {"adjective", "people"} and _is_wider(parse, tokens, book.words.wider):
            continue
        phrase = ending.get(tokens.stop)
        owned = tokens.start == owner or (tokens.start > 0 and parse.tags[tokens.start - 1] in {"POS", "PRP$"})
        longer = phrase is not None and phrase.first < tokens.start and phrase.after == tokens.stop
        if phrase and (longer or (owned and phrase.first == tokens.start)):
            continue  # a state's National Security Council is not the one of the United Nations
        owner = tokens.stop if sense.party in book.states else -1
        yield Name(tokens.start, tokens.stop, _label(sense, book), sense if len(hit.senses) == 1 else None)


def _is_wider(parse: Parse, tokens: range, wider: Words) -> bool:
    """Tell whether a capital word before an adjective makes it that of more than a state ("Latin American")."""
    before = parse.forms[tokens.start - 1] if tokens.start else ""
    return len(tokens) == 1 and before[:1].isupper() and before.lower() in wider


def _naming(parse: Parse, token: int) -> bool:
    """Tell whether a token is used as a name: tagged so, or capitalised inside a sentence."""
    if parse.pos[token] in _NAMING:
        return True
    form = parse.forms[token]
    plain = form[1:].islower() and parse.forms[token + 1 : token + 2] != ("-",)  # neither "M23" nor "Houthi-run"
    return form[0].isupper() and (not plain or parse.sentence_of(token).start < token)


def _label(sense: Sense, book: PartyBook) -> str:
    """Return the label of a codebook's name."""
    if sense.sort in {"adjective", "people"}:
        return "group"
    if sense.sort == "person":
        return "person"
    if sense.sort == "capital" or sense.party in book.states:
        return "place"
    return "organisation"


def _entities(parse: Parse, words: NameWords) -> Iterator[Name]:
    """Yield the parser's entities, trimmed of articles, titles of courtesy and possessive marks."""
    index = 0
    while index < len(parse):
        label = parse.entities[index]
        after = index + 1
        while after < len(parse) and parse.entities[after] == label and not parse.entity_starts[after]:
            after += 1
        if label in LABELS:
            tokens = _trimmed(parse, index, after, words.courtesy)
            seated = label == "PERSON" and _is_seated(parse, tokens, words.placed)
            if seated:
                yield Name(tokens.start, tokens.start + 1, "place")
                tokens = tokens[1:]
            capital = any(not parse.forms[token].islower() for token in tokens)
            if tokens and capital and parse.forms[tokens.start].lower() not in _CALENDAR:
                yield Name(tokens.start, tokens.stop, LABELS[label])
        index = after


def _is_seated(parse: Parse, tokens: range, placed: Words) -> bool:
    """Tell whether a name of three words begins with where its bearer serves ("the mayor of Kotli Nasir Rafiq")."""
    first = tokens.start
    return (
        len(tokens) > 2
        and first > 1
        and parse.forms[first - 1].lower() == "of"
        and parse.lemmas[first - 2].lower() in placed
        and parse.tags[first - 2] in {"NN", "NNP"}  # residents are many, a mayor is one
    )


def _trimmed(parse: Parse, first: int, after: int, courtesy: Words) -> range:
    """Return the tokens of a name without article, courtesy title, closing possessive or punctuation."""
    while first < after:
        form = parse.forms[first].lower()
        if form not in _ARTICLES and form not in courtesy and parse.pos[first] != "PUNCT":
            break
        first += 1
    while first < after and (parse.tags[after - 1] == "POS" or parse.pos[after - 1] in {"PUNCT", "PART"}):
        after -= 1
    return range(first, after)


def _weighed(
    parse: Parse, entity: Name, inside: Sequence[Name], covered: dict[int, Phrase], courtesy: Words
) -> list[Name]:
    """Return what stands where an entity and known names overlap."""
    entity = _without_title(parse, entity, covered)
    if inside and inside[0].first == entity.first and _is_tail(parse, range(inside[0].after, entity.after)):
        return list(inside)
    if not inside:
        return [] if _only_roles(parse, entity, (), covered) else [entity]
    if any(name.first <= entity.first and entity.after <= name.after for name in inside):
        return list(inside)
    if _lies_within(parse, entity, inside):
        return [entity]
    if entity.label == "person":
        return _person_among(parse, entity, inside, courtesy)
    if entity.label in {"place", "group"} or _only_roles(parse, entity, inside, covered):
        return list(inside)
    if any(name.label == "person" for name in inside):
        return list(inside)
    return _after_seat(parse, entity, inside[0]) or [entity]


def _after_seat(parse: Parse, entity: Name, seat: Name) -> list[Name]:
    """Return a seat and the person named after it, taken for one body: "ambassador to Manila | Jane Roe"."""
    sent = parse.forms[max(entity.first - 1, 0)].lower() == "to" and seat.first == entity.first
    named = entity.after - seat.after in {2, 3} and all(
        parse.pos[t] == "PROPN" for t in range(seat.after, entity.after)
    )
    return [seat, Name(seat.after, entity.after, "person")] if sent and named and seat.label == "place" else []


def _is_tail(parse: Parse, tokens: range) -> bool:
    """Tell whether what follows a known name is its short form and a common noun ("... Operations (UKMTO) agency")."""
    forms = [parse.forms[token] for token in tokens]
    return forms[:1] == ["("] and ")" in forms and all(form.islower() for form in forms[forms.index(")") + 1 :])


def _lies_within(parse: Parse, entity: Name, inside: Sequence[Name]) -> bool:
    """Tell whether a word that elsewhere means a people or capital lies in a longer name ("Datu Saudi Ampatuan")."""
    only = inside[0]
    if len(inside) > 1 or only.after - only.first > 1 or entity.first == only.first:
        return False
    if only.label == "group":
        return entity.label in {"place", "person"} and only.after < entity.after
    capital = only.sense is not None and only.sense.sort == "capital"
    return capital and entity.label == "place" and not parse.forms[entity.first].islower()


def _without_title(parse: Parse, entity: Name, covered: dict[int, Phrase]) -> Name:
    """Return a person's name without the office before it, or its charge ("minister for | Trade Jane Roe")."""
    first = entity.first
    phrase = covered.get(first)
    if phrase and phrase.first < first and entity.label == "organisation" and entity.after - phrase.after > 1:
        return Name(phrase.after, entity.after, "person")  # "Superintendent of | Police John Roe"
    while entity.label == "person" and first in covered and covered[first].after < entity.after:
        first = covered[first].after
    named = entity.label == "person" or (entity.label == "organisation" and parse.deps[entity.after - 1] == "nsubj")
    if named and entity.after - first > 2 and parse.forms[first - 1 : first] == ("for",) and first - 2 in covered:
        return Name(first + 1, entity.after, "person")
    return Name(first, entity.after, entity.label)


def _person_among(parse: Parse, entity: Name, inside: Sequence[Name], courtesy: Words) -> list[Name]:
    """Return a person's name and the known names around it: an adjective before it is no part of it."""
    whole = next((name for name in inside if name.sense and name.sense.sort == "person"), None)
    if whole:
        return list(inside)
    first = inside[0]
    whole_name = first.label == "group" or entity.after - first.after > 1  # "Twitter Jane Roe", not "Chad Roe"
    if first.first <= entity.first and whole_name and first.after < entity.after:
        tokens = _trimmed(parse, first.after, entity.after, courtesy)
        return [first, *([Name(tokens.start, tokens.stop, "person")] if tokens else [])]
    if first.first < entity.first:  # a known name reaches in from the left
        return list(inside)
    return [entity] if entity.after - entity.first > 1 else list(inside)


def _only_roles(parse: Parse, entity: Name, inside: Sequence[Name], covered: dict[int, Phrase]) -> bool:
    """Tell whether an entity is nothing but known names, role phrases and words that link them."""
    ends = {name.first: name.after for name in inside}
    index, roles = entity.first, 0
    while index < entity.after:
        if index in ends:
            index = ends[index]
        elif index in covered:  # which may go on beyond the entity
            index, roles = covered[index].after, roles + 1
        elif parse.forms[index].lower() in _LINKS:
            index += 1
        else:
            return False
    return roles > 0


def _disjoint(names: Sequence[Name]) -> list[Name]:
    """Return names in text order, the earlier and longer one where two overlap."""
    kept: list[Name] = []
    for name in sorted(names, key=lambda n: (n.first, -n.after)):
        if not kept or name.first >= kept[-1].after:
            kept.append(name)
    return kept


def _with_persons(parse: Parse, names: Sequence[Name], book: PartyBook, barred: set[int]) -> list[Name]:
    """Return the names with those of this text's persons relabelled, and those that no entity covers added."""
    taken = {token for name in names for token in range(name.first, name.after)}
    behind = {parse.bracketed(name.after) for name in names if name.label == "organisation"}
    shorts = {short for short in behind if short and len(short) > 1 and short.isupper()}
    again = [Name(t, t + 1, "organisation") for t, form in enumerate(parse.forms) if form in shorts and t not in taken]
    names = [*names, *(name for name in again if name.first not in barred)]
    taken.update(name.first for name in again)
    kept = [*names, *_subjects(parse, taken, barred)]
    taken.update(token for name in kept[len(names) :] for token in range(name.first, name.after))
    kept = [Name(name.first, name.after, "person") if _says(parse, name, book.words.saying) else name for name in kept]
    full = [name for name in kept if name.label == "person" and name.after - name.first > 1]
    spoken = {surname(parse.forms[at]) for name in full for at in (name.first, name.after - 1)}
    kept = [_relabelled(parse, name, spoken, book) for name in kept]
    for token, tag in enumerate(parse.pos):
        if tag == "PROPN" and token not in taken and surname(parse.forms[token]) in spoken:
            kept.append(Name(token, token + 1, "person"))
    return sorted(kept, key=lambda name: name.first)


def _subjects(parse: Parse, taken: set[int], barred: set[int]) -> Iterator[Name]:
    """Yield the capitalised words of two and more that are a verb's subject but that no entity covers, as persons."""
    for token, dep in enumerate(parse.deps):
        if dep != "nsubj" or parse.pos[token] != "PROPN" or token in taken or token in barred:
            continue
        first = token
        while first and parse.pos[first - 1] == "PROPN" and first - 1 not in taken | barred:
            first -= 1
        if first < token and all(parse.forms[at][0].isupper() for at in range(first, token + 1)):
            yield Name(first, token + 1, "person")


def _stands_for_place(parse: Parse, token: int, spoken: set[str], book: PartyBook) -> bool:
    """Tell whether a word taken for a person stands where a place does ("in X", "the governor of X")."""
    form = parse.forms[token]
    if token < 2 or surname(form) in spoken or book.holders.is_surname(form):
        return False
    before = parse.forms[token - 1].lower()
    return before in _WHERE or (before == "of" and parse.lemmas[token - 2].lower() in book.words.placed)


def _says(parse: Parse, name: Name, saying: Words) -> bool:
    """Tell whether a name of up to three capitalised words, no organisation's, is the subject of a verb of saying."""
    last = name.after - 1
    return (
        name.label in {"place", "group", "event", "other"}
        and name.sense is None
        and 1 < name.after - name.first <= 3
        and parse.deps[last] == "nsubj"
        and parse.lemmas[parse.heads[last]] in saying
        and all(parse.pos[at] == "PROPN" for at in range(name.first, name.after))
    )


def _relabelled(parse: Parse, name: Name, spoken: set[str], book: PartyBook) -> Name:
    """Return a one-word name that is a person's surname as a person, a misspelt state as that state."""
    if name.sense:
        return name
    if name.after - name.first > 1:
        return name
    form = parse.forms[name.first]
    near = book.nearest(form) if surname(form) not in spoken else None
    if near:
        return Name(name.first, name.after, _label(near, book), near)
    if name.label == "person":
        return Name(name.first, name.after, "place") if _stands_for_place(parse, name.first, spoken, book) else name
    if surname(form) in spoken or (form[0].isupper() and book.holders.is_surname(form)):
        return Name(name.first, name.after, "person")
    return name
