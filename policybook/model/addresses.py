"""Give the address of each page and file of the site, from its root. No other module does."""

import re
from collections.abc import Callable, Iterable
from typing import NewType

from policybook.model import Reader, Summary

#: The address of a page or file of the site. Only this module makes one.
Address = NewType("Address", str)

_table: list[str] = []


def _enter(pattern: str) -> Address:
    """Add `pattern` to the table of addresses and return it."""
    _table.append(pattern)
    return Address(pattern)


def _enter_form(pattern: str) -> Callable[..., Address]:
    """Add `pattern` to the table. Return what fills its braces with names, in their order."""
    braces = tuple(dict.fromkeys(re.findall(r"{(\w+)}", _enter(pattern))))
    return lambda *names: Address(pattern.format(**dict(zip(braces, names, strict=True))))


_OneName = Callable[[str], Address]
_TwoNames = Callable[[str, str], Address]
_ThreeNames = Callable[[str, str, str], Address]

HOME = _enter("")
NOT_FOUND = _enter("404.html")
#: The lists for each kind of reader. A school's own page has the address instead of ours.
FOR_READERS = tuple(map(_enter, ("parents/", "pupils/", "staff/", "governors/")))
PARENTS, PUPILS, STAFF, GOVERNORS = FOR_READERS
REVIEW = _enter("review/")
REVIEW_BY_NAME, REVIEW_BY_GROUP = _enter("review/by-name/"), _enter("review/by-group/")
REVIEW_BY_OWNER = _enter("review/by-owner/")
OUT_OF_DATE, MODELS = _enter("review/out-of-date/"), _enter("review/models/")
READING_AGES, FINDINGS = _enter("review/reading-ages/"), _enter("review/findings/")
REGISTER_JSON, REGISTER_CSV = _enter("review/register.json"), _enter("review/register.csv")
REGISTER_PDF = _enter("review/register.pdf")
CALENDAR = _enter("review/reviews.ics")
READABILITY = _enter("review/readability.json")
DUTIES_OVERVIEW = _enter("review/duties/")
ALL_DUTIES_JSON, ALL_DUTIES_CSV = _enter("review/duties.json"), _enter("review/duties.csv")
LAW = _enter("review/law/")
STATUTORY = _enter("statutory/")
STATUTORY_JSON, STATUTORY_CSV = (
    _enter("statutory/statutory.json"),
    _enter("statutory/statutory.csv"),
)
FEED = _enter("feed.xml")
UPDATES = _enter("get-updates/")
SHARE_PICTURE = _enter("assets/share.gif")
SITEMAP, ROBOTS = _enter("sitemap.xml"), _enter("robots.txt")
MANIFEST, BUILD = _enter("manifest.json"), _enter("build.json")
SEARCH = _enter("search/")
SEARCH_INDEX, SEARCH_FACTS = _enter("assets/search/"), _enter("assets/search/facts.json")
SEARCH_INDEX_APART = _enter("assets/search/not-in-force/")
WORRIED, WORRIED_DATA = _enter("worried/"), _enter("worried/cards.json")
WORRIED_STEPS = _enter("worried/steps.json")
VERIFY = _enter("verify/")
RECORD, CHECKPOINT = _enter("verify/record.jsonl"), _enter("verify/checkpoint")
FORMS, KEPT = _enter("verify/form/"), _enter("verify/kept.json")
ACCESSIBILITY = _enter("accessibility/")
CHECKS = _enter("help/checks/")
NETLIFY_HEADERS = _enter("_headers")
APACHE_HEADERS = _enter(".htaccess")
IIS_HEADERS = _enter("web.config")
#: Apache leads wrong addresses here: see `site.school_pages.host_headers`.
WRONG_ADDRESS = _enter("wrong-address/page.txt")
WRONG_ADDRESS_HEADERS = _enter("wrong-address/.htaccess")
GIT_ATTRIBUTES = _enter(".gitattributes")
EMBED = _enter("embed/")
EMBED_LIST = _enter("embed/policies.html")
EMBED_APACHE_HEADERS = _enter("embed/.htaccess")
EMBED_IIS_HEADERS = _enter("embed/web.config")
#: The section for help. The school may add pages to it.
HELP = Address("help/")

