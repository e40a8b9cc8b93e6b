from __future__ import annotations

from standoff.model.document import Block, Document, document_id
from standoff.model.ids import digest
from standoff.model.tables import tables_of

TEXT = "Losses in May\n| Place | Killed | Hurt |\n|---|---|---|\n| Tissi | 4 | |\n| Adré | 1,200 | 3 |\nThe end."


def laid(text: str) -> Document:
    blocks, at = [], 0
    for line in text.splitlines(keepends=True):
        blocks.append(Block("paragraph", at, at + len(line.rstrip("\n"))))
        at += len(line)
    return Document(document_id(text, None, None), text, digest(text.encode()), "", "t", blocks=tuple(blocks))


def test_a_table_has_its_caption_heads_and_rows() -> None:
    (table,) = tables_of(laid(TEXT))
    assert table.caption is not None
    assert TEXT[table.caption.start : table.caption.stop] == "Losses in May"
    assert [cell.text for cell in table.heads] == ["Place", "Killed", "Hurt"]
    assert [[cell.text for cell in row] for row in table.rows] == [["Tissi", "4", ""], ["Adré", "1,200", "3"]]


def test_a_cell_knows_where_it_stands() -> None:
    (table,) = tables_of(laid(TEXT))
    cell = table.rows[1][1]
    assert TEXT[cell.start : cell.stop] == "1,200"


def test_one_line_with_strokes_is_no_table() -> None:
    assert not list(tables_of(laid("News | Sport | Weather\nThe army shelled the town.")))


def test_columns_set_by_tabs_are_a_table() -> None:
    (table,) = tables_of(laid("Place\tKilled\tHurt\nTissi\t4\t2"))
    assert [cell.text for cell in table.rows[0]] == ["Tissi", "4", "2"]
