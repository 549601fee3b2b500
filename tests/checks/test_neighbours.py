"""What is like the known bad inputs, and is not among them: refused at its line, or published so that a browser runs and fetches nothing."""

import time
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from xml.etree.ElementTree import Element

import html5lib
import pytest
from builders import (
    BODY,
    PATH,
    TESTS,
    TODAY,
    list_findings,
    make_approved_text,
    make_record,
    make_sources,
    make_text,
)

from policybook.model.findings import Finding, Severity
from policybook.project.templates import read_templates
from policybook.reading import layout
from policybook.site import build
from policybook.site.render import sanitise
from policybook.site.render.types import Settings, Templates

SUMMARY = PATH.replace(".md", ".parents.md")
FOLDER = PATH.rpartition("/")[0] + "/"
PAGE = "docs/about.md"
RULES = "## Rules\n\n"


@dataclass(frozen=True)
class Case:
    """Files, the path and line of the finding that must be among those found, and a word of its message or remedy."""

    name: str
    files: dict[str, str | bytes]
    path: str
    line: int
    word: str


def fields(name: str, line: int, word: str, **changed: str) -> Case:
    return Case(name, {PATH: make_text(BODY, **changed)}, PATH, line, word)


def body(name: str, written: str, word: str, line: int = 11) -> Case:
    return Case(name, {PATH: make_text(RULES + written)}, PATH, line, word)


def page(name: str, written: str | bytes, word: str, line: int = 1) -> Case:
    return Case(name, {PATH: make_text(), PAGE: written}, PAGE, line, word)


def summary(name: str, written: str | bytes, word: str, line: int = 1) -> Case:
    return Case(name, {PATH: make_text(), SUMMARY: written}, SUMMARY, line, word)


def called(name: str, file: str, word: str) -> Case:
    return Case(
        name, {PATH: make_text(), FOLDER + file: make_text(changes="More.")}, FOLDER + file, 1, word
    )


DATES = (
    "2026-02-29",
    "1900-02-29",
    "0000-01-01",
    "20278-09-15",
    "9999-12-31",
    "2026-00-10",
    "2026-13-01",
    "2026-9-1",
    "٢٠٢٦-٠٩-٠١",
    "２０２６-０９-０１",
    "2026-09-01T00:00",
    "2026-W36-1",
    "today",
    "1757894400",
)
YEARS = (
    "0000/01",
    "9999/00",
    "2026/28",
    "2027/26",
    "2026/2027",
    "26/27",
    "2026/27/28",
    "٢٠٢٦/٢٧",
    "2026\u204427",
)
BOMB = "a0: &a0 [x,x,x]\n" + "".join(
    f"a{i}: &a{i} [*a{i - 1},*a{i - 1},*a{i - 1}]\n" for i in range(1, 20)
)

