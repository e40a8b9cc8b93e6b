from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from standoff.reading.lines import LONGEST_CHUNK, chunks

WRAPPED = """KIEV, Jan 25 (Donets Wire) - Ukraine accused pro-Russian separatists on
Wednesday of shelling a power line that feeds the coke plant in Avdiivka,
leaving some 16,000 people without heating in temperatures of minus 18.

Two soldiers were killed and nine wounded over the past 24 hours, a military
spokesman told a briefing. He said the separatists had used 122 mm artillery,
which the Minsk agreements oblige both sides to keep away.
"""


def pieces(text: str) -> list[str]:
    return [text[chunk.start : chunk.stop] for chunk in chunks(text)]


def test_hard_wrapped_lines_are_one_paragraph_each() -> None:
    found = pieces(WRAPPED)
    assert len(found) == 2
    assert found[0].startswith("KIEV")
    assert found[0].endswith("minus 18.")
    assert found[1].endswith("keep away.")


def test_lines_that_are_paragraphs_stay_apart() -> None:
    text = "The army denied it.\nThe rebels confirmed it.\nNobody was hurt, a doctor said.\nTalks go on.\n"
    assert len(pieces(text)) == 4


def test_long_lines_are_paragraphs() -> None:
    line = (
        "The mission could not reach the village because the road was mined, its spokeswoman said on Monday evening. "
    )
    assert len(pieces("\n".join([line * 2] * 4))) == 4


def test_items_of_a_wrapped_list_begin_anew() -> None:
    text = WRAPPED + "- one shell fell beside the school of the village, which was empty then,\n- another hit a barn.\n"
    assert pieces(text)[-1].startswith("- another")


def test_an_endless_line_is_cut_at_ends_of_sentences() -> None:
    text = "The governor said that shells had fallen on the town again. " * 2000
    found = pieces(text)
    assert all(len(piece) <= LONGEST_CHUNK for piece in found)
    assert all(piece.endswith("again.") for piece in found)


@given(st.text(alphabet="ab .\n“”-", max_size=300))
def test_chunks_hold_all_that_is_not_space_in_order(text: str) -> None:
    found = chunks(text)
    assert "".join(text[c.start : c.stop] for c in found).split() == text.split() or "".join(
        "".join(text[c.start : c.stop].split()) for c in found
    ) == "".join(text.split())
    assert all(a.stop <= b.start for a, b in pairwise(found))
    assert all(text[c.start : c.stop].strip() == text[c.start : c.stop] for c in found)
