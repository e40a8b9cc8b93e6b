import hashlib
import json
import re
from base64 import b64encode
from html.parser import HTMLParser

import pytest

from standoff.errors import ExportError
from standoff.exporting.pages import safe_url
from standoff.exporting.selection import Selection, select_rows
from standoff.exporting.single import publish, safe_json, squeeze
from standoff.views.period import Period

VOID = {"meta", "link", "input", "br", "line", "rect"}


class Page(HTMLParser):
    """Collect what a browser would see."""

    def __init__(self, text):
        super().__init__()
        self.tags, self.ids, self.links, self.stack, self.text = [], [], [], [], []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        attributes = dict(attrs)
        self.tags.append((tag, attributes))
        if "id" in attributes:
            self.ids.append(attributes["id"])
        if "href" in attributes:
            self.links.append(attributes["href"])
        if tag not in VOID:
            self.stack.append(tag)

    def handle_endtag(self, tag):
        assert self.stack, f"</{tag}> closes nothing"
        if tag not in VOID:
            assert self.stack.pop() == tag

    def handle_data(self, data):
        if not {"script", "style"} & set(self.stack):
            self.text.append(data)

    def handle_startendtag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))


@pytest.fixture(scope="module")
def html(store, books, tmp_path_factory):
    path = tmp_path_factory.mktemp("page") / "record.html"
    publish(store, path, Selection({}, unreviewed=True), books)
    return path.read_text("utf-8")


@pytest.fixture(scope="module")
def page(html):
    return Page(html)


@pytest.fixture(scope="module")
def words(page):
    return " ".join(" ".join(page.text).split())


def test_the_page_is_well_formed_and_each_id_is_its_own(page):
    assert page.stack == []
    assert len(page.ids) == len(set(page.ids))


def test_every_link_within_the_page_leads_somewhere(page):
    within = {link[1:] for link in page.links if link.startswith("#")}
    assert within
    assert within <= set(page.ids) | {"…"}


def test_nothing_is_fetched_from_elsewhere(html, page):
    for tag, attributes in page.tags:
        assert "src" not in attributes
        assert tag not in {"iframe", "object", "embed", "img", "base", "form"} or attributes.get("method") == "dialog"
    policy = next(a["content"] for t, a in page.tags if a.get("http-equiv") == "Content-Security-Policy")
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    for kind, element in (("style-src", "style"), ("script-src", "script")):
        body = re.search(rf"<{element}>(.*?)</{element}>", html, re.DOTALL).group(1)
        digest = b64encode(hashlib.sha256(body.encode()).digest()).decode()
        assert f"{kind} 'sha256-{digest}'" in policy
    assert "url(" not in html


def test_no_element_carries_style_or_script_of_its_own(page):
    for _, attributes in page.tags:
        assert "style" not in attributes
        assert not any(name.startswith("on") for name in attributes)


def test_texts_names_and_addresses_cannot_become_markup(html, page):
    assert "<script>alert" not in html
    assert "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;" in html
    assert "<b>Wire</b>" not in html.split('<script type="application/json"')[0]
    assert not any(link.lower().startswith("javascript:") for link in page.links)
    assert sum(tag == "script" for tag, _ in page.tags) == 2


def test_the_data_cannot_end_their_element(html):
    held = re.search(r'<script type="application/json" id="data">(.*?)</script>', html, re.DOTALL).group(1)
    assert "<" not in held
    data = json.loads(held)
    assert data["content_sha256"] in html.split("<footer")[1]
    assert len(data["documents"]) == 3


def test_json_in_a_page_is_escaped():
    text = "</script><!-- & \u2028"
    assert json.loads(safe_json(text)) == text
    assert not set("<>&\u2028") & set(safe_json(text))


@pytest.mark.parametrize(
    ("url", "kept"),
    [
        ("https://example.org/a", True),
        ("http://example.org", True),
        ("javascript:alert(1)", False),
        ("JavaScript://example.org/%0aalert(1)", False),
        ("data:text/html,x", False),
        ("//example.org", False),
        ("file:///etc/passwd", False),
        ("https://[", False),
        (None, False),
        ("", False),
    ],
)
def test_only_web_addresses_become_links(url, kept):
    assert (safe_url(url) == url and url is not None and url != "") is kept


def test_the_reader_finds_who_says_what(words):
    assert "Pakistan says so; India denies it; China and the United Nations take no position." in words
    assert "◆ contested" in words
    assert "3 documents · 2 independent origins" in words
    assert "undated, inferred 10–11 May 2023" in words
    assert "four civilians" in words
    assert "none reported" in words  # casualties of the call
    assert "not reported" in words
    assert "repeats 30 % of" in words


def test_the_machine_never_calls_anything_so(words):
    assert not re.search(r"\b(true|false|verified)\b", words, re.IGNORECASE)


def test_boilerplate_is_kept_and_greyed(html):
    assert re.search(r'<div class="block boilerplate">\s*Subscribe to our newsletter', html)


def test_whole_texts_stay_as_they_are(page, story):
    shown = "".join(page.text)
    for desk in story.desks:
        for line in desk.document.text.split("\n"):
            assert line in shown


def test_without_reviews_nothing_is_shown_and_the_page_says_so(store, books, tmp_path):
    with store.connect() as connection:
        selection = select_rows(connection, {}, unreviewed=False)
    made = publish(store, tmp_path / "record.html", selection, books)
    assert (made.incidents, made.documents) == (0, 0)
    text = (tmp_path / "record.html").read_text("utf-8")
    assert (
        "Left out, because not reviewed, or not accepted: 9 statements, 8 claims, 2 incidents and 3 discrepancies."
        in text
    )
    assert "Neelum" not in text


def test_accepted_rows_are_shown_and_rejected_ones_never(store, story, books, tmp_path):
    accepted = story.desks[0].statements[0].id
    rejected = story.desks[1].statements[0].id
    states = {accepted: "accepted", rejected: "rejected"}
    for unreviewed in (False, True):
        with store.connect() as connection:
            selection = select_rows(connection, states, unreviewed)
        publish(store, tmp_path / "record.html", selection, books)
        shown = " ".join("".join(Page((tmp_path / "record.html").read_text("utf-8")).text).split())
        assert "Pakistan says so" in shown
        assert ("Arindam Rao" in shown) is unreviewed
        assert ("1 statement" in shown) is True


def test_the_same_record_gives_the_same_page(store, books, everything, tmp_path):
    for name in ("one", "two"):
        publish(store, tmp_path / name, everything, books)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


def test_a_place_that_cannot_be_written_to_is_named(store, books, everything, tmp_path):
    with pytest.raises(ExportError, match="cannot be written"):
        publish(store, tmp_path / "nowhere" / "record.html", everything, books)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a line broken\nto fit", "a line broken to fit"),
        ("A paragraph.\nAnother", "A paragraph.\nAnother"),
        ("Headline\n\n \nText", "Headline\nText"),
        ("no break", "no break"),
    ],
)
def test_excerpts_close_up_blank_lines_and_join_broken_ones(text, shown):
    assert squeeze(text) == shown


def test_a_bounded_page_holds_only_its_period(store, books, tmp_path):
    made = publish(store, tmp_path / "x", Selection({}, unreviewed=True, period=Period(first="2023-05-10")), books)
    assert (made.incidents, made.documents) == (1, 1)
    shown = " ".join("".join(Page((tmp_path / "x").read_text("utf-8")).text).split())
    assert "only incidents from 2023-05-10" in shown
    assert "Alleged shelling" not in shown