REFUSED = (
    # encodings, line ends, characters
    Case("UTF-16 without a mark", {PATH: make_text().encode("utf-16-le")}, PATH, 1, "NUL"),
    Case("UTF-32", {PATH: make_text().encode("utf-32")}, PATH, 1, "UTF-"),
    Case("Windows-1252", {PATH: make_text("## Café\n\nText\n").encode("cp1252")}, PATH, 9, "UTF-8"),
    Case("half a letter", {PATH: make_text().encode() + b"\xe2\x80"}, PATH, 12, "0xe2"),
    Case("surrogates as UTF-8", {PATH: make_text().encode() + b"\xed\xa0\x80"}, PATH, 12, "UTF-8"),
    Case("a second BOM within", {PATH: "\ufeff\ufeff" + make_text()}, PATH, 1, "front matter"),
    body("escape", "a\x1b[31mb\n", "U+001B"),
    body("form feed", "a\x0cb\n", "U+000C"),
    body("line separator", "a\u2028b\n", "U+2028"),
    body("turned direction", "a\u202eb\u202c\n", "U+202E"),
    body("isolated direction", "a\u2067b\u2069\n", "U+2067"),
    page("UTF-16", "# Über uns\n".encode("utf-16"), "UTF-16"),
    page("Latin-1", b"# Caf\xe9\n", "0xe9"),
    page("NUL", b"# A\n\n\0\n", "NUL", 3),
    summary("UTF-16", "- Be kind. [1.1]\n".encode("utf-16"), "UTF-16"),
    summary("NUL", b"- Be\0 kind. [1.1]\n", "NUL"),
    # dates and years
    *(fields(f"day {day}", 7, "date", review_by=day) for day in DATES),
    *(fields(f"year {year}", 5, "academic year", review_year=year) for year in YEARS),
    # values and names of fields
    fields("turned title", 2, "U+202E", title='"Behaviour\\u202e policy"'),
    fields("zero-width space", 2, "U+200B", title='"Behav\\u200biour"'),
    fields("soft hyphen", 2, "U+00AD", title='"Behav\\u00adiour"'),
    fields("several lines", 2, "several lines", title="|\n  one\n  two"),
    fields("nothing", 2, "nothing", title="~"),
    fields("null", 2, "nothing", title="null"),
    fields("a book of a title", 2, "too long", title="x" * 3000),
    fields("cyrillic letter", 2, "CYRILLIC", title="Вehaviour policy"),
    Case("look-alike field", {PATH: make_text().replace("title:", "titlе:")}, PATH, 2, "CYRILLIC"),
    Case(
        "zero-width field", {PATH: make_text().replace("title:", "tit\u200ble:")}, PATH, 2, "U+200B"
    ),
    Case("capital field", {PATH: make_text().replace("title:", "Title:")}, PATH, 2, "did you mean"),
    Case(
        "field twice by a space",
        {PATH: make_text().replace("---\n", "---\ntitle : x\n", 1)},
        PATH,
        3,
        "twice",
    ),
    # tricks of YAML
    fields("anchor", 2, "anchor", title="&a x"),
    fields("alias", 2, "alias", title="*a"),
    fields("tag that runs", 2, "tag", title="!!python/object/apply:os.system [id]"),
    fields("binary", 2, "tag", title="!!binary aGk="),
    fields("nested brackets", 7, "nest", minute="[" * 5000 + "]" * 5000),
    fields("nested braces", 7, "nested", minute="{a: " * 5000 + "}" * 5000),
    fields("open bracket", 2, "yaml", title="[a"),
    Case("bomb", {PATH: make_text().replace("---\n", "---\n" + BOMB, 1)}, PATH, 2, "anchor"),
    Case(
        "merge key",
        {PATH: make_text().replace("---\n", "---\n<<: {title: x}\n", 1)},
        PATH,
        2,
        "merge",
    ),
    Case("directive", {PATH: make_text().replace("---\n", "---\n%YAML 3.0\n", 1)}, PATH, 2, "yaml"),
    Case(
        "60,000 fields",
        {
            PATH: make_text().replace(
                "---\n", "---\n" + "".join(f"k{i}: x\n" for i in range(60_000)), 1
            )
        },
        PATH,
        2,
        "unknown",
    ),
    page("bomb", f"---\n{BOMB}---\n\n# About\n", "anchor", 2),
    page("impossible day", "---\ndate: 2026-02-30\n---\n\n# About\n", "front matter", 2),
    page("own template", "---\ntemplate: x.html\n---\n\n# About\n", "template", 2),
    page("words like a field", "Note: closed today\n", "as a field and not show it"),
    # names
    called("reserved on Windows", "con.md", "Windows"),
    called("reserved with an ending", "com1.x.md", "Windows"),
    called("superscript of a reserved name", "COM¹.md", "address"),
    called("trailing dot", "2025-10..md", "address"),
    called("trailing space", "2025-10 .md", "address"),
    called("colon", "2025:10.md", "address"),
    called("no name", ".md", "address"),
    called("ligature", "ﬁ.md", "address"),
    called("wide figures", "２０２５.md", "address"),
    called("a name beyond Windows", "a" * 200 + ".md", "too long"),
    called("bidirectional", "2025\u202e10.md", "invisible"),
    Case(
        "NFC and NFD",
        {PATH: make_text(), FOLDER + "caf\u00e9.png": b"x", FOLDER + "cafe\u0301.png": b"x"},
        FOLDER + "caf\u00e9.png",
        1,
        "differ only",
    ),
    Case(
        "two pages, one address",
        {PATH: make_text(), "docs/a.md": "# A\n", "docs/A/index.md": "# A\n"},
        "docs/a.md",
        1,
        "same address",
    ),
    Case(
        "page of Windows", {PATH: make_text(), "docs/nul.md": "# A\n"}, "docs/nul.md", 1, "Windows"
    ),
    Case(
        "page in a folder of ours",
        {PATH: make_text(), "docs/Assets/x.md": "# A\n"},
        "docs/Assets/x.md",
        1,
        "the build makes a page at the address /assets/",
    ),
    # links and pictures
    *(
        body(f"link {target!r}", f"[a]({target})\n", word)
        for target, word in {
            "JaVaScRiPt:alert(1)": "not allowed",
            "java&#115;cript:alert(1)": "not allowed",
            "javascript&colon;alert(1)": "not allowed",
            "java&Tab;script:x": "not found",
            "&#1;javascript:x": "not found",
            "%6Aavascript:x": "not found",
            "vbscript:x": "not allowed",
            "data:text/html;base64,xx": "not allowed",
            "\u00a0javascript:x": "not",
            "file:///etc/passwd": "drive",
            "//evil.example/x": "https:",
            "\\\\server\\share": "outside",
            "/etc/passwd": "outside",
            "../../../secret.md": "outside",
            "ftp://x.example/": "not allowed",
            "https:\\evil.example": "not a complete address",
            "https://user@[": "not a complete address",
            "blob:https://x.example/1": "not allowed",
        }.items()
    ),
    body("autolink that runs", "<javascript:alert(1)>\n", "not allowed"),
    body("picture with a scheme", "![a](data:image/svg+xml,x)\n", "another site"),
    body("picture of the system", "![a](/etc/passwd)\n", "outside"),
    body("SVG picture", "![a](plan.svg)\n", "SVG"),
    Case(
        "SVG named PNG",
        {PATH: make_text(RULES + "![a](a.png)\n"), FOLDER + "a.png": b"<svg onload='x()'/>"},
        FOLDER + "a.png",
        1,
        "it is not a picture of that kind",
    ),
    page("link that runs", "# A\n\n[x](java&#115;cript:x)\n", "not allowed", 3),
    page("tracker", "# A\n\n![x](//tracker.example/x.png)\n", "another site", 3),
    summary("link that runs", "- [a](javascript:x) [1.1]\n", "not allowed"),
    summary("picture", "- ![a](https://x.example/a.png) [1.1]\n", "no pictures"),
    # what never ends
    body("stars", "*a **a " * 20_000 + "\n", "30,000"),
    body("brackets", "[" * 50_000 + "\n", "30,000"),
    body("open links", "[a](" * 20_000 + "\n", "30,000"),
    body("ampersands", "&" * 100_000 + "\n", "30,000"),
    body("backticks", "".join("`" * i + "a" for i in range(1, 400)) + "\n", "30,000"),
    body("columns", "|a" * 10_000 + "|\n" + "|-" * 10_000 + "|\n", "50 columns"),
    body(
        "cells", "|a" * 3000 + "|\n" + "|-" * 3000 + "|\n" + ("|b" * 3000 + "|\n") * 100, "30,000"
    ),
    body("paragraphs", "word\n\n" * 10_001, "10,000", 11 + 2 * 10_000 - 2),
    body("lists", "".join("  " * i + "- x\n" for i in range(300)), "nested", 29),
    summary("statements", "- a [1.1]\n" * 10_001, "too long to read", 10_001),
    page("brackets", "# A\n\n" + "[" * 50_000 + "\n", "nested", 3),
    page("quotations", "# A\n\n" + ">" * 3000 + " x\n", "nested", 3),
    page("lists", "# A\n\n" + "".join(" " * 4 * i + "- x\n" for i in range(100)), "nested", 23),
    page(
        "backticks", "# A\n\n" + "".join("`" * i + "a" for i in range(1, 400)) + "\n", "nested", 3
    ),
    # settings
    Case(
        "school in a turned name",
        {PATH: make_text(), layout.SCHOOL: 'name: "a\\u202eb"\n'},
        layout.SCHOOL,
        1,
        "U+202E",
    ),
    Case(
        "address that runs",
        {PATH: make_text(), "mkdocs.yml": "site_url: javascript:alert(1)\n"},
        "mkdocs.yml",
        1,
        "web address",
    ),
    Case(
        "address with markup",
        {PATH: make_text(), "mkdocs.yml": 'site_url: https://x/"><script>\n'},
        "mkdocs.yml",
        1,
        "web address",
    ),
    Case(
        "deep vocabulary",
        {PATH: make_text(), layout.VOCABULARY: "[" * 3000},
        layout.VOCABULARY,
        1,
        "nest",
    ),
    Case(
        "asked as a list",
        {PATH: make_text(), layout.ASKED_QUESTIONS: "- <script>\n"},
        layout.ASKED_QUESTIONS,
        1,
        "list",
    ),
)


