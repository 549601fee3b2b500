"""The address of a site: what is refused, and that no message shows a password."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policybook.text.web_address import LONGEST, find_address_fault, hide_logins

GOOD = [
    "https://policies.school.sch.uk/",
    "http://localhost:8000/site/",
    "https://school.example:65535",
    "https://[::1]:8000/",
    "https://schöol.example/",
    "https://school.example/@policies/",  # not before the host
    "https://school.example./",
    "https://school.example/" + "a" * (LONGEST - 23),
]
BAD = [
    ("https://school.example/" + "a" * (LONGEST - 22), "characters"),
    ("https://x.example/" + "a" * 40_000, "40,018 characters"),
    ("https://school.example:65536/", "port"),
    ("https://school.example:0/", "port"),
    ("https://school.example:hunter2/", "port"),
    ("https://school.example:-1/", "port"),
    ("https://school..example/", "host"),
    (f"https://{'a' * 64}.example/", "host"),
    (f"https://{'a.' * 127}example/", "host"),
    ("https://school.example/?token=hunter2", "?"),
    ("https://school.example/#hunter2", "#"),
    ("https://school.example/?", "?"),
    ("ftp://school.example/", "not a web address"),
    ("school.example", "not a web address"),
    ("https:///policies/", "not a web address"),
]
LOGINS = [
    "https://office:hunter2@school.example/",
    "https://hunter2@school.example/",
    "HTTPS://office:hunter2@school.example/",
    "//office:hunter2@school.example/",
    "office:hunter2@school.example",
    "ftp://office:hunter2@school.example/",
    "https:\\\\office:hunter2@school.example/",
    "https://office%3Ahunter2%40school.example/",
    "https://office:hunter2@[::1/",
    "https://office:hunter 2@school.example/",
    "https://office:p@hunter2@school.example/",
]


@pytest.mark.parametrize("url", GOOD)
def test_good_addresses_pass(url: str) -> None:
    assert find_address_fault(url) is None


@pytest.mark.parametrize(("url", "words"), BAD)
def test_impossible_addresses_are_refused(url: str, words: str) -> None:
    fault = find_address_fault(url)
    assert fault is not None
    assert words in fault[0]
    assert "hunter2" not in "".join(fault)
    assert len("".join(fault)) < 400


@pytest.mark.parametrize("url", LOGINS)
def test_logins_are_refused_unseen(url: str) -> None:
    fault = find_address_fault(url)
    assert fault is not None
    assert "user name or a password" in fault[0]
    assert "hunter" not in "".join(fault)


@given(st.text(), st.text())
def test_no_message_shows_a_password(before: str, after: str) -> None:
    fault = find_address_fault(f"https://{before}hunter2secret@{after}")
    assert "hunter2secret" not in "".join(fault or ())


HIDDEN = [
    ("site_url: https://office:hunter2@h.example: x", "site_url: https://…@h.example: x"),
    ("see https://school.example/ or office@school.example", None),
    ("https://a:b@c@d.example", "https://…@d.example"),
]


@pytest.mark.parametrize(("words", "shown"), HIDDEN)
def test_logins_are_hidden_in_words(words: str, shown: str | None) -> None:
    assert hide_logins(words) == (shown or words)
