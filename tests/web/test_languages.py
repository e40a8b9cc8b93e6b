"""Check the files of words: every language has only words the interface knows, with the same gaps."""

import json
import re
from pathlib import Path

import pytest

FOLDER = Path(__file__).parents[2] / "web" / "src" / "i18n"
ENGLISH = json.loads((FOLDER / "en.json").read_text("utf-8"))
GAP = re.compile(r"\{\w+\}")


@pytest.mark.parametrize("language", ["hy", "az", "ru"])
def test_words_are_known_and_keep_their_gaps(language):
    words = json.loads((FOLDER / f"{language}.json").read_text("utf-8"))
    for key, text in words.items():
        base = ENGLISH.get(key) or ENGLISH[key.removesuffix(".few").removesuffix(".many")]
        assert sorted(GAP.findall(text)) == sorted(GAP.findall(base)), key


@pytest.mark.parametrize("language", ["hy", "az", "ru"])
def test_no_word_is_missing(language):
    words = json.loads((FOLDER / f"{language}.json").read_text("utf-8"))
    assert set(ENGLISH) - set(words) == set()
    if language == "ru":  # which has a form of its own for two, three and four
        assert [key for key in ENGLISH if key.endswith(".many") and key.replace(".many", ".few") not in words] == []


@pytest.mark.parametrize("language", ["hy", "az", "ru"])
def test_a_frame_that_keeps_english_words_says_so(language):
    words = json.loads((FOLDER / f"{language}.json").read_text("utf-8"))
    same = [key for key, text in ENGLISH.items() if words[key] == text and re.search(r"[a-z]{3}", text)]
    assert bool(words["frame.note"]) == (len(same) > 10)
    assert {key for key in ENGLISH if key.startswith(("nav.", "stance.", "tab."))}.isdisjoint(same)


def test_every_word_is_used():
    source = "".join(p.read_text("utf-8") for p in FOLDER.parent.rglob("*") if p.suffix in {".svelte", ".ts"})
    made = re.findall(r"`([\w.]+\.)\$\{", source)  # such as `nav.${name}`
    unused = [
        key
        for key in ENGLISH
        if f"'{key}'" not in source
        and not key.startswith(tuple(made))
        and f"'{key.removesuffix('.many')}'" not in source
    ]
    assert unused == []


def test_the_machine_never_calls_anything_true_false_or_verified():
    assert [key for key, text in ENGLISH.items() if re.search(r"\b(true|false|verified)\b", text, re.I)] == []
