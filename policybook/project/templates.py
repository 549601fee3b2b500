"""The folders of templates -> their files in memory. A school's file replaces ours of that name.

A file among the school's templates that no page uses, such as `policy/hom.html`, is a finding.
"""

import re
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

from policybook.model.findings import Finding, Severity
from policybook.site.render.types import Templates

#: MkDocs starts with this template.
_FIRST = "main.html"
_ASSETS = ("assets/", "pdf/")
_USES = re.compile(r"\{%-?\s*(?:extends|include|import|from)\s+[\"']([^\"'\n]{1,200})[\"']")


def own_folder(name: str) -> Path:
    """Return Policybook's own `templates` or `docs/help`.

    In a clone the folder is beside the package, in a wheel inside it.
    """
    package = Path(str(files("policybook")))  # Typst and MkDocs need a folder on the disk
    packed = package / "own" / Path(name).name
    return packed if packed.is_dir() else package.parent / name


class TemplateFault(Exception):
    """A template of the school cannot be used; the message is for the person who builds."""


def read_templates(project: Path) -> Templates:
    """Return the templates of `project`, and Policybook's own where it has none.

    Raise `TemplateFault` if one of them cannot be read.
    """
    try:
        return _read(project)
    except (OSError, UnicodeDecodeError) as fault:
        raise TemplateFault(f"A file of {project / 'templates'} cannot be read: {fault}") from fault


def _read(project: Path) -> Templates:
    ours = own_folder("templates")
    theirs = project / "templates"
    if theirs.is_symlink():
        raise TemplateFault(
            f"{theirs} is a link (symlink), which Policybook does not follow. "
            "Put the folder itself there."
        )
    has_theirs = theirs.is_dir() and theirs.resolve() != ours.resolve()
    folders = [ours, theirs] if has_theirs else [ours]
    pages: dict[str, str] = {}
    assets: dict[str, bytes] = {}
    for name, file in (entry for folder in folders for entry in _list_files(folder)):
        if file.is_symlink():
            continue
        if name.endswith(".html"):
            pages[name] = file.read_text(encoding="utf-8")
        if name.startswith("assets/"):
            data = file.read_bytes()
            assets[name] = _drop_comments(data) if file.is_relative_to(ours) else data
    pdf = folders[-1] / "pdf"
    is_own = has_theirs and pdf.is_dir()
    return Templates(
        pages=pages, assets=assets, pdf=pdf if is_own else ours / "pdf", has_own_pdf=is_own
    )


def _drop_comments(data: bytes) -> bytes:
    """Return one of our own files without the comments that fill lines, but for the first.

    They are a sixth of what a reader's browser would fetch.
    """
    kept: list[bytes] = []
    is_inside = False
    for line in data.splitlines(keepends=True):
        words = line.strip()
        starts = words.startswith(b"/*") and words.find(b"*/") in (-1, len(words) - 2)
        is_comment = is_inside or (starts and bool(kept))
        if not is_comment:
            kept.append(line)
        is_inside = is_comment and not words.endswith(b"*/")
    return b"".join(kept)


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
