import json

import pytest

from standoff.exporting.webannotation import export, safe_url


def test_positions_count_code_points_and_quotes_carry_their_surroundings(store, story, tmp_path):
    export(store, tmp_path)
    document = story.desks[0].document
    page = json.loads((tmp_path / f"{document.id}.jsonld").read_text("utf-8"))
    assert page["@context"] == "http://www.w3.org/ns/anno.jsonld"
    exact = []
    for item in page["items"]:
        for target in item["target"]:
            position, quote = target["selector"]
            assert document.text[position["start"] : position["end"]] == quote["exact"]
            assert quote["prefix"] + quote["exact"] + quote["suffix"] in document.text
            exact.append(quote["exact"])
    assert "both sides to show restraint 🕊 and return to talks" in exact


def test_only_web_addresses_are_sources(store, story, tmp_path):
    export(store, tmp_path)
    sources = {
        target["source"]
        for desk in story.desks
        for item in json.loads((tmp_path / f"{desk.document.id}.jsonld").read_text("utf-8"))["items"]
        for target in item["target"]
    }
    assert "https://example.org/a?b=1&c=2" in sources
    assert not any(source.startswith("javascript") for source in sources)


@pytest.mark.parametrize(
    ("url", "kept"),
    [
        ("https://example.org/a", True),
        ("http://example.org", True),
        ("javascript:alert(1)", False),
        ("JAVASCRIPT:alert(1)", False),
        ("data:text/html,x", False),
        ("//example.org/a", False),
        ("http://[", False),
        ("", False),
        (None, False),
    ],
)
def test_only_web_addresses_become_links(url, kept):
    assert (safe_url(url) == url and url is not None and url != "") is kept
