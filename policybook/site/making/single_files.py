"""Make single files of a site, when somebody asks for them.

A preview needs few of a site's files. What an edit leaves as it was is taken from the site
before it.
"""

from collections.abc import Iterator

from policybook.model import addresses
from policybook.site.build import NO_FILES, AddressTaken, SchoolFiles, Site
from policybook.site.making.open_policies import OpenFiles, OpenPolicy
from policybook.site.making.outputs import SCHOOL_OUTPUTS
from policybook.site.render.types import Asset, Page
from policybook.site.school_pages.search_page import search_page

#: The first part of the addresses of a policy's files. The second is its name.
_OF_POLICIES = ("policies", "embed")


class FileFinder:
    """Finds the files of a site, which are those of `Site.files`."""

    def __init__(
        self,
        site: Site,
        intro: str = "",
        school_files: SchoolFiles = NO_FILES,
        earlier: "FileFinder | None" = None,
    ) -> None:
        """Prepare to find files. `earlier` found those of the site before the last edit."""
        self._site, self._intro, self._school_files = site, intro, school_files
        self._maker = site.maker(site.typesetter())
        self._known: dict[str, OpenPolicy] = earlier._known if earlier else {}
        self._policies: dict[str, OpenPolicy] = {}
        self._of_school = OpenFiles(self._make_school_files())

    def find(self, path: str) -> bytes | None:
        """Return a file; None if the site has none of that path.

        Raises what `Site.files` raises, if this file cannot be made.
        """
        data = self._find(path)
        if data is not None and (source := self._school_files.get(path)):
            raise AddressTaken.of(source, path)
        return data

    def _find(self, path: str) -> bytes | None:
        if (data := self._site.renderer.templates.assets.get(path)) is not None:
            return data
        if path == addresses.SITEMAP:
            every = self._site.files(self._intro, self._school_files)
            return next(file.data for file in every if file.path == path)
        first, _, rest = path.partition("/")
        name = rest.partition("/")[0]
        policies = {policy.name: policy for policy in self._site.published.policies}
        if first in _OF_POLICIES and name in policies:
            return self._open(name).files.find(path)
        return self._of_school.find(path)

    def _open(self, name: str) -> OpenPolicy:
        if name not in self._policies:
            policy = next(p for p in self._site.published.policies if p.name == name)
            opened = self._maker.open(policy, self._known.get(name))
            self._policies[name] = self._known[name] = opened
        return self._policies[name]

    def _make_school_files(self) -> Iterator[Page | Asset]:
        """Yield the files of the whole school, and last those of search, which take longest."""
        rows = [self._open(policy.name).row for policy in self._site.published.policies]
        inputs = self._site.school_input(rows, (), self._intro, self._school_files)
        for make in sorted(SCHOOL_OUTPUTS, key=lambda output: output is search_page):
            yield from make(inputs, self._site.renderer)
