from __future__ import annotations

from dataclasses import replace

from standoff.attributing.cues import find_cues
from standoff.attributing.drafts import Draft, Voice
from standoff.attributing.sheet import sheet
from standoff.attributing.speakers import name_source, name_sources
from tests.attributing.asked import by, only
from tests.attributing.conftest import Reader, grounded
from tests.texts import codebook


def test_a_capital_speaks_for_its_state(told: Reader) -> None:
    statement = only(told("Moscow denied the report."))
    assert statement.principal is not None
    assert statement.principal.state == "RUS"


def test_a_capital_that_speaks_stands_for_its_state_after_any_preposition() -> None:
    laid = sheet(grounded("Togo's leader obtained a promise from Niamey to let lorries in by June."), codebook().acts)
    at = laid.parse.forms.index("Niamey")
    source, principal = name_source(laid, Voice(at, at + 1, at), codebook().parties)
    assert [ref.party for ref in source.refs] == ["NER"]
    assert principal == source.ref


def test_a_ministry_speaks_for_its_state(told: Reader) -> None:
    statement = only(told("Azerbaijan's foreign ministry denied the report."))
    assert statement.source.ref is not None
    assert statement.source.ref.kind == "organisation"
    assert statement.principal is not None
    assert statement.principal.state == "AZE"


def test_two_speakers_of_two_states_have_no_one_principal(told: Reader) -> None:
    statement = only(told("Armenia and Azerbaijan accused each other of firing first."))
    assert {ref.state for ref in statement.source.refs} == {"ARM", "AZE"}
    assert statement.principal is None


def test_a_source_unknown_to_the_book_keeps_its_words(told: Reader) -> None:
    statement = only(told("Two lorry drivers said the road was open."))
    assert [ref.party for ref in statement.source.refs] == [None]
    assert "drivers" in statement.source.refs[0].name


def test_the_hearer_is_named(told: Reader) -> None:
    statement = told("The French president told Vladimir Putin that the talks were over.")[0]
    assert statement.addressee is not None
    assert "Putin" in statement.addressee.name


def test_whom_an_appeal_addresses_stays_in_the_content(told: Reader) -> None:
    statement = only(told("Norway urged Azerbaijan to withdraw its troops."))
    assert statement.addressee is not None
    assert statement.addressee.state == "AZE"


def test_a_shared_subject_is_ellipsis(told: Reader) -> None:
    statements = told("Oslo condemned the raid and urged Juba to free the crew.")
    assert by(statements, "urged").source.resolved_from == "ellipsis"
    assert by(statements, "urged").source.refs == by(statements, "condemned").source.refs


def test_a_name_after_an_office_is_who_speaks(told: Reader) -> None:
    statement = told("The director of Serbia's Office for Kosovo, Petar Lukovac, accused Pristina of a lie.")[0]
    assert statement.source.ref is not None
    assert statement.source.ref.name == "Petar Lukovac"
    assert statement.principal is not None
    assert statement.principal.name == "Serbia"


def test_a_body_is_named_before_its_common_noun(told: Reader) -> None:
    statement = told("The NATO-led KFOR mission said it had sent patrols.")[0]
    assert statement.source.ref is not None
    assert statement.source.ref.party == "kfor"


def test_who_ought_to_do_it_is_addressed_by_a_demand_and_a_state_for_its_troops(told: Reader) -> None:
    statement = told("Norway demanded that Azerbaijani forces withdraw from the villages.")[0]
    assert statement.addressee is not None
    assert (statement.addressee.party, statement.addressee.kind) == ("AZE", "state")


def test_what_a_side_itself_ought_to_do_addresses_nobody(told: Reader) -> None:
    statement = told("Norway said that Norway must double its aid.")[0]
    assert statement.addressee is None


def test_who_is_reported_by_another_does_not_go_on(told: Reader) -> None:
    text = 'Army spokesman Nadav Shoshani said troops had warned two suspects. "They did not stop," he wrote.'
    statement = by(told(text), "wrote")
    assert [ref.name for ref in statement.source.refs] == ["Nadav Shoshani"]


def test_a_paper_that_its_writer_writes_in_makes_no_second_statement(told: Reader) -> None:
    statement = only(told("The monitors wrote in their report of May that they had found no weapons."))
    assert statement.channel == "report"


def test_they_are_no_single_person_who_spoke_last(told: Reader) -> None:
    text = 'Boris Pistorius said the talks had failed. "We were turned away at the gate," they said.'
    statement = told(text)[-1]
    assert [ref.name for ref in statement.source.refs] != ["Boris Pistorius"]


