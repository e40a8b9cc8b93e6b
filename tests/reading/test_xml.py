"""XML is read without what lets a small file grow without end, in whatever encoding it stands."""

from __future__ import annotations

import pytest

from standoff.errors import ReadingError
from standoff.reading.xml import DEEPEST, tree_of, words_in

HEAD = '<?xml version="1.0" encoding="{}"?>'


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_are_refused_in_any_encoding(encoding: str) -> None:
    text = HEAD.format(encoding) + '<!DOCTYPE r [<!ENTITY a "boom"><!ENTITY b "&a;&a;">]><r><t>&b;</t></r>'
    with pytest.raises(ReadingError, match="declares entities"):
        tree_of(text.encode(encoding))


def test_elements_may_nest_only_so_deep() -> None:
    assert tree_of(b"<r>" * DEEPEST + b"</r>" * DEEPEST).tag == "r"
    with pytest.raises(ReadingError, match="nests more than"):
        tree_of(b"<r>" * (DEEPEST + 1) + b"</r>" * (DEEPEST + 1))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_words_are_read_in_any_encoding(encoding: str) -> None:
    root = tree_of((HEAD.format(encoding) + "<!DOCTYPE r><r><t>Goma &amp; Sake</t></r>").encode(encoding))
    assert words_in(root, "t") == "Goma & Sake"
