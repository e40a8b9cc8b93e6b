"""Tell what stands beside a cue apart from its content: times, channels, hearers and manner."""

from __future__ import annotations

from standoff.attributing.sheet import Sheet
from standoff.codebook.acts import ActBook

_SPEECH_PREPOSITIONS = frozenset(
    {
        "in",
        "on",
        "at",
        "by",
        "via",
        "through",
        "over",
        "during",
        "after",
        "before",
        "from",
        "following",
        "to",
        "amid",
        "late",
        "early",
        "with",
        "upon",
        "near",
        "outside",
    }
)


_ON_X = frozenset({"account", "platform", "post", "page", "handle", "feed", "thread"})


def is_time(sheet: Sheet, token: int) -> bool:
    """Tell whether a dependent of a cue is an expression of time ("on Friday", "late last night")."""
    parse = sheet.parse
    if parse.deps[token] in ("npadvmod", "advmod", "prep", "pobj", "dobj", "attr"):
        inner = range(sheet.lefts[token], sheet.rights[token] + 1)
        if len(inner) > 12:
            return False
        return any(parse.entities[t] in ("DATE", "TIME") or sheet.listed(t, "time") for t in inner)
    return False


def names_channel(sheet: Sheet, token: int, book: ActBook) -> str | None:
    """Return the channel that an adjunct names ("in a statement", "on Telegram"), or nothing."""
    for child in range(sheet.lefts[token], min(sheet.rights[token], token + 10) + 1):
        if (channel := noun_channel(sheet, child, book)) is not None:
            return channel
    return None


def noun_channel(sheet: Sheet, token: int, book: ActBook) -> str | None:
    """Return the channel a noun names, two-word names first."""
    word = sheet.words[token]
    lemma = sheet.parse.lemmas[token].lower()
    if word == "televised":
        return book.channel_nouns.get(word)
    if sheet.parse.pos[token] not in ("NOUN", "PROPN") or sheet.parse.entities[token] == "DATE":
        return None
    if (
        word == "x"
        and sheet.words[token - 1] != "on"
        and sheet.words[min(token + 1, len(sheet.words) - 1)] not in _ON_X
    ):
        return None
    if sheet.parse.pos[token] == "PROPN" and (named := _of_name(sheet, token)) is not None:
        return named or None
    if token > 1 and sheet.words[token - 1] == "-":  # "e-mail", "op-ed"
        joined = book.channel_nouns.get(f"{sheet.words[token - 2]}-{word}")
        if joined is not None:
            return joined
    if token:
        pair = f"{sheet.words[token - 1]} {word}"
        if pair in book.channel_nouns:
            return book.channel_nouns[pair]
        pair = f"{sheet.words[token - 1]} {lemma}"
        if pair in book.channel_nouns:
            return book.channel_nouns[pair]
    return book.channel_nouns.get(word) or book.channel_nouns.get(lemma)


def _of_name(sheet: Sheet, token: int) -> str | None:
    """Return the channel of a station by its name ("NTV"), an empty one for a paper named Post, nothing for others."""
    word = sheet.words[token]
    if word.endswith("tv") and len(word) > len("tv"):
        return "television"
    return "" if word == "post" else None


def is_setting(sheet: Sheet, token: int, book: ActBook) -> bool:
    """Tell whether a prepositional adjunct says where, when or through what one spoke, not what was said."""
    if sheet.parse.deps[token] not in ("prep", "npadvmod", "advmod", "agent"):
        return False
    if is_time(sheet, token) or sheet.parse.deps[token] == "advmod":
        return True
    return sheet.words[token] in _SPEECH_PREPOSITIONS and (
        names_channel(sheet, token, book) is not None or _is_place(sheet, token)
    )


def _is_place(sheet: Sheet, token: int) -> bool:
    """Tell whether an adjunct is a place name ("in Geneva")."""
    return any(
        sheet.parse.entities[t] in ("GPE", "LOC", "FAC", "ORG")
        for t in range(token + 1, min(sheet.rights[token], token + 4) + 1)
    )
