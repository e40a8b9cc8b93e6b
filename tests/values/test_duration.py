from standoff.values import duration


def test_44_days_and_six_weeks_do_not_exclude_each_other() -> None:
    assert duration.compare(duration.parse("44 days"), duration.parse("six weeks")).outcome == "compatible"


def test_five_days_and_two_months_do() -> None:
    assert duration.compare(duration.parse("five days"), duration.parse("two months")).outcome == "conflicting"
