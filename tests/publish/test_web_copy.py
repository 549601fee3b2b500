"""A site is fetched from the web: whole, within its time, and only into its folder."""

import json
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from policybook.publish.errors import PublishError
from policybook.publish.web_copy import fetch_copy

HOME = b"<p>Home</p>\n"


class _Host(BaseHTTPRequestHandler):
    """A host that gives what `pages` has, and answers some paths badly."""

    pages: dict[str, bytes]

    def do_GET(self) -> None:
        if self.path == "/slow.html":
            self._answer(200, b"")
            for _ in range(200):
                self.wfile.write(b"x")
                self.wfile.flush()
                time.sleep(0.05)
        elif self.path == "/fault.html":
            self._answer(500, b"fault")
        elif self.path in self.pages:
            self._answer(200, self.pages[self.path])
        else:
            self._answer(403 if self.path == "/.htaccess" else 404, b"no")

    def _answer(self, status: int, data: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", "text/plain")
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, format: str, *args: object) -> None:
        """Print nothing."""


def make_manifest(*paths: str) -> bytes:
    files = dict.fromkeys(paths, "0" * 64)
    return json.dumps({"made_by": "Policybook", "record": "", "files": files}).encode()


@pytest.fixture
def host() -> Iterator[tuple[str, dict[str, bytes]]]:
    pages: dict[str, bytes] = {}
    handler = type("_OneHost", (_Host,), {"pages": pages})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}/", pages
        server.shutdown()


def test_every_file_is_fetched(host: tuple[str, dict[str, bytes]], tmp_path: Path) -> None:
    address, pages = host
    paths = ("index.html", "a/index.html", "a/té xt.txt", ".htaccess", "gone.html")
    pages["/manifest.json"] = make_manifest(*paths)
    pages |= {"/": HOME, "/a/": b"a", "/a/t%C3%A9%20xt.txt": b"t"}
    types = fetch_copy(address.rstrip("/"), tmp_path, 30)
    assert types == dict.fromkeys(paths[:3], "text/plain")
    assert (tmp_path / "index.html").read_bytes() == HOME
    assert (tmp_path / "a/té xt.txt").read_bytes() == b"t"
    assert not (tmp_path / ".htaccess").exists() and not (tmp_path / "gone.html").exists()


@pytest.mark.parametrize("path", ["../evil", "/evil", "a/../../evil", "a\\..\\evil", "c:evil", ""])
def test_nothing_is_written_outside(
    host: tuple[str, dict[str, bytes]], tmp_path: Path, path: str
) -> None:
    address, pages = host
    pages["/manifest.json"] = make_manifest(path)
    pages |= {f"/{path}": b"evil", "/evil": b"evil"}
    (tmp_path / "in").mkdir()
    assert fetch_copy(address, tmp_path / "in", 30) == {}
    assert [p.name for p in tmp_path.rglob("*")] == ["in", "manifest.json"]


FAULTS = [
    (["slow.html"], "did not come within 1 seconds"),
    (["fault.html"], "error 500"),
]


@pytest.mark.parametrize(("paths", "words"), FAULTS)
def test_bad_hosts_are_named(
    host: tuple[str, dict[str, bytes]], tmp_path: Path, paths: list[str], words: str
) -> None:
    address, pages = host
    pages["/manifest.json"] = make_manifest(*paths)
    start = time.monotonic()
    with pytest.raises(PublishError, match=words):
        fetch_copy(address, tmp_path, 1)
    assert time.monotonic() - start < 8


@pytest.mark.parametrize("data", [None, b"{}", b"<html>", b'{"made_by": "Policybook"}'])
def test_other_sites_are_refused(
    host: tuple[str, dict[str, bytes]], tmp_path: Path, data: bytes | None
) -> None:
    address, pages = host
    if data is not None:
        pages["/manifest.json"] = data
    with pytest.raises(PublishError, match=r"no site of Policybook|damaged"):
        fetch_copy(address, tmp_path, 5)


def test_absent_host_is_named(tmp_path: Path) -> None:
    with pytest.raises(PublishError, match="cannot be fetched"):
        fetch_copy("http://127.0.0.1:9/", tmp_path, 5)
