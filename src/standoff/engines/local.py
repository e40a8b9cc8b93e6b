"""Run the work in processes of this machine, and outlive any of them.

Each worker has a pipe of its own, so that when one dies it is known which item it was working on: that one is lost,
the rest of its chunk goes to a new worker, and the run goes on. (`concurrent.futures` gives up the whole pool then.)
"""

from __future__ import annotations

import contextlib
import multiprocessing
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from typing import Any, Generic, TypeVar, cast

from standoff.engines.base import Lost
from standoff.errors import EngineError

T = TypeVar("T")
R = TypeVar("R")

CHUNK = 8  # items sent at once: enough that no worker waits for the pipe, few enough that all end together
AHEAD = 32  # chunks that may be under way or done before the oldest is: bounds memory behind one slow item


@dataclass(frozen=True, slots=True)
class Local:
    """Map in processes of this machine."""

    workers: int

    def map(self, prepare: Callable[[], Callable[[T], R]], items: Iterable[T]) -> Iterator[R | Lost[T]]:
        """Yield a result, or what was lost, for each item in order; raises what `prepare` or the function raises."""
        numbered = enumerate(items)
        first = deque(islice(numbered, CHUNK * self.workers))
        needed = min(self.workers, -(-len(first) // CHUNK))  # a short list needs few workers
        pool: _Pool[T, R] = _Pool(prepare, first, numbered)
        try:
            for _ in range(needed):
                pool.hire()
            yield from pool.results()
        finally:
            pool.dismiss()


@dataclass(slots=True, eq=False)
class _Worker(Generic[T]):
    """Hold a process, its pipe, whether it has loaded, and the items it has not answered yet, oldest first."""

    process: SpawnProcess
    pipe: Connection
    ready: bool = False
    items: deque[tuple[int, T]] = field(default_factory=deque)


@dataclass(slots=True)
class _Pool(Generic[T, R]):
    """Hand items to workers and put their answers in order; `waiting` are items to give out before those of `rest`."""

    prepare: Callable[[], Callable[[T], R]]
    waiting: deque[tuple[int, T]]
    rest: Iterator[tuple[int, T]]
    workers: list[_Worker[T]] = field(default_factory=list)
    done: dict[int, R | Lost[T]] = field(default_factory=dict)
    oldest: int = 0  # number of the next result to yield

    def hire(self) -> None:
        """Start a worker; it is given work when it says that it has loaded."""
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        process = context.Process(target=_work, args=(theirs, self.prepare), daemon=True)
        process.start()
        theirs.close()
        self.workers.append(_Worker(process, ours))

    def results(self) -> Iterator[R | Lost[T]]:
        """Yield results in order until all items are answered."""
        while self._more():
            for pipe in wait([worker.pipe for worker in self.workers]):
                self._listen(next(worker for worker in self.workers if worker.pipe is pipe))
            while self.oldest in self.done:
                yield self.done.pop(self.oldest)
                self.oldest += 1
            for worker in self.workers:
                self._feed(worker)

    def _more(self) -> bool:
        """Tell whether there are items that no worker has answered, and have some of them at hand."""
        self.waiting.extend(islice(self.rest, max(0, CHUNK - len(self.waiting))))
        return bool(self.waiting) or any(worker.items for worker in self.workers)

    def dismiss(self) -> None:
        """End all workers, whatever they are doing."""
        for worker in self.workers:
            worker.pipe.close()
            worker.process.terminate()
        for worker in self.workers:
            worker.process.join()
        self.workers.clear()

    def _feed(self, worker: _Worker[T]) -> None:
        """Give an idle worker its next chunk, unless the oldest item is too far behind."""
        if not self._more() or not worker.ready or worker.items or not self.waiting:
            return
        if self.waiting[0][0] >= self.oldest + AHEAD * CHUNK:
            return
        worker.items.extend(self.waiting.popleft() for _ in range(min(CHUNK, len(self.waiting))))
        with contextlib.suppress(BrokenPipeError):  # it died since: noticed when it is listened to
            worker.pipe.send([item for _, item in worker.items])

    def _listen(self, worker: _Worker[T]) -> None:
        """Take one answer of a worker, or notice that it died."""
        try:
            answer = worker.pipe.recv()
        except (EOFError, ConnectionResetError):
            self._bury(worker)
            return
        if isinstance(answer, _Raised):
            raise answer.error
        if isinstance(answer, _Ready):
            worker.ready = True
        else:
            number, _ = worker.items.popleft()
            self.done[number] = cast(R, answer)

    def _bury(self, worker: _Worker[T]) -> None:
        """Count the item a dead worker was at as lost, and give its others to a new one."""
        worker.process.join()
        worker.pipe.close()
        self.workers.remove(worker)
        ending = _ending(worker.process.exitcode)
        if not worker.ready:
            raise EngineError(f"{ending} while it loaded the models: free some memory, and run the command again.")
        if worker.items:
            number, item = worker.items.popleft()
            self.done[number] = Lost(item, f"{ending} at work on this document.")
        self.waiting.extendleft(reversed(worker.items))
        if self._more():
            self.hire()


@dataclass(frozen=True, slots=True)
class _Ready:
    """Say that a worker has loaded what it needs."""


@dataclass(frozen=True, slots=True)
class _Raised:
    """Carry an exception from a worker, which ends the whole map."""

    error: BaseException


def _ending(code: int | None) -> str:
    """Say how a process ended."""
    if code is not None and code < 0:
        return f"The worker process was ended by signal {signal.Signals(-code).name}"
    return f"The worker process ended with code {code}"


def _work(pipe: Connection, prepare: Callable[[], Callable[[Any], Any]]) -> None:
    """Answer chunks of items one by one until the pipe closes; the function lives in this frame, not in a global."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the process that started this one
    try:
        function = prepare()
        pipe.send(_Ready())
        while True:
            for item in pipe.recv():
                pipe.send(function(item))
    except (EOFError, BrokenPipeError):
        return  # the other side is done, or gone
    except BaseException as error:  # noqa: BLE001 - not swallowed: the map raises it where it was called
        with contextlib.suppress(BrokenPipeError):
            pipe.send(_Raised(error))
