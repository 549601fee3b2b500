"""A few answers about a school -> the files of its project. Knows no command and asks nobody."""

import re
from dataclasses import dataclass
from datetime import date
from string import Template

from policybook import __version__
from policybook.model import Nation, SchoolKind, SchoolPhase
from policybook.project import scaffold
from policybook.reading import json_schema
from policybook.reading.files import layout
from policybook.text import data_files
from policybook.text.strict_yaml import format_scalar

#: What a school is likely to start with; any other name will do as well.
FIRST_POLICIES = ("behaviour", "attendance", "complaints", "anti-bullying", "mobile-phones")
#: The path of each file, and the text that it is made from.
_TEXTS = {
    "README.md": "README.md",
    "mkdocs.yml": "mkdocs.yml",
    "docs/index.md": "index.md",
    layout.SCHOOL: "school.yml",
    ".gitattributes": "gitattributes",
    ".gitignore": "gitignore",
    ".editorconfig": "editorconfig",
    ".vscode/settings.json": "settings.json",
    ".vscode/extensions.json": "extensions.json",
}
_NO_ADDRESS = "# site_url: https://policies.school.example/"


@dataclass(frozen=True, slots=True, kw_only=True)
class SchoolAnswers:
    """What the person who starts a project says of the school; empty where nobody said it.

    `url` is a web address, and `policy` the name of a policy's folder.
    """

    name: str
    nation: Nation | None = None
    kind: SchoolKind | None = None
    phase: SchoolPhase | None = None
    url: str = ""
    email: str = ""
    policy: str = FIRST_POLICIES[0]


def make_files(answers: SchoolAnswers, today: date) -> dict[str, bytes]:
    """Return the files of a new project by their paths. They build without an error.

    The first policy is a draft. `school.yml` has the release that made the project.
    """
    version = f"{today:%Y-%m}"
    words = _list_words(answers, version, today)
    contacts = "contacts.yml" if answers.email else "contacts-none.yml"
    texts = {
        path: Template(data_files.read_text(f"new_project/{name}")).substitute(words)
        for path, name in {**_TEXTS, layout.CONTACTS: contacts}.items()
    }
    texts |= scaffold.start_policy(answers.policy, version, (), scaffold.next_year(today))
    for name, schema in json_schema.build_schemas().items():
        texts[f"schemas/{name}.json"] = json_schema.format_schema(schema)
    return {path: text.encode() for path, text in texts.items()}


def _list_words(answers: SchoolAnswers, version: str, today: date) -> dict[str, str]:
    """Return the words that the texts need, quoted as their files need them."""
    facts = {"nation": answers.nation, "kind": answers.kind, "phase": answers.phase}
    return {
        "name": format_scalar(answers.name),
        "site_name": format_scalar(f"{answers.name} policies"),
        "heading": re.sub(r"([\\`*_{}\[\]<>#|~&])", r"\\\1", answers.name),
        "contact": format_scalar(answers.email or "the school office"),
        "email": format_scalar(answers.email),
        "facts": "\n".join(
            f"{key}: {value}" if value else f"# {key}:" for key, value in facts.items()
        ),
        "site_url": f"site_url: {format_scalar(answers.url)}" if answers.url else _NO_ADDRESS,
        "today": today.isoformat(),
        "release": format_scalar(__version__),
        "policy": answers.policy,
        "version": version,
    }
