from __future__ import annotations

from standoff.joining.prints import NEIGHBOURS, RUN, prints, rank_of, wording
from standoff.model.clock import Interval
from standoff.model.document import Block, Document

WORDS = [f"word{number}" for number in range(80)]


def document(words: list[str], day: str = "2016-08-02", **fields: object) -> Document:
    text = " ".join(words)
    published = Interval(day, day, "stated")
    return Document(
        "doc-a", text, "", "", "a", published=published, blocks=(Block("paragraph", 0, len(text)),), **fields
    )


def keys(words: list[str]) -> set[int]:
    made = document(words)
    return {found.key for found in prints(made, wording(made))}


def test_a_long_run_in_common_is_a_print_in_common_wherever_it_stands() -> None:
    shared = WORDS[: RUN + NEIGHBOURS - 1]
    for before in range(5):
        assert keys([*WORDS[40 : 40 + before], *shared, *WORDS[60:70]]) & keys([*WORDS[70:], *shared])


def test_few_of_many_runs_are_kept_and_a_few_words_have_one_or_none() -> None:
    assert len(keys(WORDS)) < len(WORDS) / 3
    assert len(keys(WORDS[:RUN])) == 1
    assert not keys(WORDS[: RUN - 1])


def test_originals_rank_before_those_who_print_them() -> None:
    agency = rank_of(document(WORDS, agency="AFP", publisher="AFP"))
    paper = rank_of(document(WORDS, agency="AFP", publisher="The Paper"))
    later = rank_of(document(WORDS, "2016-08-03", agency="AFP", publisher="AFP"))
    assert agency < paper < later
