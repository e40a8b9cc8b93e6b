"""Check that ARCHITECTURE.md is what the code generates."""

from __future__ import annotations

from pathlib import Path

from docs.architecture import architecture

ROOT = Path(__file__).parents[2]


def test_architecture_page_is_current() -> None:
    assert (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8") == architecture(), "run `make docs`"


def test_every_module_says_what_it_is_for() -> None:
    assert "(no docstring)" not in architecture()
