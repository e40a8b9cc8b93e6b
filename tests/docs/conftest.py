"""Give pages a folder to run their commands in, and one small record to look at."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from standoff.engines import local
from standoff.engines.inline import Inline
from tests.running import load_once

ROOT = Path(__file__).parents[2]


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a new folder that holds the example corpus, on a terminal of the pages' width, with models at hand."""
    load_once(monkeypatch)
    monkeypatch.setattr(local, "Local", lambda _: Inline())
    monkeypatch.setenv("COLUMNS", "96")
    monkeypatch.delenv("STANDOFF_STORE", raising=False)
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    monkeypatch.chdir(tmp_path)
    return tmp_path
