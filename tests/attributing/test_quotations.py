from __future__ import annotations

import pytest

from standoff.attributing.quotations import quotations
from standoff.model.page import page
from tests.texts import language, paper


def found(text: str) -> list[str]:
    document = paper(text)
    return [text[q.start : q.stop] for q in quotations(page(document, language().parse(document)))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('He said "yes" and "no" twice.', ['"yes"', '"no"']),
        ("He said “yes, ‘maybe’ even” twice.", ["“yes, ‘maybe’ even”"]),
        ("He said «oui» twice.", ["«oui»"]),
        ("He said „ja“ twice.", ["„ja“"]),
        ("The rebels' road isn't theirs.", []),
        ("'The road is open,' he said.", ["'The road is open,'"]),
        ("He said “the road is open and never closed.", ["“the road is open and never closed."]),
    ],
)
def test_marks_of_every_style_are_paired(text: str, expected: list[str]) -> None:
    assert found(text) == expected


def test_a_storm_of_marks_does_no_harm() -> None:
    assert isinstance(found('"' * 500 + " a " + "'" * 501), list)
