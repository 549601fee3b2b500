"""Fetch a site from the web into a folder, by its manifest. This must not know policies."""

import time
import urllib.error
import urllib.request
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPException, HTTPResponse
from pathlib import Path
from urllib.parse import quote, urlsplit

from policybook.publish.errors import PublishError
from policybook.publish.manifest import MANIFEST, is_by_policybook, parse_hashes
from policybook.publish.transfer_plan import is_safe

#: Seconds to wait for one answer.
_ONE_ANSWER = 20
_LARGEST = 200_000_000
_AT_ONCE = 8
_GONE = (401, 403, 404, 410)


class _Deadline:
    """The moment after which nothing is fetched."""

    def __init__(self, seconds: float) -> None:
        self._end, self._seconds = time.monotonic() + seconds, seconds

    def wait(self) -> float:
        """Return how many seconds one answer may take. Raise `PublishError` if none are left."""
        left = self._end - time.monotonic()
        if left <= 0:
            raise PublishError(
                f"The site did not come within {self._seconds:g} seconds",
                "Try again later, or give it more time with --seconds.",
            )
        return min(left, _ONE_ANSWER)


def fetch_copy(address: str, folder: Path, seconds: float) -> Mapping[str, str]:
    """Write every file that the site's manifest names into `folder`. Return the types sent.

    The types are by path. A file that the host does not give is left out. Raise
    `PublishError` if the host does not answer, or has no site of Policybook there.
    """
    base, deadline = address.rstrip("/") + "/", _Deadline(seconds)
    answer = _fetch(base + MANIFEST, deadline)
    if answer is None or not is_by_policybook(answer[0]):
        raise PublishError(
            f"There is no site of Policybook at {base}: it has no {MANIFEST}",
            "Give the address of its home page.",
        )
    hashes = parse_hashes(answer[0])
    if isinstance(hashes, str):
        raise PublishError(f"At {base}, {hashes}", "Publish the site again.")
    (folder / MANIFEST).write_bytes(answer[0])
    paths = [path for path in hashes if is_safe(path) and ":" not in path]
    types: dict[str, str] = {}
    with ThreadPoolExecutor(max_workers=_AT_ONCE) as pool:
        try:
            for path, answer in zip(
                paths, pool.map(lambda p: _fetch(_locate(base, p), deadline), paths), strict=True
            ):
                if answer is not None:
                    types[path] = answer[1]
                    file = folder / path
                    file.parent.mkdir(parents=True, exist_ok=True)
                    file.write_bytes(answer[0])
        except BaseException:
            pool.shutdown(cancel_futures=True)
            raise
    return types


def _locate(base: str, path: str) -> str:
    """Return the address of a file as readers open it: hosts lead `index.html` to its folder."""
    folder, _, name = path.rpartition("/")
    shown = (f"{folder}/" if folder else "") if name == "index.html" else path
    return base + quote(shown)


def _fetch(address: str, deadline: _Deadline) -> tuple[bytes, str] | None:
    """Return the body and its type; None if the host does not give that file."""
    request = urllib.request.Request(address, headers={"User-Agent": "Policybook verify"})
    try:
        with urllib.request.urlopen(request, timeout=deadline.wait()) as answer:
            if urlsplit(answer.url).scheme not in ("http", "https"):
                return None
            return _read_body(answer, deadline), answer.headers.get("Content-Type", "")
    except urllib.error.HTTPError as fault:
        with fault:
            if fault.code in _GONE:
                return None
        raise PublishError(
            f"The host answered {address} with the error {fault.code}",
            "If every page has this error, the host may forbid a line of .htaccess: the help "
            "under /help/hosting/ says what to write."
            if fault.code == 500
            else "Ask whoever runs the host.",
        ) from fault
    except (OSError, HTTPException, ValueError) as fault:
        reason = getattr(fault, "reason", None) or str(fault) or type(fault).__name__
        raise PublishError(
            f"{address} cannot be fetched: {reason}", "Check the address and the connection."
        ) from fault


def _read_body(answer: HTTPResponse, deadline: _Deadline) -> bytes:
    """Return the body, read in parts, so that a slow host cannot take longer than allowed."""
    parts: list[bytes] = []
    size = 0
    while part := answer.read1(1 << 16):
        deadline.wait()
        parts.append(part)
        size += len(part)
        if size > _LARGEST:
            raise ValueError("it is larger than 200 MB")
    return b"".join(parts)
