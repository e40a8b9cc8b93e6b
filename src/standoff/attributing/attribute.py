"""Turn a page into statements: find the spans, then say who, how, through which channel and in whose mouth."""

from __future__ import annotations

from standoff.attributing.acts import directness, find_act, is_hedged
from standoff.attributing.drafts import Draft
from standoff.attributing.nesting import find_parents
from standoff.attributing.sheet import Sheet, sheet
from standoff.attributing.spans import find_drafts
from standoff.codebook.acts import ActBook
from standoff.codebook.load import Codebook
from standoff.model.page import Page
from standoff.model.span import Span
from standoff.model.statement import Source, Statement, statement_id


def attribute(page: Page, codebook: Codebook) -> tuple[Statement, ...]:
    """Return the statements of a page in text order of their cues, each with the statement that reports it."""
    laid = sheet(page)
    drafts = find_drafts(laid, codebook.acts)
    made = [_statement(laid, draft, codebook.acts) for draft in drafts]
    parents = find_parents(laid, drafts)
    return tuple(_with_parent(s, made[p].id if p is not None else None) for s, p in zip(made, parents, strict=True))


def _with_parent(statement: Statement, parent: str | None) -> Statement:
    """Return a statement that knows which other reports it."""
    from dataclasses import replace

    return replace(statement, parent=parent)


def _statement(laid: Sheet, draft: Draft, book: ActBook) -> Statement:
    """Build the statement of a draft."""
    page = laid.page
    act, polarity = find_act(laid, draft, book)
    content = tuple(page.document.span(*fragment) for fragment in draft.content)
    cue_head = page.span_of((draft.cue.head,))
    voice = draft.voice
    span = page.span_of(range(voice.first, voice.stop)) if voice else None
    return Statement(
        id=statement_id(page.document.id, cue_head, content[0] if content else cue_head),
        document=page.document.id,
        source=Source(span, (), "explicit"),
        principal=None,
        cue=_cue_spans(laid, draft),
        content=content,
        act=act,
        polarity=polarity,
        directness=directness(laid, draft),
        negated_act=draft.cue.negated,
        hedge=is_hedged(laid, draft, book),
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
