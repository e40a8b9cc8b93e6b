"""Join and compare again after decisions, in a process of its own: `python -m standoff.serving.rejoining STORE`."""

from __future__ import annotations

import sys

from standoff.pipeline import rejoin
from standoff.store.open import open_store


def main(address: str) -> int:
    """Work decisions out; 3 where documents wait to be analysed first."""
    store = open_store(address)
    try:
        return 0 if rejoin(store) else 3
    finally:
        store.close()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
