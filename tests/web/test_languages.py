"""Check the files of words: every language has only words the interface knows, with the same gaps."""

import json
import re
from pathlib import Path

import pytest

from standoff.codebook.acts import load_acts
from standoff.codebook.slots import load_slots
from standoff.views.books import FOLDER as CODEBOOK
from tests.web.waiting import settled

FOLDER = Path(__file__).parents[2] / "web" / "src" / "i18n"
ENGLISH = json.loads((FOLDER / "en.json").read_text("utf-8"))
GAP = re.compile(r"\{\w+\}")


@pytest.mark.parametrize("language", ["hy", "az", "ru", "ar"])
def test_words_are_known_and_keep_their_gaps(language):
    words = json.loads((FOLDER / f"{language}.json").read_text("utf-8"))
    for key, text in words.items():
        base = ENGLISH.get(key) or ENGLISH[key.removesuffix(".few").removesuffix(".many")]
        assert sorted(GAP.findall(text)) == sorted(GAP.findall(base)), key


@pytest.mark.parametrize("language", ["hy", "az", "ru", "ar"])
def test_no_word_is_missing(language):
    words = json.loads((FOLDER / f"{language}.json").read_text("utf-8"))
    assert set(ENGLISH) - set(words) == set()
    if language == "ru":  # which has a form of its own for two, three and four
        assert [key for key in ENGLISH if key.endswith(".many") and key.replace(".many", ".few") not in words] == []


def test_questions_and_acts_are_those_of_the_codebook():
    slots, acts = load_slots(CODEBOOK).slots, load_acts(CODEBOOK).acts
    assert {f"question.{key}": slot.question for key, slot in slots.items()} == words_of("question.")
    assert {f"slotname.{key}": slot.label for key, slot in slots.items()} == words_of("slotname.")
    own = "act.report"  # what an outlet does in its own words
    assert {f"act.{key}" for key in acts} == words_of("act.").keys() - {own}


def words_of(beginning):
    """Return the English words whose keys begin so."""
    return {key: text for key, text in ENGLISH.items() if key.startswith(beginning)}


ALIKE: frozenset[str] = frozenset()  # words that are the same in English and in another language: none so far


@pytest.mark.parametrize("language", ["hy", "az", "ru", "ar"])
def test_no_word_is_left_in_english(language):
    words = json.loads((FOLDER / f"{language}.json").read_text("utf-8"))
    assert {key for key, text in ENGLISH.items() if text and words[key] == text} <= ALIKE
    assert words["frame.note"]  # it says that the record's own sentences are not translated


@pytest.mark.parametrize("language", ["hy", "ru", "ar"])
def test_a_language_is_written_in_its_own_letters(language):
    words = json.loads((FOLDER / f"{language}.json").read_text("utf-8"))
    kept = re.compile(r"standoff (serve|run)|\bTab\b|Natural Earth|[A-Z]{2,}|GeoJSON|[A-Z] / [A-Z]|\b[A-Z]\d?\b|A–F")
    assert not [key for key, text in words.items() if re.search("[A-Za-z]", kept.sub("", GAP.sub("", text)))]


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


@pytest.mark.parametrize("language", ["hy-AM", "az-AZ", "ru-RU", "ar-SD"])
def test_days_are_said_with_the_names_of_months(server, open_page, language):
    """A browser that knows no months of a language would say `2023 M05 9`."""
    page = open_page(server, locale=language)
    settled(page).locator("td.when").first.wait_for()
    said = page.locator("td.when").all_inner_texts()
    assert said
    assert not [words for words in said if re.search(r"\bM\d\d\b", words)]
