from types import SimpleNamespace

from standoff.views.casualties import _given, by_slot, figures


def test_every_figure_has_its_source(connection, story):
    found = figures(connection, story.incidents[0].id)
    assert [(f.text, f.side, f.publisher) for f in found] == [
        ("four civilians", "Pakistan", "Morning Post"),
        ("six people", "Pakistan", "<b>Wire</b>"),
    ]
    assert [(f.low, f.high) for f in found] == [(4, 4), (6, 6)]
    assert by_slot(found).keys() == {"killed"}


def test_what_nobody_reports_is_absent_not_zero(connection, story):
    assert figures(connection, story.incidents[1].id) == ()
    assert by_slot(()) == {}


def test_words_that_give_no_figure_are_no_figure() -> None:
    plain = SimpleNamespace(body={"value": {"text": "four", "low": 4, "high": 4}})
    silent = SimpleNamespace(body={"value": {"text": "did not say how many died", "unsaid": True}})
    some = SimpleNamespace(body={"value": {"text": "injured", "low": 1, "some": True}})
    assert [_given(row) for row in (plain, silent, some)] == [True, False, False]
