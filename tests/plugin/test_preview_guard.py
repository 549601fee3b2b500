"""Which names a preview answers to."""

import pytest

pytest.importorskip("mkdocs", reason="MkDocs is left out where the core is tested alone")

from policybook.plugin.preview import is_own_name

NAMES = [
    ("127.0.0.1:8000", "127.0.0.1", True),
    ("localhost", "127.0.0.1", True),
    ("LocalHost:80", "127.0.0.1", True),
    ("[::1]:8000", "127.0.0.1", True),
    ("office-pc:8000", "office-pc", True),  # `mkdocs serve --dev-addr office-pc:8000`
    ("192.168.1.7:8000", "0.0.0.0", True),
    ("[fe80::1]:8000", "0.0.0.0", True),
    ("", "127.0.0.1", False),
    ("evil.example:8000", "127.0.0.1", False),
    ("evil.example", "0.0.0.0", False),
    ("localhost.evil.example", "127.0.0.1", False),
    ("192.168.1.7:8000", "127.0.0.1", False),
    ("127.0.0.1:evil", "127.0.0.1", False),
    ("[::1]evil", "127.0.0.1", False),
    ("evil@127.0.0.1", "127.0.0.1", False),
]


@pytest.mark.parametrize(("header", "host", "answers"), NAMES)
def test_preview_answers_to_its_name(header: str, host: str, answers: bool) -> None:
    assert is_own_name(header, host) == answers
