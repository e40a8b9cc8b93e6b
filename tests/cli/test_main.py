"""Commands load only what they need, and failures become one sentence and an exit code."""

from __future__ import annotations

import errno
import os
import subprocess
import sys

import click
import pytest

from standoff.cli.main import COMMANDS, cli, outcome
from standoff.errors import StoreError


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_that_begins_with_its_sentence(name, capsys):
    assert outcome([name, "--help"]) == 0
    printed = capsys.readouterr().out
    assert f"Usage: standoff {name}" in printed
    command = cli.get_command(click.Context(cli), name)
    assert command is not None
    assert (command.help or "").split()[0] in printed


def test_the_list_of_commands_imports_none_of_them():
    code = (
        "import sys; from standoff.cli.main import outcome; outcome(['--help']);"
        "heavy = ('spacy', 'sqlalchemy', 'yaml', 'rich', 'standoff.pipeline', 'standoff.cli.stages');"
        "print([name for name in heavy if name in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stderr == "[]\n"


@pytest.mark.parametrize("name", ["run", "review", "doctor"])
def test_help_loads_no_language(name):
    code = (
        f"import sys; from standoff.cli.main import outcome; outcome(['{name}', '--help']);"
        "print([name for name in ('spacy', 'sqlalchemy', 'trafilatura') if name in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stderr == "[]\n"


def failing(monkeypatch, error: BaseException) -> None:
    """Have `doctor` raise an error."""

    def fail(**_):
        raise error

    monkeypatch.setattr(cli.get_command(click.Context(cli), "doctor"), "callback", fail)


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["nonsense"], 2, "No such command 'nonsense'. Try `standoff --help`."),
        (["shwo"], 2, "No such command 'shwo': did you mean `standoff show`? Try `standoff --help`."),
        (["run"], 2, "Missing argument 'PATH...'. Try `standoff run --help`."),
        (["run", "x", "--workers", "0"], 2, "not in the range"),
        (["doctor", "--store", "no/such.db"], 1, "There is no store at no/such.db: make one with `standoff run"),
        (["review", "log"], 2, "No store is named: give `--store FILE`, or set STANDOFF_STORE."),
    ],
)
def test_wrong_usage_is_said_in_one_line(arguments, code, said, capsys, monkeypatch):
    monkeypatch.delenv("STANDOFF_STORE", raising=False)
    assert outcome(arguments) == code
    printed = capsys.readouterr()
    assert said in printed.err
    assert (printed.err.count("\n"), printed.out) == (1, "")


def test_an_error_of_many_lines_becomes_one(monkeypatch, capsys):
    failing(monkeypatch, StoreError("The store\nis   gone."))
    assert outcome(["doctor"]) == 1
    assert capsys.readouterr().err == "The store is gone.\n"


def test_a_bug_is_named_as_one_and_shown_whole_with_debug(monkeypatch, capsys):
    failing(monkeypatch, ZeroDivisionError("division by zero"))
    assert outcome(["doctor"]) == 1
    err = capsys.readouterr().err
    assert err.startswith("Unexpected ZeroDivisionError: division by zero. This is a bug")
    with pytest.raises(ZeroDivisionError):
        outcome(["--debug", "doctor"])


def test_stopping_says_that_nothing_is_lost(monkeypatch, capsys):
    failing(monkeypatch, KeyboardInterrupt())
    assert outcome(["doctor"]) == 130
    assert "what was committed is kept" in capsys.readouterr().err


def test_a_wrong_setting_is_named(monkeypatch, capsys):
    monkeypatch.setenv("STANDOFF_BUSY_SECONDS", "soon")
    assert outcome(["doctor", "--store", "x.db"]) == 1
    assert "STANDOFF_BUSY_SECONDS must be a number, not 'soon'" in capsys.readouterr().err


def test_a_full_disk_is_no_bug(monkeypatch, capsys):
    failing(monkeypatch, OSError(errno.ENOSPC, "No space left on device"))
    assert outcome(["doctor"]) == 1
    assert capsys.readouterr().err == (
        "The output cannot be read or written (No space left on device): free space, and run the command again.\n"
    )


@pytest.mark.parametrize("arguments", [["show", "--help"], ["show"], ["show", "--json"], ["brief"]])
def test_a_reader_that_has_seen_enough_is_no_failure(kept, arguments):
    stored = [] if "--help" in arguments else ["--store", kept]
    code = "import sys; from standoff.cli.main import main; main(sys.argv[1:])"
    read, written = os.pipe()
    os.close(read)
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments, *stored],
        stdout=written,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )
    os.close(written)
    assert (done.returncode, done.stderr) == (0, "")


def test_letters_that_the_output_cannot_hold_do_not_end_a_command(kept):
    code = "import sys; from standoff.cli.main import main; main(sys.argv[1:])"
    done = subprocess.run(
        [sys.executable, "-c", code, "show", "--store", kept],
        capture_output=True,
        check=True,
        env=os.environ | {"PYTHONIOENCODING": "ascii"},
    )
    assert b"contested ? 9 May 2023" in done.stdout
