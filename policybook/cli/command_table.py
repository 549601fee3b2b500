"""The commands, in the words of `--help`."""

from dataclasses import dataclass

from policybook.cli.command_options import (
    APPROVE,
    CHECK,
    CLAUSES,
    DIFF,
    DRAFTS,
    EXPORT,
    FOLDER_AND_DAY,
    IMPORT,
    NEW_NAME,
    NO_PDF,
    POLICY,
    PORT,
    PROJECT,
    REDLINES,
    REGISTER,
    RESTORE,
    REVIEW,
    SCHEMA,
    SEARCH,
    SITE,
    TODAY,
    VERIFY,
    WITHDRAW,
    Option,
)


@dataclass(frozen=True, slots=True)
class Command:
    """A command, what `--help` says about it, and its options."""

    name: str
    help: str
    options: tuple[Option, ...]


<<<<<<< HEAD
=======
def _option(name: str, words: str, **settings: Any) -> Option:
    return Option(name, {"help": words, **settings})


def _read_day(text: str) -> date:
    day = dates.read_day(text)
    if day is None or day.month_only:
        raise argparse.ArgumentTypeError(f"{text} is not a day; write it as 2026-11-22")
    return day.date


_PROJECT = _option(
    "--project",
    "the school's folder (default: the current folder)",
    type=Path,
    default=Path(),
    metavar="DIR",
)
_SITE = _option(
    "--site-dir",
    "the folder for the site (default: site/ in the school's folder)",
    type=Path,
    metavar="DIR",
)
_TODAY = _option(
    "--today",
    "use this day instead of today, such as 2026-11-22 (default: the day in London)",
    type=_read_day,
    metavar="DATE",
)
_DRAFTS = _option(
    "--drafts",
    "show drafts too; such a site is private and never for the web",
    action="store_true",
)
_NO_PDF = _option("--no-pdf", "make no PDFs", dest="pdf", action="store_false")
_REDLINES = _option(
    "--redlines",
    "compare every pair of versions, or only neighbouring versions (for large libraries)",
    choices=("all", "neighbours"),
    default="all",
)
_POLICY = _option("policy", "the policy's folder, such as behaviour", metavar="POLICY")
_NEW_NAME = _option("version", "the new version's name, such as 2026-12", metavar="VERSION")
_OUTPUT = _option("--output", "write it to this file, which must be new", type=Path, metavar="FILE")
_MINUTE = _option("--minute", "the minute that records it", metavar="TEXT")
_YES = _option("--yes", "do not show the changes first, and do not ask", action="store_true")

