"""`mkdocs.yml` -> the few settings that Policybook takes from it: the site's name and address, and the plugin's options.

Policybook runs nothing that a project's settings name: no hooks, no other plugins, no other theme. What it passes over is a note.
"""

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from policybook.model.findings import Finding, Severity
from policybook.text import strict_yaml
from policybook.text.strict_yaml import Value

PATH = "mkdocs.yml"
#: Names that nobody can have: RFC 2606.
_EXAMPLE = re.compile(r"(?:^|\.)(?:example(?:\.(?:com|net|org))?|test|invalid)$")
_PASSED_OVER = ("hooks", "extra_css", "extra_javascript", "extra_templates", "INHERIT")


@dataclass(frozen=True, slots=True, kw_only=True)
class HostSettings:
    """`name` and `url` are empty where the file does not give them."""

    name: str = ""
    url: str = ""


def read(text: str | None) -> tuple[HostSettings, tuple[Finding, ...]]:
    """Return the settings and what is wrong with them. None: the project has no such file, and needs none."""
    if text is None or not text.strip():
        return HostSettings(), ()
    root, faults = strict_yaml.read(text, PATH, what="site's settings file", tricks=True)
    if root is None or root.fields is None:
        return HostSettings(), faults
    findings = [*faults]
    for name in root.fields:
        if name in _PASSED_OVER:
            findings.append(
                Finding(
                    path=PATH,
                    line=root.key_lines[name],
                    severity=Severity.WARNING,
                    code="setting",
                    message=f"Policybook does not use the setting `{name}`",
                    remedy="Remove it; it only works with the command mkdocs itself.",
                )
            )
    url = _text(root.fields.get("site_url"))
    if url and (fault := _fault_of(url, root.key_lines["site_url"])):
        findings.append(fault)
        url = "" if fault.severity is Severity.ERROR else url
    return HostSettings(name=_text(root.fields.get("site_name")), url=url), tuple(findings)


def _fault_of(url: str, line: int) -> Finding | None:
    if not _sound(url):
        return Finding(
            path=PATH,
            line=line,
            code="setting",
            message=f"`site_url` is “{url}”, which is not a web address",
            remedy="Write the address where the site is published, such as https://policies.school.example/.",
        )
    if _EXAMPLE.search(urlsplit(url).hostname or ""):
        return Finding(
            path=PATH,
            line=line,
            severity=Severity.WARNING,
            code="setting",
            message=f"`site_url` is “{url}”, an address that nobody can have",
            remedy="Write the address where the site is published: printed sheets, feeds and calendars lead there.",
        )
    return None


def _text(value: Value | None) -> str:
    return (value.text or "").strip() if value else ""


def _sound(url: str) -> bool:
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return (
        parts.scheme in ("http", "https")
        and bool(parts.hostname)
        and not re.search(r"[\s<>\"'\\]", url)
    )
