"""Run the straight path in this process over small reports of our own writing, to test what surrounds the steps."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from sqlalchemy import Column, Table, select

from standoff import pipeline
from standoff.codebook.load import Codebook
from standoff.engines.inline import Inline
from standoff.settings import attribution
from standoff.store import tables as t
from standoff.store.open import open_store
from standoff.store.protocol import Store

LOAD, LOAD_CODEBOOK = pipeline.load_models, pipeline.load  # tests put what loads once in their place
REPORTS: Mapping[str, str] = {
    "el_fasher_monday.txt": (
        " date 2024-06-11 El Fasher market shelled\n\nPORT SUDAN - The Sudanese army said on Monday "
        "that the Rapid Support Forces shelled the livestock market in El Fasher, killing 22 "
        'people. The Rapid Support Forces denied the attack.\n\n"Our forces did not fire at the '
        'market," a spokesman said in a statement.\n'
    ),
    "el_fasher_wire.txt": (
        " date 2024-06-12 Dozens killed in Darfur city\n\nThe Sudanese army accused the Rapid Support "
        "Forces of shelling the livestock market in El Fasher on Monday. Doctors Without Borders "
        "said 30 people were killed. The United Nations urged both sides to stop fighting.\n"
    ),
    "poonch.txt": (
        " date 2023-05-10 Shelling across the Line of Control\n\nISLAMABAD - Pakistan said on Tuesday "
        "that Indian troops shelled a village in the Neelum Valley, killing four civilians. India "
        "denied the charge and said that Pakistan had violated the ceasefire of February 2021.\n"
    ),
    "avdiivka.txt": (
        " date 2018-05-04 Two soldiers wounded near Avdiivka\n\nKYIV - The Ukrainian military said "
        "that Russian-backed forces fired mortars near Avdiivka on Thursday and that two soldiers "
        "were wounded. The Minsk agreements ban mortars there, an OSCE monitor told reporters.\n"
    ),
    "undated.txt": (
        "Army blames paramilitaries\n\nThe army said on Monday that the Rapid Support Forces shelled "
        "the livestock market in El Fasher, where 22 people were killed, and that it would respond.\n"
    ),
}


def loaded() -> pipeline.Models:
    """Load the models once for all tests of this process that find attributions in the same way."""
    return _loaded(attribution())


@cache
def _loaded(_way: str) -> pipeline.Models:
    """Load the models as the environment sets them."""
    return LOAD()


@cache
def codebook() -> Codebook:
    """Load the codebook once for all tests of this process."""
    return LOAD_CODEBOOK()


def load_once(monkeypatch) -> None:
    """Have the pipeline load models and codebook once for all tests of this process."""
    monkeypatch.setattr(pipeline, "load_models", loaded)
    monkeypatch.setattr(pipeline, "load", codebook)


def folder(path: Path, *names: str) -> Path:
    """Write some of the reports (or all) to a folder and return it."""
    path.mkdir(parents=True, exist_ok=True)
    for name in names or REPORTS:
        (path / name).write_text(REPORTS[name], encoding="utf-8")
    return path


def run(store: Store, *paths: Path) -> pipeline.Counts:
    """Run over paths in this process; a test's fixture has `load_models` give the loaded ones."""
    return pipeline.run([str(path) for path in paths], store, Inline())


def new_store(path: Path) -> Store:
    """Make a store."""
    return open_store(path, create=True, busy_seconds=0.2)


def _told(table: Table) -> list[Column[object]]:
    """Return the columns of a table but for numbers that count its rows up."""
    return [column for column in table.columns if column.name != "number"]


def derived(store: Store) -> dict[str, list[str]]:
    """Return all rows of the tables that are derived, sorted, without the order in which they were written."""
    kept = {t.raws.name, t.documents.name, t.blocks.name, t.sightings.name, t.decisions.name}
    with store.connect() as connection:
        return {
            table.name: sorted(repr(tuple(row)) for row in connection.execute(select(*_told(table))))
            for table in t.metadata.sorted_tables
            if table.name not in kept
        }