def found_in(files: dict[str, str | bytes]) -> list[Finding]:
    pages = tuple(p for p in files if p.endswith(".md") and not p.startswith(layout.POLICIES))
    return list_findings(make_sources(files, pages))


@pytest.mark.slow
@pytest.mark.parametrize("case", REFUSED, ids=lambda c: c.name)
def test_case_is_refused_at_its_line(case: Case) -> None:
    start = time.process_time()
    hits = found_in(case.files)
    assert time.process_time() - start < 5
    position = [f for f in hits if (f.path, f.line) == (case.path, case.line)]
    assert any(case.word.lower() in f"{f.message} {f.remedy}".lower() for f in position), "\n".join(
        map(str, hits[:5])
    )
    serious = {f.severity for f in hits}
    assert Severity.ERROR in serious or case.name == "cyrillic letter"
    for finding in hits:
        assert str(finding).encode() and not any(c in str(finding) for c in "\x1b\0\u202e\u2028")


# ---------- inert

MARK = "pbmark"
PAYLOADS = (
    f"<script>window.{MARK}=1</script>",
    f'"><img src=x onerror={MARK}()>',
    f"' onmouseover='{MARK}()",
    f"</title><style>*{{background:url(//{MARK}.example)}}</style>",
    f"]]><svg/onload={MARK}()>",
    f"{{{{ {MARK}.__class__ }}}}",
    f"--><iframe src=//{MARK}.example>",
    f"&lt;script&gt;{MARK}&lt;/script&gt;",
)


