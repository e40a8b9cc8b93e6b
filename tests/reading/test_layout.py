from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standoff.codebook.load import FOLDER
from standoff.codebook.publishers import PublisherBook, load_publishers
from standoff.model.document import EXCLUDED, Reading
from standoff.reading.layout import lay_out
from standoff.reading.read import read

BOOK = load_publishers(FOLDER)
REPORT = """ date 2017-01-26 Avdiivka without heat: repair crews turned back

By Oksana Marchuk

AVDIIVKA, Ukraine (Donets Wire) – Three soldiers have died near the town since Tuesday, the army said.

SHARE THIS ARTICLE Share Tweet Post Email

“We had an agreement for five hours. It lasted twenty minutes,” the head of the plant said.

>> See also: Who mends the line?

How cold is it?

The temperature in flats has fallen to 11 degrees, the town says.

Image copyright EPA Image caption A boiler room

- 'Not our shells' -

The separatists deny that they fired at the line. AFP

The week in pictures

I subscribe

Download the Donets Wire app
"""
KINDS = [
    "metadata",
    "headline",
    "credit",
    "dateline",
    "paragraph",
    "boilerplate",
    "paragraph",
    "boilerplate",
    "subheading",
    "paragraph",
    "caption",
    "subheading",
    "paragraph",
    "credit",
    "boilerplate",
    "boilerplate",
    "boilerplate",
]


def test_each_part_of_a_report_has_its_kind() -> None:
    layout = lay_out(REPORT, BOOK)
    assert [block.kind for block in layout.blocks] == KINDS
    assert layout.headline == "Avdiivka without heat: repair crews turned back"
    assert layout.dateline == "AVDIIVKA, Ukraine (Donets Wire) –"
    assert layout.agencies == ("Donets Wire", "AFP")
    assert layout.prefix == "2017-01-26"


def test_a_prefix_glued_to_the_text_is_metadata() -> None:
    text = " date 2023-04-16 Fighting went on in Khartoum."
    blocks = lay_out(text, BOOK).blocks
    assert [(b.kind, text[b.start : b.stop]) for b in blocks] == [
        ("metadata", "date 2023-04-16"),
        ("paragraph", "Fighting went on in Khartoum."),
    ]


def test_the_word_date_inside_a_sentence_is_text() -> None:
    assert lay_out("The date 2023-04-16 was set by both.", BOOK).prefix is None


def test_marks_of_markdown_are_no_words() -> None:
    text = "# Shells on Poonch\n\nFamilies fled, the army said.\n\n## Across the line\n\nNobody spoke, he said."
    found = [(b.kind, text[b.start : b.stop]) for b in lay_out(text, BOOK).blocks]
    assert found[:2] == [("metadata", "#"), ("headline", "Shells on Poonch")]
    assert ("subheading", "Across the line") in found


def test_a_short_sentence_is_no_headline() -> None:
    layout = lay_out("Troops crossed the river.\nThe ministry denied it.\n", BOOK)
    assert {block.kind for block in layout.blocks} == {"paragraph"}


def test_a_list_of_short_lines_keeps_its_last_line_as_text() -> None:
    layout = lay_out("Statement of the ministry\n\nWe deny this\n", BOOK)
    assert layout.blocks[-1].kind == "paragraph"


@given(st.text(alphabet="aA .\n“”-–#>()/:©0", max_size=200))
def test_blocks_hold_all_but_space_in_order(text: str) -> None:
    blocks = lay_out(text, BOOK).blocks
    at = 0
    for block in blocks:
        assert not text[at : block.start].strip()
        assert block.start < block.stop
        at = block.stop
    assert not text[at:].strip()


@pytest.mark.parametrize("folder", ["seeds", "reports", "gold/real"])
def test_no_told_sentence_of_real_reports_is_left_out(shared: Callable[[str], Path], folder: str) -> None:
    publishers: PublisherBook = BOOK
    for found in read(shared(folder), publishers):
        if isinstance(found, Reading):
            text = found.document.text
            for block in found.document.blocks:
                words = text[block.start : block.stop].split()
                assert block.kind not in EXCLUDED or len(words) < 30


def test_rows_of_a_table_are_no_sentences() -> None:
    text = (
        "Weekly report\n\nTwo shots were heard near the village, a patrol said on Monday.\n\n"
        "Date        Place          Incident\n03.06.2024   Lower village   Resident detained\n\n"
        "Type | Number | Where\nJ-10 | 10 | crossed the line\n\n"
        "The mission could not verify it, its head said on Friday."
    )
    kinds = [(block.kind, text[block.start : block.stop][:9]) for block in lay_out(text, BOOK).blocks]
    assert [words for kind, words in kinds if kind == "metadata"] == [
        "Date     ",
        "03.06.202",
        "Type | Nu",
        "J-10 | 10",
    ]
    assert [words for kind, words in kinds if kind == "paragraph"] == ["Two shots", "The missi"]
