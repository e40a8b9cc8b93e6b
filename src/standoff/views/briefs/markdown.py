"""Write a briefing as Markdown; `[n]` after each part of a sentence names its sources."""

from __future__ import annotations

from standoff.model.ids import speakable
from standoff.views.briefs.sources import Briefing, Citation, Section, Sentence
from standoff.views.wording import count_words

_KINDS = {"stm": "statement", "clm": "claim", "agl": "agreement link", "evt": "event"}


def as_markdown(briefing: Briefing) -> str:
    """Return a briefing as Markdown."""
    lines = [f"# {briefing.heading}", "", briefing.covers[:1].upper() + briefing.covers[1:] + ".", ""]
    for section in briefing.sections:
        lines += _section(section)
    if briefing.left_out:
        lines += [f"Not in this briefing: {count_words(briefing.left_out, 'further incident')} of less dispute.", ""]
    lines += ["## Sources", ""] if briefing.citations else []
    lines += map(_source, briefing.citations)
    return "\n".join(lines).rstrip() + "\n"


def _section(section: Section) -> list[str]:
    """Return the lines of one section."""
    short_id = f" `{section.short_id}`" if section.short_id else ""
    facts = [f"_{section.facts}_", ""] if section.facts else []
    return [f"## {section.heading}{short_id}", "", *facts, *(f"- {written(s)}" for s in section.sentences), ""]


def _source(cited: Citation) -> str:
    """Return the line of one source; two spaces at its end keep lines apart."""
    row = f"{_KINDS.get(cited.key[:3], cited.key[:3])} {speakable(cited.key)}"
    return f"[{cited.number}] {cited.outlet}, {cited.published}: “{cited.quote}” ({row})  "


def written(sentence: Sentence) -> str:
    """Return a sentence with the numbers of its sources."""
    parts = (text + "".join(f" [{number}]" for number in numbers) for text, numbers in sentence.parts)
    return "; ".join(parts) + "."
