"""Check made-up nesting: the frame reports the sentence, and the sentence's own statement moves inside."""

from __future__ import annotations

import random

from training.attribution.data import OURS, Marked, Text
from training.attribution.nesting import nest

PLAIN = "The governor told reporters that two bridges were mined."
NAMED = "Two calls. Harbour Watch denied the report."


def fragment(text: str, words: str) -> tuple[tuple[int, int], ...]:
    start = text.index(words)
    return ((start, start + len(words)),)


def made(seed: int) -> Text:
    told = Marked(
        fragment(PLAIN, "The governor"), fragment(PLAIN, "told"), fragment(PLAIN, "that two bridges were mined"), act=3
    )
    denied = Marked(fragment(NAMED, "Harbour Watch"), fragment(NAMED, "denied"), fragment(NAMED, "the report"))
    texts = [Text("a", PLAIN, OURS, (told,)), Text("b", NAMED, OURS, (denied,))]
    return next(text for text in nest(texts, 2, random.Random(seed)) if "bridges" in text.text)


def test_what_was_marked_keeps_its_words_inside_the_outer_content() -> None:
    for seed in range(40):
        text = made(seed)
        outer, inner = text.marks
        assert [text.text[slice(*f)].lower() for f in inner.source] == ["the governor"]
        assert [text.text[slice(*f)] for f in inner.content] == ["that two bridges were mined"]
        assert inner.nested
        assert inner.act == 3
        assert outer.content[0][0] <= inner.source[0][0]
        assert inner.content[-1][1] <= outer.content[0][1]


def test_the_frame_names_its_source_and_cue_outside_the_content() -> None:
    seen = set()
    for seed in range(40):
        text = made(seed)
        outer = text.marks[0]
        source, cue = (text.text[slice(*parts[0])] for parts in (outer.source, outer.cue))
        assert source.lower() in ("harbour watch", "the governor")
        seen.add(cue)
        assert not any(a < d and c < b for a, b in outer.content for c, d in (*outer.source, *outer.cue))
        assert not text.text[slice(*outer.content[0])].endswith((",", "."))
    assert "According to" in seen
    assert len(seen) > 4
