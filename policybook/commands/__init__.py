"""What each command of `build.py` does, says and returns: 0 done, 1 refused or wrong."""

from policybook.commands.asked import Refused
from policybook.commands.checking import check, schema
from policybook.commands.deciding import approve, review, withdraw
from policybook.commands.looking import diff, search
from policybook.commands.publishing import build, serve
from policybook.commands.verifying import verify
from policybook.commands.writing import new, new_version

__all__ = [
    "Refused",
    "approve",
    "build",
    "check",
    "diff",
    "new",
    "new_version",
    "review",
    "schema",
    "search",
    "serve",
    "verify",
    "withdraw",
]
