"""Where each page and file of the site is, from the site's root. Nothing else spells an address."""

from collections.abc import Iterable, Iterator
from typing import NewType

from policybook.model import Reader, Summary

#: The address of a page or file of the site. Only this module makes one.
Address = NewType("Address", str)

_table: list[str] = []


def _enter(pattern: str) -> Address:
    """Enter an address in the table and return it. What is in braces is filled in later."""
    _table.append(pattern)
    return Address(pattern)


HOME = _enter("")
NOT_FOUND = _enter("404.html")
REVIEW = _enter("review/")
REGISTER_JSON = _enter("review/register.json")
REGISTER_CSV = _enter("review/register.csv")
CALENDAR = _enter("review/reviews.ics")
READABILITY = _enter("review/readability.json")
DUTIES_OVERVIEW = _enter("review/duties/")
ALL_DUTIES_JSON = _enter("review/duties.json")
ALL_DUTIES_CSV = _enter("review/duties.csv")
FEED = _enter("feed.xml")
SITEMAP = _enter("sitemap.xml")
MANIFEST = _enter("manifest.json")
SEARCH = _enter("search/")
SEARCH_INDEX = _enter("assets/search/")
SEARCH_INDEX_APART = _enter("assets/search/not-in-force/")
VERIFY = _enter("verify/")
RECORD = _enter("verify/record.jsonl")
ACCESSIBILITY = _enter("accessibility/")
CHECKS = _enter("help/checks/")
NETLIFY_HEADERS = _enter("_headers")
APACHE_HEADERS = _enter(".htaccess")
IIS_HEADERS = _enter("web.config")
#: A section of ordinary pages: the school may write pages beside ours.
HELP = Address("help/")

_FAMILY = _enter("help/checks/{family}/")
_SCHEMA = _enter("schemas/{name}.json")
_POLICY = _enter("policies/{policy}/")
_VERSION = _enter("policies/{policy}/{version}/")
_TEXT = _enter("policies/{policy}/{version}/text.txt")
_PICTURE = _enter("policies/{policy}/pictures/{picture}")
_PDF = _enter("policies/{policy}/{policy}-{version}.pdf")
_SUMMARY_PDF = _enter("policies/{policy}/{policy}-{version}-{reader}.pdf")
_DUTIES = _enter("policies/{policy}/duties/")
_DUTIES_JSON = _enter("policies/{policy}/duties/duties.json")
_DUTIES_CSV = _enter("policies/{policy}/duties/duties.csv")
_HISTORY = _enter("policies/{policy}/changes/")
_REDLINE = _enter("policies/{policy}/changes/{old}..{new}/")
_CHANGES_DATA = _enter("policies/{policy}/changes/{old}..{new}/changes.json")
_REDLINE_PDF = _enter("policies/{policy}/changes/{old}..{new}/{policy}-{old}-to-{new}.pdf")


def _fill(pattern: Address, **parts: str) -> Address:
    return Address(pattern.format(**parts))


def ordinary(url: str) -> Address:
    """Return the address of an ordinary page, which the school's own file name decides."""
    return Address(url)


def policy(name: str) -> Address:
    return _fill(_POLICY, policy=name)


def version(name: str, number: str) -> Address:
    return _fill(_VERSION, policy=name, version=number)


def text(name: str, number: str) -> Address:
    """Return where the text of a version is as its hash covers it."""
    return _fill(_TEXT, policy=name, version=number)


def summary(name: str, reader: Reader, number: str = "", language: str = "") -> Address:
    """Return the address of a summary of the text in force, or of version `number`.

    A translation's address ends with its language code.
    """
    page = version(name, number) if number else policy(name)
    return Address(f"{page}{reader}/{language.lower() + '/' if language else ''}")


def printed(page: Address) -> Address:
    """Return the address of the printable view of the text or summary at `page`."""
    return Address(f"{page}print/")


def print_style(view: Address) -> Address:
    """Return the address of the style sheet of the printable view at `view`."""
    return Address(f"{view}page.css")


def slip(page: Address) -> Address:
    """Return the address of the slip to sign of the pupils' summary at `page`."""
    return Address(f"{page}slip/")


def picture(name: str, path: str) -> Address:
    """Return where a picture is that lies at `path` in the policy's folder."""
    return _fill(_PICTURE, policy=name, picture=path)


def history(name: str) -> Address:
    return _fill(_HISTORY, policy=name)


def redline(name: str, old: str, new: str) -> Address:
    return _fill(_REDLINE, policy=name, old=old, new=new)


def changes_data(name: str, old: str, new: str) -> Address:
    """Return where a redline is as data."""
    return _fill(_CHANGES_DATA, policy=name, old=old, new=new)


def redline_pdf(name: str, old: str, new: str) -> Address:
    """Return where a redline is as a PDF: beside its page."""
    return _fill(_REDLINE_PDF, policy=name, old=old, new=new)


def duties(name: str) -> Address:
    """Return the page that says who must do what by the text in force of a policy."""
    return _fill(_DUTIES, policy=name)


def duties_json(name: str) -> Address:
    return _fill(_DUTIES_JSON, policy=name)


def duties_csv(name: str) -> Address:
    return _fill(_DUTIES_CSV, policy=name)


def pdf(name: str, number: str) -> Address:
    return _fill(_PDF, policy=name, version=number)


def summary_pdf(of: Summary) -> Address:
    reader = f"{of.reader}-{of.language.lower()}" if of.language else str(of.reader)
    return _fill(_SUMMARY_PDF, policy=of.policy, version=of.version, reader=reader)


def family(name: str) -> Address:
    """Return the help page of a family of checks."""
    return _fill(_FAMILY, family=name)


def rule(family_name: str, code: str) -> str:
    """Return where the help says what a finding code means."""
    return f"{family(family_name)}#{code}"


def schema(name: str) -> Address:
    """Return the JSON Schema of a kind of file: `version`, `summary` or `school`."""
    return _fill(_SCHEMA, name=name)


def index_part(folder: Address, name: str) -> Address:
    """Return the address of a part of the search index in `folder`."""
    return Address(folder + name)


def file_of(page: Address) -> Address:
    """Return the address of a page's file: a folder leads to its `index.html`."""
    is_folder = page.endswith("/") or not page
    return Address(f"{page}index.html") if is_folder else page


def asset(path: str) -> Address:
    """Return the address of a file of the theme: its path below `templates/`."""
    return Address(path)


def _reserved(table: Iterable[str]) -> Iterator[str]:
    """Yield the first part of each address; below the help, where schools write too, two parts.

    `docs/404.md` would be the page 404 as `docs/404.html.md` would: a name counts without `.html`.
    """
    yield "assets"
    for pattern in filter(None, table):
        parts = pattern.rstrip("/").split("/")
        first = "/".join(parts[: 2 if pattern.startswith(HELP) else 1])
        yield from (first, first.removesuffix(".html"))


#: Addresses that an ordinary page cannot have, from the table above.
RESERVED = frozenset(_reserved(_table))
#: Names that a version cannot have, because a page of its policy has that address.
RESERVED_IN_A_POLICY = frozenset(
    {
        parts[2]
        for parts in (pattern.split("/") for pattern in _table if pattern.startswith(_POLICY))
        if len(parts) > 3 and "{" not in parts[2]
    }
    | {"print", "index", *Reader}
)
