"""Test the names of languages."""

import pytest

from policybook.text import languages


@pytest.mark.parametrize(
    ("tag", "native", "english"),
    [
        ("pl", "polski", "Polish"),
        ("cy", "Cymraeg", "Welsh"),
        ("ur", "اردو", "Urdu"),
        ("en-GB", "English", "English"),  # without the region
        ("zz", "zz", "zz"),  # unknown to the CLDR
        ("not a tag", "not a tag", "not a tag"),
    ],
)
def test_names(tag: str, native: str, english: str) -> None:
    assert languages.native_name(tag) == native
    assert languages.english_name(tag) == english


def test_script_is_named() -> None:
    assert languages.english_name("zh-Hant-TW") != languages.english_name("zh-Hans")
