"""The options of the commands that start a project, bring it to the web and set up tools."""

from policybook.cli.command_options import PROJECT, choice, flag, option, path
from policybook.project.editor_config import HOSTS, NO_REPOSITORY

INIT = (
    path(
        "folder",
        "the folder for the project, new or empty (default: the current folder)",
        metavar="FOLDER",
        nargs="?",
    ),
    option("--name", "the name of the school", metavar="NAME"),
    option("--nation", "England, Wales, Scotland or Northern Ireland", metavar="NATION"),
    option(
        "--kind",
        "maintained, academy, independent, special or alternative provision",
        metavar="KIND",
    ),
    option(
        "--phase",
        "nursery, primary, middle, secondary, all-through or 16-plus",
        metavar="PHASE",
    ),
    option("--url", "the address where the site will be", metavar="ADDRESS"),
    option("--email", "the e-mail address of the school office", metavar="EMAIL"),
    option(
        "--policy",
        "the first policy, a draft: behaviour, attendance, complaints, anti-bullying, "
        "mobile-phones or another name (default: behaviour)",
        metavar="POLICY",
    ),
)
COMPLETION = (
    option(
        "shell",
        "the shell. Put a line into its start file. For bash, ~/.bashrc: "
        'eval "$(policybook completion bash)". For zsh, ~/.zshrc: '
        'eval "$(policybook completion zsh)". For fish: policybook completion fish | source. '
        "For powershell, $PROFILE: policybook completion powershell | Out-String | "
        "Invoke-Expression",
        choices=("bash", "zsh", "fish", "powershell"),
        metavar="{bash,zsh,fish,powershell}",
    ),
)
EDITOR = (
    path(
        "folder",
        "the folder for the page (default: admin/ in the school's folder)",
        metavar="FOLDER",
        nargs="?",
    ),
    option(
        "--repository",
        "where the editor saves, such as oakfield/policies",
        default=NO_REPOSITORY,
        metavar=NO_REPOSITORY,
    ),
    option("--host", "who keeps the repository", choices=HOSTS, default=HOSTS[0]),
    option("--branch", "the branch to save to (default: main)", default="main", metavar="NAME"),
    PROJECT,
)
PUBLISH = (
    option(
        "target",
        "a folder, or a folder on a server: sftp://user@host/path; the system's own sftp is used, "
        "with your SSH keys and known hosts",
        metavar="TARGET",
    ),
    flag("--dry-run", "list what would change at the target, and send nothing"),
    path(
        "--site-dir", "publish the finished site in this folder, and build nothing", metavar="DIR"
    ),
    path("--ssh-config", "a file with settings for SSH, instead of your own"),
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
    choice(
        "--format",
        "the form of the list; lines have the policy, a tab and a title",
        "markdown",
        "lines",
        "json",
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