def test_a_pronoun_after_its_words_is_no_speaker_of_the_other_gender(told: Reader) -> None:
    statements = told(
        '"The truce holds," Secretary of State Hillary Clinton said. "It is young," she said.\n\n'
        "President Barack Obama struck a careful note.\n\n"
        '"It will be hard to keep," he said.'
    )
    assert [ref.name for ref in statements[-1].source.refs] == ["Barack Obama"]


def test_who_speaks_for_a_named_ruler_is_not_the_ruler(told: Reader) -> None:
    statement = only(told("A spokesman for President Emmanuel Macron did not deny that soldiers had left."))
    assert statement.source.ref is not None
    assert (statement.source.ref.party, statement.source.ref.name) == (None, "spokesman for President Emmanuel Macron")
    assert statement.principal is not None
    assert statement.principal.state == "FRA"


def test_a_title_reaches_its_holder_over_and_and_over_where_he_serves(told: Reader) -> None:
    high = only(told("High Representative for Foreign Affairs and Security Policy Josep Borrell said it was too late."))
    assert high.source.span is not None
    assert high.source.span.quote.endswith("Josep Borrell")
    ambassador = only(told("Chinese Ambassador to Mali Li Wei said the road was open."))
    assert ambassador.source.ref is not None
    assert ambassador.source.ref.name == "Li Wei"
    assert ambassador.principal is not None
    assert ambassador.principal.state == "CHN"


def test_he_is_who_was_asked_before_the_main_verb(told: Reader) -> None:
    statements = told(
        "The army spokesman, Pierre Dupont, said the town was quiet. "
        "Contacted by Radio Nord, Marc Leroy, spokesman for the miners, rejects these claims. "
        "According to him, shells fell on the market."
    )
    assert by(statements, "According").source.refs[0].name == "Marc Leroy"


def test_for_his_part_is_no_part_of_a_source(told: Reader) -> None:
    statement = told("For her part, the head of the mission, Anna Berg, recalled that both sides had signed.")[0]
    assert statement.source.span is not None
    assert statement.source.span.quote == "the head of the mission, Anna Berg"


def test_its_outside_a_quotation_is_nobody_named_in_it(told: Reader) -> None:
    statements = told(
        "The Chadian interior ministry rejected the account. "
        '"The rebels of the FACT fired first," its press office said.'
    )
    said = by(statements, "said")
    assert said.principal is not None
    assert said.principal.state == "TCD"


def test_a_body_goes_on_for_whom_the_voice_before_spoke(told: Reader) -> None:
    statements = told(
        "North Korea often makes claims. Seoul's foreign minister warned that Pyongyang had tested a rocket. "
        "The presidential office said it would respond."
    )
    assert by(statements, "said").source.refs[0].party == "KOR/presidency"


def test_who_once_was_of_another_office_keeps_the_title_of_the_text(told: Reader) -> None:
    statements = told(
        "UN envoy Maria Angela Holguin met both leaders. Holguin complained that leaks were poisoning the talks."
    )
    assert by(statements, "complained").principal is not None
    assert by(statements, "complained").principal.party == "un"  # type: ignore[union-attr]  # just asserted


def test_the_junta_is_called_a_junta_before(told: Reader) -> None:
    statements = told(
        "Mali's junta closed the road. Bamako appealed to the Chinese government for help. "
        "The junta denies shelling the market."
    )
    assert by(statements, "denies").source.refs[0].state == "MLI"


def test_the_organization_is_no_ministry(told: Reader) -> None:
    statements = told(
        "Bamako denies the abuses told of by Human Rights Watch. The Malian Foreign Ministry called them inventions. "
        "The organization said it stood by its report."
    )
    assert by(statements, "said").source.refs[0].party == "hrw"


def test_a_day_after_a_name_is_no_part_of_a_source(told: Reader) -> None:
    statement = only(told("The Philippine Coast Guard (PCG) on Monday, August 11, said two ships collided."))
    assert statement.source.span is not None
    assert statement.source.span.quote == "The Philippine Coast Guard (PCG)"


def test_he_is_who_was_told_of_between(told: Reader) -> None:
    statements = told(
        '"They were leaders", Marc Leroy wrote. President Gustavo Petro has ended the talks. '
        '"These are crimes," he stated.'
    )
    assert by(statements, "stated").source.refs[0].party == "gustavo-petro"


