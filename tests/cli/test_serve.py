import socket

from standoff.cli.main import outcome
from standoff.serving import pages, start


def test_the_address_is_printed_and_ctrl_c_ends_it(kept, capsys, monkeypatch):
    def interrupted(app, at):
        at.close()
        raise KeyboardInterrupt

    monkeypatch.setattr(start, "run", interrupted)
    assert outcome(["serve", "--store", kept, "--port", "0"]) == 0
    said = capsys.readouterr()
    assert "2 incidents, 3 documents at http://127.0.0.1:" in said.out
    assert "Ended." in said.err


def test_without_built_pages_it_says_how_to_build_them(kept, capsys, monkeypatch):
    monkeypatch.setattr(start, "run", lambda app, at: at.close())
    monkeypatch.setattr(pages, "built", lambda: None)
    assert outcome(["serve", "--store", kept, "--port", "0"]) == 0
    assert "run `make web`" in capsys.readouterr().err


def test_a_port_in_use_is_named(kept, capsys):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert outcome(["serve", "--store", kept, "--port", str(port)]) == 2
    assert f"Port {port} cannot be used" in capsys.readouterr().err


def test_others_reach_the_server_only_with_tokens(kept, capsys, tmp_path):
    assert outcome(["serve", "--store", kept, "--host", "0.0.0.0", "--port", "0"]) == 2
    assert "Others may reach 0.0.0.0: give `--token-file FILE`" in capsys.readouterr().err
    tokens = tmp_path / "tokens"
    tokens.write_text("editor Ana abcdefghijklmnopqrstuvwxyz\n")
    tokens.chmod(0o644)
    assert outcome(["serve", "--store", kept, "--token-file", str(tokens), "--port", "0"]) == 1
    assert "can be read by others: run `chmod 600" in capsys.readouterr().err
