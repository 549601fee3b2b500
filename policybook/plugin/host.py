"""MkDocs as our own `build` and `serve` run it: its configuration, writing and serving."""

import errno
import json
import tempfile
from pathlib import Path
from typing import Any

from jinja2 import TemplateError, TemplateSyntaxError
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError as PluginError

from policybook.plugin.hooks import PolicybookPlugin
from policybook.plugin.school_site import Progress
from policybook.project.templates import own_folder
from policybook.publish import EarlierSite
from policybook.site.build import Site
from policybook.site.proofs.forbidden_content import ForbiddenContent

_UNCHANGED = "Nothing was published; the site is as it was."
EXTENSIONS = [
    "attr_list",
    "tables",
    "admonition",
    "toc",
    "sane_lists",
    "policybook.plugin.plain_html",
]


def write_site(
    project: Path, folder: Path, site: Site, progress: Progress, published: EarlierSite
) -> None:
    """Write `site` and the project's ordinary pages into `folder`.

    The files that are `published` already get a second name there. Raise `PluginError` if a
    file cannot be made.
    """
    config = make_config(project, folder, site)
    plugin = config.plugins["policybook"]
    assert isinstance(plugin, PolicybookPlugin)
    plugin.prepared, plugin.progress, plugin.published = site, progress, published
    try:
        mkdocs_build(config)
        plugin.write_core(folder)
    except TemplateError as fault:
        raise PluginError(
            f"A template has an error: {_describe(fault).rstrip('.')}. {_UNCHANGED}"
        ) from fault
    except ForbiddenContent as fault:
        raise PluginError(f"{fault} {_UNCHANGED}") from fault


def _describe(fault: TemplateError) -> str:
    if isinstance(fault, TemplateSyntaxError):
        return f"{fault.filename or fault.name}:{fault.lineno}: {fault.message}"
    return str(fault.message)


def make_config(project: Path, site_dir: Path, site: Site) -> MkDocsConfig:
    """Return MkDocs' configuration: Policybook's own, with nothing that the project could run."""
    config = MkDocsConfig(config_file_path=str(project / "mkdocs.yml"))
    settings: dict[str, Any] = {
        "site_name": site.library.school.name,
        "docs_dir": str(project / "docs"),
        "site_dir": str(site_dir),
        "theme": _choose_theme(project / "templates"),
        "plugins": [{"policybook": {}}],
        "markdown_extensions": EXTENSIONS,
    }
    if site.renderer.settings.url:
        settings["site_url"] = site.renderer.settings.url
    config.load_dict(settings)
    faults, _ = config.validate()
    if faults:
        raise PluginError("; ".join(f"{key}: {fault}" for key, fault in faults))
    return config


def _choose_theme(templates: Path) -> dict[str, Any]:
    """Return the theme with which MkDocs renders ordinary pages.

    Our templates need none: MkDocs would list every file of a theme, thousands of icons too, and
    publish none of them. A school's own `main.html` may build on Material's.
    """
    ours = own_folder("templates")
    if (templates / "main.html").is_file() and templates.resolve() != ours.resolve():
        return {"name": "material", "custom_dir": str(templates), "font": False}
    return {"name": None, "custom_dir": str(ours)}


def serve(project: Path, port: int, today: str, drafts: bool, pdf: bool) -> None:
    """Show the site on this computer, and make it anew when a file changes, until it is stopped.

    Raise `PluginError` if another program uses the port.
    """
    from mkdocs.commands.serve import serve as mkdocs_serve

    settings = {
        "site_name": "Policies",
        "docs_dir": str(project / "docs"),
        "theme": _choose_theme(own_folder("templates")),
        "plugins": [{"policybook": {"today": today, "drafts": drafts, "pdf": pdf}}],
        "markdown_extensions": EXTENSIONS,
    }
    with tempfile.TemporaryDirectory() as folder:
        config = Path(folder) / "mkdocs.yml"  # JSON is YAML
        config.write_text(json.dumps(settings), encoding="utf-8")
        watched = [str(path) for path in (project / "templates",) if path.is_dir()]
        try:
            mkdocs_serve(str(config), dev_addr=f"127.0.0.1:{port}", watch=watched)
        except OSError as fault:
            if fault.errno != errno.EADDRINUSE:
                raise
            raise PluginError(
                f"Another program uses port {port}. Try: policybook serve --port {port + 1}"
            ) from fault
