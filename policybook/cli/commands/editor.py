"""The command that writes an editor for the browser: Sveltia CMS, set up for this school."""

import argparse
from importlib.resources import files

from policybook.cli.commands.options import explain_writing, short_path
from policybook.cli.program import say
from policybook.project import editor_config
from policybook.publish import atomic_file

_NEXT = """Put the folder on the web, or show it on this computer:
    python -m http.server --directory {folder}
and open http://localhost:8000 in Chrome or Edge. “Work with Local Repository” edits the files of
this computer. The page loads Sveltia CMS from unpkg.com. To load a copy of your own, see the
comment in index.html."""


def editor(options: argparse.Namespace) -> int:
    folder = options.folder or options.project.resolve() / "admin"
    config = editor_config.format_config(options.repository, options.host, options.branch)
    page = files("policybook").joinpath("data", "editor", "index.html").read_bytes()
    with explain_writing(folder):
        folder.mkdir(parents=True, exist_ok=True)
        for name, data in (("config.yml", config.encode()), ("index.html", page)):
            atomic_file.replace(folder / name, data)
            print(f"Wrote {short_path((folder / name).absolute())}")
    if options.repository == editor_config.NO_REPOSITORY:
        say("To save to the web, name the repository: policybook editor --repository OWNER/NAME")
    print(_NEXT.format(folder=short_path(folder.absolute())))
    return 0
