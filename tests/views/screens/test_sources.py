"""The row of an outlet tells what the codebook knows of its owners, and leaves open what it does not."""

import pytest

from standoff.codebook.publishers import load_publishers
from standoff.views.books import FOLDER
from standoff.views.known import EVER
from standoff.views.screens.sources import Grades, Shelf, sources
from tests.factories import Desk, Story, document, keep


@pytest.mark.parametrize(("outlet", "state_owned"), [("TASS", True), ("Reuters", False), ("Neelum Gazette", None)])
def test_whether_a_state_owns_it_is_told_where_known(outlet, state_owned, tmp_path):
    desk = Desk(document("a.txt", "Nothing was said at the crossing.", publisher=outlet))
    store = keep(Story((desk,), (), (), (), (), ()), tmp_path / "one.db")
    with store.connect() as connection:
        (row,) = sources(connection, Shelf(load_publishers(FOLDER), Grades(), EVER), None, (None, 10)).rows
    store.close()
    assert (row.name, row.documents, row.state_owned) == (outlet, 1, state_owned)
