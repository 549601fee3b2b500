"""The words for a target: a folder, or a folder on a server."""

from pathlib import Path

import pytest

from policybook.publish import PublishError, read_address
from policybook.publish.target_address import SftpAddress


@pytest.mark.parametrize("words", ["/srv/www", "www", "C:\\www", "D:/www", "a:b", "my site"])
def test_other_words_are_folders(words: str) -> None:
    assert read_address(words) == Path(words)


@pytest.mark.parametrize(
    ("words", "host", "user", "port", "path"),
    [
        ("sftp://office@host.example/www", "host.example", "office", 0, "/www"),
        ("SFTP://host.example:2222/a/b/", "host.example", "", 2222, "/a/b"),
        ("sftp://host/~/www", "host", "", 0, "www"),
        ("sftp://office@[2001:db8::1]:22/www", "[2001:db8::1]", "office", 22, "/www"),
        ("sftp://office%40school.example@host/my%20site", "host", "office@school.example", 0, "/my site"),
        ("sftp://u@host/a%22b", "host", "u", 0, '/a"b'),
    ],
)  # fmt: skip
def test_addresses_of_servers(words: str, host: str, user: str, port: int, path: str) -> None:
    assert read_address(words) == SftpAddress(host=host, user=user, port=port, path=path)


@pytest.mark.parametrize(
    "words",
    [
        "",
        " ",
        "ftp://host/www",
        "http://host/www",
        "sftp://office:secret@host/www",
        "sftp://host",
        "sftp://host/",
        "sftp:///www",
        "sftp://-oProxyCommand=evil/www",
        "sftp://-x@host/www",
        "sftp://host/a/../../etc",
        "sftp://host/~/",
        "sftp://host:99999/www",
        "sftp://host:port/www",
        "sftp://host/www?x",
        "sftp://host/a%0Ab",
        "sftp://a b@host/www",
        "sftp://[::1/www",
    ],
)
def test_other_addresses_are_refused(words: str) -> None:
    with pytest.raises(PublishError):
        read_address(words)


def test_password_is_never_repeated() -> None:
    with pytest.raises(PublishError) as fault:
        read_address("sftp://office:quince@host/www")
    assert "quince" not in str(fault.value)
