"""Run the commands that a page shows, and compare what they print with the page, or write it into the page.

A `console` block holds lines that begin with `$ ` and what they print. Commands are `standoff ...`, `echo $?`, and
either piped through `head -n N` or `grep WORDS`. Ids that a page shows are read as the ids of the line with like words
in what is printed now, so that later commands of the page may name them.

Write a page again with `python -m docs.transcripts docs/tutorial/first-record.md`.
"""

from __future__ import annotations

import glob
import io
import os
import re
import shlex
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import chdir, redirect_stderr, redirect_stdout
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from functools import partial
from pathlib import Path

from standoff.cli.main import outcome

ROOT = Path(__file__).parents[1]
PROMPT = "$ "
ASKING = "echo $?"  # shows the exit code of the command before
_LIKE = 0.5  # of the words of two lines that are told of one row
WIDTH = "96"  # columns of the terminal that pages show
_BLOCK = re.compile(r"(?<=^```console\n).*?(?=^```$)", re.MULTILINE | re.DOTALL)
_SPOKEN = "(?:[bdfghjklmnprstvz][aiou]){2}[bdfghjklmnprstvz]"
_ID = re.compile(rf"\b(?:[a-z]{{3}}-[0-9a-f]{{24}}|{_SPOKEN}-{_SPOKEN})\b")


@dataclass(frozen=True, slots=True)
class Shown:
    """Hold one command of a page and what the page says it prints."""

    command: str
    output: str


@dataclass(slots=True)
class Terminal:
    """Hold the exit code of the last command, and which id stands now for one that a page shows."""

    code: int = 0
    ids: dict[str, str] = field(default_factory=dict)

    def run(self, shown: Shown) -> str:
        """Run a command in this process and this folder and return what it prints."""
        first, _, pipe = shown.command.partition(" | ")
        words = shlex.split(_ID.sub(lambda match: self.ids.get(match.group(), match.group()), first))
        if shown.command == ASKING:
            return f"{self.code}\n"
        if words[0] != "standoff":
            raise ValueError(f"Pages may run `standoff` only, not {shown.command!r}.")
        printed = io.StringIO()
        with redirect_stdout(printed), redirect_stderr(printed):
            self.code = outcome([part for word in words[1:] for part in sorted(glob.glob(word)) or [word]])
        output = "".join(f"{line.rstrip()}\n" for line in piped(printed.getvalue(), shlex.split(pipe)).splitlines())
        self.ids |= standing_for(shown.output, output)
        return output


def standing_for(old: str, new: str) -> dict[str, str]:
    """Return the ids of an output by those the page shows: an id that is printed again is itself, else words tell."""
    now = [line for line in new.splitlines() if _ID.search(line)]
    found: dict[str, str] = {}
    for line in old.splitlines():
        keys = _ID.findall(line)
        if keys and not all(key in new for key in keys):
            like = max((other for other in now if _kinds(other) == _kinds(line)), key=partial(_alike, line), default="")
            found |= dict(zip(keys, _ID.findall(like), strict=True)) if _alike(line, like) >= _LIKE else {}
    return found


def _kinds(line: str) -> list[str]:
    """Return the kinds of ids in a line, in order; ids that can be spoken are of one kind."""
    return [key[:4] if key[3] == "-" else "" for key in _ID.findall(line)]


def _alike(line: str, other: str) -> float:
    """Return how like two lines are but for their ids, from 0 to 1."""
    return SequenceMatcher(None, _ID.sub("", line).split(), _ID.sub("", other).split()).ratio()


def piped(text: str, pipe: list[str]) -> str:
    """Return a text as `head -n N` or `grep WORDS` lets it through."""
    lines = text.splitlines(keepends=True)
    match pipe:
        case []:
            return text
        case ["head", "-n", number]:
            return "".join(lines[: int(number)])
        case ["grep", words]:
            return "".join(line for line in lines if words in line)
    raise ValueError(f"Pages may pipe through `head -n N` or `grep WORDS` only, not {pipe}.")


def shown(block: str) -> Iterator[Shown]:
    """Yield the commands of a block, each with the lines below it."""
    for part in re.split(rf"^{re.escape(PROMPT)}", block, flags=re.MULTILINE)[1:]:
        command, _, output = part.partition("\n")
        yield Shown(command, output)


def blocks(page: str) -> list[str]:
    """Return the console blocks of a page."""
    return _BLOCK.findall(page)


def written(page: str, terminal: Terminal) -> str:
    """Return a page in which every command stands above what it prints now; refuses failures it does not speak of."""

    def again(match: re.Match[str]) -> str:
        parts = list(shown(match.group()))
        lines = []
        for part, after in zip(parts, [*parts[1:], None], strict=True):
            lines.append(f"{PROMPT}{renamed(part.command, terminal)}\n{terminal.run(part)}")
            if terminal.code and part.command != ASKING and (after is None or after.command != ASKING):
                raise RuntimeError(f"{lines[-1]}ends with {terminal.code}; correct the page or the command.")
        return "".join(lines)

    return _BLOCK.sub(again, page)


def renamed(command: str, terminal: Terminal) -> str:
    """Return a command with the ids that there are now."""
    return _ID.sub(lambda match: terminal.ids.get(match.group(), match.group()), command)


def main(paths: list[str]) -> None:
    """Write pages again, each in a new folder that holds the example corpus."""
    os.environ["COLUMNS"] = WIDTH
    for path in paths:
        page = (ROOT / path).read_text(encoding="utf-8")
        with tempfile.TemporaryDirectory() as folder, chdir(folder):
            shutil.copytree(ROOT / "examples", "examples")
            text = written(page, Terminal())
        (ROOT / path).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
