"""Hold the words around the text of a printed document: the cover, and the template's own words."""

from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverText:
    """The words of the template, in `language` (BCP 47). Values replace the names in braces."""

    language: str = "en-GB"
    contents: str = "Contents"
    version: str = "Version {version}"
    page: str = "Page {page} of {pages}"
    fingerprint: str = "Fingerprint of the text: {hash}"
    address: str = "This text is published at"
    printed: str = "Look there to see whether it is in force."
    code: str = "QR code of the address {address}"
    cover_lines: str = "From the cover of the printed document"
    asks: str = "Who to ask (not part of the policy)"
    rule: str = "(rule\u00a0{rules})"
    rules: str = "(rules {rules})"
    both: str = "{rules} and {rule}"
    slip: str = "My agreement"
    slip_lines: tuple[str, ...] = (
        "My name",
        "My class",
        "My signature",
        "Date",
        "Parent's or carer's signature",
        "Date",
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Cover:
    """Everything on the sheets except the text itself, ready to read.

    `standing` is in words, without a full stop: "In force since November 2023". `sheet`
    is the approval and review at the head of a sheet: "Approved by the Governing Body,
    November 2023. Review by 31 August 2025." The first sheet of a version has them in
    `facts`, as labels and values. `notice` is empty for a text in force. `head` is the
    only line below the title at the head of a sheet, in place of version, standing and
    `sheet`: the title and it are cut to one line each.

    `address` is absolute, and `short_address` is the same as people type it. If
    `address` is empty or relative, there is no QR code and no link. `hash12` is the
    first 12 characters of the text's SHA-256. `day` dates the file and is not printed.

    `signed` says whether a pupils' summary ends in a slip to sign; a proposal has none.
    `asks` are the contacts that the text names, a line each. They follow the text.
    `language` is that of the title and the text (BCP 47).
    """

    school: str
    title: str
    version: str
    standing: str
    sheet: str
    address: str
    short_address: str
    hash12: str
    day: date
    kicker: str = ""
    head: str = ""
    notice: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    asks: tuple[str, ...] = ()
    signed: bool = True
    language: str = "en-GB"
    words: CoverText = field(default_factory=CoverText)
