import http.client
import threading

import pytest

from standoff.serving.page import LOCAL, server


@pytest.fixture
def port(tmp_path):
    page = tmp_path / "record.html"
    page.write_text("<!doctype html><p>words ▲</p>", encoding="utf-8")
    serving = server(page, 0)
    thread = threading.Thread(target=serving.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield serving.server_port
    serving.shutdown()
    serving.server_close()
    thread.join()


def ask(port, method, path, **headers):
    connection = http.client.HTTPConnection(LOCAL, port, timeout=5)
    connection.request(method, path, headers=headers)
    answer = connection.getresponse()
    found = answer.status, dict(answer.getheaders()), answer.read().decode()
    connection.close()
    return found


def test_the_page_is_served_and_may_not_be_framed(port):
    status, headers, body = ask(port, "GET", "/")
    assert status == 200
    assert "words ▲" in body
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["X-Content-Type-Options"] == "nosniff"


def test_nothing_else_is_served(port):
    assert ask(port, "GET", "/../../etc/passwd")[0] == 404
    assert ask(port, "GET", "/record.html")[0] == 404


def test_nothing_can_be_written(port):
    for method in ("POST", "PUT", "DELETE"):
        assert ask(port, method, "/")[0] == 501


def test_a_foreign_name_for_this_machine_is_refused(port):
    assert ask(port, "GET", "/", Host="evil.example")[0] == 403


def test_headers_can_be_asked_for_alone(port):
    status, headers, body = ask(port, "HEAD", "/")
    assert (status, body) == (200, "")
    assert int(headers["Content-Length"]) > 0
