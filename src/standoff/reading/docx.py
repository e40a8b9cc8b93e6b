"""Read word-processor files (DOCX): the paragraphs of the text, tables cell by cell, without notes and pictures."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from standoff.errors import ReadingError
from standoff.reading.archives import bytes_of
from standoff.reading.draft import Draft, Input
from standoff.reading.normal import tidy
from standoff.reading.xml import name_of, tree_of

_BODY = "word/document.xml"
_MEDIA = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}


def read_docx(source: Input) -> Iterator[Draft]:
    """Yield the one draft of a file; raises where it is no DOCX or holds no words."""
    try:
        with zipfile.ZipFile(io.BytesIO(source.data)) as packed:
            body = tree_of(bytes_of(packed, packed.getinfo(_BODY)))
    except (zipfile.BadZipFile, KeyError) as error:
        raise ReadingError("it is no DOCX file; save it as DOCX or as text") from error
    text = "\n".join(_words(part) for part in body.iter() if name_of(part) == "p")
    yield Draft(source.path, source.data, _MEDIA, tidy(text), source.stated)


def _words(paragraph: Element) -> str:
    """Return the words of one paragraph; what was deleted under review is not among them."""
    found = ((name_of(part), part.text or "") for part in paragraph.iter())
    return "".join(text if name == "t" else _SIGNS.get(name, "") for name, text in found)
