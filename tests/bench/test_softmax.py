"""A softmax regression is learned in small batches; signs are laid out flat."""

from __future__ import annotations

import numpy as np

from bench.softmax import Rows, fit, laid, telling


def test_signs_laid_out_flat_sum_as_a_matrix_would() -> None:
    rows = [np.array([0, 1]), np.array([1, 2, 2]), np.array([0])]
    dense = np.array([[1, 1, 0], [0, 1, 2], [1, 0, 0]], np.float32)
    weights = np.arange(6, dtype=np.float32).reshape(3, 2)
    errors = np.array([[1, -1], [2, 0], [0, 3]], np.float32)
    assert np.allclose(laid(rows).logits(weights), dense @ weights)
    assert np.allclose(laid(rows).gradient(errors, 3), dense.T @ errors)


def test_a_sign_that_no_row_of_a_batch_has_gets_no_gradient() -> None:
    found = laid([np.array([2])]).gradient(np.ones((1, 2), np.float32), 4)
    assert found.sum(1).tolist() == [0, 0, 2, 0]


def test_a_sign_that_tells_one_class_may_weigh_more_than_one_that_tells_none() -> None:
    rows = [np.array([0, 1]), np.array([1]), np.array([0, 1])] * 20
    truth = np.array([[1, 0], [0, 1], [1, 0]] * 20, np.float32)
    scale = telling(laid(rows), truth, 2)
    assert scale[0, 0] > 3 * scale[1, 0]


def test_signs_and_vector_are_learned_together_and_a_row_that_counts_more_weighs_more() -> None:
    signs = [("all", "a"), ("all", "b"), ("all",), ("all",)] * 30
    vectors = np.array([[0.0], [0.0], [1.0], [-1.0]] * 30, np.float32)
    classes = np.array([0, 1, 0, 1] * 30)
    learnt = fit(Rows(signs, vectors, classes, np.ones(120, np.float32)), 2)
    for held, vector, wanted in zip(signs[:4], vectors, classes, strict=False):
        assert learnt.totals(held, vector).argmax() == wanted
    twice = np.array([3.0, 1.0] * 60, np.float32)
    mixed = fit(Rows([("all",)] * 120, np.zeros((120, 1), np.float32), np.array([0, 1] * 60), twice), 2)
    assert mixed.totals(("all",), np.zeros(1, np.float32)).argmax() == 0


def test_rare_signs_are_left_out() -> None:
    signs = [("all", "rare"), ("all",), ("all",)] * 2
    learnt = fit(Rows(signs, np.zeros((6, 1), np.float32), np.zeros(6, np.intp), np.ones(6, np.float32)), 2)
    assert list(learnt.index) == ["all"]
