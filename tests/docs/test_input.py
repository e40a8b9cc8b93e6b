"""Check that the page on input says what the code does."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

from standoff.model.document import BlockKind
from standoff.reading import html, normal
from standoff.reading.dating import NEIGHBOURS, WEEKDAY
from standoff.reading.inputs import ABOUT
from standoff.reading.read import READERS

PAGE = (Path(__file__).parents[2] / "docs" / "reference" / "input.md").read_text(encoding="utf-8")


def test_every_format_is_documented() -> None:
    assert [suffix for suffix in READERS if suffix and f"`{suffix}`" not in PAGE] == []


def test_every_kind_of_block_and_basis_is_documented() -> None:
    bases = ("stated", "metadata", "prefix", "dateline", "url", WEEKDAY, NEIGHBOURS)
    assert [name for name in (*get_args(BlockKind), *bases) if f"`{name}`" not in PAGE] == []


def test_every_limit_is_documented() -> None:
    limits = (
        *(normal.LARGEST_INPUT, normal.LONGEST_TEXT, normal.MOST_LINES, normal.LONGEST_WORD),
        *(html.LARGEST_PAGE, html.MOST_TAGS, html.DEEPEST),
    )
    assert [limit for limit in limits if f"{limit:,}" not in PAGE] == []


def test_files_left_out_are_documented() -> None:
    assert {"README", "LICENSE", "NOTICE", "FORMAT", "CHANGELOG"} <= ABOUT
