"""Make vectors of what statements mean, in a process of its own: `python -m standoff.serving.meaning STORE`."""

from __future__ import annotations

import sys

from standoff.codebook.load import FOLDER
from standoff.codebook.spread import load_spread
from standoff.store import meanings
from standoff.store.meanings import Meaning
from standoff.store.open import open_store
from standoff.store.protocol import Store
from standoff.values.meaning import Lexicon, load_lexicon


def main(address: str) -> int:
    """Make all vectors that a store lacks."""
    store = open_store(address)
    try:
        fill(store, load_lexicon(load_spread(FOLDER)))
        return 0
    finally:
        store.close()


def fill(store: Store, lexicon: Lexicon) -> None:
    """Make all vectors that a store lacks, some documents in one transaction."""
    while True:
        with store.connect() as connection:
            wanted = meanings.waiting(connection, lexicon.name)
            told = meanings.contents(connection, [document for document, _ in wanted])
        if not wanted:
            return
        with store.beside() as connection:
            meanings.keep(connection, [(_meaning(key, told[key], lexicon), run) for key, run in wanted])


def _meaning(document: str, told: dict[str, str], lexicon: Lexicon) -> Meaning:
    """Return the vectors of one document's statements."""
    ids = sorted(told)
    vectors = lexicon.packed(told[key] for key in ids)
    return Meaning(document, meanings.packed(ids), vectors.tobytes())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
