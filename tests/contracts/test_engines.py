"""Every engine maps a function over items and loses none."""

from __future__ import annotations

import pytest

from standoff.engines.base import Engine, Lost
from standoff.engines.inline import Inline
from standoff.engines.local import Local
from standoff.errors import EngineError
from tests.contracts import engine_functions as functions


def work(engine: Engine, prepare, items) -> list:
    with engine.crew(prepare) as crew:
        return list(crew.map(items))


ENGINES = [pytest.param(Inline(), id="inline"), pytest.param(Local(1), id="one"), pytest.param(Local(2), id="two")]
PROCESSES = ENGINES[1:]


@pytest.mark.parametrize("engine", ENGINES)
def test_results_come_in_the_order_of_the_items(engine: Engine) -> None:
    assert work(engine, functions.doubling, range(100)) == [2 * n for n in range(100)]


@pytest.mark.parametrize("engine", ENGINES)
def test_nothing_is_loaded_where_there_is_nothing_to_do(engine: Engine) -> None:
    assert work(engine, functions.refusing, []) == []


@pytest.mark.parametrize("engine", ENGINES)
def test_items_are_taken_lazily(engine: Engine) -> None:
    taken = []

    def items():
        for number in range(10_000):
            taken.append(number)
            yield number

    with engine.crew(functions.doubling) as crew:
        assert next(crew.map(items())) == 0
    assert len(taken) < 1_000


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("prepare", [functions.refusing, functions.failing])
def test_what_the_work_raises_is_raised_here(engine: Engine, prepare) -> None:
    with pytest.raises((RuntimeError, ValueError), match=r"no model here|cannot take 0"):
        work(engine, prepare, range(3))


@pytest.mark.parametrize("engine", PROCESSES)
@pytest.mark.parametrize("prepare", [functions.dying, functions.dying_together])
def test_a_worker_that_dies_costs_one_item_and_says_how(engine: Engine, prepare) -> None:
    results = work(engine, prepare, range(250))
    lost = [result for result in results if isinstance(result, Lost)]
    assert [loss.item for loss in lost] == [13, 113, 213]
    assert all("SIGKILL" in loss.reason for loss in lost)
    assert [result for result in results if not isinstance(result, Lost)] == [n for n in range(250) if n % 100 != 13]


@pytest.mark.parametrize("engine", PROCESSES)
def test_workers_that_die_while_loading_end_the_run_with_a_reason(engine: Engine) -> None:
    with pytest.raises(EngineError, match="SIGKILL while it loaded"):
        work(engine, functions.dying_at_start, range(3))


@pytest.mark.parametrize("engine", ENGINES)
def test_a_crew_that_is_expected_to_work_and_gets_nothing_ends_all_the_same(engine: Engine) -> None:
    with engine.crew(functions.doubling) as crew:
        crew.expect(100)
        assert list(crew.map([])) == []


@pytest.mark.parametrize("engine", ENGINES)
def test_items_and_results_larger_than_any_pipe_pass(engine: Engine) -> None:
    texts = ["x" * 3_000_000] * 20
    assert work(engine, functions.repeating, texts) == texts
