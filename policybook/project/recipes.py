"""Ready-made files with which a web host builds a school's site on every change and every night."""

import json
from collections.abc import Mapping

from policybook import __version__
from policybook.text import data_files

_WORKFLOWS = ".github/workflows"
_PROPOSALS = (f"{_WORKFLOWS}/policies-proposals.yml", "proposals.yml")
#: For each host, the path in the project and the name of our file.
RECIPES: Mapping[str, tuple[tuple[str, str], ...]] = {
    "github": ((f"{_WORKFLOWS}/policies-publish.yml", "github-pages.yml"), _PROPOSALS),
    "netlify": (
        ("netlify.toml", "netlify.toml"),
        (f"{_WORKFLOWS}/policies-publish.yml", "netlify-nightly.yml"),
        _PROPOSALS,
    ),
    "cloudflare": ((f"{_WORKFLOWS}/policies-publish.yml", "cloudflare-pages.yml"), _PROPOSALS),
    "gitlab": ((".gitlab-ci.yml", "gitlab-ci.yml"),),
}
_RELEASE = '"@RELEASE@"'


def make_recipe(host: str, release: str = "") -> dict[str, str]:
    """Return the files for a host, by their paths in the project.

    `release` is what the host installs: a requirement, or the address of a wheel. By
    default it is the release that runs.
    """
    # A string in JSON is one in YAML and in TOML too.
    words = json.dumps(release or f"policybook=={__version__}")
    return {
        path: data_files.read_text(f"recipes/{name}").replace(_RELEASE, words)
        for path, name in RECIPES[host]
    }
