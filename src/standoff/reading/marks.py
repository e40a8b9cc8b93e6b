"""Tell marks from words: bullets, counters and clocks before a line's words, and lines that hold nothing but marks."""

from __future__ import annotations

import re
import unicodedata

_CLOCK = r"\d{1,2}[:.]\d{2}(?::\d{2})?(?:\s?[apAP]\.?[mM]\.?)?"
_ZONE = r"\s?\(?(?:GMT|UTC|[A-Z]{2,4}T|MSK)(?:[+-]\d{1,2})?\)?"
_LEAD = re.compile(
    rf"(?:[•●▪▫◦‣■□◼◻◾◽►▶➤➡‼\u2600-\u27bf\u2b00-\u2bff\u23e9-\u23fa\U0001f1e6-\U0001faff\u200d\ufe0f*]+|\|(?=\s[^|]*\|?\Z)|[-–—](?=\s)|\d{{1,3}}/\d{{0,3}}(?=\s)|\(?\d{{1,2}}\)(?=\s)"
    rf"|[\[(]?{_CLOCK}(?:{_ZONE})?[\])]?\s*[-–—|•·:](?=\s)|[\[(]?{_CLOCK}{_ZONE}[\])]?(?=\s+\S)|\[{_CLOCK}\])\s*"
)
_DASHED = re.compile(r"\s[-–—]\Z")  # `- A heading -` is a heading in dashes
_CLOCKED = re.compile(rf"[\[(]?{_CLOCK}(?:{_ZONE})?[\])]?\s*(?:[-–—|•·:]\s|(?<=[A-Z)\]])\s)")
_ROW = re.compile(r"\|[^|\n]*\|(?:[^|\n]*\|)+\Z")
_CELLS = re.compile(r"\s\|\s|\t| {3,}")
_END_MARK = re.compile(
    r"(?:[(\[][A-Z]{1,5}[)\]]|-?\s?30\s?-|#{3,}|-?\s?(?:ENDS?|Ends?|ends?)\s?-?\.?|[(\[](?:ends?|Ends?|more|MORE)[)\]]"
    r"|(?:[A-Z]\.?){1,3}(?:\s?/\s?(?:[A-Z]\.?){1,3})+)\Z"
)
_TAG = re.compile(r"[#@][\w.]+[,.]?\Z")
_SIGNATURE = re.compile(r"[-–—]\s*[^@\n]{2,80}\(@\w{2,30}\)(?:\s[^.!?\n]{0,40}\d{4})?\Z")
_MOST_COUNTED = 14  # words of a line of counters: `2.3K likes  412 comments`


def lead_of(line: str) -> int:
    """Return the length of what stands before a line's words: a bullet, a thread's counter, a live blog's clock."""
    found = _LEAD.match(line)
    if found is None or found.end() == len(line) or is_signature(line) or (line[0] in "-–—" and _DASHED.search(line)):
        return 0
    return found.end()


def is_clocked(line: str) -> bool:
    """Tell whether a clock stands before a line's words, as in live blogs."""
    return bool(_CLOCKED.match(line))


def is_signature(line: str) -> bool:
    """Tell whether a line names whose post was printed above it: `— Ana Roe (@anaroe) April 4, 2025`."""
    return bool(_SIGNATURE.match(line))


def is_row(line: str) -> bool:
    """Tell whether a line is set in three columns or more, by strokes, tabs or wide gaps, as rows of tables are."""
    return len(_CELLS.split(line.strip(), maxsplit=2)) > 2


def only_marks(line: str) -> bool:
    """Tell whether a line tells nothing: a row of a table, an end mark, initials, hashtags, counters of reactions."""
    line = line.strip()
    if _ROW.match(line) or _END_MARK.match(line) or (line and all(map(_TAG.match, line.split()))):
        return True
    signs = any(unicodedata.category(char) == "So" for char in line)
    return signs and line.count(" ") < _MOST_COUNTED and any(map(str.isdigit, line)) and line[-1] not in ".!?"
