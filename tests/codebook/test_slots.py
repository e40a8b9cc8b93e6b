from pathlib import Path

import pytest

from standoff.codebook.load import FOLDER
from standoff.codebook.slots import VALUES, load_slots
from standoff.errors import CodebookError
from standoff.values.kinds import KINDS


def test_each_value_type_of_the_slots_has_a_module() -> None:
    assert set(VALUES) == set(KINDS)


def test_slots_are_found_by_role_and_by_quantity() -> None:
    book = load_slots(FOLDER)
    assert book.by_role["actor"].id == "actor"
    assert book.by_quantity["killed"].value == "count"
    assert book["distance"].question == "How far?"


def test_occurred_is_the_first_row_and_unknown_slots_come_last() -> None:
    book = load_slots(FOLDER)
    assert book.order("occurred") == 1
    assert book.order("no such slot") > max(slot.order for slot in book.slots.values())


def test_a_slot_without_a_known_value_type_is_refused_with_its_place(tmp_path: Path) -> None:
    text = "- id: occurred\n  label: occurred\n  value: colour\n  order: '1'\n  weight: '1'\n"
    (tmp_path / "slots.yaml").write_text(text + "  question: q\n  description: d\n  example: e\n")
    with pytest.raises(CodebookError, match=r"slots.yaml, line 1, key 'value'"):
        load_slots(tmp_path)


def test_a_weight_above_one_is_refused(tmp_path: Path) -> None:
    (tmp_path / "slots.yaml").write_text("- id: occurred\n  order: '1'\n  weight: '3'\n")
    with pytest.raises(CodebookError, match="weight"):
        load_slots(tmp_path)
