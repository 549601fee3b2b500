"""Invisible characters and look-alikes: named where they mislead, allowed where a script needs them."""

import pytest

from policybook.text import characters

MISLEADING = [
    "a\udcffb",
    "must\u200bnot",
    "x\ufeffy",
    "a\U000e0041",
    "t\ufe0fn",
    "a\u180eb",
    "a\u3164b",
    "a\u115fb",
    "a\uffa0b",
    "a\u2800b",
    "a\u034fb",
    "a\U0001d173b",
    "a\ufffdb",
    "a\ufffcb",
    "a\u2060b",
    "a\u00ad b",  # a hyphen at the end of a word hides nothing that is needed
    "a\u200db",
    "hello\u200f!",
    "a\u202eb",
    "a\x07b",
    "a\u2028b",
    "a\U000e0101b",
]
NEEDED = [
    "safe\u00adguarded",
    "\u2764\ufe0f",
    "1\ufe0f\u20e3",
    "\u2139\ufe0f",
    "\U0001f469\U0001f3fd\u200d\U0001f3eb",  # a teacher
    "\U0001f3f4\U000e0067\U000e0062\U000e0077\U000e006c\U000e0073\U000e007f",  # the flag of Wales
    "می\u200cخواهم",
    "क्\u200dष",
    "شكر\u200f!",
    "ไทย\u200bภาษา",
    "葛\U000e0100",
    "plain words, café, 10\u00a0%",
]


@pytest.mark.parametrize("text", MISLEADING, ids=ascii)
def test_misleading_character_is_named(text: str) -> None:
    ((_, character),) = characters.find_invisible(text)
    assert f"U+{ord(character):04X}" in characters.describe_invisible(character)


@pytest.mark.parametrize("text", NEEDED, ids=ascii)
def test_needed_character_is_allowed(text: str) -> None:
    assert list(characters.find_invisible(text)) == []


@pytest.mark.parametrize(
    ("line", "word"),
    [
        ("Sоcial media", "Sоcial"),
        ("Pupils must nоt run.", "nоt"),
        ("сор of", "сор"),  # three Cyrillic letters
        ("Behaνiour", "Behaνiour"),  # a Greek letter
        ("𝐁e kind", "𝐁e"),
        ("ＡＢＣ rules", "ＡＢＣ"),
        ("Охрана детей сор", ""),
        ("Дети: see Behaviour", ""),
        ("μm, kΩ, α-helix, πr², Δt", ""),
        ("Ελληνικά και English", ""),
        ("naïve café, Łódź, Ğışi", ""),
        ("行為 ポリシー", ""),
    ],
)
def test_look_alike_is_found(line: str, word: str) -> None:
    hit = characters.find_look_alike(line)
    assert (hit[0] if hit else "") == word


def test_long_line_is_quick() -> None:
    for text in ("\u200b", "о", "\U000e0041", "é\u200d", "\U0001f3f4", "می\u200c", "S\u043e"):
        characters.find_look_alike(text * 20_000)
        for _ in characters.find_invisible(f"é{text * 20_000}"):
            pass
