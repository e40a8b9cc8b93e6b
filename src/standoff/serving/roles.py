"""Tell who may do what: viewers read, editors decide, owners also see the whole log and export everything.

A token file has a line for each person: role, name and token, with spaces between. Lines that begin with # are left
out.
"""

from __future__ import annotations

import hmac
import stat
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Literal, get_args

from standoff.errors import SettingsError

Role = Literal["viewer", "editor", "owner"]
ROLES: tuple[Role, ...] = get_args(Role)
SHORTEST = 20  # characters of a token: fewer could be tried out


@dataclass(frozen=True, slots=True)
class Reader:
    """Hold who asks: a role, the name that signs decisions, and whether the name may be given with a decision."""

    role: Role
    name: str
    free: bool = False

    @property
    def decides(self) -> bool:
        """Tell whether this reader may decide."""
        return self.role in {"editor", "owner"}


@dataclass(frozen=True, slots=True)
class Tokens:
    """Hold readers by the digest of their token, so that no token lies in memory longer than a request."""

    readers: tuple[tuple[bytes, Reader], ...]

    def reader(self, token: str) -> Reader | None:
        """Return whose token it is; every one is compared, so that the time taken tells nothing."""
        wanted = _digest(token)
        found = [reader for held, reader in self.readers if hmac.compare_digest(held, wanted)]
        return found[0] if found else None


def _digest(token: str) -> bytes:
    """Return the digest of a token."""
    return sha256(token.encode("utf-8", "surrogatepass")).digest()


def load_tokens(path: Path) -> Tokens:
    """Load a token file; raises SettingsError that names file and line."""
    try:
        mode = path.stat().st_mode
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(
            f"The token file {path} cannot be read ({error}): give another with --token-file."
        ) from error
    if mode & (stat.S_IRGRP | stat.S_IROTH):
        raise SettingsError(f"The token file {path} can be read by others: run `chmod 600 {path}`.")
    found = tuple(_readers(path, lines))
    if not found:
        raise SettingsError(f"The token file {path} names nobody: add lines of role, name and token.")
    return Tokens(found)


def _readers(path: Path, lines: Iterable[str]) -> Iterable[tuple[bytes, Reader]]:
    """Yield the readers of a file's lines; refuses a malformed line and a token given twice."""
    seen: set[bytes] = set()
    for number, line in enumerate(lines, start=1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        where = f"{path}, line {number}"
        parts = line.split()
        if len(parts) < 3 or parts[0] not in ROLES:
            raise SettingsError(f"{where}: a line is `ROLE NAME TOKEN`, ROLE one of {', '.join(ROLES)}.")
        role, *names, token = parts
        if len(token) < SHORTEST:
            raise SettingsError(f"{where}: the token must have at least {SHORTEST} characters.")
        key = _digest(token)
        if key in seen:
            raise SettingsError(f"{where}: the token is given twice.")
        seen.add(key)
        yield key, Reader(next(r for r in ROLES if r == role), " ".join(names))
