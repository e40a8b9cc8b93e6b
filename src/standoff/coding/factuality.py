"""Judge how sure and how real an event is for its own voice: negated, possible, planned, hypothetical or past."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from standoff.codebook.happenings import Effect
from standoff.model.event import Factuality, Frame
from standoff.model.parse import Parse

Outlooks = Mapping[tuple[str, str], Effect]

# Prepositions that carry a governor's outlook to what follows ("warned of an attack", "should be settled by talking");
# others ("after") do not.
# fmt: off
_CARRYING = frozenset({
    "for", "of", "to", "against", "about", "from", "on", "into", "at", "toward", "towards", "by", "through",
})
# fmt: on
_UP = frozenset(
    {"xcomp", "ccomp", "dobj", "pobj", "pcomp", "prep", "nsubjpass", "attr", "oprd", "acomp", "dative", "nsubj"}
)
_LOCAL = frozenset({"neg", "aux", "auxpass", "advmod", "mark", "det", "amod", "preconj", "cc", "predet", "npadvmod"})
_STEPS = 8
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})


@dataclass(frozen=True, slots=True)
class Outlook:
    """Hold the outcome: factuality, frame, and the words that decided it with their effects."""

    factuality: Factuality
    frame: Frame
    reasons: tuple[tuple[str, Effect], ...]


def judge(
    parse: Parse, token: int, outlooks: Outlooks, boundary: frozenset[int] = frozenset(), *, given: bool = False
) -> Outlook:
    """Return an event's outlook from its trigger upwards, as far as its own voice reaches.

    `boundary` holds cue tokens of the statement that is the voice: their negation and hedges belong to the outer voice.
    `given` tells that the trigger is a noun for what there was anyway: a demand that is rejected, a charge that is
    denied was made, and who failed to settle the dispute denies none.
    """
    reasons = _local(parse, token, outlooks)
    above = _climb(parse, token, outlooks, boundary)
    reasons += [reason for reason in above if reason[1] != "negative"] if given else above
    if boundary and not any(word in ("if", "unless") for word, _ in reasons):
        # in reported words `would` is `will` moved back
        reasons = [("would", "planned") if reason == ("would", "hypothetical") else reason for reason in reasons]
    return _summed(parse, token, reasons)


def _local(parse: Parse, token: int, outlooks: Outlooks, below: int = -1) -> list[tuple[str, Effect]]:
    """Return the effects of negations, modals, adverbs and marks that hang on a token, `below` aside."""
    found: list[tuple[str, Effect]] = []
    for child in parse.children[token]:
        if child == below:
            continue
        dep, form = parse.deps[child], parse.forms[child].lower()
        if dep in _LOCAL and (form, "m") in outlooks and not (dep == "cc" or (form == "not" and _but(parse, child))):
            found.append((form, outlooks[form, "m"]))
        elif dep in ("nsubj", "nsubjpass", "dobj") and _nobody(parse, child):
            found.append((form, "negative"))
        elif dep == "prep" and _neither(parse, child):
            found.append(("neither", "negative"))
    if _bare_future(parse, token):
        found.append(("to", "planned"))
    return found


def is_given(parse: Parse, noun: int, outlooks: Outlooks, *, said: bool) -> bool:
    """Tell whether what is said over a noun presupposes it: a speech that is turned down, a deed a full verb treats.

    `said` tells that the noun is one of speech. A deed is given where it is definite and its governor says nothing of
    it being so: `did not condemn the attack`, `no excuse for its raid`; but not in `denied the attack`.
    """
    node = parse.heads[noun] if parse.deps[noun] == "pobj" else noun
    head, dep = parse.heads[node], parse.deps[node]
    if head == node or dep not in ("dobj", "nsubjpass", "prep"):
        return False
    effect = _effect(parse, head, node, outlooks)
    if said:  # "rejected the offer", "did not reply to an offer"
        return effect is None if dep == "prep" else effect == "negative"
    definite = any(parse.forms[c].lower() in _DEFINITE for c in parse.children_of(noun, "det"))
    return effect is None and (definite or bool(parse.children_of(noun, "poss")))


def _neither(parse: Parse, prep: int) -> bool:
    """Tell whether a verb is denied at its adjunct: `crossed neither on Monday nor later`."""
    return any(parse.forms[c].lower() == "neither" for c in parse.children[prep]) or (
        prep > 0 and parse.forms[prep - 1].lower() == "neither"
    )


def _but(parse: Parse, child: int) -> bool:
    """Tell whether a `not` opens `not only`, which denies nothing."""
    return child + 1 < len(parse) and parse.forms[child + 1].lower() in ("only", "just", "merely")


def _nobody(parse: Parse, noun: int) -> bool:
    """Tell whether an argument says that there is none: `nobody`, `no troops`, `not one shell`, `none of them`."""
    before = parse.forms[noun - 1].lower() if noun else ""  # a parser may hang a first `No` on the verb
    if before == "no" or parse.forms[noun].lower() in ("nobody", "none", "nothing", "neither", "no-one"):
        return True
    return any(
        parse.forms[c].lower() in ("no", "neither", "not") and parse.deps[c] in ("det", "neg", "advmod", "preconj")
        for c in parse.children[noun]
    )


def _bare_future(parse: Parse, token: int) -> bool:
    """Tell whether a verb is what somebody `is to` or `are going to` do."""
    head = parse.heads[token]
    if parse.deps[token] != "xcomp" or head == token:
        return False
    to = any(parse.tags[c] == "TO" for c in parse.children_of(token, "aux"))
    return to and (parse.lemmas[head].lower() == "be" or (parse.forms[head].lower() == "going"))


def _climb(
    parse: Parse, token: int, outlooks: Outlooks, boundary: frozenset[int], left: int = _STEPS
) -> list[tuple[str, Effect]]:
    """Return the effects of what governs a token, up to the words that report it."""
    found: list[tuple[str, Effect]] = []
    node = token
    for steps in range(left, 0, -1):
        head, dep = parse.heads[node], parse.deps[node]
        if head == node:
            break
        if not (_carries(parse, node, found) or _links(parse, node, outlooks)):
            found += _shared(parse, node, outlooks, steps - 1)
            break
        if parse.forms[head].lower() == "without" and outlooks.get(("without", "m")) is not None:
            found.append(("without", outlooks["without", "m"]))
        effect = _effect(parse, head, node, outlooks)
        if effect is not None and effect != "plain" and dep != "nsubj":
            found.append((parse.lemmas[head].lower(), effect))
        cued = head in boundary and parse.pos[head] not in ("ADP", "SCONJ")  # the `for` of "called for an inquiry"
        if cued or (dep == "ccomp" and parse.pos[head] in ("VERB", "AUX")):
            break
        if parse.pos[head] not in ("ADP", "SCONJ"):
            found += _local(parse, head, outlooks, node)
        node = head
    return found


def _carries(parse: Parse, node: int, found: list[tuple[str, Effect]]) -> bool:
    """Tell whether a token's governor colours it."""
    dep, head = parse.deps[node], parse.heads[node]
    if dep in ("prep", "agent"):
        return parse.forms[node].lower() in _CARRYING
    if dep == "acl":
        that = any(parse.forms[c].lower() == "that" for c in parse.children_of(node, "mark"))
        return that or any(parse.tags[c] == "TO" for c in parse.children_of(node, "aux"))
    if dep == "advcl":
        return not found and not parse.children_of(node, "mark") and parse.tags[node] in ("VBG", "VBN", "VB")
    if dep in ("compound", "nmod"):
        return True
    if dep == "nsubj":
        return parse.pos[head] in ("VERB", "AUX") and parse.pos[node] in ("NOUN", "PROPN")
    return dep in _UP


