"""Find the turns of transcripts and interviews: a label or a question as heading, and what somebody says after it."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from standoff.attributing.cues import Cue
from standoff.attributing.drafts import Draft, Voice
from standoff.attributing.sheet import Sheet
from standoff.codebook.acts import CueEntry
from standoff.model.annotation import Annotation
from standoff.model.document import Block, BlockKind

_TURN = CueEntry((":",), "prep", "inform", frozenset(), None, "speech")
_CAPITALS = r"[A-ZÀ-Þ][A-ZÀ-Þ.'’-]{0,30}"
_TITLED = r"[A-ZÀ-Þ][\w.'’-]{0,30}"
_BOLD = r"(?:\*\*|__)?"
_LONGEST_CALL = 60  # characters
_LEAST = 2  # labels that make a text a transcript, questions that make it an interview
_ASKING = 0.4  # share of a label's turns that are questions, from which on it is who asks
_ANSWERING = 0.2  # and below which it is who answers


def _labels(word: str) -> re.Pattern[str]:
    """Return the pattern of labels at the beginning of a line, of up to four words of a shape, bold or not."""
    return re.compile(
        rf"^[^\S\n]{{0,20}}{_BOLD}({word}(?: {word}){{0,3}})(?: \([^()\n]{{1,60}}\))?{_BOLD}:{_BOLD}"
        r"[^\S\n]{1,9}(?=\S)",
        re.M,
    )


_SHOUTED, _NAMED = _labels(_CAPITALS), _labels(_TITLED)


@dataclass(frozen=True, slots=True)
class Turn:
    """Hold one turn: the label as `[start, stop)`, and the code points of what is said."""

    label: str
    start: int
    stop: int
    first: int
    last: int


def turns(sheet: Sheet) -> Iterator[Draft]:
    """Yield what each speaker of a transcript or interview says in turn, who only asks left out."""
    found, asking = _transcript(sheet)
    if not found:
        yield from _answers(sheet)
        return
    answering = _interviewee(sheet, found[0].start) if asking else None
    for turn, after in itertools.zip_longest(found, found[1:]):
        if turn.label in asking or turn.last <= turn.first:
            continue
        tokens, colon = _tokens(sheet, turn)
        if tokens is not None and colon is not None:
            told = _spelt(sheet, turn.label, found)
            if told is None and any(sheet.listed(token, "answerers") for token in tokens):
                told = answering
            voice = Voice(tokens.start, tokens.stop, tokens.stop - 1)
            cue = Cue(_TURN, colon, (colon,), colon, False)
            called = after is not None and after.label in asking
            last = _before_call(sheet.page.document.text, turn) if called else turn.last
            yield Draft(cue, voice, ((turn.first, last),), meant=told)


def _before_call(text: str, turn: Turn) -> int:
    """Return the end of a turn without a last line by which who asks next is called ("Ms. Roe, of the Post?")."""
    said, _, call = text[turn.first : turn.last].rpartition("\n")
    is_call = said.strip() and call.endswith("?") and len(call) < _LONGEST_CALL
    return turn.first + len(said.rstrip()) if is_call else turn.last


def questions(sheet: Sheet) -> frozenset[int]:
    """Return the colons after the labels of those who only ask, where nothing is claimed."""
    found, asking = _transcript(sheet)
    colons = (_tokens(sheet, turn)[1] for turn in found if turn.label in asking)
    return frozenset(colon for colon in colons if colon is not None)


def _transcript(sheet: Sheet) -> tuple[Sequence[Turn], frozenset[str]]:
    """Return the turns after labels in capitals or, if somebody asks in the text, of any names; and who only asks."""
    text = sheet.page.document.text
    shouted = [label for label in _SHOUTED.finditer(text) if _stands_in(sheet, label, "paragraph")]
    named = [label for label in _NAMED.finditer(text) if _stands_in(sheet, label, "paragraph", "subheading")]
    for labels, open_ended in ((named, True), (shouted, False)):
        found = list(_cut(text, labels, open_ended))
        if len(found) < _LEAST:
            continue
        asking = _askers(sheet, found)
        if asking or not open_ended:
            return found, asking
    return (), frozenset()


def _cut(text: str, labels: Sequence[re.Match[str]], open_ended: bool) -> Iterator[Turn]:
    """Yield the turns that labels begin: the first paragraph after each, in an interview all up to the next label."""
    for index, label in enumerate(labels):
        last = index + 1 == len(labels)
        said = text[label.end() : len(text) if last else labels[index + 1].start()]
        said = said.split("\n\n", 1)[0] if last or not open_ended else said
        yield Turn(label[1], label.start(1), label.end(1), label.end(), label.end() + len(said.rstrip(" \t\r\n*_")))


def _stands_in(sheet: Sheet, label: re.Match[str], *kinds: BlockKind) -> bool:
    """Tell whether a label begins a block of one of some kinds, and not a headline, a credit or furniture."""
    block = sheet.page.block_at(label.start(1))
    return block is None or block.kind in kinds


def _tokens(sheet: Sheet, turn: Turn) -> tuple[range | None, int | None]:
    """Return the tokens of a label and of its colon."""
    label = sheet.parse.tokens_in(turn.start, turn.stop)
    colons = (token for token in sheet.parse.tokens_in(turn.stop, turn.first) if sheet.words[token].startswith(":"))
    return label or None, next(colons, None)


def _askers(sheet: Sheet, found: Sequence[Turn]) -> frozenset[str]:
    """Return the labels of those who only ask or lead: by the word, else by how many of their turns are questions."""
    text = sheet.page.document.text
    labels = dict.fromkeys(turn.label for turn in found)
    listed = {label for label in labels if _is_listed(sheet, found, label)}
    if listed or len(labels) < _LEAST:
        return frozenset(listed)
    asked: dict[str, list[bool]] = {}
    for turn in found:
        asked.setdefault(_full(turn.label, labels), []).append(text[: turn.last].endswith("?"))
    shares = {label: sum(questions) / len(questions) for label, questions in asked.items()}
    asking = {label for label, share in shares.items() if share >= _ASKING}
    one = len(asking) == 1 and any(share < _ANSWERING for share in shares.values())
    return frozenset(label for label in labels if _full(label, labels) in asking) if one else frozenset()


def _is_listed(sheet: Sheet, found: Sequence[Turn], label: str) -> bool:
    """Tell whether a label is a word for one who only asks."""
    turn = next(turn for turn in found if turn.label == label)
    return any(sheet.listed(token, "askers") for token in sheet.parse.tokens_in(turn.start, turn.stop))


def _full(label: str, labels: Mapping[str, None]) -> str:
    """Return the label whose initials another is ("LN" for "Le Nouvelliste"), else the label itself."""
    return next((full for full in labels if full != label and _initials(full) == label), label)


def _initials(name: str) -> str:
    """Return the first letters of a name's words and of the parts that hyphens tie."""
    return "".join(word[0] for word in re.split(r"[ \-‐‑]+", name) if word) if " " in name else ""


