import socket
from http.server import ThreadingHTTPServer

from standoff.cli.main import outcome


def test_the_address_is_printed_and_ctrl_c_ends_it(kept, capsys, monkeypatch):
    def interrupted(self, poll_interval=0.5):
        raise KeyboardInterrupt

    monkeypatch.setattr(ThreadingHTTPServer, "serve_forever", interrupted)
    assert outcome(["serve", "--store", kept, "--port", "0"]) == 0
    said = capsys.readouterr()
    assert "2 incidents, 3 documents at http://127.0.0.1:" in said.out
    assert "Ended." in said.err


def test_a_port_in_use_is_named(kept, capsys):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert outcome(["serve", "--store", kept, "--port", str(port)]) == 2
    assert f"Port {port} cannot be used" in capsys.readouterr().err
