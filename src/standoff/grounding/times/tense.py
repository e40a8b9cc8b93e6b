"""Tell whether the clause around a mark looks back or ahead, by its governing verb."""

from __future__ import annotations

from typing import Literal

from standoff.codebook.words import OutlookWords
from standoff.model.parse import Parse

Outlook = Literal["past", "future", "open"]

_AHEAD = frozenset({"will", "'ll", "wo", "shall"})
_FAR = 12


def outlook(parse: Parse, words: OutlookWords, token: int) -> Outlook:
    """Return where the clause of a token looks: the nearest verb above it that shows a tense decides."""
    if _due(parse, token):
        return "past" if _over(parse, token) else "future"
    index, steps = token, 0
    if parse.deps[token] == "poss" and parse.lemmas[parse.heads[token]].lower() not in words.scheduled:
        return "open"  # "Wednesday's ruling" has been given, whatever is to come of it
    while steps < _FAR:
        if parse.pos[index] in ("VERB", "AUX"):
            found = _verb(parse, words, index)
            if found != "open":
                return found
        if parse.heads[index] == index:
            break
        index, steps = parse.heads[index], steps + 1
    return "open"


def _due(parse: Parse, token: int) -> bool:
    """Tell whether `until`, `as soon as`, `as early as` stand right before a mark, which then lies ahead."""
    before = parse.forms[token - 1].lower() if token else ""
    if before in ("until", "till") and "from" in (form.lower() for form in parse.forms[max(0, token - 5) : token - 1]):
        return False  # "from Tuesday until Thursday they fought"
    return before in ("until", "till", "effective") or (
        token > 1 and before == "as" and parse.forms[token - 2].lower() in ("soon", "early", "late")
    )


def _over(parse: Parse, token: int) -> bool:
    """Tell whether the verb above `until Thursday` is a pluperfect: "until Thursday, they had not said so"."""
    verb = next((above for above in parse.ancestors(token) if parse.pos[above] in ("VERB", "AUX")), None)
    return verb is not None and any(parse.forms[child].lower() == "had" for child in parse.children[verb])


def _verb(parse: Parse, known: OutlookWords, verb: int) -> Outlook:
    """Return what one verb with its auxiliaries shows."""
    helpers = [child for child in parse.children[verb] if parse.deps[child] in ("aux", "auxpass")]
    words = {parse.forms[child].lower() for child in helpers}
    if words & _AHEAD or ("would" in words and "have" not in words):
        return "future"
    if parse.tags[verb] == "VBG" and parse.lemmas[verb] in known.expecting and words & {"was", "were"}:
        return "future"  # "they were planning to march on Monday" was still ahead when it was told
    if (
        parse.lemmas[verb] in known.expecting
        and parse.tags[verb] in ("VBN", "VBG", "VBZ", "VBP", "JJ")
        and _present(words)
    ):
        return "future"
    if parse.tags[verb] in ("VBZ", "VBP") and not words and _comes_due(parse, known, verb):
        return "future"
    if "to" in words:
        return _purpose(parse, known, verb)
    if words & {"was", "were", "had", "did", "has", "have"} or parse.tags[verb] == "VBD":
        return "past"
    # "the order issued Thursday", "the order, issued Thursday": a participle tells what is done
    return "past" if parse.tags[verb] == "VBN" and not helpers and parse.deps[verb] in ("acl", "advcl") else "open"


def _comes_due(parse: Parse, known: OutlookWords, verb: int) -> bool:
    """Tell whether a verb in the present tells of what is to come: `expires at midnight`, `takes effect on Monday`."""
    if parse.lemmas[verb] in known.lapsing:
        return True
    if parse.lemmas[verb] in known.itinerary and parse.tags[verb] == "VBZ":
        return parse.forms[parse.sentence_of(verb).stop - 1] in (".", ";")  # a headline tells what was done so
    beside = {parse.forms[child].lower() for child in parse.children[verb]}
    return (parse.lemmas[verb] == "take" and "effect" in beside) or (parse.lemmas[verb] == "run" and "out" in beside)


def _present(words: set[str]) -> bool:
    """Tell whether the auxiliaries are of the present or absent."""
    return not words & {"was", "were", "had"}


def _purpose(parse: Parse, known: OutlookWords, verb: int) -> Outlook:
    """Return what an infinitive shows: what is planned or expected lies ahead of its verb."""
    head = parse.heads[verb]
    if head != verb and (parse.lemmas[head] in known.expecting or parse.lemmas[head] == "be"):
        helpers = {parse.forms[c].lower() for c in parse.children[head] if parse.deps[c] in ("aux", "auxpass")}
        return "future" if _present(helpers) else "open"
    return "open"
