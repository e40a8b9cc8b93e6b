from standoff.values import text


def outcome(one: str, other: str) -> str:
    return text.compare(text.parse(one), text.parse(other)).outcome


def test_texts_compare_by_normal_form() -> None:
    assert outcome("Prisoners of War", "prisoners of war") == "same"
    assert outcome("Sévérodonetsk is lost", "severodonetsk is lost") == "same"
    assert outcome("15 prisoners of war", "prisoners of war") == "compatible"
    assert outcome("prisoners of war", "detained saboteurs") == "conflicting"
