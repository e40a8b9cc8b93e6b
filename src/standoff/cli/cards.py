"""Print the words of one voice with their neighbours, and the accounts of a discrepancy one under the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.padding import Padding
from rich.rule import Rule
from rich.text import Text

from standoff.cli.drawing import indented, joined, plain, shorten
from standoff.cli.harmless import clean
from standoff.model.ids import speakable

if TYPE_CHECKING:
    from rich.console import Console

    from standoff.codebook.slots import SlotBook
    from standoff.views.differences import Account, Difference
    from standoff.views.marking import Piece
    from standoff.views.reader import Card

_ACCOUNTS = 6  # of one discrepancy that are printed among others
_FEW_WORDS = 4
_CONTEXT = 160  # characters of a sentence that stand for words too few to tell anything
_MARKS = {"content": "", "evidence": "bold", "cue": "underline", "source": "bold", "said_at": "underline"}


def print_title(out: Console, text: str) -> None:
    """Print the title of a part."""
    out.print()
    out.print(Rule(plain(text, "bold"), align="left", style="dim"))


def print_card(out: Console, shown: Card) -> None:
    """Print one card."""
    said = f"said {shown.said}" if shown.said else ""
    hearsay = "as hearsay" if shown.hedge else ""
    out.print(plain(" › ".join(shown.crumbs), "bold") + plain(f" · {joined([shown.act, hearsay, said])}", "cyan"))
    before, after = ("… " if shown.cut_before else ""), (" …" if shown.cut_after else "")
    out.print(Padding(plain(before) + marked(shown.pieces) + plain(after), (0, 2, 0, 4)))
    out.print(Padding(plain(joined([shown.outlet, shown.published, speakable(shown.id)]), "dim"), (0, 0, 1, 4)))


def marked(pieces: tuple[Piece, ...]) -> Text:
    """Return a text with its marks drawn: content in brackets, so that they show without colour."""
    drawn_text = Text()
    inside = False
    for piece in pieces:
        content = "content" in piece.kinds
        if content != inside:
            drawn_text.append("⟦" if content else "⟧", style="dim")
            inside = content
        style = " ".join(_MARKS[kind] for kind in piece.kinds if _MARKS.get(kind))
        drawn_text.append(clean(" ".join(piece.text.split("\n"))), style=style)
    return drawn_text.append("⟧", style="dim") if inside else drawn_text


def print_difference(out: Console, difference: Difference, slots: SlotBook, most: int = _ACCOUNTS) -> None:
    """Print a discrepancy with the first of its accounts; the words that differ are bold."""
    discrepancy = difference.discrepancy
    about = slots.slots.get(discrepancy.slot)
    slot = about.label if about else discrepancy.slot.replace("_", " ")
    out.print(
        plain(f"◆ {discrepancy.kind}", "bold yellow")
        + plain(f" · {slot}: {discrepancy.explanation} ")
        + plain(discrepancy.id, "dim")
    )
    for account in difference.accounts[:most]:
        out.print(Padding(_account(account), (0, 0, 0, 4)))
    more = len(difference.accounts) - most
    if more > 0:
        out.print(indented(4, f"and {more} more: standoff show {discrepancy.id}", "dim"))


def _telling(words: str) -> bool:
    """Tell whether words say something by themselves: a figure does, `killed` does not."""
    return len(words.split()) >= _FEW_WORDS or any(char.isdigit() for char in words)


def _account(account: Account) -> Text:
    """Return the words of one account, then who says them, for whom and where."""
    words = Text().join(plain(word.text, "bold" if word.differs else "") for word in account.words)
    if not _telling(words.plain):
        words = plain(shorten(account.context, _CONTEXT)) if account.context else words
        words.highlight_words([account.claim.quote.quote], "bold")
    known = {account.side.casefold(), account.side.casefold().removesuffix("s")}  # "Unnamed sources": "unnamed source"
    speaker = "" if account.speaker.casefold() in known else account.speaker
    outlet = account.heading.outlet if account.heading else ""
    return Text("“").append_text(words).append_text(plain("” " + joined([account.side, speaker, outlet]), "dim"))
