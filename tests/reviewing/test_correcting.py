import pytest

from standoff.errors import DecisionError
from standoff.model.entity import PartyRef, PlaceRef
from standoff.reviewing.correcting import interval_of, resolved, with_place, with_speaker
from tests.factories import CHINA, POONCH, kashmir


class Known:
    def party(self, name):
        return CHINA if name in {"CHN", "China"} else None

    def place(self, name):
        return POONCH if name == "poonch" else None


@pytest.fixture
def desk():
    return kashmir().desks[0]


def test_a_speaker_is_named_by_id_or_name_and_unknown_ones_stay_names(desk):
    row = desk.statements[0]
    known = with_speaker(row, resolved({"speaker": "CHN", "principal": None}, Known()))
    assert known.source.refs == (CHINA,)
    assert known.principal is None
    local = with_speaker(row, resolved({"speaker": "the mayor of Neelum"}, Known()))
    assert local.source.refs == (PartyRef(None, "the mayor of Neelum"),)
    assert local.source.span == row.source.span  # the words stay as they stand


def test_days_and_places_are_read_and_refused(desk):
    row = desk.events[0]
    moved = with_place(row, resolved({"place": "poonch", "happened": "2023-05-08/2023-05-09"}, Known()))
    assert moved.place == POONCH
    assert (moved.happened.earliest, moved.happened.latest, moved.happened.basis) == (
        "2023-05-08",
        "2023-05-09",
        "reviewer",
    )
    assert with_place(row, resolved({"place": "Kel"}, Known())).place == PlaceRef(None, "Kel")
    assert with_place(row, {"happened": None}).happened is None
    for wrong in ("soon", "2023-02-30", "2023-05-09/2023-05-08", "2023", ""):
        with pytest.raises(DecisionError, match="is no day"):
            interval_of(wrong)
