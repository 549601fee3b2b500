"""Turn values and templates into finished pages. Templates do the layout and decide nothing.

It knows templates and addresses, not the library. A missing value stops the build.
"""

import functools
import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import quote

import jinja2
from markupsafe import Markup

from policybook.model import ClauseKind, Contact, Group, Mark, School, addresses, dates, wording
from policybook.model.addresses import Address
from policybook.model.look import NamedLink
from policybook.reading.school import contacts_yml
from policybook.reading.texts import clauses, table_grid
from policybook.site.hosting import security_headers
from policybook.site.proofs import forbidden_content
from policybook.site.render import inline_html, sanitise
from policybook.site.render.environment import TemplateEnvironment
from policybook.site.render.link_targets import ROOT, direction, relatives
from policybook.site.render.snippets import Form

# An output takes all three names from here.
from policybook.site.render.types import Asset as Asset
from policybook.site.render.types import Page as Page
from policybook.site.render.types import Settings, Templates, Trail
from policybook.text.readable_colours import darken_for_bar


class Renderer:
    """Make pages and parts of pages. Every template can use `school`, `settings` and `office`.

    `office` is how to reach the contact that the school names, if its contacts have it.
    """

    def __init__(
        self,
        templates: Templates,
        settings: Settings,
        school: School,
        office: Contact | None = None,
    ) -> None:
        self.templates, self.settings, self.school = templates, settings, school
        self.office = office
        self._environment = self._make_environment()
        self._forms: dict[tuple[Any, ...], Form] = {}

    def page(
        self,
        address: Address,
        template: str,
        *,
        title: str,
        description: str = "",
        trail: Trail = (),
        language: str = "",
        listed: bool = True,
        whole_links: bool = False,
        mark: str = "",
        canonical: Address | None = None,
        indexed: bool = True,
        feed: Address | None = None,
        linked_data: str = "",
        **values: Any,
    ) -> Page:
        """Return the page for `address`.

        `whole_links` makes its links full addresses, for a page that is read elsewhere.
        The default `language` is the school's. `mark` says what a text is that is not in
        force: “replaced”. Search engines leave out a page with a mark, or not `indexed`.
        `canonical` is the address that they show in its place. `feed` is the page's own
        feed, and `linked_data` describes it as JSON-LD, with `<` escaped.
        """
        language = language or self.school.language
        link = self.url if whole_links else relatives(address, self.settings.url)
        values |= {"address": address, "title": title, "description": description, "mark": mark}
        values |= {"link": link, "url": self.url(address), "indexed": indexed and not mark}
        values |= {"language": language, "direction": direction(language), "trail": tuple(trail)}
        values |= {"feed": feed, "linked_data": Markup(linked_data)}
        values["canonical"] = self._canonical(address, canonical, link)
        html = self._environment.get_template(template).render(**values)
        # A page that is read elsewhere is a single file, with its styles inside.
        if not whole_links:
            forbidden_content.refuse_page(html, address, template, self.settings.url)
        return Page(address=address, title=title, html=html, listed=listed)

    def _canonical(
        self, address: Address, canonical: Address | None, link: Callable[[str], str]
    ) -> str:
        """Return the address that search engines show for a page. Empty if it is its own."""
        if self.settings.url:
            return self.url(address if canonical is None else canonical)
        return "" if canonical in (None, address) else link(canonical or "")

    def fragment(self, template: str, **values: Any) -> Markup:
        """Return a part of a page. `placed` replaces the mark at the start of its links."""
        return Markup(self._environment.get_template(template).render(link=_root_link, **values))

    def form(self, template: str, fields: tuple[str, ...], **fixed: Any) -> Form:
        """Return a small template, laid out once to be filled in many times.

        Its links are as in a fragment.
        """
        key = (template, *fixed.items())
        if key not in self._forms:
            self._forms[key] = Form(self._environment, template, fields, link=_root_link, **fixed)
        return self._forms[key]

    def url(self, address: str) -> str:
        """Return the full address if it is known, else the address from the site's root."""
        return f"{self.settings.url.rstrip('/')}/{quote(address)}"

    @functools.cached_property
    def digest(self) -> str:
        """Return a hash that changes with the templates, the settings and the fonts of PDFs."""
        templates, settings = self.templates, replace(self.settings, store=None)
        values = (replace(templates, pages={}, assets={}, pdf=Path()), settings)
        whole = hashlib.sha256(repr(values).encode())
        pages = {name: text.encode() for name, text in templates.pages.items()}
        pdf = _read_files(templates.pdf) if settings.pdf else {}
        for files in (pages, templates.assets, pdf):
            whole.update(_digest(files).encode())
        return whole.hexdigest()

    def _make_environment(self) -> jinja2.Environment:
        environment, look = TemplateEnvironment(self.templates.pages), self.school.look
        environment.filters.update(
            day=dates.format_day,
            year=dates.format_academic_year,
            listed=wording.join_words,
            rule=wording.clause_name,
            capital=wording.capitalise,
            dial=contacts_yml.format_tel,
            mail=inline_html.link_mail,
        )
        environment.globals.update(
            school=self.school,
            office=self.office,
            # A template needs no way to the files that a build keeps.
            site=replace(self.settings, store=None),
            Mark=Mark,
            ClauseKind=ClauseKind,
            is_group=lambda part: isinstance(part, Group),
            runs=clauses.group_table_rows,
            lay_out=table_grid.lay_out,
            asset_version=_digest(self.templates.assets)[:8],
            styles=self.templates.styles,
            school_styles=self.templates.school_styles,
            logo=self.templates.logo,
            share_picture=self.url(addresses.SHARE_PICTURE) if self.settings.url else "",
            icon=self.templates.icon or "assets/favicon.svg",
            bar_colour=darken_for_bar(look.colour) if look.colour else "#303f9f",
            footer=sanitise.html(look.footer),
            menu=tuple(_menu_entries(look.menu)),
            content_policy=Markup(security_headers.CONTENT),
            styles_inline=self._styles_inline,
            shared=functools.cache(self._render_shared),
        )
        return environment

    def _render_shared(self, template: str, **values: Any) -> Markup:
        """Return a part of a page that is the same on every page with these `values`."""
        return Markup(self._environment.get_template(template).render(**values))

    def _styles_inline(self) -> Markup:
        """Return every style sheet of a page, for a page that is a single file."""
        templates = self.templates
        sheets = (*templates.styles, "assets/policybook.css", *templates.school_styles)
        text = "\n".join(
            self.templates.assets[path].decode() for path in sheets if path in self.templates.assets
        )
        return Markup(text.replace("</", "<\\/"))


def _menu_entries(menu: Iterable[NamedLink]) -> Iterator[tuple[str, str]]:
    """Yield the name and the address of each page of the school's own menu.

    A page without a name is named after its file.
    """
    for entry in menu:
        if "://" in entry.target:
            yield entry.name or entry.target, entry.target
        else:
            stem = entry.target.removesuffix(".md").removesuffix("/index")
            yield (
                entry.name or PurePosixPath(stem).name.replace("-", " ").capitalize(),
                addresses.ordinary(f"{stem}/"),
            )


def _root_link(target: str) -> str:
    return ROOT + target


def _digest(assets: Mapping[str, bytes]) -> str:
    """Return letters that change with any file. Their first eight tell browsers of a new one."""
    whole = hashlib.sha256()
    for path in sorted(assets):
        whole.update(path.encode() + b"\0" + hashlib.sha256(assets[path]).digest())
    return whole.hexdigest()


def _read_files(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder by its path in it."""
    files = (file for file in folder.rglob("*") if file.is_file())
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in files}
