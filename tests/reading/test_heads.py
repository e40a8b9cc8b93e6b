from __future__ import annotations

import pytest

from standoff.codebook.publishers import PublisherBook
from standoff.reading.heads import find_head

SAID = "Troops crossed the river, the ministry said."


@pytest.mark.parametrize(
    ("head", "place", "agency", "day"),
    [
        ("Yerevan (AFP) –", "Yerevan", "AFP", None),
        ("KYIV, March 3 (Reuters) -", "KYIV", "Reuters", (None, 3, 3)),
        ("YEREVAN, May 13. /TASS/.", "YEREVAN", "TASS", (None, 5, 13)),
        ("GAZA CITY, Gaza Strip (AP) -", "GAZA CITY", "Associated Press", None),
        ("PORT SUDAN, June 15 (Sahel Wire) -", "PORT SUDAN", "Sahel Wire", (None, 6, 15)),
        ("JAMMU, May 8 (Himal Press) --", "JAMMU", "Himal Press", (None, 5, 8)),
        ("PRISTINA, Sept 18 (BalkanPress) –", "PRISTINA", "BalkanPress", (None, 9, 18)),
        ("DUBAI, March 3 (Wire) -", "DUBAI", None, (None, 3, 3)),
        ("MOSCOW —", "MOSCOW", None, None),
        ("(Kyiv) –", "Kyiv", None, None),
        ("BAKU, Azerbaijan, September 13.", "BAKU", None, (None, 9, 13)),
        ("New Delhi, May 19.", "New Delhi", None, (None, 5, 19)),
        ("YEREVAN, MAY 19, ARMENPRESS.", "YEREVAN", "Armenpress", (None, 5, 19)),
        ("15:57, 2 June, 2021. YEREVAN, ARMENPRESS.", None, "Armenpress", (2021, 6, 2)),
        ("03.07.2021 | 13:44.", None, None, (2021, 7, 3)),
        ("Updated May 25, 2021.", None, None, (2021, 5, 25)),
        ("UNITED NATIONS, Oct. 9 (Xinhua) --", "UNITED NATIONS", "Xinhua", (None, 10, 9)),
        ("Crisis Group briefing 93, 22 April 2022.", None, None, (2022, 4, 22)),
    ],
)
def test_datelines_and_stamps(
    publishers: PublisherBook, head: str, place: str | None, agency: str | None, day: tuple[int | None, int, int] | None
) -> None:
    found = find_head(f"{head} {SAID}", publishers, first=True)
    assert found is not None
    assert found.kind == "dateline"
    assert f"{head} {SAID}"[: found.length].strip() == head
    assert place is None or found.places[0] == place
    assert found.agency == agency
    assert (found.date and (found.date.year, found.date.month, found.date.day)) == day


def test_the_dash_ends_a_dateline_whatever_follows(publishers: PublisherBook) -> None:
    found = find_head("TOKYO (Reuters) - U.S. Marines landed on Okinawa.", publishers, first=True)
    assert found is not None
    assert found.length == len("TOKYO (Reuters) -")


@pytest.mark.parametrize(
    "line", ["26 May 2021, 08:33", "May 13, 2021 - 18:33 AMT", "Thursday 27 May 2021", "2021-05-27"]
)
def test_a_stamp_fills_its_line(publishers: PublisherBook, line: str) -> None:
    found = find_head(line, publishers, first=True)
    assert found is not None
    assert found.length == len(line)
    assert found.date is not None
    assert found.date.full is not None


@pytest.mark.parametrize(
    "line",
    [
        SAID,
        "On May 12, 2021 troops crossed the river.",
        "Azerbaijan – which denies this – said nothing.",
        "The EU, NATO and Russia - all of them - called for calm.",
        "Mr. Petrov denied it.",
        "President Ilham Aliyev said on May 3 that the road was open.",
        "U.S. officials were silent.",
        "September 2022 Armenia–Azerbaijan clashes. On 12 September fighting began.",
        "“Kyiv – our capital – will stand,” she said.",
        "The war began on Monday, 3 June 2021. Nobody had expected it.",
        "FILE - In this photo smoke rises over the town.",
        "UPDATE - Shells fell again.",
        "Broadcom Ltd. said nothing.",
        "",
        "-",
        "....",
    ],
)
def test_sentences_are_no_datelines(publishers: PublisherBook, line: str) -> None:
    assert find_head(line, publishers, first=False) is None


