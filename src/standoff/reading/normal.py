"""Turn bytes into text by the one normalisation there is: decode, newlines, no NUL; nothing later alters the text."""

from __future__ import annotations

import codecs
import re

from standoff.errors import ReadingError
from standoff.reading.legacy import code_page, unmangled

LARGEST_INPUT = 20_000_000  # bytes: a page with its pictures inlined
LONGEST_TEXT = 2_000_000  # characters: a thick book
LONGEST_WORD = 20_000
MOST_LINES = 50_000

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MAGIC = (
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a ZIP, DOCX or EPUB"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"SQLite format 3", "an SQLite database"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"ID3", "a sound file"),
    (b"OggS", "a sound file"),
)
# What cp1252 prints for typographic marks and western letters; other high bytes point to another code page.
_WESTERN = frozenset(
    b"\x80\x82\x84\x85\x8a\x8c\x91\x92\x93\x94\x95\x96\x97\x99\x9a\x9c\xa0\xa3\xa7\xa9\xab\xae\xb0\xb7\xbb"
)
_LETTERS = frozenset(range(0xC0, 0x100)) - {0xD7, 0xF7}
_LATIN = _WESTERN | _LETTERS | frozenset(b"\x9e\x8e\xa9\xae\xb9\xbe")  # with those of Central European pages
_SAMPLE = 64_000
_CONTROL = re.compile(r"[\x01-\x08\x0e-\x1a\x1c-\x1f]")
_SURROGATE = re.compile(r"[\ud800-\udfff]")


def normalise(data: bytes) -> str:
    """Return the text of bytes; refuses with a sentence what is empty, too large, binary or in no known encoding."""
    return tidy(decode(data))


def decode(data: bytes) -> str:
    """Return the characters of bytes, as they stand: markup still has to be read, and text to be made tidy."""
    if not data.strip():
        raise ReadingError("the input is empty; remove it or fetch it again")
    if len(data) > LARGEST_INPUT:
        raise ReadingError(too_large(len(data)))
    for magic, what in _MAGIC:
        if data.startswith(magic):
            raise ReadingError(f"the bytes are {what}, not text; convert it to plain text or HTML first")
    return _decode(data)


def too_large(size: int) -> str:
    """Return the sentence that refuses an input of so many bytes."""
    return (
        f"the input has {size:,} bytes, more than the {LARGEST_INPUT:,} that one report may have; "
        "split it into one file per report"
    )


def tidy(text: str) -> str:
    """Return decoded text with line feeds only and no NUL or byte order mark; refuses what cannot be meant as text."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
    text = unmangled(text.removeprefix("\ufeff"))
    if not text.strip():
        raise ReadingError("the input holds no text; remove it or fetch it again")
    if len(text) > LONGEST_TEXT:
        raise ReadingError(
            f"the text has {len(text):,} characters, more than the {LONGEST_TEXT:,} that one report may have; "
            "split it into one file per report"
        )
    half = _SURROGATE.search(text)
    if half:
        raise ReadingError(f"character {half.start()} is half of a surrogate pair; save the text again as UTF-8")
    if sum(1 for _ in _CONTROL.finditer(text[:_SAMPLE])) > len(text[:_SAMPLE]) // 50:
        raise ReadingError("the bytes are full of control characters, so they are no text; give text or HTML")
    if text.count("\n") > MOST_LINES and sum(1 for line in text.splitlines() if line.strip()) > MOST_LINES:
        raise ReadingError(f"the text has more than {MOST_LINES:,} lines; split it into one file per report")
    longest = max(map(len, text.split()))
    if longest > LONGEST_WORD:
        raise ReadingError(f"one word has {longest:,} characters, so this is no prose; take the encoded data out")
    return text


def _decode(data: bytes) -> str:
    """Return decoded bytes: by byte order mark, as UTF-8, as UTF-16 by its NULs, or by a guess."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _by(data[len(mark) :], encoding)
    wide = _wide(data)
    if wide:
        return _by(data, wide)
    if data.count(0) > len(data) // 20:
        raise ReadingError("the bytes are binary, not text; give plain text, HTML or JSONL")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _guessed(data)


def _by(data: bytes, encoding: str) -> str:
    """Return bytes decoded by an encoding that they claim to be in."""
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise ReadingError(f"byte {error.start} is not valid {encoding}; save the file again as UTF-8") from error


def _wide(data: bytes) -> str | None:
    """Return the UTF-16 flavour that bytes without a mark are in, told by where their NULs stand."""
    even, odd = data[:_SAMPLE:2], data[1:_SAMPLE:2]
    if len(odd) < 4:
        return None
    if odd.count(0) > 0.7 * len(odd) and even.count(0) < 0.05 * len(even):
        return "utf-16-le"
    if even.count(0) > 0.7 * len(even) and odd.count(0) < 0.05 * len(odd):
        return "utf-16-be"
    return None


def _guessed(data: bytes) -> str:
    """Return bytes decoded by the likeliest legacy encoding; refuses where none fits all of them."""
    if _passes(data):
        raise ReadingError("the bytes hold half of a surrogate pair; save the text again as UTF-8")
    high = [byte for byte in data[:_SAMPLE] if byte > 0x7F]
    if len(high) < 0.2 * len(data[:_SAMPLE]) and all(byte in _LATIN for byte in high):
        return _by(data, code_page(data[:_SAMPLE]))
    from charset_normalizer import from_bytes  # heavy: only bytes in old code pages pay for it

    best = from_bytes(data[:_SAMPLE]).best()
    if best is None:
        raise ReadingError("the encoding of the bytes is unknown; save the file as UTF-8")
    return _by(data, best.encoding)


def _passes(data: bytes) -> bool:
    """Tell whether bytes would be UTF-8 if half surrogate pairs were allowed."""
    try:
        data.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return False
    return True
