"""The installed Material -> the style sheet that our templates build on, with its licence."""

import contextlib
from dataclasses import replace
from importlib import metadata, resources
from pathlib import Path

from policybook.plugin import material_css
from policybook.site.render.types import Templates

STYLE_SHEET = "assets/material.css"


def add_theme(templates: Templates) -> Templates:
    """Add Material's style sheet to the templates. A school's own sheet of that name stays."""
    # By its package: to find a theme by name, MkDocs reads the metadata of every package.
    folder = Path(str(resources.files("material")))
    sheets = sorted(folder.glob("templates/assets/stylesheets/main.*.min.css"))
    rules = material_css.needed("".join(file.read_text(encoding="utf-8") for file in sheets))
    sheet = material_css.with_notice(rules, material_licence())
    return replace(
        templates, assets={STYLE_SHEET: sheet.encode(), **templates.assets}, styles=(STYLE_SHEET,)
    )


def material_licence() -> str:
    """Return the licence of the installed Material. If it has no licence file, return ours."""
    with contextlib.suppress(metadata.PackageNotFoundError):
        if text := metadata.distribution("mkdocs-material").read_text("licenses/LICENSE"):
            return text
    file = resources.files("policybook").joinpath("data/material-licence.txt")
    return file.read_text(encoding="utf-8")
