"""Commands in texts for people: `policybook check` -> the same command as the reader types it."""

import re

#: Neither a path nor an address, both of which may hold the word.
_COMMAND = re.compile(r"(?<![\w./\\-])policybook (?=[a-z])")


def with_program(text: str, program: str) -> str:
    """Return `text` with each command, such as `policybook check`, as `program` starts it."""
    return _COMMAND.sub(lambda _: f"{program} ", text)
