"""Read the settings of Material for MkDocs that Policybook honours: colour, logo, menu, footer.

Each other setting is a finding: it says that the setting changes nothing. Nothing here stops
a build.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any

from policybook.model.findings import Finding, Severity
from policybook.model.look import NamedLink, SiteLook
from policybook.reading.fields import values
from policybook.reading.school import site_look
from policybook.text.strict_yaml import InvalidValueError, Value

PATH = "mkdocs.yml"
#: Extensions of Markdown that ordinary pages have, and Material's names for the same.
EXTENSIONS = frozenset({"attr_list", "tables", "admonition", "toc", "sane_lists"})
#: The home page is first in every menu.
_HOME = "index.md"
_WEB_ADDRESS = re.compile(r"https?://[^\s/?#]")
_PLUGINS = frozenset({"policybook", "search"})
_HONOURED = frozenset(
    {"site_name", "site_url", "theme", "plugins", "markdown_extensions", "nav", "copyright"}
)
#: Settings of MkDocs that mean something to our build, or change nothing that people see.
_QUIET = frozenset({"docs_dir", "site_dir", "exclude_docs", "strict", "extra_css", "extra"})


#: The setting of each choice of the look that `look` in `school.yml` can make too.
SETTINGS = {
    "colour": "theme.palette.primary",
    "logo": "theme.logo",
    "icon": "theme.favicon",
    "footer": "copyright",
    "social": "extra.social",
}


@dataclass(slots=True)
class HostLook:
    """What `mkdocs.yml` says about the look, the language, and what is wrong with it.

    `lines` has the line of each setting of `SETTINGS` by its choice, and of `language`.
    """

    look: SiteLook = field(default_factory=SiteLook)
    language: str = ""
    lines: Mapping[str, int] = field(default_factory=dict)
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
    reader.choices["footer"] = reader.read(root, "copyright", values.read_text, "footer") or ""
    reader.choices["style_sheets"] = tuple(
        reader.read_items(root, "extra_css", site_look.read_style_sheet)
    )
    reader.read_extra(fields.get("extra"))
    if menu := fields.get("nav"):
        reader.choices["menu"] = tuple(reader.read_menu(menu))
    chosen = {name: value for name, value in reader.choices.items() if value}
    return HostLook(SiteLook(**chosen), reader.language, reader.lines, reader.findings)


class _LookReader:
    """Collects choices and findings."""

    def __init__(self) -> None:
        self.choices: dict[str, Any] = {}
        self.language = ""
        self.lines: dict[str, int] = {}
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

    def read(
        self, parent: Value, name: str, reader: Callable[[Value], Any], choice: str = ""
    ) -> Any:
        """Return the value of one setting; None if there is none, or if it cannot be used.

        Note its line under `choice`.
        """
        value = (parent.fields or {}).get(name)
        if value is None or value.text in ("", "null", "~"):
            return None
        self.lines[choice or name] = parent.key_lines[name]
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
        self.choices["icon"] = self.read(theme, "favicon", site_look.read_icon, "icon")
        language = self.read(theme, "language", values.read_language)
        self.language = "" if language in (None, "en") else language

    def read_palette(self, palette: Value) -> None:
        """Read the colours. A site always has a light and a dark scheme, so no toggle counts.

        Pages open dark if the first palette is `slate`, unless it is for certain computers.
        """
        for place, part in enumerate(_items(palette)):
            self.read_scheme(part, is_first=not place)
            for name in part.fields or {}:
                if name not in ("primary", "scheme", "toggle", "media"):
                    self.add_unused(
                        f"theme.palette.{name}",
                        part.key_lines[name],
                        "Remove it. The other colours follow from `primary`.",
                    )
            if not (part.fields or {}).get("primary"):
                continue
            if not self.choices.get("colour"):
                self.choices["colour"] = self.read(part, "primary", site_look.read_colour, "colour")
                continue
            self.add_unused(
                "theme.palette.primary",
                part.key_lines["primary"],
                "Remove it. The colours of both schemes follow from the first `primary`.",
            )

    def read_scheme(self, part: Value, *, is_first: bool) -> None:
        """Read the scheme of one palette; report one that the site does not have."""
        fields = part.fields or {}
        scheme = fields["scheme"].text if "scheme" in fields else ""
        if scheme not in ("", "default", "slate"):
            self.add_unused(
                "theme.palette.scheme",
                part.key_lines["scheme"],
                "Write `slate` if pages are to open dark, or remove it.",
            )
        elif is_first and scheme == "slate" and "media" not in fields:
            self.choices["scheme"] = "dark"

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
        if "social" in extra.fields:
            self.lines["social"] = extra.key_lines["social"]
        self.choices["social"] = tuple(self.read_items(extra, "social", _read_social))

    def read_menu(self, menu: Value) -> Iterator[NamedLink]:
        """Yield the pages of `nav` in their order, without the home page.

        Headings of groups are left out.
        """
        for item in _items(menu):
            if item.text is not None:
                yield from self.read_page("", item.text.strip(), item.line)
            for name, value in (item.fields or {}).items():
                if value.text is not None:
                    yield from self.read_page(name, value.text.strip(), item.key_lines[name])
                else:
                    self.add(
                        f"the menu has no groups, so “{name}” in `nav` is not shown",
                        "The pages of the group are in the menu, one after the other.",
                        item.key_lines[name],
                    )
                    yield from self.read_menu(value)

    def read_page(self, name: str, target: str, line: int) -> Iterator[NamedLink]:
        """Yield a page of the menu; add a finding for one that the menu cannot show."""
        if target == _HOME:
            if name:
                self.add(
                    f"the home page is first in every menu as “Policies”, so “{name}” in `nav` is "
                    "not shown",
                    f"Write `- {_HOME}` without a name, or leave it out.",
                    line,
                )
        elif _WEB_ADDRESS.match(target) or _is_own_page(target):
            yield NamedLink(name=name, target=target)
        else:
            self.add(
                f"`nav` names “{target}”, which is no page of the folder docs",
                "Remove it. The policies and the pages for each reader are always in the menu. "
                "Name a page by its file, such as `contact.md`, or by its web address.",
                line,
            )


def _read_social(value: Value) -> NamedLink:
    """Return a link of `extra.social`; Material gives it an address, an icon and a name."""
    fields = value.fields or {}
    if "link" not in fields:
        raise InvalidValueError("has no `link`", "Write `- link: https://…`.")
    profile = site_look.read_profile(fields["link"])
    if "name" not in fields:
        return profile
    return NamedLink(name=values.read_text(fields["name"]), target=profile.target)


def _is_own_page(target: str) -> bool:
    """Return whether this may be an ordinary page: a policy's file is none."""
    path = PurePosixPath(target)
    return path.suffix == ".md" and path.parts[0] != "policies"


def _items(value: Value | None) -> list[Value]:
    """Return the items of a list; a value that is no list counts as the only item."""
    if value is None:
        return []
    return [value] if value.items is None else value.items
