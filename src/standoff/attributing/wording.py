"""Tell what the wording of a content gives away of the act: what it performs, judges, obliges, asks or leaves open."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from standoff.attributing.cues import named_by
from standoff.attributing.sheet import Sheet
from standoff.codebook.acts import ActBook

SPEAKING = frozenset({"i", "we", "own", "pronoun", "none"})
_FEELING = frozenset({"i", "we", "own", "pronoun"})
_VERBS = frozenset({"VERB", "AUX"})
_TOLD = frozenset({"inform", "assert", "comment", "assess", "contact", "hearsay"})  # acts that tell, and do no more
_FIRST = 3  # words by which a content opens
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def wording(sheet: Sheet, tokens: Sequence[int], root: int, subject: str, book: ActBook) -> Iterator[str]:
    """Yield the features of a content's wording, given its head and who its subject is seen from the speaker."""
    yield from _performed(sheet, root, subject, book)
    yield from _predicate(sheet, root, subject)
    yield from _obliged(sheet, root, subject)
    yield from _opened(sheet, tokens)
    yield from _shape(sheet, tokens, root)


def _performed(sheet: Sheet, root: int, subject: str, book: ActBook) -> Iterator[str]:
    """Yield the act that the content's own verb performs where its subject speaks: "we welcome", "Iran regrets"."""
    if (deed := _done_by_saying(sheet, root, subject, book)) is not None:
        yield f"does:{deed}"
    lemma = sheet.parse.lemmas[root].lower()
    acts = {entry.act for entry in book.starting("verb", lemma) if entry.kind != "attitude" and len(entry.words) == 1}
    for act in sorted(acts):
        yield f"performs:{act}|{subject in SPEAKING}"
        if subject in ("i", "we"):
            yield f"performs:{act}|first"
    for noun in sheet.children(root, "dobj", "attr", "acomp", "prep"):
        word = sheet.parse.lemmas[noun].lower()
        for entry in book.starting("noun", word):
            if len(entry.words) == 1:
                yield f"speaks of:{entry.act}"


def _done_by_saying(sheet: Sheet, root: int, subject: str, book: ActBook) -> str | None:
    """Return the act that is done by saying it: "we condemn", "I am grateful"; not "we condemned", "we do not urge"."""
    parse = sheet.parse
    below = parse.children[root]
    if any(parse.deps[c] == "neg" or parse.tags[c] == "MD" for c in below):
        return None
    if subject in _FEELING:
        words = (sheet.words[token] for token in (root, *sheet.children(root, "acomp", "attr", "oprd")))
        if (felt := next((book.felt[word] for word in words if word in book.felt), None)) is not None:
            return felt
    present = parse.tags[root] == "VBP" or (parse.tags[root] == "VBG" and any(parse.tags[c] == "VBP" for c in below))
    entry = named_by(sheet, book, root) if present and subject in ("i", "we") else None
    return entry.act if entry is not None and entry.act not in _TOLD else None


def _predicate(sheet: Sheet, root: int, subject: str) -> Iterator[str]:
    """Yield what a content predicates: adjective or noun after "be", and the lists that hold it."""
    parse = sheet.parse
    for child in sheet.children(root, "acomp", "attr", "oprd"):
        word = parse.lemmas[child].lower()
        yield f"is:{word}"
        yield f"is a:{parse.pos[child]}|{subject}"
    passive = sheet.child(root, "auxpass", "nsubjpass") is not None
    if passive:
        agent = sheet.child(root, "agent") is not None
        yield f"suffered|by:{agent}"
        yield f"suffered:{parse.lemmas[root].lower()}"
    progressive = parse.tags[root] == "VBG"
    perfect = any(parse.lemmas[c] == "have" and parse.deps[c] == "aux" for c in parse.children[root])
    yield f"aspect:{'ing' if progressive else 'perfect' if perfect else 'plain'}|{subject}"


def _obliged(sheet: Sheet, root: int, subject: str) -> Iterator[str]:
    """Yield what ought to be: "have to", "need to", "must", and on whom it lies."""
    parse = sheet.parse
    side = "own" if subject in ("i", "own") else subject
    if parse.lemmas[root].lower() in ("have", "need", "ought") and sheet.child(root, "xcomp") is not None:
        yield f"obliged|{side}"
    for child in parse.children[root]:
        if parse.tags[child] == "MD":
            perfect = any(sheet.words[c] == "have" for c in parse.children[root] if parse.deps[c] == "aux")
            yield f"modal:{sheet.words[child]}|{side}{'|past' if perfect else ''}"
    if parse.tags[root] == "VB" and subject == "none" and not _marked(sheet, root):
        yield "imperative"


def _marked(sheet: Sheet, verb: int) -> bool:
    """Tell whether a base form has "to", an auxiliary or a mark before it and so gives no order."""
    return any(
        sheet.parse.deps[c] in ("aux", "auxpass", "mark") for c in sheet.parse.children[verb]
    ) or sheet.parse.deps[verb] in ("xcomp", "conj")


def _opened(sheet: Sheet, tokens: Sequence[int]) -> Iterator[str]:
    """Yield the words by which a content opens, quotation marks and "that" apart."""
    words = [
        sheet.words[t] for t in tokens if sheet.parse.pos[t] not in ("PUNCT", "SPACE") and sheet.words[t] != "that"
    ]
    if words:
        yield f"opens:{words[0]}"
        yield "opens:" + " ".join(words[:2])


def _shape(sheet: Sheet, tokens: Sequence[int], root: int) -> Iterator[str]:
    """Yield the outer form of a content: clause, infinitive, noun phrase; quoted, asked, exclaimed, long or short."""
    parse = sheet.parse
    quoted = sum(1 for t in tokens if sheet.quote_index[t] >= 0)
    share = "whole" if quoted >= len(tokens) - 1 else "part" if quoted else "none"
    form = "noun" if parse.pos[root] not in _VERBS else "infinitive" if _is_infinitive(sheet, root) else "clause"
    yield f"form:{form}|quoted:{share}"
    if any(sheet.words[t] == "?" for t in tokens[-2:]):
        yield "asks"
    if any(sheet.words[t] == "!" for t in tokens[-2:]):
        yield "exclaims"
    yield f"length:{min(len(tokens) // 8, 4)}"
    verbs = [t for t in tokens if parse.tags[t] in _FINITE]
    if not verbs and form != "infinitive":
        yield "verbless"
    for token in tokens:
        if parse.deps[token] == "neg":
            yield f"not:{parse.lemmas[parse.heads[token]].lower()}"


def _is_infinitive(sheet: Sheet, verb: int) -> bool:
    """Tell whether a verb has "to" before it."""
    return any(sheet.parse.tags[c] == "TO" for c in sheet.parse.children[verb])
