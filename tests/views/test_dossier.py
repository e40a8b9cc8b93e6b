"""A document without a title is called by the words it begins with, on pages that list it."""

import dataclasses

import pytest

from standoff.views.dossier import headings


@pytest.fixture
def heading(connection):
    return next(iter(headings(connection).values()))


@pytest.mark.parametrize(
    ("title", "opening", "called"),
    [
        ("Shells on Poonch", "Families fled.", "Shells on Poonch"),
        (None, "  Families fled\n the town. ", "Families fled the town."),
        (None, "word " * 40, "word word"),
        (None, " \n", "note.txt"),
    ],
)
def test_a_document_is_called_by_title_opening_or_file(heading, title, opening, called):
    shown = dataclasses.replace(heading, title=title, opening=opening, path="reports/note.txt").called
    assert shown.startswith(called)
    assert len(shown) < 90
    assert shown.endswith("…") == (len(opening) > 100)


def test_an_opening_is_the_text_after_its_date_and_dateline(connection):
    for heading in headings(connection).values():
        assert heading.opening.strip()
        assert not heading.opening.lstrip().startswith("date 20")
