"""Compare the channels that a statement is said to have used: a tweet against a Facebook post."""

from __future__ import annotations

from standoff.errors import ValueParseError
from standoff.model.claim import ClaimValue
from standoff.values.base import SAME, Comparison, words

# Words such as "statement" say nothing about the channel, so they can hold beside any.
_GENERIC = frozenset(
    {"statement", "press release", "communique", "report", "website", "note", "message", "article", "newspaper"}
)
_POSTS = {
    "twitter": "Twitter (X)",
    "facebook": "Facebook",
    "telegram": "Telegram",
    "instagram": "Instagram",
    "vkontakte": "VKontakte",
    "weibo": "Weibo",
    "tiktok": "TikTok",
    "youtube": "YouTube",
}
_NAMES = {**_POSTS, "whatsapp": "WhatsApp", "phone": "telephone", "email": "e-mail"}  # of ids that are no plain words
_FAMILIES = {"social media": _POSTS.keys()}


def parse(text: str) -> ClaimValue:
    """Read a channel's name."""
    if not text.strip():
        raise ValueParseError("An empty text names no channel.")
    name = " ".join(text.casefold().split())
    return {"text": text, "channel": name}


def compare(left: ClaimValue, right: ClaimValue) -> Comparison:
    """Compare two channels: a generic word is compatible with any, a family with its members."""
    one, other = words(left, "channel"), words(right, "channel")
    if one == other:
        return SAME
    said = f"“{words(left)}” against “{words(right)}”"
    if one in _GENERIC or other in _GENERIC or other in _FAMILIES.get(one, ()) or one in _FAMILIES.get(other, ()):
        return Comparison("compatible", f"{said}: one names the channel less precisely", 0.2)
    return Comparison("conflicting", f"{said}: two channels for one utterance", 0.6)


def show(value: ClaimValue) -> str:
    """Return a channel in plain words."""
    return named(words(value, "channel")) or words(value)


def named(channel: str) -> str:
    """Return what a channel is called: `Facebook`, `press conference`."""
    return _NAMES.get(channel, channel.replace("_", " "))
