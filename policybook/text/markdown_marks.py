"""Put plain words into Markdown for a forge, where no sign in them may act."""

import re

_SIGNS = re.compile(r"([\\`*_{}\[\]<>()#!|~&$])")
#: At the start of a line these make an item, a heading or a rule.
_FIRST = re.compile(r"(?=[-+=])|\d+(?=[.)])")
#: A forge tells a person when it reads `@name`. This sign has no width.
_JOINER = "\N{WORD JOINER}"


def escape_markdown(text: str) -> str:
    """Return words as one line that shows exactly them, and calls nobody by `@name`."""
    line = _SIGNS.sub(r"\\\1", " ".join(text.split()))
    if first := _FIRST.match(line):
        line = f"{first[0]}\\{line[first.end() :]}"
    return line.replace("@", f"@{_JOINER}")


def fence(text: str) -> str:
    """Return a text as a block that nothing in it can end."""
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    marks = "`" * max(3, longest + 1)
    return f"{marks}text\n{text.rstrip()}\n{marks}"