def test_a_paper_of_a_known_author_says_what_it_says_without_a_subject() -> None:
    parties, acts = codebook().parties, codebook().acts
    page = grounded("3. Condemns the attack on the convoy and demands that the militia leave the town.\n")
    laid = sheet(page.written_by(parties.ref("un-sc")), acts)
    drafts = [Draft(cue, None, ((3, 9),)) for cue in find_cues(laid, acts) if cue.entry.pos == "verb"]
    named = name_sources(laid, drafts, parties)
    assert [source.ref and source.ref.party for source, _ in named] == ["un-sc"] * len(drafts)
    assert drafts
    assert name_sources(replace(laid, page=page), drafts, parties)[0][0].refs == ()


def test_a_report_that_another_tells_of_is_not_his(told: Reader) -> None:
    text = (
        "Amnesty International published a report on the raid. The report said that soldiers burned the mill. "
        "Kenya's president said the report confirmed what villagers had told him."
    )
    inner = by(told(text), "confirmed")
    assert [ref.name for ref in inner.source.refs] != ["William Ruto"]
    assert inner.principal is None or inner.principal.state != "KEN"


def test_a_commentary_is_that_of_the_agency_before_it(told: Reader) -> None:
    statement = only(told("A Xinhua commentary said the drill was a rehearsal for war."))
    assert statement.source.ref is not None
    assert statement.source.ref.name.startswith("Xinhua")


def test_a_title_with_a_hyphen_is_whole(told: Reader) -> None:
    statement = only(told("Ecuador's vice-president later disputed this account."))
    assert statement.source.span is not None
    assert statement.source.span.quote == "Ecuador's vice-president"


def test_whoever_is_nobody(told: Reader) -> None:
    assert all(one.source.span is None or one.source.span.quote != "whoever" for one in told(
        "The minister said that whoever demands a truce demands surrender."
    ))  # fmt: skip


def test_a_name_cut_off_its_title_is_taken_in(told: Reader) -> None:
    statement = only(told("Q: President Tinubu has repeatedly said that the door remains open."))
    assert statement.source.span is not None
    assert statement.source.span.quote == "President Tinubu"


def test_who_stands_after_a_label_speaks(told: Reader) -> None:
    statement = only(told("Qatar: Majed al-Ansari said that mediators had circulated a draft."))
    assert statement.source.span is not None
    assert statement.source.span.quote == "Majed al-Ansari"


def test_a_name_shortened_to_its_end_is_the_name_before(told: Reader) -> None:
    found = told("Iran's Revolutionary Guards seized a tanker. The Guards confirmed the seizure on Saturday.")
    statement = by(found, "confirmed")
    assert statement.principal is not None
    assert statement.principal.state == "IRN"


def test_a_source_taken_for_no_noun_is_still_named(told: Reader) -> None:
    statement = only(told("The MILF's peace implementing panel chair, Mohagher Iqbal, wrote that money was due."))
    assert [ref.name for ref in statement.source.refs] == ["Mohagher Iqbal"]


def test_his_words_are_his(told: Reader) -> None:
    found = told("Governor Peter Novak said two had died. According to his words, one more died in hospital.")
    assert [ref.name for ref in by(found, "According").source.refs] == ["Peter Novak"]


def test_who_says_one_thing_and_asks_another_asks_it_himself(told: Reader) -> None:
    statements = told("Ambassador Leonor Zalabata said the talks went on and asked for patience.")
    assert "Zalabata" in by(statements, "asked").source.refs[0].name


def test_one_of_several_speaks_for_whom_they_speak(told: Reader) -> None:
    statement = only(told("Hamas left the talks. One of its commanders said the raid would go on."))
    assert statement.source.ref is not None
    assert statement.source.ref.name == "One of its commanders"
    assert statement.principal is not None
    assert statement.principal.party == "hamas"


def test_a_noun_alone_points_to_the_group_whose_name_it_ends(told: Reader) -> None:
    statement = only(told("Troops fought the Border Commandos on the river. The commandos denied that any had fallen."))
    assert [ref.party for ref in statement.source.refs] == ["comandos-frontera"]


def test_figures_say_nothing_themselves(told: Reader) -> None:
    found = told("According to preliminary data, two men were wounded.")
    assert all(statement.source.refs == () for statement in found)


def test_a_former_minister_has_no_principal(told: Reader) -> None:
    statement = only(told("Former prime minister Nikol Pashinyan said that the road was open."))
    assert statement.source.refs[0].name == "Nikol Pashinyan"
    assert statement.principal is None
