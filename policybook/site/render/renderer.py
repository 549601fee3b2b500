"""Model values and templates -> finished pages. Templates lay out; they do not decide: they get values, and an unknown name stops the build."""

import functools
import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from html import escape
from pathlib import Path
from typing import Any
from urllib.parse import quote

import jinja2
from markupsafe import Markup

from policybook import redline
from policybook.analysis.redline_outline import RedlineOutline
from policybook.model import (
    Clause,
    ClauseKind,
    Group,
    Inline,
    Library,
    Mark,
    Policy,
    Version,
    dates,
    wording,
)
from policybook.model.findings import Finding
from policybook.reading import clauses
from policybook.redline import Redline
from policybook.site import security_headers, version_view
from policybook.site.pdf.cache import KeptPdfs
from policybook.site.pdf.typst import Typesetter
from policybook.site.render import inline_html
from policybook.site.render.environment import TemplateEnvironment
from policybook.site.render.inline_html import LinkTargets
from policybook.site.render.link_targets import ROOT, direction, markup_places, relatives
from policybook.site.render.snippets import Form
from policybook.site.version_view import VersionView

#: Stands on both sides of a clause's id where something may be put beside the clause.
_HOLE = "\ue000beside\ue000"
_NOTHING = Markup("")


@dataclass(frozen=True, slots=True, kw_only=True)
class Templates:
    """A snapshot of the templates: `pages` (.html) by name, `assets` by the path they get on the site, and the folder of the PDF's.

    `styles` are the paths of the host's style sheets among the assets; the frame links them before ours.
    """

    pages: Mapping[str, str]
    assets: Mapping[str, bytes]
    pdf: Path
    styles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What the one who builds decides.

    `url` is the site's own address, empty where it is not known; without `all_pairs`, redlines are made of neighbouring versions only.
    `kept_pdfs` are those of the last build. `program` is how pages write the command that starts Policybook.
    """

    url: str = ""
    drafts: bool = False
    pdf: bool = True
    all_pairs: bool = True
    kept_pdfs: KeptPdfs | None = None
    program: str = "policybook"


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A finished page. `address` is its folder on the site, such as `policies/social-media/`; `listed` pages stand in the sitemap."""

    address: str
    title: str
    html: str
    listed: bool = True

    @property
    def path(self) -> str:
        return (
            f"{self.address}index.html"
            if self.address.endswith("/") or not self.address
            else self.address
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Asset:
    """A finished file that is not a page."""

    path: str
    data: bytes


Trail = Sequence[tuple[str, str]]


class Press:
    """Everything that an output needs: the library, the day, and a way to make pages."""

    def __init__(
        self,
        library: Library,
        today: date,
        templates: Templates,
        settings: Settings,
        findings: tuple[Finding, ...] = (),
    ) -> None:
        self.library, self.today, self.templates, self.settings = (
            library,
            today,
            templates,
            settings,
        )
        self.findings = findings  # of every file, private ones too
        self.school = library.school
        self.intro = Markup("")  # what the school wrote for its home page
        self.every = tuple(version_view.every(library, today))
        self._about = {(seen.policy.name, seen.version.name): seen for seen in self.every}
        self._texts: dict[
            tuple[str, str], tuple[str, ...]
        ] = {}  # words and the ids of clauses, by turns
        self._gist: dict[tuple[str, str, str], RedlineOutline] = {}
        self._environment = self._made_environment()
        self._forms: dict[tuple[Any, ...], Form] = {}
        fields = ("id", "number", "label", "words", "more", "beside")
        self._rules = {
            below: self.form("policy/clause.html", fields, below=below) for below in (False, True)
        }

    def _made_environment(self) -> jinja2.Environment:
        environment = TemplateEnvironment(self.templates.pages)
        environment.filters.update(
            day=dates.in_words, year=dates.year_text, listed=wording.audiences
        )
        environment.globals.update(
            school=self.school,
            site=self.settings,
            today=self.today,
            Mark=Mark,
            ClauseKind=ClauseKind,
            is_group=lambda part: isinstance(part, Group),
            runs=clauses.table_runs,
            asset_version=_digest(self.templates.assets),
            styles=self.templates.styles,
            content_policy=Markup(security_headers.CONTENT),
            styles_inline=self._styles_inline,
            shared=functools.cache(self._shared),
        )
        return environment

    def _styles_inline(self) -> Markup:
        """Every style sheet of a page, for one that is to be a single file."""
        sheets = (*self.templates.styles, "assets/policybook.css")
        text = "\n".join(
            self.templates.assets[path].decode() for path in sheets if path in self.templates.assets
        )
        return Markup(text.replace("</", "<\\/"))

    @cached_property
    def typesetter(self) -> Typesetter:
        """What makes PDFs, made when the first is asked for. Raises `TypesetError` where Typst is not installed."""
        template = (self.templates.pdf / "policy.typ").read_bytes()
        return Typesetter(template, str(self.templates.pdf / "fonts"), self.settings.kept_pdfs)

    def redline(self, old: Version, new: Version) -> Redline:
        """The redline of two versions, proved lossless. Raises `NotLossless`, which no text can cause, only a fault of ours."""
        found = redline.redline(old, new)
        redline.check(found)
        self._gist[old.policy, old.name, new.name] = RedlineOutline.summarise(found)
        return found

    def has_redline(self, old: Version, new: Version, policy: Policy) -> bool:
        """Whether the site has a page for this pair of versions, `old` being the earlier; none for one whose words were taken out."""
        if self.about(old).removed or self.about(new).removed:
            return False
        return (
            self.settings.all_pairs or policy.versions.index(new) - policy.versions.index(old) == 1
        )

    def gist(self, old: Version, new: Version) -> RedlineOutline:
        """What is remembered of a redline: its figures and the clauses that it touches."""
        if (old.policy, old.name, new.name) not in self._gist:
            self.redline(old, new)
        return self._gist[old.policy, old.name, new.name]

    def about(self, version: Version) -> VersionView:
        """What stands of a version today, worked out once."""
        return self._about[version.policy, version.name]

    def known(self, policy: str, version: str) -> VersionView | None:
        """What stands of a version by its names; None where the site does not show it."""
        return self._about.get((policy, version))

    def page(
        self,
        address: str,
        template: str,
        *,
        title: str,
        description: str = "",
        trail: Trail = (),
        language: str = "",
        listed: bool = True,
        whole_links: bool = False,
        **values: Any,
    ) -> Page:
        """Render a page for `address`. `trail` are the pages above it, (name, address), the home page left out.

        With `whole_links` its links are full addresses, for a page that is not read at its own address.
        """
        language = language or self.school.language
        html = self._environment.get_template(template).render(
            address=address,
            title=title,
            description=description,
            trail=tuple(trail),
            language=language,
            direction=direction(language),
            link=self.url if whole_links else relatives(address, self.settings.url),
            url=self.url(address),
            **values,
        )
        return Page(address=address, title=title, html=html, listed=listed)

    def url(self, address: str) -> str:
        """The full address where it is known, else the address from the site's root."""
        return f"{self.settings.url.rstrip('/')}/{quote(address)}"

    def fragment(self, template: str, **values: Any) -> Markup:
        """A part of a page, whose links begin with the mark that `placed` replaces."""
        return Markup(
            self._environment.get_template(template).render(
                link=lambda target: ROOT + target, **values
            )
        )

    def _shared(self, template: str, **values: Any) -> Markup:
        """A part of a page that is the same wherever its `values` are."""
        return Markup(self._environment.get_template(template).render(**values))

    def margin(self, *, fresh: bool, since: str, introduced: str, day: str, address: str) -> Markup:
        """What stands beside a clause about its past: since when it has had its words, or that the version of `day` changed them (`fresh`).

        Dates are in words; `introduced` is empty where it is not known, and `address`, of the change, where there is none to show.
        """
        state = ("new" if introduced == day else "changed") if fresh else "since"
        told = bool(introduced) if fresh else introduced != since
        fields = ("since", "introduced", "day", "address")
        form = self.form("policy/mark.html", fields, state=state, told=told, linked=bool(address))
        return Markup(form.filled(escape(since), escape(introduced), escape(day), escape(address)))

    def text_of(self, version: Version) -> Markup:
        """The words of a version as HTML; `placed` fits its links to a page."""
        return self.text_with(version, {})

    def text_with(self, version: Version, beside: Mapping[str, str]) -> Markup:
        """The words of a version, with what stands beside single clauses, as HTML by id. The words themselves are made once."""
        key = (version.policy, version.name)
        if key not in self._texts:
            words = self.words(version)
            made = self.fragment(
                "policy/clauses.html", version=version, words=words, hole=_hole, laid=lambda parts: self._parts(words, parts),
                rule=lambda clause: Markup(self._laid(words, clause, below=True)),
            )  # fmt: skip
            self._texts[key] = tuple(str(made).split(_HOLE))
        parts = list(self._texts[key])
        for at in range(1, len(parts), 2):
            here = beside.get(parts[at])
            parts[at] = f'<div class="pb-beside">{here}</div>' if here else ""
        return Markup("".join(parts))

    def _parts(
        self, words: "InlineRenderer", parts: Sequence[Clause | Group]
    ) -> list[Markup | list[Clause | Group]]:
        """The parts of a section for the template to lay out, rows of a table together; a rule of words alone is laid out already."""
        result: list[Markup | list[Clause | Group]] = []
        for run in clauses.table_runs(parts):
            made = self._laid(words, run[0], below=False) if isinstance(run[0], Clause) else ""
            result.append(Markup(made) if made else run)
        return result

    def _laid(self, words: "InlineRenderer", clause: Clause, *, below: bool) -> str:
        """A rule of words alone, with those inside it; empty where one holds more, for the template to lay out."""
        if clause.quoted or clause.table or clause.kind is ClauseKind.CODE or not clause.inlines:
            return ""
        inside = [self._laid(words, child, below=True) for child in clause.children]
        if not all(inside):
            return ""
        more = "\n".join([*inside, "\n"]) if inside else ""
        beside = "" if below else _HOLE + clause.id + _HOLE
        return self._rules[below].filled(
            clause.id, clause.number, clause.label, words.text(clause.inlines), more, beside
        )

    def form(self, template: str, fields: tuple[str, ...], **fixed: Any) -> Form:
        """A small template to fill in many times; its links begin with the mark that `placed` replaces. It is laid out once."""
        key = (template, *fixed.items())
        if key not in self._forms:
            self._forms[key] = Form(
                self._environment, template, fields, link=lambda target: ROOT + target, **fixed
            )
        return self._forms[key]

    def words(self, version: Version) -> "InlineRenderer":
        return InlineRenderer(markup_places(self.library, version))


def _hole(name: str) -> Markup:
    return Markup(f"{_HOLE}{name}{_HOLE}")


class InlineRenderer:
    """Inline pieces of one version as HTML, for templates."""

    def __init__(self, places: LinkTargets) -> None:
        self.places = places

    def __call__(self, inlines: Sequence[Inline]) -> Markup:
        return Markup(self.text(inlines))

    def text(self, inlines: Sequence[Inline]) -> str:
        """HTML as plain `str`, for what is put together before a template gets it."""
        return inline_html.text(inlines, self.places)


def _digest(assets: Mapping[str, bytes]) -> str:
    """Eight letters that change when any asset does, so that no browser shows an old style sheet."""
    whole = hashlib.sha256()
    for path in sorted(assets):
        whole.update(path.encode() + b"\0" + hashlib.sha256(assets[path]).digest())
    return whole.hexdigest()[:8]
