"""Turn conflicting reports of a conflict into an auditable record.

record = standoff.read("reports/")           # or standoff.open_record("record.db")
record.incidents.to_pandas()
bundle = standoff.process("Baku denied it.")  # one text
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from standoff.notebook import open_record, process, read

__all__ = ["open_record", "process", "read"]


def __getattr__(name: str) -> object:
    """Load what a notebook uses when it is first asked for, so that `import standoff` stays light."""
    if name in __all__:
        from standoff import notebook

        return getattr(notebook, name)
    raise AttributeError(f"module 'standoff' has no attribute {name!r}; it offers {', '.join(__all__)}")
