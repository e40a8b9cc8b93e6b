"""Commands keep their names, options and exit codes, and say what is wrong in one sentence on standard error."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from standoff.cli.main import COMMANDS, cli, outcome
from standoff.engines import local
from standoff.engines.inline import Inline
from tests.factories import kashmir, keep
from tests.running import folder, load_once

# What scripts rely on; options may be added, none of these renamed or taken away.
PINNED: dict[str, set[str]] = {
    "run": {"--store", "--workers", "--json"},
    "rebuild": {"--store", "--workers", "--json"},
    "show": {"--store", "--json", "--limit"},
    "matrix": {"--store", "--json"},
    "timeline": {"--store", "--from", "--to", "--since", "--limit", "--json"},
    "contacts": {"--store", "--json"},
    "agreements": {"--store", "--from", "--to", "--json"},
    "stories": {"--store", "--from", "--to", "--json"},
    "brief": {"--store", "--template", "--from", "--to", "--since", "--out"},
    "export": {"--store", "--format", "--out"},
    "publish": {"--store", "--out", "--single", "--unreviewed", "--title", "--from", "--to", "--since"},
    "serve": {"--store", "--host", "--port", "--token-file"},
    "review": set(),
    "review queue": {"--store", "--limit", "--json"},
    "review accept": {"--store", "--reason", "--reviewer", "--later"},
    "review reject": {"--store", "--reason", "--reviewer", "--later"},
    "review correct": {"--store", "--set", "--reason", "--reviewer", "--later"},
    "review same": {"--store", "--reason", "--reviewer", "--later"},
    "review different": {"--store", "--reason", "--reviewer", "--later"},
    "review relate": {"--store", "--as", "--reason", "--reviewer", "--later"},
    "review retract": {"--store", "--reason", "--reviewer", "--later"},
    "review log": {"--store", "--json"},
    "gazetteer": set(),
    "gazetteer build": set(),
    "gazetteer import": set(),
    "gazetteer find": set(),
    "doctor": {"--store", "--json"},
}


def every() -> Iterator[tuple[str, click.Command]]:
    """Yield each command, and each part of a group, with its path."""
    context = click.Context(cli, info_name="standoff")
    for name in COMMANDS:
        command = cli.get_command(context, name)
        assert command is not None
        yield name, command
        if isinstance(command, click.Group):
            for verb, part in command.commands.items():
                yield f"{name} {verb}", part


EVERY = dict(every())
STORED = [path for path in EVERY if not path.startswith("gazetteer")]  # the gazetteer needs no store


def options(command: click.Command) -> set[str]:
    """Return the long options of a command."""
    names = {name for parameter in command.params for name in parameter.opts if isinstance(parameter, click.Option)}
    return {name for name in names if name.startswith("--")}


def test_the_pinned_commands_and_options_are_there():
    assert PINNED.keys() <= EVERY.keys()
    for path, pinned in PINNED.items():
        assert pinned <= options(EVERY[path]), path


@pytest.mark.parametrize("path", EVERY)
def test_help_ends_well_and_tells_every_option(path, capsys):
    assert outcome([*path.split(), "--help"]) == 0
    printed = capsys.readouterr()
    assert printed.out.startswith(f"Usage: standoff {path}")
    assert printed.err == ""
    for parameter in EVERY[path].params:
        if isinstance(parameter, click.Option):
            assert all(name in printed.out for name in parameter.opts)
            assert parameter.help, f"{path} {parameter.opts} has no help"


def test_every_help_is_made_of_sentences():
    assert [path for path, command in EVERY.items() if not (command.help or "").rstrip().endswith(".")] == []


@pytest.fixture
def store(tmp_path) -> str:
    path = tmp_path / "story.db"
    keep(kashmir(), path).close()
    return str(path)


READING = (
    ["show"],
    ["show", "documents"],
    ["timeline"],
    ["contacts"],
    ["brief"],
    ["doctor"],
    ["doctor", "--json"],
    ["review", "queue"],
    ["review", "log"],
)


@pytest.mark.parametrize("arguments", READING, ids=" ".join)
def test_well_is_zero(arguments, store, capsys):
    assert outcome([*arguments, "--store", store]) == 0
    printed = capsys.readouterr()
    assert printed.out
    assert printed.err == ""


@pytest.mark.parametrize(
    "arguments",
    [
        ["run"],
        ["run", ".", "--workers", "none"],
        ["show", "nonsense"],
        ["show", "incidents", "extra"],
        ["show", "incident"],
        ["matrix"],
        ["timeline", "--from", "yesterday"],
        ["brief", "--template", "long"],
        ["export"],
        ["export", "--format", "xml", "--out", "x"],
        ["publish"],
        ["review", "correct", "x"],
        ["review", "same", "x"],
        ["--nonsense"],
        ["nonsense"],
    ],
    ids=" ".join,
)
def test_wrong_usage_is_two(arguments, store, capsys, monkeypatch):
    monkeypatch.setenv("STANDOFF_STORE", store)
    assert outcome(arguments) == 2
    one_sentence(capsys)


@pytest.mark.parametrize("path", [path for path in STORED if path not in ("review", "run", "doctor")])
def test_no_store_named_is_two(path, capsys, monkeypatch):
    monkeypatch.delenv("STANDOFF_STORE", raising=False)
    assert outcome([*path.split(), *arguments_of(EVERY[path])]) == 2
    assert one_sentence(capsys) == "No store is named: give `--store FILE`, or set STANDOFF_STORE.\n"


@pytest.mark.parametrize("path", [path for path in STORED if path not in ("review", "run")])
def test_a_store_that_is_not_there_is_one(path, tmp_path, capsys):
    absent = str(tmp_path / "absent.db")
    assert outcome([*path.split(), *arguments_of(EVERY[path]), "--store", absent]) == 1
    said = one_sentence(capsys)
    assert absent in said
    assert "standoff run" in said
    assert not Path(absent).exists()


@pytest.mark.parametrize("kind", ["incident", "document", "statement"])
def test_an_unknown_id_is_one_and_told_what_to_do(kind, store, capsys):
    assert outcome(["show", kind, "babab-babab", "--store", store]) == 1
    assert "babab-babab" in one_sentence(capsys)


def test_some_failed_is_three_and_each_is_a_row(tmp_path, capsys, monkeypatch):
    load_once(monkeypatch)
    monkeypatch.setattr(local, "Local", lambda _: Inline())
    reports, record = folder(tmp_path / "in", "poonch.txt"), str(tmp_path / "record.db")
    (reports / "broken.jsonl").write_text('{"text": \n')
    assert outcome(["run", str(reports), "--store", record]) == 3
    assert capsys.readouterr().out.splitlines()[-1].startswith("2 documents: 1 new, 0 known, 1 failed;")
    assert outcome(["export", "--format", "jsonl", "--out", str(tmp_path / "out"), "--store", record]) == 0
    (row,) = (tmp_path / "out" / "failures.jsonl").read_text(encoding="utf-8").splitlines()
    assert "broken.jsonl" in row


@pytest.mark.parametrize("name", COMMANDS)
def test_help_loads_no_language_and_no_database(name):
    code = (
        f"import sys; from standoff.cli.main import outcome; outcome(['{name}', '--help']);"
        "print([name for name in ('spacy', 'sqlalchemy', 'trafilatura', 'numpy') if name in sys.modules],"
        " file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stderr == "[]\n"


def test_reading_a_record_loads_no_language(store):
    code = (
        f"import sys; from standoff.cli.main import outcome; outcome(['show', '--store', {store!r}]);"
        "print([name for name in ('spacy', 'trafilatura', 'numpy') if name in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stderr == "[]\n"


def arguments_of(command: click.Command) -> list[str]:
    """Return some word for each argument and option that a command must have."""
    given: list[str] = []
    for parameter in command.params:
        if isinstance(parameter, click.Argument) and parameter.required:
            given.append("babab-babab")
        elif parameter.required and isinstance(parameter.type, click.Choice):
            given += [parameter.opts[0], str(parameter.type.choices[0])]
        elif parameter.required:
            given += [parameter.opts[0], "act=deny" if parameter.name == "fields" else "unused"]
    return [*given, "--out", "unused"] if command.name == "publish" else given  # a file or a folder, either will do


def one_sentence(capsys) -> str:
    """Return what stands on standard error: one line that ends as a sentence, and nothing on standard output."""
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.count("\n") == 1
    assert printed.err.rstrip().endswith((".", "?"))
    assert "Traceback" not in printed.err
    return printed.err
