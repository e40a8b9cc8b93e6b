"""Tell what a name of a place does in its sentence: stand for the place, or for those who act there."""

from __future__ import annotations

from dataclasses import dataclass

from standoff.codebook.load import Codebook
from standoff.grounding.places.fates import undergoes
from standoff.model.grounding import PlaceRole
from standoff.model.parse import Parse

_WITHIN = frozenset(
    {
        "in", "at", "near", "inside", "within", "across", "throughout", "into", "onto", "around", "outside", "through",
        "along", "off", "beyond", "above", "below", "beside", "amid", "via", "past", "up", "down", "under", "out",
    }
)  # fmt: skip
_AGENTIVE = frozenset({"with", "by", "against", "between", "among", "for", "about", "upon", "behind", "despite", "like",
                       "including", "versus", "without", "than", "as"})  # fmt: skip
_SUBJECT = frozenset({"nsubj", "nsubjpass", "csubj", "agent"})
_MODIFIER = frozenset({"compound", "nmod", "amod", "poss", "nummod"})
_NAMED = frozenset({"ORG", "EVENT", "LAW", "WORK_OF_ART", "PRODUCT", "PERSON"})
_DASHES = frozenset({"—", "–", "--", "-", "(", ","})
_FAR = 6


@dataclass(frozen=True, slots=True)
class Setting:
    """Hold a name's tokens `[first, after)`, its head, and what the codebook says of its words."""

    parse: Parse
    first: int
    after: int
    head: int
    political: bool
    adjective: bool
    building: bool


def stands_for_place(parse: Parse, start: int, stop: int, codebook: Codebook) -> bool:
    """Tell whether the name at `[start, stop)` code points stands for a place, be it as an adjective of land."""
    tokens = parse.tokens_in(start, stop)
    if not len(tokens):
        return True
    where = setting(parse, tokens, codebook)
    role = role_in(where, codebook)
    return role == "literal" or (role == "adjectival" and on_ground(where, codebook))


def setting(parse: Parse, tokens: range, codebook: Codebook) -> Setting:
    """Gather what a role is told by."""
    last = tokens.stop - 1
    if parse.tags[last] == "POS" and len(tokens) > 1:
        tokens = range(tokens.start, last)
    head = next((t for t in tokens if parse.heads[t] == t or parse.heads[t] not in tokens), tokens.stop - 1)
    text = " ".join(parse.forms[t] for t in tokens).replace(" - ", "-").replace(" 's", "'s")
    senses = codebook.parties.names.meanings(text)
    sorts = {sense.sort for sense in senses}
    political = any(s.sort in ("name", "capital") and s.party in codebook.parties.states for s in senses)
    places = codebook.places.find(text)
    political = political or any(place.kind == "breakaway_state" for place in places)
    political = political and not any(place.kind == "disputed_region" for place in places)  # fought over, rarely acting
    adjective = bool(sorts & {"adjective", "people"})
    adjective = adjective or (parse.tags[head] in ("JJ", "NNPS") and parse.entities[head] not in ("GPE", "LOC", "FAC"))
    people = parse.tags[head] in ("JJ", "NNPS", "NNS") or not places
    adjective = adjective or (parse.entities[head] == "NORP" and people)
    building = any(place.kind == "building" for place in places)
    return Setting(parse, tokens.start, tokens.stop, head, political, adjective and not political, building)


def on_ground(where: Setting, codebook: Codebook) -> bool:
    """Tell whether an adjective or possessive names land: `Armenian territory`, `the Syrian side of the border`."""
    noun = _noun_owned(where)
    if noun is None and where.parse.deps[where.head] == "conj":
        noun = next((h for h in where.parse.ancestors(where.head) if where.parse.pos[h] == "NOUN"), None)
    if noun is None or _held_off(where):
        return False
    lemma, after = where.parse.lemmas[noun].lower(), noun + 1
    if lemma == "side":  # "the Syrian side of the border" is ground, "the Syrian side" a party
        return after < len(where.parse) and where.parse.forms[after].lower() == "of"
    return lemma not in ("border", "frontier") and lemma in codebook.places.heads.get("ground", frozenset())


