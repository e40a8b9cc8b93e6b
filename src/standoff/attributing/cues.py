"""Find reporting words: match the codebook's cues at their tokens, with auxiliaries and negation."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from standoff.attributing.sheet import Sheet
from standoff.codebook.acts import GAP, ActBook, CueEntry, CuePos

_AUXILIARY = frozenset({"aux", "auxpass", "neg"})
NEGATIVES = frozenset({"not", "n't", "never", "neither", "nor", "no", "hardly"})
_NO_SUBJECT = frozenset({"neither", "no"})
_QUOTED = frozenset({"quote"})
_DRESS = frozenset({"poss", "det", "amod", "case"})
_SKIPPABLE = frozenset({"ADV", "DET", "ADJ", "PART", "PRON", "NUM"})
_FREE_SKIPS = 3
_GAP_WORDS = 14
_MISREAD = frozenset({"reports", "says", "writes", "notes", "claims", "quotes", "states", "adds", "argues"})
_BOUND = frozenset({"amod", "compound"})  # "the reported raid", "the claims office": no act of speech


@dataclass(frozen=True, slots=True)
class Cue:
    """Hold one cue found: its codebook entry, head token, all its tokens in order, and whether it is negated.

    `stem` is the last token of the bare phrase; content frames look right of it. `passive` tells a passive verb.
    """

    entry: CueEntry
    head: int
    tokens: tuple[int, ...]
    stem: int
    negated: bool
    passive: bool = False


def find_cues(sheet: Sheet, book: ActBook) -> Iterator[Cue]:
    """Yield the cues of a page in text order; of several that fit at a token the longest wins."""
    taken: set[int] = set()
    known = {GAP, *sheet.words, *(lemma.lower() for lemma in sheet.parse.lemmas)}
    for token in range(len(sheet.parse)):
        if token in taken:
            continue
        cue = _cue_at(sheet, book, token, known)
        if cue is not None:
            taken.update(cue.tokens)
            yield cue


def _cue_at(sheet: Sheet, book: ActBook, token: int, known: set[str]) -> Cue | None:
    """Return the longest cue that starts at a token, or nothing; `known` are all words and lemmas of the page."""
    pos = _part(sheet, token)
    if pos is None:
        return None
    for entry in _entries(sheet, book, pos, token):
        if len(entry.words) > 1 and not known.issuperset(entry.words[1:]):
            continue
        matched = _matched(sheet, entry, token)
        if matched is not None:
            return _dressed(sheet, entry, matched)
    return None


def named_by(sheet: Sheet, book: ActBook, verb: int) -> CueEntry | None:
    """Return the longest cue of speech that starts at a verb, whether or not the verb reports what was said."""
    fitting = (entry for entry in _entries(sheet, book, "verb", verb) if _matched(sheet, entry, verb) is not None)
    return next((entry for entry in fitting if entry.kind == "speech"), None)


def _part(sheet: Sheet, token: int) -> CuePos | None:
    """Return which list of cues a token can start, by its tag."""
    tag, dep, word = sheet.parse.tags[token], sheet.parse.deps[token], sheet.words[token].lstrip("\"“'‘")
    if tag == "IN" or word in ("according", "as"):
        return "prep"
    if tag.startswith("VB"):
        return None if dep in _BOUND else "verb"
    if tag in ("NN", "NNS"):
        if tag == "NNS" and is_misread(sheet, token):
            return "verb"
        return "noun" if dep != "compound" else None
    if tag == "RB":
        return "adverb" if word.endswith("ly") else "verb"
    return "verb" if word == "neither" else None


def is_misread(sheet: Sheet, token: int) -> bool:
    """Tell whether a plural noun after a name is a verb misread: "the agency reports that", ", Reuters reports."."""
    if token == 0 or sheet.words[token] not in _MISREAD or sheet.parse.pos[token - 1] != "PROPN":
        return False
    after = sheet.words[token + 1] if token + 1 < len(sheet.parse) else "."
    return after in ("that", ".", ":", ",") or sheet.parse.pos[token + 1] in ("PROPN", "DET")


def _entries(sheet: Sheet, book: ActBook, pos: CuePos, token: int) -> tuple[CueEntry, ...]:
    """Return the cues that start with a token's lemma or form."""
    lemma, word = sheet.parse.lemmas[token].lower(), sheet.words[token].lstrip("\"“'‘")
    if word == "n't":
        lemma = word = "not"
    if word == "according":
        return book.starting("prep", word)
    by_lemma = book.starting(pos, lemma)
    return by_lemma if lemma == word else by_lemma + book.starting(pos, word)


