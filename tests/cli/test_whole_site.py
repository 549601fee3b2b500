"""Oakfield's built site: every link has its target, and browsers are told to allow little."""

import re
import xml.etree.ElementTree as ET
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import html5lib
import pytest
from bs4 import BeautifulSoup

from policybook.site.hosting import security_headers

pytestmark = pytest.mark.mkdocs

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def made(live_site: Path) -> dict[str, bytes]:
    return {
        p.relative_to(live_site).as_posix(): p.read_bytes()
        for p in live_site.rglob("*")
        if p.is_file()
    }


@cache
def soup(data: bytes) -> BeautifulSoup:
    return BeautifulSoup(data, "html.parser")


@cache
def anchors(data: bytes) -> frozenset[str]:
    return frozenset(str(tag["id"]) for tag in soup(data).select("[id]"))


def pages(made: dict[str, bytes]) -> dict[str, BeautifulSoup]:
    found = {path: soup(data) for path, data in made.items() if path.endswith(".html")}
    assert len(found) > 25
    return found


def test_every_link_has_its_target(made: dict[str, bytes]) -> None:
    host, wrong = "https://policies.oakfield.example", []
    for path, page in pages(made).items():
        for tag in page.select("a[href], link[href], script[src], img[src], form[action]"):
            target = str(tag.get("href") or tag.get("src") or tag.get("action"))
            parts = urlsplit(urljoin(f"{host}/{path}", target))
            if parts.scheme not in ("http", "https") or f"{parts.scheme}://{parts.netloc}" != host:
                continue
            place = unquote(parts.path).lstrip("/")
            place += "index.html" if place.endswith("/") or not place else ""
            if place not in made:
                wrong.append(f"{path}: {target}")
            elif (
                parts.fragment
                and place.endswith(".html")
                and unquote(parts.fragment) not in anchors(made[place])
            ):
                wrong.append(f"{path}: {target} names nothing")
    assert wrong == []


def test_nothing_is_fetched_from_elsewhere(made: dict[str, bytes]) -> None:
    for path, page in pages(made).items():
        for tag in page.select("[src], link[href], form[action], [srcset], [poster], [data]"):
            if tag.name == "link" and tag.get("rel") == ["canonical"]:
                continue
            target = str(tag.get("src") or tag.get("href") or tag.get("action") or "")
            assert not re.match(r"[a-z][a-z0-9+.-]*:|//", target, re.IGNORECASE), f"{path}: {tag}"
    for path, data in made.items():
        if path.endswith((".css", ".js")):
            fetched = re.findall(
                rb"(?:url\(|@import|fetch\(|import\()\s*[\"']?\s*(?:https?:)?//[^\s\"')]+", data
            )
            assert fetched == [], path
            assert b"document.cookie" not in data


def test_every_page_allows_little(made: dict[str, bytes]) -> None:
    for path, page in pages(made).items():
        told = {
            str(t.get("http-equiv") or t.get("name")): str(t.get("content"))
            for t in page.select("meta[content]")
        }
        assert told["Content-Security-Policy"] == security_headers.CONTENT, path
        assert told["referrer"] == "no-referrer", path
        assert not page.select(
            "style, iframe, object, embed, base, script:not([src], [type='application/ld+json']), [style]"
        ), path
        assert not [
            a for t in page.find_all(True) for a in t.attrs if a.lower().startswith("on")
        ], path
    assert "unsafe" not in security_headers.CONTENT


def test_the_hosts_files_say_the_same(made: dict[str, bytes]) -> None:
    config = ET.fromstring(made["web.config"])
    iis = {e.attrib["name"]: e.attrib["value"] for e in config.iter("add")}
    netlify = dict(
        line.strip().split(": ", 1)
        for line in made["_headers"].decode().partition("/*.html")[0].splitlines()[1:]
    )
    apache = dict(re.findall(r'Header always set (\S+) "([^"]*)"', made[".htaccess"].decode()))
    nginx = dict(
        re.findall(
            r'add_header (\S+) "([^"]*)" always;',
            (ROOT / "docs/help/hosting.md").read_text("utf-8"),
        )
    )
    assert iis == netlify == apache == nginx == security_headers.HEADERS
    assert security_headers.HEADERS["Content-Security-Policy"].startswith(
        f"{security_headers.CONTENT}; frame-ancestors"
    )


def test_each_kind_of_page_is_valid(made: dict[str, bytes]) -> None:
    policy = "policies/social-media/"
    of_policy = ("", "2023-11/", "parents/", "pupils/", "print/", "changes/")
    kinds = ["", *(policy + kind for kind in of_policy), f"{policy}changes/2023-11..2026-12/"]
    kinds += ["review/", "search/", "verify/", "accessibility/", "help/office/"]
    for path in (*(f"{kind}index.html" for kind in kinds), "404.html"):
        html5lib.HTMLParser(strict=True).parse(made[path], transport_encoding="utf-8")


def test_pdf_of_a_redline_is_small(live_site: Path) -> None:
    (pdf,) = live_site.glob("policies/*/changes/*/*.pdf")
    assert pdf.stat().st_size <= 220_000
