"""Give the address of each page and file of the site, from its root. No other module does."""

from collections.abc import Iterable
from typing import NewType

from policybook.model import Reader, Summary

#: The address of a page or file of the site. Only this module makes one.
Address = NewType("Address", str)

_table: list[str] = []


def _enter(pattern: str) -> Address:
    """Add `pattern` to the table of addresses and return it. `_fill` replaces its braces."""
    _table.append(pattern)
    return Address(pattern)


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
#: Apache leads wrong addresses here: see `site.hosting.host_lines.short_apache_file`.
WRONG_ADDRESS = _enter("wrong-address/page.txt")
WRONG_ADDRESS_HEADERS = _enter("wrong-address/.htaccess")
GIT_ATTRIBUTES = _enter(".gitattributes")
EMBED = _enter("embed/")
EMBED_LIST = _enter("embed/policies.html")
EMBED_APACHE_HEADERS = _enter("embed/.htaccess")
EMBED_IIS_HEADERS = _enter("embed/web.config")
#: The section for help. The school may add pages to it.
HELP = Address("help/")

_FAMILY = _enter("help/checks/{family}/")
_CARD = _enter("worried/{card}/")
_FORM_FILE = _enter("verify/form/{name}")
_RECORD_OF = _enter("verify/record/{policy}/")
_SCHEMA = _enter("schemas/{name}.json")
_EMBEDDED = _enter("embed/{policy}/")
_READER_FEED = _enter("feed/{reader}.xml")
_POLICY = _enter("policies/{policy}/")
_POLICY_FEED = _enter("policies/{policy}/feed.xml")
_VERSION = _enter("policies/{policy}/{version}/")
_TEXT = _enter("policies/{policy}/{version}/text.txt")
_CLAUSES = _enter("policies/{policy}/{version}/clauses.json")
_PICTURE = _enter("policies/{policy}/pictures/{picture}")
_PDF = _enter("policies/{policy}/{policy}-{version}.pdf")
_SUMMARY_PDF = _enter("policies/{policy}/{policy}-{version}-{reader}.pdf")
_DUTIES = _enter("policies/{policy}/duties/")
_DUTIES_JSON = _enter("policies/{policy}/duties/duties.json")
_DUTIES_CSV = _enter("policies/{policy}/duties/duties.csv")
_HISTORY = _enter("policies/{policy}/changes/")
_ON_A_DAY = _enter("policies/{policy}/on/")
_REDLINE = _enter("policies/{policy}/changes/{old}..{new}/")
_CHANGES_DATA = _enter("policies/{policy}/changes/{old}..{new}/changes.json")
_REDLINE_PDF = _enter("policies/{policy}/changes/{old}..{new}/{policy}-{old}-to-{new}.pdf")
_REDLINE_WORD = _enter("policies/{policy}/changes/{old}..{new}/{policy}-{old}-to-{new}.docx")
_PACK = _enter("policies/{policy}/changes/{old}..{new}/pack/")
_PACK_PDF = _enter("policies/{policy}/changes/{old}..{new}/pack/{policy}-{old}-to-{new}-pack.pdf")


def _fill(pattern: Address, **parts: str) -> Address:
    """Return the address with the braces of `pattern` replaced by `parts`."""
    return Address(pattern.format(**parts))


def ordinary(url: str) -> Address:
    """Return the address of an ordinary page. The school chose it with the file name."""
    return Address(url)


def policy(name: str) -> Address:
    """Return the address of a policy, which shows its text in force."""
    return _fill(_POLICY, policy=name)


def embedded(name: str) -> Address:
    """Return the address of the text in force as another site shows it in a frame."""
    return _fill(_EMBEDDED, policy=name)


def reader_feed(reader: str) -> Address:
    """Return the address of the feed for `parents`, `pupils`, `staff` or `governors`."""
    return _fill(_READER_FEED, reader=reader)


def policy_feed(name: str) -> Address:
    """Return the address of the feed of one policy."""
    return _fill(_POLICY_FEED, policy=name)


