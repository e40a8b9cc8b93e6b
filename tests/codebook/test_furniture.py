from __future__ import annotations

from pathlib import Path

import pytest

from standoff.codebook.furniture import FurnitureBook, load_furniture, plain
from standoff.codebook.load import FOLDER
from standoff.errors import CodebookError


@pytest.fixture(scope="module")
def book() -> FurnitureBook:
    return load_furniture(FOLDER)


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        (">> See also: Another border is closed", "boilerplate"),
        ("I subscribe", "boilerplate"),
        ("SHARE THIS ARTICLE Share Tweet Post Email", "boilerplate"),
        ("© 2016 The Example. All rights reserved.", "boilerplate"),
        ("Sign up for our newsletter and never miss a story", "boilerplate"),
        ("Image copyright EPA Image caption A checkpoint near the bridge", "caption"),
        ("Reporting by Ana Petrova in Kramatorsk; Editing by John Roe", "credit"),
        ("Also on Tuesday, a suspect attacked a guard at the embassy.", None),
        ("Share prices in Karachi fell on Friday after the strikes.", None),
        ("Follow the road to Kassala and you will see the camps.", None),
        ("“Subscribe to our views or leave,” he said.", None),
        ("19 people were killed in the shelling, the governor said.", None),
        ("Published in the official gazette, the decree calls up reservists.", None),
    ],
)
def test_furniture_is_told_from_prose(book: FurnitureBook, line: str, kind: str | None) -> None:
    assert book.kind_of(line) == kind


def test_an_entry_of_furniture_needs_an_example(tmp_path: Path) -> None:
    (tmp_path / "furniture.yaml").write_text("- id: x\n  kind: caption\n  description: X.\n  line: [x]\n", "utf-8")
    with pytest.raises(CodebookError, match="example"):
        load_furniture(tmp_path)


def test_lines_are_compared_without_marks_and_case() -> None:
    assert plain("  >> Read MORE… ") == "read more"
