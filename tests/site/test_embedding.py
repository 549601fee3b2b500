"""Pages that other sites show in a frame: only if the school says so, and with the right headers."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Callable
from datetime import date
from pathlib import Path

import html5lib
import pytest
from bs4 import BeautifulSoup

from policybook.model import addresses
from policybook.model.addresses import Address
from policybook.project.templates import read_templates
from policybook.reading.files.snapshot import Sources, read_sources
from policybook.site import build
from policybook.site.hosting import security_headers
from policybook.site.render.types import Settings, Templates

SCHOOL = Path(__file__).parents[1] / "golden" / "school"
SITES = ("https://www.school.example", "https://*.trust.example")
FRAMES = f"frame-ancestors 'self' {' '.join(SITES)}"
LINE = b"embedded_by: [https://www.school.example, 'https://*.trust.example/']\n"


def make_files(
    more: bytes,
    day: date = date(2026, 11, 22),
    url: str = "",
    add_theme: Callable[[Templates], Templates] = lambda templates: templates,
) -> dict[str, bytes]:
    sources = read_sources(SCHOOL)
    path = "docs/policies/school.yml"
    files = {**sources.files, path: sources.files[path] + more}
    sources = Sources(files=files, pages=sources.pages, findings=sources.findings)
    settings = Settings(pdf=False, url=url)
    site = build.build(sources, add_theme(read_templates(SCHOOL)), day, settings)
    return {file.path: file.data for file in site.files("<p>Welcome.</p>", {})}


@pytest.fixture(scope="module")
def made() -> dict[str, bytes]:
    return make_files(LINE, url="https://policies.school.example/")


def test_nothing_without_the_setting(made: dict[str, bytes]) -> None:
    usual = make_files(b"", url="https://policies.school.example/")
    assert not [path for path in usual if path.startswith("embed/")]
    more = {path for path in made if path not in usual}
    assert more == {
        "embed/index.html",
        "embed/policies.html",
        "embed/.htaccess",
        "embed/web.config",
        "embed/behaviour/index.html",
        "embed/mobile-phones/index.html",
    }
    # Every other file is as it was, but for the headers.
    differ = {path for path in usual if made[path] != usual[path]}
    assert differ == {"_headers"}


@pytest.mark.parametrize("path", ["index.html", "behaviour/index.html", "mobile-phones/index.html"])
def test_pages_are_plain(made: dict[str, bytes], path: str) -> None:
    data = made[f"embed/{path}"]
    html5lib.HTMLParser(strict=True).parse(data, transport_encoding="utf-8")
    page = BeautifulSoup(data, "html.parser")
    (script,) = page.select("script")  # it shows the day's standing
    assert str(script["src"]).startswith(("../assets/standing.js", "../../assets/standing.js"))
    assert not page.select("style, base, form, header, nav, footer, iframe, [style]")
    assert len(page.select("h1")) == 1
    for link in page.select("a[href]"):
        inside = str(link["href"]).startswith("#")
        assert link.get("target") == (None if inside else "_top"), link
        assert not inside or page.find(id=str(link["href"])[1:]), link


def test_whole_text_is_embedded(made: dict[str, bytes]) -> None:
    whole, part = (
        BeautifulSoup(made[f"{folder}/behaviour/index.html"], "html.parser")
        for folder in ("policies", "embed")
    )
    words = [page.select(".pb-text .pb-words p") for page in (whole, part)]
    assert [p.get_text() for p in words[0]] == [p.get_text() for p in words[1]] != []


def test_policy_without_text_says_so(made: dict[str, bytes]) -> None:
    assert b"No text of this policy is in force." in made["embed/mobile-phones/index.html"]
    early = make_files(LINE, date(2023, 1, 1))
    words = b"No text of this policy is in force before September 2023."
    assert words in early["embed/behaviour/index.html"]


def test_list_can_be_pasted(made: dict[str, bytes]) -> None:
    part = BeautifulSoup(made["embed/policies.html"], "html.parser")
    assert not part.select("html, head, script, link")
    assert [(a.get_text(), a["href"]) for a in part.select("ul > li > a")] == [
        ("Behaviour Policy", "https://policies.school.example/policies/behaviour/"),
        ("Mobile Phones Policy", "https://policies.school.example/policies/mobile-phones/"),
    ]


def test_list_needs_no_encoding() -> None:
    made = make_files(LINE.replace(b"embedded", "# é\nembedded".encode()))
    assert made["embed/policies.html"].isascii()


def read_rules(text: str) -> dict[str, dict[str, str]]:
    rules: dict[str, dict[str, str]] = {}
    for line in text.splitlines():
        if line.startswith("/"):
            rule = rules.setdefault(line, {})
        else:
            name, value = line.strip().split(": ", 1)
            rule[name] = value
    return rules


def find_headers(text: str, path: str) -> dict[str, str]:
    """The headers of a path, by every rule that fits. A host may join two values: none has two."""
    headers: dict[str, str] = {}
    for pattern, rule in read_rules(text).items():
        if re.fullmatch(re.escape(pattern).replace(r"\*", ".*"), f"/{path}"):
            assert not headers.keys() & rule.keys(), path
            headers |= rule
    return headers


def test_netlify_frames_only_embedded_pages(made: dict[str, bytes]) -> None:
    text = made["_headers"].decode()
    for path in made:
        address = path.removesuffix("index.html")
        if not path.endswith(".html") or path == "embed/policies.html":
            continue
        headers = find_headers(text, address)
        if path.startswith("embed/"):
            assert headers["Content-Security-Policy"].endswith(FRAMES)
            assert "X-Frame-Options" not in headers
        else:
            headers.pop("Content-Type", None)
            assert headers == security_headers.HEADERS, path


def test_netlify_without_the_setting_is_one_rule() -> None:
    rules = read_rules(make_files(b"")["_headers"].decode())
    assert rules["/*"] == security_headers.HEADERS


def test_folder_files_frame_their_folder(made: dict[str, bytes]) -> None:
    apache = made["embed/.htaccess"].decode()
    (policy,) = re.findall(r'Header always set Content-Security-Policy "([^"]*)"', apache)
    assert policy == f"{security_headers.CONTENT}; {FRAMES}"
    assert "Header always unset X-Frame-Options" in apache
    iis = ET.fromstring(made["embed/web.config"])
    assert {e.attrib["name"] for e in iis.iter("remove")} == {
        "Access-Control-Allow-Origin",
        "Content-Security-Policy",
        "X-Frame-Options",
    }
    assert {e.attrib["name"]: e.attrib["value"] for e in iis.iter("add")}[
        "Content-Security-Policy"
    ] == policy
    assert FRAMES not in made[".htaccess"].decode() + made["web.config"].decode()


def test_sections_have_every_folder_once() -> None:
    sections = addresses.sections([Address("help/own/"), Address("trips/"), Address("a/b/")])
    assert {"", "404.html", "policies/", "review/", "help/", "trips/", "a/"} <= {*sections}
    assert "embed/" not in sections and len(set(sections)) == len(sections)
