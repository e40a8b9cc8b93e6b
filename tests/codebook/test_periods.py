from __future__ import annotations

from pathlib import Path

import pytest

from standoff.codebook.load import FOLDER
from standoff.codebook.periods import load_periods
from standoff.errors import CodebookError


def test_periods_months_zones_and_outlook_are_one_book() -> None:
    book = load_periods(FOLDER)
    assert ("npt", 5.75) in book.zones.items()
    assert "expire" in book.outlook.lapsing
    assert "ramadan" in book.by_first
    assert book.months


def test_short_names_of_several_zones_are_left_out() -> None:
    assert not {"bst", "ist", "ast", "cst"} & load_periods(FOLDER).zones.keys()


def test_a_zone_off_the_earth_is_refused(tmp_path: Path) -> None:
    (tmp_path / "time_zones.csv").write_text("name,hours,meaning\nxst,27,Nowhere Time\n", "utf-8")
    with pytest.raises(CodebookError, match=r"time_zones.csv, line 2, key 'hours': must be a number from -12 to 14"):
        load_periods(tmp_path)
