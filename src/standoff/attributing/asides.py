"""Find attributions that no verb of saying makes: "reportedly", "according to", "are said to", "his claim that"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from standoff.attributing.borders import trimmed
from standoff.attributing.cues import Cue
from standoff.attributing.drafts import Draft, Voice
from standoff.attributing.sheet import Sheet, segment
from standoff.attributing.sources import noun_voice, phrase_voice
from standoff.codebook.acts import GAP, ActBook

_WITH_NOUNS = frozenset({"of", "for", "about", "against"})
_WITH_CALLS = _WITH_NOUNS | {"on", "to"}
_PARTICIPLE = 12  # tokens that a participle between commas may take
_NEW_CLAUSE = frozenset({"and", "but", "though", "although", "while", "who", "which", "as", "when", "where"})


def hearsay_draft(sheet: Sheet, cue: Cue) -> Draft | None:
    """Return the draft of "are said to ...": what stands round the cue, said by nobody in particular."""
    subject = sheet.child(cue.head, "nsubjpass", "nsubj")
    rest = next(
        (c for c in sheet.parse.children[cue.head] if sheet.parse.deps[c] in ("xcomp", "ccomp") and c > cue.stem), None
    )
    if rest is None:
        return None
    after = trimmed(sheet, max(cue.stem + 1, sheet.lefts[rest]), sheet.rights[rest] + 1)
    before = None
    if subject is not None and sheet.words[subject] not in ("it", "that", "which", "who"):
        before = trimmed(sheet, sheet.lefts[subject], sheet.rights[subject] + 1)
    found = tuple(fragment for fragment in (before, after) if fragment is not None)
    return Draft(cue, None, found) if found else None


def adverb_draft(sheet: Sheet, cue: Cue, book: ActBook) -> Draft | None:
    """Return the draft of "reportedly": the clause round the adverb."""
    verb = sheet.parse.heads[cue.head]
    if not sheet.parse.tags[verb].startswith(("VB", "MD")):
        return None
    if any(e.kind == "speech" for e in book.starting("verb", sheet.parse.lemmas[verb].lower())) and _says(sheet, verb):
        return None
    sentence = sheet.sentence(verb)
    first, stop = max(sheet.lefts[verb], sentence.start), min(sheet.rights[verb] + 1, sentence.stop)
    for child in sheet.children(verb, "cc"):
        if child > cue.head and any(sheet.child(c, "nsubj", "nsubjpass") for c in sheet.children(verb, "conj")):
            stop = min(stop, child)
    pieces = (trimmed(sheet, first, cue.head), trimmed(sheet, cue.head + 1, stop))
    found = tuple(piece for piece in pieces if piece is not None)
    return Draft(cue, None, found) if found else None


def _says(sheet: Sheet, verb: int) -> bool:
    """Tell whether a verb has a clausal complement, as one that reports has."""
    return any(sheet.parse.deps[c] in ("ccomp", "xcomp") for c in sheet.parse.children[verb])


def phrase_draft(sheet: Sheet, cue: Cue) -> Draft | None:
    """Return the draft of "according to": the sentence without the phrase."""
    owned = GAP in cue.entry.words
    voice = noun_voice(sheet, cue.stem) if owned else phrase_voice(sheet, cue.stem) or phrase_voice(sheet, cue.head)
    if voice is None:
        return None
    sentence = segment(sheet, cue.head)
    if owned and sheet.parse.pos[voice.head] == "PRON" and _is_told_already(sheet, sentence.start, cue.head):
        return None
    stop = max(voice.stop, cue.stem + 1)
    last = sheet.rights[voice.head]
    while stop < sentence.stop and stop <= last and (sheet.words[stop] != "," or sheet.parse.deps[stop + 1] == "relcl"):
        stop += 1
    after = trimmed(sheet, _past_participle(sheet, stop, sentence.stop), sentence.stop)
    before = trimmed(sheet, sentence.start, cue.head)
    if before is not None and after is not None and _is_new_clause(sheet, sentence.start, cue.head, stop):
        after = None
    found = tuple(piece for piece in (before, after) if piece is not None)
    return Draft(cue, voice, found) if found else None


def _is_told_already(sheet: Sheet, start: int, phrase: int) -> bool:
    """Tell whether somebody is said to say it before a phrase: "he suggested that it, in his words, was staged"."""
    for token in range(phrase - 1, start - 1, -1):
        if token in sheet.speaking or sheet.words[token] == ":":
            return token in sheet.speaking
    return False


def _past_participle(sheet: Sheet, comma: int, stop: int) -> int:
    """Return where a clause begins after a participle set between commas: "a report, dated 9 May, | rebels have"."""
    if comma + 1 >= stop or sheet.words[comma] != "," or sheet.parse.tags[comma + 1] not in ("VBN", "VBG"):
        return comma
    closing = (t for t in range(comma + 2, min(comma + _PARTICIPLE, stop)) if sheet.words[t] == ",")
    return next(closing, comma)


def _is_new_clause(sheet: Sheet, start: int, cue: int, stop: int) -> bool:
    """Tell whether what follows a phrase such as "according to" is a clause of its own after a finished one."""
    finite = any(sheet.parse.tags[t] in ("VBD", "VBZ", "VBP", "MD") for t in range(start, cue))
    return finite and any(sheet.words[t] in _NEW_CLAUSE for t in range(stop, min(stop + 2, len(sheet.parse))))


def noun_draft(sheet: Sheet, cue: Cue) -> Draft | None:
    """Return the draft of a cue noun with an owner and a clause, infinitive or phrase that says what."""
    voice = noun_voice(sheet, cue.head)
    if voice is None or _is_vessel(sheet, cue.head, voice) or _is_own(sheet, cue.head):
        return None
    if cue.entry.kind == "omission":
        return _nothing_from(sheet, cue, voice)
    start = next(_noun_contents(sheet, cue), None)
    if start is None:
        return None
    content = trimmed(sheet, sheet.lefts[start], sheet.rights[start] + 1)
    return Draft(cue, voice, (content,)) if content else None


def said_again(sheet: Sheet, draft: Draft, book: ActBook) -> Draft:
    """Return a draft whose noun of saying is part of its cue: "[repeated its demand] that the gate be opened"."""
    noun = sheet.child(draft.cue.head, "dobj")
    if noun is None or not _is_own(sheet, noun) or not book.starting("noun", sheet.parse.lemmas[noun].lower()):
        return draft
    whole = replace(draft.cue, tokens=(*draft.cue.tokens, *range(sheet.lefts[noun], noun + 1)), stem=noun)
    start = next(_noun_contents(sheet, replace(whole, head=noun), _WITH_CALLS), None)
    content = trimmed(sheet, sheet.lefts[start], sheet.rights[start] + 1) if start is not None else None
    return replace(draft, cue=whole, content=(content,)) if content is not None else draft


def _is_own(sheet: Sheet, noun: int) -> bool:
    """Tell whether a noun is what a verb of saying again takes, and tells the subject's own words ("its demand")."""
    owner, above = sheet.child(noun, "poss"), sheet.parse.heads[noun]
    verb = above if sheet.parse.deps[noun] == "dobj" else sheet.parse.heads[above]
    own = owner is not None and sheet.parse.pos[owner] == "PRON"
    return own and sheet.listed(verb, "saying_again") and verb in sheet.speaking


