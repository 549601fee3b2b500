"""What each command of `build.py` does, says and returns: 0 done, 1 refused or wrong."""

from policybook.commands.asked import Refused
from policybook.commands.checking import check, schema
from policybook.commands.looking import diff, search
from policybook.commands.publishing import build, serve, verify
from policybook.commands.writing import approve, new, new_version

__all__ = ["Refused", "approve", "build", "check", "diff", "new", "new_version", "schema", "search", "serve", "verify"]
