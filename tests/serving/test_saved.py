"""Views are kept for each reader beside the record, survive a restart, and change nothing of the record."""

import pytest

from standoff.errors import StoreError
from standoff.serving.saved import MOST, Cabinet
from tests.serving.conftest import TOKENS


def names(answer):
    assert answer.status_code == 200, answer.text
    return [row["name"] for row in answer.json()["data"]]


def test_a_view_is_kept_listed_and_forgotten(served, tmp_path):
    api = served()
    before = api.get("/api/record").json()["meta"]["revision"]
    assert names(api.get("/api/views")) == []
    held = {"status": "contested", "party": "Пакистан"}
    assert names(api.post("/api/views", json={"name": "Daily / east", "params": held})) == ["Daily / east"]
    again = served()  # another start of the server
    assert again.get("/api/views").json()["data"] == [{"name": "Daily / east", "params": held}]
    assert names(again.delete("/api/views/Daily %2F east")) == []
    assert again.delete("/api/views/Daily").status_code == 404
    assert again.get("/api/record").json()["meta"]["revision"] == before


def test_readers_have_views_of_their_own_and_viewers_keep_none_here(served):
    api = served(tokens=True)
    header = {role: {"Authorization": f"Bearer {token}"} for role, token in TOKENS.items()}
    body = {"name": "mine", "params": {"q": "x"}}
    assert names(api.post("/api/views", json=body, headers=header["editor"])) == ["mine"]
    assert names(api.get("/api/views", headers=header["owner"])) == []
    assert api.post("/api/views", json=body, headers=header["viewer"]).status_code == 403


@pytest.mark.parametrize(
    "body",
    [
        {"name": "", "params": {}},
        {"name": "x" * 81, "params": {}},
        {"name": "x", "params": {"q": "y" * 401}},
        {"name": 1},
    ],
)
def test_what_is_no_view_is_refused(api, body):
    answer = api.post("/api/views", json=body)
    assert answer.status_code == 422
    assert set(answer.json()) == {"error"}


def test_there_is_an_end_to_them(tmp_path):
    cabinet = Cabinet(tmp_path / "v.json")
    for number in range(MOST):
        cabinet.keep("Ana", f"view {number}", {})
    with pytest.raises(Exception, match="At most"):
        cabinet.keep("Ana", "one more", {})
    assert len(cabinet.views("Ana")) == MOST


def test_a_spoilt_file_and_a_missing_folder_are_named(tmp_path):
    (tmp_path / "v.json").write_text("{", "utf-8")
    with pytest.raises(StoreError, match=r"v\.json"):
        Cabinet(tmp_path / "v.json").views("Ana")
    with pytest.raises(StoreError, match="nothing can be written"):
        Cabinet(tmp_path / "none" / "v.json").keep("Ana", "x", {})
