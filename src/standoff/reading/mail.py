"""Read e-mail: the body of one message, with its subject, sender and day."""

from __future__ import annotations

from collections.abc import Iterator
from email import message_from_bytes, policy
from email.errors import MessageError
from email.message import EmailMessage, MIMEPart
from email.utils import parseaddr

from standoff.errors import ReadingError
from standoff.reading.draft import Draft, Input, Stated
from standoff.reading.html import draft_of_html
from standoff.reading.normal import tidy

_MALFORMED = (AttributeError, LookupError, MessageError, TypeError, ValueError)  # what Python raises on odd headers


def read_mail(source: Input) -> Iterator[Draft]:
    """Yield the one draft of a message: its plain body, else its page; attachments are left alone."""
    message = message_from_bytes(source.data, policy=policy.default)
    body = _body(message)
    if body is None or not isinstance(text := _text(body), str) or not text.strip():
        raise ReadingError("the message has no body of text; save what it carries as a file of its own")
    facts = source.stated.over(_facts(message))
    if body.get_content_subtype() == "html":
        yield draft_of_html(Input(source.path, source.data, facts), text, "message/rfc822")
    else:
        yield Draft(source.path, source.data, "message/rfc822", tidy(text), facts)


def _body(message: EmailMessage) -> MIMEPart | None:
    """Return the part that holds the words, or nothing; raises where the message cannot be taken apart."""
    try:
        return message.get_body(("plain", "html"))
    except _MALFORMED as error:
        raise ReadingError(f"the message cannot be taken apart ({error}); save its text as UTF-8") from error


def _text(body: MIMEPart) -> object:
    """Return the content of a body; raises where its encoding is not known."""
    try:
        return body.get_content()
    except _MALFORMED as error:
        raise ReadingError(f"the body of the message cannot be decoded ({error}); save its text as UTF-8") from error


def _facts(message: EmailMessage) -> Stated:
    """Return subject, name of the sender and day of sending; what is malformed is absent."""
    try:
        sent = message["date"].datetime if message["date"] else None
    except _MALFORMED:
        sent = None
    name, address = parseaddr(_header(message, "from"))
    return Stated(
        title=" ".join(_header(message, "subject").split()) or None,
        outlet=name.strip() or address or None,
        published=sent.date().isoformat() if sent else None,
        basis="metadata",
    )


def _header(message: EmailMessage, name: str) -> str:
    """Return the words of a header, as it stands where it is malformed, or none."""
    try:
        return str(message[name] or "")
    except _MALFORMED:
        raw = next(str(words) for key, words in message.raw_items() if key.lower() == name)
        return raw.encode("ascii", "replace").decode()
