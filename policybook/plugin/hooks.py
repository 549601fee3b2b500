"""The plugin's hooks: MkDocs' values in, the site's pages and files out. No logic of policies."""

import hashlib
import logging
import os
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from jinja2 import Environment
from jinja2.sandbox import ImmutableSandboxedEnvironment
from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from policybook.model import findings
from policybook.plugin import school_site
from policybook.plugin.preview import Preview, guard
from policybook.publish import EarlierSite
from policybook.reading.files import layout
from policybook.site.build import Site

if TYPE_CHECKING:
    # It imports a watcher of files, which a build does not need.
    from mkdocs.livereload import LiveReloadServer

_log = logging.getLogger("mkdocs.plugins.policybook")


class PolicybookConfig(Config):  # type: ignore[no-untyped-call]
    """Options of the plugin in `mkdocs.yml`."""

    today = config_options.Type(str, default="")
    drafts = config_options.Type(bool, default=False)
    pdf = config_options.Type(bool, default=True)


class PolicybookPlugin(BasePlugin[PolicybookConfig]):  # type: ignore[no-untyped-call]
    """The site that is being built. In a preview, also the last site without errors."""

    def __init__(self) -> None:
        self.prepared: Site | None = None  # by our own `build`, which has read the project already
        self.progress: school_site.Progress = school_site.ignore_progress
        self.published: EarlierSite | None = None
        self.serving = self.faulty = False
        self.site: Site | None = None
        self.last_good: Site | None = None
        self.intro, self.broken = "", ""
        self.school_files: dict[str, str] = {}
        self.preview, self.ordinary = Preview(), ""

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        self.serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        config.theme.static_templates = set()  # the core writes 404.html and sitemap.xml
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Read the sources before MkDocs empties the site. A preview keeps its last good one."""
        self.intro, self.school_files = "", {}
        self.ordinary = mark_ordinary_files(config) if self.serving else ""
        self._read_site(config)

    def _read_site(self, config: MkDocsConfig) -> None:
        """Read the sources. Raise `PluginError` if they have errors, but not in a preview."""
        self.broken = ""
        self.site = self.prepared or school_site.read_site(config, **self.config)
        if self.prepared is None and self.site.findings:
            _log.warning("\n%s", school_site.findings_text(self.site))
        if self.prepared is None and not self.serving:
            school_site.refuse_cut_off(self.site, config)
        if not findings.has_errors(self.site.findings):
            if self.serving and self.faulty:
                print("The errors are gone: the preview is up to date again.", flush=True)
            self.last_good, self.faulty = self.site, False
        elif not self.serving:
            raise PluginError("The policies have errors; the site is as it was.")
        elif self.last_good:
            self.faulty = True
            _log.error("The preview still shows the policies as they were before the errors.")
            self.site = self.last_good
        else:
            self.broken = school_site.findings_text(self.site)

    def on_serve(
        self, server: "LiveReloadServer", /, config: MkDocsConfig, builder: Callable[[], None]
    ) -> "LiveReloadServer":
        host, port = str(server.server_address[0]), int(server.server_address[1])
        if app := server.get_app():
            app = self.preview.wrap(app, Path(server.root), server.mount_path)
            server.set_app(guard(app, host, port))
        server.builder = partial(self._follow, config, builder)
        watch_closely(server, config)
        address = f"http://{host}:{port}/"
        print(
            f"The preview is at {address} and follows what you write. Ctrl+C stops it.", flush=True
        )
        return server

    def _follow(self, config: MkDocsConfig, build_all: Callable[[], None]) -> None:
        """Show what was written. MkDocs is only needed if something beside policies changed."""
        if self.broken or mark_ordinary_files(config) != self.ordinary:
            build_all()
            return
        before = self.site
        self._read_site(config)
        if before and self.site:
            self.site = self.site.keep_renderer(before)
        if self.broken:
            build_all()
        else:
            self.preview.show(self.site, self.intro, self.school_files)

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        selected, self.school_files = school_site.select_files(files, config)
        return selected

    def on_env(self, env: Environment, **_: object) -> Environment:
        """Let MkDocs use a school's `main.html` in the sandbox too, where it can run nothing."""
        sandbox = ImmutableSandboxedEnvironment(
            loader=env.loader, auto_reload=False, extensions=list(env.extensions)
        )
        sandbox.filters.update(env.filters)
        sandbox.tests.update(env.tests)
        sandbox.globals.update({n: v for n, v in env.globals.items() if n != "range"})
        return sandbox

    def on_page_content(self, html: str, *, page: Page, **_: object) -> str:
        if page.file.src_uri == "index.md":
            self.intro = html
        return html

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Put the frame round an ordinary page. The core writes the home page, MkDocs does not."""
        assert self.site is not None
        if page.file.src_uri == "index.md" and not self.broken:
            return ""
        self.school_files[page.file.dest_uri] = f"docs/{page.file.src_uri}"
        content = school_site.broken_page(self.broken) if self.broken else page.content or ""
        return self.site.ordinary_page(page.url.replace("./", ""), str(page.title), content)

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        if self.serving:
            site = None if self.broken else self.site
            self.preview.show(site, self.intro, self.school_files)
        if self.prepared is None and (self.broken or not self.serving):
            self.write_core(Path(config.site_dir))

    def write_core(self, folder: Path) -> None:
        """Write the core's files. `build` calls this: an error in a hook loses its message."""
        assert self.site is not None
        if self.broken:
            school_site.write_assets(self.site, folder)
        else:
            files = self.school_files
            school_site.write_site_files(
                self.site, folder, self.intro, files, self.progress, self.published
            )


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
