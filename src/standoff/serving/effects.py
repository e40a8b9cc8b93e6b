"""Let decisions take effect: join and compare again beside the server, once for all that were taken meanwhile."""

from __future__ import annotations

import threading
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from typing import Literal

Effect = Literal["none", "soon", "next_run"]
BINDING = frozenset({"reject", "correct", "same", "different", "retract"})  # verbs that change what is derived


@dataclass(slots=True)
class Effects:
    """Work decisions out again; `work` does it, or is absent where the record is too large for that between runs."""

    work: Callable[[], object] | None
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _asked: bool = False
    _thread: threading.Thread | None = None

    def ask(self, verbs: Collection[str]) -> Effect:
        """Have the decisions of some verbs worked out, and say when they take effect."""
        if not BINDING.intersection(verbs):
            return "none"
        if self.work is None:
            return "next_run"
        with self._lock:
            self._asked = True
            if self._thread is None:
                self._thread = threading.Thread(target=self._loop, name="effects", daemon=True)
                self._thread.start()
        return "soon"

    def wait(self, seconds: float) -> None:
        """Wait until all that was asked for is done."""
        thread = self._thread
        if thread is not None:
            thread.join(seconds)

    def _loop(self) -> None:
        """Work until nothing more is asked for."""
        while True:
            with self._lock:
                if not self._asked:
                    self._thread = None
                    return
                self._asked = False
            assert self.work is not None  # a thread is only started where there is work
            self.work()
