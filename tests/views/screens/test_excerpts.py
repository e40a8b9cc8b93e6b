"""Excerpts show the words that were typed where they stand, whatever their case and marks."""

import pytest

from standoff.views.screens.excerpts import excerpt, folded, pieces


@pytest.mark.parametrize(
    ("words", "typed", "shown"),
    [
        ("Troops near Şuşa", "susa", (("Troops near ", False), ("Şuşa", True))),
        ("The minister denied it", "DENIED", (("The minister ", False), ("denied", True), (" it", False))),
        ("Shelling, shelling", "shell", (("Shelling", True), (", ", False), ("shelling", True))),
        ("no such word", "zzz", (("no such word", False),)),
        ("anything", "…", (("anything", False),)),
        ("", "a", ()),
    ],
)
def test_words_are_marked_where_they_begin_as_typed(words, typed, shown):
    assert pieces(words, typed) == shown


def test_an_excerpt_is_cut_at_words_around_the_first_hit():
    text = f"{'before ' * 60}the CEASEFIRE held{' after' * 60}"
    shown = excerpt(text, "ceasefire")
    whole = "".join(part for part, _ in shown)
    assert [part for part, hit in shown if hit] == ["CEASEFIRE"]
    assert whole.startswith("… before ")
    assert whole.endswith(" after …")
    assert len(whole) < 220


def test_a_text_without_the_words_shows_its_beginning():
    assert excerpt("Found by its title.", "headline") == (("Found by its title.", False),)


def test_folding_keeps_every_place():
    text = "Ağdam, Gəncə, Łódź, Երևան, Київ, 北京, 🙂é"
    assert len(folded(text)) == len(text)
    assert folded("Ağdam") == "Agdam"
