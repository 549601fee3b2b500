"""How published pages and the preview write a command: by how Policybook is installed."""

from importlib.resources import files
from pathlib import Path

FROM_CLONE = "uv run build.py"
INSTALLED = "policybook"


def published_program() -> str:
    """Return the words that start Policybook: in a clone `build.py`, else the installed program.

    A page must not change with how the build was started, so this looks at the files alone.
    """
    package = Path(str(files("policybook")))
    return FROM_CLONE if (package.parent / "build.py").is_file() else INSTALLED
