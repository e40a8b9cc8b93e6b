from __future__ import annotations

import pytest

from standoff.reading.legacy import code_page, unmangled
from standoff.reading.normal import normalise


@pytest.mark.parametrize(
    ("text", "page"),
    [
        ("Vučić said “no” to Petković and Đurić.", "cp1250"),
        ("Vučić said no to Šešelj and Petković.", "iso8859-2"),
        ("Erdoğan said that two soldiers died in Şırnak.", "cp1254"),
        ("François Hollande said “oui” – the café was shut.", "cp1252"),
        ("Müller and Åse Løkke visited São Tomé.", "cp1252"),
    ],
)
def test_names_tell_the_code_page(text: str, page: str) -> None:
    assert code_page(text.encode(page)) == page
    assert normalise(text.encode(page)) == text


def test_mangled_text_is_mended() -> None:
    text = "The army said “two men” died. It’s not true, François and Müller said – “never”."
    shown = text.encode().decode("cp1252", "replace").replace("\ufffd", "\u009d")
    assert unmangled(shown) == text


def test_text_that_is_as_it_was_meant_stays() -> None:
    for text in ("Ã is a letter of São Paulo’s â.", "âge d’or, Â", "Збройні Сили"):
        assert unmangled(text) == text
