from __future__ import annotations

from standoff.reading.draft import Input
from standoff.reading.plaintext import read_markdown, read_text


def test_the_text_is_the_file() -> None:
    data = b" date 2021-05-14 # not a heading\r\n"
    (plain,) = read_text(Input("a.txt", data))
    (marked,) = read_markdown(Input("a.md", data))
    assert plain.text == marked.text == " date 2021-05-14 # not a heading\n"
    assert (plain.media_type, marked.media_type) == ("text/plain", "text/markdown")
    assert plain.data == data
