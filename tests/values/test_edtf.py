from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standoff.errors import ValueParseError
from standoff.model.clock import UNKNOWN, Interval
from standoff.values.edtf import edtf, parse_edtf


@pytest.mark.parametrize(
    ("first", "last", "text"),
    [
        ("2023-06-15", "2023-06-15", "2023-06-15"),
        ("2023-06-01", "2023-06-30", "2023-06"),
        ("2023-01-01", "2023-12-31", "2023"),
        ("1990-01-01", "1999-12-31", "199X"),
        ("1900-01-01", "1999-12-31", "19XX"),
        ("2023-06-15", "2023-06-17", "2023-06-15/2023-06-17"),
        ("1993-01-01", None, "1993-01-01/.."),
        (None, "2030-12-31", "../2030-12-31"),
        ("2023-06-15T22:15", "2023-06-15T22:15", "2023-06-15T22:15:00"),
    ],
)
def test_intervals_have_a_text_form_that_is_read_back(first, last, text):
    interval = Interval(first, last, "text")
    assert edtf(interval) == text
    assert parse_edtf(text) == interval


def test_times_of_day_are_left_out_of_an_interval():
    assert edtf(Interval("2023-06-14T18:00", "2023-06-15T06:00", "text")) == "2023-06-14/2023-06-15"


def test_what_is_inferred_is_marked_uncertain():
    assert edtf(Interval("2023-06-15", "2023-06-15", "inferred:weekday")) == "2023-06-15?"
    assert parse_edtf("2023-06-15?").earliest == "2023-06-15"


def test_an_unknown_interval_has_no_text_form():
    assert edtf(UNKNOWN) is None


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2021-23", "2021-09-01", "2021-11-30"),
        ("2021-24", "2021-12-01", "2022-02-28"),
        ("2021-XX", "2021-01-01", "2021-12-31"),
        ("2021-05-XX", "2021-05-01", "2021-05-31"),
        ("2004-06~/2006-08", "2004-06-01", "2006-08-31"),
        ("2021-05-14T18:30:00Z", "2021-05-14T18:30", "2021-05-14T18:30"),
    ],
)
def test_other_forms_are_read(text, first, last):
    found = parse_edtf(text)
    assert (found.earliest, found.latest) == (first, last)


@pytest.mark.parametrize("text", ["", "yesterday", "2021-13", "2021-02-30", "2023/2021", "2021/2022/2023", "20X1", "/"])
def test_what_is_no_edtf_is_refused(text):
    if text == "/":
        assert parse_edtf(text) == Interval(None, None, "text")
        return
    with pytest.raises(ValueParseError, match="EDTF"):
        parse_edtf(text)


@given(st.dates(date(1000, 1, 1), date(2900, 1, 1)), st.integers(0, 4000), st.booleans(), st.booleans())
def test_any_interval_of_days_comes_back(first, width, opens, ends):
    last = first + timedelta(width)
    interval = Interval(None if opens else first.isoformat(), None if ends else last.isoformat(), "text")
    text = edtf(interval)
    assert text is None if opens and ends else parse_edtf(str(text)) == interval
