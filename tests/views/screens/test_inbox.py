from collections import namedtuple

from standoff.views.screens.inbox import _gather, _one

Row = namedtuple(
    "Row", "slot value_text polarity principal_name source_name document number", defaults=("asserts",) * 5
)
Told = namedtuple("Told", "id short_id label statement documents_count")


def figure(document: str, number: int, words: str, slot: str = "equipment") -> Row:
    return Row(slot, words, "asserts", None, None, document, number)


def effect(*claims: Row) -> tuple[str, tuple[str, ...]]:
    news = _one([Told("inc-1", "a-b", "Seizure", None, 2)], claims, "doc-2", 2)
    return news.effect, news.words


def test_a_figure_with_fewer_words_is_the_same_figure() -> None:
    assert effect(figure("doc-1", 1, "14 grain lorries"), figure("doc-2", 2, "14 lorries"))[0] == "repeats"


def test_another_figure_is_a_changed_number() -> None:
    found = effect(figure("doc-1", 1, "14 grain lorries"), figure("doc-2", 2, "about 12 lorries"))
    assert found[0] == "changes_number"
    assert found[1] == ("equipment: about 12 lorries (before: 14 grain lorries)",)


def test_lengths_keep_their_units() -> None:
    told = _gather([figure("doc-1", 1, "3 km", "distance"), figure("doc-1", 1, "3 miles", "distance")])
    assert len(told.figures["distance"]) == 2
