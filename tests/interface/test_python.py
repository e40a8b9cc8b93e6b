"""The Python names that notebooks use stay, and importing the package stays light."""

from __future__ import annotations

import inspect
import subprocess
import sys

import pytest

import standoff
from standoff.exporting.records import NAMES
from standoff.notebook import OpenRecord, Table

TABLES = {
    *("documents", "statements", "events", "incidents", "claims", "discrepancies", "agreements", "agreement_links"),
    *("decisions", "failures", "places", "parties", "runs"),
}


def test_public_names_are_pinned():
    assert standoff.__all__ == ["open_record", "process", "read"]
    assert all(callable(getattr(standoff, name)) for name in standoff.__all__)


@pytest.mark.parametrize(
    ("name", "parameters"),
    [("read", ["paths", "store", "workers"]), ("open_record", ["store"]), ("process", ["text", "models"])],
)
def test_parameters_are_pinned(name, parameters):
    function = getattr(standoff, name)
    assert list(inspect.signature(function).parameters) == parameters
    assert inspect.getdoc(function)


def test_the_tables_of_a_record_are_pinned():
    assert set(NAMES) == TABLES
    assert {"row", "close"} <= set(dir(OpenRecord))
    assert {"to_pandas", "__iter__", "__len__"} <= set(dir(Table))


def test_an_unknown_name_is_refused_with_the_known_ones():
    with pytest.raises(AttributeError, match="offers open_record, process, read"):
        standoff.nonsense  # noqa: B018 - the access is what is tested


def test_importing_the_package_loads_nothing_heavy():
    heavy = ("spacy", "sqlalchemy", "numpy", "pandas", "trafilatura", "yaml", "click", "rich", "standoff.pipeline")
    code = f"import sys, standoff; print([m for m in {heavy} if m in sys.modules])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"


@pytest.mark.parametrize("module", ["standoff.errors", "standoff.settings", "standoff.model.statement"])
def test_the_base_needs_no_third_party_package(module):
    code = f"import sys, {module}; print([m for m in ('spacy', 'sqlalchemy', 'yaml', 'numpy') if m in sys.modules])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"
