"""Turn a page into statements: find the spans, then say who, how, through which channel and in whose mouth."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from standoff.attributing.acts import Chosen, choose_act, directness, is_hedged
from standoff.attributing.channels import find_channels
from standoff.attributing.drafts import Draft
from standoff.attributing.evidence import Side, evidence
from standoff.attributing.hearers import asked, heard_before, name_hearer, obliged
from standoff.attributing.nesting import find_parents
from standoff.attributing.saying import find_times
from standoff.attributing.sheet import Sheet, sheet
from standoff.attributing.spans import find_drafts
from standoff.attributing.speakers import Named, name_sources
from standoff.attributing.standing import Standings, sector_of
from standoff.attributing.talk import following
from standoff.codebook.acts import ActBook
from standoff.codebook.load import Codebook
from standoff.model.page import Page
from standoff.model.span import Span
from standoff.model.statement import Source, Statement, statement_id

Finder = Callable[[Sheet, ActBook], tuple[Draft, ...]]
_SELF = frozenset({"i", "we", "my", "our"})
_RECALLED = 12  # statements back that an answer may refer to


@dataclass(frozen=True, slots=True)
class Told:
    """Hold one statement with the draft it was made of and the evidence for its act."""

    statement: Statement
    draft: Draft
    evidence: tuple[str, ...]


def attribute(page: Page, codebook: Codebook, find: Finder = find_drafts) -> tuple[Statement, ...]:
    """Return the statements of a page in text order of their cues, each with the statement that reports it.

    `find` makes the drafts; a learned tagger may take the place of the rules.
    """
    return tuple(told.statement for told in attributed(page, codebook, find))


def attributed(page: Page, codebook: Codebook, find: Finder = find_drafts) -> tuple[Told, ...]:
    """Return the statements of a page with drafts and evidence, for measuring and fitting."""
    if not len(page.parse):
        return ()
    laid = sheet(page, codebook.acts)
    drafts = find(laid, codebook.acts)
    named = name_sources(laid, drafts, codebook.parties)
    channels = find_channels(laid, drafts, codebook.acts, [source.refs for source, _ in named])
    standings, parents = Standings(codebook.acts, codebook.parties), find_parents(laid, drafts)
    talks = following(drafts, [principal for _, principal in named], parents)
    made: list[Told] = []
    for draft, who, channel, talk in zip(drafts, named, channels, talks, strict=True):
        before = tuple((told.statement.act, told.statement.principal) for told in made[-_RECALLED:])
        refs = who[0].refs
        sector = sector_of(refs[0], codebook.parties) if refs else None
        kinds = standings.of(laid, draft.voice, refs)
        side = Side(who[1], kinds, replace(talk, before=before), refs, sector)
        found = tuple(evidence(laid, draft, codebook.acts, side))
        chosen = choose_act(draft, found, codebook.acts)
        one = _statement(laid, draft, who, chosen, codebook.acts)
        made.append(Told(replace(one, channel=channel), draft, found))
    return tuple(_nested(laid, made, parents))


def _nested(laid: Sheet, made: Sequence[Told], parents: Sequence[int | None]) -> Iterator[Told]:
    """Yield the statements with those that report them, and when they were said."""
    drafts = [told.draft for told in made]
    times = find_times(laid, drafts, [told.statement.source.refs for told in made], parents)
    hearers = heard_before(laid, drafts, [told.statement.addressee for told in made])
    for told, above, said, hearer in zip(made, parents, times, hearers, strict=True):
        one = replace(told.statement, addressee=hearer)
        if said is not None:
            one = replace(one, said_at=said.time, said_at_span=said.span)
        yield replace(told, statement=one if above is None else _under(laid, told.draft, one, made[above].statement))


def _under(laid: Sheet, draft: Draft, one: Statement, above: Statement) -> Statement:
    """Return a statement under the one that reports it; "I" and "we" in a quotation are that one's speaker."""
    if draft.voice is None or one.source.refs or laid.words[draft.voice.head] not in _SELF:
        return replace(one, parent=above.id)
    source = Source(one.source.span, above.source.refs, "pronoun")
    return replace(one, parent=above.id, source=source, principal=above.principal)


def _statement(laid: Sheet, draft: Draft, named: Named, chosen: Chosen, book: ActBook) -> Statement:
    """Build the statement of a draft."""
    page = laid.page
    content = tuple(page.document.span(*fragment) for fragment in draft.content)
    cue_head = page.span_of((draft.cue.head,))
    source, principal = named
    hearer = name_hearer(laid, draft.addressee or asked(laid, draft), book)
    return Statement(
        id=statement_id(page.document.id, cue_head, content[0] if content else cue_head),
        document=page.document.id,
        source=source,
        principal=principal,
        cue=_cue_spans(laid, draft),
        content=content,
        act=chosen.act,
        polarity=chosen.polarity,
        directness=directness(laid, draft),
        negated_act=draft.cue.negated,
        hedge=is_hedged(laid, draft, book),
        addressee=hearer or (None if draft.addressee else obliged(laid, draft, chosen.act, principal)),
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
