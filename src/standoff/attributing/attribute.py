"""Turn a page into statements: find the spans, then say who, how, through which channel and in whose mouth."""

from __future__ import annotations

from dataclasses import replace

from standoff.attributing.acts import choose_act, directness, is_hedged
from standoff.attributing.channels import find_channels
from standoff.attributing.drafts import Draft
from standoff.attributing.evidence import Side
from standoff.attributing.nesting import find_parents
from standoff.attributing.saying import find_said_at
from standoff.attributing.sheet import Sheet, sheet
from standoff.attributing.spans import find_drafts
from standoff.attributing.speakers import asked, name_hearer, name_sources
from standoff.codebook.load import Codebook
from standoff.model.page import Page
from standoff.model.span import Span
from standoff.model.statement import Source, Statement, statement_id

_SELF = frozenset({"i", "we", "my", "our"})
_RECALLED = 12  # statements back that an answer may refer to


def attribute(page: Page, codebook: Codebook) -> tuple[Statement, ...]:
    """Return the statements of a page in text order of their cues, each with the statement that reports it."""
    if not len(page.parse):
        return ()
    laid = sheet(page, codebook.acts)
    drafts = find_drafts(laid, codebook.acts)
    named = name_sources(laid, drafts, codebook.parties)
    channels = find_channels(laid, drafts, codebook.acts)
    made: list[Statement] = []
    for draft, who, channel in zip(drafts, named, channels, strict=True):
        side = Side(who[1], tuple((one.act, one.principal) for one in made[-_RECALLED:]))
        made.append(replace(_statement(laid, draft, who[0], side, codebook), channel=channel))
    parents = find_parents(laid, drafts)
    return tuple(
        _under(laid, draft, one, made[above]) if above is not None else one
        for draft, one, above in zip(drafts, made, parents, strict=True)
    )


def _under(laid: Sheet, draft: Draft, one: Statement, above: Statement) -> Statement:
    """Return a statement under the one that reports it; "I" and "we" in a quotation are that one's speaker."""
    if draft.voice is None or one.source.refs or laid.words[draft.voice.head] not in _SELF:
        return replace(one, parent=above.id)
    source = Source(one.source.span, above.source.refs, "pronoun")
    return replace(one, parent=above.id, source=source, principal=above.principal)


def _statement(laid: Sheet, draft: Draft, source: Source, side: Side, codebook: Codebook) -> Statement:
    """Build the statement of a draft."""
    page, book = laid.page, codebook.acts
    content = tuple(page.document.span(*fragment) for fragment in draft.content)
    cue_head = page.span_of((draft.cue.head,))
    chosen = choose_act(laid, draft, book, side)
    return Statement(
        id=statement_id(page.document.id, cue_head, content[0] if content else cue_head),
        document=page.document.id,
        source=source,
        principal=side.principal,
        cue=_cue_spans(laid, draft),
        content=content,
        act=chosen.act,
        polarity=chosen.polarity,
        directness=directness(laid, draft),
        negated_act=draft.cue.negated,
        hedge=is_hedged(laid, draft, book),
        addressee=name_hearer(laid, draft.addressee or asked(laid, draft)),
        said_at=find_said_at(laid, draft),
        score=chosen.score,
        features=chosen.features,
    )


def _cue_spans(laid: Sheet, draft: Draft) -> tuple[Span, ...]:
    """Return a cue's tokens as spans, neighbours together."""
    runs: list[list[int]] = []
    for token in draft.cue.tokens:
        if runs and token == runs[-1][-1] + 1:
            runs[-1].append(token)
        else:
            runs.append([token])
    return tuple(laid.page.span_of(run) for run in runs)
