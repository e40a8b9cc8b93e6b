"""Settings come from the environment, and a wrong one is named."""

from __future__ import annotations

import pytest

from standoff.errors import SettingsError
from standoff.settings import cores, read_settings


def test_what_is_not_set_has_its_default():
    settings = read_settings({})
    assert (settings.store, settings.reviewer, settings.busy_seconds) == (None, None, 10.0)
    assert settings.workers == cores() >= 1


def test_what_is_set_is_taken():
    settings = read_settings(
        {"STANDOFF_STORE": "r.db", "STANDOFF_WORKERS": "3", "STANDOFF_BUSY_SECONDS": "0.5", "STANDOFF_REVIEWER": "ana"}
    )
    assert (settings.store, settings.workers, settings.busy_seconds, settings.reviewer) == ("r.db", 3, 0.5, "ana")


def test_attribution_is_one_of_three_ways():
    assert read_settings({}).attribution == "both"
    assert read_settings({"STANDOFF_ATTRIBUTION": "rules"}).attribution == "rules"
    with pytest.raises(SettingsError, match="STANDOFF_ATTRIBUTION must be both or rules or tagger, not 'all'"):
        read_settings({"STANDOFF_ATTRIBUTION": "all"})


@pytest.mark.parametrize("value", ["0", "-1", "many", "1.5", "inf"])
def test_a_wrong_number_is_refused_by_name(value):
    with pytest.raises(SettingsError, match="STANDOFF_WORKERS must be"):
        read_settings({"STANDOFF_WORKERS": value})


@pytest.mark.parametrize("value", ["nan", "inf", "0"])
def test_a_number_without_end_is_no_time_to_wait(value):
    with pytest.raises(SettingsError, match="STANDOFF_BUSY_SECONDS must be above 0"):
        read_settings({"STANDOFF_BUSY_SECONDS": value})