@cache
def templates() -> Templates:
    return read_templates(TESTS)


def published(files: dict[str, str | bytes]) -> Iterator[tuple[str, bytes]]:
    whole = {**files, layout.RECORD: make_record(files)}  # type: ignore[arg-type]
    settings = Settings(url="https://x.example/", pdf=False)
    website = build.build(make_sources(whole), templates(), TODAY, settings)  # type: ignore[arg-type]
    for asset in website.files():
        yield asset.path, asset.data


def hazards(path: str, page: Element) -> Iterator[str]:
    """What a browser would do, or would not show, that is not ours."""
    for element in page.iter():
        tag = str(element.tag).split("}")[-1]
        if tag in ("iframe", "object", "embed", "base") or (tag == "style" and path != ""):
            yield f"{path}: {tag}"
        if tag in ("script", "style") and MARK in "".join(element.itertext()):
            yield f"{path}: {tag} holds the mark"
        for name, value in element.attrib.items():
            name = str(name).split("}")[-1].lower()
            if name.startswith("on") or name == "style":
                yield f"{path}: {name}"
            if name in ("href", "src", "action") and MARK in str(value) and "://" in str(value):
                yield f"{path}: {name}={value}"


@pytest.mark.slow
@pytest.mark.parametrize("payload", PAYLOADS)
def test_markup_in_fields_becomes_words(payload: str) -> None:
    quoted = '"' + payload.replace("\\", "\\\\").replace('"', '\\"') + '"'
    every = dict.fromkeys(("title", "owner", "approved_by", "minute"), quoted)
    files: dict[str, str | bytes] = {
        PATH: make_approved_text(
            f"## {payload}\n\n**{payload}** and `{payload}`\n\n| {payload} |\n|---|\n| {payload} "
            "|\n",
            **every,
        ),
        PATH.replace("2025-09", "2026-09"): make_text(
            f"## {payload}\n\nOther {payload}\n", changes=f"[{quoted}]", title=quoted
        ),
        SUMMARY: f"## {payload}\n\n- {payload} [1.1]\n",
        layout.SCHOOL: f"name: {quoted}\ncontact: {quoted}\n",
    }
    pages = view = 0
    for path, data in published(files):
        if path.endswith(".html"):
            pages += 1
            parsed = html5lib.parse(data, transport_encoding="utf-8", namespaceHTMLElements=False)
            assert list(hazards(path, parsed)) == []
            view += MARK in "".join(parsed.itertext())
        elif path.endswith(".xml"):
            assert (
                MARK.encode() not in data.replace(b"&lt;", b"").split(b"<script")[-1]
                or b"<script" not in data
            )
    assert pages > 10
    assert view > 8, "the words themselves are shown"


@pytest.mark.parametrize(
    ("website", "rest"),
    [
        (f"<p>a</p><script>{MARK}</script>", "<p>a</p>"),
        (f'<a href="javascript:{MARK}" onclick="{MARK}">a</a>', "<a>a</a>"),
        (f'<a href=" java\nscript:{MARK}">a</a>', "<a>a</a>"),
        (f'<img src="https://{MARK}.example/x.png" alt="a">', '<img alt="a">'),
        (f'<img src="//{MARK}.example/x.png" alt="a">', '<img alt="a">'),
        (f'<img src="\\\\{MARK}.example/x.png" alt="a">', '<img alt="a">'),
        ('<img src="../plan.png" alt="a">', '<img src="../plan.png" alt="a">'),
        (f"<iframe src='https://{MARK}.example'></iframe>b", "b"),
        (f'<meta http-equiv="refresh" content="0;url=//{MARK}.example">b', "b"),
        (f"<svg><script>{MARK}</script></svg>b", "b"),
        (f'<form action="//{MARK}.example"><button>a</button></form>', "a"),
        ('<h2 id="content">a</h2>', '<h2 id="content-1">a</h2>'),
        ('<td style="text-align: right;">', ""),
        (
            '<table><tbody><tr><td style="text-align: right;">1</td></tr></tbody></table>',
            '<table><tbody><tr><td class="pb-right">1</td></tr></tbody></table>',
        ),
    ],
)
def test_ordinary_page_runs_nothing(website: str, rest: str) -> None:
    assert str(sanitise.html(website)) == rest
