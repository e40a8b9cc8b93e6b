from __future__ import annotations

import pytest

from standoff.errors import ReadingError
from standoff.reading.draft import Draft, Input, Stated
from standoff.reading.html import DEEPEST, MOST_TAGS, read_html

PARAGRAPHS = "".join(
    f"<p>{text}</p>"
    for text in (
        "Ukraine accused the separatists on Wednesday of shelling a power line that feeds the coke plant in the town.",
        "The self-proclaimed republic denied it. “The other side cut its own people off,” its spokesman said.",
        "Monitors recorded more than 2,300 explosions overnight and did not say who was responsible for them.",
    )
)
PAGE = f"""<!DOCTYPE html><html lang="en"><head><title>Power line shelled | The Border Post</title>
<meta property="og:site_name" content="The Border Post"><meta property="og:title" content="Power line shelled">
<meta property="article:published_time" content="2017-01-25T18:00:00Z"></head>
<body><nav><a href="/">Home</a><a href="/war">War</a></nav><article><h1>Power line shelled</h1>{PARAGRAPHS}</article>
<footer>© 2017 The Border Post. <a href="/privacy">Privacy policy</a></footer></body></html>"""


def draft(page: str | bytes, stated: Stated | None = None) -> Draft:
    data = page if isinstance(page, bytes) else page.encode()
    (found,) = read_html(Input("p.html", data, stated or Stated()))
    return found


def test_the_article_and_its_metadata_are_found() -> None:
    found = draft(PAGE)
    assert found.text.startswith("Power line shelled")
    assert "2,300 explosions" in found.text
    assert "Privacy" not in found.text
    assert (found.stated.outlet, found.stated.published, found.stated.basis) == (
        "The Border Post",
        "2017-01-25",
        "metadata",
    )
    assert found.data == PAGE.encode()


def test_what_the_side_file_states_goes_before_the_page() -> None:
    found = draft(PAGE, Stated(outlet="Another", published="2017-01-26"))
    assert (found.stated.outlet, found.stated.published, found.stated.basis) == ("Another", "2017-01-26", "stated")


def test_entities_are_not_expanded_without_end() -> None:
    levels = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    bomb = f'<!DOCTYPE html [<!ENTITY e0 "boom ">{levels}]>' + PAGE.replace("<!DOCTYPE html>", "").replace(
        "explosions", "explosions &e11;"
    )
    assert len(draft(bomb).text) < 5_000


def test_markup_inside_scripts_and_inlined_pictures_do_not_count() -> None:
    script = "<script>" + "var a = '<div>';" * 1000 + "</script>"
    picture = f'<img src="data:image/png;base64,{"QUJD" * 1_000_000}">'
    assert "2,300" in draft(PAGE.replace("<body>", f"<body>{script}{picture}")).text


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("<html><body>" + "<div>" * 100_000, f"more than {DEEPEST} elements"),
        ("<html><body>" + "<p>a</p>" * MOST_TAGS, "tags"),
        ("<html><body><p class='" + "x " * 2_000_000 + "'>", "characters of markup"),
        ("<html><body></body></html>", "no article"),
        ("<", "no article"),
        (b"<html>\xff\xfe\x00\x01\x02</html>" + bytes(200), "binary"),
    ],
)
def test_bombs_and_empty_pages_are_refused(page: str | bytes, words: str) -> None:
    with pytest.raises(ReadingError, match=words):
        draft(page)


def test_a_page_is_read_in_the_encoding_it_declares() -> None:
    words = "The army (الجيش) said that two men died in Nabatieh on Monday, and the mayor denied it. " * 4
    page = f"<html><head><meta charset='windows-1256'><title>x</title></head><body><p>{words}</p></body></html>"
    (draft,) = read_html(Input("a.html", page.encode("cp1256")))
    assert "الجيش" in draft.text


def test_a_stamp_printed_on_the_page_dates_it() -> None:
    told = "<p>Ten men were killed in a fight with police on Monday afternoon, the police said in the evening.</p>" * 4
    page = f"<html><body><h1>Ten dead</h1><span>Updated: November 12, 2024 09:14 IST</span>{told}</body></html>"
    assert draft(page).stated.published == "2024-11-12"
    assert draft(page.replace("Updated: ", "Since ")).stated.published is None


def test_a_page_that_is_no_page_is_refused_in_our_words_alone(caplog: pytest.LogCaptureFixture) -> None:
    with pytest.raises(ReadingError):
        draft("<p " + 'a="1" ' * 1000 + "></p>")
    assert not caplog.records
