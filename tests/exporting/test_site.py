import json
import re
from dataclasses import replace

import pytest

from standoff.codebook.publishers import load_publishers
from standoff.errors import ExportError
from standoff.exporting.coarse import coarsened
from standoff.exporting.leaving import Leaving
from standoff.exporting.selection import Selection, select_rows
from standoff.exporting.site import file_name, publish_folder, publish_single
from standoff.views.books import FOLDER

PAGE = """<!doctype html><html><head><meta charset="utf-8" /><style>b{}</style>
<script type="module">begin()</script></head><body><div id="app"></div></body></html>"""


@pytest.fixture
def built(tmp_path):
    """Make a stand-in for the built pages."""
    folder = tmp_path / "built"
    folder.mkdir()
    (folder / "index.html").write_text(PAGE, "utf-8")
    return folder


@pytest.fixture
def leaving(books):
    def of(selection):
        return Leaving(selection, books, load_publishers(FOLDER), "Record")

    return of


def blocks(text):
    found = re.findall(r'<script type="application/json" id="data:([^"]+)">(.*?)</script>', text, re.DOTALL)
    return {name: json.loads(body) for name, body in found}


def test_one_file_holds_every_screen_and_no_text_of_it_is_markup(store, story, built, leaving, tmp_path):
    made = publish_single(store, tmp_path / "r.html", leaving(Selection({}, True)), built=built / "index.html")
    text = (tmp_path / "r.html").read_text("utf-8")
    found = blocks(text)
    short = story.incidents[0].short_id
    assert {
        "record",
        "incidents",
        "documents",
        "agreements",
        "actors",
        "network",
        "sources",
        "briefing",
    } <= found.keys()
    assert {f"incidents/{short}", f"incidents/{short}/cards", f"incidents/{short}/events"} <= found.keys()
    assert "<b>Wire</b>" not in text
    assert made.incidents == 2
    assert made.documents == 3
    assert "'sha256-" in text
    assert "unsafe" not in text


def test_a_folder_holds_a_feed_of_the_rows_that_may_leave(store, story, built, leaving, tmp_path):
    publish_folder(store, tmp_path / "all", leaving(Selection({}, True)), built=built)
    assert f"#/incidents/{story.incidents[0].short_id}" in (tmp_path / "all" / "feed.atom").read_text("utf-8")
    publish_folder(store, tmp_path / "none", leaving(Selection({}, False)), built=built)
    assert "<entry>" not in (tmp_path / "none" / "feed.atom").read_text("utf-8")


def test_a_page_is_kept_for_each_day_on_which_less_was_known(store, story, built, leaving, tmp_path):
    publish_single(store, tmp_path / "r.html", leaving(Selection({}, True)), built=built / "index.html")
    found = blocks((tmp_path / "r.html").read_text("utf-8"))
    short = story.incidents[0].short_id
    assert found["record"]["dated"][short] == ["2023-05-10"]
    assert found[f"incidents/{short}@2023-05-10"]["incident"]["documents"] == 1
    assert found[f"incidents/{short}"]["incident"]["documents"] == 3


def test_only_accepted_rows_leave_without_being_asked_for(store, story, built, leaving, tmp_path):
    shelled = story.desks[0].bundle().statements[0].id
    with store.connect() as connection:
        chosen = select_rows(connection, {shelled: "accepted"}, unreviewed=False)
    publish_folder(store, tmp_path / "site", leaving(chosen), built=built)
    text = "".join(path.read_text("utf-8") for path in (tmp_path / "site").rglob("*.json"))
    cards = json.loads((tmp_path / f"site/data/incidents/{story.incidents[0].short_id}/cards.json").read_text("utf-8"))
    assert list(cards["cards"]) == [shelled]
    assert "Delhi Herald" not in text
    assert not (tmp_path / "site/data/network.json").exists()  # it would count what nobody reviewed
    record = json.loads((tmp_path / "site/data/record.json").read_text("utf-8"))
    assert record["left_out"].startswith("Left out, because not reviewed")
    assert record["counts"]["statements"] == 1


def test_what_was_said_can_be_searched_and_is_as_corrected(store, story, built, leaving, tmp_path):
    kept = story.desks[0].statements[0]
    fields = {kept.id: {"act": "deny", "speaker": "the mayor of Neelum"}}
    everything = replace(leaving(Selection({kept.id: "accepted"}, False)), corrections=fields)
    publish_folder(store, tmp_path / "site", everything, built=built)
    said = json.loads((tmp_path / "site/data/said.json").read_text("utf-8"))
    assert {row["id"] for row in said} == {kept.id}  # nobody has accepted the others
    assert all(row["words"] and row["who"] for row in said)
    cards = "".join(path.read_text("utf-8") for path in (tmp_path / "site").rglob("cards.json"))
    assert "the mayor of Neelum" in cards


def test_places_are_blurred_on_request(store, story, built, leaving, tmp_path):
    publish_folder(store, tmp_path / "site", leaving(Selection({}, True)), coarse_km=50, built=built)
    page = json.loads((tmp_path / f"site/data/incidents/{story.incidents[0].short_id}.json").read_text("utf-8"))
    place = next(area["place"] for area in page["map"]["areas"] if area["place"]["lat"])
    assert (place["lat"], place["lon"]) != (33.77, 74.09)
    assert place["precision_km"] >= 75


def test_a_blurred_area_still_covers_the_place():
    place = {"lat": 33.77, "lon": 74.09, "precision_km": 25.0, "name": "Poonch"}
    moved = coarsened({"areas": [{"place": place}]}, 20)["areas"][0]["place"]
    shift = 111.32 * max(abs(moved["lat"] - place["lat"]), abs(moved["lon"] - place["lon"]))
    assert 0 < shift * 2**0.5 <= 20 * 2**0.5
    assert moved["precision_km"] >= 25 + 20 / 2**0.5
    assert coarsened({"lat": None, "lon": None}, 20) == {"lat": None, "lon": None}


def test_publishing_again_replaces_its_own_folder_and_no_other(store, built, leaving, tmp_path):
    everything = leaving(Selection({}, True))
    publish_folder(store, tmp_path / "site", everything, built=built)
    publish_folder(store, tmp_path / "site", everything, built=built)
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "letter.txt").write_text("keep me", "utf-8")
    with pytest.raises(ExportError, match="is not empty"):
        publish_folder(store, tmp_path / "mine", everything, built=built)
    assert (tmp_path / "mine" / "letter.txt").read_text("utf-8") == "keep me"


def test_pages_that_are_not_built_are_asked_for(store, leaving, tmp_path):
    with pytest.raises(ExportError, match="make web"):
        publish_single(store, tmp_path / "r.html", leaving(Selection({}, True)), built=tmp_path / "none.html")


def test_odd_names_make_plain_files():
    assert file_name("sources/AFP: Paris?") == "sources/AFP%3A Paris%3F"
    assert file_name("incidents/a-b@2023-05-10") == "incidents/a-b@2023-05-10"
