from __future__ import annotations

from pathlib import Path

import pytest

from standoff.codebook.event_triggers import indexed, read_classes, read_triggers
from standoff.codebook.event_types import read_intensities, read_types
from standoff.codebook.load import FOLDER
from standoff.errors import CodebookError

EVENTS = FOLDER / "events"
TYPES = read_types(EVENTS / "types.yaml", read_intensities(EVENTS / "plover.csv"))
HEADER = "type,pos,words,object,subject,prep,not,roles\n"


def test_the_more_an_entry_asks_for_the_earlier_it_is_tried(tmp_path: Path) -> None:
    file = tmp_path / "triggers.csv"
    file.write_text(HEADER + "attack,v,hit,,,,,\nairstrike,v,hit,,jet,,,\nnone,v,hit,jackpot,,,,\n", encoding="utf-8")
    entries = indexed(list(read_triggers(file, TYPES, {})), "v")["hit"]
    assert [entry.type for entry in entries] == ["airstrike", "", "attack"]


def test_a_preposition_may_name_what_follows_it(tmp_path: Path) -> None:
    file = tmp_path / "triggers.csv"
    file.write_text(HEADER + "incursion,v,cross,,,into:land+soil|over,,object=none\n", encoding="utf-8")
    [entry] = read_triggers(file, TYPES, {})
    assert [(p.word, p.after) for p in entry.preps] == [("into", ("land", "soil")), ("over", ())]
    assert entry.roles == {"object": "none"}


def test_a_class_takes_in_classes_given_before_it(tmp_path: Path) -> None:
    file = tmp_path / "classes.yaml"
    file.write_text("- id: one\n  words: [a]\n- id: two\n  words: ['@one', b]\n", encoding="utf-8")
    assert read_classes(file)["two"].words == {"a", "b"}
    file.write_text("- id: two\n  words: ['@one', b]\n", encoding="utf-8")
    with pytest.raises(CodebookError, match=r"classes\.yaml, line 1, key 'words'"):
        read_classes(file)