_CHECK = (
    _option(
        "paths",
        "show only findings in these files or folders; all files are read",
        nargs="*",
        type=Path,
        metavar="PATH",
    ),
    _option("--explain", "explain the code of a finding, and stop", metavar="CODE"),
    _option(
        "--fix",
        "first correct the form without changing a word: the order of details, list markers, "
        "spaces at the ends of lines",
        action="store_true",
    ),
    _option("--code", "show only findings with this code", metavar="CODE"),
    _option(
        "--all",
        "show every warning and hint, not only the first ten of each code",
        action="store_true",
    ),
    _option("--strict", "treat warnings as errors", action="store_true"),
    _option(
        "--format",
        "the form of the findings",
        choices=("text", "json", "github"),
        default="text",
    ),
)
_APPROVE = (
    _option(
        "names",
        "the policy and the version; you may give several pairs",
        nargs="*",
        metavar="POLICY VERSION",
    ),
    _option(
        "--all",
        "every approved version that is not yet in the record, including withdrawn ones",
        action="store_true",
    ),
    _option("--by", "who approved it (default: approved_by in the file)", metavar="WHO"),
    _option(
        "--on",
        "the day of the approval, such as 2026-12-03 (default: approved_on in the file)",
        metavar="DATE",
    ),
    _MINUTE,
    _option(
        "--adopted-from",
        "the printed document that the text comes from, saved as a text file; the record keeps "
        "its name and the hash of its words",
        type=Path,
        metavar="FILE",
    ),
    _YES,
)
_REVIEW = (
    _option(
        "policies",
        "the policy's folder, such as behaviour; you may give several",
        nargs="+",
        metavar="POLICY",
    ),
    _option("--on", "the day of the review, such as 2026-12-03", metavar="DATE"),
    _option("--by", "who reviewed it, such as “Governing Body”", metavar="WHO"),
    _option("--outcome", "the result, such as “No change”", metavar="TEXT"),
    _option(
        "--review-year", "the academic year of the next review, such as 2027/28", metavar="YEAR"
    ),
    _MINUTE,
    _YES,
)
_WITHDRAW = (
    _POLICY,
    _option("version", "the version, such as 2023-11", metavar="VERSION"),
    _option("--on", "the day of the withdrawal, such as 2026-12-03", metavar="DATE"),
    _option("--reason", "the reason, in a sentence for readers", metavar="TEXT"),
    _option("--by", "who withdrew it", metavar="WHO"),
    _option(
        "--remove-text",
        "remove the words from the version's file, its summaries, the record and everything "
        "published: for personal data, or if a court orders it. It cannot reach the history of "
        "git, backups or the old site at the web host",
        action="store_true",
    ),
    _YES,
)
_RESTORE = (
    _POLICY,
    _option("version", "the version, such as 2023-11", metavar="VERSION"),
    _option("--yes", "do not ask before the file is replaced", action="store_true"),
)
_DIFF = (
    _POLICY,
    _option("old", "the earlier version, such as 2023-11", metavar="OLD"),
    _option("new", "the later version", metavar="NEW"),
    _option(
        "--format",
        "the form of the result; docx is a Word file with tracked changes",
        choices=("text", "json", "html", "docx"),
        default="text",
    ),
    _OUTPUT,
)
_CLAUSES = (
    _POLICY,
    _option("version", "the version, such as 2023-11", metavar="VERSION"),
    _option("--format", "the form of the list", choices=("text", "json"), default="text"),
)
_EXPORT = (
    _POLICY,
    _option("version", "the version, such as 2023-11", metavar="VERSION"),
    _option("--docx", "as a Word file, which is the only form so far", action="store_true"),
    _OUTPUT,
)
_SEARCH = (
    _option("query", "what a reader might type", nargs="*", metavar="QUERY"),
    _option("--limit", "the most results to show (default: 10)", type=int, default=10, metavar="N"),
    _option("--format", "the form of the results", choices=("text", "json"), default="text"),
    _option(
        "--batch",
        "a file with one query a line; the results of each are printed as a line of JSON",
        type=Path,
        metavar="FILE",
    ),
)
_SCHEMA = (
    _option(
        "folder",
        "the folder for the files (default: schemas/ in the school's folder)",
        nargs="?",
        type=Path,
        metavar="FOLDER",
    ),
    _PROJECT,
)
_PORT = _option(
    "--port", "the port on this computer (default: 8000)", type=int, default=8000, metavar="N"
)
_VERIFY = (
    _option(
        "folder",
        "the folder of a site; without it, the command checks the school's own record",
        type=Path,
        nargs="?",
        metavar="FOLDER",
    ),
    _option(
        "--project",
        "the school's folder (default: the current folder); with FOLDER, the command also checks "
        "that this school's record continues the site's",
        type=Path,
        metavar="DIR",
    ),
)
_FOLDER_AND_DAY = (_PROJECT, _TODAY)
>>>>>>> d11c4a6833d9b2ffb6372051b1f1250b43154205
_COMMANDS = (
    Command(
        "build",
        "build the site (the same as no command)",
        (PROJECT, SITE, TODAY, DRAFTS, NO_PDF, REDLINES),
    ),
    Command(
        "check",
        "list what is wrong in the policies; publish nothing",
        (*CHECK, *FOLDER_AND_DAY),
    ),
    Command("schema", "write JSON Schemas, so that an editor can check what you type", SCHEMA),
    Command(
        "serve",
        "show the site on this computer while you write (Ctrl+C stops it)",
        (PORT, *FOLDER_AND_DAY, DRAFTS, NO_PDF),
    ),
    Command("new", "start a new policy, as a draft", (POLICY, *FOLDER_AND_DAY)),
    Command(
        "new-version",
        "start the next version of a policy, as a draft with the text in force",
        (POLICY, NEW_NAME, *FOLDER_AND_DAY),
    ),
    Command(
        "import",
        "turn a Word file into a draft, with a proof that no word is lost; fill in the facts of "
        "drafts from a spreadsheet; take the changes of a file that came back",
        (*IMPORT, *FOLDER_AND_DAY),
    ),
    Command(
        "approve",
        "enter approved versions in the record of approvals",
        (*APPROVE, *FOLDER_AND_DAY),
    ),
    Command(
        "review",
        "enter a review that changed nothing: the review date moves, the text stays. Without "
        "options, enter the reviews that are in the policy's file",
        (*REVIEW, *FOLDER_AND_DAY),
    ),
    Command(
        "withdraw",
        "withdraw an approved version: its page stays, with a dated notice",
        (*WITHDRAW, *FOLDER_AND_DAY),
    ),
    Command(
        "restore",
        "put an approved version's file back as the record of approvals has it",
        (*RESTORE, *FOLDER_AND_DAY),
    ),
    Command("diff", "show what changed between two versions", (*DIFF, *FOLDER_AND_DAY)),
    Command(
        "register",
        "list the newest version of every policy with its owner, approval and review",
        (*REGISTER, *FOLDER_AND_DAY),
    ),
    Command(
        "clauses",
        "list every section and clause of a version with its number",
        (*CLAUSES, *FOLDER_AND_DAY),
    ),
<<<<<<< HEAD
    Command(
        "export",
        "write a version as a Word file, with its numbers, notes, tables and pictures",
        (*EXPORT, *FOLDER_AND_DAY),
    ),
    Command("search", "show what search finds, before you publish", (*SEARCH, *FOLDER_AND_DAY)),
=======
    Command("export", "write a version as a Word file", (*_EXPORT, *_FOLDER_AND_DAY)),
    Command("search", "show what search finds, before you publish", (*_SEARCH, *_FOLDER_AND_DAY)),
>>>>>>> d11c4a6833d9b2ffb6372051b1f1250b43154205
    Command(
        "verify",
        "compare a published folder with its manifest and record, or check the school's record",
        VERIFY,
    ),
)


def all_commands() -> tuple[Command, ...]:
    """Return every command, in the order of `--help`."""
    return _COMMANDS
