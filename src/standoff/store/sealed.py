"""Tell of a store that lies where nothing may be written, such as a disc or somebody else's archive, how to open it."""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import quote


def sealed(path: Path) -> str | None:
    """Return the URI by which SQLite reads a file without writing beside it; nothing where its folder can be written.

    A log of changes beside the file (`-wal`) must be read with it, and that needs a folder that can be written.
    """
    if os.access(path.parent, os.W_OK) or path.with_name(f"{path.name}-wal").exists():
        return None
    return f"file:{quote(str(path.absolute()))}?immutable=1"
