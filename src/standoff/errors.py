"""Name every failure of the program in one exception tree.

StandoffError
├── UsageError          wrong arguments: exit code 2
├── SettingsError       an environment variable or settings file is wrong
├── CodebookError       a codebook file is malformed: file, line, key
├── ModelError          a language model or gazetteer is missing or broken
├── ReadingError        one document cannot be read: a row, the run goes on
├── StepError           one step failed on one document: a row, the run goes on
├── EngineError         the processes that do the work cannot be started
├── ValueParseError     a text does not hold the value its slot asks for
├── InvariantError      a record would break an invariant of the model
├── StoreError          the store cannot be opened, read or written
│   └── NotFoundError   nothing in the store has this id
├── DecisionError       a review decision cannot be taken as asked
│   └── ConflictError   must-link and cannot-link decisions contradict each other
└── ExportError         a file cannot be written as asked
"""

from __future__ import annotations


class StandoffError(Exception):
    """Say in one sentence what failed, where, and what to do."""

    exit_code = 1


class UsageError(StandoffError):
    """Report wrong arguments."""

    exit_code = 2


class SettingsError(StandoffError):
    """Report a wrong setting and where it was set."""


class CodebookError(StandoffError):
    """Report a malformed codebook entry with file, line and key."""


class ModelError(StandoffError):
    """Report a language model or gazetteer that is missing or broken."""


class ReadingError(StandoffError):
    """Report bytes that cannot become a document."""


class StepError(StandoffError):
    """Report the step that failed on one document."""


class EngineError(StandoffError):
    """Report worker processes that cannot do their work."""


class ValueParseError(StandoffError):
    """Report a text that does not hold the value its slot asks for."""


class InvariantError(StandoffError):
    """Report a record that would break an invariant."""


class StoreError(StandoffError):
    """Report a store that cannot be opened, read or written."""


class NotFoundError(StoreError):
    """Report an id that nothing in the store has."""


class DecisionError(StandoffError):
    """Report a review decision that cannot be taken."""


class ConflictError(DecisionError):
    """Report link decisions that contradict each other, with their path."""


class ExportError(StandoffError):
    """Report a file that cannot be written as asked."""
