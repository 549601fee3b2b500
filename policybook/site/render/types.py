"""Define what a build gets and makes: templates and settings, pages and files."""

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from policybook.model import addresses
from policybook.store.objects import Store

#: The pages above a page, each with its name and address, without the home page.
Trail = Sequence[tuple[str, addresses.Address]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Templates:
    """A snapshot of the templates.

    `pages` (.html) are by name, `assets` by their path on the site. `pdf` is the folder
    of the PDF's template. `styles` are the paths of the host's style sheets among the
    assets. The frame links them before ours, and `school_styles` after ours. `logo` and
    `icon` are the school's pictures among the assets; empty without one. `has_own_pdf`
    says that the school brings its own template of the PDF.
    """

    pages: Mapping[str, str]
    assets: Mapping[str, bytes]
    pdf: Path
    styles: tuple[str, ...] = ()
    school_styles: tuple[str, ...] = ()
    logo: str = ""
    icon: str = ""
    has_own_pdf: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What the person who builds the site chooses.

    `url` is the site's own address, or empty if unknown. Without `all_pairs`, only
    neighbouring versions are compared. `store` has what earlier builds made.
    `program` is the command on pages that starts Policybook.
    """

    url: str = ""
    drafts: bool = False
    pdf: bool = True
    all_pairs: bool = True
    store: Store | None = None
    program: str = "policybook"


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A finished page. Only `listed` pages are in the sitemap."""

    address: addresses.Address
    title: str
    html: str
    listed: bool = True

    @property
    def path(self) -> addresses.Address:
        """Return the path of the page's file."""
        return addresses.file_of(self.address)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asset:
    """A finished file that is not a page."""

    path: addresses.Address
    data: bytes


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class FinishedFile:
    """A file of the site, made now or by an earlier build. `digest` is its SHA-256.

    `read` gives its bytes. A file that the published site has already need not be read.
    """

    path: addresses.Address
    digest: str
    read: Callable[[], bytes]

    @classmethod
    def of(cls, part: Page | Asset) -> "FinishedFile":
        """Return the file of a page or an asset."""
        data = part.html.encode() if isinstance(part, Page) else part.data
        return cls(path=part.path, digest=hashlib.sha256(data).hexdigest(), read=lambda: data)

    @property
    def data(self) -> bytes:
        """Return the bytes of the file."""
        return self.read()
