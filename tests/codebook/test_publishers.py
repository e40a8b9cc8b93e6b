from __future__ import annotations

from pathlib import Path

import pytest

from standoff.codebook.load import FOLDER
from standoff.codebook.publishers import NEWSROOMS, PublisherBook, host_of, load_publishers
from standoff.errors import CodebookError

HEADER = "id,name,kind,country,owner,state_owned,aliases,hosts\n"


@pytest.fixture(scope="module")
def book() -> PublisherBook:
    return load_publishers(FOLDER)


def write(folder: Path, rows: str, furniture: str = "") -> Path:
    (folder / "publishers.csv").write_text(HEADER + rows, encoding="utf-8")
    (folder / "furniture.yaml").write_text(furniture, encoding="utf-8")
    return folder


def test_the_book_covers_the_world(book: PublisherBook) -> None:
    assert len(book.entries) >= 500
    assert sum(publisher.kind == "agency" for publisher in book.entries.values()) >= 100
    assert len({publisher.country for publisher in book.entries.values()}) >= 90


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("AFP", "AFP"),
        ("Agence France-Presse", "AFP"),
        ("the AP", "Associated Press"),
        ("bloomberg", "Bloomberg News"),
        ("Suna", "SUNA"),
        ("Press Trust of India", "PTI"),
        ("Guardian", "The Guardian"),
        ("Nobody's Gazette", None),
    ],
)
def test_names_and_aliases_in_any_case(book: PublisherBook, name: str, expected: str | None) -> None:
    found = book.named(name)
    assert (found.name if found else None) == expected


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://www.aljazeera.com:443/news/2021/5/13/x", "Al Jazeera"),
        ("http://en.trend.az/azerbaijan/1.html", "Trend"),
        ("https://timesofindia.indiatimes.com/x", "The Times of India"),
        ("dawn.com/news/1", "Dawn"),
        ("https://example.org/reuters.com", None),
        ("http://[broken", None),
        ("", None),
    ],
)
def test_addresses_by_host(book: PublisherBook, url: str, expected: str | None) -> None:
    found = book.at(url)
    assert (found.name if found else None) == expected


@pytest.mark.parametrize(
    ("outlet", "expected"),
    [
        ("Islam Times (TASS copy)", ("Islam Times", "TASS")),
        ("Aysor (Armenian Club copy)", ("Armenian Club", "Aysor")),
        ("The Asia Today (Anadolu)", ("The Asia Today", "Anadolu Agency")),
        ("Eurasia Review (A. Writer)", ("Eurasia Review", None)),
        ("Nile Courier (Sahel Wire copy)", ("Nile Courier", "Sahel Wire")),
        ("Some Page (agency copy)", ("Some Page", None)),
        ("The Nation (Pakistan)", ("The Nation (Pakistan)", None)),
        ("Border Gazette (weekly)", ("Border Gazette (weekly)", None)),
    ],
)
def test_an_outlets_remark_tells_whose_text_it_is(
    book: PublisherBook, outlet: str, expected: tuple[str, str | None]
) -> None:
    assert book.split(outlet) == expected


def test_a_government_is_no_newsroom(book: PublisherBook) -> None:
    assert book.named("Kremlin") is not None
    assert book.newsroom("Kremlin") is None
    assert "government" not in NEWSROOMS


def test_a_name_of_two_is_refused_with_file_line_and_key(tmp_path: Path) -> None:
    rows = "a,Alpha,agency,FRA,,,Both,\nb,Beta,agency,DEU,,,Both,\n"
    with pytest.raises(CodebookError, match=r"publishers.csv, line 3, key 'aliases': 'both' belongs to a"):
        load_publishers(write(tmp_path, rows))


@pytest.mark.parametrize(
    ("row", "key"),
    [
        ("a,Alpha,gossip,FRA,,,,", "kind"),
        ("a,Alpha,agency,France,,,,", "country"),
        ("a,Alpha,agency,FRA,,maybe,,", "state_owned"),
        ("a,Alpha,agency,FRA,,,,https://Alpha", "hosts"),
    ],
)
def test_a_malformed_row_is_refused(tmp_path: Path, row: str, key: str) -> None:
    with pytest.raises(CodebookError, match=f"line 2, key '{key}'"):
        load_publishers(write(tmp_path, row + "\n"))


def test_unknown_ownership_stays_unknown(tmp_path: Path) -> None:
    book = load_publishers(write(tmp_path, "a,Alpha,agency,,,,,\nb,Beta,agency,,,false,,\n"))
    assert book.entries["a"].state_owned is None
    assert book.entries["b"].state_owned is False


def test_a_host_without_www_port_or_case() -> None:
    assert host_of("HTTPS://WWW.Example.ORG:8080/x") == "example.org"


@pytest.mark.parametrize(
    ("headline", "expected"),
    [
        ("Inter Services Public Relations", "ISPR"),
        ("EUMM Georgia – Weekly Field Report", "EU Monitoring Mission in Georgia"),
        ("UNIFIL statement (16 November 2025)", "UNIFIL"),
        ("Briefing by Russian Defence Ministry (5 March 2025)", "Ministry of Defence of Russia"),
        ("OCHA Situation Update No. 34", "OCHA"),
        ("UNHCR reports 4,000 arrivals", None),
        ("UN report says 70 were killed", None),
        ("Kremlin: talks go on", None),
        ("Reuters Daily Briefing", None),
        ("Report of a village", None),
    ],
)
def test_the_head_of_a_bodys_own_paper_names_its_issuer(
    book: PublisherBook, headline: str, expected: str | None
) -> None:
    found = book.issuer(headline)
    assert (found.name if found else None) == expected