def version(name: str, number: str) -> Address:
    """Return the address of one version of a policy."""
    return _fill(_VERSION, policy=name, version=number)


def text(name: str, number: str) -> Address:
    """Return the address of the approved text of a version, exactly as its hash covers it."""
    return _fill(_TEXT, policy=name, version=number)


def clauses_data(name: str, number: str) -> Address:
    """Return the address of the sections and clauses of a version as data."""
    return _fill(_CLAUSES, policy=name, version=number)


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


def picture(name: str, path: str) -> Address:
    """Return the address of the picture that is at `path` in the folder of the policy."""
    return _fill(_PICTURE, policy=name, picture=path)


def history(name: str) -> Address:
    """Return the address of the page that lists the changes of a policy."""
    return _fill(_HISTORY, policy=name)


def on_a_day(name: str) -> Address:
    """Return the address of the page that says which version was in force on a day."""
    return _fill(_ON_A_DAY, policy=name)


def redline(name: str, old: str, new: str) -> Address:
    """Return the address of the redline from version `old` to version `new`."""
    return _fill(_REDLINE, policy=name, old=old, new=new)


def changes_data(name: str, old: str, new: str) -> Address:
    """Return the address of a redline as data."""
    return _fill(_CHANGES_DATA, policy=name, old=old, new=new)


def redline_pdf(name: str, old: str, new: str) -> Address:
    """Return the address of a redline as a PDF. It is beside the page."""
    return _fill(_REDLINE_PDF, policy=name, old=old, new=new)


def redline_word(name: str, old: str, new: str) -> Address:
    """Return the address of a redline as a Word file. It is beside the page."""
    return _fill(_REDLINE_WORD, policy=name, old=old, new=new)


def pack(name: str, old: str, new: str) -> Address:
    """Return the address of the governors' pack about the step from `old` to `new`."""
    return _fill(_PACK, policy=name, old=old, new=new)


def pack_pdf(name: str, old: str, new: str) -> Address:
    """Return the address of the governors' pack as a PDF. It is beside the page."""
    return _fill(_PACK_PDF, policy=name, old=old, new=new)


def duties(name: str) -> Address:
    """Return the address of the page that lists who must do what in a text in force."""
    return _fill(_DUTIES, policy=name)


def duties_json(name: str) -> Address:
    """Return the address of the duties of a policy as JSON."""
    return _fill(_DUTIES_JSON, policy=name)


def duties_csv(name: str) -> Address:
    """Return the address of the duties of a policy as CSV."""
    return _fill(_DUTIES_CSV, policy=name)


def pdf(name: str, number: str) -> Address:
    """Return the address of a version as a PDF."""
    return _fill(_PDF, policy=name, version=number)


def summary_pdf(of: Summary) -> Address:
    """Return the address of a summary as a PDF. A translation has its language in the name."""
    reader = f"{of.reader}-{of.language.lower()}" if of.language else str(of.reader)
    return _fill(_SUMMARY_PDF, policy=of.policy, version=of.version, reader=reader)


def family(name: str) -> Address:
    """Return the address of the help page for a family of checks."""
    return _fill(_FAMILY, family=name)


def rule(family_name: str, code: str) -> str:
    """Return the address where the help explains a finding code."""
    return f"{family(family_name)}#{code}"


def schema(name: str) -> Address:
    """Return the address of a JSON Schema: of what a school types, or of a data file."""
    return _fill(_SCHEMA, name=name)


def help_card(name: str) -> Address:
    """Return the address of the card for a situation of harm."""
    return _fill(_CARD, card=name)


def record_of(policy_name: str) -> Address:
    """Return the address of the entries of a policy, in a school with a long record."""
    return _fill(_RECORD_OF, policy=policy_name)


def form_file(name: str) -> Address:
    """Return the address of a file that is an example of a canonical text."""
    return _fill(_FORM_FILE, name=name)


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


#: Where the addresses of a policy begin.
POLICIES = _POLICY
