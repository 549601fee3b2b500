"""The MkDocs adapter: hands ordinary pages to the frame, and the core's files to MkDocs' folder. No logic of policies."""

import contextlib
import errno
import hashlib
import json
import logging
import os
import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from importlib import metadata, resources
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal
from zoneinfo import ZoneInfo

from jinja2 import TemplateError, TemplateSyntaxError
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError as PluginError
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page

from policybook import publish
from policybook.analysis import integrity
from policybook.model import dates, findings
from policybook.plugin import material_css
from policybook.project.templates import own_folder, read_templates
from policybook.reading import approval_record, layout
from policybook.reading.snapshot import read_sources
from policybook.site import build
from policybook.site.build import AddressTaken, Site
from policybook.site.pdf.typst import TypesetError
from policybook.site.render.types import Settings, Templates

if TYPE_CHECKING:
    from mkdocs.livereload import (
        LiveReloadServer,
    )  # it brings a watcher of files that a build does not need

Progress = Callable[[int], None]
_log = logging.getLogger("mkdocs.plugins.policybook")
MATERIAL = "assets/material.css"
EXTENSIONS = [
    "attr_list",
    "tables",
    "admonition",
    "toc",
    "sane_lists",
    "policybook.plugin.plain_html",
]


def _say_nothing(count: int) -> None:
    """No progress is shown."""


class PolicybookConfig(Config):  # type: ignore[no-untyped-call]
    """Options of the plugin in `mkdocs.yml`."""

    today = config_options.Type(str, default="")
    drafts = config_options.Type(bool, default=False)
    pdf = config_options.Type(bool, default=True)


