import pytest

from standoff.values.kinds import KINDS, kind


@pytest.mark.parametrize("name", sorted(KINDS))
def test_each_value_type_offers_the_whole_protocol(name: str) -> None:
    type_ = kind(name)
    sample = {"count": "two", "distance": "3 km", "duration": "two days", "date": "2021-05-12"}.get(name, "tweet")
    value = type_.parse(sample)
    assert value["text"] == sample
    assert type_.compare(value, value).outcome == "same"
    assert type_.show(value)
