"""Where each page and file of the site lives, from the site's root. Nothing else spells an address."""

from policybook.model import Reader, Summary


def policy(name: str) -> str:
    return f"policies/{name}/"


def version(name: str, number: str) -> str:
    return f"policies/{name}/{number}/"


def text(name: str, number: str) -> str:
    """The words of a version as its hash covers them."""
    return f"{version(name, number)}text.txt"


def summary(name: str, reader: Reader, number: str = "", language: str = "") -> str:
    """The summary of the text in force, or of version `number`; a translation by its language code."""
    return f"{version(name, number) if number else policy(name)}{reader}/{language.lower() + '/' if language else ''}"


def printed(address: str) -> str:
    """The printable view of the text or summary at `address`."""
    return f"{address}print/"


def slip(address: str) -> str:
    """The slip to sign of the pupils' summary at `address`."""
    return f"{address}slip/"


def history(name: str) -> str:
    return f"policies/{name}/changes/"


def redline(name: str, old: str, new: str) -> str:
    return f"policies/{name}/changes/{old}..{new}/"


def changes_data(name: str, old: str, new: str) -> str:
    """Where a redline lies as data."""
    return f"{redline(name, old, new)}changes.json"


def duties(name: str = "") -> str:
    """Who must do what, by the text in force of a policy; without a name, the way to all of them."""
    return f"{policy(name) if name else REVIEW}duties/"


def redline_pdf(name: str, old: str, new: str) -> str:
    """Where a redline lies as a PDF: beside its page."""
    return f"{redline(name, old, new)}{name}-{old}-to-{new}.pdf"


def pdf(name: str, number: str) -> str:
    return f"policies/{name}/{name}-{number}.pdf"


def summary_pdf(of: Summary) -> str:
    language = f"-{of.language.lower()}" if of.language else ""
    return f"policies/{of.policy}/{of.policy}-{of.version}-{of.reader}{language}.pdf"


REVIEW = "review/"
READABILITY = "review/readability.json"
FEED = "feed.xml"
SITEMAP = "sitemap.xml"
SEARCH = "search/"
VERIFY = "verify/"
RECORD = "verify/record.jsonl"
ACCESSIBILITY = "accessibility/"
HELP = "help/"
CHECKS = "help/checks/"


def family(name: str) -> str:
    """The help page of a family of checks."""
    return f"{CHECKS}{name}/"


def rule(family_name: str, code: str) -> str:
    """Where the help says what a finding code means."""
    return f"{family(family_name)}#{code}"


def schema(name: str) -> str:
    """The JSON Schema of a kind of file: `version`, `summary` or `school`."""
    return f"schemas/{name}.json"
