"""Turn whatever one document's analysis raised into a failure with step and reason, so that the run goes on."""

from __future__ import annotations

import logging
import traceback
from pathlib import Path

from standoff.errors import StandoffError
from standoff.model.document import Document
from standoff.model.run import Failure

STEPS = frozenset({"reading", "annotating", "grounding", "attributing", "coding", "joining", "comparing"})
LONGEST = 500  # characters of a foreign error's message that a row keeps

log = logging.getLogger(__name__)


def failure_of(error: Exception, document: Document) -> Failure:
    """Return the failure of a document: the room of the program the error came from is the step that failed.

    One of our own errors says what is wrong itself; of any other, type, message and line are kept,
    and the traceback is logged.
    """
    frames = traceback.extract_tb(error.__traceback__)
    rooms = [(frame, room) for frame in frames if (room := _room(frame.filename)) in STEPS]
    step = rooms[-1][1] if rooms else "process"
    if isinstance(error, StandoffError):
        return Failure(document.path, step, str(error), document.id)
    log.info("%s failed on %s", step, document.path, exc_info=error)
    last = rooms[-1][0] if rooms else frames[-1]
    where = f"{'/'.join(Path(last.filename).parts[-2:])}, line {last.lineno}"
    reason = f"Unexpected {type(error).__name__} in {where}: {' '.join(str(error).split())[:LONGEST]}"
    return Failure(document.path, step, reason, document.id)


def _room(filename: str) -> str:
    """Return the package of a source file, the name of its folder."""
    return Path(filename).parent.name
