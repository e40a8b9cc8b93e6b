from __future__ import annotations

from pathlib import Path

import pytest

from standoff.codebook.publishers import PublisherBook
from standoff.model.document import Reading
from standoff.model.run import Failure
from standoff.reading.read import read

HEAD = (
    "From: {sender}\nTo: desk@example.org\nSubject: Shells fall on\n Goma market\n"
    "Date: Tue, 11 Jun 2024 23:15:00 +0200\n"
)
BODY = "GOMA - The army said on Monday that shells fell on the market in Goma.\n"


def only(path: Path, text: str, publishers: PublisherBook) -> Reading | Failure:
    path.write_text(text, encoding="utf-8")
    (found,) = read(path, publishers)
    return found


@pytest.mark.parametrize(
    ("sender", "outlet"), [("Kivu Watch <press@kivu.example>", "Kivu Watch"), ("a@b.example", "a@b.example")]
)
def test_a_message_is_its_body_with_subject_sender_and_day(
    tmp_path: Path, publishers: PublisherBook, sender: str, outlet: str
) -> None:
    found = only(tmp_path / "a.eml", f"{HEAD.format(sender=sender)}\n{BODY}", publishers)
    assert isinstance(found, Reading)
    document = found.document
    assert document.text == BODY.rstrip("\n") or document.text == BODY
    assert (document.title, document.publisher) == ("Shells fall on Goma market", outlet)
    assert (document.published.earliest, document.published.basis) == ("2024-06-11", "metadata")
    assert found.raw.media_type == "message/rfc822"


@pytest.mark.parametrize("sender", ['"Kivu (Watch" <@', '"Kivu (Watch" wrote <@>', "Kivu:a Watch;, b@c"])
def test_a_malformed_sender_stops_nothing(tmp_path: Path, publishers: PublisherBook, sender: str) -> None:
    found = only(tmp_path / "a.eml", f"{HEAD.format(sender=sender)}\n{BODY}", publishers)
    assert isinstance(found, Reading)
    assert found.document.text.startswith("GOMA")
    assert found.document.published.earliest == "2024-06-11"


def test_of_several_parts_the_plain_one_is_read_and_attachments_are_not(
    tmp_path: Path, publishers: PublisherBook
) -> None:
    parts = (
        f"--x\nContent-Type: text/html\n\n<p>{BODY}</p>\n--x\nContent-Type: text/plain\n\n{BODY}\n"
        "--x\nContent-Type: text/plain\nContent-Disposition: attachment; filename=a.txt\n\nOther words.\n--x--\n"
    )
    head = f"{HEAD.format(sender='a@b.example')}MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n"
    found = only(tmp_path / "a.eml", f"{head}\n{parts}", publishers)
    assert isinstance(found, Reading)
    assert "Other words" not in found.document.text
    assert "<p>" not in found.document.text


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Subject: nothing\n\n", "no body of text"),
        ("Content-Type: image/png\n\nabc", "no body of text"),
        (f"Content-Type: text/plain; charset=klingon\n\n{BODY}", "cannot be decoded"),
    ],
)
def test_a_message_without_words_is_refused(tmp_path: Path, publishers: PublisherBook, text: str, reason: str) -> None:
    found = only(tmp_path / "a.eml", text, publishers)
    assert isinstance(found, Failure)
    assert reason in found.reason
