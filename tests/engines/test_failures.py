"""Whatever one document raises becomes a row that names the step and the reason."""

from __future__ import annotations

import pytest

from standoff.engines.failures import LONGEST, failure_of
from standoff.errors import StepError
from standoff.joining import features
from standoff.model.entity import PartyRef
from standoff.values import text as text_values
from tests.factories import document

NOTE = document("note.txt", "The army denied it.")


def raised(action) -> Exception:
    with pytest.raises(Exception) as caught:  # noqa: PT011 - any kind is what this is about
        action()
    return caught.value


def test_our_own_errors_speak_for_themselves():
    def fail():
        raise StepError("note.txt: the language 'de' is not analysed yet.")

    failure = failure_of(raised(fail), NOTE)
    assert (failure.path, failure.document, failure.reason) == (
        "note.txt",
        NOTE.id,
        "note.txt: the language 'de' is not analysed yet.",
    )


def test_the_step_is_the_room_the_error_came_from():
    failure = failure_of(raised(lambda: features.type_likeness(None, None)), NOTE)
    assert failure.step == "joining"
    assert failure.reason.startswith("Unexpected AttributeError in joining/features.py, line ")


def test_an_error_from_elsewhere_is_of_the_process():
    failure = failure_of(raised(lambda: text_values.normal(PartyRef(None, "x"))), NOTE)
    assert failure.step == "process"
    assert "in values/text.py, line " in failure.reason


@pytest.mark.parametrize("message", ["a\nb   c", "x" * 10_000])
def test_a_long_message_becomes_one_short_line(message):
    def fail():
        raise ValueError(message)

    reason = failure_of(raised(fail), NOTE).reason
    assert "\n" not in reason
    assert len(reason) < LONGEST + 100
