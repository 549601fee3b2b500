"""Write the record of the sample school again, after a text of it was changed.

Run `uv run python tests/sample-school/write_record.py`. It gives the commands that a school
office gives, each on the day on which the office would have given it.
"""

import re
from pathlib import Path

from policybook import cli
from policybook.reading.files import layout

FOLDER = Path(__file__).parent
COMMANDS = (
    ("2021-09-21", "approve photographs 2021-09"),
    ("2024-11-14", "approve complaints 2024-11"),
    ("2025-07-08", "approve behaviour 2025-07"),
    ("2025-11-13", "approve data-protection 2025-11"),
    ("2026-02-05", "approve data-protection 2026-02"),
    ("2026-03-10", "approve mobile-phones 2026-03"),
    ("2026-03-10", "withdraw photographs 2021-09 --on 2026-03-10"),
    ("2026-10-05", "review mobile-phones --on 2026-10-05 --by Headteacher --review-year 2027/28"),
    ("2026-11-12", "approve behaviour 2026-11"),
)
WORDS = {
    "withdraw": (
        "--by",
        "Governing Body",
        "--reason",
        "The Mobile Phones and Personal Devices Policy has its rules now.",
    ),
    "review": ("--outcome", "No change"),
}
#: What `withdraw` and `review` wrote into the details of a version.
WRITTEN = re.compile(
    r"^(?:withdrawn_on|withdrawn_by|reason): .*\n|^reviews:\n(?:  .*\n)+", re.MULTILINE
)


def take_back(folder: Path) -> None:
    """Make each decided version what it was before the first command, and remove the record."""
    (folder / layout.RECORD).unlink(missing_ok=True)
    for file in sorted((folder / "docs" / "policies").glob("*/[0-9]*-[0-9][0-9].md")):
        text = file.read_text(encoding="utf-8")
        before = WRITTEN.sub("", text).replace("status: withdrawn\n", "status: approved\n")
        if before != text:
            file.write_text(before, encoding="utf-8", newline="\n")


def write_record(folder: Path) -> None:
    """Give the commands. Raise `SystemExit` with the first that fails."""
    take_back(folder)
    for day, command in COMMANDS:
        words = command.split()
        more = WORDS.get(words[0], ())
        if cli.main([*words, *more, "--yes", "--project", str(folder), "--today", day]):
            raise SystemExit(f"failed: {command}")


if __name__ == "__main__":
    write_record(FOLDER)
