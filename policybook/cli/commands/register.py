"""The command that lists the facts of every policy, in the terminal or as a spreadsheet."""

import argparse
import csv
import io

from policybook.approvals import facts_import, policy_rows
from policybook.cli.commands.options import open_school_aloud, read_options, write_new_file
from policybook.model.findings import escape_invisible, format_count
from policybook.text import csv_file

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
