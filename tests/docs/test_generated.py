"""Check that every generated page is what the code, the commands and the codebook say now."""

from __future__ import annotations

from pathlib import Path

import pytest

from docs.generate import pages

ROOT = Path(__file__).parents[2]
PAGES = pages()


@pytest.mark.parametrize("path", sorted(PAGES))
def test_page_is_current(path: str) -> None:
    assert (ROOT / path).read_text(encoding="utf-8") == PAGES[path], "run `make docs`"


def test_every_module_says_what_it_is_for() -> None:
    assert "(no docstring)" not in PAGES["ARCHITECTURE.md"]
