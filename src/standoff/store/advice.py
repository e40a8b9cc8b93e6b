"""Say what an error of SQLite means for a store, and what to do."""

from __future__ import annotations

ADVICE = {  # SQLite's own name of an error, or the beginning of it -> what it means and what to do
    "SQLITE_BUSY": "is locked by another process: wait until that has ended, and run the command again",
    "SQLITE_LOCKED": "is locked by another process: wait until that has ended, and run the command again",
    "SQLITE_NOTADB": "is no SQLite database: give the path of a store, or a new path",
    "SQLITE_CORRUPT": "is damaged: restore a copy, or run `standoff run` into a new store",
    "SQLITE_CANTOPEN": "cannot be opened: check that its folder exists and may be written to",
    "SQLITE_READONLY": "cannot be written to: check the permissions of the file and its folder",
    "SQLITE_FULL": "cannot grow, the disk is full: free space, and run the command again; what was committed is kept",
    "SQLITE_IOERR": "cannot be read or written: check the disk, and run the command again; what was committed is kept",
    "SQLITE_PERM": "may not be opened: check the permissions of the file",
}


def meaning(cause: BaseException | None) -> str:
    """Return what an error of SQLite means, and what to do."""
    name = getattr(cause, "sqlite_errorname", "")
    advice = next((text for beginning, text in ADVICE.items() if name.startswith(beginning)), None)
    return advice or f"refused what it was asked ({cause}): run `standoff doctor --store` on it and report what it says"
