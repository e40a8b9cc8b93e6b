"""The API keeps what its description says, whatever it is asked."""

from __future__ import annotations

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis.specs.openapi.checks import positive_data_acceptance

from standoff.serving import schema
from standoff.serving.guard import MARK

HEADERS = {"host": "127.0.0.1", MARK: "1"}
ENDLESS = "/api/inbox/stream"  # it ends only when its reader leaves
OPERATIONS = [
    f"{method.upper()} {path}"
    for path, operations in schema.description()["paths"].items()
    for method in operations
    if path != ENDLESS
]


@pytest.mark.parametrize("name", OPERATIONS)  # the right form may make no sense: a foreign cursor, no reason
def test_answers_are_as_described(api, name):
    described = schemathesis.openapi.from_asgi("/api/openapi.json", api.app, headers=HEADERS)
    method, path = name.split(" ", 1)

    @given(case=described[path][method].as_strategy())
    @settings(
        max_examples=6,
        deadline=None,
        derandomize=True,
        database=None,
        suppress_health_check=list(HealthCheck),
        phases=(Phase.explicit, Phase.generate),
    )
    def check(case):
        case.call_and_validate(headers=HEADERS, excluded_checks=[positive_data_acceptance])

    check()


def test_every_route_says_what_it_answers():
    for path, operations in schema.description()["paths"].items():
        for method, operation in operations.items():
            where = f"{method} {path}"
            assert operation["summary"], where
            assert operation["description"].endswith("."), where
            assert {"200", "404", "422"} <= set(operation["responses"]), where
