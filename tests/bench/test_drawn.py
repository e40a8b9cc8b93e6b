from bench.drawn import JUDGED, NUMBER, _rows, drawn, shares

FEW = [{"key": f"k{number}", "kind": "revision"} for number in range(8)]
MANY = [{"key": f"k{number:03}", "kind": "revision"} for number in range(200)]


def test_a_draw_is_the_same_each_time_whatever_the_order() -> None:
    assert drawn(MANY, {}) == drawn(reversed(MANY), {})
    assert len(drawn(MANY, {})) == NUMBER
    assert len(drawn(FEW, {})) == len(FEW)


def test_verdicts_given_before_are_kept() -> None:
    judged = {"k3": {"key": "k3", "verdict": "right", "reason": "they differ"}}
    found = {row["key"]: row["verdict"] for row in drawn(FEW, judged)}
    assert found["k3"] == "right"
    assert found["k4"] is None


def test_shares_count_only_what_was_read() -> None:
    rows = [
        {"kind": "revision", "verdict": "right"},
        {"kind": "revision", "verdict": "wrong"},
        {"kind": "contradiction", "verdict": "right"},
        {"kind": "contradiction", "verdict": None},
    ]
    assert shares(rows) == {"read": 3.0, "right": 2 / 3, "right_contradiction": 1.0, "right_revision": 0.5}


def test_the_list_kept_is_fully_judged_with_reasons_and_short_quotes() -> None:
    rows = _rows(JUDGED)
    assert len(rows) == NUMBER
    assert all(row["verdict"] in ("right", "wrong") and row["reason"] for row in rows)
    assert all(len(claim["quote"]) <= 60 for row in rows for claim in row["claims"])
    assert shares(rows)["right"] >= 0.7
