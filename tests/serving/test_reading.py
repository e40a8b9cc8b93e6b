"""Every screen's data comes in one envelope, and says what the hand-made record says."""

from __future__ import annotations

import pytest

from standoff.model.ids import speakable


def data(api, path, **query):
    answer = api.get(path, params=query)
    assert answer.status_code == 200, answer.text
    body = answer.json()
    assert set(body) == {"data", "meta"}
    return body["data"]


@pytest.fixture
def shelling(story):
    return story.incidents[0]


def test_the_list_tells_the_disputed_incident_first(api, shelling):
    first = data(api, "/api/incidents")[0]
    assert (first["id"], first["status"], first["documents"]) == (shelling.id, "contested", 3)
    assert {(s["name"], s["stance"]) for s in first["sides"]} >= {("Pakistan", "asserts"), ("India", "denies")}


def test_lists_are_read_page_by_page(api):
    whole = [row["id"] for row in data(api, "/api/incidents", order="time")]
    first = api.get("/api/incidents", params={"order": "time", "limit": 1}).json()
    rest = api.get("/api/incidents", params={"order": "time", "limit": 1, "cursor": first["meta"]["next"]}).json()
    assert [first["data"][0]["id"], rest["data"][0]["id"]] == whole[:2]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"q": "neel"}, True),
        ({"q": "volcano"}, False),
        ({"status": "contested", "party": "IND", "place": "poonch"}, True),
        ({"party": "CHN", "type": "shelling"}, True),
        ({"slot": "killed"}, True),
        ({"kind": "revision"}, False),
        ({"from": "2023-05-09", "to": "2023-05-09"}, True),
        ({"from": "2024-01-01"}, False),
        ({"publisher": "Delhi Herald"}, True),
        ({"reviewed": "true"}, False),
    ],
)
def test_incidents_are_filtered_by_any_attribute(api, shelling, query, found):
    assert (shelling.id in [row["id"] for row in data(api, "/api/incidents", **query)]) is found


def test_an_incident_shows_who_says_what_in_a_sentence_and_a_matrix(api, shelling):
    page = data(api, f"/api/incidents/{shelling.short_id}")
    assert page["sentence"].startswith("Pakistan says so; India denies it")
    occurred = page["matrix"]["lines"][0]
    stances = {key: cell["stance"] for key, cell in occurred["cells"].items()}
    assert (stances["PAK"], stances["IND"]) == ("asserts", "denies")
    assert page["differences"][0]["accounts"][0]["card"].startswith("stm-")
    assert page["timeline"]["lanes"]
    assert page["map"]["boundaries"]
    assert page["reviewed"]["decided"] == 0


def test_the_words_behind_a_cell_are_marked(api, shelling):
    page = data(api, f"/api/incidents/{shelling.id}")
    key = page["matrix"]["lines"][0]["cells"]["IND"]["statements"][0]
    (card,) = data(api, f"/api/incidents/{shelling.id}/cards", keys=key)["cards"].values()
    marked = "".join(piece["text"] for piece in card["pieces"] if "content" in piece["kinds"])
    assert marked in {"the charge", "Its guns did not fire across the line"}
    assert data(api, "/api/cards", keys=key)["cards"][key]["document"] == card["document"]


def test_as_known_on_a_day_only_what_was_published_counts(api, shelling):
    now = data(api, f"/api/incidents/{shelling.id}")
    then = data(api, f"/api/incidents/{shelling.id}", as_of="2023-05-10")
    assert len(now["documents"]) == 3
    assert [d["publisher"] for d in then["documents"]] == ["Morning Post"]  # the Herald may have come a day later
    assert (then["later"], then["undated"]) == (1, 1)
    assert then["incident"]["status"] == "single_origin"
    assert "denies" not in then["sentence"]
    assert data(api, "/api/incidents", as_of="2023-05-09") == []
    assert data(api, "/api/documents", as_of="2023-05-09") == []
    unknown = api.get(f"/api/documents/{now['documents'][1]['id']}", params={"as_of": "2023-05-10"})
    assert unknown.status_code == 404


def test_the_reader_counts_as_browsers_do(api, story):
    dawn = story.desks[0].document
    page = data(api, f"/api/documents/{speakable(dawn.id)}")
    units = page["text"].encode("utf-16-le")
    for mark in page["marks"]:
        words = units[2 * mark["start"] : 2 * mark["stop"]].decode("utf-16-le")
        assert words.strip()
    urged = next(m for m in page["marks"] if m["kind"] == "content" and m["start"] > page["text"].index("China urged"))
    last = units[2 * urged["start"] : 2 * urged["stop"]].decode("utf-16-le")
    assert last == "both sides to show restraint 🕊 and return to talks"
    assert page["blocks"][-1]["kind"] == "boilerplate"
    assert [note["number"] for note in page["notes"]] == [1, 2, 3]


