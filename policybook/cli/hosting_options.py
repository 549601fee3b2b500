"""The options of the commands for the web, in the words of `--help`."""

from pathlib import Path

from policybook.cli.command_options import PROJECT, option

PUBLISH = (
    option(
        "target",
        "a folder, or a folder on a server: sftp://user@host/path; the system's own sftp is used, "
        "with your SSH keys and known hosts",
        metavar="TARGET",
    ),
    option(
        "--dry-run", "list what would change at the target, and send nothing", action="store_true"
    ),
    option(
        "--site-dir",
        "publish the finished site in this folder, and build nothing",
        type=Path,
        metavar="DIR",
    ),
    option(
        "--ssh-config",
        "a file with settings for SSH, instead of your own",
        type=Path,
        metavar="FILE",
    ),
)
STORY = (
    option(
        "base",
        "what to compare with: a branch or commit of Git, such as origin/main, or a folder",
        metavar="BASE",
    ),
)
REMINDERS = (
    option("policies", "only these policies (default: all)", nargs="*", metavar="POLICY"),
    option(
        "--days",
        "reviews due within so many days (default: review_warning_days in school.yml, but in "
        "term); overdue reviews are always listed",
        type=int,
        metavar="N",
    ),
    option(
        "--format",
        "the form of the list; lines have the policy, a tab and a title",
        choices=("markdown", "lines", "json"),
        default="markdown",
    ),
)
RECIPES = (
    option(
        "host",
        "the host: github, netlify, cloudflare or gitlab; without it, the command lists the files",
        nargs="?",
        choices=("github", "netlify", "cloudflare", "gitlab"),
        metavar="HOST",
    ),
    option(
        "--install",
        "what the host installs: a release, or the address of a wheel (default: this release)",
        metavar="WORDS",
    ),
    PROJECT,
)
