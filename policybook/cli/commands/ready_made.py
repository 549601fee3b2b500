"""The commands that write ready-made files: an editor, starters, recipes for hosts, schemas."""

import argparse
from importlib.resources import files

from policybook.cli.commands.options import (
    Refused,
    explain_writing,
    find_project,
    short_path,
    write_file,
)
from policybook.cli.program import say
from policybook.project import editor_config
from policybook.project.recipes import RECIPES, make_recipe
from policybook.publish import atomic_file
from policybook.reading import json_schema

_AFTER_EDITOR = """Put the folder on the web, or show it on this computer:
    python -m http.server --directory {folder}
and open http://localhost:8000 in Chrome or Edge. “Work with Local Repository” edits the files of
this computer. The page loads Sveltia CMS from unpkg.com. To load a copy of your own, see the
comment in index.html."""
_AFTER_RECIPE = {
    "github": "In the repository's settings, under Pages, choose “GitHub Actions” as the source.",
    "netlify": "In Netlify, choose this repository. Make a build hook, and enter its address in "
    "the repository's settings as the secret NETLIFY_BUILD_HOOK.",
    "cloudflare": "In Cloudflare, make a Pages project. In the repository's settings, enter the "
    "secrets CLOUDFLARE_API_TOKEN and CLOUDFLARE_ACCOUNT_ID, and the variable CLOUDFLARE_PROJECT.",
    "gitlab": "Make a pipeline schedule for every night, and the variable POLICYBOOK_TOKEN. The "
    "file says how.",
}
#: By the name of the file: the text that it has, for Windows, macOS and Linux.
STARTERS = {
    "Policybook.cmd": "Policybook.cmd",
    "Policybook.command": "starter.sh",
    "policybook.sh": "starter.sh",
}
_MARK = b"`policybook starters` wrote this file"


def editor(options: argparse.Namespace) -> int:
    """Write an editor for the browser: Sveltia CMS, set up for this school."""
    folder = options.folder or options.project.resolve() / "admin"
    config = editor_config.format_config(options.repository, options.host, options.branch)
    page = files("policybook").joinpath("data", "editor", "index.html").read_bytes()
    for name, data in (("config.yml", config.encode()), ("index.html", page)):
        with explain_writing(folder):
            write_file(folder / name, data)
        print(f"Wrote {short_path((folder / name).absolute())}")
    if options.repository == editor_config.NO_REPOSITORY:
        say("To save to the web, name the repository: policybook editor --repository OWNER/NAME")
    print(_AFTER_EDITOR.format(folder=short_path(folder.absolute())))
    return 0


def starters(options: argparse.Namespace) -> int:
    """Write files to double-click, which open the menu."""
    folder = find_project(options)
    texts = files("policybook").joinpath("data", "starters")
    for name, source in STARTERS.items():
        file = folder / name
        with explain_writing(file):
            if file.exists() and _MARK not in file.read_bytes():
                raise Refused(
                    f"There is already a file {file}. Move it, and give the command again."
                )
            atomic_file.replace(file, texts.joinpath(source).read_bytes())
            file.chmod(0o755)
        print(f"Wrote {short_path(file)}")
    say(
        "Double-click Policybook.cmd on Windows, Policybook.command on a Mac, policybook.sh on "
        "Linux. Each opens the menu; so does `policybook menu`."
    )
    return 0


def recipes(options: argparse.Namespace) -> int:
    """Write the files with which a web host builds the site, into the project."""
    project = find_project(options)
    if options.host is None:
        for host, entries in RECIPES.items():
            print(f"{host}: {', '.join(path for path, _ in entries)}")
        say("To write the files of one of them: policybook recipes github")
        return 0
    if not (options.install or "x").isprintable():
        raise Refused("--install has a sign that cannot be printed.")
    recipe = make_recipe(options.host, options.install or "")
    existing = {path for path in recipe if (project / path).exists()}
    for path, text in recipe.items():
        if path in existing:
            print(f"{path} is there already. It stays as it is.")
            continue
        with explain_writing(path):
            write_file(project / path, text.encode())
        print(f"Wrote {path}")
    print(_AFTER_RECIPE[options.host])
    if not options.install:
        print(
            "The files install Policybook by its name. Where the host cannot find it so, write "
            "them again with --install and the address of the program's file."
        )
    return 0


def schema(options: argparse.Namespace) -> int:
    """Write the JSON Schemas with which an editor checks what you type."""
    folder = options.folder or options.project.resolve() / "schemas"
    for name, content in json_schema.build_schemas().items():
        file = folder / f"{name}.json"
        write_file(file, json_schema.format_schema(content).encode())
        print(f"Wrote {short_path(file)}.")
    return 0