#: The help page for a family of checks.
family: _OneName = _enter_form("help/checks/{family}/")
#: The card for a situation of harm.
help_card: _OneName = _enter_form("worried/{card}/")
#: A file that is an example of a canonical text.
form_file: _OneName = _enter_form("verify/form/{name}")
#: What the sheet is whose foot has these 12 characters.
check_sheet: _OneName = _enter_form("check/{digest}/")
#: The entries of a policy, in a school with a long record.
record_of: _OneName = _enter_form("verify/record/{policy}/")
#: A JSON Schema: of what a school types, or of a data file.
schema: _OneName = _enter_form("schemas/{name}.json")
#: The text in force as another site shows it in a frame.
embedded: _OneName = _enter_form("embed/{policy}/")
#: The feed for `parents`, `pupils`, `staff` or `governors`.
reader_feed: _OneName = _enter_form("feed/{reader}.xml")
#: Where the addresses of a policy begin.
POLICIES = "policies/{policy}/"
#: A policy, which shows its text in force.
policy: _OneName = _enter_form(POLICIES)
#: The feed of one policy.
policy_feed: _OneName = _enter_form("policies/{policy}/feed.xml")
#: One version of a policy.
version: _TwoNames = _enter_form("policies/{policy}/{version}/")
#: The approved text of a version, exactly as its hash covers it.
text: _TwoNames = _enter_form("policies/{policy}/{version}/text.txt")
#: The sections and clauses of a version as data.
clauses_data: _TwoNames = _enter_form("policies/{policy}/{version}/clauses.json")
#: The picture that is at `path` in the folder of the policy.
picture: _TwoNames = _enter_form("policies/{policy}/pictures/{picture}")
#: A version as a PDF.
pdf: _TwoNames = _enter_form("policies/{policy}/{policy}-{version}.pdf")
_summary_pdf: _ThreeNames = _enter_form("policies/{policy}/{policy}-{version}-{reader}.pdf")
#: The page that lists who must do what in a text in force.
duties: _OneName = _enter_form("policies/{policy}/duties/")
#: The duties of a policy as JSON.
duties_json: _OneName = _enter_form("policies/{policy}/duties/duties.json")
#: The duties of a policy as CSV.
duties_csv: _OneName = _enter_form("policies/{policy}/duties/duties.csv")
#: The page that lists the changes of a policy.
history: _OneName = _enter_form("policies/{policy}/changes/")
#: The page that says which version was in force on a day.
on_a_day: _OneName = _enter_form("policies/{policy}/on/")
#: The redline from version `old` to version `new`.
redline: _ThreeNames = _enter_form("policies/{policy}/changes/{old}..{new}/")
#: A redline as data.
changes_data: _ThreeNames = _enter_form("policies/{policy}/changes/{old}..{new}/changes.json")
#: A redline as a PDF. It is beside the page.
redline_pdf: _ThreeNames = _enter_form(
    "policies/{policy}/changes/{old}..{new}/{policy}-{old}-to-{new}.pdf"
)
#: A redline as a Word file. It is beside the page.
redline_word: _ThreeNames = _enter_form(
    "policies/{policy}/changes/{old}..{new}/{policy}-{old}-to-{new}.docx"
)
#: The governors' pack about the step from `old` to `new`.
pack: _ThreeNames = _enter_form("policies/{policy}/changes/{old}..{new}/pack/")
#: The governors' pack as a PDF. It is beside the page.
pack_pdf: _ThreeNames = _enter_form(
    "policies/{policy}/changes/{old}..{new}/pack/{policy}-{old}-to-{new}-pack.pdf"
)


def ordinary(url: str) -> Address:
    """Return the address of an ordinary page. The school chose it with the file name."""
    return Address(url)


def summary(name: str, reader: Reader, number: str = "", language: str = "") -> Address:
    """Return the address of a summary of the text in force, or of version `number`.

    The address of a translation ends with its language code.
    """
    page = version(name, number) if number else policy(name)
    return Address(f"{page}{reader}/{language.lower() + '/' if language else ''}")


def print_view(page: Address) -> Address:
    """Return the address of the printable view of the text or summary at `page`."""
    return Address(f"{page}print/")


def print_style(view: Address) -> Address:
    """Return the address of the style sheet for the printable view at `view`."""
    return Address(f"{view}page.css")


def slip(page: Address) -> Address:
    """Return the address of the slip to sign for the summary for pupils at `page`."""
    return Address(f"{page}slip/")


def summary_pdf(of: Summary) -> Address:
    """Return the address of a summary as a PDF. A translation has its language in the name."""
    reader = f"{of.reader}-{of.language.lower()}" if of.language else str(of.reader)
    return _summary_pdf(of.policy, of.version, reader)


def rule(family_name: str, code: str) -> str:
    """Return the address where the help explains a finding code."""
    return f"{family(family_name)}#{code}"


def index_part(folder: Address, name: str) -> Address:
    """Return the address of a part of the search index in `folder`."""
    return Address(folder + name)


def file_of(page: Address) -> Address:
    """Return the address of the file of a page. The file of a folder is its `index.html`."""
    is_folder = page.endswith("/") or not page
    return Address(f"{page}index.html") if is_folder else page


def sections(pages: Iterable[Address]) -> tuple[str, ...]:
    """Return the first part of each address that no other site may show in a frame, sorted.

    `pages` are those that the school added. A part that ends with `/` is a folder.
    """
    parts = ((first, rest) for first, rest, _ in (a.partition("/") for a in (*_table, *pages)))
    names = {first + rest for first, rest in parts if rest or first.endswith(".html")}
    return tuple(sorted({"", *names} - {EMBED}))


def asset(path: str) -> Address:
    """Return the address of a file of the theme, from its path below `templates/`."""
    return Address(path)


def patterns() -> tuple[str, ...]:
    """Return every row of the table, with braces for what a row leaves open."""
    return tuple(_table)