def _held_off(where: Setting) -> bool:
    """Tell whether `pro-`, `anti-`, `non-` stand before an adjective: `a pro-Armenian territory` is not Armenia's."""
    before = where.parse.forms[where.first - 1] if where.first else ""
    return before == "-" and where.parse.forms[where.first - 2].lower() in ("pro", "anti", "non")


def role_in(where: Setting, codebook: Codebook) -> PlaceRole:
    """Return the role by the first rule that speaks."""
    embedded = _embedded(where, codebook)
    if embedded:
        return embedded
    if where.adjective:
        return "adjectival"
    if _dateline(where) or _area_of_one_before(where):
        return "literal"
    driven = _driven(where, codebook)
    if driven:
        return driven
    noun = _noun_owned(where)
    if noun is not None:
        return _owning(where, noun, codebook)
    return _argument(where, _first_conjunct(where), codebook)


def _embedded(where: Setting, codebook: Codebook) -> PlaceRole | None:
    """Return a role where the name is part of a longer name of a body, treaty, event or person."""
    parse, last = where.parse, where.after - 1
    label = parse.entities[last]
    after = where.after
    seat = after < len(parse) and parse.forms[after].lower() in codebook.places.heads.get("seat", frozenset())
    if seat and (parse.forms[after][:1].isupper() or parse.deps[where.head] == "compound"):
        return "org_embedded"
    if label not in _NAMED or parse.entities[where.first] != label:
        return None
    entity = _entity(parse, last)
    if entity.start >= where.first and entity.stop <= after:
        return None
    return "associative" if where.political or where.adjective else "org_embedded"


def _entity(parse: Parse, token: int) -> range:
    """Return the tokens of the entity that holds a token, without an article before or a possessive mark behind."""
    first, after, label = token, token + 1, parse.entities[token]
    while first > 0 and not parse.entity_starts[first] and parse.entities[first - 1] == label:
        first -= 1
    while after < len(parse) and parse.entities[after] == label and not parse.entity_starts[after]:
        after += 1
    while first < after and parse.tags[first] == "DT":
        first += 1
    while after > first and parse.tags[after - 1] in ("POS", ".", ",", ":"):
        after -= 1
    return range(first, after)


def _driven(where: Setting, codebook: Codebook) -> PlaceRole | None:
    """Return the role of a name in a compound with a hyphen: `Russia-led` acts, `Beirut-based` is a place."""
    parse, after = where.parse, where.after
    if after + 1 >= len(parse) or parse.forms[after] != "-":
        return None
    return "metonymic" if parse.forms[after + 1].lower() in codebook.places.heads.get("driven", frozenset()) else None


def _dateline(where: Setting) -> bool:
    """Tell whether a name stands before a dash or a bracketed agency, as datelines do: `TORONTO —`, `Yerevan (AFP)`."""
    parse, after = where.parse, where.after
    if after + 2 >= len(parse):
        return False
    if (parse.bracketed(after) or "").isupper():
        return True
    opens = where.first == parse.sentence_of(where.first).start or parse.forms[after] != ","
    return opens and parse.forms[where.first].isupper() and parse.forms[after] in _DASHES and not where.building


def _area_of_one_before(where: Setting) -> bool:
    """Tell whether a name stands behind a comma as the area of the place before it: `Durban, South Africa`."""
    parse, first = where.parse, where.first
    if first < 2 or parse.forms[first - 1] != ",":
        return False
    if parse.forms[first - 2].isupper() and len(parse.forms[first - 2]) > 3:
        return True
    if parse.deps[where.head] not in ("appos", "npadvmod", "dep"):
        return False
    return parse.entities[first - 2] in ("GPE", "LOC", "FAC")


def _noun_owned(where: Setting) -> int | None:
    """Return the noun that a name owns (`'s`) or modifies, or nothing."""
    parse = where.parse
    if parse.deps[where.head] not in _MODIFIER:
        return None
    noun = parse.heads[where.head]
    return noun if noun >= where.after and parse.pos[noun] in ("NOUN", "PROPN", "ADJ", "VERB") else None


