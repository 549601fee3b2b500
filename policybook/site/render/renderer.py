"""Turn values and templates into finished pages. Templates do the layout and decide nothing.

It knows templates and addresses, not the library. A missing value stops the build.
"""

import functools
import hashlib
from collections.abc import Mapping
from dataclasses import replace
from typing import Any
from urllib.parse import quote

import jinja2
from markupsafe import Markup

from policybook.model import ClauseKind, Group, Mark, School, dates, wording
from policybook.model.addresses import Address
from policybook.reading import clauses, table_grid
from policybook.site import forbidden_content, security_headers
from policybook.site.render.environment import TemplateEnvironment
from policybook.site.render.link_targets import ROOT, direction, relatives
from policybook.site.render.snippets import Form
from policybook.site.render.types import Page, Settings, Templates, Trail


class Renderer:
    """Make pages and parts of pages. Every template can use `school` and `settings`."""

    def __init__(self, templates: Templates, settings: Settings, school: School) -> None:
        self.templates, self.settings, self.school = templates, settings, school
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
        **values: Any,
    ) -> Page:
        """Return the page for `address`.

        `whole_links` makes its links full addresses, for a page that is read elsewhere.
        The default `language` is the school's.
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
        forbidden_content.refuse_page(html, address, template, self.settings.url)
        return Page(address=address, title=title, html=html, listed=listed)

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

    def _make_environment(self) -> jinja2.Environment:
        environment = TemplateEnvironment(self.templates.pages)
        environment.filters.update(
            day=dates.format_day, year=dates.format_academic_year, listed=wording.audiences
        )
        environment.globals.update(
            school=self.school,
            # A template needs no way to the files that a build keeps.
            site=replace(self.settings, kept_pdfs=None),
            Mark=Mark,
            ClauseKind=ClauseKind,
            is_group=lambda part: isinstance(part, Group),
            runs=clauses.group_table_rows,
            lay_out=table_grid.lay_out,
            asset_version=_digest(self.templates.assets),
            styles=self.templates.styles,
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
        sheets = (*self.templates.styles, "assets/policybook.css")
        text = "\n".join(
            self.templates.assets[path].decode() for path in sheets if path in self.templates.assets
        )
        return Markup(text.replace("</", "<\\/"))


def _root_link(target: str) -> str:
    return ROOT + target


def _digest(assets: Mapping[str, bytes]) -> str:
    """Return eight letters that change with any asset, so browsers load the new one."""
    whole = hashlib.sha256()
    for path in sorted(assets):
        whole.update(path.encode() + b"\0" + hashlib.sha256(assets[path]).digest())
    return whole.hexdigest()[:8]
