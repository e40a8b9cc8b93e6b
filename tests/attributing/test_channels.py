from __future__ import annotations

import pytest

from standoff.attributing.attribute import attributed
from standoff.attributing.spans import find_drafts
from tests.attributing.conftest import Reader, grounded
from tests.texts import codebook


@pytest.mark.parametrize(
    ("text", "channel"),
    [
        ("The minister tweeted that the border was shut.", "twitter"),
        ("“The border is shut,” the minister wrote on his Facebook page.", "facebook"),
        ("The rebels said in a post on X that the border was shut.", "twitter"),
        ("“The border is shut,” the rebels wrote on X. Nobody answered.", "twitter"),
        ("The governor said on the Telegram messaging app that the border was shut.", "telegram"),
        ("The general had reported at a command post that the border was shut.", None),
        ("The foreign minister, in an interview to ANI, ruled out mediation.", "interview"),
        ("The governor wrote on Telegram that the border was shut.", "telegram"),
        ("The border is shut, the ministry said in a statement.", "statement"),
        ("The ministry said in an e-mail that the border was shut.", "email"),
        ("The president told Erdogan by phone that the border was shut.", "phone"),
        ("The general told a news conference that the border was shut.", "press conference"),
        ("The statement said the border was shut.", "statement"),
        ("The general said during a meeting with envoys that the border was shut.", "meeting"),
        ("The charity wrote on Mastodon that the border was shut.", "social media"),
        ("The general, posting on X at dawn, declared the border shut.", "twitter"),
        ("Interviewed by a weekly, President Okoro said the border was shut.", "interview"),
        ("Uganda's minister said on Capital FM that the border was shut.", "radio"),
        ("The minister told NTV that the border was shut.", "television"),
        ("The leader wrote in an op-ed that the border was shut.", "article"),
        ("A teacher wrote to the Senate that the border was shut.", "letter"),
        ("Lima protested in a note that its border had been crossed.", "note"),
        ("The envoy protested against the closing of the border.", None),
        ("The minister told the Kyiv Post that the border was shut.", None),
        ("Media reports suggest that the border was shut.", None),
        ("The ministry said the border was shut.", None),
        ("The ministry said on 3 March that the border was shut.", None),
    ],
)
def test_a_channel_is_named_by_cue_adjunct_source_or_hearer(told: Reader, text: str, channel: str | None) -> None:
    assert told(text)[0].channel == channel


def test_a_further_act_in_one_breath_shares_the_channel(told: Reader) -> None:
    statements = told("In a letter to the council, Lima condemned the raid and urged Quito to free the crew.")
    assert [s.channel for s in statements] == ["letter", "letter"]


@pytest.mark.parametrize(
    ("text", "channel"),
    [
        ("Protesters demanded that the mayor resign.", "demonstration"),
        ("Thousands of farmers marched through Lima to demand lower prices.", "demonstration"),
        ("The rally called for the release of the captives.", "rally"),
        ("Her office issued a statement defending the raid.", "statement"),
        ("Speaking by phone, the mayor said the road was shut.", "phone"),
        ("The general warned of war in televised remarks.", "television"),
        ("The agreement says that troops must leave.", "agreement"),
        ("France called on Mali to withdraw from the town in a tweet after a call with Rabat.", "twitter"),
        ("The Washington Post reports that the army left.", None),
    ],
)
def test_a_channel_is_named_by_the_deed_or_by_what_stands_at_the_end(
    told: Reader, text: str, channel: str | None
) -> None:
    assert told(text)[0].channel == channel


def test_what_one_goes_on_to_say_keeps_the_channel(told: Reader) -> None:
    statements = told("The minister said in an interview that the road was shut. He added that it would stay so.")
    assert [s.channel for s in statements] == ["interview", "interview"]


def test_the_same_voice_in_the_same_paragraph_keeps_the_channel_and_another_does_not() -> None:
    text = (
        "Kenyan President William Ruto said on Facebook that the road was shut. “The bridge is safe,” Ruto said. "
        "Ugandan President Yoweri Museveni said the bridge was gone."
    )
    statements = [one.statement for one in attributed(grounded(text), codebook(), find_drafts)]
    assert [s.channel for s in statements] == ["facebook", "facebook", None]


def test_an_account_on_x_is_twitter(told: Reader) -> None:
    assert told("The US Embassy, on its X account, accused the rebels of kidnapping the crew.")[0].channel == "twitter"


def test_what_is_only_told_of_is_no_channel(told: Reader) -> None:
    statements = told(
        'The envoy pointed out that the firm had resumed trade "in violation of the decision," confirming the losses.'
    )
    assert [s.channel for s in statements] == [None, None]