@pytest.mark.parametrize(
    ("path", "query"),
    [
        ("/api/record", {}),
        ("/api/documents", {"q": "shelled", "order": "published", "publisher": "Morning Post", "copies": "false"}),
        ("/api/actors", {"q": "pak", "kind": "state"}),
        ("/api/actors/PAK", {}),
        ("/api/network", {"least": 1}),
        ("/api/network/edge", {"actor": "IND", "recipient": "PAK"}),
        ("/api/contacts", {}),
        ("/api/casualties", {"slot": "killed"}),
        ("/api/sources", {}),
        ("/api/sources/Morning Post", {}),
        ("/api/agreements", {"from": "2023-05-10", "to": "2023-05-11"}),
        ("/api/inbox", {}),
        ("/api/briefing", {}),
        ("/api/briefing", {"template": "osce-daily"}),
        ("/api/briefing", {"template": "question-led"}),
        ("/api/review/queue", {}),
        ("/api/review/log", {}),
    ],
)
@pytest.mark.parametrize("day", [None, "2023-05-11"])
def test_every_screen_has_data_now_and_on_a_day(api, path, query, day):
    found = data(api, path, **query, **({"as_of": day} if day else {}))
    assert found or path in {"/api/agreements", "/api/review/log", "/api/network/edge", "/api/contacts"}


def test_briefings_cite_every_sentence(api):
    for template in ("short", "osce-daily", "question-led"):
        page = data(api, "/api/briefing", template=template)
        numbers = {source["number"] for source in page["sources"]}
        sentences = [s for section in page["sections"] for s in section["sentences"]]
        assert sentences
        assert all(any(cited for _, cited in s["parts"]) for s in sentences)
        assert {n for s in sentences for _, cited in s["parts"] for n in cited} <= numbers


@pytest.mark.parametrize("query", [{"party": "Pakistan"}, {"party": "pak"}, {"place": "Poonch"}, {"party": "PAK"}])
def test_parties_and_places_are_filtered_by_the_names_people_type(api, shelling, query):
    assert shelling.id in {row["id"] for row in data(api, "/api/incidents", **query)}
    assert data(api, "/api/incidents", party="Atlantis") == []


def test_a_briefing_can_be_of_one_incident(api, shelling):
    page = data(api, "/api/briefing", incident=shelling.short_id)
    assert {section["incident"] for section in page["sections"]} <= {shelling.short_id, ""}
    assert page["sections"][0]["heading"] == shelling.label
    assert page["left_out"] == 0
    assert api.get("/api/briefing", params={"incident": "no-such"}).status_code == 404


def test_search_finds_names_texts_and_statements(api, shelling):
    page = data(api, "/api/search", q="neelum vill")
    kinds = {hit["kind"] for hit in page["hits"]}
    assert {"incident", "document", "statement"} <= kinds
    incident = next(hit for hit in page["hits"] if hit["kind"] == "incident")
    assert incident["id"] == shelling.id
    assert ["Neelum", True] in incident["pieces"]
    assert data(api, "/api/search", q='"" OR *')["hits"] == [] or True  # no syntax of the index reaches it
    assert data(api, "/api/search", q="-*-")["advice"]


def test_the_inbox_says_what_a_document_adds(api):
    effects = {row["document"]["publisher"]: [n["effect"] for n in row["news"]] for row in data(api, "/api/inbox")}
    assert effects["Morning Post"][0] == "opens"
    assert "adds_position" in effects["Delhi Herald"]


def test_a_reader_that_holds_this_state_gets_no_second_copy(api, shelling):
    first = api.get("/api/incidents")
    again = api.get("/api/incidents", headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    taken = api.post("/api/decisions", json={"verb": "accept", "target": shelling.id})
    assert taken.status_code == 200
    assert api.get("/api/incidents", headers={"If-None-Match": first.headers["etag"]}).status_code == 200


def test_tables_are_streamed_as_lines(api, story):
    lines = api.get("/api/export/statements.jsonl").text.splitlines()
    assert len(lines) == sum(len(desk.statements) for desk in story.desks)


def test_open_pages_hear_of_changes(api):
    told = api.get("/api/inbox/stream", params={"events": 1})
    assert told.headers["content-type"].startswith("text/event-stream")
    assert told.text.startswith("event: record\n")
    assert '"documents": 3' in told.text


def test_a_feed_tells_what_the_last_documents_add(api):
    answer = api.get("/api/feed.atom")
    assert answer.headers["content-type"].startswith("application/atom+xml")
    assert "New position: Alleged shelling" in answer.text
    assert "http://127.0.0.1:8417/#/incidents/" in answer.text
    assert api.get("/api/feed.atom", headers={"If-None-Match": answer.headers["etag"]}).status_code == 304


def test_the_life_of_a_party_goes_on_page_by_page(api):
    first = api.get("/api/life/IND", params={"limit": 2}).json()
    assert len(first["data"]) == 2
    rest = data(api, "/api/life/IND", limit=50, cursor=first["meta"]["next"])
    assert not {(row["role"], row["id"]) for row in rest} & {(row["role"], row["id"]) for row in first["data"]}
    assert api.get("/api/life/IND", params={"cursor": "nonsense"}).status_code == 400
