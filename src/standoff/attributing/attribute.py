"""Turn a page into statements: find the spans, then say who, how, through which channel and in whose mouth."""

from __future__ import annotations

from dataclasses import replace

from standoff.attributing.acts import choose_act, directness, is_hedged
from standoff.attributing.drafts import Draft
from standoff.attributing.evidence import Side
from standoff.attributing.channels import find_channel
from standoff.attributing.nesting import find_parents
from standoff.attributing.saying import find_said_at
from standoff.attributing.sheet import Sheet, sheet
from standoff.attributing.spans import find_drafts
from standoff.attributing.speakers import name_hearer, name_sources
from standoff.codebook.load import Codebook
from standoff.model.page import Page
from standoff.model.span import Span
from standoff.model.statement import Source, Statement, statement_id

_RECALLED = 12  # statements back that an answer may refer to


def attribute(page: Page, codebook: Codebook) -> tuple[Statement, ...]:
    """Return the statements of a page in text order of their cues, each with the statement that reports it."""
    if not len(page.parse):
        return ()
    laid = sheet(page)
    drafts = find_drafts(laid, codebook.acts)
    named = name_sources(laid, drafts, codebook.parties)
    made: list[Statement] = []
    for draft, who in zip(drafts, named, strict=True):
        side = Side(who[1], tuple((one.act, one.principal) for one in made[-_RECALLED:]))
        made.append(_statement(laid, draft, who[0], side, codebook))
    parents = find_parents(laid, drafts)
    return tuple(
        replace(one, parent=made[above].id) if above is not None else one
        for one, above in zip(made, parents, strict=True)
    )


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
        channel=find_channel(laid, draft, book),
        addressee=name_hearer(laid, draft.addressee),
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
