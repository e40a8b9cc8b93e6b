import pytest

from standoff.values.names import head_of, is_plural, with_article


@pytest.mark.parametrize(
    ("name", "head"),
    [
        ("Line of Contact", "Line"),
        ("Organisation for Peace in Tine", "Organisation"),
        ("Tine market", "market"),
        ("", ""),
    ],
)
def test_a_head_stands_before_the_first_preposition(name: str, head: str) -> None:
    assert head_of(name) == head


def test_an_article_stands_where_the_head_wants_one() -> None:
    articled = frozenset({"line", "union"})
    assert with_article("Line of Contact", articled) == "the Line of Contact"
    assert with_article("African Union", articled) == "the African Union"
    assert with_article("Chad", articled) == "Chad"


def test_a_name_for_several_takes_a_plural_verb() -> None:
    plurals = frozenset({"forces", "taliban"})
    assert is_plural("Rapid Support Forces", plurals)
    assert is_plural("Taliban", plurals)
    assert is_plural("regional commanders of Tine", plurals)
    assert not is_plural("United States", plurals)
    assert not is_plural("local press", plurals)
