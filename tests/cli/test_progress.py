"""Progress is drawn on terminals only."""

from __future__ import annotations

import io
import sys

from standoff.cli.progress import shown


def test_nothing_is_drawn_where_there_is_no_terminal(capsys):
    with shown() as progress:
        progress("reading", 1, None)
    assert capsys.readouterr() == ("", "")


def test_stage_and_numbers_are_drawn_on_a_terminal(monkeypatch):
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setenv("TERM", "xterm")
    with shown() as progress:
        progress("analysing", 3, 7)
    assert "analysing" in terminal.getvalue()
    assert "3/7" in terminal.getvalue()
