"""The options of the commands for decisions and the record, in the words of `--help`."""

from pathlib import Path

from policybook.cli.command_options import MINUTE, POLICY, YES, option

REVIEW = (
    option(
        "policies",
        "the policy's folder, such as behaviour; you may give several",
        nargs="+",
        metavar="POLICY",
    ),
    option("--on", "the day of the review, such as 2026-12-03", metavar="DATE"),
    option("--by", "who reviewed it, such as “Governing Body”", metavar="WHO"),
    option("--outcome", "the result, such as “No change”", metavar="TEXT"),
    option(
        "--review-year", "the academic year of the next review, such as 2027/28", metavar="YEAR"
    ),
    MINUTE,
    YES,
)
WITHDRAW = (
    POLICY,
    option("version", "the version, such as 2023-11", metavar="VERSION"),
    option("--on", "the day of the withdrawal, such as 2026-12-03", metavar="DATE"),
    option("--reason", "the reason, in a sentence for readers", metavar="TEXT"),
    option("--by", "who withdrew it", metavar="WHO"),
    option(
        "--remove-text",
        "remove the words from the version's file, its summaries, the record and everything "
        "published: for personal data, or if a court orders it. It cannot reach the history of "
        "git, backups or the old site at the web host",
        action="store_true",
    ),
    YES,
)
RESTORE = (
    POLICY,
    option("version", "the version, such as 2023-11", metavar="VERSION"),
    option("--yes", "do not ask before the file is replaced", action="store_true"),
)
REJOIN = (
    option(
        "copies",
        "another copy of approvals.jsonl, or a school's folder with one (default: what Git has)",
        nargs="*",
        type=Path,
        metavar="COPY",
    ),
    option("--yes", "do not ask before the record is written", action="store_true"),
)
VERIFY = (
    option(
        "folder",
        "the folder of a site, or its address on the web (https://…); without it, the command "
        "checks the school's own record",
        nargs="?",
        metavar="FOLDER|ADDRESS",
    ),
    option(
        "--project",
        "the school's folder (default: the current folder); with a site, the command also checks "
        "that this school's record continues the site's",
        type=Path,
        metavar="DIR",
    ),
    option(
        "--holds",
        "say whether the record has this hash, such as one from the minutes; its first 12 "
        "characters are enough",
        metavar="HASH",
    ),
    option(
        "--since",
        "say whether this record still has all of an earlier one: a school's folder, a "
        "published site, a file, the address of a site, or “published” for the school's own "
        "address",
        metavar="PLACE",
    ),
    option(
        "--seconds",
        "how long to wait for a site on the web (default: 300)",
        type=int,
        default=300,
        metavar="N",
    ),
)
