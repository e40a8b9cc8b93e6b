from hypothesis import given
from hypothesis import strategies as st

from standoff.views.marking import Mark, cut, utf16


def test_a_text_is_cut_where_marks_begin_and_end():
    pieces = cut("abcdefgh", 0, 8, [Mark(1, 5, "content", "a"), Mark(3, 4, "cue", "b")])
    assert [(piece.text, piece.kinds) for piece in pieces] == [
        ("a", ()),
        ("bc", ("content",)),
        ("d", ("content", "cue")),
        ("e", ("content",)),
        ("fgh", ()),
    ]
    assert pieces[2].owners == ("a", "b")


@given(
    text=st.text(min_size=1, max_size=40),
    spans=st.lists(st.tuples(st.integers(0, 39), st.integers(1, 12)), max_size=12),
)
def test_the_pieces_joined_are_the_text(text, spans):
    marks = [Mark(start, start + length, "k", str(n)) for n, (start, length) in enumerate(spans)]
    pieces = cut(text, 0, len(text), marks)
    assert "".join(piece.text for piece in pieces) == text
    for piece in pieces:
        covering = {m.owner for m in marks if m.start <= piece.start < m.stop}
        assert set(piece.owners) == covering


def test_offsets_become_utf16_for_browsers():
    assert utf16("a🕊b𝔸c", [0, 1, 2, 3, 5]) == {0: 0, 1: 1, 2: 3, 3: 4, 5: 7}


@given(text=st.text(max_size=30))
def test_utf16_offsets_slice_as_a_browser_does(text):
    found = utf16(text, range(len(text) + 1))
    encoded = text.encode("utf-16-le")
    for at in range(len(text)):
        assert encoded[found[at] * 2 : found[at + 1] * 2].decode("utf-16-le") == text[at]
