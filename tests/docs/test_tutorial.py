"""Every command on a page runs, ends as the page says, and prints in the main the words that the page shows."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from docs.transcripts import Shown, Terminal, blocks, piped, renamed, shown, standing_for, written

ROOT = Path(__file__).parents[2]
PAGES = [page for page in sorted((ROOT / "docs").rglob("*.md")) if "```console" in page.read_text(encoding="utf-8")]
SHARED = 0.6  # of the words that a page shows must be printed; the rest may have changed with the rules of reading
_CHANGING = re.compile(r"[a-z]{3}-[0-9a-f]{24}|[a-z]{5}-[a-z]{5}|\d{4}-\d{2}-\d{2}T\S+|\b\d+\b")


def words(text: str) -> set[str]:
    """Return the words of an output but for ids, times and counts."""
    return set(re.findall(r"\w+|[▲▼●◆○—]", _CHANGING.sub(" ", text)))


def commands(page: Path) -> list[Shown]:
    return [part for block in blocks(page.read_text(encoding="utf-8")) for part in shown(block)]


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.stem)
def test_commands_do_what_the_page_shows(page, place):
    terminal = Terminal()
    told = commands(page)
    for command, after in zip(told, [*told[1:], None], strict=True):
        printed = terminal.run(command)
        if command.command == "echo $?":
            assert printed == command.output
            continue
        if after is None or after.command != "echo $?":
            assert terminal.code == 0, f"{command.command}: {printed}"
        missing = words(command.output) - words(printed)
        assert len(missing) <= (1 - SHARED) * len(words(command.output)), f"{command.command} prints:\n{printed}"


def test_the_tutorial_shows_a_denial_and_the_words_behind_it(place):
    outputs = [part.output for part in commands(ROOT / "docs" / "tutorial" / "first-record.md")]
    assert any("▼ denies" in output and "▲ asserts" in output for output in outputs)
    assert any("⟦that its units did not open aimed fire⟧" in output for output in outputs)


def test_ids_on_a_page_stand_for_those_there_are_now():
    terminal = Terminal()
    terminal.run(Shown("standoff nonsense babab-babab", "Shown babab-babab"))
    assert terminal.ids == {}
    terminal.ids["babab-babab"] = "lusab-babad"
    assert renamed("standoff show incident babab-babab", terminal) == "standoff show incident lusab-babad"


@pytest.mark.parametrize(
    ("old", "new", "ids"),
    [
        ("babab-babab  Fire at the post", "babab-babab  Fire at the post by Chad", {}),
        (
            "babab-babab  Fire at the post\nlusab-babad  Talks in Doha",
            "dodod-babab  Talks in Doha\nzuzuz-babab  Siege of the town\nfofof-babab  Fire at the post",
            {"babab-babab": "fofof-babab", "lusab-babad": "dodod-babab"},
        ),
        ("babab-babab  Fire at the post", "dodod-babab  Siege of Goma", {}),
        (f"stm-{'0' * 24} said", f"evt-{'1' * 24} said", {}),
    ],
)
def test_an_id_stands_for_the_one_of_the_line_with_like_words(old, new, ids):
    assert standing_for(old, new) == ids


def test_a_page_may_run_nothing_else():
    with pytest.raises(ValueError, match="`standoff` only"):
        Terminal().run(Shown("rm -r .", ""))
    with pytest.raises(ValueError, match="may pipe"):
        piped("text", ["tee", "file"])
    assert piped("a\nb\nab\n", ["grep", "a"]) == "a\nab\n"


def test_a_page_is_written_with_what_is_printed():
    page = "Text.\n\n```console\n$ standoff nonsense\nold\n$ echo $?\n0\n```\n"
    again = written(page, Terminal())
    assert again.startswith("Text.\n\n```console\n$ standoff nonsense\nNo such command 'nonsense'.")
    assert again.endswith("$ echo $?\n2\n```\n")