def _matched(sheet: Sheet, entry: CueEntry, token: int) -> list[int] | None:
    """Return the tokens of a cue's words from its first on, or nothing where they do not follow."""
    sentence = sheet.sentence(token)
    found, at, gap = [token], token, False
    for word in entry.words[1:]:
        if word == GAP:
            gap = True
            continue
        at_next = _next_word(sheet, word, at + 1, sentence.stop, gap)
        if at_next is None:
            return None
        between = range(at + 1, at_next)
        if gap and entry.pos == "verb" and all(sheet.parse.deps[t] in _DRESS for t in between):
            found += between  # "threw [its full] weight behind": no content, as in "held [the army] responsible"
        found.append(at_next)
        at, gap = at_next, False
    if len(found) > 1 and not _holds_together(sheet, found):
        return None
    if len(found) > 1 and _is_setting(sheet, found[-1]):
        return None
    if entry.frames == _QUOTED and _is_deed(sheet, found[0]):
        return None
    if entry.barred and _object_in(sheet, found[0], entry.barred):
        return None
    return found if not entry.objects or _has_object(sheet, entry, found[0]) else None


def is_barred(sheet: Sheet, book: ActBook, verb: int) -> bool:
    """Tell whether a verb's object makes it another deed than what the codebook has it for: "denied them passage"."""
    entries = book.starting("verb", sheet.parse.lemmas[verb].lower())
    return any(entry.barred and _object_in(sheet, verb, entry.barred) for entry in entries)


def _is_deed(sheet: Sheet, verb: int) -> bool:
    """Tell whether a verb that only quotations make one of speech has an infinitive: "allow them to go"."""
    near = (verb, *sheet.children(verb, "xcomp", "ccomp"))
    return any(sheet.parse.tags[c] == "TO" for t in near for c in sheet.parse.children[t])


def _object_in(sheet: Sheet, verb: int, nouns: frozenset[str]) -> bool:
    """Tell whether a verb's object is a noun that makes it another deed: "claimed the lives", "denied them passage".

    What is told of it "as" something is told all the same: "identified the target as a depot".
    """
    objects = sheet.children(verb, "dobj", "nsubjpass")
    if "language" in nouns and any(sheet.parse.pos[child] == "PROPN" for child in objects):
        return True  # "spoke Hausa"
    if any(sheet.words[link] == "as" for token in (verb, *objects) for link in sheet.children(token, "prep")):
        return False
    return any(sheet.parse.lemmas[child].lower() in nouns for child in objects)


def _is_setting(sheet: Sheet, last: int) -> bool:
    """Tell whether a phrase's last preposition leads to a day or a medium: "agreed on Sunday", "insisted on TV"."""
    if sheet.words[last] not in ("on", "in", "at"):
        return False
    noun = sheet.child(last, "pobj")
    if noun is None or (sheet.words[last] == "at" and sheet.parse.pos[noun] == "NUM"):
        return False  # "put the number killed since Sunday at 63"
    return sheet.parse.entities[noun] == "DATE" or sheet.listed(noun, "trailing_channels")


def _has_object(sheet: Sheet, entry: CueEntry, verb: int) -> bool:
    """Tell whether a verb's object (or a passive's subject) is one of the nouns a cue asks for."""
    told_of = [sheet.parse.heads[verb]] if sheet.parse.deps[verb] == "relcl" else []  # "a claim Delhi did not address"
    for child in (*sheet.children(verb, "dobj", "nsubjpass"), *told_of):
        if sheet.parse.lemmas[child].lower() in entry.objects:
            return True
        if "#" in entry.objects and any(sheet.parse.pos[c] == "NUM" for c in (child, *sheet.children(child, "nummod"))):
            return True
        if any(sheet.parse.lemmas[c].lower() in entry.objects for c in sheet.children(child, "conj")):
            return True
    return False


def _next_word(sheet: Sheet, word: str, start: int, stop: int, gap: bool) -> int | None:
    """Return the next token that is a word of a cue, passing modifiers only unless there is a gap."""
    reach = _GAP_WORDS if gap else _FREE_SKIPS
    for token in range(start, min(stop, start + reach + 1)):
        if sheet.words[token] == word or sheet.parse.lemmas[token].lower() == word:
            return token
        if not gap and sheet.parse.pos[token] not in _SKIPPABLE:
            return None
        if gap and sheet.words[token] in (";", ":", ",", "“", '"'):
            return None
    return None


def _holds_together(sheet: Sheet, found: list[int]) -> bool:
    """Tell whether the words of a phrase hang on one another in the parse, and do not just stand side by side."""
    heads, members = sheet.parse.heads, set(found)
    head = next((t for t in found if sheet.parse.tags[t].startswith("VB")), found[0])
    last = found[-1]
    if sheet.parse.pos[last] in ("ADP", "ADV", "PART"):
        if last - found[-2] > _FREE_SKIPS + 1:  # "put the number of those killed at"
            return head in sheet.parse.ancestors(last)
        return heads[last] in members or heads[heads[last]] == head or last - found[-2] == 1
    above = any(step in members for step in sheet.parse.ancestors(last))
    return above or heads[found[0]] == last or head > found[0]


