"""Hold the one envelope of results and the one of errors, as the API documents them."""

from __future__ import annotations

from typing import Generic, TypeVar

from pydantic import BaseModel, ConfigDict, Field

T = TypeVar("T")


class Meta(BaseModel):
    """Say what a result rests on: the day it is shown as known on, the state of the record, and where a list goes on.

    `revision` changes with every write; `next` is the cursor of the next page; `total` counts a list where that is
    cheap to know.
    """

    model_config = ConfigDict(frozen=True)

    as_of: str | None = None
    revision: str
    next: str | None = None
    total: int | None = None


class Envelope(BaseModel, Generic[T]):
    """Hold a result and what it rests on."""

    model_config = ConfigDict(frozen=True)

    data: T
    meta: Meta


class Refusal(BaseModel):
    """Say what is wrong in one sentence: a code for programs, what, where and what to do for people.

    `where` names the parameter or field that is wrong, if one is.
    """

    model_config = ConfigDict(frozen=True)

    code: str = Field(examples=["not_found", "invalid", "forbidden", "conflict", "too_large", "busy", "internal"])
    message: str
    where: str | None = None


class Problem(BaseModel):
    """Hold an error."""

    model_config = ConfigDict(frozen=True)

    error: Refusal
