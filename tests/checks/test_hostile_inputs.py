"""Hostile inputs beside the known ones: each is refused at its line."""

import time

import pytest
from builders import (
    PATH,
    list_findings,
    make_sources,
    make_text,
)

from policybook.model.findings import Finding, Severity
from policybook.reading.files import layout
from tests.checks.refused_cases import (
    FOLDER,
    RULES,
    RefusedCase,
    make_body_case,
    make_field_case,
    make_name_case,
    make_page_case,
    make_summary_case,
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
    RefusedCase(
        "UTF-16 without a mark", {PATH: make_text().encode("utf-16-le")}, PATH, 1, "UTF-16"
    ),
    RefusedCase("UTF-32", {PATH: make_text().encode("utf-32")}, PATH, 1, "UTF-"),
    RefusedCase(
        "Windows-1252", {PATH: make_text("## Café\n\nText\n").encode("cp1252")}, PATH, 9, "UTF-8"
    ),
    RefusedCase("half a letter", {PATH: make_text().encode() + b"\xe2\x80"}, PATH, 12, "0xe2"),
    RefusedCase(
        "surrogates as UTF-8", {PATH: make_text().encode() + b"\xed\xa0\x80"}, PATH, 12, "UTF-8"
    ),
    RefusedCase(
        "a second BOM within", {PATH: "\ufeff\ufeff" + make_text()}, PATH, 1, "front matter"
    ),
    make_body_case("escape", "a\x1b[31mb\n", "U+001B"),
    make_body_case("form feed", "a\x0cb\n", "U+000C"),
    make_body_case("line separator", "a\u2028b\n", "U+2028"),
    make_body_case("turned direction", "a\u202eb\u202c\n", "U+202E"),
    make_body_case("isolated direction", "a\u2067b\u2069\n", "U+2067"),
    make_page_case("UTF-16", "# Über uns\n".encode("utf-16"), "UTF-16"),
    make_page_case("Latin-1", b"# Caf\xe9\n", "0xe9"),
    make_page_case("NUL", b"# A\n\n\0\n", "NUL", 3),
    make_summary_case("UTF-16", "- Be kind. [1.1]\n".encode("utf-16"), "UTF-16"),
    make_summary_case("NUL", b"- Be\0 kind. [1.1]\n", "NUL"),
    # dates and years
    *(make_field_case(f"day {day}", 7, "date", review_by=day) for day in DATES),
    *(make_field_case(f"year {year}", 5, "academic year", review_year=year) for year in YEARS),
    # values and names of fields
    make_field_case("turned title", 2, "U+202E", title='"Behaviour\\u202e policy"'),
    make_field_case("zero-width space", 2, "U+200B", title='"Behav\\u200biour"'),
    make_field_case("several lines", 2, "several lines", title="|\n  one\n  two"),
    make_field_case("nothing", 2, "nothing", title="~"),
    make_field_case("null", 2, "nothing", title="null"),
    make_field_case("a book of a title", 2, "too long", title="x" * 3000),
    make_field_case("cyrillic letter", 2, "CYRILLIC", title="Вehaviour policy"),
    RefusedCase(
        "look-alike field", {PATH: make_text().replace("title:", "titlе:")}, PATH, 2, "CYRILLIC"
    ),
    RefusedCase(
        "zero-width field", {PATH: make_text().replace("title:", "tit\u200ble:")}, PATH, 2, "U+200B"
    ),
    RefusedCase(
        "capital field", {PATH: make_text().replace("title:", "Title:")}, PATH, 2, "did you mean"
    ),
    RefusedCase(
        "field twice by a space",
        {PATH: make_text().replace("---\n", "---\ntitle : x\n", 1)},
        PATH,
        3,
        "twice",
    ),
    # tricks of YAML
    make_field_case("anchor", 2, "anchor", title="&a x"),
    make_field_case("alias", 2, "alias", title="*a"),
    make_field_case("tag that runs", 2, "tag", title="!!python/object/apply:os.system [id]"),
    make_field_case("binary", 2, "tag", title="!!binary aGk="),
    make_field_case("nested brackets", 7, "nest", minute="[" * 5000 + "]" * 5000),
    make_field_case("nested braces", 7, "nested", minute="{a: " * 5000 + "}" * 5000),
    make_field_case("open bracket", 2, "yaml", title="[a"),
    RefusedCase("bomb", {PATH: make_text().replace("---\n", "---\n" + BOMB, 1)}, PATH, 2, "anchor"),
    RefusedCase(
        "merge key",
        {PATH: make_text().replace("---\n", "---\n<<: {title: x}\n", 1)},
        PATH,
        2,
        "merge",
    ),
    RefusedCase(
        "directive", {PATH: make_text().replace("---\n", "---\n%YAML 3.0\n", 1)}, PATH, 2, "yaml"
    ),
    RefusedCase(
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
    make_page_case("bomb", f"---\n{BOMB}---\n\n# About\n", "anchor", 2),
    make_page_case("impossible day", "---\ndate: 2026-02-30\n---\n\n# About\n", "front matter", 2),
    make_page_case("own template", "---\ntemplate: x.html\n---\n\n# About\n", "template", 2),
    make_page_case("words like a field", "Note: closed today\n", "as a field and not show it"),
    # names
    make_name_case("reserved on Windows", "con.md", "Windows"),
    make_name_case("reserved with an ending", "com1.x.md", "Windows"),
    make_name_case("superscript of a reserved name", "COM¹.md", "address"),
    make_name_case("trailing dot", "2025-10..md", "address"),
    make_name_case("trailing space", "2025-10 .md", "address"),
    make_name_case("colon", "2025:10.md", "address"),
    make_name_case("no name", ".md", "address"),
    make_name_case("ligature", "ﬁ.md", "address"),
    make_name_case("wide figures", "２０２５.md", "address"),
    make_name_case("a name beyond Windows", "a" * 200 + ".md", "too long"),
    make_name_case("bidirectional", "2025\u202e10.md", "invisible"),
    RefusedCase(
        "NFC and NFD",
        {PATH: make_text(), FOLDER + "caf\u00e9.png": b"x", FOLDER + "cafe\u0301.png": b"x"},
        FOLDER + "caf\u00e9.png",
        1,
        "differ only",
    ),
    RefusedCase(
        "two pages, one address",
        {PATH: make_text(), "docs/a.md": "# A\n", "docs/A/index.md": "# A\n"},
        "docs/a.md",
        1,
        "same address",
    ),
    RefusedCase(
        "page of Windows", {PATH: make_text(), "docs/nul.md": "# A\n"}, "docs/nul.md", 1, "Windows"
    ),
    RefusedCase(
        "page in a folder of ours",
        {PATH: make_text(), "docs/Assets/x.md": "# A\n"},
        "docs/Assets/x.md",
        1,
        "the build makes a page at the address /assets/",
    ),
    # links and pictures
    *(
        make_body_case(f"link {target!r}", f"[a]({target})\n", word)
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
    make_body_case("autolink that runs", "<javascript:alert(1)>\n", "not allowed"),
    make_body_case("picture with a scheme", "![a](data:image/svg+xml,x)\n", "another site"),
    make_body_case("picture of the system", "![a](/etc/passwd)\n", "outside"),
    make_body_case("program as a picture", "![a](plan.html)\n", "not allowed"),
    RefusedCase(
        "SVG named PNG",
        {PATH: make_text(RULES + "![a](a.png)\n"), FOLDER + "a.png": b"<svg onload='x()'/>"},
        FOLDER + "a.png",
        1,
        "it is not a picture of that kind",
    ),
    make_page_case("link that runs", "# A\n\n[x](java&#115;cript:x)\n", "not allowed", 3),
    make_page_case("tracker", "# A\n\n![x](//tracker.example/x.png)\n", "another site", 3),
    make_summary_case("link that runs", "- [a](javascript:x) [1.1]\n", "not allowed"),
    make_summary_case("picture", "- ![a](https://x.example/a.png) [1.1]\n", "no pictures"),
    # what never ends
    make_body_case("stars", "*a **a " * 20_000 + "\n", "30,000"),
    make_body_case("brackets", "[" * 50_000 + "\n", "30,000"),
    make_body_case("open links", "[a](" * 20_000 + "\n", "30,000"),
    make_body_case("ampersands", "&" * 100_000 + "\n", "30,000"),
    make_body_case("backticks", "".join("`" * i + "a" for i in range(1, 400)) + "\n", "30,000"),
    make_body_case("columns", "|a" * 10_000 + "|\n" + "|-" * 10_000 + "|\n", "50 columns"),
    make_body_case(
        "cells", "|a" * 3000 + "|\n" + "|-" * 3000 + "|\n" + ("|b" * 3000 + "|\n") * 100, "30,000"
    ),
    make_body_case("paragraphs", "word\n\n" * 10_001, "10,000", 11 + 2 * 10_000 - 2),
    make_body_case("lists", "".join("  " * i + "- x\n" for i in range(300)), "nested", 29),
    make_summary_case("statements", "- a [1.1]\n" * 10_001, "too long to read", 10_001),
    make_page_case("brackets", "# A\n\n" + "[" * 50_000 + "\n", "nested", 3),
    make_page_case("quotations", "# A\n\n" + ">" * 3000 + " x\n", "nested", 3),
    make_page_case(
        "lists", "# A\n\n" + "".join(" " * 4 * i + "- x\n" for i in range(100)), "nested", 23
    ),
    make_page_case(
        "backticks", "# A\n\n" + "".join("`" * i + "a" for i in range(1, 400)) + "\n", "nested", 3
    ),
    # settings
    RefusedCase(
        "school in a turned name",
        {PATH: make_text(), layout.SCHOOL: 'name: "a\\u202eb"\n'},
        layout.SCHOOL,
        1,
        "U+202E",
    ),
    RefusedCase(
        "address that runs",
        {PATH: make_text(), "mkdocs.yml": "site_url: javascript:alert(1)\n"},
        "mkdocs.yml",
        1,
        "web address",
    ),
    RefusedCase(
        "address with markup",
        {PATH: make_text(), "mkdocs.yml": 'site_url: https://x/"><script>\n'},
        "mkdocs.yml",
        1,
        "web address",
    ),
    RefusedCase(
        "deep vocabulary",
        {PATH: make_text(), layout.VOCABULARY: "[" * 3000},
        layout.VOCABULARY,
        1,
        "nest",
    ),
    RefusedCase(
        "asked as a list",
        {PATH: make_text(), layout.ASKED_QUESTIONS: "- <script>\n"},
        layout.ASKED_QUESTIONS,
        1,
        "list",
    ),
)


def check_files(files: dict[str, str | bytes]) -> list[Finding]:
    pages = tuple(p for p in files if p.endswith(".md") and not p.startswith(layout.POLICIES))
    return list_findings(make_sources(files, pages))


@pytest.mark.slow
@pytest.mark.parametrize("case", REFUSED, ids=lambda c: c.name)
def test_case_is_refused_at_its_line(case: RefusedCase) -> None:
    start = time.process_time()
    hits = check_files(case.files)
    assert time.process_time() - start < 5
    position = [f for f in hits if (f.path, f.line) == (case.path, case.line)]
    assert any(case.word.lower() in f"{f.message} {f.remedy}".lower() for f in position), "\n".join(
        map(str, hits[:5])
    )
    serious = {f.severity for f in hits}
    assert Severity.ERROR in serious or case.name in ("cyrillic letter", "asked as a list")
    for finding in hits:
        assert str(finding).encode() and not any(c in str(finding) for c in "\x1b\0\u202e\u2028")
