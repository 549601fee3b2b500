"""What stands on a printed document around its text, as plain words: the cover, and what the template itself says."""

from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverText:
    """The words of the template, in `language` (BCP 47). Those in braces are filled in."""

    language: str = "en-GB"
    contents: str = "Contents"
    version: str = "Version {version}"
    page: str = "Page {page} of {pages}"
    fingerprint: str = "Fingerprint of the text: {hash}"
    address: str = "This text is published at"
    printed: str = "Look there to see whether it is in force."
    code: str = "QR code of the address {address}"
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
    """Everything on the sheets that is not the text itself, ready to read.

    `standing` is in words and without a full stop ("In force since November 2023"). `sheet` is what the head of a sheet
    says of approval and review ("Approved by the Governing Body, November 2023. Review by 31 August 2025."); the first
    sheet of a version says it in `facts`, labels with their values. `notice` is empty for a text in force.
    `address` is absolute, `short_address` the same as people type it; where `address` is not, no QR code and no link
    is printed. `hash12` are the first 12 characters of the text's SHA-256. `day` dates the file and is not printed.
    `signed` says whether a pupils' summary ends in a slip to sign: nobody agrees to what is only proposed.
    `asks` are those whom the text names as contacts, each in a line; they stand after it.
    `language` is that of the title and the text, BCP 47.
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
    notice: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    asks: tuple[str, ...] = ()
    signed: bool = True
    language: str = "en-GB"
    words: CoverText = field(default_factory=CoverText)
