"""A policy in a frame of another site, in Chromium, with the headers that the site's own file says."""

import http.server
import re
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from accessible import faults
from playwright.sync_api import Browser

from tests.browser.pages import DESKTOP, PHONE
from tests.site.test_embedding import find_headers, make_files


class Server(http.server.ThreadingHTTPServer):
    """Serves files from memory. A site adds the headers of its `_headers`."""

    files: dict[str, bytes]

    @property
    def origin(self) -> str:
        return f"http://{self.server_address[0]!s}:{self.server_address[1]}"


class Handler(http.server.BaseHTTPRequestHandler):
    server: Server

    def do_GET(self) -> None:
        path = self.path.partition("?")[0].lstrip("/")
        data = self.server.files.get(f"{path}index.html" if path[-1:] in ("", "/") else path)
        self.send_response(404 if data is None else 200)
        kind = "text/css" if path.endswith(".css") else "text/html; charset=utf-8"
        self.send_header("Content-Type", kind)
        rules = self.server.files.get("_headers", b"").decode()
        for name, value in find_headers(rules, path).items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(data or b"")

    def log_message(self, format: str, *words: Any) -> None:
        pass


@pytest.fixture(scope="module")
def servers() -> Iterator[tuple[Server, Server, Server]]:
    """The site of policies, a site that may embed it, and one that may not."""
    from policybook.plugin import theme  # it needs MkDocs, which the core's tests leave out

    running = [Server(("127.0.0.1", 0), Handler) for _ in range(3)]
    site, friend, stranger = running
    setting = f"embedded_by: {friend.origin}\n".encode()
    site.files = make_files(setting, add_theme=theme.add_theme)
    for other in (friend, stranger):
        other.files = {
            f"{name}/index.html": f'<!doctype html><title>x</title><h1>School</h1>'
            f'<iframe src="{site.origin}/{address}" title="x" width="100%" height="700"></iframe>'.encode()
            for name, address in (("embed", "embed/behaviour/"), ("whole", "policies/behaviour/"), ("list", "embed/"))
        }  # fmt: skip
    for server in running:
        threading.Thread(target=server.serve_forever, daemon=True).start()
    yield site, friend, stranger
    for server in running:
        server.shutdown()
        server.server_close()


@pytest.mark.parametrize(
    ("place", "name", "is_shown"),
    [
        (1, "embed", True),
        (1, "list", True),
        (1, "whole", False),
        (2, "embed", False),
        (2, "list", False),
    ],
)
def test_only_named_sites_show_it(
    browser: Browser,
    servers: tuple[Server, Server, Server],
    place: int,
    name: str,
    is_shown: bool,
) -> None:
    page = browser.new_page()
    page.goto(f"{servers[place].origin}/{name}/")
    frame = page.frames[1]
    assert (frame.locator("main").count() == 1) is is_shown
    page.close()


def test_links_leave_the_frame(browser: Browser, servers: tuple[Server, Server, Server]) -> None:
    site, friend, _ = servers
    page = browser.new_page()
    page.goto(f"{friend.origin}/embed/")
    page.frames[1].locator("a[href='#s3']").first.click()
    assert page.url == f"{friend.origin}/embed/"
    page.frames[1].get_by_text("The whole page").click()
    page.wait_for_url(f"{site.origin}/policies/behaviour/")
    page.close()


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=lambda size: str(size["width"]))
def test_page_fits_its_frame(
    browser: Browser, servers: tuple[Server, Server, Server], size: dict[str, int], tmp_path: Path
) -> None:
    page = browser.new_page(viewport=size)  # type: ignore[arg-type]
    for name in ("embed", "list"):
        page.goto(f"{servers[1].origin}/{name}/")
        width = page.frames[1].evaluate("[document.documentElement.scrollWidth, innerWidth]")
        assert width[0] <= width[1]
        page.screenshot(path=tmp_path / f"{name}-{size['width']}.png")
        background = page.frames[1].evaluate("getComputedStyle(document.body).backgroundColor")
        assert re.fullmatch(r"rgba?\(.*\)", background)
    page.close()


@pytest.mark.accessibility("rules")
@pytest.mark.parametrize("address", ["embed/", "embed/behaviour/", "embed/mobile-phones/"])
def test_pages_are_accessible(
    browser: Browser, servers: tuple[Server, Server, Server], address: str
) -> None:
    page = browser.new_page()
    page.goto(f"{servers[0].origin}/{address}")
    assert list(faults(page, (PHONE, DESKTOP))) == []
    page.close()
