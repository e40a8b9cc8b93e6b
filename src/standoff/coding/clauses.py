"""Read clauses off a dependency parse: subjects (shared, controlled, relative), objects, complements."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from standoff.model.parse import Parse

NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
VERBAL = frozenset({"VERB", "AUX"})
RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})
# Nouns that count out what follows `of`.
# fmt: off
QUANTIFIERS = frozenset({
    "some", "part", "all", "most", "number", "dozen", "dozens", "hundred", "hundreds", "thousand", "thousands", "one",
    "group", "batch", "majority", "handful", "couple", "score", "scores", "many", "several", "bulk", "rest", "half",
    "any", "none", "few", "lot", "team", "wave", "million", "tens", "ten", "each", "remainder", "third", "quarter",
    "both",
})
# fmt: on
_WHITHER = frozenset(
    {"to", "from", "into", "out", "at", "in", "near"}
)  # links to a place, on which a parser may hang the agent after it
_BESIDE = frozenset({"along", "together"})
_DEPTH = 6
_OWN_DEED = frozenset({"promise", "summon"})  # "summoned the envoy to protest": who summons protests


@dataclass(frozen=True, slots=True)
class Complement:
    """Hold a prepositional complement: the preposition, its token and the token it governs."""

    prep: str
    token: int
    noun: int


@dataclass(frozen=True, slots=True)
class Clause:
    """Hold what stands around a verb or noun: logical subjects and objects, prepositional complements and modifiers.

    A passive verb's grammatical subject is among the objects, its by-agent among the subjects.
    """

    subjects: tuple[int, ...]
    objects: tuple[int, ...]
    complements: tuple[Complement, ...]
    modifiers: tuple[int, ...]
    passive: bool


def conjuncts(parse: Parse, token: int) -> Iterator[int]:
    """Yield a noun, what it counts out (`some of its troops`) and the nouns coordinated with it, in order."""
    waiting = [token]
    while waiting:
        noun = waiting.pop()
        yield noun
        if parse.lemmas[noun].lower() in QUANTIFIERS or parse.pos[noun] == "NUM":
            preps = (c for c in parse.children_of(noun, "prep") if parse.forms[c].lower() == "of")
            yield from (under for prep in preps for under in parse.children_of(prep, "pobj"))
        waiting.extend(c for c in reversed(parse.children_of(noun, "conj")) if parse.pos[c] in NOMINAL)


def complements(parse: Parse, token: int) -> Iterator[Complement]:
    """Yield the complements of a token by preposition, nested ones (`out of`) too; clauses are `inf`, `that` ..."""
    for child in parse.children[token]:
        if parse.deps[child] in ("prep", "agent", "dative", "prt", "advmod") and parse.pos[child] in (
            "ADP",
            "SCONJ",
            "ADV",
        ):
            yield from _of_preposition(parse, child)
        elif parse.deps[child] in ("xcomp", "ccomp", "advcl", "acl") and _infinitive(parse, child):
            yield Complement("inf", child, child)
        elif parse.deps[child] == "ccomp":
            yield Complement("that", child, child)
            if parse.tags[child] == "VB" and not parse.children_of(child, "aux"):
                yield Complement("subjunctive", child, child)  # "insists that it withdraw", not "that it withdrew"


def _of_preposition(parse: Parse, prep: int) -> Iterator[Complement]:
    """Yield what a preposition governs, what a nested one does (`out of`), and a second one (`with X and with Y`)."""
    for under in parse.children[prep]:
        if parse.deps[under] in ("pobj", "pcomp"):
            yield Complement(_link(parse, prep), prep, under)
        elif parse.deps[under] == "prep" or (parse.deps[under] == "conj" and parse.pos[under] == "ADP"):
            for last in parse.children_of(under, "pobj", "pcomp"):
                yield Complement(_link(parse, under), under, last)


def _link(parse: Parse, prep: int) -> str:
    """Return a preposition's word; who stands `along with` somebody is only beside him, no partner of his."""
    beside = prep > 0 and parse.forms[prep - 1].lower() in _BESIDE
    return "beside" if beside else parse.forms[prep].lower()


def is_passive(parse: Parse, verb: int) -> bool:
    """Tell whether a verb is passive: an auxiliary says so, or it is a past participle that follows its noun."""
    for _ in range(_DEPTH):
        deps = {parse.deps[child] for child in parse.children[verb]}
        if deps & {"auxpass", "nsubjpass"}:
            return True
        bare = parse.tags[verb] == "VBN" and not deps & {"aux", "nsubj", "dobj"}
        if parse.tags[verb] == "VBN" and "nsubj" in deps and not deps & {"aux", "dobj", "ccomp", "xcomp", "cop"}:
            return True  # in a heading: "Freighter sunk off Aden"
        if parse.deps[verb] != "conj" or not bare or parse.heads[verb] == verb:
            return bare and parse.deps[verb] in ("acl", "advcl", "ROOT")
        verb = parse.heads[verb]
    return False


