"""Report the files among a school's templates that no page uses, such as `policy/hom.html`."""

import re
from collections.abc import Iterator
from pathlib import Path

from policybook.model.findings import Finding, Severity
from policybook.project.templates import own_folder

#: MkDocs starts with this template.
_FIRST = "main.html"
_ASSETS = ("assets/", "pdf/")
_USES = re.compile(r"\{%-?\s*(?:extends|include|import|from)\s+[\"']([^\"'\n]{1,200})[\"']")


def find_unused(project: Path) -> Iterator[Finding]:
    """Yield a warning for each file in `templates` that has no name of ours and that none uses."""
    ours, theirs = own_folder("templates"), project / "templates"
    if not theirs.is_dir() or theirs.is_symlink() or theirs.resolve() == ours.resolve():
        return
    texts = {name: file for name, file in _list_files(theirs) if not name.startswith(_ASSETS)}
    our_names = {name for name, _ in _list_files(ours)} | {_FIRST}
    for name in sorted(texts.keys() - _follow(texts, our_names)):
        yield Finding(
            path=f"templates/{name}",
            severity=Severity.WARNING,
            code="unused-template",
            message="no page uses this template, because Policybook has none of this name",
            remedy=f"Give it the name of the template that it replaces.{_suggest(name, our_names)} "
            "Or remove it.",
        )


def _follow(texts: dict[str, Path], our_names: set[str]) -> set[str]:
    """Return the templates with names of ours, and those that they extend or include."""
    used = texts.keys() & our_names
    waiting = list(used)
    while waiting:
        try:
            text = texts[waiting.pop()].read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError):
            continue
        new = set(_USES.findall(text)) & texts.keys() - used
        used |= new
        waiting += new
    return used


def _list_files(folder: Path) -> Iterator[tuple[str, Path]]:
    for file in sorted(folder.rglob("*")):
        if file.is_file() and not file.name.startswith("."):
            yield file.relative_to(folder).as_posix(), file


def _suggest(name: str, our_names: set[str]) -> str:
    # It is slow to import, and seldom needed.
    from difflib import get_close_matches

    near = get_close_matches(name, sorted(our_names), n=1, cutoff=0.7)
    return f" Did you mean {near[0]}?" if near else ""
