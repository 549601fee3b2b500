"""How a file was saved: UTF-8 is nothing to speak of, ANSI and UTF-16 are recognised."""

import pytest

from policybook.text import encodings

WORDS = "title: Behaviour\n\nPupils’ phones – café, £5.\n"


@pytest.mark.parametrize(
    ("codec", "recognised", "words"),
    [
        ("cp1252", "cp1252", "ANSI (Windows-1252)"),
        ("utf-16", "utf-16", "UTF-16 (Notepad calls it Unicode)"),
        ("utf-16-le", "utf-16-le", "UTF-16"),
        ("utf-16-be", "utf-16-be", "UTF-16"),
        ("utf-32", "utf-32", "UTF-32"),
    ],
)
def test_encoding_is_recognised(codec: str, recognised: str, words: str) -> None:
    foreign = encodings.recognise(WORDS.encode(codec))
    assert foreign is not None
    assert (foreign.text, foreign.codec) == (WORDS, recognised)
    assert words in foreign.description


@pytest.mark.parametrize("data", [b"", b"a", WORDS.encode(), WORDS.encode("utf-8-sig"), b"a\0b"])
def test_utf8_is_left_alone(data: bytes) -> None:
    assert encodings.recognise(data) is None


@pytest.mark.parametrize("data", ["é".encode() + b" caf\xe9", b"\x81 caf\xe9"])
def test_unknown_bytes_are_not_guessed(data: bytes) -> None:
    foreign = encodings.recognise(data)
    assert foreign is not None
    assert (foreign.codec, "\ufffd" in foreign.text) == ("", True)
