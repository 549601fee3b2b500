"""Say whether other programs that build sites would publish drafts and the school's settings.

MkDocs without Policybook's plugin, ProperDocs and Zensical publish all of `docs/`, unless
`exclude_docs` in their settings file names what to leave out.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping

from policybook.model.findings import Finding, Severity
from policybook.text import strict_yaml

#: The files that these programs read, in the order of their names.
YAML_FILES = ("mkdocs.yml", "mkdocs.yaml", "properdocs.yml", "properdocs.yaml")
TOML_FILES = ("zensical.toml",)
PATHS = (*YAML_FILES, *TOML_FILES)
PATTERN = "/policies/"
#: The line that keeps the folder of policies off the site.
LINE = f"exclude_docs: {PATTERN}"
#: Forms of the pattern, as `.gitignore` has them, without the slash at their start.
_FORMS = ("policies", "policies/", "policies/*", "policies/**", "**/policies", "**/policies/")


def find_open_folders(files: Mapping[str, bytes]) -> Iterator[Finding]:
    """Yield a finding for each settings file that does not keep `docs/policies/` off the site."""
    for path in PATHS:
        text = files.get(path, b"").decode("utf-8", "replace").removeprefix("\ufeff")
        if not text.strip() or (path in YAML_FILES and strict_yaml.is_blank(text)):
            continue
        excluded, line = read_excluded(text, path)
        if line and not keeps_policies_private(excluded or ""):
            yield _describe(path, line, has_setting=excluded is not None)


def read_excluded(text: str, path: str) -> tuple[str | None, int]:
    """Return the patterns of `exclude_docs`, or None if there are none, and its line.

    The line is 0 if the file cannot be read: then no program can use it either.
    """
    if path in TOML_FILES:
        try:
            project = tomllib.loads(text).get("project")
        except (tomllib.TOMLDecodeError, RecursionError):
            return None, 0
        excluded = project.get("exclude_docs") if isinstance(project, dict) else None
        return None if excluded is None else str(excluded), 1
    root, _ = strict_yaml.read(text, path, what="settings file", tricks=True)
    if root is None or root.fields is None:
        return None, 0
    if "exclude_docs" not in root.fields:
        return None, 1
    return root.fields["exclude_docs"].text or "", root.key_lines["exclude_docs"]


def keeps_policies_private(patterns: str) -> bool:
    """Return whether the patterns leave out `policies/`, and none behind it takes a part back."""
    is_private = False
    for line in patterns.splitlines():
        pattern = line.strip()
        if pattern.startswith("!"):
            is_private = False
        elif pattern.removeprefix("/") in _FORMS:
            is_private = True
    return is_private


def _describe(path: str, line: int, *, has_setting: bool) -> Finding:
    if has_setting:
        remedy = f"Add `{PATTERN}` as the last line of `exclude_docs`."
    elif path in TOML_FILES:
        remedy = f'Add this line below `[project]`: exclude_docs = "{PATTERN}"'
    else:
        remedy = f"Add this line, or let `policybook check --fix` add it: {LINE}"
    return Finding(
        path=path,
        line=line,
        severity=Severity.WARNING,
        code="exclude-docs",
        message="a program other than Policybook would publish drafts and the school's settings "
        "from this file",
        remedy=remedy,
    )


def add_line(text: str) -> str | None:
    """Return the settings file with the line for `docs/policies/`; None if that cannot be proved.

    Every other setting is as it was.
    """
    if text.startswith("\ufeff"):
        new = add_line(text[1:])
        return f"\ufeff{new}" if new else None
    if not re.search(r"(?m)^[A-Za-z_]+:", text):
        return None
    comment = "# Drafts, the record and the school's settings are for Policybook alone."
    end = "\r\n" if "\r\n" in text else "\n"
    new = end.join((text.rstrip(), "", comment, LINE, ""))
    before, _ = strict_yaml.read(text, "", tricks=True)
    after, _ = strict_yaml.read(new, "", tricks=True)
    if not before or not after or before.fields is None or after.fields is None:
        return None
    added = after.fields.pop("exclude_docs", None)
    proved = added is not None and keeps_policies_private(added.text or "")
    return new if proved and after.fields == before.fields else None