def _links(parse: Parse, node: int, outlooks: Outlooks) -> bool:
    """Tell whether a preposition belongs to the word over it (`threatened her with death`)."""
    key = f"{parse.lemmas[parse.heads[node]].lower()} {parse.forms[node].lower()}"
    return parse.deps[node] == "prep" and (key, "v") in outlooks


def _shared(parse: Parse, node: int, outlooks: Outlooks, left: int) -> list[tuple[str, Effect]]:
    """Return the effects a coordinated verb without its own subject or auxiliary shares with the first.

    An auxiliary is shared only where both forms can follow it: "did not cross and took up" denies the first alone.
    """
    if parse.deps[node] != "conj":
        return []
    head = parse.heads[node]
    own = parse.children_of(node, "nsubj", "nsubjpass", "aux")
    if any(parse.tags[c] != "TO" for c in own):
        return _conditions(parse, head, outlooks)
    finite = parse.pos[node] in ("VERB", "AUX") and parse.tags[node] in ("VBD", "VBZ", "VBP")
    if parse.pos[head] not in ("VERB", "AUX", "NOUN") or finite or parse.tags[node][:2] != parse.tags[head][:2]:
        return []
    return _local(parse, head, outlooks, node) + _climb(parse, head, outlooks, frozenset(), left)


