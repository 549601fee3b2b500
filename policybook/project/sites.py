"""A school's folder, its templates and a day -> its site. Knows no command and no MkDocs."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

from policybook.project.templates import find_unused, read_templates
from policybook.reading.files.snapshot import read_sources
from policybook.site import build
from policybook.site.making.worker_pool import WorkerPool
from policybook.site.render.types import Settings, Templates


def open_site(
    folder: Path,
    today: date,
    settings: Settings,
    add_theme: Callable[[Templates], Templates],
    pool: WorkerPool | None = None,
) -> build.Site:
    """Read the school's folder and its templates, for a site that can be made.

    `add_theme` adds the style sheets of the program that shows the pages. `pool` may help.
    """
    templates = add_theme(read_templates(folder))
    site = build.build(read_sources(folder), templates, today, settings, pool)
    return replace(site, findings=(*site.findings, *find_unused(folder)))
