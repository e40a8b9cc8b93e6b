from pathlib import Path

import pytest

from standoff.codebook.load import FOLDER
from standoff.codebook.spread import load_spread
from standoff.errors import CodebookError


def test_rare_words_weigh_more_and_common_ones_nothing() -> None:
    spread = load_spread(FOLDER)
    assert spread.weight("the") == 0
    assert 0 < spread.weight("troops") < spread.weight("howitzer")


def test_an_unlisted_word_weighs_more_than_any_listed_one() -> None:
    spread = load_spread(FOLDER)
    assert spread.weight("zzyzx") > max(spread.weight(word) for word in spread.shares)


def test_a_share_outside_its_range_is_refused_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "word_spread.csv").write_text("word,share\nguns,1.5\n", encoding="utf-8")
    with pytest.raises(CodebookError, match=r"word_spread.csv, line 2, key 'share'"):
        load_spread(tmp_path)


def test_a_word_given_twice_is_refused(tmp_path: Path) -> None:
    (tmp_path / "word_spread.csv").write_text("word,share\nguns,0.1\nguns,0.1\n", encoding="utf-8")
    with pytest.raises(CodebookError, match="given twice"):
        load_spread(tmp_path)
