from __future__ import annotations

import pytest

from standoff.codebook.load import FOLDER
from standoff.codebook.publishers import load_publishers
from standoff.grounding.parties.author import author
from standoff.model.page import Page
from standoff.reading.layout import lay_out
from tests.pages import codebook, document, language
from tests.pages import parties as named

PUBLISHERS = load_publishers(FOLDER)


def writer(text: str, **fields: object) -> str | None:
    return author(document(text, blocks=lay_out(text, PUBLISHERS).blocks, **fields), codebook().parties)


BODY = "\n\nWe condemn the shelling of the market in the strongest terms. Our forces were not there.\n"


@pytest.mark.parametrize(
    ("heading", "party"),
    [
        ("Statement by the Official Spokesperson of the Rapid Support Forces", "rsf"),
        ("UNIFIL statement (16 November 2025)", "unifil"),
        ("Press release of the Border Troops of the Republic of Tajikistan", "TJK"),
        ("Hamas press statement on the ceasefire talks in Cairo", "hamas"),
        ("Army rejects statement of the Rapid Support Forces", None),
        ("Hamas rejects Israeli statement on hostages", None),
        ("Market shelled", None),
    ],
)
def test_a_heading_tells_whose_words_a_text_is(heading: str, party: str | None) -> None:
    assert writer(heading + BODY) == party


def test_a_signature_tells_it_under_a_bare_heading() -> None:
    text = "PRESS RELEASE" + BODY + "\nOfficial Spokesperson of the Rapid Support Forces\n"
    assert writer(text) == "rsf"


def test_a_body_that_publishes_itself_is_the_author() -> None:
    assert writer("Market shelled" + BODY, publisher="UNIFIL") == "unifil"
    assert writer("Market shelled" + BODY, publisher="Reuters") is None


def test_we_are_the_author_but_not_in_a_quotation() -> None:
    text = "Hamas statement on the strike" + BODY + '"We saw it," a doctor said.\n'
    page = _grounded(text)
    assert named(page, "We") == ["Hamas"]
    assert named(page, "We", 1) == []


def _grounded(text: str) -> Page:
    from standoff.annotating.annotate import annotate
    from standoff.grounding.parties.resolve import ground_parties

    page = annotate(document(text, blocks=lay_out(text, PUBLISHERS).blocks), language(), codebook())
    who = author(page.document, codebook().parties)
    page = page.written_by(codebook().parties.ref(who) if who else None)
    return page.marked(groundings=ground_parties(page, codebook()))


def test_a_letterhead_tells_whose_ministry_speaks() -> None:
    heading = "Kingdom of Cambodia\nMinistry of National Defence\n\nSTATEMENT OF THE SPOKESPERSON OF THE MINISTRY"
    assert writer(heading + BODY) == "KHM"


def test_a_spokesperson_s_statement_is_of_whom_it_begins_with() -> None:
    text = (
        "Statement by the Spokesperson on the drilling\n\nThe European Union is deeply concerned. We urge restraint.\n"
    )
    assert writer(text) == "eu"


def test_a_body_of_a_state_publishes_under_its_standard_name() -> None:
    assert writer("Troops fired.", publisher="Ministry of Defence of Armenia") == "ARM/mod"
    assert writer("Troops fired.", publisher="Museum of Armenia") is None
