"""Which release of Policybook this is."""

import subprocess

from policybook import __version__
from policybook.project.program import find_clone


def describe_release() -> str:
    """Return the version, and in a clone the commit: `policybook 0.1.0 (4f5511f)`."""
    commit = _read_commit()
    return f"policybook {__version__}" + (f" ({commit})" if commit else "")


def _read_commit() -> str:
    """Return the commit of the clone; empty for an installed program, or if git does not say."""
    clone = find_clone()
    if clone is None:
        return ""
    try:
        done = subprocess.run(
            ["git", "-C", str(clone), "describe", "--always", "--dirty=, changed", "--exclude=*"],
            capture_output=True,
            encoding="utf-8",
            timeout=5,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""
