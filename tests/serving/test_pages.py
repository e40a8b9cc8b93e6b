"""The built front end is served from its folder only, in parts where parts are asked for."""

from __future__ import annotations

import pytest

from standoff.serving.api import Site


@pytest.fixture
def site(served, tmp_path):
    folder = tmp_path / "static"
    (folder / "assets").mkdir(parents=True)
    (folder / "index.html").write_text("<!doctype html><title>standoff</title>")
    (folder / "assets" / "main-1a2b.js").write_text("export {};")
    (folder / "assets" / "world-1a2b.pmtiles").write_bytes(bytes(range(256)) * 4)
    (tmp_path / "secret.txt").write_text("secret")
    return served(Site(folder))


def test_the_page_is_at_the_root(site):
    answer = site.get("/")
    assert answer.status_code == 200
    assert "<title>standoff" in answer.text
    assert "script-src 'self';" in answer.headers["content-security-policy"]


@pytest.mark.parametrize(
    ("path", "leads"),
    [
        ("/search", "./#/search"),
        ("/incidents/lusab-babad?show=cell%3Aplace~x", "../#/incidents/lusab-babad?show=cell%3Aplace~x"),
        ("/review/", "../#/review/"),
        ("/%2F%2Felsewhere", "../../#///elsewhere"),
    ],
)
def test_a_screen_asked_for_without_its_sign_is_found(site, path, leads):
    answer = site.get(path, follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (307, leads)


def test_files_are_sent_with_their_type_and_kept_by_browsers(site):
    answer = site.get("/assets/main-1a2b.js")
    assert answer.headers["content-type"].startswith("text/javascript")
    assert "immutable" in answer.headers["cache-control"]


def test_tiles_are_sent_in_parts(site):
    part = site.get("/assets/world-1a2b.pmtiles", headers={"Range": "bytes=250-259"})
    assert part.status_code == 206
    assert part.content == bytes([250, 251, 252, 253, 254, 255, 0, 1, 2, 3])
    assert part.headers["content-range"] == "bytes 250-259/1024"
    beyond = site.get("/assets/world-1a2b.pmtiles", headers={"Range": "bytes=5000-6000"})
    assert beyond.status_code == 416


@pytest.mark.parametrize(
    "path",
    ["/../secret.txt", "/%2e%2e/secret.txt", "/..%2fsecret.txt", "/assets/../../secret.txt", "/x.js"],
)
def test_no_path_leads_out_of_the_folder(site, path):
    answer = site.get(path)
    assert answer.status_code == 404
    assert "secret" not in answer.text


def test_without_built_pages_it_says_how_to_build_them(served):
    api = served(Site())
    answer = api.get("/")
    assert (answer.status_code, "make web" in answer.text) == (404, True)
    assert "make web" in api.get("/incidents").json()["error"]["message"]
    assert api.get("/record.html").status_code == 404
    assert api.get("/api/incidents").status_code == 200
