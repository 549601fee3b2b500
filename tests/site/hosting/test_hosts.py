"""The site under real web servers: in the root and in a folder, whatever the host allows."""

from collections.abc import Iterator
from contextlib import AbstractContextManager
from functools import cache

import pytest

from policybook.model import HostLines
from policybook.site.hosting.security_headers import HEADERS
from policybook.site.school_pages import host_headers
from tests.site.hosting.nginx_lines import nginx_lines
from tests.site.web_servers import Answer, apache, fetch, nginx

from ..school_pages.test_host_headers import make_files

pytestmark = pytest.mark.slow
TEXT = "policies/behaviour/2024-09/text.txt"
CALENDAR, RECORD = "review/reviews.ics", "verify/record.jsonl"
#: What is fetched, and the type that a host sends which was told.
FETCHED = {
    "": "text/html;charset=utf-8",
    TEXT: "text/plain;charset=utf-8",
    CALENDAR: "text/calendar;charset=utf-8",
    RECORD: "application/x-ndjson;charset=utf-8",
    "review/register.csv": "text/csv;charset=utf-8",
    "assets/policybook.css": "text/css;charset=utf-8",
}
#: What Debian's Apache sends of its own, without charset.
UNTOLD = {"": "text/html", TEXT: "text/plain", CALENDAR: "text/calendar", RECORD: ""}
WRONG = ("nope", "nope/", "policies/nope/", "policies/behaviour/nope.txt", f"{TEXT}/nope")
NO_FILE = WRONG[:-1]
FOLDERS = ("", "policies")


@cache
def make_site(below: str, lines: HostLines | None = None) -> dict[str, bytes]:
    url = f"https://hill.sch.uk/{below}/" if below else "https://hill.sch.uk/"
    return make_files(url, f"htaccess: {lines}\n".encode() if lines else b"")


def expect_pages(url: str, site: dict[str, bytes], types: dict[str, str]) -> None:
    for path, kind in types.items():
        answer = fetch(url + path)
        assert (answer.status, answer.type) == (200, kind), path
        assert answer.body == site[path or "index.html"], path


def is_own_page(answer: Answer) -> bool:
    return answer.status == 404 and b"Hill View School" in answer.body


def has_headers(answer: Answer) -> bool:
    return {n: answer.headers.get(n.lower()) for n in HEADERS} == HEADERS


@pytest.mark.parametrize("below", FOLDERS)
@pytest.mark.parametrize("override", ["All", "FileInfo", "FileInfo Indexes"])
def test_apache_sends_all_lines(below: str, override: str) -> None:
    site = make_site(below, HostLines.ALL)
    with apache(site, below, override) as url:
        expect_pages(url, site, FETCHED)
        assert has_headers(fetch(url))
        assert all(is_own_page(fetch(url + path)) for path in WRONG)


@pytest.mark.parametrize("below", FOLDERS)
@pytest.mark.parametrize("override", ["All", "AuthConfig Indexes", "Indexes"])
def test_apache_survives_few_lines(below: str, override: str) -> None:
    site = make_site(below, HostLines.FEW)
    with apache(site, below, override) as url:
        expect_pages(url, site, UNTOLD)
        if override == "All":
            assert all(is_own_page(fetch(url + path)) for path in NO_FILE)


@pytest.mark.parametrize("below", FOLDERS)
@pytest.mark.parametrize("override", ["AuthConfig Indexes", "AuthConfig", "FileInfo", "Limit"])
def test_apache_survives_without_lines(below: str, override: str) -> None:
    site = make_site(below, HostLines.NONE)
    with apache(site, below, override) as url:
        expect_pages(url, site, UNTOLD)
        assert {fetch(url + path).status for path in WRONG} == {404}


@pytest.mark.parametrize("below", FOLDERS)
@pytest.mark.parametrize("lines", [None, *HostLines])
def test_apache_may_ignore_the_file(below: str, lines: HostLines | None) -> None:
    site = make_site(below, lines)
    with apache(site, below, "None") as url:
        expect_pages(url, site, UNTOLD)
        assert {fetch(url + path).status for path in WRONG} == {404}


@pytest.mark.parametrize("below", FOLDERS)
def test_lines_can_be_added_by_hand(below: str) -> None:
    """The lines that the help gives, in the host's own settings, whatever files may say."""
    site = make_site(below, HostLines.NONE)
    lines = host_headers.apache_file(f"/{below}/" if below else "/")
    with apache(site, below, "AuthConfig Indexes", lines) as url:
        expect_pages(url, site, FETCHED)
        assert has_headers(fetch(url))
        assert all(is_own_page(fetch(url + path)) for path in WRONG)


DEFAULTS = [("policies", "AuthConfig Indexes"), ("policies", "All"), ("", "All"), ("", "FileInfo")]


@pytest.mark.parametrize(("below", "override"), DEFAULTS)
def test_apache_works_without_the_setting(below: str, override: str) -> None:
    site = make_site(below)
    with apache(site, below, override) as url:
        expect_pages(url, site, UNTOLD if below else FETCHED)
        answers = [fetch(url + path) for path in (NO_FILE if below else WRONG)]
        assert override == "AuthConfig Indexes" or all(map(is_own_page, answers))


def in_nginx(below: str) -> AbstractContextManager[str]:
    lines = nginx_lines(f"/{below}/" if below else "/")
    return nginx(make_site(below), below, lines)


@pytest.fixture(params=FOLDERS)
def nginx_url(request: pytest.FixtureRequest) -> Iterator[tuple[str, dict[str, bytes]]]:
    with in_nginx(request.param) as url:
        yield url, make_site(request.param)


def test_nginx_sends_the_lines(nginx_url: tuple[str, dict[str, bytes]]) -> None:
    url, site = nginx_url
    css = "assets/policybook.css"
    expect_pages(url, site, {path: kind for path, kind in FETCHED.items() if path != css})
    assert fetch(url + css).type.startswith("text/css")
    assert has_headers(fetch(url))
    assert all(is_own_page(fetch(url + path)) for path in WRONG)
    assert fetch(url + TEXT.removesuffix("text.txt")).status == 200
