"""See soon, and at little cost, what somebody has written in a school's folder."""

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.config.defaults import MkDocsConfig

from policybook.reading.files import layout

if TYPE_CHECKING:
    # It imports a watcher of files, which a build does not need.
    from mkdocs.livereload import LiveReloadServer

#: Seconds between two looks at the folder, and of quiet after a change.
POLLING, QUIET = 0.15, 0.03


def watch_closely(server: "LiveReloadServer", config: MkDocsConfig) -> None:
    """Let `server` look at the school's folder more often than MkDocs does."""
    from watchdog.observers.polling import PollingObserver

    paths = [config.docs_dir, *filter(None, [config.config_file_path])]
    for path in paths:
        server.unwatch(path)
    server.observer = PollingObserver(timeout=POLLING)
    server.build_delay = QUIET
    for path in paths:
        server.watch(path)


def mark_ordinary_files(config: MkDocsConfig) -> str:
    """Return a mark that changes with any file that MkDocs needs, but not with a policy."""
    docs = Path(config.docs_dir)
    folders = (docs, docs.parent / "templates")
    files = [path for folder in folders for path in _walk(str(folder), str(docs))]
    marks = [(path, status.st_mtime_ns, status.st_size) for path, status in files]
    named = docs.parent / "mkdocs.yml"
    marks += [(str(named), named.stat().st_mtime_ns, 0)] if named.is_file() else []
    return hashlib.sha256(repr(sorted(marks)).encode()).hexdigest()


def _walk(folder: str, docs: str) -> Iterator[tuple[str, os.stat_result]]:
    """Yield every file below a folder with its status, without the folders of policies."""
    policies = os.path.join(docs, *layout.POLICIES.strip("/").split("/")[1:])
    for above, folders, names in os.walk(folder):
        if above == policies:
            folders.clear()
        for name in names:
            path = os.path.join(above, name)
            if os.path.isfile(path) and name != os.path.basename(layout.RECORD):
                yield path, os.stat(path)
