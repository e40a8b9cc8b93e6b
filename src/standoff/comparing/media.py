"""Find a channel that an outlet names behind the words it renders: '... , he urged in a tweet after the call'."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from standoff.model.statement import Statement


def rendered_channel(statement: Statement, nouns: Mapping[str, str]) -> tuple[str | None, str]:
    """Return the channel of a statement and the words it renders, cut before a phrase that names the channel."""
    content = " ".join(span.quote for span in statement.content)
    match = _finder(tuple(sorted(nouns))).search(content)
    if match is None:
        return statement.channel, content
    return statement.channel or nouns[match[1].casefold()], content[: match.start()] or content


@lru_cache(maxsize=4)
def _finder(nouns: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of phrases such as 'in a tweet' and 'on his Facebook page'."""
    names = "|".join(re.escape(noun) for noun in sorted(nouns, key=len, reverse=True))
    return re.compile(rf"\b(?:in|on|via|over|through) (?:a |an |his |her |its |their |the )?({names})\b", re.IGNORECASE)
