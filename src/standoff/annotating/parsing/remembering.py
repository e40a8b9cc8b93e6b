"""Find what is not remembered yet, in bounded memory."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import Any, TypeVar

K = TypeVar("K", bound=Hashable)


def unknown(keys: Iterable[K], known: dict[K, Any], most: int) -> list[K]:
    """Return the keys that are not known, each once, in order; forgets all that is known where it would outgrow `most`.

    After that all keys are unknown, so that those of one batch are known together however many they are.
    """
    distinct = dict.fromkeys(keys)
    new = [key for key in distinct if key not in known]
    if len(known) + len(new) <= most:
        return new
    known.clear()
    return list(distinct)
