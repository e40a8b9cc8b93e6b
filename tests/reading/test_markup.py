from __future__ import annotations

from standoff.reading.draft import Input
from standoff.reading.markup import text_of_rtf, without_tags
from standoff.reading.plaintext import read_text

RTF = (
    rb"{\rtf1\ansi\ansicpg1251\deff0{\fonttbl{\f0 Arial;}}{\*\generator Word;}{\info{\title No words}}"
    rb"\f0\fs24 GOMA - The army said \ldblquote two men\rdblquote  died in \'c3\'ee\'ec\'e0.\par "
    rb"It\rquote s over, \u1055?\u1056? said \{so\}.\par }"
)


def test_rtf_is_the_words_it_prints() -> None:
    assert text_of_rtf(RTF) == "GOMA - The army said “two men” died in Гома.\nIt’s over, ПР said {so}.\n"


def test_an_rtf_file_is_known_by_its_first_bytes() -> None:
    (draft,) = read_text(Input("a.txt", RTF))
    assert draft.media_type == "application/rtf"
    assert draft.data == RTF
    assert draft.text.startswith("GOMA - The army")


def test_broken_rtf_does_not_stop_reading() -> None:
    assert text_of_rtf(rb"{\rtf1 }}}{{ \'zz \u99999999999 The army left.") != ""


def test_rtf_tells_some_characters_in_two_halves() -> None:
    assert text_of_rtf(rb"{\rtf1 Goma \u-10179?\u-8704? held.}") == "Goma \U0001f600 held."


def test_an_rtf_file_of_an_unknown_code_page_is_read_as_western() -> None:
    assert text_of_rtf(rb"{\rtf1\ansicpg99999 caf\'e9}") == "café"


def test_rtf_that_nests_without_end_takes_no_longer_than_other() -> None:
    assert text_of_rtf(b"{\\rtf1 Goma" + b"{" * 200_000 + b" held." + b"}" * 200_000) == "Goma held."


def test_stray_html_is_taken_out_of_text() -> None:
    text = "<p>The army said &ldquo;two men&rdquo; died.<br>The rebels denied it.</p>"
    assert without_tags(text) == "The army said “two men” died.\nThe rebels denied it.\n"


def test_text_without_tags_is_left_alone() -> None:
    text = "If a < b and c > d, AT&T said; R&D; <unknown> & Co."
    assert without_tags(text) == text
