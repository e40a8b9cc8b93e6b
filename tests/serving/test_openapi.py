"""The API keeps what its description says, whatever it is asked."""

from __future__ import annotations

import pytest
import schemathesis
from hypothesis import HealthCheck, settings

from standoff.serving import schema
from standoff.serving.guard import MARK
from tests.serving.conftest import served  # noqa: F401 - a fixture


@pytest.fixture
def described(api):
    found = schemathesis.openapi.from_asgi("/api/openapi.json", api.app, headers={"host": "127.0.0.1", MARK: "1"})
    return found.exclude(path="/api/inbox/stream")  # it ends only when its reader leaves


lazy = schemathesis.pytest.from_fixture("described")


@lazy.parametrize()
@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
def test_answers_are_as_described(case):
    case.call_and_validate(headers={"host": "127.0.0.1", MARK: "1"})


def test_every_route_says_what_it_answers():
    found = schema.description()
    for path, operations in found["paths"].items():
        for method, operation in operations.items():
            where = f"{method} {path}"
            assert operation["summary"], where
            assert operation["description"].endswith("."), where
            assert {"200", "404", "422"} <= set(operation["responses"]), where
