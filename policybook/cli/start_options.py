"""The options of the commands that start a project and set up the shell."""

from pathlib import Path

from policybook.cli.command_options import option

INIT = (
    option(
        "folder",
        "the folder for the project, new or empty (default: the current folder)",
        nargs="?",
        type=Path,
        metavar="FOLDER",
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
