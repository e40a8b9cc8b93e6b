"""What a chronicle tells under a dated line happened on its day, with the line as the words it rests on."""

from __future__ import annotations

from dataclasses import replace

from standoff.annotating.annotate import annotate
from standoff.attributing.attribute import attribute
from standoff.coding.code import code
from standoff.grounding.ground import ground
from standoff.model.document import Block
from tests.texts import codebook, gazetteer, language, paper

LINES = (
    ("dateline", "May 12:"),
    ("paragraph", "Gunmen attacked a convoy near Djibo. The ministry said 11 soldiers had been killed."),
    ("paragraph", "In the evening rebels shelled the camp."),
    ("dateline", "May 13:"),
    ("paragraph", "The army bombed rebel camps in Soum."),
)


def test_entries_of_a_chronicle_are_dated_by_their_lines():
    text, blocks = "", []
    for kind, line in LINES:
        blocks.append(Block(kind, len(text), len(text) + len(line)))
        text += line + "\n\n"
    document = replace(paper(text, "2024-05-20"), blocks=tuple(blocks))
    page = ground(annotate(document, language(), codebook()), codebook(), gazetteer())
    statements = attribute(page, codebook())
    told = {e.trigger.quote.split()[0]: e for e in code(page, statements, codebook())}
    days = {word: (e.happened.earliest[:10], e.happened_span.quote) for word, e in told.items() if e.happened}
    assert days["attacked"] == ("2024-05-12", "May 12")
    assert days["shelled"] == ("2024-05-12", "the evening")
    assert days["bombed"] == ("2024-05-13", "May 13")
    (said,) = statements
    assert (said.said_at.earliest, said.said_at_span.quote) == ("2024-05-12", "May 12")