def _nothing_from(sheet: Sheet, cue: Cue, voice: Voice) -> Draft | None:
    """Return the draft of "there was no comment from Baku": the omission, with what it is on where that is told."""
    topics = (c for c in sheet.children(cue.head, "prep") if sheet.words[c] in cue.entry.frames)
    found = (trimmed(sheet, link, sheet.rights[link] + 1) for link in topics)
    content = tuple(piece for piece in found if piece is not None)
    return Draft(cue, voice, content)


def _is_vessel(sheet: Sheet, noun: int, voice: Voice) -> bool:
    """Tell whether a noun only says in what the same speaker says something: "wrote in its report of May that"."""
    parse, link = sheet.parse, sheet.parse.heads[noun]
    if parse.pos[voice.head] != "PRON" or parse.deps[noun] != "pobj" or sheet.words[link] not in ("in", "at", "during"):
        return False
    return parse.heads[link] in sheet.speaking


def _noun_contents(sheet: Sheet, cue: Cue, links: frozenset[str] = _WITH_NOUNS) -> Iterator[int]:
    """Yield the dependents of a cue noun that say what was said: clauses, and phrases with some prepositions."""
    given = sheet.children(cue.head, "acl")  # "the assurance given by Paris that ..."
    for child in sorted(c for head in (cue.head, *given) for c in sheet.parse.children[head]):
        if child < cue.stem:
            continue
        dep = sheet.parse.deps[child]
        clause = dep in ("ccomp", "acl", "relcl") and sheet.words[sheet.lefts[child]] in ("that", "to")
        if clause or (dep == "prep" and sheet.words[child] in links):
            yield child
