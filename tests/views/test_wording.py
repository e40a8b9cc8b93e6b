import pytest

from standoff.model.clock import UNKNOWN, Interval
from standoff.views.wording import (
    count_words,
    given_by,
    interval_words,
    list_words,
    published_words,
    relation_words,
    with_article,
    without_date,
)


@pytest.mark.parametrize(
    ("earliest", "latest", "said"),
    [
        ("2023-05-09", "2023-05-09", "9 May 2023"),
        ("2023-05-09", "2023-05-11", "9–11 May 2023"),
        ("2023-04-30", "2023-05-02", "30 April – 2 May 2023"),
        ("2022-12-31", "2023-01-01", "31 December 2022 – 1 January 2023"),
        ("2023-02-01", "2023-02-28", "February 2023"),
        ("2023-01-01", "2023-12-31", "2023"),
        ("1993-01-01", "1999-12-31", "1993–1999"),
        ("2020-09-01", "2020-11-30", "September – November 2020"),
        ("2020-12-01", "2021-02-28", "December 2020 – February 2021"),
        ("2023-05-09T14:05", "2023-05-09T14:05", "9 May 2023, 14:05"),
        ("2023-05-09T06:00", "2023-05-09T12:00", "9 May 2023, 06:00–12:00"),
        (None, "2023-05-09", "until 9 May 2023"),
        ("2023-05-09", None, "since 9 May 2023"),
        (None, None, "date not reported"),
    ],
)
def test_intervals_are_said_as_briefly_as_they_allow(earliest, latest, said):
    assert interval_words(Interval(earliest, latest, "text")) == said


def test_a_document_without_a_date_is_undated_and_an_inferred_one_says_so():
    assert published_words(UNKNOWN) == "undated"
    assert published_words(None) == "undated"
    inferred = Interval("2023-05-10", "2023-05-11", "inferred:neighbours")
    assert published_words(inferred) == "undated, inferred 10–11 May 2023"
    assert published_words(Interval("2023-05-10", "2023-05-10", "prefix")) == "10 May 2023"


def test_names_are_listed_and_counted_as_english_does():
    assert list_words(["A"]) == "A"
    assert list_words(["A", "B", "C"]) == "A, B and C"
    assert count_words(1, "document") == "1 document"
    assert count_words(1204, "discrepancy", "discrepancies") == "1,204 discrepancies"


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Rwanda", "Rwanda"),
        ("United States", "the United States"),
        ("Ministry of Defence of Sudan", "the Ministry of Defence of Sudan"),
        ("The Hague Court", "The Hague Court"),
        ("Rapid Support Forces", "the Rapid Support Forces"),
    ],
)
def test_names_take_the_article_english_gives_them(name, said):
    assert with_article(name) == said


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("Alleged advance by Chad, 12 May 2021", "Alleged advance by Chad"),
        ("Handover of the town, 30 April to 14 May 2021", "Handover of the town"),
        ("War, 1993 to 1999", "War"),
        ("Talks between A, B and C, May 2021", "Talks between A, B and C"),
        ("Meeting of A, B and C", "Meeting of A, B and C"),
        ("Strike by unit 2021", "Strike by unit 2021"),
    ],
)
def test_a_name_is_shown_without_the_date_beside_it(label, name):
    assert without_date(label) == name


def test_a_figure_is_given_by_a_voice_in_an_outlet_on_a_day():
    day = Interval("2023-05-09", "2023-05-09", "text")
    assert given_by("Mali", "AFP", day) == "Mali in AFP, 9 May 2023"
    assert given_by("AFP", "AFP", None) == "AFP"
    assert given_by(None, None, None) == "a report in its own words"


def test_what_is_done_to_an_agreement_agrees_with_who_does_it():
    assert relation_words("affirms", "Mali") == "affirms"
    assert relation_words("affirms", "Regional commanders") == "affirm"
    assert relation_words("affirms", "regional commanders") == "affirm"
    assert relation_words("alleges_violation", "Houthis") == "allege a violation of"
    assert relation_words("alleges_violation", "Morning Post", quoted=False) == "reports an alleged violation of"
