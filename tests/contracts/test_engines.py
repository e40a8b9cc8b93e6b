"""Every engine maps a function over items and loses none."""

from __future__ import annotations

import pytest

from standoff.engines.base import Engine, Lost
from standoff.engines.inline import Inline
from standoff.engines.local import Local
from standoff.errors import EngineError
from tests.contracts import engine_functions as functions

ENGINES = [pytest.param(Inline(), id="inline"), pytest.param(Local(1), id="one"), pytest.param(Local(2), id="two")]
PROCESSES = ENGINES[1:]


@pytest.mark.parametrize("engine", ENGINES)
def test_results_come_in_the_order_of_the_items(engine: Engine) -> None:
    assert list(engine.map(functions.doubling, range(100))) == [2 * n for n in range(100)]


@pytest.mark.parametrize("engine", ENGINES)
def test_nothing_is_loaded_where_there_is_nothing_to_do(engine: Engine) -> None:
    assert list(engine.map(functions.refusing, [])) == []


@pytest.mark.parametrize("engine", ENGINES)
def test_items_are_taken_lazily(engine: Engine) -> None:
    taken = []

    def items():
        for number in range(10_000):
            taken.append(number)
            yield number

    results = engine.map(functions.doubling, items())
    assert next(results) == 0
    results.close()
    assert len(taken) < 1_000


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("prepare", [functions.refusing, functions.failing])
def test_what_the_work_raises_is_raised_here(engine: Engine, prepare) -> None:
    with pytest.raises((RuntimeError, ValueError), match=r"no model here|cannot take 0"):
        list(engine.map(prepare, range(3)))


@pytest.mark.parametrize("engine", PROCESSES)
def test_a_worker_that_dies_costs_one_item_and_says_how(engine: Engine) -> None:
    results = list(engine.map(functions.dying, range(250)))
    lost = [result for result in results if isinstance(result, Lost)]
    assert [loss.item for loss in lost] == [13, 113, 213]
    assert all("SIGKILL" in loss.reason for loss in lost)
    assert [result for result in results if not isinstance(result, Lost)] == [n for n in range(250) if n % 100 != 13]


@pytest.mark.parametrize("engine", PROCESSES)
def test_workers_that_die_while_loading_end_the_run_with_a_reason(engine: Engine) -> None:
    with pytest.raises(EngineError, match="SIGKILL while it loaded"):
        list(engine.map(functions.dying_at_start, range(3)))
