from __future__ import annotations

import pytest

from standoff.errors import ReadingError
from standoff.reading.draft import Stated
from standoff.reading.side import parse_side, stated


def test_known_fields_are_taken_and_others_left() -> None:
    found = parse_side(b'\xef\xbb\xbf{"url": " https://x.org ", "outlet": "X", "note": 3, "country": ""}')
    assert found == Stated(url="https://x.org", outlet="X")


@pytest.mark.parametrize(
    ("given", "meant"),
    [
        ("2021", "2021"),
        ("2021-05", "2021-05"),
        ("2021-05-14", "2021-05-14"),
        ("2021-05-14T08:30:00Z", "2021-05-14T08:30"),
        ("2021-05-14 08:30", "2021-05-14T08:30"),
    ],
)
def test_moments_in_iso_form(given: str, meant: str) -> None:
    assert stated({"published": given}).published == meant


@pytest.mark.parametrize(
    "given", ["14 May 2021", "2021-5-4", "20210514", "2021-13", 20210514, ["2021"], "2021-05-14T25:00"]
)
def test_other_moments_are_refused(given: object) -> None:
    with pytest.raises(ReadingError, match="published"):
        stated({"published": given})
