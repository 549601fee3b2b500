"""The folders of templates -> their files in memory. A school's file replaces ours of that name."""

from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

from policybook.site.render.types import Templates


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
    for folder in folders:
        pages |= {name: file.read_text(encoding="utf-8") for name, file in _files(folder, ".html")}
        assets |= {
            name: file.read_bytes() for name, file in _files(folder / "assets", "", "assets/")
        }
    pdf = folders[-1] / "pdf"
    is_own = has_theirs and pdf.is_dir()
    return Templates(
        pages=pages, assets=assets, pdf=pdf if is_own else ours / "pdf", has_own_pdf=is_own
    )


def _files(folder: Path, ending: str, prefix: str = "") -> Iterator[tuple[str, Path]]:
    for file in sorted(folder.rglob("*")):
        if (
            file.is_file()
            and not file.is_symlink()
            and file.name.endswith(ending)
            and not file.name.startswith(".")
        ):
            yield prefix + file.relative_to(folder).as_posix(), file
