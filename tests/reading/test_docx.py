from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from standoff.codebook.publishers import PublisherBook
from standoff.model.document import Reading
from standoff.model.run import Failure
from standoff.reading.read import read

SPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
BODY = (
    "<w:p><w:r><w:t>GOMA - The army said on Monday</w:t></w:r><w:r><w:t xml:space='preserve'> that shells fell.</w:t>"
    "</w:r></w:p><w:p><w:del><w:r><w:delText>Not this.</w:delText></w:r></w:del><w:r><w:t>Two</w:t><w:tab/>"
    "<w:t>died.</w:t></w:r></w:p>"
)


def saved(path: Path, body: str, name: str = "word/document.xml") -> Path:
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr(name, f"<w:document {SPACE}><w:body>{body}</w:body></w:document>")
    return path


def test_paragraphs_are_lines_and_deleted_words_are_gone(tmp_path: Path, publishers: PublisherBook) -> None:
    (found,) = read(saved(tmp_path / "a.docx", BODY), publishers)
    assert isinstance(found, Reading)
    assert found.document.text == "GOMA - The army said on Monday that shells fell.\nTwo\tdied."


def test_each_word_is_read_once(tmp_path: Path, publishers: PublisherBook) -> None:
    aside = "<w:p><w:r><w:t>A map of Goma.</w:t></w:r></w:p>"
    box = f"<a:Choice xmlns:a='a'>{aside}</a:Choice><a:Fallback xmlns:a='a'>{aside}</a:Fallback>"
    body = (
        f"<w:p><w:pPr><w:tabs><w:tab/></w:tabs></w:pPr><w:r><w:t>Shells fell.</w:t></w:r><w:r>{box}</w:r></w:p>"
        "<w:p><w:moveFrom><w:r><w:t>Two died.</w:t></w:r></w:moveFrom></w:p>"
        "<w:p><w:moveTo><w:r><w:t>Two died.</w:t></w:r></w:moveTo></w:p>"
    )
    (found,) = read(saved(tmp_path / "a.docx", body), publishers)
    assert isinstance(found, Reading)
    assert found.document.text.split("\n") == ["Shells fell.", "A map of Goma.", "", "Two died."]


@pytest.mark.parametrize(
    ("body", "name", "reason"), [("", "word/document.xml", "no text"), (BODY, "other.xml", "no DOCX file")]
)
def test_a_file_without_words_is_refused(
    tmp_path: Path, publishers: PublisherBook, body: str, name: str, reason: str
) -> None:
    (found,) = read(saved(tmp_path / "a.docx", body, name), publishers)
    assert isinstance(found, Failure)
    assert reason in found.reason


def test_what_is_called_docx_and_is_none_is_refused(tmp_path: Path, publishers: PublisherBook) -> None:
    (tmp_path / "a.docx").write_bytes(b"plain words")
    (found,) = read(tmp_path / "a.docx", publishers)
    assert isinstance(found, Failure)
    assert "no DOCX file" in found.reason
