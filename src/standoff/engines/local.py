"""Run the work in processes of this machine, and outlive any of them.

Each worker has a pipe of its own, so that when one dies it is known which items it had not answered: these go out again
one at a time, so that the one of which workers die is found and lost alone, and the run goes on.
(`concurrent.futures` gives up the whole pool then.)
"""

from __future__ import annotations

import contextlib
import gc
import multiprocessing
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from itertools import islice
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from queue import SimpleQueue
from typing import Any, Generic, Self, TypeVar, cast

from standoff.engines.base import CHUNK, Crew, Lost, Work
from standoff.errors import EngineError

T = TypeVar("T")
R = TypeVar("R")

AHEAD = 32  # chunks that may be under way or done before the oldest is: bounds memory behind one slow item


@dataclass(frozen=True, slots=True)
class Local:
    """Work in processes of this machine."""

    workers: int

    def crew(self, prepare: Callable[[], Work[T, R]]) -> AbstractContextManager[Crew[T, R]]:
        """Offer a crew of at most so many processes."""
        return _Crew(prepare, self.workers)


@dataclass(slots=True, eq=False)
class _Worker(Generic[T]):
    """Hold a process, its pipe, whether it has loaded, and the items it has not answered yet, oldest first."""

    process: SpawnProcess
    pipe: Connection
    ready: bool = False
    items: deque[tuple[int, T]] = field(default_factory=deque)


@dataclass(slots=True)
class _Crew(Generic[T, R]):
    """Hand items to workers and put their answers in order.

    `waiting` are items to give out before those of `rest`, and `alone` those at one of which a worker died, to be given
    out one at a time.
    """

    prepare: Callable[[], Work[T, R]]
    size: int
    waiting: deque[tuple[int, T]] = field(default_factory=deque)
    alone: deque[tuple[int, T]] = field(default_factory=deque)
    rest: Iterator[tuple[int, T]] = field(default_factory=lambda: iter(()))
    workers: list[_Worker[T]] = field(default_factory=list)
    done: dict[int, R | Lost[T]] = field(default_factory=dict)
    oldest: int = 0  # number of the next result to yield

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for worker in self.workers:
            worker.pipe.close()
            worker.process.terminate()
        for worker in self.workers:
            worker.process.join()
        self.workers.clear()

    def expect(self, items: int) -> None:
        """Start as many workers as so many items call for: a short list needs few."""
        for _ in range(len(self.workers), min(self.size, -(-items // CHUNK))):
            self._hire()

    def map(self, items: Iterable[T]) -> Iterator[R | Lost[T]]:
        """Yield a result, or what was lost, for each item in order; raises what loading or the function raises."""
        self.rest = enumerate(items)
        self.waiting.extend(islice(self.rest, CHUNK * self.size))
        self.expect(len(self.waiting))
        while self._more():
            for worker in self.workers:
                self._feed(worker)
            for pipe in wait([worker.pipe for worker in self.workers]):
                self._listen(next(worker for worker in self.workers if worker.pipe is pipe))
            while self.oldest in self.done:
                yield self.done.pop(self.oldest)
                self.oldest += 1

    def _hire(self) -> None:
        """Start a worker; it is given work when it says that it has loaded."""
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        process = context.Process(target=_work, args=(theirs, self.prepare), daemon=True)
        process.start()
        theirs.close()
        self.workers.append(_Worker(process, ours))

    def _more(self) -> bool:
        """Tell whether there are items that no worker has answered, and have some of them at hand."""
        self.waiting.extend(islice(self.rest, max(0, CHUNK - len(self.waiting))))
        return bool(self.waiting or self.alone) or any(worker.items for worker in self.workers)

    def _feed(self, worker: _Worker[T]) -> None:
        """Give a worker that is about to run out its next chunk, unless the oldest item is too far behind."""
        if not worker.ready or len(worker.items) > (0 if self.alone else CHUNK // 2) or not self._more():
            return
        chunk = self._next()
        if not chunk:
            return
        worker.items.extend(chunk)
        with contextlib.suppress(BrokenPipeError):  # it died since: noticed when it is listened to
            worker.pipe.send([item for _, item in chunk])

    def _next(self) -> list[tuple[int, T]]:
        """Return the items to give out next: one alone, a chunk, or none where the oldest is too far behind."""
        if self.alone:
            return [self.alone.popleft()]
        if not self.waiting or self.waiting[0][0] >= self.oldest + AHEAD * CHUNK:
            return []
        return [self.waiting.popleft() for _ in range(min(CHUNK, len(self.waiting)))]

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
        """Count the item a dead worker was at as lost, or, where it may have been at any of some, try each alone."""
        worker.process.join()
        worker.pipe.close()
        self.workers.remove(worker)
        ending = _ending(worker.process.exitcode)
        if not worker.ready:
            raise EngineError(f"{ending} while it loaded the models: free some memory, and run the command again.")
        if len(worker.items) == 1:
            number, item = worker.items.popleft()
            self.done[number] = Lost(item, f"{ending} at work on this document.")
        self.alone.extend(worker.items)
        if self._more():
            self._hire()


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


def _work(pipe: Connection, prepare: Callable[[], Work[Any, Any]]) -> None:
    """Answer items one by one until the pipe closes; the function lives in this frame, not in a global."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the process that started this one
    with contextlib.suppress(BrokenPipeError):  # the other side is gone
        try:
            gc.disable()  # what is loaded stays to the end: the collector need not walk through it, now or later
            function = prepare()
            gc.freeze()
            gc.enable()
            pipe.send(_Ready())
            for chunk in _received(pipe):
                for result in function(chunk):
                    pipe.send(result)
        except BrokenPipeError:
            raise
        except BaseException as error:  # noqa: BLE001 - not swallowed: the crew raises it where it was asked
            pipe.send(_Raised(error))


def _received(pipe: Connection) -> Iterator[list[Any]]:
    """Yield chunks in order, received by a thread, so that who sends them never waits for who works on them."""
    arrived: SimpleQueue[list[Any]] = SimpleQueue()
    threading.Thread(target=_receive, args=(pipe, arrived), daemon=True).start()
    while chunk := arrived.get():
        yield chunk


def _receive(pipe: Connection, arrived: SimpleQueue[list[Any]]) -> None:
    """Pass chunks on until the pipe closes, then an empty one."""
    with contextlib.suppress(EOFError, OSError):
        while True:
            arrived.put(pipe.recv())
    arrived.put([])
