"""The options of the commands with which people edit without a window for commands."""

from pathlib import Path

from policybook.cli.command_options import PROJECT, Option
from policybook.project.editor_config import HOSTS, NO_REPOSITORY

EDITOR = (
    Option(
        "folder",
        {
            "help": "the folder for the page (default: admin/ in the school's folder)",
            "nargs": "?",
            "type": Path,
            "metavar": "FOLDER",
        },
    ),
    Option(
        "--repository",
        {
            "help": "where the editor saves, such as oakfield/policies",
            "default": NO_REPOSITORY,
            "metavar": NO_REPOSITORY,
        },
    ),
    Option("--host", {"help": "who keeps the repository", "choices": HOSTS, "default": HOSTS[0]}),
    Option(
        "--branch",
        {
            "help": "the branch to save to (default: main)",
            "default": "main",
            "metavar": "NAME",
        },
    ),
    PROJECT,
)
