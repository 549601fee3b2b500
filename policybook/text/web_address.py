"""Say what an e-mail address is, and what is wrong with the address of a site.

No message shows a user name or a password.
"""

import re
from urllib.parse import SplitResult, urlsplit

#: An e-mail address. An apostrophe is part of a name (o'brien) only between two letters.
MAIL = r"\w(?:[\w.+-]|['’](?=\w)){0,63}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}"
#: The longest address, in characters. Printed sheets and QR codes hold it.
LONGEST = 500
#: RFC 1035, section 2.3.4.
_LONGEST_HOST, _LONGEST_LABEL = 253, 63
_SIGN = re.compile(r"@|%40", re.IGNORECASE)
_AUTHORITY = re.compile(r"[a-z][a-z0-9+.-]*:[/\\]*|[/\\]*", re.IGNORECASE)
#: A user name and a password in an address within other words.
_LOGIN = re.compile(r"([/\\]{2})[^\s/\\]*@")


def find_address_fault(url: str) -> tuple[str, str] | None:
    """Return what is wrong with the address, and the remedy; None for a good one.

    The words follow the name of the setting: “`site_url` is …”.
    """
    if len(url) > LONGEST:
        return (
            f"has {len(url):,} characters, and {LONGEST} are the most",
            "Write only the address where you publish the site.",
        )
    if has_login(url):
        return (
            "holds a user name or a password, which every page would show",
            "Write the address without what is before the @ sign. Change that password if the "
            "file was ever published or sent to anybody.",
        )
    return _find_form_fault(url)


def has_login(url: str) -> bool:
    """Return whether there is a user name or a password before the host."""
    start = _AUTHORITY.match(url)
    host = re.split(r"[/\\?#]", url[start.end() if start else 0 :], maxsplit=1)[0]
    return bool(_SIGN.search(host))


def hide_logins(words: str) -> str:
    """Return the words with “…” in place of each user name and password before an @ sign."""
    return _LOGIN.sub(r"\1…@", words)


def _find_form_fault(url: str) -> tuple[str, str] | None:
    write = (
        "Write the address where you publish the site, such as https://policies.school.example/."
    )
    parts = _split(url)
    if parts is None or parts.scheme not in ("http", "https") or not parts.hostname:
        return f"is {_quote(url)}, which is not a web address", write
    if re.search(r"[\s<>\"'\\]", url):
        return f"is {_quote(url)}, which is not a web address", write
    if not _has_possible_port(parts):
        return (
            "names a port that no server can have",
            "Write a number from 1 to 65535 after the colon, or leave out both.",
        )
    if not _is_possible_host(parts.hostname):
        return f"is {_quote(url)}, whose host no computer can have", write
    if parts.query or parts.fragment or url[-1] in "?#":
        return (
            "has a ? or # in it, so that no page below it could be reached",
            "Leave out that sign and what follows it.",
        )
    return None


def _split(url: str) -> SplitResult | None:
    try:
        return urlsplit(url)
    except ValueError:
        return None


def _has_possible_port(parts: SplitResult) -> bool:
    try:
        return parts.port != 0
    except ValueError:
        return False


def _is_possible_host(host: str) -> bool:
    if ":" in host:  # an address of IPv6, which `urlsplit` has tested
        return True
    labels = host.removesuffix(".").split(".")
    return len(host) <= _LONGEST_HOST and all(0 < len(part) <= _LONGEST_LABEL for part in labels)


def _quote(url: str) -> str:
    """Return the address in quotation marks, without what may be secret or long."""
    if _SIGN.search(url):
        return "an address with an @ sign"
    shown = re.split(r"[?#]", url, maxsplit=1)[0]
    return f"“{shown[:80]}…”" if len(shown) > 80 else f"“{shown}”"
