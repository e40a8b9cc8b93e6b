"""Offer the API over a small hand-made record, as one who needs no token and as those who do."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

import pytest
from fastapi.testclient import TestClient

from standoff.codebook.publishers import PublisherBook, load_publishers
from standoff.serving.api import Site, application
from standoff.serving.desk import Desk
from standoff.serving.effects import Effects
from standoff.serving.guard import MARK, Rules
from standoff.serving.roles import Reader, load_tokens
from standoff.serving.start import choices
from standoff.views.books import FOLDER, Books, load_books
from tests.factories import Story, kashmir, keep

TOKENS = {role: f"{role}-abcdefghijklmnopqrstuvwxyz" for role in ("viewer", "editor", "owner")}
Serve = Callable[..., TestClient]


@pytest.fixture(scope="session")
def books() -> Books:
    return load_books()


@pytest.fixture(scope="session")
def told() -> tuple[PublisherBook, Mapping[str, tuple[str, ...]]]:
    return load_publishers(FOLDER), choices()


@pytest.fixture(scope="session")
def story() -> Story:
    return kashmir()


@pytest.fixture
def served(story, books, told, tmp_path) -> Iterator[Serve]:
    store = keep(story, tmp_path / "story.db")
    desk = Desk(store, books, *told)

    def serve(site: Site | None = None, tokens: bool = False, effects: Effects | None = None) -> TestClient:
        held = None
        if tokens:
            path = tmp_path / "tokens"
            path.write_text("".join(f"{role} Ana {role} {token}\n" for role, token in TOKENS.items()))
            path.chmod(0o600)
            held = load_tokens(path)
        app = application(
            desk, Rules(tokens=held, local=Reader("owner", "Ana", free=True)), effects or Effects(None), site or Site()
        )
        return TestClient(app, base_url="http://127.0.0.1:8417", raise_server_exceptions=False, headers={MARK: "1"})

    yield serve
    store.close()


@pytest.fixture
def api(served) -> TestClient:
    return served()
