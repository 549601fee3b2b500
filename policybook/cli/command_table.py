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
    MINUTE,
    NEW_NAME,
    NO_PDF,
    POLICY,
    PORT,
    PROJECT,
    REDLINES,
    REGISTER,
    SCHEMA,
    SEARCH,
    SITE,
    TODAY,
    WORKERS,
    YES,
    Option,
    flag,
    option,
    path,
)
from policybook.cli.project_options import (
    COMPLETION,
    EDITOR,
    INIT,
    PUBLISH,
    RECIPES,
    REMINDERS,
    STORY,
)

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
    flag(
        "--remove-text",
        "remove the words from the version's file, its summaries, the record and everything "
        "published: for personal data, or if a court orders it. It cannot reach the history of "
        "git, backups or the old site at the web host",
    ),
    YES,
)
RESTORE = (
    POLICY,
    option("version", "the version, such as 2023-11", metavar="VERSION"),
    flag("--yes", "do not ask before the file is replaced"),
)
REJOIN = (
    path(
        "copies",
        "another copy of approvals.jsonl, or a school's folder with one (default: what Git has)",
        metavar="COPY",
        nargs="*",
    ),
    flag("--yes", "do not ask before the record is written"),
)
VERIFY = (
    option(
        "folder",
        "the folder of a site, or its address on the web (https://…); without it, the command "
        "checks the school's own record",
        nargs="?",
        metavar="FOLDER|ADDRESS",
    ),
    path(
        "--project",
        "the school's folder (default: the current folder); with a site, the command also checks "
        "that this school's record continues the site's",
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


@dataclass(frozen=True, slots=True)
class Command:
    """A command, what `--help` says about it, and its options."""

    name: str
    help: str
    options: tuple[Option, ...]


def _of_school(name: str, words: str, *options: Option) -> Command:
    """Return a command that takes the school's folder and a day too."""
    return Command(name, words, (*options, *FOLDER_AND_DAY))


#: Every command, in the order of `--help`.
COMMANDS = (
    Command(
        "init",
        "start a school's project: five questions, or an option for each, and files that build",
        (*INIT, TODAY),
    ),
    Command(
        "build",
        "build the site (the same as no command)",
        (PROJECT, SITE, TODAY, DRAFTS, NO_PDF, REDLINES, WORKERS),
    ),
    Command(
        "publish",
        "build the site and bring it to a folder or, by SFTP, to a server; send only what changed",
        (*PUBLISH, *FOLDER_AND_DAY, NO_PDF, REDLINES, WORKERS),
    ),
    _of_school("check", "list what is wrong in the policies; publish nothing", *CHECK),
    Command("schema", "write JSON Schemas, so that an editor can check what you type", SCHEMA),
    Command(
        "editor",
        "write a page that edits drafts, summaries and contacts in a browser (Sveltia CMS)",
        EDITOR,
    ),
    _of_school("menu", "choose what to do by numbers, without any command"),
    Command(
        "starters",
        "write files to double-click on Windows, macOS and Linux, which open the menu",
        (PROJECT,),
    ),
    Command(
        "serve",
        "show the site on this computer while you write (Ctrl+C stops it)",
        (PORT, *FOLDER_AND_DAY, DRAFTS, NO_PDF),
    ),
    _of_school("new", "start a new policy, as a draft", POLICY),
    _of_school(
        "new-version",
        "start the next version of a policy, as a draft with the text in force",
        POLICY,
        NEW_NAME,
    ),
    _of_school(
        "import",
        "turn a Word file into a draft, with a proof that no word is lost; fill in the facts of "
        "drafts from a spreadsheet; take the changes of a file that came back",
        *IMPORT,
    ),
    _of_school("approve", "enter approved versions in the record of approvals", *APPROVE),
    _of_school(
        "review",
        "enter a review that changed nothing: the review date moves, the text stays. Without "
        "options, enter the reviews that are in the policy's file",
        *REVIEW,
    ),
    _of_school(
        "withdraw", "withdraw an approved version: its page stays, with a dated notice", *WITHDRAW
    ),
    _of_school(
        "restore", "put an approved version's file back as the record of approvals has it", *RESTORE
    ),
    _of_school(
        "rejoin",
        "join two records of approvals that grew apart, or bring back lines that were lost",
        *REJOIN,
    ),
    _of_school("diff", "show what changed between two versions", *DIFF),
    Command(
        "recipes",
        "write ready-made files for a web host, which builds on every change and every night",
        RECIPES,
    ),
    _of_school(
        "story",
        "tell, as Markdown, what changes in which policy since a branch or in comparison with a "
        "folder",
        *STORY,
    ),
    _of_school("reminders", "list the reviews that fall due", *REMINDERS),
    _of_school(
        "register",
        "list the newest version of every policy with its owner, approval and review",
        *REGISTER,
    ),
    _of_school("clauses", "list every section and clause of a version with its number", *CLAUSES),
    _of_school(
        "export",
        "write a version as a Word file, with its numbers, notes, tables and pictures",
        *EXPORT,
    ),
    _of_school("search", "show what search finds, before you publish", *SEARCH),
    Command(
        "verify",
        "compare a published folder with its manifest and record, or check the school's record",
        VERIFY,
    ),
    _of_school(
        "doctor",
        "say what is missing or risky: address, contacts, clock, copies, the program itself",
    ),
    Command(
        "completion",
        "print a script with which your shell completes commands when you press Tab",
        COMPLETION,
    ),
)
