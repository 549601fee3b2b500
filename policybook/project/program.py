"""How published pages and the preview write a command: by how Policybook is installed."""

from importlib.resources import files
from pathlib import Path

FROM_CLONE = "uv run build.py"
INSTALLED = "policybook"


def published_program() -> str:
    """Return the words that start Policybook: in a clone `build.py`, else the installed program.

    A page must not change with how the build was started, so this looks at the files alone.
    """
    return FROM_CLONE if find_clone() else INSTALLED


def find_clone() -> Path | None:
    """Return the folder of the clone that this program runs from; None if it is installed."""
    folder = Path(str(files("policybook"))).parent
    return folder if (folder / "build.py").is_file() else None
