from pathlib import Path

import pytest

from standoff.codebook.incidents import load_incidents
from standoff.codebook.load import FOLDER, load
from standoff.errors import CodebookError


def test_a_type_is_told_before_its_family() -> None:
    book = load_incidents(FOLDER)
    found = book.kind("encirclement", "siege")
    assert found is not None
    assert found.id == "incursion"
    assert book.kind("utility_cut", "utility_cut") == book.kinds["siege"]


def test_what_is_only_said_forms_no_incident() -> None:
    assert load_incidents(FOLDER).kind("accusation", "accusation") is None


def test_all_families_and_types_are_those_of_the_event_codebook() -> None:
    codebook = load()
    families = {event.family for event in codebook.events.types.values()}
    assert set(codebook.incidents.families) <= families
    assert set(codebook.incidents.types) <= set(codebook.events.types)
    assert codebook.incidents.list("generic") <= set(codebook.events.types)


def test_a_family_in_two_kinds_is_refused(tmp_path: Path) -> None:
    entry = (
        "- {id: ID, noun: n, families: [war], days: '1', roles: actor, weight: '1', toward: to, "
        "description: d, example: e}\n"
    )
    (tmp_path / "incidents.yaml").write_text(entry.replace("ID", "one") + entry.replace("ID", "two"))
    (tmp_path / "mentions.yaml").write_text("")
    (tmp_path / "accounts.yaml").write_text("")
    (tmp_path / "apart.yaml").write_text("")
    with pytest.raises(CodebookError, match=r"incidents.yaml, line 2, key 'families': 'war' belongs to 'one'"):
        load_incidents(tmp_path)


def test_a_type_may_stand_otherwise_before_those_it_was_done_to() -> None:
    codebook = load()
    fighting = codebook.incidents.kinds["fighting"]
    assert fighting.aim("shelling", persons=False) == "against"
    assert fighting.aim("killing", persons=False) == "of people from"
    assert fighting.aim("killing", persons=True) == "of"
    aimed = {type_ for kind in codebook.incidents.kinds.values() for type_ in kind.aims}
    assert aimed <= set(codebook.events.types)
