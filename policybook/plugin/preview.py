"""Show a site on this computer, and make each file when somebody looks at it.

MkDocs' server shows the files of a folder and tells browsers of changes. A file of ours is put
into that folder when a browser asks for it.

A preview answers only to its own name. A page elsewhere can give its own name the address of this
computer (DNS rebinding) and then read the preview, drafts included. Its requests still carry that
name in the header `Host`.
"""

import ipaddress
import posixpath
import threading
from collections.abc import Callable, Iterable
from pathlib import Path
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from policybook.plugin.school_site import broken_page
from policybook.site.build import SchoolFiles, Site
from policybook.site.making.single_files import FileFinder

_LOCAL = ("localhost", "127.0.0.1", "::1")


Head = tuple[str, list[tuple[str, str]]]


class Preview:
    """The site as it is now. Requests may come while it changes."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._finder: FileFinder | None = None
        self._shown: set[str] = set()
        self._changes = 0

    def show(self, site: Site | None, intro: str, school_files: SchoolFiles) -> None:
        """Show `site` from now on; without one, only what MkDocs made. Nothing is made yet.

        Raises `TypesetError` if it needs PDFs and Typst is not installed.
        """
        finder = FileFinder(site, intro, school_files, self._finder) if site else None
        with self._lock:
            self._finder = finder
            self._changes += 1

    def wrap(self, app: WSGIApplication, root: Path, mount: str) -> WSGIApplication:
        """Return `app`, which serves `root` below `mount`, with the files of the site in it."""

        def answer(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
            path = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "ignore")
            if path.startswith("/livereload/") or not path.startswith(mount):
                return app(environ, start_response)
            while True:
                changes = self._changes
                self._put(root, path.removeprefix(mount))
                head, body = _ask(app, environ)
                # The server waits while the site changes, and then gives the older file.
                if changes == self._changes:
                    start_response(*head)
                    return body

        return answer

    def _put(self, root: Path, path: str) -> None:
        """Put the file for which `path` asks into `root`, or the page that says it is missing."""
        inside = posixpath.normpath(f"/{path}").lstrip("/")
        folder = f"{inside}/index.html".lstrip("/")
        names = (folder,) if path.endswith("/") or not path else (inside, folder)
        with self._lock:
            for name in (*names, "404.html"):
                if self._put_file(root / name, name):
                    return

    def _put_file(self, file: Path, name: str) -> bool:
        """Put one file into its place. Return whether it is there."""
        if name not in self._shown and file.is_file():
            return True  # by MkDocs
        try:
            data = self._finder.find(name) if self._finder else None
        except Exception as fault:  # the person who writes sees it in place of the page
            data = f"<!doctype html><body>{broken_page(str(fault))}</body>".encode()
        if data is None:
            if name in self._shown:
                file.unlink(missing_ok=True)
                self._shown.discard(name)
            return False
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
        self._shown.add(name)
        return True


def _ask(app: WSGIApplication, environ: WSGIEnvironment) -> tuple[Head, Iterable[bytes]]:
    """Return the head and the body that `app` answers."""
    heads: list[Head] = []

    def start(status: str, headers: list[tuple[str, str]], *_: object) -> Callable[[bytes], object]:
        heads.append((status, headers))
        return bytes

    body = app(environ, start)
    return heads[-1], body


def guard(app: WSGIApplication, host: str, port: int) -> WSGIApplication:
    """Return the preview `app` of a server at `host`, which refuses requests for other names."""

    def answer(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        if is_own_name(environ.get("HTTP_HOST", ""), host):
            return app(environ, start_response)
        name = "127.0.0.1" if _is_unspecified(host) else host
        words = f"This preview answers only to its own name. Open http://{name}:{port}/\n".encode()
        headers = [
            ("Content-Type", "text/plain; charset=utf-8"),
            ("Content-Length", f"{len(words)}"),
        ]
        start_response("421 Misdirected Request", headers)
        return [words]

    return answer


def is_own_name(header: str, host: str) -> bool:
    """Return whether a `Host` header names the server at `host`, with any port.

    A server at 0.0.0.0 also answers to each address in figures, which no page can rebind.
    """
    name = header.strip().lower()
    if name.startswith("["):
        name, _, rest = name[1:].partition("]")
        port = rest.removeprefix(":") if rest.startswith(":") else rest and "?"
    else:
        name, _, port = name.partition(":")
    if port and not (port.isascii() and port.isdecimal()):
        return False
    return name in (*_LOCAL, host.lower()) or (_is_unspecified(host) and _is_address(name))


def _is_unspecified(host: str) -> bool:
    return host in ("", "0.0.0.0", "::")


def _is_address(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True
