"""Read plain text out of RTF and out of text with stray HTML in it."""

from __future__ import annotations

import codecs
import html
import re
from contextlib import suppress

RTF = b"{\\rtf"
_TOKEN = re.compile(r"\\([a-z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\(\*|[^a-z])|([{}])|([^\\{}\r\n]+)")
_PAGE = re.compile(r"\\ansicpg(\d{3,5})")
_WESTERN = "cp1252"
_HALVES = re.compile("[\ud800-\udbff][\udc00-\udfff]")
_ASIDE = frozenset({
    "fonttbl", "colortbl", "stylesheet", "info", "pict", "object", "header", "footer", "headerl", "headerr", "footerl",
    "footerr", "themedata", "datastore", "listtable", "listoverridetable", "generator", "xmlnstbl", "rsidtbl",
    "fldinst",
})  # fmt: skip
_BREAKS = {"par": "\n", "line": "\n", "sect": "\n\n", "page": "\n\n", "tab": "\t", "cell": "\t", "row": "\n"}
_SIGNS = {
    "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”", "emdash": "—", "endash": "–", "bullet": "•",
}  # fmt: skip
_TAG = re.compile(
    r"</?(?:p|br|div|span|b|i|u|em|strong|a|ul|ol|li|h[1-6]|blockquote)(?:\s[^<>]{0,500})?/?>", re.IGNORECASE
)
_BREAK = re.compile(r"<br\s*/?>|</(?:p|div|li|h[1-6]|blockquote)>", re.IGNORECASE)
_ANY_TAG = re.compile(r"<!--|-->|</?[a-zA-Z][^<>]{0,2000}>")
_ENTITY = re.compile(r"&(?:#\d{2,6}|#x[0-9a-fA-F]{2,5}|[a-z]{2,8});")
_LEAST = 2


def text_of_rtf(data: bytes) -> str:
    """Return the words of an RTF file, paragraphs as lines; groups that hold no words (fonts, styles) are left out."""
    raw = data.decode("latin-1")
    encoding = _encoding(raw)
    out: list[str] = []
    aside = [False]
    for token in _TOKEN.finditer(raw):
        word, _, _, sign, brace, _ = token.groups()
        if brace == "{":
            aside.append(aside[-1])
        elif brace:
            aside[-2:] = aside[-2:-1] or [False]
        elif word in _ASIDE or sign == "*":
            aside[-1] = True
        elif not aside[-1]:
            piece = _printed(token, encoding)
            out.append(piece[1:] if _after_code(out, piece, word) else piece)
    return _HALVES.sub(_whole, "".join(out))


def _encoding(raw: str) -> str:
    """Return the code page that an RTF file names, where it is one, else the western one."""
    page = _PAGE.search(raw[:200])
    with suppress(LookupError):
        return codecs.lookup(f"cp{page[1]}").name if page else _WESTERN
    return _WESTERN


def _whole(halves: re.Match[str]) -> str:
    """Return the character beyond 16 bits that RTF tells in two halves."""
    high, low = map(ord, halves.group())
    return chr(0x10000 + ((high & 0x3FF) << 10 | low & 0x3FF))


def _after_code(out: list[str], piece: str, word: str | None) -> bool:
    """Tell whether a piece begins with the sign that stands in for a Unicode character told just before."""
    return bool(out) and not word and piece.startswith("?") and len(out[-1]) == 1 and ord(out[-1]) > 0xFF


def _printed(token: re.Match[str], encoding: str) -> str:
    """Return what one token of RTF prints."""
    word, number, code, sign, _, words = token.groups()
    if code:
        return bytes.fromhex(code).decode(encoding, "replace")
    return words if words is not None else _piece(word, number, sign)


def _piece(word: str | None, number: str | None, sign: str | None) -> str:
    """Return what a control word or sign of RTF prints."""
    if word == "u" and number:
        return chr(int(number) % 65536)
    if sign is not None:
        return {"~": "\u00a0", "_": "-", "\\": "\\", "{": "{", "}": "}", "\n": "\n"}.get(sign, "")
    return _BREAKS.get(word or "", _SIGNS.get(word or "", ""))


def words_of_html(fragment: str) -> str:
    """Return the words of a piece of HTML, paragraphs as lines."""
    return html.unescape(_ANY_TAG.sub("", _BREAK.sub("\n", fragment)))


def without_tags(text: str) -> str:
    """Return a text without the HTML tags and entities that copying left in it; text without such comes back as is."""
    if sum(1 for _ in _TAG.finditer(text)) >= _LEAST:
        return html.unescape(_TAG.sub("", _BREAK.sub("\n", text)))
    return html.unescape(text) if sum(1 for _ in _ENTITY.finditer(text)) >= _LEAST else text
