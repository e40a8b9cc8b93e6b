from __future__ import annotations

import pytest

from standoff.reading.tongue import code_of, language_of


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (
            "The army denied that its guns had fired on the town, and the governor said that nobody was hurt by it.",
            "en",
        ),
        (
            "Die Armee wies zurück, dass ihre Geschütze auf die Stadt geschossen hätten, und der Gouverneur schwieg.",
            "de",
        ),
        ("Армия отрицает, что её орудия стреляли по городу, а губернатор сообщил, что никто не пострадал.", "ru"),
        (
            "L'armée a nié que ses canons aient tiré sur la ville et le gouverneur a dit que personne n'était blessé.",
            "fr",
        ),
        ("Too short", None),
        ("", None),
    ],
)
def test_languages(text: str, code: str | None) -> None:
    assert language_of(text) == code


@pytest.mark.parametrize(
    ("stated", "code"),
    [
        ("en", "en"),
        ("en-US", "en"),
        ("EN_gb", "en"),
        ("English", "en"),
        ("uk", "uk"),
        ("Ukrainian", None),
        (None, None),
    ],
)
def test_languages_as_stated(stated: str | None, code: str | None) -> None:
    assert code_of(stated) == code


def test_names_in_another_script_do_not_change_the_language() -> None:
    text = (
        "The army (Збройні Сили України) said two men died in Kherson (Херсон). The governor of Zaporizhzhia denied it."
    )
    assert language_of(text) == "en"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Goma taken by rebels as army units flee town, residents say; airport closed.", "en"),
        ("Shells fell on Sotk on Tuesday, residents said. Two people were hurt and a school burned.", "en"),
        ("Dem dey shell di town for night, pipo don run comot, army no gree talk anytin about am", "pcm"),
    ],
)
def test_short_plain_english_is_english(text, language):
    assert language_of(text) == language
