"""The table of annotators is checked when assembled."""

from __future__ import annotations

import pytest

from standoff.annotating.stages import ANNOTATORS, Annotator, check
from standoff.errors import InvariantError


def test_the_table_is_sound() -> None:
    check(ANNOTATORS)


def test_a_missing_requirement_is_refused() -> None:
    with pytest.raises(InvariantError, match="chains requires name"):
        check([Annotator("chains", ("pronoun",), ("name",), lambda *_: ())])


def test_two_makers_of_one_kind_are_refused() -> None:
    with pytest.raises(InvariantError, match="another makes already"):
        check([*ANNOTATORS, Annotator("again", ("time",), (), lambda *_: ())])
