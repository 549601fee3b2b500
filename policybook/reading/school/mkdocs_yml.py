"""Read the settings that Policybook uses from `mkdocs.yml`: name, address and look of the site.

Policybook runs nothing that these settings name: no hooks, no other plugins, no other
theme. A setting that it does not use is a warning.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from urllib.parse import urlsplit

from policybook.model import Finding, School, Severity
from policybook.model.look import SiteLook
from policybook.reading.school import mkdocs_look, site_look
from policybook.text import strict_yaml
from policybook.text.web_address import find_address_fault

PATH = mkdocs_look.PATH
#: Nobody can own these names: RFC 2606.
_EXAMPLE = re.compile(r"(?:^|\.)(?:example(?:\.(?:com|net|org))?|test|invalid)$")


@dataclass(frozen=True, slots=True, kw_only=True)
class HostSettings:
    """The name and address of the site, its language and look; empty where the file is silent."""

    name: str = ""
    url: str = ""
    language: str = ""
    look: SiteLook = field(default_factory=SiteLook)
    lines: Mapping[str, int] = field(default_factory=dict, compare=False)


def add_to_school(school: School, host: HostSettings) -> School:
    """Return the school with what only `mkdocs.yml` says: the name, the language, the look."""
    look = site_look.combine(school.look, host.look)
    name = host.name if host.name and school.name == School().name else school.name
    is_silent = "language" not in school.lines
    language = host.language if host.language and is_silent else school.language
    return replace(school, name=name, language=language, look=look)


def find_other_language(school: School, host: HostSettings) -> Iterator[Finding]:
    """Yield a finding if `theme.language` is not the language that `school.yml` chose."""
    if host.language and host.language.split("-")[0] != school.language.split("-")[0]:
        yield Finding(
            path=PATH,
            line=host.lines["language"],
            severity=Severity.WARNING,
            code="setting",
            message=f"the setting `theme.language` changes nothing: school.yml has the language "
            f"“{school.language}”",
            remedy=f"Remove it, or write `language: {host.language}` in school.yml.",
        )


def read(text: str | None) -> tuple[HostSettings, tuple[Finding, ...]]:
    """Return the settings and what is wrong with them.

    `text` is None if the project has no such file; it needs none.
    """
    if text is None or strict_yaml.is_blank(text):
        return HostSettings(), ()
    root, faults = strict_yaml.read(text, PATH, what="site's settings file", tricks=True)
    if root is None or root.fields is None:
        return HostSettings(), faults
    host = mkdocs_look.read_look(root)
    findings = [*faults, *host.findings]
    url = _text(root.fields.get("site_url"))
    if url and (fault := _find_url_fault(url, root.key_lines["site_url"])):
        findings.append(fault)
        url = "" if fault.severity is Severity.ERROR else url
    settings = HostSettings(
        name=_text(root.fields.get("site_name")),
        url=url,
        language=host.language,
        look=host.look,
        lines=host.lines,
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


def _text(value: strict_yaml.Value | None) -> str:
    """Return the words of a value; empty if there is none."""
    return (value.text or "").strip() if value else ""
