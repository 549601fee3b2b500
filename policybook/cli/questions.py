"""Questions about a school, and what people may answer to each."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from policybook.model import Nation, SchoolKind, SchoolPhase
from policybook.project.new_project import FIRST_POLICIES
from policybook.reading.files import file_names
from policybook.reading.school import mkdocs_yml
from policybook.text import data_files
from policybook.text.strict_yaml import did_you_mean, format_scalar
from policybook.text.web_address import LONGEST, MAIL

Choice = TypeVar("Choice", bound=StrEnum)
Answer = TypeVar("Answer")

_LONGEST = 200
_SYNONYMS = data_files.read_toml("school_words.toml")


@dataclass(frozen=True, slots=True, kw_only=True)
class SchoolSort:
    """What sort of school it is; None where nobody said it."""

    nation: Nation | None = None
    kind: SchoolKind | None = None
    phase: SchoolPhase | None = None


class BadAnswer(Exception):
    """The answer cannot be used; the message says why and what to write."""


def ask(question: str, read: Callable[[str], Answer]) -> Answer:
    """Ask until `read` takes the answer. Raise `EOFError` if the person stops answering."""
    while True:
        try:
            return read(input(f"{question} ").strip())
        except BadAnswer as wrong:
            print(wrong)


def read_name(words: str) -> str:
    """Return the school's name. Raise `BadAnswer` for nothing, and for characters no one sees."""
    name = " ".join(words.split())
    if not any(character.isalnum() for character in name):
        raise BadAnswer("Write the name of the school, such as Hill View Primary School.")
    if len(name) > _LONGEST or not name.isprintable():
        raise BadAnswer("Write the name in one line, in letters that people can see.")
    return name


def read_sort(words: str) -> SchoolSort:
    """Return what an answer such as `England, academy, secondary` says; None where it is silent.

    Raise `BadAnswer` if it says none of the three.
    """
    sort = SchoolSort(
        nation=_find_choice(words, Nation),
        kind=_find_choice(words, SchoolKind),
        phase=_find_choice(words, SchoolPhase),
    )
    if words and sort == SchoolSort():
        raise BadAnswer(f"Write them like “England, academy, primary”.\n{list_sorts()}")
    return sort


def list_sorts() -> str:
    """Return the lines with every nation, kind and phase."""
    rows = (("Nation", Nation), ("Kind", SchoolKind), ("Phase", SchoolPhase))
    return "\n".join(f"    {name:7} {', '.join(choices)}" for name, choices in rows)


def read_policy(words: str) -> str:
    """Return the folder of the first policy: by its number, by its name, or the usual one."""
    if not words:
        return FIRST_POLICIES[0]
    by_number = {str(number): name for number, name in enumerate(FIRST_POLICIES, 1)}
    if words in by_number:
        return by_number[words]
    name = "-".join(re.findall(r"[a-z0-9]+", words.lower().replace("'", "").replace("’", "")))
    name = name.removesuffix("-policy")
    if not name or (fault := file_names.name_fault(name, "policy")):
        raise BadAnswer(fault if name else "Write the name in letters, such as online safety.")
    return name


def read_url(words: str) -> str:
    """Return the address of the site, with `https://` and a last `/`; empty for no answer."""
    if not words:
        return ""
    url = words if "://" in words else f"https://{words}"
    settings, _ = mkdocs_yml.read(f"site_url: {format_scalar(url)}\n")
    rest = url.partition("://")[2]
    if not settings.url or "." not in rest or re.search(r"[?#@]", rest) or not url.isprintable():
        shown = "This" if "@" in words or len(words) > LONGEST else f"“{words}”"
        raise BadAnswer(
            f"{shown} is no web address. Write it like https://policies.school.sch.uk/, "
            "or leave it out until you have it."
        )
    return url if url.endswith("/") else f"{url}/"


def read_email(words: str) -> str:
    """Return the e-mail address; empty for no answer."""
    if words and not re.fullmatch(MAIL, words):
        raise BadAnswer(f"“{words}” is no e-mail address. Write it like office@school.sch.uk.")
    return words


def read_choice(words: str, choices: type[Choice]) -> Choice | None:
    """Return the nation, kind or phase that the words name, by its name, its start or a synonym.

    None stands for no answer. Raise `BadAnswer` for other words.
    """
    if not words:
        return None
    choice = _find_choice(words, choices)
    if choice is None:
        near = did_you_mean(words, choices)
        raise BadAnswer(f"“{words}” is not one of these: {', '.join(choices)}.{near}")
    return choice


def _find_choice(words: str, choices: type[Choice]) -> Choice | None:
    """Return the choice whose own words are in `words`, or a synonym; None if there is none."""
    typed = " ".join(re.findall(r"\w+", words.lower()))
    if not typed:
        return None
    for choice in choices:
        name = " ".join(re.findall(r"\w+", choice.lower()))
        if re.search(rf"\b{name}\b", typed) or (len(typed) > 1 and name.startswith(typed)):
            return choice
    synonyms = _SYNONYMS[choices.__name__]
    return next((choices(synonyms[word]) for word in typed.split() if word in synonyms), None)
