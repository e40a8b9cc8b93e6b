"""XML is read without the entities by which a small file grows without end, in whatever encoding they stand."""

from __future__ import annotations

import pytest

from standoff.errors import ReadingError
from standoff.reading.xml import tree_of, words_in

HEAD = '<?xml version="1.0" encoding="{}"?>'


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_are_refused_in_any_encoding(encoding: str) -> None:
    text = HEAD.format(encoding) + '<!DOCTYPE r [<!ENTITY a "boom"><!ENTITY b "&a;&a;">]><r><t>&b;</t></r>'
    with pytest.raises(ReadingError, match="declares entities"):
        tree_of(text.encode(encoding))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_words_are_read_in_any_encoding(encoding: str) -> None:
    root = tree_of((HEAD.format(encoding) + "<!DOCTYPE r><r><t>Goma &amp; Sake</t></r>").encode(encoding))
    assert words_in(root, "t") == "Goma & Sake"
