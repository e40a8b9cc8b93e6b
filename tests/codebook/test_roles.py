"""Roles are data: each phrase belongs to one role, each body exists."""

from __future__ import annotations

from pathlib import Path

import pytest

from standoff.codebook.load import FOLDER
from standoff.codebook.roles import load_roles, phrase_key
from standoff.errors import CodebookError


def test_every_body_is_a_role() -> None:
    roles = load_roles(FOLDER / "roles.yaml")
    assert all(role.body is None or role.body in roles.roles for role in roles.roles.values())
    assert roles["mfa"].sort == "body"


def test_phrases_are_cut_as_the_parser_cuts() -> None:
    assert phrase_key("commander-in-chief") == ("commander", "-", "in", "-", "chief")
    assert phrase_key("Defense Ministry") == ("defence", "ministry")


def test_unknown_body_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "roles.yaml"
    path.write_text('- {id: x, sort: office, name: "X of {}", body: nowhere, description: d, phrases: [x]}\n')
    with pytest.raises(CodebookError, match="unknown body"):
        load_roles(path)
