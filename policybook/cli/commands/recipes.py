"""The command that writes ready-made files for a web host into the project."""

import argparse

from policybook.cli.commands.options import Refused, explain_writing, find_project
from policybook.cli.program import say
from policybook.project.recipes import RECIPES, make_recipe
from policybook.publish import atomic_file

_NEXT = {
    "github": "In the repository's settings, under Pages, choose “GitHub Actions” as the source.",
    "netlify": "In Netlify, choose this repository. Make a build hook, and enter its address in "
    "the repository's settings as the secret NETLIFY_BUILD_HOOK.",
    "cloudflare": "In Cloudflare, make a Pages project. In the repository's settings, enter the "
    "secrets CLOUDFLARE_API_TOKEN and CLOUDFLARE_ACCOUNT_ID, and the variable CLOUDFLARE_PROJECT.",
    "gitlab": "Make a pipeline schedule for every night, and the variable POLICYBOOK_TOKEN. The "
    "file says how.",
}


def recipes(options: argparse.Namespace) -> int:
    project = find_project(options)
    if options.host is None:
        for host, entries in RECIPES.items():
            print(f"{host}: {', '.join(path for path, _ in entries)}")
        say("To write the files of one of them: policybook recipes github")
        return 0
    if not (options.install or "x").isprintable():
        raise Refused("--install has a sign that cannot be printed.")
    files = make_recipe(options.host, options.install or "")
    existing = {path: (project / path).exists() for path in files}
    for path, text in files.items():
        file = project / path
        if existing[path]:
            print(f"{path} is there already. It stays as it is.")
            continue
        with explain_writing(path):
            file.parent.mkdir(parents=True, exist_ok=True)
            atomic_file.replace(file, text.encode())
        print(f"Wrote {path}")
    print(_NEXT[options.host])
    if not options.install:
        print(
            "The files install Policybook by its name. Where the host cannot find it so, write "
            "them again with --install and the address of the program's file."
        )
    return 0