class PolicybookPlugin(BasePlugin[PolicybookConfig]):  # type: ignore[no-untyped-call]
    """State is the site that is being made, the words of ordinary pages, and, in a preview, the last site without errors."""

    def __init__(self) -> None:
        self.prepared: Site | None = None  # by build.py, which has read the project already
        self.progress: Progress = _say_nothing
        self.serving = self.faulty = False
        self.last_good: Site | None = None
        self.site: Site | None = None
        self.intro, self.broken = "", ""
        self.school_files: dict[str, str] = {}

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        self.serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        config.theme.static_templates = set()  # 404.html and sitemap.xml are the core's
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Understand the sources before MkDocs empties the old site. A preview with errors goes on with the last good site."""
        self.intro, self.school_files, self.broken = "", {}, ""
        self.site = self.prepared or self._understood(config)
        if self.prepared is None and self.site.findings:
            _log.warning("\n%s", findings.as_text(self.site.findings))
        self._refuse_a_shorter_record(config)
        if not findings.has_errors(self.site.findings):
            if self.serving and self.faulty:
                print("Put right: the preview shows the policies as they are now.", flush=True)
            self.last_good, self.faulty = self.site, False
        elif not self.serving:
            raise PluginError("The policies have errors; the site is as it was.")
        elif self.last_good:
            self.faulty = True
            _log.error("The preview shows the policies as they last were without errors.")
            self.site = self.last_good
        else:
            self.broken = findings.as_text(self.site.findings)

    def _refuse_a_shorter_record(self, config: MkDocsConfig) -> None:
        """`build.py` has looked before; a preview publishes nothing."""
        if self.prepared is None and not self.serving and self.site is not None:
            lost = list(
                integrity.cut_off(
                    self.site.library.record,
                    publish.head_of(Path(config.site_dir)),
                    config.site_dir,
                )
            )
            if lost and not any(f.code == "record" for f in self.site.findings):
                raise PluginError(f"{lost[0]}\nThe site is as it was.")

    def _understood(self, config: MkDocsConfig) -> Site:
        project = Path(config.docs_dir).parent
        named = dates.read_day(self.config.today)
        today = named.date if named else london_today()
        settings = Settings(
            url=config.site_url or "", drafts=self.config.drafts, pdf=self.config.pdf
        )
        return build.build(read_sources(project), themed(read_templates(project)), today, settings)

    def on_serve(
        self, server: "LiveReloadServer", /, *, config: MkDocsConfig, builder: Callable[..., None]
    ) -> None:
        host, port = str(server.server_address[0]), server.server_address[1]
        print(
            f"The preview is at http://{host}:{port}/ and follows what you write. Ctrl+C stops it.",
            flush=True,
        )

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Keep ordinary pages and what they show; the theme's files and the policies' sources are not published."""
        docs = str(Path(config.docs_dir))
        kept = [
            f for f in files if (f.abs_src_path or "").startswith(docs) and layout.kept(f.src_uri)
        ]
        result = Files(kept)
        if "index.md" not in result.src_uris:
            result.append(File.generated(config, "index.md", content="\n"))
        if not any(uri.startswith("help/") for uri in result.src_uris):
            for page in sorted(own_folder("docs/help").glob("*.md")):
                result.append(
                    File.generated(
                        config, f"help/{page.name}", content=page.read_text(encoding="utf-8")
                    )
                )
        self.school_files = {
            f.dest_uri: f"docs/{f.src_uri}"
            for f in result
            if not f.is_documentation_page() and f.inclusion is not InclusionLevel.EXCLUDED
        }
        return result

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        if page.file.src_uri == "index.md":
            self.intro = html
        return html

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Put the frame round an ordinary page. The home page is the core's: MkDocs writes none."""
        assert self.site is not None
        if page.file.src_uri == "index.md" and not self.broken:
            return ""
        self.school_files[page.file.dest_uri] = f"docs/{page.file.src_uri}"
        content = (
            f"<h1>This cannot be published yet</h1><pre>{_escaped(self.broken)}</pre>"
            if self.broken
            else page.content or ""
        )
        return self.site.ordinary_page(page.url.replace("./", ""), str(page.title), content)

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        if self.prepared is None:
            self.write_core(Path(config.site_dir))

    def write_core(self, folder: Path) -> None:
        """Write the core's files one after the other, so that a large site never stands in memory. `build.py` calls it when
        MkDocs is done, because MkDocs turns what is raised in a hook into an `Abort` without its words."""
        assert self.site is not None
        writer = _FileWriter(str(folder))
        if self.broken:
            for path, data in self.site.renderer.templates.assets.items():
                writer.write(path, data)
            return
        try:
            for count, asset in enumerate(self.site.files(self.intro, self.school_files), 1):
                writer.write(asset.path, asset.data)
                self.progress(count)
        except TypesetError as fault:
            raise PluginError(
                f"A PDF could not be made: {fault} Nothing was published; the site is as it was."
            ) from fault
        except AddressTaken as fault:
            raise PluginError(f"{fault} Nothing was published; the site is as it was.") from fault
        publish.manifest(folder, approval_record.head(self.site.library.record), writer.hashes)


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")


class _FileWriter:
    """Writes files below a folder; `hashes` are their SHA-256, by path."""

    def __init__(self, folder: str) -> None:
        self.folder = folder
        self.hashes: dict[str, str] = {}
        self._made = {folder}

    def write(self, path: str, data: bytes) -> None:
        place = f"{self.folder}/{path}"
        self._make(place.rpartition("/")[0])
        Path(place).write_bytes(data)
        self.hashes[path] = hashlib.sha256(data).hexdigest()

    def _make(self, folder: str) -> None:
        if folder not in self._made:
            self._make(folder.rpartition("/")[0])
            with contextlib.suppress(FileExistsError):
                os.mkdir(folder)
            self._made.add(folder)


def themed(templates: Templates) -> Templates:
    """Add what the pages need of the style sheet of the Material that is installed; a project's own of that name is left."""
    # By its package: MkDocs would read what every installed package says of itself to find a theme by name.
    sheets = sorted(
        Path(str(resources.files("material"))).glob("templates/assets/stylesheets/main.*.min.css")
    )
    rules = material_css.needed("".join(file.read_text(encoding="utf-8") for file in sheets))
    sheet = material_css.with_notice(rules, material_licence())
    return replace(
        templates, assets={MATERIAL: sheet.encode(), **templates.assets}, styles=(MATERIAL,)
    )


