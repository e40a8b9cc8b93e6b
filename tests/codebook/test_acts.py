from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from standoff.codebook.acts import load_acts
from standoff.codebook.load import FOLDER
from standoff.errors import CodebookError

FILES = ("acts.yaml", "cues.csv", "channels.yaml", "act_words.yaml", "act_weights.csv", "act_words_alike.csv")
HEADER = "cue,pos,act,frame,addressee,kind,flags,objects\n"


def copy(folder: Path) -> Path:
    for name in FILES:
        shutil.copy(FOLDER / name, folder / name)
    return folder


def test_every_act_has_a_polarity_a_description_and_an_example() -> None:
    book = load_acts(FOLDER)
    assert len(book.acts) == 25
    assert all(act.description and act.example for act in book.acts.values())


def test_polarity_says_where_the_speaker_stands() -> None:
    book = load_acts(FOLDER)
    assert book.polarity("deny") == "denies"
    assert book.polarity("accuse") == "asserts"
    assert book.polarity("urge") == "open"
    assert book.polarity("deny", negated=True) == "open"


def test_there_are_cues_for_every_act_and_more_than_four_hundred() -> None:
    book = load_acts(FOLDER)
    cues = [cue for words in book.cues.values() for entries in words.values() for cue in entries]
    assert len(cues) > 400
    assert {cue.act for cue in cues} == set(book.acts)


def test_the_longest_cue_comes_first_and_one_with_objects_before_one_without() -> None:
    entries = load_acts(FOLDER).starting("verb", "claim")
    assert next(cue for cue in entries if len(cue.words) == 1).objects
    assert [len(cue.words) for cue in entries] == sorted((len(cue.words) for cue in entries), reverse=True)


def test_a_feeling_may_be_an_act_where_it_is_said() -> None:
    book = load_acts(FOLDER)
    assert (book.felt["grateful"], book.felt["appalled"], book.felt.get("calm")) == ("thank", "criticise", None)


def test_an_act_of_a_feeling_must_be_known(tmp_path: Path) -> None:
    file = copy(tmp_path) / "act_words.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("does: thank", "does: bow"), encoding="utf-8")
    with pytest.raises(CodebookError, match="bow"):
        load_acts(tmp_path)


def test_channels_are_found_by_noun_and_by_verb() -> None:
    book = load_acts(FOLDER)
    assert book.channel_nouns["press conference"] == "press conference"
    assert book.channel_nouns["e-mail"] == "email"
    assert book.channel_cues["tweet"] == "twitter"


@pytest.mark.parametrize(
    ("row", "key"),
    [
        ("say,verb,mumble,clause,,speech,,", "act"),
        ("say,verb,inform,sideways,,speech,,", "frame"),
        ("say,verb,inform,clause,,opera,,", "kind"),
        ("say,verb,inform,clause,,speech,loudly,", "flags"),
        ("say,noun phrase,inform,clause,,speech,,", "pos"),
        (",verb,inform,clause,,speech,,", "cue"),
    ],
)
def test_a_malformed_cue_is_refused_with_file_line_and_key(tmp_path: Path, row: str, key: str) -> None:
    (copy(tmp_path) / "cues.csv").write_text(HEADER + row + "\n", encoding="utf-8")
    with pytest.raises(CodebookError, match=rf"cues.csv, line 2, key '{key}'"):
        load_acts(tmp_path)


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        (lambda head, acts: [head + ",mumble"], "line 1: its columns are not the acts, which differ in 'mumble'"),
        (lambda head, acts: [head, "negated" + ",high" * acts], "line 2: could not convert string to float: 'high'"),
        (lambda head, acts: [head, "negated,1.0"], "line 2: has 1 weights and not one for each of 25 acts"),
    ],
)
def test_malformed_weights_are_refused(tmp_path: Path, change: Callable[[str, int], list[str]], problem: str) -> None:
    file = copy(tmp_path) / "act_weights.csv"
    head = file.read_text(encoding="utf-8").partition("\n")[0]
    file.write_text("\n".join(change(head, head.count(","))), encoding="utf-8")
    with pytest.raises(CodebookError, match=re.escape(f"act_weights.csv, {problem}")):
        load_acts(tmp_path)


def test_an_act_may_only_become_one_that_exists(tmp_path: Path) -> None:
    with (copy(tmp_path) / "acts.yaml").open("a", encoding="utf-8") as handle:
        handle.write("- {id: mumble, polarity: open, negated: open, description: d, example: e, becomes: [shout]}\n")
    with pytest.raises(CodebookError, match="shout"):
        load_acts(tmp_path)
