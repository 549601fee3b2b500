"""Show commands in texts as the reader types them.

Our texts write `policybook check`; the reader may have started the program another way.
"""

import re

#: The word may also be part of a path or an address; those are no commands.
_COMMAND = re.compile(r"(?<![\w./\\-])policybook (?=-{0,2}[a-z])")


def with_program(text: str, program: str) -> str:
    """Return `text` with each command, such as `policybook check`, as `program` starts it."""
    return _COMMAND.sub(lambda _: f"{program} ", text)
