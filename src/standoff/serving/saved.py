"""Keep views under names for each analyst, in a file beside the record: they are habits of people, no part of it."""

from __future__ import annotations

import json
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated

from fastapi import APIRouter, Request
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import Response

from standoff.errors import ExportError, NotFoundError, StoreError, UsageError
from standoff.exporting.files import writing
from standoff.serving.answers import Page, result
from standoff.serving.asking import Asked, Asking
from standoff.serving.envelope import Envelope

router = APIRouter()
MOST = 100  # views of one person
Name = Annotated[str, Field(min_length=1, max_length=80)]
Value = Annotated[str, Field(max_length=400)]
Views = dict[str, dict[str, str]]  # parameters of an address by the view's name


class SavedView(BaseModel):
    """Hold a view: its name, and the parameters of the address that shows it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: Name
    params: Annotated[dict[Name, Value], Field(max_length=30)]


@dataclass(frozen=True, slots=True)
class Cabinet:
    """Hold the file in which views are kept, by whose they are; one thread at a time writes it."""

    path: Path
    lock: threading.Lock = field(default_factory=threading.Lock)

    def views(self, whose: str) -> Views:
        """Return a person's views by name."""
        return self._read().get(whose, {})

    def keep(self, whose: str, name: str, params: Mapping[str, str]) -> None:
        """Keep a view; one of the same name is replaced."""
        with self.lock:
            kept = self._read()
            views = {**kept.get(whose, {}), name: dict(params)}
            if len(views) > MOST:
                raise UsageError(f"At most {MOST} views are kept for one person: forget some.")
            self._write({**kept, whose: views})

    def forget(self, whose: str, name: str) -> None:
        """Forget a view; refuses one that is not there."""
        with self.lock:
            kept = self._read()
            views = kept.get(whose, {})
            if name not in views:
                raise NotFoundError(f"No view is kept under the name {name!r}: the list of incidents names them.")
            self._write({**kept, whose: {other: held for other, held in views.items() if other != name}})

    def _read(self) -> dict[str, Views]:
        """Return all views by whose they are; none where the file is missing."""
        try:
            found = json.loads(self.path.read_text("utf-8"))
        except FileNotFoundError:
            return {}
        except (OSError, ValueError) as error:
            raise StoreError(f"The views in {self.path.name} cannot be read: mend the file or move it away.") from error
        return found if isinstance(found, dict) else {}

    def _write(self, kept: Mapping[str, Views]) -> None:
        """Write all views, whole or not at all."""
        try:
            with writing(self.path) as handle:
                json.dump(kept, handle, ensure_ascii=False, indent=1, sort_keys=True)
        except ExportError as error:
            raise StoreError("Views cannot be kept beside this record: nothing can be written there.") from error


def cabinet_of(address: str) -> Cabinet:
    """Return where the views of a record are kept: `RECORD.views.json` beside it."""
    return Cabinet(Path(f"{address}.views.json"))


def _listed(asked: Asked, request: Request) -> Response:
    """Answer with the reader's views, by name."""
    cabinet: Cabinet = request.app.state.cabinet
    found = cabinet.views(asked.reader.name)
    rows = [{"name": name, "params": found[name]} for name in sorted(found)]
    return result(Page(rows), asked.desk.store.revision(), None)


@router.get("/views", response_model=Envelope[list[SavedView]])
def views(asked: Asking, request: Request) -> Response:
    """List the views that the reader keeps under names."""
    return _listed(asked, request)


@router.post("/views", response_model=Envelope[list[SavedView]])
def keep_view(asked: Asking, request: Request, view: SavedView) -> Response:
    """Keep a view under a name; one of the same name is replaced."""
    request.app.state.cabinet.keep(asked.reader.name, view.name, view.params)
    return _listed(asked, request)


@router.delete("/views/{name:path}", response_model=Envelope[list[SavedView]])
def forget_view(asked: Asking, request: Request, name: str) -> Response:
    """Forget a view."""
    request.app.state.cabinet.forget(asked.reader.name, name)
    return _listed(asked, request)