def clause_of_verb(parse: Parse, verb: int) -> Clause:
    """Return what stands around a verb."""
    passive = is_passive(parse, verb)
    around = tuple(complements(parse, verb))
    surface = surface_subjects(parse, verb)
    objects = [o for child in parse.children_of(verb, "dobj", "oprd") for o in conjuncts(parse, child)]
    if passive:
        agents = list(_agents(parse, around)) or [
            n for c in around if c.prep in _WHITHER for n in _agents(parse, complements(parse, c.noun))
        ]
        dropped = surface if not objects else []
        return Clause(tuple(agents), tuple(dropped or surface), around, (), passive=True)
    if parse.tags[verb] == "VBG" and not objects and parse.deps[verb] in ("pcomp", "pobj"):
        surface = [n for c in around if c.prep == "by" for n in conjuncts(parse, c.noun)] or surface  # "shelling by X"
    objects = [_antecedent(parse, verb, o) for o in objects]
    if not objects and parse.deps[verb] == "relcl" and _gap(parse, verb):
        objects = [parse.heads[verb]]
    objects += [child for child in parse.children_of(verb, "dative") if parse.pos[child] in NOMINAL]
    objects += _left(parse, verb)
    return Clause(tuple(surface), tuple(objects), around, (), passive=False)


def _agents(parse: Parse, around: Iterable[Complement]) -> Iterator[int]:
    """Yield who follows `by`."""
    named = (c.noun for c in around if c.prep == "by" and parse.pos[c.noun] in NOMINAL)
    yield from (n for noun in named for n in conjuncts(parse, noun))


def _left(parse: Parse, verb: int) -> list[int]:
    """Return who is left or found in some state (`leaving at least a dozen people dead`)."""
    states = [c for c in parse.children_of(verb, "ccomp", "xcomp") if parse.pos[c] == "ADJ" and c > verb]
    return [n for state in states for s in parse.children_of(state, "nsubj") for n in conjuncts(parse, s)]


def clause_of_noun(parse: Parse, noun: int) -> Clause:
    """Return what stands around a noun: possessors and by-agents as subjects, of-complements as objects."""
    around = tuple(complements(parse, noun))
    mods = tuple(_paired(parse, parse.children_of(noun, "compound", "amod", "nmod", "poss")))
    subjects = [n for c in parse.children_of(noun, "poss") for n in conjuncts(parse, c)]
    subjects += [n for c in around if c.prep == "by" for n in conjuncts(parse, c.noun) if parse.pos[n] in NOMINAL]
    subjects = subjects or _next_agents(parse, noun)
    objects = [n for c in around if c.prep == "of" for n in conjuncts(parse, c.noun)]
    return Clause(tuple(subjects), tuple(objects), around, mods, passive=False)


def _paired(parse: Parse, modifiers: Iterable[int]) -> Iterator[int]:
    """Yield a noun's modifiers, and what a hyphen ties to one of them: `the India-Pakistan clashes`."""
    for token in modifiers:
        yield from tied(parse, token)
        yield token


def tied(parse: Parse, token: int) -> Iterator[int]:
    """Yield the name of another, or its adjective, that a hyphen ties to one: `Saudi-Emirati`, `India-Pakistan`."""
    other = token - 2
    tags = {parse.tags[token], parse.tags[other]} if other >= 0 else {""}
    if tags <= {"NNP", "JJ"} and parse.forms[token - 1] == "-" and parse.forms[other][:1].isupper():
        yield other


def _next_agents(parse: Parse, noun: int) -> list[int]:
    """Return who follows a noun after `by`, where a parser hangs it on the verb (`hurt by shelling by the army`)."""
    by = noun + 1
    if by >= len(parse) or parse.forms[by].lower() != "by" or parse.deps[by] not in ("prep", "agent"):
        return []
    return [n for under in parse.children_of(by, "pobj") for n in conjuncts(parse, under) if parse.pos[n] in NOMINAL]


def surface_subjects(parse: Parse, verb: int, depth: int = 0) -> list[int]:
    """Return the grammatical subjects of a verb, its own or those it shares or is controlled by."""
    own = parse.children_of(verb, "nsubj", "nsubjpass", "csubj")
    if own:
        named = (n for subject in own for n in conjuncts(parse, _antecedent(parse, verb, subject)))
        return [_antecedent(parse, verb, noun) for noun in named]  # "two of which hit the ship"
    if depth >= _DEPTH or parse.heads[verb] == verb:
        return []
    charged = _last_charge(parse, verb)
    return _shared_subjects(parse, verb, depth) if charged is None else surface_subjects(parse, charged, depth + 1)


