"""Options and settings of the whole suite."""

import functools
import http.server
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from types import CodeType
from typing import TYPE_CHECKING

import jinja2
import pytest
from accessibility_run import AccessibilityCounter
from builders import list_findings, read_case, write_files
from hypothesis import settings

from policybook.model.findings import Finding
from policybook.reading.files.snapshot import read_sources
from policybook.site.render.renderer import Renderer

if TYPE_CHECKING:
    from jinja2.bccache import Bucket
    from playwright.sync_api import Browser

ROOT = Path(__file__).parent.parent

# The same examples on every run. `--quick` tries fewer; `--hypothesis-profile=search` tries new
# ones.
settings.register_profile("suite", deadline=None, derandomize=True, database=None, max_examples=100)
settings.register_profile("quick", settings.get_profile("suite"), max_examples=15)
settings.register_profile("search", deadline=None, max_examples=5000)
settings.load_profile("suite")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--quick",
        action="store_true",
        help="leave out slow tests, and try few examples of each property",
    )
    parser.addoption(
        "--update-golden",
        action="store_true",
        help="write the golden tree instead of comparing with it",
    )
    parser.addoption(
        "--update-recorded",
        action="store_true",
        help="add new faults to the recorded texts; old entries stay",
    )
    parser.addoption(
        "--update-docs",
        action="store_true",
        help="write the tables of the help instead of comparing with them",
    )
    parser.addoption(
        "--update-pictures",
        action="store_true",
        help="write the pictures of pages, then compare with them",
    )
    parser.addoption(
        "--update-accessibility",
        action="store_true",
        help="write what the tests of accessibility measured, for the statement on the site",
    )


class _CompiledOnce(jinja2.BytecodeCache):
    """Compile a template once a run, not for each of hundreds of small sites.

    The key is the template's text.
    """

    def __init__(self) -> None:
        self.code_by_key: dict[tuple[str, str], CodeType | None] = {}

    def load_bytecode(self, bucket: "Bucket") -> None:
        bucket.code = self.code_by_key.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: "Bucket") -> None:
        self.code_by_key[bucket.key, bucket.checksum] = bucket.code


def pytest_configure(config: pytest.Config) -> None:
    if config.getoption("--update-accessibility"):
        config.pluginmanager.register(AccessibilityCounter(config))
    if config.getoption("--quick"):
        config.option.markexpr = (
            f"({config.option.markexpr}) and not slow" if config.option.markexpr else "not slow"
        )
        settings.load_profile("quick")
    # Otherwise each command in a process would compile MkDocs again, which takes 2 s.
    if os.environ.pop("PYTHONDONTWRITEBYTECODE", ""):
        os.environ["PYTHONPYCACHEPREFIX"] = str(ROOT / ".cache" / "bytecode")
    make, compiled = Renderer._make_environment, _CompiledOnce()

    def remembering(renderer: Renderer) -> jinja2.Environment:
        environment = make(renderer)
        environment.bytecode_cache = compiled
        return environment

    Renderer._make_environment = remembering  # type: ignore[method-assign]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.get_closest_marker("browser") or item.get_closest_marker("mkdocs"):
            item.add_marker(pytest.mark.slow)


@pytest.fixture(scope="session")
def check_document(
    tmp_path_factory: pytest.TempPathFactory,
) -> Callable[[Path], tuple[Path, list[Finding]]]:
    """Return a function that writes a case's folder once a run and returns its findings."""

    @functools.cache
    def found(document: Path) -> tuple[Path, list[Finding]]:
        folder = tmp_path_factory.mktemp(f"{document.parent.name}-{document.stem}", numbered=False)
        write_files(read_case(document).files, folder)
        return folder, list_findings(read_sources(folder))

    return found


@pytest.fixture(scope="session")
def live_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return Oakfield's site with PDFs, as `uv run build.py` makes it. Tests only read it."""
    folder = tmp_path_factory.mktemp("live") / "site"
    command = [sys.executable, "build.py", "--site-dir", str(folder), "--today", "2026-11-22"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


@pytest.fixture(scope="session")
def sample_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the site of the sample school, with PDFs. Tests only read it."""
    folder = tmp_path_factory.mktemp("sample")
    # A copy: no repository of Git holds it, so a record that was just written counts.
    shutil.copytree(
        ROOT / "tests" / "sample-school", folder / "school", ignore=shutil.ignore_patterns(".*")
    )
    command = [sys.executable, "build.py", "--project", str(folder / "school")]
    command += ["--site-dir", str(folder / "site"), "--today", "2026-11-22"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "site"


CHROMIUM = next(
    (
        p
        for p in ("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
        if Path(p).exists()
    ),
    "",
)
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-lcd-text",
    "--font-render-hinting=none",
]


@pytest.fixture(scope="session")
def browser(pytestconfig: pytest.Config) -> "Iterator[Browser]":
    """Yield one Chromium for the whole suite, because Playwright supports only one at a time."""
    from playwright.sync_api import sync_playwright

    if not CHROMIUM:
        missing = "there is no Chromium: install Debian's package chromium"
        if os.environ.get("POLICYBOOK_REQUIRE_BROWSER") == "1":
            pytest.fail(missing)
        pytest.skip(missing)
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        pytestconfig.browser_release = started.version  # type: ignore[attr-defined]
        yield started
        started.close()


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="session")
def serve() -> Iterator[Callable[[Path], str]]:
    """Yield a function that serves a folder and returns its address, which ends in a slash."""
    started: list[tuple[http.server.ThreadingHTTPServer, threading.Thread]] = []

    def start(folder: Path) -> str:
        server = http.server.ThreadingHTTPServer(
            ("127.0.0.1", 0), functools.partial(_Quiet, directory=str(folder))
        )
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        started.append((server, thread))
        return f"http://127.0.0.1:{server.server_port}/"

    yield start
    for server, thread in started:
        server.shutdown()
        server.server_close()
        thread.join()