def test_bylines_stand_at_the_top_only(publishers: PublisherBook) -> None:
    line = f"By Ana Petrova and John Roe, June 10, 2021. {SAID}"
    found = find_head(line, publishers, first=True)
    assert found is not None
    assert found.kind == "credit"
    assert find_head(f"Ana Petrova. {SAID}", publishers, first=True) is not None
    assert find_head(f"Ana Petrova. {SAID}", publishers, first=False) is None


def test_a_dateline_needs_no_dash_after_its_agency(publishers: PublisherBook) -> None:
    found = find_head("Damascus, July 14 (SANA) The spokesman said that the road was open.", publishers, first=True)
    assert found is not None
    assert (found.places, found.agency) == (("Damascus",), "SANA")
    assert find_head("President Roe (above) The road is open.", publishers, first=True) is None


def test_a_remark_in_brackets_is_no_part_of_a_dateline(publishers: PublisherBook) -> None:
    found = find_head("Goma, 4 Oct. 2024 (our own translation) - At least 70 people died.", publishers, first=True)
    assert found is not None
    assert found.date is not None
    assert found.date.year == 2024
    assert found.places == ("Goma",)


def test_a_question_at_a_briefing_is_no_dateline(publishers: PublisherBook) -> None:
    assert find_head("QUESTION (Reuters): Has the ambassador been summoned?", publishers, first=False) is None


LONG = "Two men were killed and five hurt in the north of the country on Monday, the army said."


@pytest.mark.parametrize("head", ["Rabat –", "ISLAMABAD:", "NEW DELHI:", "BRUSSELS/KYIV:", "N'DJAMENA:"])
def test_a_place_alone_opens_a_report(publishers: PublisherBook, head: str) -> None:
    found = find_head(f"{head} {LONG}", publishers, first=True)
    assert found is not None
    assert found.length == len(head) + 1
    assert find_head(f"{head} {LONG}", publishers, first=False) is None


@pytest.mark.parametrize(
    "line",
    [
        f"MR ROE: {LONG}",
        f"TARROW: Good afternoon. {LONG}",
        f"TARROW: At dawn our ships met two others, and we hailed them by radio. {LONG}",
        f"SECRETARY ROE: {LONG}",
        f"Background – {LONG}",
        f"IRAN - ISRAEL : {LONG}",
        f"Azerbaijan – Armenia’s neighbour – {LONG}",
        f"Roe: {LONG}",
        "KYIV: Shells fall",
    ],
)
def test_speakers_rubrics_and_asides_open_no_report(publishers: PublisherBook, line: str) -> None:
    assert find_head(line, publishers, first=True) is None


@pytest.mark.parametrize(
    ("line", "places", "day"),
    [
        ("Deir al-Balah/Jerusalem, 5 April 2024", ("Deir al-Balah", "Jerusalem"), "2024-04-05"),
        ("Issued: Tbilisi, 10 June 2024", ("Tbilisi",), "2024-06-10"),
        ("Posted On: 21 MAY 2025 3:37PM by PIB Delhi", ("PIB Delhi",), "2025-05-21"),
        ("Jayapura, 3/3/2022 —", ("Jayapura",), "2022-03-03"),
    ],
)
def test_stamps_of_papers_and_sites(publishers: PublisherBook, line: str, places: tuple[str, ...], day: str) -> None:
    found = find_head(line, publishers, first=False)
    assert found is not None
    assert found.places == places
    assert found.date is not None
    assert str(found.date.full) == day


def test_a_headline_that_says_by_whom_a_briefing_is_is_no_stamp(publishers: PublisherBook) -> None:
    assert find_head("Briefing by Russian Defence Ministry (5 March 2025)", publishers, first=True) is None