def _shared_subjects(parse: Parse, verb: int, depth: int) -> list[int]:
    """Return the subjects a verb without its own takes from what governs it."""
    head, dep = parse.heads[verb], parse.deps[verb]
    if dep in ("acl", "relcl"):
        if parse.pos[head] in NOMINAL and not _infinitive(parse, verb):
            return list(conjuncts(parse, head))
        return _owners(parse, head, depth)
    if dep == "pcomp":
        governor = parse.heads[head]
        if parse.forms[head].lower() == "by":
            return _means(parse, governor, depth)
        if parse.pos[governor] in NOMINAL:
            return _owners(parse, governor, depth)
        head, dep = (
            governor,
            "of" if parse.forms[parse.heads[verb]].lower() in ("of", "from", "into", "for") else "pcomp",
        )
    if parse.pos[head] not in VERBAL:
        return surface_subjects(parse, head, depth + 1) if parse.pos[head] == "ADJ" else []
    if dep == "ccomp" and verb < head and parse.tags[verb] in ("VBD", "VBZ", "VBP"):
        return []  # told before its speaker, who is not the one to have done it
    if dep in ("xcomp", "ccomp", "of") and parse.lemmas[head].lower() not in _OWN_DEED:
        controlled = _controllers(parse, head)
        if controlled:
            return controlled
    return surface_subjects(parse, head, depth + 1)


def _last_charge(parse: Parse, verb: int) -> int | None:
    """Return the deed of a charge that a participle goes on with (`accused it of shelling Tissi, killing two`)."""
    if parse.deps[verb] != "advcl" or parse.tags[verb] != "VBG":
        return None
    deeds = [c.noun for c in complements(parse, parse.heads[verb]) if c.prep in ("of", "for")]
    return next((noun for noun in reversed(deeds) if noun < verb and parse.pos[noun] in VERBAL), None)


def _means(parse: Parse, governor: int, depth: int) -> list[int]:
    """Return who does something by some means: whoever an accusation names, else the governor's own subject."""
    if parse.deps[governor] == "dobj" and parse.pos[parse.heads[governor]] in VERBAL:
        governor = parse.heads[governor]  # "showed its weight by talking to both"
    accused = any(c.prep in ("of", "for") and parse.pos[c.noun] == "VERB" for c in complements(parse, governor))
    controlled = _controllers(parse, governor) if accused else []
    if not controlled and is_passive(parse, governor):
        return []  # "killed by shelling": the dead did not shell
    return controlled or (surface_subjects(parse, governor, depth + 1) if parse.pos[governor] in VERBAL else [])


def _controllers(parse: Parse, head: int) -> list[int]:
    """Return who is urged, forced or accused: the object, the passive's subject, or what follows `on` and `to`."""
    found = parse.children_of(head, "dobj", "dative") or parse.children_of(head, "nsubjpass")
    if not found:
        under = (c.noun for c in complements(parse, head) if c.prep in ("on", "upon", "to"))
        found = [noun for noun in under if parse.entities[noun] not in ("DATE", "TIME")]  # "agreed on Monday to ..."
    return [
        n for token in found if parse.pos[token] in NOMINAL for n in conjuncts(parse, _antecedent(parse, head, token))
    ]


def _owners(parse: Parse, noun: int, depth: int) -> list[int]:
    """Return whose decision, plan or attempt a noun is: its possessor, else the subject of the verb that governs it."""
    owners = parse.children_of(noun, "poss")
    if owners:
        return list(conjuncts(parse, owners[0]))
    head = parse.heads[noun]
    if head != noun and parse.deps[noun] in ("dobj", "pobj", "attr") and depth < _DEPTH:
        verb = head if parse.pos[head] in VERBAL else parse.heads[head]
        if parse.pos[verb] in VERBAL:
            return surface_subjects(parse, verb, depth + 1)
    return []


def _antecedent(parse: Parse, verb: int, token: int) -> int:
    """Return the noun a relative pronoun stands for, or the token itself."""
    if parse.forms[token].lower() not in RELATIVE or parse.tags[token] not in ("WP", "WDT", "WP$", "IN"):
        return token
    node = verb
    for _ in range(_DEPTH):
        if parse.deps[node] == "relcl":
            return parse.heads[node]
        if parse.heads[node] == node:
            break
        node = parse.heads[node]
    return token


def _gap(parse: Parse, verb: int) -> bool:
    """Tell whether a relative clause has its own subject and no relative subject, so that its noun is the object."""
    own = parse.children_of(verb, "nsubj")
    linked = (n for c in parse.children_of(verb, "prep") for n in parse.children_of(c, "pobj"))
    if parse.entities[parse.heads[verb]] in ("DATE", "TIME") or any(parse.forms[n].lower() in RELATIVE for n in linked):
        return False  # "the raid in which two died"
    return bool(own) and parse.forms[own[0]].lower() not in RELATIVE and not parse.children_of(verb, "dobj", "advmod")


def _infinitive(parse: Parse, verb: int) -> bool:
    """Tell whether a verb is an infinitive with `to`."""
    return any(parse.deps[c] == "aux" and parse.tags[c] == "TO" for c in parse.children[verb])
