"""The files for web hosts: from one table, below the site's address, safe for every host."""

import re
import xml.etree.ElementTree as ET
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from policybook.model import HostLines
from policybook.project.templates import read_templates
from policybook.reading.files import layout
from policybook.reading.files.snapshot import Sources, read_sources
from policybook.site import build
from policybook.site.hosting.file_types import TYPES
from policybook.site.render.types import Settings
from policybook.site.school_pages import host_headers
from tests.site.hosting.nginx_lines import nginx_lines

ROOT = Path(__file__).parents[3]
SCHOOL = ROOT / "tests/golden/school"
#: Files for hosts and for Git, which nobody fetches; and one without an ending, in ASCII alone.
UNSERVED = {"_headers", ".htaccess", "web.config", ".gitattributes", "CNAME", "checkpoint"}


def make_files(url: str, more: bytes = b"") -> dict[str, bytes]:
    sources = read_sources(SCHOOL)
    path = "docs/policies/school.yml"
    files = {**sources.files, path: sources.files[path] + more}
    sources = Sources(files=files, pages=sources.pages, findings=())
    settings = Settings(pdf=False, url=url)
    site = build.build(sources, read_templates(SCHOOL), date(2026, 11, 22), settings)
    return {file.path: file.data for file in site.files()}


BASES = [
    ("", "/"),
    ("https://hill.sch.uk", "/"),
    ("https://hill.sch.uk/", "/"),
    ("https://hill.sch.uk/policies", "/policies/"),
    ("https://hill.sch.uk//a/b//", "/a/b/"),
    ("https://hill.sch.uk/our%20policies/", "/our%20policies/"),
    ("https://hill.sch.uk/polisïau/", "/polis%C3%AFau/"),
    ("https://hill.sch.uk/a$1;b{c}/", "/a%241%3Bb%7Bc%7D/"),
]


@pytest.mark.parametrize(("url", "base"), BASES)
def test_base_is_the_path(url: str, base: str) -> None:
    assert host_headers.read_base(url) == base


def test_each_ending_is_once_in_the_table() -> None:
    assert {*Counter(t.ending for t in TYPES).values()} == {1}


def test_every_published_ending_is_in_the_table() -> None:
    made = make_files("", b"embedded_by: [https://www.school.example]\n")
    names = {path.rpartition("/")[2] for path in made} - UNSERVED
    assert len(names) > 10
    endings = {f".{name.rpartition('.')[2]}" for name in names}
    of_schools = {
        f".{name}" for name in ["ico", "pdf", "docx", "xlsx", "odt", "ods", "csv", "txt", "ics"]
    } | layout.PICTURES.keys()
    assert all(layout.is_published(f"documents/a{end}") for end in of_schools - {".svg"})
    assert endings | of_schools <= {t.ending for t in TYPES}


@pytest.mark.parametrize("base", ["/", "/policies/"])
def test_every_file_names_every_type(base: str) -> None:
    netlify, apache = host_headers.netlify_file(base), host_headers.apache_file(base)
    iis = ET.fromstring(host_headers.iis_file())
    served = {m.attrib["fileExtension"]: m.attrib["mimeType"] for m in iis.iter("mimeMap")}
    for kind in TYPES:
        assert f"{base}*{kind.ending}\n  Content-Type: {kind.header}\n" in netlify
        assert f"AddType '{kind.header}' {kind.ending}\n" in apache
        assert served[kind.ending] == kind.header
    assert all("charset=utf-8" in t.header for t in TYPES if t.kind.startswith("text/"))


def test_iis_removes_before_it_adds() -> None:
    files = (host_headers.iis_file(), host_headers.embed_iis_file(["https://www.school.example"]))
    for text in files:
        lines = [line.strip() for line in text.splitlines()]
        added = [line for line in lines if line.startswith(("<add ", "<mimeMap "))]
        assert added
        for line in added:
            key = re.search(r'(?:name|fileExtension)="[^"]+"', line)
            assert key and lines.index(f"<remove {key[0]} />") < lines.index(line)


def test_paths_are_below_the_address() -> None:
    made = make_files(
        "https://hill.sch.uk/policies/",
        b"htaccess: all\nembedded_by: [https://www.school.example]\n",
    )
    rules = re.findall(r"(?m)^/.*", made["_headers"].decode())
    assert len(rules) > 10 and all(rule.startswith("/policies/") for rule in rules)
    assert "ErrorDocument 404 /policies/404.html\n" in made[".htaccess"].decode()


CHOICES = [
    ("https://hill.sch.uk/", None, HostLines.ALL),
    ("", None, HostLines.ALL),
    ("https://hill.sch.uk/policies/", None, HostLines.FEW),
    ("https://hill.sch.uk/", HostLines.FEW, HostLines.FEW),
    ("https://hill.sch.uk/policies/", HostLines.ALL, HostLines.ALL),
    ("https://hill.sch.uk/", HostLines.NONE, HostLines.NONE),
]


@pytest.mark.parametrize(("url", "setting", "lines"), CHOICES)
def test_school_chooses_the_lines(url: str, setting: HostLines | None, lines: HostLines) -> None:
    made = make_files(url, f"htaccess: {setting}\n".encode() if setting else b"")
    text = made.get(".htaccess", b"").decode()
    assert ("Header " in text, "FallbackResource " in text) == {
        HostLines.ALL: (True, False),
        HostLines.FEW: (False, True),
        HostLines.NONE: (False, False),
    }[lines]
    assert (".htaccess" in made) == (lines is not HostLines.NONE)
    assert ("wrong-address/page.txt" in made) == (lines is HostLines.FEW)


def test_every_line_is_guarded_or_core() -> None:
    for text in (host_headers.apache_file("/"), host_headers.short_apache_file("/")):
        outside = re.sub(r"(?s)<IfModule.*?</IfModule>\n", "", text)
        assert re.fullmatch(r"(ErrorDocument 404 /404\.html\n)?", outside)


def test_help_has_the_lines_of_the_table() -> None:
    text = (ROOT / "docs/help/hosting.md").read_text(encoding="utf-8")
    for lines in (nginx_lines("/"), host_headers.apache_file("/")):
        assert "".join(f"    {line}\n" for line in lines.splitlines()) in text


def test_line_ends_are_kept_by_git() -> None:
    assert make_files("")[".gitattributes"] == b"* -text\n"