def material_licence() -> str:
    """Return the licence of the Material that is installed, or the one that we know."""
    with contextlib.suppress(metadata.PackageNotFoundError):
        if text := metadata.distribution("mkdocs-material").read_text("licenses/LICENSE"):
            return text
    return (
        resources.files("policybook")
        .joinpath("data/material-licence.txt")
        .read_text(encoding="utf-8")
    )


def london_today() -> date:
    """The day in London, whatever the zone of this computer."""
    return datetime.now(ZoneInfo("Europe/London")).date()


def _theme(templates: Path) -> dict[str, Any]:
    """What MkDocs renders ordinary pages with. Our templates need no theme, of which MkDocs would list every file, thousands of icons
    too, to publish none; a school's own `main.html` may rest on Material's."""
    ours = own_folder("templates")
    theirs = (templates / "main.html").is_file() and templates.resolve() != ours.resolve()
    return (
        {"name": "material", "custom_dir": str(templates), "font": False}
        if theirs
        else {"name": None, "custom_dir": str(ours)}
    )


def make_config(project: Path, site_dir: Path, made: Site) -> MkDocsConfig:
    """MkDocs' configuration for `build.py`: Policybook's own, with nothing that the project could run."""
    config = MkDocsConfig(config_file_path=str(project / "mkdocs.yml"))
    own: dict[str, Any] = {
        "site_name": made.library.school.name,
        "docs_dir": str(project / "docs"),
        "site_dir": str(site_dir),
        "theme": _theme(project / "templates"),
        "plugins": [{"policybook": {}}],
        "markdown_extensions": EXTENSIONS,
    }
    if made.renderer.settings.url:
        own["site_url"] = made.renderer.settings.url
    config.load_dict(own)
    faults, _ = config.validate()
    if faults:
        raise PluginError("; ".join(f"{key}: {fault}" for key, fault in faults))
    return config


def write_site(project: Path, folder: Path, made: Site, progress: Progress) -> None:
    """Write `made` and the project's ordinary pages into `folder`. Raises `PluginError` where a file cannot be made."""
    config = make_config(project, folder, made)
    plugin = config.plugins["policybook"]
    assert isinstance(plugin, PolicybookPlugin)
    plugin.prepared, plugin.progress = made, progress
    try:
        mkdocs_build(config)
        plugin.write_core(folder)
    except TemplateError as fault:
        place = (
            f"{fault.filename or fault.name}:{fault.lineno}"
            if isinstance(fault, TemplateSyntaxError)
            else "template"
        )
        raise PluginError(f"A template cannot be used: {place}: {fault.message}") from fault


def serve(project: Path, port: int, today: str, drafts: bool, pdf: bool) -> int:
    """Show the site on this computer, and make it anew when a file changes, until it is stopped."""
    from mkdocs.commands.serve import serve as mkdocs_serve

    own = {
        "site_name": "Policies",
        "docs_dir": str(project / "docs"),
        "theme": _theme(own_folder("templates")),
        "plugins": [{"policybook": {"today": today, "drafts": drafts, "pdf": pdf}}],
        "markdown_extensions": EXTENSIONS,
    }
    with tempfile.TemporaryDirectory() as folder:
        config = Path(folder) / "mkdocs.yml"  # JSON is YAML
        config.write_text(json.dumps(own), encoding="utf-8")
        watched = [str(place) for place in (project / "templates",) if place.is_dir()]
        try:
            mkdocs_serve(str(config), dev_addr=f"127.0.0.1:{port}", watch=watched)
        except OSError as fault:
            if fault.errno == errno.EADDRINUSE:
                raise PluginError(
                    f"Another program uses port {port}. Try: {layout.COMMAND} serve --port {port + 1}"
                ) from fault
            raise
    return 0
