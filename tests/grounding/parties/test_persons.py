"""A name means one person, or nobody where it could mean several."""

from __future__ import annotations

from standoff.annotating.annotate import annotate
from standoff.codebook.spelling import skeleton
from standoff.grounding.parties.persons import Cast, cast_of, known_person, serving
from standoff.grounding.parties.resolve import ground_parties
from standoff.model.clock import UNKNOWN, Interval
from tests.pages import annotated, codebook, document, grounded, language, parties, principal

BOOK = codebook().parties


def test_surname_alone_wants_a_state_or_a_high_office() -> None:
    cast = cast_of([], UNKNOWN, BOOK)
    assert known_person(BOOK, cast, "Macron", None, None) == "emmanuel-macron"
    assert known_person(BOOK, cast, "Price", None, None) is None


def test_given_name_tells_persons_of_one_surname_apart() -> None:
    cast = cast_of([], UNKNOWN, BOOK)
    assert known_person(BOOK, cast, "Heydar Aliyev", None, None) == "heydar-aliyev"
    assert known_person(BOOK, cast, "Olena Aliyeva-Brown", None, None) is None


def test_misspelt_given_name_is_forgiven_in_office() -> None:
    cast = cast_of([], UNKNOWN, BOOK)
    assert known_person(BOOK, cast, "Ilhan Aliyev", "AZE", "president") == "ilham-aliyev"


def test_terms_served_on_the_day() -> None:
    cast = cast_of([], Interval("2015-01-01", "2015-01-01", "stated"), BOOK)
    assert [term.role for term in serving(BOOK, cast, "joe-biden")] == ["vice_president"]


def test_full_name_is_found_by_its_parts() -> None:
    page = annotated("Getnet Alemu spoke. Alemu left.")
    cast = cast_of([m for m in page.annotations if m.kind == "name"], UNKNOWN, BOOK)
    assert cast.full_name("Alemu") == "Getnet Alemu"
    assert cast.full_name("Getnet") == "Getnet Alemu"
    assert cast.full_name("Bekele") is None


def test_a_like_given_name_is_another_person() -> None:
    cast = Cast(full={skeleton("oleh"): ["Oleh Marchuk"], skeleton("olha"): ["Oleh Marchuk"]})
    assert cast.full_name("Olha") is None
    assert cast.full_name("Oleh") == "Oleh Marchuk"


def test_a_surname_with_its_particle_is_the_person_named_before() -> None:
    page = annotated("Hospital director Mohammed Abu Salmiya spoke first. Later Abu Salmiya denied it.")
    cast = cast_of([m for m in page.annotations if m.kind == "name"], UNKNOWN, BOOK)
    assert cast.full_name("Abu Salmiya") == "Mohammed Abu Salmiya"
    assert cast.full_name("Omar Salmiya") is None
    assert known_person(BOOK, Cast(), "Abu Salmiya", None, None) is None


def test_an_outlet_of_one_of_the_two_states_writes_from_there() -> None:
    text = "Thailand was hit from the Cambodian side. Health Minister Somsak Saelim said the raid was a crime."
    page = annotate(document(text, publisher="Bangkok Post"), language(), codebook())
    page = page.marked(groundings=ground_parties(page, codebook()))
    assert principal(page, "Somsak Saelim") == "Thailand"


def test_a_new_title_leaves_no_former_office() -> None:
    page = grounded("Presidential adviser Carlito Galvez of the Philippines was calm. The defence secretary slept.")
    assert parties(page, "The defence secretary") != ["Carlito Galvez"]
