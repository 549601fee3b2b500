"""Addresses of links: each leads where its words say, and hides nothing."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import chain, pairwise
from urllib.parse import parse_qsl, unquote, urlsplit

from policybook.checks.version_findings import finding_at_line, report_warning
from policybook.model import Finding, Inline, Library, Mark, Severity, Version
from policybook.reading.references import link_search, links
from policybook.reading.texts import clauses, markdown, typed_inlines
from policybook.text.quotations import quote_start
from policybook.text.web_address import MAIL

_TOP = "uk|com|org|net|edu|gov|mil|info|int|eu|ie|io|co|app|example|scot|wales|cymru|london"
#: An address among the words of a link: `gov.uk`, `https://www.gov.uk/x`, `office@school.uk`.
_ADDRESS = re.compile(
    rf"(?P<mail>{MAIL})"
    r"|(?P<scheme>https?://)[^\s()<>]{1,500}"
    rf"|(?<![\w.@/-])(?:www\.[a-z0-9-]+(?:\.[a-z0-9-]+)+|(?:[a-z0-9-]+\.)+(?:{_TOP}))\b"
    r"(?P<rest>[/?#][^\s()<>]{0,500})?",
    re.IGNORECASE,
)
_MAY_BE_ADDRESS = re.compile(r"[.@]")
#: An address in plain words that no link covers, and the start of one that goes on below.
_UNREAD = re.compile(
    r"[^\s@<>()]{0,63}[\w\"”'’]@(?:[\w-]{1,63}\.){1,6}[A-Za-z]{2,24}\b"
    r"|(?:https?://|www\.)[^\s<>]{1,500}[‘’“”«»…—–]\w[^\s<>]{0,80}"
)
_BROKEN = re.compile(r"(?:https?://|www\.)[^\s<>()]{1,500}[/_=&?%-]$")
_REST = re.compile(r"[\w.~%-]{0,99}[/_=&?%-]\w[^\s<>()]{0,99}")
#: Greek, Cyrillic, Armenian and Cherokee have letters that look like Latin ones.
_OTHER_LETTER = re.compile("[\u0370-\u052f\u0530-\u058f\u13a0-\u13ff]")
_NUMBER = re.compile(r"[+]?[\d\s().-]+(?:;ext=\d+)?")
_COPIES = {"cc": "a copy goes", "bcc": "a hidden copy goes", "to": "the message goes"}

# What is wrong, the remedy, and the severity.
_Fault = tuple[str, str, Severity]


def links_lead_where_they_say(library: Library, today: date) -> Iterator[Finding]:
    """A link leads to the address that its words show, and its address has no disguise.

    A disguise is a name before `@`, a backslash, a host in letters of another alphabet, a
    telephone number with codes, or an e-mail address that sends copies elsewhere.

    Bad: `[www.gov.uk](https://elsewhere.example/)`, `[gov.uk](https://gov.uk@elsewhere.example/)`.
    Good: `[www.gov.uk](https://www.gov.uk/)`, `[the guidance](https://www.gov.uk/guidance)`.
    Remedy: Open the link, and decide which of the two addresses is right. Write it in both
    places, or let the words say what the page is.
    Codes: link-address.
    """
    for version in library.walk_versions():
        yield from _find_unread_addresses(version)
        for line, inline in link_search.find_links(version):
            if inline.mark is Mark.LINK:
                yield from _check_link(
                    version.path, link_search.find_line(version, line, inline.target), inline
                )
        for summary in version.summaries:
            for line, inline in link_search.find_summary_links(summary):
                if inline.mark is Mark.LINK:
                    yield from _check_link(summary.path, line, inline)


def _find_unread_addresses(version: Version) -> Iterator[Finding]:
    """Yield each address in plain words that is no link, or of which only a part is one."""
    if not any(sign in version.text for sign in typed_inlines.SIGNS):
        return
    for (start, _), inlines in clauses.walk_blocks(version):
        for hit in chain.from_iterable(map(_UNREAD.finditer, _walk_unlinked(inlines))):
            yield report_warning(
                version,
                link_search.find_line(version, start, hit[0]),
                "link-address",
                f"{quote_start(hit[0])} is no link: nobody can tell where the address starts or "
                "ends",
                "Write the address in < and >, or write a space between it and other words.",
            )
    for place, (line, below) in enumerate(pairwise(version.text.split("\n")), version.body_line):
        if (end := _BROKEN.search(line)) and (rest := _REST.match(below.lstrip("> \t"))):
            yield report_warning(
                version,
                place,
                "link-address",
                f"{quote_start(end[0])} is at the end of its line, so {quote_start(rest[0])} is no "
                "part of the address",
                "Join the two lines without a space, if the address is whole only then.",
            )


def _walk_unlinked(inlines: Sequence[Inline]) -> Iterator[str]:
    """Yield the words that are neither code nor a link."""
    for piece in inlines:
        if piece.mark is Mark.TEXT:
            yield piece.text
        elif piece.mark is not Mark.LINK:
            yield from _walk_unlinked(piece.children)


def _check_link(path: str, line: int, link: Inline) -> Iterator[Finding]:
    if links.is_role(link.target):
        return
    words = markdown.plain_text(link.children).strip()
    for message, remedy, severity in _find_faults(words, link.target.strip()):
        yield finding_at_line(path, line, "link-address", message, remedy, severity)


def _find_faults(words: str, target: str) -> Iterator[_Fault]:
    """Yield what is wrong with an address, most dangerous first; only the first disguise."""
    scheme = target.partition(":")[0].lower()
    disguise = (
        _find_disguise(target)
        if scheme in ("http", "https")
        else _check_mail(target)
        if scheme == "mailto"
        else _check_number(words, target)
        if scheme == "tel"
        else None
    )
    if disguise:
        yield disguise
    # `links_work` reports an address that starts at the root of another site.
    elif target in (f"mailto:{words}", words):
        return
    elif _MAY_BE_ADDRESS.search(words) and scheme != "tel" and not target.startswith("/"):
        yield from _compare(words, target)


def _find_disguise(target: str) -> _Fault | None:
    """Return what hides the true host of a web address, if anything does."""
    try:
        parts = urlsplit(target)
        host = parts.hostname or ""
    # `links_work` reports brackets that no host has.
    except ValueError:
        return None
    if "\\" in unquote(parts.netloc) or "\\" in unquote(target.partition("?")[0]):
        return (
            f"the link {quote_start(target)} has a backslash (\\), which browsers read as /",
            "Write / between the parts of an address.",
            Severity.ERROR,
        )
    if "@" in parts.netloc:
        return (
            f"the link leads to {host}: what is before the @ in {quote_start(target)} is a user "
            "name, not a site",
            f"Write the address without it, such as https://{host}/, if {host} is right.",
            Severity.ERROR,
        )
    return _find_foreign_letter(host)


def _find_foreign_letter(host: str) -> _Fault | None:
    """Return the fault of a host that looks like another, as one of Cyrillic letters does."""
    labels = [_decode_label(label) for label in host.split(".")]
    shown = ".".join(labels)
    letter = _OTHER_LETTER.search(shown)
    if letter and labels[-1].isascii():
        name = f"U+{ord(letter[0]):04X} {unicodedata.name(letter[0], '')}".strip()
        return (
            f"the link leads to {shown} ({_encode_host(labels)}), a host with letters of another "
            f"alphabet: {name}",
            "Open the link. If the site is the right one, write its address in Latin letters.",
            Severity.ERROR,
        )
    if unicodedata.normalize("NFKC", shown) != shown:
        return (
            f"the host {shown} has letters that only look like those of an address",
            f"Type the address again: {unicodedata.normalize('NFKC', shown)}",
            Severity.ERROR,
        )
    return None


def _encode_host(labels: list[str]) -> str:
    """Return a host as computers see it."""
    return ".".join(
        label if label.isascii() else f"xn--{label.encode('punycode').decode('ascii')}"
        for label in labels
    )


def _decode_label(label: str) -> str:
    """Return a part of a host as people see it: `xn--80ak6aa92e` is `аррӏе`."""
    if not label.startswith("xn--"):
        return label
    try:
        return label[4:].encode("ascii").decode("punycode")
    except UnicodeError:
        return label


def _check_mail(target: str) -> _Fault | None:
    """Return the fault of an e-mail address that writes to more people than it shows."""
    _, _, query = target.partition("?")
    for name, value in parse_qsl(query, keep_blank_values=True):
        if name.lower() in _COPIES and value:
            return (
                f"the link writes an e-mail of which {_COPIES[name.lower()]} to {value}",
                "Remove what follows the ? in the address, or say in the text who gets a copy.",
                Severity.WARNING,
            )
    return None


def _check_number(words: str, target: str) -> _Fault | None:
    """Return the fault of a telephone link with codes, or with another number than its words."""
    number = unquote(target.partition(":")[2])
    if not _NUMBER.fullmatch(number):
        return (
            f"the telephone number {quote_start(number)} has signs that are codes, such as * or #",
            "Write only the number: tel:+441632960000.",
            Severity.ERROR,
        )
    if _NUMBER.fullmatch(words) and _digits(words) != _digits(number):
        return (
            f"the words show the number {words}, but the link calls {number}",
            "Write the same number in both places.",
            Severity.ERROR,
        )
    return None


def _digits(number: str) -> str:
    """Return the digits of a British number in one form: 01632 960000 is +44 1632 960000."""
    digits = re.sub(r"\D", "", number.partition(";")[0].replace("(0)", ""))
    return re.sub(r"^(?:00)?44", "0", digits) if len(digits) > 10 else digits


def _compare(words: str, target: str) -> Iterator[_Fault]:
    """Yield a fault if the words show another address than the target."""
    leads = f"but the link leads to {quote_start(target)}"
    for shown in _ADDRESS.finditer(words):
        if shown["mail"]:
            is_same = _is_same_mail(shown["mail"].replace("’", "'"), target)
        else:
            is_same = _is_same_host(shown[0], target)
        if not is_same:
            yield (
                f"the words show {quote_start(shown[0])}, {leads}",
                "Write the right address in both places, or let the words say what the page is.",
                Severity.ERROR,
            )
            return
        if shown[0] == words and not shown["mail"] and not _is_same_path(words, target):
            yield (
                f"the words show {quote_start(words)}, {leads}, another page of that site",
                "Write the right address in both places, or let the words say what the page is.",
                Severity.WARNING,
            )


def _is_same_mail(mail: str, target: str) -> bool:
    """Return whether a link from an e-mail address writes there, or leads to a page of its host."""
    scheme, _, rest = target.partition(":")
    if scheme.lower() == "mailto":
        return mail.casefold() in unquote(rest.partition("?")[0]).casefold().split(",")
    return _is_same_host(mail.partition("@")[2], target)


def _is_same_host(shown: str, target: str) -> bool:
    """Return whether the target is on the host that the words show, or on a part of it."""
    was, now = _host(shown), _host(target)
    return bool(now) and (was == now or now.endswith(f".{was}"))


def _is_same_path(shown: str, target: str) -> bool:
    """Return whether the words show the path of the target, its start, or none."""
    was, now = _path(shown), _path(target)
    return not was or now == was or now.startswith((f"{was}/", f"{was}?", f"{was}#")) or "…" in was


def _host(address: str) -> str:
    """Return the host of an address, without `www.`; empty if it has none."""
    scheme, separator, rest = address.partition("://")
    if separator and scheme.lower() not in ("http", "https"):
        return ""
    host = re.split(r"[/?#:]", rest if separator else address, maxsplit=1)[0]
    return host.casefold().removeprefix("www.").rstrip(".")


def _path(address: str) -> str:
    """Return what follows the host of an address, without a last slash."""
    rest = unquote(address.partition("://")[2] or address)
    path = rest[len(re.split(r"[/?#]", rest, maxsplit=1)[0]) :]
    return path.rstrip("/.,;:")