def _spelt(sheet: Sheet, label: str, found: Sequence[Turn]) -> Voice | None:
    """Return the name before a label that the label shortens to initials ("LSC" for "Laurent Saint-Cyr")."""
    if len(label) < _LEAST or not label.replace(".", "").isupper() or " " in label:
        return None
    short = label.replace(".", "")
    names = sheet.page.within(0, found[-1].start, "name")
    return next((_voice(sheet, name) for name in names if _initials(name.head.quote) == short), None)


def _interviewee(sheet: Sheet, before: int) -> Voice | None:
    """Return the only person named above an interview, but as whose kin or follower somebody is told of."""
    names = [
        name
        for name in sheet.page.within(0, before, "name")
        if name.attributes.get("label") == "person" and not _owns(sheet, name) and sheet.page.analysed(name.span.start)
    ]
    told = [name for name in names if _is_guest(sheet, name)] or [n for n in names if _is_subject(sheet, n)] or names
    whole = max(told, key=lambda name: len(name.head.quote), default=None)
    last = {name.head.quote.split()[-1] for name in told}
    return _voice(sheet, whole) if whole is not None and len(last) == 1 else None


def _owns(sheet: Sheet, name: Annotation) -> bool:
    """Tell whether a name is a possessor ("the leader's nephew")."""
    after = sheet.parse.tokens_in(name.head.start, name.head.stop).stop
    return after < len(sheet.parse) and sheet.parse.tags[after] == "POS"


def _is_guest(sheet: Sheet, name: Annotation) -> bool:
    """Tell whether a name stands after "with", as that of whom one talks with."""
    head = sheet.parse.head_of(name.head.start, name.head.stop)
    return head is not None and sheet.words[sheet.parse.heads[head]] == "with"


def _is_subject(sheet: Sheet, name: Annotation) -> bool:
    """Tell whether a name is the subject of a verb ("Roe talks to us")."""
    head = sheet.parse.head_of(name.head.start, name.head.stop)
    return head is not None and sheet.parse.deps[head] == "nsubj"


def _voice(sheet: Sheet, name: Annotation) -> Voice:
    """Return a name as a voice."""
    tokens = sheet.parse.tokens_in(name.head.start, name.head.stop)
    head = sheet.parse.head_of(name.head.start, name.head.stop)
    return Voice(tokens.start, tokens.stop, tokens.stop - 1 if head is None else head)


def _answers(sheet: Sheet) -> Iterator[Draft]:
    """Yield the answers of an interview whose questions stand as headings: the paragraphs under each."""
    text, body = sheet.page.document.text, sheet.page.document.body
    asked = [at for at, block in enumerate(body) if block.kind == "subheading" and _is_question(text, block)]
    guest = _interviewee(sheet, body[asked[0]].start) if len(asked) >= _LEAST else None
    for at in asked if guest is not None else ():
        said = list(itertools.takewhile(lambda block: block.kind == "paragraph", body[at + 1 :]))
        tokens = sheet.parse.tokens_in(body[at].start, body[at].stop)
        if said and tokens:
            mark, last = tokens[-1], said[0] if at == asked[-1] else said[-1]
            span = said[0].start, last.stop
            yield Draft(Cue(_TURN, mark, (mark,), mark, False), None, (span,), meant=guest)


def _is_question(text: str, block: Block) -> bool:
    """Tell whether a heading is a question."""
    return text[block.start : block.stop].rstrip(" *_").endswith("?")
