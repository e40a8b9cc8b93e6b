"""Print the API's OpenAPI description: `python -m standoff.serving.schema`; the front end's types are made of it."""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path
from typing import Any

from standoff.codebook.publishers import PublisherBook
from standoff.serving.api import application
from standoff.serving.desk import Desk
from standoff.serving.effects import Effects
from standoff.serving.guard import Rules
from standoff.store.open import open_store
from standoff.views.books import Books


def description() -> dict[str, Any]:
    """Return the description, which no record changes."""
    with tempfile.TemporaryDirectory() as folder:
        store = open_store(Path(folder) / "empty.db", create=True)
        try:
            desk = Desk(store, Books(), PublisherBook(), {})
            return application(desk, Rules(), Effects(None)).openapi()
        finally:
            store.close()


def main() -> int:
    """Print it as JSON."""
    json.dump(description(), sys.stdout, indent=1, ensure_ascii=False)
    return 0


if __name__ == "__main__":
    sys.exit(main())
