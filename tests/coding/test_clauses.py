from __future__ import annotations

from standoff.coding.clauses import clause_of_noun, clause_of_verb, conjuncts, is_passive, surface_subjects
from standoff.model.parse import Parse
from tests.coding.conftest import Coder
from tests.coding.said import at, who
from tests.texts import language, paper


def _parse(text: str) -> Parse:
    return language().parse(paper(text))


def _words(parse: Parse, tokens: tuple[int, ...] | list[int]) -> list[str]:
    return [parse.forms[t] for t in tokens]


def test_a_passive_turns_subject_and_object_round() -> None:
    parse = _parse("The bridge was destroyed by rebels.")
    clause = clause_of_verb(parse, parse.forms.index("destroyed"))
    assert clause.passive
    assert (_words(parse, clause.subjects), _words(parse, clause.objects)) == (["rebels"], ["bridge"])


def test_who_is_urged_does_what_is_urged() -> None:
    parse = _parse("Kenya urged Somalia to withdraw its troops.")
    assert _words(parse, surface_subjects(parse, parse.forms.index("withdraw"))) == ["Somalia"]


def test_who_promises_does_what_is_promised() -> None:
    parse = _parse("Kenya promised to withdraw its troops.")
    assert _words(parse, surface_subjects(parse, parse.forms.index("withdraw"))) == ["Kenya"]


def test_who_is_accused_did_it() -> None:
    parse = _parse("Chad accused Sudan of shelling a village.")
    assert _words(parse, surface_subjects(parse, parse.forms.index("shelling"))) == ["Sudan"]


def test_a_noun_has_its_possessor_and_its_of_phrase() -> None:
    parse = _parse("Russia's shelling of the town continued.")
    clause = clause_of_noun(parse, parse.forms.index("shelling"))
    assert (_words(parse, clause.subjects), _words(parse, clause.objects)) == (["Russia"], ["town"])


def test_what_is_counted_out_comes_with_the_count() -> None:
    parse = _parse("Some of the soldiers fled.")
    assert "soldiers" in _words(parse, list(conjuncts(parse, 0)))


def test_a_list_of_thousands_is_walked_without_recursion() -> None:
    size = 5000
    chain = Parse(
        starts=tuple(range(0, 2 * size, 2)),
        stops=tuple(range(1, 2 * size, 2)),
        forms=("x",) * size,
        lemmas=("x",) * size,
        pos=("NOUN",) * size,
        tags=("NN",) * size,
        heads=(0, *range(size - 1)),
        deps=("ROOT", *("conj",) * (size - 1)),
        entities=("",) * size,
        entity_starts=(False,) * size,
        sentence_starts=(0,),
        children=(*((i + 1,) for i in range(size - 1)), ()),
    )
    assert sum(1 for _ in conjuncts(chain, 0)) == size
    assert not is_passive(chain, size - 1)


def test_a_day_told_between_controls_nobody() -> None:
    parse = _parse("Mali and Niger agreed on Tuesday to withdraw their troops.")
    assert _words(parse, surface_subjects(parse, parse.forms.index("withdraw"))) == ["Mali", "Niger"]


def test_a_participle_after_a_charge_goes_on_with_the_deed() -> None:
    parse = _parse("Sudan accused Chad of shelling Tissi on Tuesday, killing two people.")
    assert _words(parse, surface_subjects(parse, parse.forms.index("killing"))) == ["Chad"]


def test_the_raid_in_which_people_died_is_not_what_they_died(coded: Coder) -> None:
    event = at(coded("The army regrouped after a raid in which at least a dozen soldiers died."), "died")
    assert event.type == "killing"


def test_who_moved_people_from_a_camp_is_told_after_the_camp(coded: Coder) -> None:
    assert who(at(coded("The villagers had been moved back from a camp by Chadian troops in July."), "moved")) == {
        "TCD"
    }
