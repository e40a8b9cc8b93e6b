from __future__ import annotations

import pytest

from standoff.codebook.publishers import PublisherBook
from standoff.reading.glue import unglued
from standoff.reading.layout import lay_out
from standoff.reading.lines import chunks


def pieces(text: str, publishers: PublisherBook) -> list[str]:
    return [part.of(text) for chunk in chunks(text) for part in unglued(text, chunk, publishers)]


def test_furniture_glued_into_a_paragraph_is_cut_out(publishers: PublisherBook) -> None:
    text = (
        "Two men died, police said.Share on FacebookThe governor denied it."
        "Read also: Floods in the southHe left.Advertisement"
    )
    assert pieces(text, publishers) == [
        "Two men died, police said.",
        "Share on Facebook",
        "The governor denied it.",
        "Read also: Floods in the south",
        "He left.",
        "Advertisement",
    ]


def test_a_dateline_glued_to_its_headline_begins_the_report(publishers: PublisherBook) -> None:
    text = "Four soldiers killed in an ambush, ministry saysLIMA (EFE) - Gunmen ambushed a patrol, the army said."
    layout = lay_out(text, publishers)
    assert [block.kind for block in layout.blocks] == ["headline", "dateline", "paragraph"]
    assert layout.headline == "Four soldiers killed in an ambush, ministry says"
    assert layout.agencies == ("EFE",)


@pytest.mark.parametrize(
    "text",
    [
        "He wrote on YouTube and WhatsApp.",
        "The McKenzie report.He said so.",
        "",
        "U.S.Army men met the PKKs (SDF) there.",
    ],
)
def test_names_with_capitals_inside_stay_whole(publishers: PublisherBook, text: str) -> None:
    assert pieces(text, publishers) == ([text] if text else [])


def test_the_pieces_hold_all_that_is_not_space(publishers: PublisherBook) -> None:
    text = "One.Share on X Two.AdvertisementThree. Share this article"
    assert "".join("".join(pieces(text, publishers)).split()) == "".join(text.split())
