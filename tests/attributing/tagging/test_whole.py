"""Check how much an attribution is believed by the parse of its content."""

from __future__ import annotations

from standoff.annotating.annotate import annotate
from standoff.attributing.sheet import Sheet, sheet
from standoff.attributing.tagging import belief
from standoff.attributing.tagging.tagger import Found
from standoff.attributing.tagging.whole import FEATURES, believed, signs
from standoff.grounding.ground import ground
from tests.texts import codebook, gazetteer, language, paper

TEXT = 'Tirana said that the convoy had left the village of Kosar. "We stay here," the mayor replied.'
NETWORK = (2.0,) * len(belief.FEATURES)


def laid() -> Sheet:
    book = codebook()
    return sheet(ground(annotate(paper(TEXT), language(), book), book, gazetteer()), book.acts)


def reading(content: str, cue: str = "said") -> Found:
    first, at = TEXT.index(content), TEXT.index(cue)
    return Found((at, at + len(cue)), None, ((first, first + len(content)),), "", 0.9, 0.9, signs=NETWORK)


def shown(content: str, cue: str = "said") -> dict[str, float]:
    return dict(zip(FEATURES, signs(laid(), reading(content, cue)), strict=True))


def test_a_clause_that_is_whole_hangs_by_one_word_and_leaves_none_out() -> None:
    found = shown("that the convoy had left the village of Kosar")
    assert (found["hung"], found["cut"], found["quotation"]) == (1, 0, 0)


def test_words_left_out_after_a_content_and_words_torn_from_their_phrase_are_counted() -> None:
    assert shown("that the convoy had left")["cut"] > 0
    assert shown("convoy had left the village of Kosar")["hung"] == 1
    assert shown("had left the village of")["cut"] > 0
    assert shown("the convoy had")["hung"] > 1


def test_a_whole_quotation_is_known() -> None:
    assert shown('"We stay here,"', "replied")["quotation"] == 1
    assert shown('"We stay here', "replied")["quotation"] == 0


def test_a_whole_content_is_believed_more() -> None:
    page = laid()
    whole, torn = (reading(words) for words in ("that the convoy had left the village of Kosar", "the convoy had"))
    assert believed(page, whole) > believed(page, torn)


def test_a_content_outside_all_words_is_no_error() -> None:
    assert len(signs(laid(), Found((0, 6), None, ((6, 7),), "", 0.9, 0.9, signs=NETWORK))) == len(FEATURES)
