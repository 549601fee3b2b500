"""Turn sources, templates and a day into the site. The commands and the plugin call `build`."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType

from policybook.checks import levels
from policybook.checks.kept_findings import PolicyChecker
from policybook.model import Contact, Finding, Library, Policy, Status, Version, addresses, timeline
from policybook.model.coming_changes import ComingChange, coming_changes
from policybook.reading import library
from policybook.reading.files.snapshot import Sources
from policybook.reading.files.source_digests import SourceDigests
from policybook.reading.library import LoadedProject
from policybook.reading.school import contacts_yml
from policybook.site import page_outline
from policybook.site.making.made_policies import PolicyMaker
from policybook.site.making.outputs import SCHOOL_OUTPUTS
from policybook.site.making.shared_checks import share_checks
from policybook.site.making.worker_pool import SharedWork, WorkerPool, WorkStage
from policybook.site.pdf.typst import Typesetter
from policybook.site.policy_input import PolicyInput
from policybook.site.policy_row import PolicyRow
from policybook.site.policy_sources import SourceFinder
from policybook.site.render import sanitise
from policybook.site.render.renderer import Renderer
from policybook.site.render.types import FinishedFile, Settings, Templates
from policybook.site.school_input import SchoolInput, school_input
from policybook.site.school_look import add_look

#: The school's own files: path on the site -> source.
SchoolFiles = Mapping[str, str]
NO_FILES: SchoolFiles = MappingProxyType({})


class AddressTaken(Exception):
    """An output has the address of the school's own page or file. The message names both."""

    @classmethod
    def of(cls, source: str, path: str) -> "AddressTaken":
        """Return the fault of the school's file `source`, which has the address of `path`."""
        return cls(
            f"{source} would have the same address as a page that Policybook makes, {path}. "
            f"Rename {source}."
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """A site, ready to write. Do not publish it if `findings` has an error.

    `library` is all that the school wrote. `published` is what the site shows of it.
    `shown` are the policies that the site may name, with those kept in school.
    `digests` are of the files from which all that was read, and `finder` has what each
    policy is made from. Without a `pool`, this process makes everything.
    """

    library: Library
    published: Library
    shown: tuple[Policy, ...]
    findings: tuple[Finding, ...]
    today: date
    renderer: Renderer
    digests: SourceDigests
    finder: SourceFinder
    pool: WorkerPool | None = None

    def files(
        self, intro: str = "", school_files: SchoolFiles = NO_FILES
    ) -> Iterator[FinishedFile]:
        """Yield every file of the site, one at a time, each path once.

        `intro` is the HTML that the school wrote for its home page. Raises
        `AddressTaken` if the school's own files have the address of an output, and
        `Unbalanced` if an output is not exactly the text of a version, and
        `ForbiddenContent` if a browser would not allow what a page has. Any other
        exception is a fault in Policybook.
        """
        taken = _TakenPaths(school_files)
        for part in self._make(intro, school_files):
            taken.add(part.path)
            yield part

    def _make(self, intro: str, school_files: SchoolFiles) -> Iterator[FinishedFile]:
        """Yield the pages of each policy, then those of the whole school."""
        rows: dict[str, PolicyRow] = {}
        listed = [*_ordinary_pages(school_files)]
        typesetter = self.typesetter()
        maker = self.maker(typesetter)
        policies = {policy.name: policy for policy in self.published.policies}
        for name in self._order(maker):
            made = yield from maker.make(policies[name])
            listed += made.listed
            rows[name] = made.row
            del made  # its files are many
        in_order = [rows[name] for name in policies]
        school = self.school_input(in_order, tuple(listed), intro, school_files, typesetter)
        for school_output in SCHOOL_OUTPUTS:
            yield from map(FinishedFile.of, school_output(school, self.renderer))

    def _order(self, maker: PolicyMaker) -> Iterator[str]:
        """Yield each policy: first those in the store, then the rest as workers finish them."""
        unmade = dict.fromkeys(self.list_unmade(maker))
        yield from (p.name for p in self.published.policies if p.name not in unmade)
        yield from self.pool.share(WorkStage.MAKE, list(unmade)) if self.pool else unmade

    def list_unmade(self, maker: PolicyMaker) -> Iterator[str]:
        """Yield the policies that the store does not have as they are now."""
        return (policy.name for policy in self.published.policies if not maker.has(policy))

    def school_input(
        self,
        rows: Sequence[PolicyRow],
        listed: tuple[addresses.Address, ...],
        intro: str,
        school_files: SchoolFiles,
        typesetter: Typesetter | None = None,
    ) -> SchoolInput:
        """Return what the pages of the whole school show. `rows` are of every policy."""
        return school_input(
            self.published,
            rows,
            self.today,
            shown=self.shown,
            findings=self.findings,
            intro=sanitise.html(intro),
            listed=listed,
            school_files=frozenset(school_files),
            changes=self.changes(),
            typesetter=typesetter,
        )

    def changes(self) -> tuple[ComingChange, ...]:
        """Return what is known to change on later days, in order."""
        days = self.published.school.review_warning_days
        return coming_changes(self.published.policies, self.today, days)

    def policy_input(self, policy: Policy, typesetter: Typesetter | None = None) -> PolicyInput:
        """Return what the pages of one published policy show."""
        return self.maker(typesetter).input(policy)

    def maker(self, typesetter: Typesetter | None) -> PolicyMaker:
        """Return what makes the files of each published policy."""
        return PolicyMaker(self.published, self.finder, self.renderer, typesetter)

    def typesetter(self) -> Typesetter | None:
        """Return what makes PDFs, or None in a build without PDFs.

        Raises `TypesetError` if Typst is not installed.
        """
        settings, folder = self.renderer.settings, self.renderer.templates.pdf
        if not settings.pdf:
            return None
        template = (folder / "policy.typ").read_bytes()
        return Typesetter(template, str(folder / "fonts"), settings.store)

    def keep_renderer(self, earlier: "Site") -> "Site":
        """Return this site with the renderer of an earlier one, if both make the same pages."""
        old, new = earlier.renderer, self.renderer
        same = (old.digest, old.school) == (new.digest, new.school)
        return replace(self, renderer=old) if same else self

    def ordinary_page(self, url: str, title: str, content: str) -> str:
        """Return an ordinary page of the school in the frame that all pages share.

        MkDocs made `content`. The page keeps only what a browser can read, and nothing
        that runs.
        """
        address, shown = addresses.ordinary(url), sanitise.html(content)
        page = self.renderer.page(
            address,
            "ordinary.html",
            title=title,
            content=shown,
            parts=page_outline.list_parts(shown),
        )
        return page.html


def build(
    sources: Sources,
    templates: Templates,
    today: date,
    settings: Settings,
    pool: WorkerPool | None = None,
) -> Site:
    """Return the site that `sources` give on `today`, with every finding.

    The workers of `pool` help if there is enough to do. Never raises for an author's mistake.
    """
    loaded = library.load(sources)
    work = SharedWork(sources=sources, templates=templates, today=today, settings=settings)
    site = _prepare(work, loaded)
    if pool and pool.size and settings.store:
        checker = PolicyChecker(site.library, site.digests, today, settings.store)
        unmade = sum(1 for _ in site.list_unmade(site.maker(None)))
        share_checks(checker, unmade, pool, work)
        site = replace(site, pool=pool)
    return replace(site, findings=tuple(_list_findings(loaded, today, settings)))


def prepare(work: SharedWork) -> Site:
    """Return the site of a build, for a worker: without findings."""
    return _prepare(work, library.load(work.sources))


def _prepare(work: SharedWork, loaded: LoadedProject) -> Site:
    today, settings = work.today, work.settings
    if not settings.url:
        settings = replace(settings, url=loaded.host.url)
    templates = add_look(work.templates, loaded.library.school.look, work.sources.files)
    # Drafts are private, and no page has a text that is kept in school.
    shown = _keep_versions(
        loaded.library.policies, lambda v: settings.drafts or v.facts.status is not Status.DRAFT
    )
    named = (policy for policy in shown if not timeline.is_kept_internally(policy, today))
    public = _keep_versions(named, lambda version: not version.facts.kept_internally)
    published = replace(loaded.library, policies=public)
    renderer = Renderer(templates, settings, loaded.library.school, find_office(loaded.library))
    return Site(
        library=loaded.library,
        published=published,
        shown=shown,
        findings=(),
        today=today,
        renderer=renderer,
        digests=loaded.digests,
        finder=SourceFinder(published, loaded.digests, today, renderer),
    )


def find_office(project: Library) -> Contact | None:
    """Return the contact whose role the school names in `contact`: `the school office`."""
    role = re.sub(r"^the\s+", "", project.school.contact.strip(), flags=re.IGNORECASE)
    return contacts_yml.find_contact(project.contacts, role)


def _list_findings(loaded: LoadedProject, today: date, settings: Settings) -> list[Finding]:
    findings = levels.list_findings(loaded, today, settings.store)
    excuse = levels.excuse_proposals if settings.drafts else levels.excuse_drafts
    return excuse(findings, loaded.library)


def _keep_versions(
    policies: Iterable[Policy], is_wanted: Callable[[Version], bool]
) -> tuple[Policy, ...]:
    """Return the policies with the versions that are wanted; none without a version."""
    fewer = (replace(p, versions=tuple(filter(is_wanted, p.versions))) for p in policies)
    return tuple(policy for policy in fewer if policy.versions)


class _TakenPaths:
    """The paths that have a file, ignoring case, as Windows does."""

    def __init__(self, school_files: SchoolFiles) -> None:
        self._by_the_school = {_fold_name(path): source for path, source in school_files.items()}
        self._made: set[str] = set()

    def add(self, path: str) -> None:
        """Record that an output writes `path`. Raises `AddressTaken` if the school has it."""
        if source := self._by_the_school.get(_fold_name(path)):
            raise AddressTaken.of(source, path)
        if path in self._made:
            raise RuntimeError(f"two outputs make {path}")
        self._made.add(path)


def _fold_name(path: str) -> str:
    return unicodedata.normalize("NFKC", path).casefold()


def _ordinary_pages(school_files: SchoolFiles) -> Iterator[addresses.Address]:
    for path, source in school_files.items():
        if source.endswith(".md"):
            yield addresses.ordinary(path.removesuffix("index.html"))
