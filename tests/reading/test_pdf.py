"""PDF: the text layer is read page by page, without what runs over every page; files without words are told of."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from standoff.codebook.publishers import PublisherBook
from standoff.model.document import Reading
from standoff.model.run import Failure
from standoff.reading.read import read


def pdf(*pages: list[str]) -> bytes:
    """Write a PDF with a line of Helvetica for each text."""
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    for number, lines in enumerate(pages):
        shown = " ".join(f"({line}) Tj 0 -14 Td" for line in lines)
        stream = f"BT /F1 12 Tf 72 720 Td {shown} ET"
        box = "/MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> >>"
        objects.append(f"<< /Type /Page /Parent 2 0 R {box} /Contents {5 + 2 * number} 0 R >>")
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
    out = io.BytesIO(b"%PDF-1.4\n")
    out.seek(0, io.SEEK_END)
    places = []
    for number, body in enumerate(objects, 1):
        places.append(out.tell())
        out.write(f"{number} 0 obj\n{body}\nendobj\n".encode())
    start = out.tell()
    rows = "".join(f"{place:010} 00000 n \n" for place in places)
    out.write(f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{rows}".encode())
    out.write(f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF".encode())
    return out.getvalue()


def only(path: Path, data: bytes, publishers: PublisherBook) -> Reading | Failure:
    path.write_bytes(data)
    (found,) = read(path, publishers)
    return found


def test_the_words_of_all_pages_are_one_text(tmp_path: Path, publishers: PublisherBook) -> None:
    data = pdf(["Shells fall on Goma", "The army said on Monday", "that shells fell on the"], ["market. Two men died."])
    found = only(tmp_path / "a.pdf", data, publishers)
    assert isinstance(found, Reading)
    told = "Shells fall on Goma The army said on Monday that shells fell on the market. Two men died."
    assert " ".join(found.document.text.split()) == told
    assert found.raw.media_type == "application/pdf"


def test_lines_are_paragraphs_again(tmp_path: Path, publishers: PublisherBook) -> None:
    lines = [
        *(
            "Shells fall on Goma",
            "The army said on Monday that two shells fell on the",
            "market and a third one on the road.",
        ),
        *("The rebels denied that their men had fired and put cross-", "border smugglers to blame."),
        *("- A school was hit in the morning by several shells, the", "headmaster said."),
    ]
    found = only(tmp_path / "a.pdf", pdf(lines[:4], lines[4:]), publishers)
    assert isinstance(found, Reading)
    assert found.document.text.split("\n\n") == [
        "Shells fall on Goma",
        "The army said on Monday that two shells fell on the market and a third one on the road.",
        "The rebels denied that their men had fired and put cross-border smugglers to blame.",
        "- A school was hit in the morning by several shells, the headmaster said.",
    ]


def test_what_runs_over_every_page_is_left_out(tmp_path: Path, publishers: PublisherBook) -> None:
    told = [f"The army said that {number} shells fell." for number in ("two", "four", "six", "nine")]
    pages = [["Mission report 12/2024", words, f"Page {n} of 4"] for n, words in enumerate(told, 1)]
    found = only(tmp_path / "a.pdf", pdf(*pages), publishers)
    assert isinstance(found, Reading)
    assert found.document.text == "\n\n".join(told)


@pytest.mark.parametrize(
    ("data", "reason"),
    [(b"%PDF-1.4 broken", "cannot be read"), (b"plain words", "cannot be read"), (pdf([]), "no text layer")],
)
def test_a_file_without_words_is_told_of(tmp_path: Path, publishers: PublisherBook, data: bytes, reason: str) -> None:
    found = only(tmp_path / "a.pdf", data, publishers)
    assert isinstance(found, Failure)
    assert reason in found.reason