def _dressed(sheet: Sheet, entry: CueEntry, matched: list[int]) -> Cue | None:
    """Return a cue with auxiliaries and negation, or nothing where the words are no act of speech."""
    parse = sheet.parse
    head = next((t for t in matched if parse.tags[t].startswith("VB")), matched[0])
    if entry.pos != "verb":
        if entry.kind == "omission":
            return _omission(sheet, entry, head)
        return Cue(entry, head, tuple(matched), matched[-1], False)
    verb = _main_verb(sheet, entry, matched, head)
    if parse.deps[verb] in ("aux", "auxpass"):
        return None
    if "passive" in entry.frames and sheet.child(verb, "xcomp", "ccomp") is None:
        return None
    aux = _auxiliaries(sheet, verb)
    subject = sheet.child(verb, "nsubj", "nsubjpass", "expl")
    negated = entry.negated or any(_negates(sheet, c) for c in aux) or _left_undone(sheet, verb, subject)
    if not (negated or entry.kind == "hearsay") and not _is_said(sheet, verb, aux):
        return None
    first = min(aux, default=verb)
    if subject is not None and first < subject < verb:
        first = verb  # the auxiliary stands before the subject
        if _is_question(sheet, verb):
            return None
    passive = any(parse.deps[c] == "auxpass" for c in parse.children[verb]) or _reduced_passive(sheet, verb)
    kept = {*range(min(first, verb), verb + 1), *matched}
    return Cue(entry, verb, tuple(sorted(kept)), max(kept), negated, passive and not entry.subject)


def _omission(sheet: Sheet, entry: CueEntry, noun: int) -> Cue | None:
    """Return the cue of "no immediate comment", or nothing where there is one."""
    first = next((c for c in sheet.children(noun, "det") if sheet.words[c] == "no"), None)
    return None if first is None else Cue(entry, noun, tuple(range(first, noun + 1)), noun, True)


def _is_question(sheet: Sheet, verb: int) -> bool:
    """Tell whether the sentence of a verb ends with a question mark: "Has the army denied it?" says nothing."""
    return any(sheet.words[token] == "?" for token in sheet.sentence(verb)[-2:])


def _auxiliaries(sheet: Sheet, verb: int) -> list[int]:
    """Return the auxiliaries and negations before a verb, `to` left out."""
    parse = sheet.parse
    found = [c for c in parse.children[verb] if c < verb and (parse.deps[c] in _AUXILIARY or _negates(sheet, c))]
    return [c for c in found if parse.tags[c] != "TO" and sheet.words[c] not in ("'", "’")]


def _is_said(sheet: Sheet, verb: int, aux: list[int]) -> bool:
    """Tell whether a verb reports what was said and not what could, will or should be."""
    parse = sheet.parse
    if any(parse.tags[c] == "MD" for c in aux):
        return any(sheet.words[c] == "only" for c in parse.children[verb])
    if parse.tags[verb] != "VB" or aux:
        return True
    if any(parse.tags[c] == "TO" for c in parse.children[verb]):
        return True
    return verb == 0 or parse.heads[verb] == verb  # a headline's verb misread as a base form


def _main_verb(sheet: Sheet, entry: CueEntry, matched: list[int], head: int) -> int:
    """Return the verb that heads a cue: the participle of a passive phrase, else the first verb."""
    if "passive" in entry.frames or entry.subject:
        return next((t for t in matched if sheet.parse.tags[t] in ("VBN", "VBD") and t != matched[0]), head)
    if sheet.parse.deps[head] in ("aux", "auxpass"):
        return next((t for t in matched if sheet.parse.deps[t] not in ("aux", "auxpass", "neg", "advmod")), head)
    return head


def _negates(sheet: Sheet, token: int) -> bool:
    """Tell whether a dependent negates its verb."""
    return sheet.words[token] in NEGATIVES and sheet.parse.deps[token] in ("neg", "advmod", "preconj")


def _left_undone(sheet: Sheet, verb: int, subject: int | None) -> bool:
    """Tell whether a verb names what was not done: "without proving it", "unable to say", "neither side spoke"."""
    parse, above = sheet.parse, sheet.parse.heads[verb]
    if parse.deps[verb] == "pcomp" and sheet.words[above] == "without":
        return True
    if parse.deps[verb] == "xcomp" and sheet.listed(above, "undone"):
        return True
    if subject is None or subject > verb:
        return False
    return any(sheet.words[c] in _NO_SUBJECT and parse.deps[c] in ("det", "preconj") for c in parse.children[subject])


def _reduced_passive(sheet: Sheet, verb: int) -> bool:
    """Tell whether a participle without auxiliary is passive ("accused by Seoul of ...")."""
    parse = sheet.parse
    if parse.tags[verb] != "VBN" or (parse.deps[verb] == "conj" and parse.tags[parse.heads[verb]] == "VBD"):
        return False  # "complained and asked for time", its tag mistaken
    if any(parse.deps[c] in ("aux", "nsubj") for c in parse.children[verb]):
        return False
    return parse.deps[verb] in ("acl", "advcl", "ROOT", "conj", "nsubj")
