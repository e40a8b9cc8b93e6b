"""What does not belong here is refused with the one error shape, and nothing of the server's inside leaves."""

from __future__ import annotations

import json

import pytest

from tests.serving.conftest import TOKENS

NASTY = [
    "<script>alert(1)</script>",
    "'; DROP TABLE documents; --",
    '" OR 1=1 --',
    "../../../../etc/passwd",
    "..%2f..%2fetc%2fpasswd",
    "%00",
    "\u202e\ud7ff",
    "{{7*7}}",
    "${jndi:ldap://x}",
    "inc-" + "f" * 24,
    "a" * 1_900,
    "٣" * 20,
    "🕊",
    "inc-%",
    "-",
    "*",
    "NEAR(a b)",
    '"',
    "\n\r\t",
]
PATHS = [
    *("/api/incidents/{}", "/api/incidents/{}/cards", "/api/incidents/{}/history", "/api/statements/{}"),
    *("/api/documents/{}", "/api/actors/{}", "/api/sources/{}", "/api/agreements/{}", "/api/export/{}.jsonl", "/{}"),
]
QUERIES = [
    *("/api/incidents?q={}", "/api/incidents?party={}", "/api/incidents?cursor={}", "/api/incidents?from={}"),
    *("/api/documents?q={}", "/api/documents?cursor={}", "/api/search?q={}", "/api/cards?keys={}", "/api/actors?q={}"),
    *("/api/sources?q={}", "/api/network?party={}", "/api/incidents?as_of={}", "/api/incidents?limit={}"),
    *("/api/preview/merge?left={}&right={}", "/api/network/edge?actor={}&recipient={}"),
]


def proper(answer):
    """Assert that an answer is a result, or an error in the one shape, and gives nothing away."""
    assert answer.status_code < 500, answer.text
    if answer.status_code >= 400:
        assert set(answer.json()) == {"error"}
        assert set(answer.json()["error"]) == {"code", "message", "where"}
    for secret in ("Traceback", "sqlalchemy", "sqlite", "site-packages", "story.db"):
        assert secret not in answer.text
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert not answer.headers["content-type"].startswith("text/html")


@pytest.mark.parametrize("nasty", NASTY)
def test_odd_names_and_words_are_answered_properly(api, nasty):
    from urllib.parse import quote

    for pattern in (*PATHS, *QUERIES):
        held = quote(nasty, safe="")
        proper(api.get(pattern.format(held, held) if pattern.count("{}") == 2 else pattern.format(held)))


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b'{"verb": "accept"}',
        b'{"verb": "drop", "target": "x"}',
        b'{"verb": "accept", "target": "x", "reviewer": 7}',
        b'{"verb": "accept", "target": {"$ne": 1}}',
        b'{"verb": "correct", "target": "x", "correction": {"a": {"b": 1}}, "reason": "r"}',
        b'{"verb": "accept", "target": "x", "extra": 1}',
        b"\xff\xfe",
        b'{"verb": "accept", "target": "\\ud800"}',
        b"[" * 20_000,
        b'{"target": ' * 5_000,
    ],
)
def test_malformed_bodies_are_refused(api, body):
    for path in ("/api/decisions", "/api/split", "/api/decisions/dec-0/retract", "/api/session"):
        answer = api.post(path, content=body, headers={"content-type": "application/json"})
        proper(answer)
        assert answer.status_code >= 400


def test_huge_requests_are_refused(api):
    assert api.get("/api/incidents?q=" + "a" * 9_000).status_code == 414
    assert api.get("/" + "a" * 3_000).status_code == 414
    big = api.post("/api/decisions", content=b"x" * 70_000, headers={"content-type": "application/json"})
    assert big.status_code == 413

    def endless():
        for _ in range(200):
            yield b" " * 1_000

    streamed = api.post("/api/decisions", content=endless(), headers={"content-type": "application/json"})
    assert (streamed.status_code, streamed.json()["error"]["code"]) == (413, "too_large")


@pytest.mark.parametrize(
    ("headers", "code"),
    [
        ({"origin": "https://evil.example"}, "foreign_origin"),
        ({"origin": "http://127.0.0.1.evil.example"}, "foreign_origin"),
        ({"origin": "null"}, "foreign_origin"),
        ({"sec-fetch-site": "cross-site"}, "foreign_origin"),
        ({"x-standoff": None}, "no_mark"),
        ({"host": "evil.example"}, "foreign_host"),
        ({"host": "127.0.0.1.evil.example:8417"}, "foreign_host"),
        ({"host": ""}, "foreign_host"),
    ],
)
def test_foreign_pages_cannot_write(api, story, headers, code):
    body = {"verb": "accept", "target": story.incidents[0].id}
    kept = {k: v for k, v in ({**api.headers, **headers}).items() if v is not None}
    api.headers.clear()
    answer = api.post("/api/decisions", json=body, headers=kept)
    assert answer.json()["error"]["code"] == code
    assert api.get("/api/review/log", headers={"host": "127.0.0.1"}).json()["data"] == []


def test_a_form_of_another_page_is_no_decision(api, story):
    text = json.dumps({"verb": "accept", "target": story.incidents[0].id})
    for kind in ("text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"):
        answer = api.post("/api/decisions", content=text, headers={"content-type": kind})
        proper(answer)
        assert answer.status_code == 422


@pytest.mark.parametrize("method", ["PUT", "PATCH", "TRACE", "CONNECT", "PROPFIND"])
def test_other_methods_are_refused(api, method):
    answer = api.request(method, "/api/incidents")
    assert (answer.status_code, answer.json()["error"]["code"]) == (405, "method")


def test_who_has_no_token_reads_nothing(served):
    api = served(tokens=True)
    assert api.get("/api/incidents").status_code == 401
    assert api.get("/api/incidents", headers={"authorization": "Bearer wrong"}).status_code == 401
    assert api.get("/api/session").json()["data"]["signed_in"] is False
    assert api.get("/api/incidents", headers={"authorization": f"Bearer {TOKENS['viewer']}"}).status_code == 200


def test_viewers_read_editors_decide_owners_export_the_log(served, story):
    api = served(tokens=True)
    body = {"verb": "accept", "target": story.incidents[0].id, "reviewer": "Somebody Else"}
    for role, code in (("viewer", 403), ("editor", 200), ("owner", 200)):
        headers = {"authorization": f"Bearer {TOKENS[role]}"}
        answer = api.post("/api/decisions", json=body, headers=headers)
        assert answer.status_code == code
        if code == 200:
            assert answer.json()["data"]["entries"][0]["reviewer"] == f"Ana {role}"  # a token is a name
        exported = api.get("/api/export/decisions.jsonl", headers=headers).status_code
        assert exported == (200 if role == "owner" else 403)


def test_a_page_signs_in_with_a_cookie_no_script_can_read(served):
    api = served(tokens=True)
    assert api.post("/api/session", json={"token": "wrong"}).status_code == 401
    answer = api.post("/api/session", json={"token": TOKENS["editor"]})
    cookie = answer.headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "samesite=strict" in cookie.lower()
    assert api.get("/api/incidents").status_code == 200
    assert api.delete("/api/session").status_code == 200
    assert api.get("/api/incidents").status_code == 401


def test_a_bug_says_no_more_than_that_there_is_one(api, monkeypatch):
    from standoff.views.screens import record

    def broken(*_):
        raise RuntimeError("the secret of story.db")

    monkeypatch.setattr(record, "_count", broken)
    answer = api.get("/api/record")
    assert answer.status_code == 500
    assert answer.json()["error"] == {
        "code": "internal",
        "message": "The server failed on this request; its log says more.",
        "where": None,
    }
