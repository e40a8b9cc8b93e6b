from __future__ import annotations

from standoff.model.document import Block, Document
from standoff.reading.neighbours import index, nearest, words_of


def document(key: str, text: str, kind: str = "paragraph") -> Document:
    block = Block(kind, 0, len(text))  # type: ignore[arg-type]  # kinds are literals here
    return Document(key, text, "", "", key, blocks=(block,))


def test_rare_words_make_neighbours() -> None:
    texts = {
        "a": "Governor Hamdok Tarig spoke of 14 lorries at the Wad Shaqra depot.",
        "b": "The mediators met in Jeddah and spoke of a truce.",
        "c": "The mediators spoke in Geneva of prisoners.",
    }
    bags = {key: words_of(document(key, text)) for key, text in texts.items()}
    asked = words_of(document("q", "Nobody spoke of the 14 lorries of Wad Shaqra again."))
    found = nearest(asked, index(bags, [asked]))
    assert found[0][0] == "a"
    assert found[0][1] > 2 * found[1][1]


def test_furniture_makes_no_neighbours() -> None:
    assert not words_of(document("a", "Download the Border Post app", "boilerplate"))


def test_nothing_shared_is_no_neighbour() -> None:
    bags = {"a": words_of(document("a", "Fishermen sold their catch."))}
    assert nearest(words_of(document("q", "Envoys signed nothing.")), index(bags)) == []
