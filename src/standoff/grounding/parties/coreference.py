"""Keep who was mentioned in a document, and find whom a pronoun or an anaphoric noun points back to."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from standoff.codebook.spelling import plain
from standoff.codebook.words import Words
from standoff.model.entity import PartyRef
from standoff.model.grounding import ResolvedFrom
from standoff.model.parse import Parse

_SPEAKING = 3.0  # who speaks in the sentence is seldom one of "both sides"
_LEADING = 1.5  # nor, less seldom, who does something while they are at odds
WINDOW = 40  # mentions looked back over: bounds the work of each pronoun
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_OBJECTS = frozenset({"dobj", "dative", "iobj"})
_MODIFYING = frozenset({"amod", "compound", "nmod"})
_MARKS = frozenset({('"',), ("“",), ("‘",), ("'",)})
_MODIFIER = 0.5  # "Russian rifles" hardly speaks of Russia
LEADING = 2.4  # weight of a subject, see Discourse._weight
_FADING = 1.1  # prominence that an entity loses with each sentence
_BREAK = 3.0  # and where another section begins
_LONGEST_HEADING = 4  # tokens
_MAIN = 3.0  # weight of the subject of a sentence's main verb
# "ROOT" is that of a heading, or of a verb that was taken for a participle: "Roe, the envoy, alleged that"
_WEIGHTS = {"ROOT": LEADING, "conj": 1.5, "appos": 1.2, "pobj": 1.2, "agent": 1.2} | dict.fromkeys(_OBJECTS, 1.6)
NO_GAINS: Mapping[str | None, float] = {}
_ABROAD = ("/embassy", "/ambassador", "/un_ambassador")
GROUP_KINDS = frozenset({"organisation", "armed_force", "group", "state", None})


@dataclass(frozen=True, slots=True)
class Resolved:
    """Hold what a mention stands for: parties, principal, how that was found, and the score with its features."""

    refs: tuple[PartyRef, ...]
    principal: PartyRef | None = None
    by: ResolvedFrom = "explicit"
    features: dict[str, float] = field(default_factory=dict)
    roles: frozenset[tuple[str, str]] = frozenset()  # (role, owner's id) that the party was said to have
    plural: bool = False
    gender: str | None = None

    @property
    def ref(self) -> PartyRef:
        """Return the first party."""
        return self.refs[0]

    def worded(self, words: frozenset[tuple[str, str]]) -> Resolved:
        """Return this with the words that the text calls it by."""
        return replace(self, roles=self.roles | words)

    @property
    def key(self) -> tuple[str, ...]:
        """Return what makes two resolutions the same entity."""
        return tuple(ref.party or ref.name for ref in self.refs)


@dataclass(slots=True)
class Entity:
    """Hold one entity of a document: what it is, where it was last mentioned, and how prominently."""

    resolved: Resolved
    token: int
    sentence: int
    weight: float
    verb: int
    count: int = 1
    quoted: bool = False
    spoke: bool = False
    roles: set[tuple[str, str]] = field(default_factory=set)
    gender: str | None = None

    @property
    def faintness(self) -> float:
        """Return what a mention loses for being quoted words, unnamed people, or whom somebody faces."""
        return (
            0.3 * self.quoted + 1.2 * ("unnamed" in self.resolved.features) + 2.0 * ("facing" in self.resolved.features)
        )

    @property
    def kind(self) -> str | None:
        """Return the kind of the (first) party."""
        return self.resolved.ref.kind

    @property
    def side(self) -> str | None:
        """Return the id of the party that this is, or whose part; several, unnamed persons and envoys tell of none."""
        ref, principal = self.resolved.ref, self.resolved.principal
        unnamed = self.kind == "person" and ref.party is None and "composed" in self.resolved.features
        if self.resolved.plural or unnamed or (ref.party or "").endswith(_ABROAD):
            return None
        return principal.party if principal else None


class Discourse:
    """Hold the entities of one document in order of last mention; every look-up reads at most `WINDOW` of them."""

    def __init__(self, parse: Parse, speech: Words = frozenset(), breaks: Sequence[int] = ()) -> None:
        self.parse = parse
        self._speech = speech
        self.entities: dict[tuple[str, ...], Entity] = {}
        self._speakers: list[Entity] = []
        self._tally: Counter[tuple[str, ...]] = Counter()
        self._sentence_of = _sentence_numbers(parse)
        self._breaks = [self.sentence(token) for token in breaks]

    def sentence(self, token: int) -> int:
        """Return the number of a token's sentence."""
        return self._sentence_of[token] if 0 <= token < len(self._sentence_of) else 0

    def _apart(self, one: int, other: int) -> bool:
        """Tell whether two sentences stand in different sections, each of which tells a matter of its own."""
        return bisect_right(self._breaks, one) != bisect_right(self._breaks, other)

    def mention(self, resolved: Resolved, token: int, quoted: bool = False) -> Entity:
        """Note that something was mentioned at a token."""
        key = resolved.key
        known = self.entities.pop(key, None)
        entity = Entity(resolved, token, self.sentence(token), self._weight(token), self._verb(token), quoted=quoted)
        if known:
            entity.count, entity.roles, entity.gender = known.count + 1, known.roles, known.gender
            faded = known.weight - _FADING * (entity.sentence - known.sentence)
            entity.weight = max(entity.weight, faded)  # "his remarks" makes nobody less prominent
            if known.resolved.by == "explicit":
                entity.resolved = known.resolved
        entity.roles |= resolved.roles
        entity.gender = resolved.gender or entity.gender
        self.entities[key] = entity
        self._tally[key] += 1
        if resolved.principal and (resolved.principal.party or resolved.principal.name,) != key:
            self._tally[(resolved.principal.party or resolved.principal.name,)] += 1
        if self.parse.deps[token] in SUBJECTS and self.speaks(token):
            entity.spoke = True
            self._speakers.append(entity)
        return entity

    def state_at(self, token: int) -> str | None:
        """Return the state of the person whose last mention is a token, or nothing."""
        for entity in self.recent():
            if entity.token == token:
                return entity.resolved.ref.state if entity.kind == "person" else None
        return None

    def since(self, name: str) -> float:
        """Return how long ago a person of a name was mentioned, in mentions of others; endless where never."""
        for ago, entity in enumerate(self.recent()):
            if any(plain(ref.name) == plain(name) for ref in entity.resolved.refs):
                return float(ago)
        return float("inf")

    def speaker_before(self, token: int) -> Entity | None:
        """Return who spoke last before the sentence of a token, an organisation rather than a person."""
        here = self.sentence(token)
        before = [e for e in self._speakers[-6:] if e.sentence < here and here - e.sentence <= 3]
        before = [e for e in before if not self._apart(e.sentence, here)]
        bodies = [e for e in before if e.kind != "person"]
        return (bodies or before)[-1] if before else None

    def voice_before(self, token: int) -> Entity | None:
        """Return who spoke last, up to two sentences before a token, if it is told for whom."""
        last = self._speakers[-1] if self._speakers else None
        here = self.sentence(token)
        near = last is not None and here - last.sentence <= 2 and not self._apart(last.sentence, here)
        return last if near and last and last.resolved.principal else None

    def going_on(self, token: int) -> str | None:
        """Return the id of the party for which who speaks at a token's verb goes on to speak after the last sentence.

        Nothing where another party is named between: "Seoul's envoy warned the north. The presidential office said".
        """
        here = self.sentence(token)
        if self.parse.deps[token] not in SUBJECTS or not self.speaks(token) or not self._speakers:
            return None
        last = self._speakers[-1]
        between = any(e.sentence == here and e.token < token for e in self.recent())
        after = last.sentence == here - 1 and not self._apart(last.sentence, here)
        return last.side if after and not between else None

    def speaker_over(self, token: int) -> str | None:
        """Return the state of the person who is subject of a verb over a token: "Roe has told the minister that"."""
        for above in self.parse.ancestors(token):
            for subject in self.parse.children_of(above, "nsubj"):
                if subject < token and subject != token and (state := self.state_at(subject)) is not None:
                    return state
        return None

    def party_over(self, token: int) -> str | None:
        """Return the party for which the subject of a verb over a token speaks: "the ministry said its minister"."""
        above = set(self.parse.ancestors(token))
        for entity in self.recent():
            head = self.parse.heads[entity.token]
            if entity.token < token and head in above and self.parse.deps[entity.token] in SUBJECTS:
                principal = entity.resolved.principal
                return principal.party if principal and self.speaks(entity.token) else None
        return None

    def recent(self) -> Iterator[Entity]:
        """Yield entities, the last mentioned first, within the window."""
        for index, entity in enumerate(reversed(self.entities.values())):
            if index >= WINDOW:
                return
            yield entity

    def best(
        self, token: int, fits: Callable[[Entity], bool], reach: int = 6, gains: Mapping[str | None, float] = NO_GAINS
    ) -> Entity | None:
        """Return the most prominent fitting entity mentioned up to `reach` sentences before a token.

        `gains` adds to the prominence of parties by id; see `_weight` for the scale.
        """
        here = self.sentence(token)
        best: Entity | None = None
        high = float("-inf")
        for entity in self.recent():
            distance = here - entity.sentence
            if distance > reach or not fits(entity):
                continue
            score = self.prominence(entity, here)
            score += gains.get(entity.resolved.ref.party, 0.0) if gains else 0.0
            if score > high:
                best, high = entity, score
        return best

    def prominence(self, entity: Entity, here: int) -> float:
        """Return how prominent an entity is in a sentence: by its last mention, by how often it was told of."""
        faded = entity.weight - _FADING * (here - entity.sentence) - _BREAK * self._apart(entity.sentence, here)
        return faded + min(entity.count, 5) * 0.12 + 0.4 * entity.spoke - entity.faintness

    def pair(self, token: int, kinds: frozenset[str | None], reach: int = 8) -> tuple[Entity, Entity] | None:
        """Return the two entities of some kinds, apart from each other, that the text has spoken of most, lately.

        Who does something to the two ("Algeria urged both sides") is neither of them.
        """
        here = self.sentence(token)
        near = [e for e in self.recent() if here - e.sentence <= reach]
        doers = {_side(e) for e in near if self._does(token, e)}
        speaking = {_side(e) for e in near if e.sentence == here and e.spoke}
        leading = {_side(e) for e in near if e.sentence == here and self._leads(token, e)}
        fitting = [e for e in near if e.kind in kinds and len(e.resolved.refs) == 1 and _side(e) not in doers]

        def remote(entity: Entity) -> float:
            penalty = _SPEAKING if _side(entity) in speaking else _LEADING if _side(entity) in leading else 0.0
            return self._remoteness(entity, here) + penalty

        fitting.sort(key=lambda e: (remote(e), -e.token))
        other = next((e for e in fitting[1:] if _side(e) != _side(fitting[0])), None)
        return None if other is None else _in_order(fitting[0], other)

    def _remoteness(self, entity: Entity, here: int) -> float:
        """Return how little a party is talked of lately."""
        apart = _BREAK * self._apart(entity.sentence, here)
        return 0.4 * (here - entity.sentence) + apart - self._tally[entity.resolved.key]

    def same_clause(self, token: int, entity: Entity) -> bool:
        """Tell whether a mention at a token and an entity's last mention are arguments of one verb."""
        verb = self._verb(token)
        if verb < 0 or self.parse.deps[token] == "poss":
            return False
        return verb == entity.verb or self._shares_subject(verb, entity)

    def _shares_subject(self, verb: int, entity: Entity) -> bool:
        """Tell whether an entity is also the subject of a verb that has none itself: "Roe rose and thanked him"."""
        parse = self.parse
        while parse.deps[verb] == "conj" and not parse.children_of(verb, *SUBJECTS):
            verb = parse.heads[verb]
            if verb == entity.verb:
                return parse.deps[entity.token] in SUBJECTS
        return False

    def _leads(self, token: int, entity: Entity) -> bool:
        """Tell whether an entity is the subject of a verb above a token: "Russia voiced concern over the foes' war"."""
        if self.parse.deps[entity.token] not in SUBJECTS:
            return False
        return self.parse.heads[entity.token] in self.parse.ancestors(token)

    def _does(self, token: int, entity: Entity) -> bool:
        """Tell whether an entity was last named in the subject of the verb over a token, or in its relative clause."""
        verb = self._verb(token)
        subjects = self.parse.children_of(verb, *SUBJECTS) if verb >= 0 else []
        return any(subject in (entity.token, *self.parse.ancestors(entity.token)) for subject in subjects)

    def _verb(self, token: int) -> int:
        """Return the verb a token is an argument of, or -1."""
        dep = self.parse.deps[token]
        if dep in SUBJECTS | _OBJECTS:
            return self.parse.heads[token]
        if dep == "pobj":
            above = self.parse.heads[self.parse.heads[token]]
            return above if self.parse.pos[above] in {"VERB", "AUX"} else -1
        return -1

    def _weight(self, token: int) -> float:
        """Return how prominent a mention is by its place in the sentence."""
        token = self._nicknamed(token)
        dep = self.parse.deps[token]
        if dep == "appos":  # "the gang's leader, Roe, said": as prominent as what it stands beside
            token = self.parse.heads[token]
            dep = self.parse.deps[token] if self.parse.deps[token] in SUBJECTS else "appos"
            if self._lacks_subject(token):
                return _MAIN
        if dep in SUBJECTS or self._heads_entry(token):
            main = dep not in SUBJECTS or self.parse.deps[self.parse.heads[token]] == "ROOT"
            return _MAIN if main else LEADING
        if dep == "pobj" and self._rules_subject(token):
            return LEADING
        return _MODIFIER if dep in _MODIFYING else _WEIGHTS.get(dep, 1.0)

    def _nicknamed(self, token: int) -> int:
        """Return the token of the nickname on which a name hangs, else the name's ('John Roe "Bobo" said')."""
        head = self.parse.heads[token]
        quoted = self.parse.deps[token] in _MODIFYING and self.parse.forms[token + 1 : head] in _MARKS
        return head if quoted else token

    def _heads_entry(self, token: int) -> bool:
        """Tell whether a name and a colon open a sentence: "Roe: In parliament he said that"."""
        opens = token - self.parse.sentence_of(token).start < _LONGEST_HEADING
        return (
            opens
            and self.parse.entities[token] in {"PERSON", "ORG"}
            and self.parse.forms[token + 1 : token + 2] == (":",)
        )

    def _rules_subject(self, token: int) -> bool:
        """Tell whether a token names who leads the subject of a sentence ("the company, led by Roe, said")."""
        deps, heads = self.parse.deps, self.parse.heads
        clause = heads[heads[token]]
        return deps[heads[token]] == "agent" and deps[clause] == "acl" and deps[heads[clause]] in SUBJECTS

    def _lacks_subject(self, token: int) -> bool:
        """Tell whether a token hangs on an opening clause whose main verb has no subject: "Asked by X, Roe denied"."""
        parse = self.parse
        verb = next((above for above in parse.ancestors(token) if parse.pos[above] == "VERB"), None)
        if verb is None or parse.deps[verb] != "advcl" or parse.heads[verb] <= token:
            return False
        return not parse.children_of(parse.heads[verb], *SUBJECTS)

    def speaks(self, token: int) -> bool:
        """Tell whether the verb over a subject is one of speech or takes a clause as what is said."""
        verb = self.parse.heads[token]
        return self.parse.lemmas[verb].lower() in self._speech or any(
            self.parse.deps[child] in {"ccomp", "parataxis"} for child in self.parse.children[verb]
        )


def _side(entity: Entity) -> tuple[str, ...]:
    """Return the key of whom an entity stands for: an army for its state, else itself."""
    principal = entity.resolved.principal
    return (principal.party or principal.name,) if principal else entity.resolved.key


def _in_order(one: Entity, other: Entity) -> tuple[Entity, Entity]:
    """Return two entities in the order of their last mentions."""
    return (one, other) if one.token <= other.token else (other, one)


def _sentence_numbers(parse: Parse) -> list[int]:
    """Return the number of each token's sentence."""
    numbers: list[int] = []
    for number, sentence in enumerate(parse.sentences()):
        numbers.extend([number] * len(sentence))
    return numbers
