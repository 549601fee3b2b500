"""The command that tells what a proposal changes, for the people who decide on it."""

import argparse
from collections.abc import Iterator

from policybook.analysis.proposed_changes import (
    ProposalKind,
    ProposedVersion,
    compare_states,
)
from policybook.cli.commands.base_state import read_base, read_state
from policybook.cli.commands.options import read_options
from policybook.cli.program import as_typed
from policybook.model import Entry
from policybook.model.findings import escape_invisible, format_count
from policybook.reading.files import layout
from policybook.reading.files.layout import FileKind
from policybook.redline import as_text
from policybook.text.markdown_marks import escape_markdown, fence

#: A recipe finds its earlier comment by this line.
_MARK = "<!-- policybook:story -->"
#: Forges take comments of up to 65,536 characters.
_LONGEST = 60_000


def story(options: argparse.Namespace) -> int:
    common = read_options(options)
    proposal = compare_states(read_base(options.base, common.project), read_state(common.project))
    parts = [_MARK, "# What this proposal changes", _sum_up(proposal.versions)]
    room = _LONGEST
    for change in proposal.versions:
        part = _tell_version(change, room)
        room = max(0, room - len(part))
        parts.append(part)
    parts += _list("In the record of approvals", map(_tell_entry, proposal.entries))
    parts += _list(
        as_typed("Files that cannot be read yet: `policybook check` says why"),
        map(_code, proposal.unread),
    )
    parts += _list("Also changed", map(_tell_file, proposal.other_files))
    print("\n\n".join(parts))
    return 0


def _sum_up(versions: tuple[ProposedVersion, ...]) -> str:
    """Return the numbers of versions: “2 new versions, 1 edited.”"""
    numbers = [
        format_count(count, f"{kind} version")
        for kind in ProposalKind
        if (count := sum(change.kind is kind for change in versions))
    ]
    return f"{', '.join(numbers)}." if numbers else "No text of a policy changes."


def _tell_version(change: ProposedVersion, room: int) -> str:
    """Return what happens to a version, with its redline in at most about `room` characters."""
    version, earlier = change.version, change.earlier
    title = escape_markdown(version.facts.title)
    heading = f"## {title}: {change.kind} version {escape_markdown(version.name)}"
    lines = [heading, f"{_code(version.path)}, status: {version.facts.status}."]
    if change.kind is ProposalKind.REMOVED:
        lines[1] = f"{_code(version.path)} is no longer there."
    elif change.kind is ProposalKind.EDITED and earlier:
        if earlier.facts.status is not version.facts.status:
            lines[1] += f" It was {earlier.facts.status}."
    elif earlier:
        lines[1] += f" Compared with version {escape_markdown(earlier.name)}:"
    else:
        lines[1] += " It is the first version."
    if change.comparison:
        lines.append(_cut(as_text.redline_text(change.comparison), room, change))
    return "\n\n".join(lines)


def _cut(text: str, room: int, change: ProposedVersion) -> str:
    """Return a redline as a block, cut off at a line where the comment would be too long."""
    # What nobody sees must not deceive: text that runs backwards, for example.
    lines = [escape_invisible(line) for line in text.splitlines()]
    shown: list[str] = []
    for line in lines:
        room -= len(line) + 1
        if room < 0:
            break
        shown.append(line)
    if len(shown) == len(lines):
        return fence("\n".join(shown))
    version, earlier = change.version, change.earlier
    rest = f"{len(lines) - len(shown)} more lines do not fit here."
    if change.kind is ProposalKind.NEW and earlier:
        command = f"policybook diff {version.policy} {earlier.name} {version.name}"
        rest += f" To see them: `{as_typed(command)}`"
    return f"{fence(chr(10).join(shown))}\n\n{rest}" if shown else rest


def _tell_entry(entry: Entry) -> str:
    who = f" by {entry.by}" if entry.by else ""
    day = f" on {entry.on}" if entry.on else ""
    return escape_markdown(f"{entry.policy} {entry.version}: {entry.kind}{who}{day}")


def _tell_file(path: str) -> str:
    name = layout.classify(path)
    reader = f": the summary for {name.reader}" if name.reader else ""
    return f"{_code(path)}{reader if name.kind is FileKind.SUMMARY else ''}"


def _code(path: str) -> str:
    """Return a path in code type, whatever it holds."""
    return f"`{escape_invisible(path).replace('`', chr(39))}`"


def _list(heading: str, items: Iterator[str]) -> list[str]:
    """Return a heading with a list below it; nothing without items."""
    lines = "\n".join(f"- {item}" for item in items)
    return [f"## {heading}", lines] if lines else []
