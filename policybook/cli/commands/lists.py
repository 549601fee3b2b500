"""The commands that list policies: the facts of all, and the reviews that fall due."""

import argparse
import csv
import io
import json
from datetime import date

from policybook.approvals import facts_import, policy_rows
from policybook.cli.commands.options import (
    find_policy,
    open_school_aloud,
    read_options,
    write_new_file,
)
from policybook.cli.program import as_typed
from policybook.model import School, Standing, addresses, dates, terms, timeline, wording
from policybook.model.findings import escape_invisible, format_count
from policybook.text import csv_file
from policybook.text.markdown_marks import escape_markdown

#: The widest column in a terminal.
_WIDEST = 40


def register(options: argparse.Namespace) -> int:
    school = open_school_aloud(read_options(options))
    data = facts_import.export_facts(school.library, school.today)
    rows = [
        [escape_invisible(csv_file.take_cell(cell)) for cell in row]
        for row in csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""))
    ]
    if options.csv is None:
        widths = [min(_WIDEST, max(map(len, column))) for column in zip(*rows, strict=True)]
        for row in rows:
            print("  ".join(c.ljust(w) for c, w in zip(row, widths, strict=True)).rstrip())
        return 0
    code = write_new_file(options.csv, data)
    count = len(policy_rows.list_newest(school.library))
    print(format_count(count, "policy is in it.", "policies are in it."))
    return code


def reminders(options: argparse.Namespace) -> int:
    school = open_school_aloud(read_options(options))
    for name in options.policies:
        find_policy(school.library, name)
    rows = [
        row
        for row in timeline.register(school.library, school.today)
        if row.standing is Standing.IN_FORCE
        and _is_time(row.outlook.last_day, options.days, school.library.school, school.today)
        and (not options.policies or row.policy.name in options.policies)
    ]
    if options.format == "json":
        print(json.dumps([_as_data(row) for row in rows], ensure_ascii=False, indent=1))
    elif options.format == "lines":
        print("".join(f"{row.policy.name}\t{_title(row)}\n" for row in rows), end="")
    else:
        url = school.loaded.host.url
        parts = [as_typed(_as_markdown(row, (row.outlook.last_day - school.today).days, url))
                 for row in rows]  # fmt: skip
        print("".join(f"{part}\n" for part in parts), end="")
    return 0


def _is_time(last_day: date, days: int | None, school: School, today: date) -> bool:
    """Return whether to remind people of a review due by `last_day`.

    Without `days`, it is time from the day of the calendar's reminder, which is in term.
    """
    if days is None:
        return terms.reminder_day(last_day, school.review_warning_days, school.terms) <= today
    return (last_day - today).days <= days


def _title(row: timeline.RegisterRow) -> str:
    """Return the title of an issue. It is the same on every day until the review is entered."""
    title = " ".join(row.version.facts.title.split())
    return f"Review by {dates.format_day(row.outlook.last_day)}: {title}"


def _as_markdown(row: timeline.RegisterRow, days: int, url: str) -> str:
    """Return the review, who has to do it, and the commands that enter its result."""
    facts, name = row.version.facts, row.policy.name
    when = dates.format_day(row.outlook.last_day)
    due = f"is due by {when}" if days >= 0 else f"was due by {when}, and is overdue"
    lines = [
        f"## {escape_markdown(_title(row))}",
        "",
        f"The review of the {escape_markdown(facts.title)} {due}.",
        "",
        f"- Version in force: {escape_markdown(row.version.name)}",
        f"- Owner: {escape_markdown(facts.owner)}",
    ]
    if url:
        lines.append(f"- <{url.rstrip('/')}/{addresses.policy(name)}>")
    lines.append(f"- If nothing changes: `{wording.review_command([name])}`")
    lines.append(f"- If something changes: `policybook new-version {name} NAME`\n")
    return "\n".join(lines)


def _as_data(row: timeline.RegisterRow) -> dict[str, str]:
    return {
        "policy": row.policy.name,
        "version": row.version.name,
        "title": row.version.facts.title,
        "owner": row.version.facts.owner,
        "review_by": row.outlook.last_day.isoformat(),
        "state": row.outlook.state,
        "issue": _title(row),
    }
