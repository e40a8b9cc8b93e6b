"""Read word-processor files (DOCX): the paragraphs of the text, tables cell by cell, without notes and pictures."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from standoff.errors import ReadingError
from standoff.reading.archives import BROKEN, bytes_of
from standoff.reading.draft import Draft, Input
from standoff.reading.normal import tidy
from standoff.reading.xml import name_of, tree_of, within

_BODY = "word/document.xml"
_MEDIA = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_TWICE = ("Fallback", "moveFrom")  # what stands for another program, and what was moved: both are told elsewhere too
_APART = ("p", "pPr", *_TWICE)  # paragraphs of a text box within one, and how one looks


def read_docx(source: Input) -> Iterator[Draft]:
    """Yield the one draft of a file; raises where it is no DOCX or holds no words."""
    try:
        with zipfile.ZipFile(io.BytesIO(source.data)) as packed:
            body = tree_of(bytes_of(packed, packed.getinfo(_BODY)))
    except (*BROKEN, KeyError) as error:
        raise ReadingError("it is no DOCX file; save it as DOCX or as text") from error
    text = "\n".join(_words(part) for part in within(body, _TWICE) if name_of(part) == "p")
    yield Draft(source.path, source.data, _MEDIA, tidy(text), source.stated)


def _words(paragraph: Element) -> str:
    """Return the words of one paragraph, without those deleted under review and those of a text box within it."""
    found = ((name_of(part), part.text or "") for part in within(paragraph, _APART))
    return "".join(text if name == "t" else _SIGNS.get(name, "") for name, text in found)
