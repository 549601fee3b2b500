"""Read the settings that Policybook uses from `mkdocs.yml`: name, address and look of the site.

Policybook runs nothing that these settings name: no hooks, no other plugins, no other
theme. A setting that it does not use is a warning.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import urlsplit

from policybook.model import School
from policybook.model.findings import Finding, Severity
from policybook.model.look import NamedLink, SiteLook
from policybook.reading.fields import values
from policybook.reading.school import site_look
from policybook.text import strict_yaml
from policybook.text.strict_yaml import InvalidValueError, Value
from policybook.text.web_address import find_address_fault

PATH = "mkdocs.yml"
#: Extensions of Markdown that ordinary pages have, and Material's names for the same.
EXTENSIONS = frozenset({"attr_list", "tables", "admonition", "toc", "sane_lists"})
#: The home page is first in every menu.
_HOME = "index.md"
_PLUGINS = frozenset({"policybook", "search"})
_HONOURED = frozenset(
    {"site_name", "site_url", "theme", "plugins", "markdown_extensions", "nav", "copyright"}
)
#: Settings of MkDocs that mean something to our build, or change nothing that people see.
_QUIET = frozenset({"docs_dir", "site_dir", "exclude_docs", "strict", "extra_css", "extra"})


#: Nobody can own these names: RFC 2606.
_EXAMPLE = re.compile(r"(?:^|\.)(?:example(?:\.(?:com|net|org))?|test|invalid)$")


@dataclass(frozen=True, slots=True, kw_only=True)
class HostSettings:
    """The name and address of the site, its language and look; empty where the file is silent."""

    name: str = ""
    url: str = ""
    language: str = ""
    look: SiteLook = field(default_factory=SiteLook)


def add_to_school(school: School, host: HostSettings) -> School:
    """Return the school with what only `mkdocs.yml` says: the name, the language, the look."""
    look = site_look.combine(school.look, host.look)
    name = host.name if host.name and school.name == School().name else school.name
    is_silent = "language" not in school.lines
    language = host.language if host.language and is_silent else school.language
    return replace(school, name=name, language=language, look=look)


def read(text: str | None) -> tuple[HostSettings, tuple[Finding, ...]]:
    """Return the settings and what is wrong with them.

    `text` is None if the project has no such file; it needs none.
    """
    if text is None or strict_yaml.is_blank(text):
        return HostSettings(), ()
    root, faults = strict_yaml.read(text, PATH, what="site's settings file", tricks=True)
    if root is None or root.fields is None:
        return HostSettings(), faults
    host = read_look(root)
    findings = [*faults, *host.findings]
    url = _text(root.fields.get("site_url"))
    if url and (fault := _find_url_fault(url, root.key_lines["site_url"])):
        findings.append(fault)
        url = "" if fault.severity is Severity.ERROR else url
    settings = HostSettings(
        name=_text(root.fields.get("site_name")), url=url, language=host.language, look=host.look
    )
    return settings, tuple(findings)


def _find_url_fault(url: str, line: int) -> Finding | None:
    """Return the finding for an address that does not work; None for a good one."""
    if fault := find_address_fault(url):
        message, remedy = fault
        return Finding(
            path=PATH, line=line, code="setting", message=f"`site_url` {message}", remedy=remedy
        )
    if _EXAMPLE.search(urlsplit(url).hostname or ""):
        return Finding(
            path=PATH,
            line=line,
            severity=Severity.WARNING,
            code="setting",
            message=f"`site_url` is still the example address “{url}”",
            remedy="Replace it with the address where you publish the site. "
            "Printed sheets, feeds and calendars link to it.",
        )
    return None


def _text(value: Value | None) -> str:
    """Return the words of a value; empty if there is none."""
    return (value.text or "").strip() if value else ""


@dataclass(slots=True)
class HostLook:
    """What `mkdocs.yml` says about the look, the language, and what is wrong with it."""

    look: SiteLook = field(default_factory=SiteLook)
    language: str = ""
    findings: list[Finding] = field(default_factory=list)


def read_look(root: Value) -> HostLook:
    """Return the look that the settings in `root` choose, with a finding for each other one."""
    reader = _LookReader()
    fields = root.fields or {}
    for name in fields:
        if name not in _HONOURED | _QUIET:
            reader.add_unused(name, root.key_lines[name])
    reader.read_theme(fields.get("theme"))
    reader.read_lists(root)
    reader.choices["footer"] = reader.read(root, "copyright", values.read_text) or ""
    reader.choices["style_sheets"] = tuple(
        reader.read_items(root, "extra_css", site_look.read_style_sheet)
    )
    reader.read_extra(fields.get("extra"))
    if menu := fields.get("nav"):
        reader.choices["menu"] = tuple(reader.read_menu(menu))
    chosen = {name: value for name, value in reader.choices.items() if value}
    return HostLook(SiteLook(**chosen), reader.language, reader.findings)


class _LookReader:
    """Collects choices and findings."""

    def __init__(self) -> None:
        self.choices: dict[str, Any] = {}
        self.language = ""
        self.findings: list[Finding] = []

    def add_unused(self, name: str, line: int, remedy: str = "") -> None:
        """Add the finding for a setting that changes nothing."""
        self.add(
            f"the setting `{name}` changes nothing: Policybook does not use it",
            remedy or "Remove it. Only the command mkdocs uses it.",
            line,
        )

    def add(self, message: str, remedy: str, line: int) -> None:
        """Add a warning about a line of the file."""
        self.findings.append(
            Finding(
                path=PATH,
                line=line,
                severity=Severity.WARNING,
                code="setting",
                message=message,
                remedy=remedy,
            )
        )

    def read(self, parent: Value, name: str, reader: Callable[[Value], Any]) -> Any:
        """Return the value of one setting; None if there is none, or if it cannot be used."""
        value = (parent.fields or {}).get(name)
        if value is None or value.text in ("", "null", "~"):
            return None
        try:
            return reader(value)
        except InvalidValueError as wrong:
            line = wrong.line or parent.key_lines[name]
            self.add(f"`{name}` {wrong.message}", wrong.remedy, line)
            return None

    def read_items(self, parent: Value, name: str, reader: Callable[[Value], Any]) -> Iterator[Any]:
        """Yield the items of a list that can be used."""
        for item in _items((parent.fields or {}).get(name)):
            try:
                yield reader(item)
            except InvalidValueError as wrong:
                self.add(f"`{name}` has an item that {wrong.message}", wrong.remedy, item.line)

    def read_theme(self, theme: Value | None) -> None:
        """Read `theme`: its palette, logo, favicon and language."""
        if theme is None or theme.fields is None:
            return
        for name, value in theme.fields.items():
            line = theme.key_lines[name]
            if name == "palette":
                self.read_palette(value)
            elif name == "font":
                if value.text not in ("false", "no", "off"):
                    self.add_unused(
                        "theme.font",
                        line,
                        "Write `font: false`. The pages use the fonts of the reader's computer, "
                        "so that nothing loads from elsewhere.",
                    )
            elif name not in ("name", "custom_dir", "logo", "favicon", "language"):
                self.add_unused(f"theme.{name}", line)
        self.choices["logo"] = self.read(theme, "logo", site_look.read_picture)
        self.choices["icon"] = self.read(theme, "favicon", site_look.read_icon)
        language = self.read(theme, "language", values.read_language)
        self.language = "" if language in (None, "en") else language

    def read_palette(self, palette: Value) -> None:
        """Read the colours. A site always has a light and a dark scheme, so no toggle counts."""
        for part in _items(palette):
            for name in part.fields or {}:
                if name not in ("primary", "scheme", "toggle", "media"):
                    self.add_unused(
                        f"theme.palette.{name}",
                        part.key_lines[name],
                        "Remove it. The other colours follow from `primary`.",
                    )
            if not self.choices.get("colour") and (part.fields or {}).get("primary"):
                self.choices["colour"] = self.read(part, "primary", site_look.read_colour)

    def read_lists(self, root: Value) -> None:
        """Report extensions and plugins that Policybook does not run."""
        for setting, ours in (("markdown_extensions", EXTENSIONS), ("plugins", _PLUGINS)):
            for item in _items((root.fields or {}).get(setting)):
                name = item.text or next(iter(item.fields or {}), "")
                if name and name not in ours:
                    self.add_unused(
                        f"{setting}: {name}",
                        item.line,
                        f"Remove it. Policybook runs only these: {', '.join(sorted(ours))}.",
                    )

    def read_extra(self, extra: Value | None) -> None:
        """Read `extra.social`; report the rest of `extra`."""
        if extra is None or extra.fields is None:
            return
        for name in extra.fields:
            if name not in ("social", "generator"):
                self.add_unused(f"extra.{name}", extra.key_lines[name])
        self.choices["social"] = tuple(self.read_items(extra, "social", _read_social))

    def read_menu(self, menu: Value) -> Iterator[NamedLink]:
        """Yield the pages of `nav` in their order, without the home page.

        Headings of groups are left out.
        """
        for item in _items(menu):
            if item.text not in (None, _HOME):
                yield NamedLink(name="", target=(item.text or "").strip())
            for name, value in (item.fields or {}).items():
                if value.text is not None and value.text.strip() != _HOME:
                    yield NamedLink(name=name, target=value.text.strip())
                elif value.text is None:
                    self.add(
                        f"the menu has no groups, so “{name}” in `nav` is not shown",
                        "The pages of the group are in the menu, one after the other.",
                        item.key_lines[name],
                    )
                    yield from self.read_menu(value)


def _read_social(value: Value) -> NamedLink:
    """Return a link of `extra.social`; Material gives it an address, an icon and a name."""
    fields = value.fields or {}
    if "link" not in fields:
        raise InvalidValueError("has no `link`", "Write `- link: https://…`.")
    profile = site_look.read_profile(fields["link"])
    if "name" not in fields:
        return profile
    return NamedLink(name=values.read_text(fields["name"]), target=profile.target)


def _items(value: Value | None) -> list[Value]:
    """Return the items of a list; a value that is no list counts as the only item."""
    if value is None:
        return []
    return [value] if value.items is None else value.items