def _conditions(parse: Parse, head: int, outlooks: Outlooks) -> list[tuple[str, Effect]]:
    """Return the effects of the mark that a clause shares with those after it (`until it stops and the siege ends`)."""
    forms = (parse.forms[c].lower() for c in parse.children_of(head, "mark"))
    return [(form, effect) for form in forms if (effect := outlooks.get((form, "m"))) == "hypothetical"]


def _effect(parse: Parse, head: int, node: int, outlooks: Outlooks) -> Effect | None:
    """Return what a governing verb, noun or adjective does to what it governs."""
    lemma, pos = parse.lemmas[head].lower(), parse.pos[head]
    if pos in ("VERB", "AUX"):
        after = parse.forms[head + 1].lower() if head + 1 < len(parse) else ""
        link = parse.forms[node].lower() if parse.deps[node] == "prep" else after
        effect = outlooks.get((f"{lemma} {after}", "v")) or outlooks.get((f"{lemma} {link}", "v"))
        effect = effect or outlooks.get((lemma, "v"))
        if effect is None and any(parse.tags[c] == "TO" for c in parse.children_of(node, "aux")):
            effect = outlooks.get((lemma, "i"))
        complement = parse.deps[node] in ("xcomp", "ccomp", "dobj", "nsubjpass", "prep", "oprd", "dative")
        aside = parse.deps[node] == "ccomp" and node < head and effect == "negative"  # "It was renewed; two abstained"
        return effect if complement and not aside else None
    if pos == "NOUN":
        return outlooks.get((lemma, "n"))
    return outlooks.get((lemma, "a")) if pos == "ADJ" else None


def _summed(parse: Parse, token: int, reasons: list[tuple[str, Effect]]) -> Outlook:
    """Add effects up to a factuality and a frame."""
    effects = [effect for _, effect in reasons]
    negative = effects.count("negative") % 2 == 1
    frame: Frame = "actual"
    if "hypothetical" in effects or ("possible" in effects and not _perfect(parse, token) and _modal(reasons)):
        frame = "hypothetical"
    elif "planned" in effects:
        frame = "planned"
    elif "past" in effects:
        frame = "past"
    return Outlook(_factuality(effects, frame, negative=negative), frame, tuple(reasons))


def _factuality(effects: list[Effect], frame: Frame, *, negative: bool) -> Factuality:
    """Return a factuality value; what is only supposed is unknown, whatever its sign."""
    sign = "-" if negative else "+"
    if frame == "hypothetical":
        return "possible+" if "possible" in effects and not negative else "unknown"
    if "possible" in effects:
        return "possible-" if negative else "possible+"
    if "probable" in effects or frame == "planned":
        return "probable-" if negative else "probable+"
    return "certain-" if sign == "-" else "certain+"


def _modal(reasons: list[tuple[str, Effect]]) -> bool:
    """Tell whether a possibility rests on a modal verb, not on an adverb such as `allegedly`."""
    return any(word in ("may", "might", "could") for word, _ in reasons)


def _perfect(parse: Parse, token: int) -> bool:
    """Tell whether a verb is in the perfect (`may have downed`)."""
    return any(parse.lemmas[c].lower() == "have" for c in parse.children_of(token, "aux"))