def _owning(where: Setting, noun: int, codebook: Codebook) -> PlaceRole:
    """Return the role of a name that owns or modifies a noun."""
    heads = codebook.places.heads
    lemma = where.parse.lemmas[noun].lower()
    if lemma in heads.get("ground", frozenset()) or _place_named(where, noun):
        return "literal"
    if lemma in heads.get("seat", frozenset()):
        return "org_embedded"
    if where.building:
        return "metonymic"
    possessive = where.parse.deps[where.head] == "poss"
    if lemma in heads.get("body", frozenset()) or where.political:
        return "associative"
    return "associative" if possessive else "literal"


def _place_named(where: Setting, noun: int) -> bool:
    """Tell whether the noun owned is itself a place: `Armenia's Syunik`, `Ukraine's Donbas region`."""
    return where.parse.entities[noun] in ("GPE", "LOC", "FAC")


def _first_conjunct(where: Setting) -> int:
    """Return the first of coordinated or apposed names, whose part in the clause they share."""
    index = where.head
    for _ in range(_FAR):
        if where.parse.deps[index] not in ("conj", "appos"):
            break
        index = where.parse.heads[index]
    return index


def _argument(where: Setting, index: int, codebook: Codebook) -> PlaceRole:
    """Return the role of a name by its part in the clause."""
    parse = where.parse
    dep, governor = parse.deps[index], parse.heads[index]
    actor: PlaceRole = "metonymic"
    if dep in _SUBJECT:
        return _subject(where, governor, codebook)
    if dep in ("dobj", "dative", "oprd"):
        taken = parse.lemmas[governor].lower() in codebook.places.heads.get("taking", frozenset())
        return "literal" if taken or not (where.political or where.building) else actor
    if dep == "pobj":
        return _after_preposition(where, governor, codebook)
    if dep == "conj" or (dep in ("ROOT", "attr", "npadvmod", "dep", "appos", "ccomp", "advcl")):
        return "metonymic" if where.building and dep != "npadvmod" else "literal"
    return "metonymic" if where.political and dep in _MODIFIER else "literal"


def _subject(where: Setting, verb: int, codebook: Codebook) -> PlaceRole:
    """Return the role of a subject: states, capitals and seats act; towns and regions may just be there."""
    if undergoes(where.parse, where.head, codebook.places.heads):
        return "literal"
    parse, being = where.parse, codebook.places.heads.get("state_of_being", frozenset())
    lemma = parse.lemmas[verb].lower()
    if lemma in being:
        copular = lemma != "be" or any(
            parse.pos[child] in ("NOUN", "ADP")
            and parse.lemmas[child].lower() in codebook.places.heads["ground"] | _WITHIN
            for child in parse.children[verb]
            if child > verb
        )
        return "literal" if copular or not (where.political or where.building) else "metonymic"
    if where.political or where.building:
        return "metonymic"
    passive = any(parse.deps[child] in ("auxpass", "nsubjpass") for child in parse.children[verb])
    return "literal" if passive or parse.pos[verb] != "VERB" else "metonymic"


def _after_preposition(where: Setting, preposition: int, codebook: Codebook) -> PlaceRole:
    """Return the role of the object of a preposition."""
    parse, heads = where.parse, codebook.places.heads
    word = parse.forms[preposition].lower()
    governor = parse.heads[preposition]
    lemma = parse.lemmas[governor].lower()
    if word in _WITHIN:
        return "literal"
    if word in ("from", "to", "toward", "towards"):
        moving = lemma in heads.get("motion", frozenset()) or parse.forms[governor].lower() in ("from", "to")
        return "literal" if moving or not (where.political or where.building) else "metonymic"
    if word == "of":
        if lemma in heads.get("part", frozenset()) or lemma in heads.get("ground", frozenset()):
            return "literal"
        if lemma in heads.get("body", frozenset()) or where.political:
            return "associative"
        return "literal"
    if word in ("with", "between") and lemma in ("border", "frontier", "crossing", "road", "flight", "boundary"):
        return "literal"
    if word in ("on", "over"):
        hit = lemma in heads.get("taking", frozenset()) or lemma in ("sovereignty", "control", "march", "fly", "war")
        return "literal" if hit or not where.political else "metonymic"
    return "metonymic" if word in _AGENTIVE and (where.political or where.building) else "literal"
