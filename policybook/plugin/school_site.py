"""MkDocs' configuration -> the school's site; and the site's files -> MkDocs' folder."""

import html
import os
from collections.abc import Callable
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files, InclusionLevel

from policybook import publish
from policybook.model import addresses, dates, finding_summary
from policybook.plugin.theme import add_theme
from policybook.project.clock import today_in_london
from policybook.project.open import CACHE, find_cut_off
from policybook.project.program import FROM_CLONE, published_program
from policybook.project.record_memory import recall
from policybook.project.sites import open_site
from policybook.project.templates import own_folder
from policybook.reading import summary_hashes
from policybook.reading.files import handed_over, layout
from policybook.reading.record import approval_record
from policybook.site.build import AddressTaken, SchoolFiles, Site
from policybook.site.pdf.typst import TypesetError
from policybook.site.proofs.forbidden_content import ForbiddenContent
from policybook.site.proofs.text_balance import Unbalanced
from policybook.site.render.types import Asset, FinishedFile, Settings
from policybook.store import Store
from policybook.text.commands import with_program
from policybook.text.web_address import find_address_fault

Progress = Callable[[int], None]


def ignore_progress(count: int) -> None:
    """Show nothing."""


def read_site(config: MkDocsConfig, *, today: str, drafts: bool, pdf: bool) -> Site:
    """Read the school's folder, which holds MkDocs' `docs_dir`, as of `today` or the real day.

    Raise `PluginError` for an address of the site that must not be published: MkDocs may
    have it from another file, or from the environment.
    """
    if config.site_url and (fault := find_address_fault(config.site_url)):
        raise PluginError(f"`site_url` {fault[0]}. {fault[1]} The site is as it was.")
    given, project = dates.read_day(today), Path(config.docs_dir).parent
    settings = Settings(
        url=config.site_url or "",
        drafts=drafts,
        pdf=pdf,
        program=published_program(),
        store=Store(project / CACHE),
    )
    day = given.date if given else today_in_london()
    return open_site(project, day, settings, add_theme)


def findings_text(site: Site) -> str:
    """Return the errors and a summary of the rest, with commands as Policybook is installed."""
    return with_program(finding_summary.sum_up(site.findings), published_program())


def refuse_cut_off(site: Site, config: MkDocsConfig) -> None:
    """Raise `PluginError` if the record lost entries since the site was published."""
    memory = recall(Path(config.docs_dir).parent, Path(config.site_dir), config.site_dir)
    lost = find_cut_off(site.library.record, site.findings, memory)
    if lost:
        raise PluginError(f"{lost[0]}\nThe site is as it was.")


def broken_page(text: str) -> str:
    """Return what a preview shows while it has never been without errors."""
    return f"<h1>This cannot be published yet</h1><pre>{html.escape(text, quote=False)}</pre>"


def select_files(files: Files, config: MkDocsConfig) -> tuple[Files, dict[str, str]]:
    """Return the school's ordinary pages and what they show, with our help if it has none.

    The theme's files and the sources of policies are not published. Also return the source of each
    picture and document by its path on the site.
    """
    docs = str(Path(config.docs_dir))
    own = [f for f in files if (f.abs_src_path or "").startswith(docs)]
    public = [f for f in own if layout.is_published(f.src_uri)]
    selected = Files([f for f in public if f.is_documentation_page() or _take_content(f)])
    if "index.md" not in selected.src_uris:
        selected.append(File.generated(config, "index.md", content="\n"))
    if not any(uri.startswith("help/") for uri in selected.src_uris):
        for page in sorted(own_folder("docs/help").glob("*.md")):
            text = page.read_text(encoding="utf-8").replace(FROM_CLONE, published_program())
            selected.append(File.generated(config, f"help/{page.name}", content=text))
    assets = {
        file.dest_uri: f"docs/{file.src_uri}"
        for file in selected
        if not file.is_documentation_page() and file.inclusion is not InclusionLevel.EXCLUDED
    }
    return selected, assets


def _take_content(file: File) -> bool:
    """Make what is published of a picture or document the file's content.

    Return False if it is not what its name says. Reading has reported that.
    """
    assert file.abs_src_path
    data = Path(file.abs_src_path).read_bytes()
    content = handed_over.take_content(file.src_uri, data)
    if content is not None and content != data:
        file.content_bytes = content
    return content is not None


def write_site_files(
    site: Site,
    folder: Path,
    intro: str,
    school_files: SchoolFiles,
    progress: Progress,
    published: publish.EarlierSite | None = None,
) -> None:
    """Write the site's files one after the other, so that memory never holds a large site.

    The files that are `published` already get a second name. The manifest comes last. Raise
    `PluginError` if a file cannot be made.
    """
    writer = SiteFileWriter(folder, published)
    try:
        for count, file in enumerate(site.files(intro, school_files), 1):
            writer.write(file)
            progress(count)
    except TypesetError as fault:
        raise PluginError(
            f"A PDF could not be made: {fault} Nothing was published; the site is as it was."
        ) from fault
    except (AddressTaken, ForbiddenContent, Unbalanced) as fault:
        raise PluginError(f"{fault} Nothing was published; the site is as it was.") from fault
    publish.write_manifest(
        folder,
        approval_record.head(site.library.record),
        writer.hashes,
        private=site.renderer.settings.drafts,
        checkpoint=approval_record.checkpoint(site.library.record, site.renderer.settings.url),
        summaries=summary_hashes.hash_recorded(site.library),
    )
    if store := site.renderer.settings.store:
        store.prune()


def write_assets(site: Site, folder: Path) -> None:
    """Write the files that a page of a broken preview links to."""
    writer = SiteFileWriter(folder)
    for path, data in site.renderer.templates.assets.items():
        writer.write(FinishedFile.of(Asset(path=addresses.asset(path), data=data)))


class SiteFileWriter:
    """Puts files below a folder. `hashes` are their SHA-256, by path."""

    def __init__(self, folder: Path, published: publish.EarlierSite | None = None) -> None:
        self.folder, self._published = str(folder), published
        self.hashes: dict[str, str] = {}
        self._folders = {self.folder}

    def write(self, file: FinishedFile) -> None:
        """Put one file in its place, and make the folders that it is in."""
        place = f"{self.folder}/{file.path}"
        folder = place.rpartition("/")[0]
        if folder not in self._folders:
            os.makedirs(folder, exist_ok=True)
            self._folders.add(folder)
        if not (self._published and self._published.link(file.path, file.digest, place)):
            Path(place).write_bytes(file.data)
        self.hashes[file.path] = file.digest
