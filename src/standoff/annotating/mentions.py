"""Mark pronouns and descriptions: noun phrases without a name that may stand for a party."""

from __future__ import annotations

from collections.abc import Sequence

from standoff.model.annotation import Annotation, annotation
from standoff.model.document import Document
from standoff.model.parse import Parse

PRONOUNS = {
    "he": "m", "him": "m", "his": "m", "himself": "m",
    "she": "f", "her": "f", "hers": "f", "herself": "f",
    "it": "n", "its": "n", "itself": "n",
    "they": "p", "them": "p", "their": "p", "theirs": "p", "themselves": "p",
    "who": "r", "whom": "r", "whose": "r", "which": "r", "that": "r",
}  # fmt: skip


def mark_mentions(document: Document, parse: Parse, names: Sequence[Annotation]) -> list[Annotation]:
    """Return the pronouns and descriptions of a document."""
    del names
    found = []
    for token, form in enumerate(parse.forms):
        sort = PRONOUNS.get(form.lower())
        if (
            sort
            and (parse.pos[token] == "PRON" or sort in "mf")
            and (form.lower() != "that" or parse.tags[token] == "WDT")
        ):
            span = document.span(parse.starts[token], parse.stops[token])
            found.append(annotation("pronoun", span, sort=sort))
    return found
