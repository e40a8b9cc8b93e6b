"""People decide with a name and a reason; nothing is deleted, and what is taken back says so."""

from __future__ import annotations

import pytest

from standoff.serving.effects import Effects


@pytest.fixture
def shelling(story):
    return story.incidents[0]


def post(api, path, **body):
    return api.post(path, json=body)


def test_a_decision_is_signed_kept_and_shown(api, shelling):
    taken = post(api, "/api/decisions", verb="reject", target=shelling.parties[0].statements[0], reason="a misreading")
    entry = taken.json()["data"]["entries"][0]
    assert (entry["reviewer"], entry["reason"], entry["attachment"]) == ("Ana", "a misreading", "exact")
    assert taken.json()["data"]["effect"] == "next_run"
    history = api.get(f"/api/incidents/{shelling.id}/history").json()["data"]
    assert [row["id"] for row in history] == [entry["id"]]
    card = api.get("/api/cards", params={"keys": entry["target"]}).json()["data"]["cards"][entry["target"]]
    assert card["state"] == "rejected"


def test_all_but_an_acceptance_say_why(api, shelling):
    assert post(api, "/api/decisions", verb="reject", target=shelling.id).status_code == 400
    assert post(api, "/api/decisions", verb="accept", target=shelling.id).status_code == 200


def test_a_correction_is_shown_at_once(api, shelling):
    target = shelling.parties[0].statements[0]
    taken = post(
        api,
        "/api/decisions",
        verb="correct",
        target=target,
        correction={"act": "accuse", "hedge": True},
        reason="read it",
    )
    assert taken.status_code == 200
    card = api.get("/api/cards", params={"keys": target}).json()["data"]["cards"][target]
    assert (card["act"], card["hedge"]) == ("accuse", True)
    wrong = post(api, "/api/decisions", verb="correct", target=target, correction={"text": "x"}, reason="read it")
    assert (wrong.status_code, wrong.json()["error"]["code"]) == (422, "invalid")


def test_a_decision_is_taken_back_with_a_further_entry(api, shelling):
    first = post(api, "/api/decisions", verb="accept", target=shelling.id).json()["data"]["entries"][0]
    back = post(api, f"/api/decisions/{first['id']}/retract", reason="too early")
    assert back.json()["data"]["entries"][0]["supersedes"] == first["id"]
    log = api.get("/api/review/log").json()["data"]
    assert [(row["verb"], row["taken_back"]) for row in log] == [("retract", False), ("accept", True)]
    assert post(api, f"/api/decisions/{first['id']}/retract", reason="again").status_code == 422


def test_an_outlet_is_graded_and_ungraded_is_f6(api):
    before = api.get("/api/sources/Morning Post").json()["data"]["source"]
    assert (before["reliability"], before["credibility"], before["graded"]) == ("F", "6", None)
    grade = {"reliability": "B", "credibility": "3"}
    body = {"verb": "grade", "target": "Morning Post", "correction": grade, "reason": "ten years of correct reports"}
    assert post(api, "/api/decisions", **body).status_code == 200
    after = api.get("/api/sources/Morning Post").json()["data"]
    assert (after["source"]["reliability"], after["source"]["credibility"]) == ("B", "3")
    assert after["grades"][0][:2] == ["B3", "Ana"]
    for wrong in ({"reliability": "G", "credibility": "3"}, {"reliability": "B"}, {}):
        assert post(api, "/api/decisions", **{**body, "correction": wrong}).status_code == 422
    assert post(api, "/api/decisions", **{**body, "target": "Nobody's Post"}).status_code == 422


def test_a_merge_is_previewed_and_changes_nothing(api, story):
    left, right = (incident.id for incident in story.incidents[:2])
    before = api.get("/api/incidents").json()["meta"]["revision"]
    shown = api.get("/api/preview/merge", params={"left": left, "right": right}).json()["data"]
    assert len(shown["incidents"]) == 1
    assert shown["incidents"][0]["events"] == sum(len(i.events) for i in story.incidents[:2])
    assert api.get("/api/incidents").json()["meta"]["revision"] == before


def test_a_split_is_previewed_and_taken_as_links(api, shelling):
    event = shelling.events[-1]
    shown = api.get("/api/preview/split", params={"incident": shelling.id, "events": event}).json()["data"]
    assert [row["events"] for row in shown["incidents"]] == [len(shelling.events) - 1, 1]
    taken = post(api, "/api/split", incident=shelling.id, events=[event], reason="another village")
    entries = taken.json()["data"]["entries"]
    assert {entry["verb"] for entry in entries} == {"different"}
    assert len(entries) == len(shelling.events) - 1
    whole = post(api, "/api/split", incident=shelling.id, events=list(shelling.events), reason="all")
    assert whole.status_code == 422


def test_links_that_contradict_each_other_are_refused_with_their_path(api, shelling):
    one, other = shelling.events[:2]
    assert post(api, "/api/decisions", verb="same", target=one, other=other, reason="one village").status_code == 200
    refused = post(api, "/api/decisions", verb="different", target=one, other=other, reason="no")
    assert refused.status_code == 409
    assert "retract one of these" in refused.json()["error"]["message"]


def test_what_binds_is_worked_out_once_for_all_that_was_decided(served, shelling):
    done = []
    effects = Effects(lambda: done.append(1))
    api = served(effects=effects)
    assert post(api, "/api/decisions", verb="accept", target=shelling.id).json()["data"]["effect"] == "none"
    reject = post(api, "/api/decisions", verb="reject", target=shelling.events[0], reason="no event")
    assert reject.json()["data"]["effect"] == "soon"
    effects.wait(5)
    assert done == [1]


def test_the_worklist_says_how_much_a_decision_settles(api):
    tasks = api.get("/api/review/queue").json()["data"]
    assert tasks[0]["settles"] >= tasks[-1]["settles"]
    assert all(task["reason"] and task["words"] for task in tasks)


def test_what_can_be_corrected_behind_words_is_listed_as_it_stands(api, story):
    claim = next(c for c in story.claims if c.slot == "killed")
    rows = api.get("/api/review/rows", params={"key": claim.statement}).json()["data"]
    assert {row["kind"] for row in rows} == {"statement", "event", "claim"}
    by_kind = {row["target"]: {field["name"]: field["value"] for field in row["fields"]} for row in rows}
    assert by_kind[claim.id] == {"value": "four civilians"}
    assert all(fields["type"] for fields in by_kind.values() if "cameo" in fields)
    body = {"verb": "correct", "target": claim.id, "correction": {"value": "five"}, "reason": "the later page"}
    assert api.post("/api/decisions", json=body).status_code == 200
    again = api.get("/api/review/rows", params={"key": claim.statement}).json()["data"]
    assert next(r for r in again if r["target"] == claim.id)["fields"][0]["value"] == "five"
    page = api.get(f"/api/incidents/{claim.incident}").json()["data"]
    killed = next(line for line in page["matrix"]["lines"] if line["slot"] == "killed")
    assert any("five" in cell["words"] for cell in killed["cells"].values())
    assert api.get("/api/review/rows", params={"key": story.incidents[0].id}).status_code == 404


def test_a_value_that_a_slot_cannot_hold_is_refused(api, story):
    claim = next(c for c in story.claims if c.slot == "killed")
    body = {"verb": "correct", "target": claim.id, "correction": {"value": "hardly"}, "reason": "x"}
    refused = api.post("/api/decisions", json=body)
    assert (refused.status_code, refused.json()["error"]["code"]) == (422, "invalid")
