"""Questions about a school, and what people may answer to each."""

import re
from collections.abc import Callable
from enum import StrEnum
from typing import TypeVar

from policybook.model import Nation, SchoolKind, SchoolPhase
from policybook.reading import mkdocs_yml
from policybook.text.strict_yaml import did_you_mean, format_scalar

Choice = TypeVar("Choice", bound=StrEnum)
Answer = TypeVar("Answer")

_LONGEST = 200
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(\.[\w-]+)+")
#: What people call a nation, a kind or a phase, beside its own word.
_NATIONS = {
    "cymru": Nation.WALES,
    "ireland": Nation.NORTHERN_IRELAND,
    "ni": Nation.NORTHERN_IRELAND,
}
_KINDS = {
    "community": SchoolKind.MAINTAINED,
    "controlled": SchoolKind.MAINTAINED,
    "council": SchoolKind.MAINTAINED,
    "foundation": SchoolKind.MAINTAINED,
    "state": SchoolKind.MAINTAINED,
    "voluntary": SchoolKind.MAINTAINED,
    "local": SchoolKind.MAINTAINED,
    "free": SchoolKind.ACADEMY,
    "trust": SchoolKind.ACADEMY,
    "private": SchoolKind.INDEPENDENT,
    "alternative": SchoolKind.ALTERNATIVE,
    "pru": SchoolKind.ALTERNATIVE,
    "referral": SchoolKind.ALTERNATIVE,
}
_PHASES = {
    "infant": SchoolPhase.PRIMARY,
    "infants": SchoolPhase.PRIMARY,
    "junior": SchoolPhase.PRIMARY,
    "juniors": SchoolPhase.PRIMARY,
    "first": SchoolPhase.PRIMARY,
    "prep": SchoolPhase.PRIMARY,
    "high": SchoolPhase.SECONDARY,
    "senior": SchoolPhase.SECONDARY,
    "grammar": SchoolPhase.SECONDARY,
    "comprehensive": SchoolPhase.SECONDARY,
    "through": SchoolPhase.ALL_THROUGH,
    "sixth": SchoolPhase.SIXTEEN_PLUS,
    "16": SchoolPhase.SIXTEEN_PLUS,
    "college": SchoolPhase.SIXTEEN_PLUS,
}


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


def read_nation(words: str) -> Nation | None:
    """Return the nation, by its name, its first letter or its number; None for no answer."""
    by_number = {str(number): nation for number, nation in enumerate(Nation, 1)}
    return by_number.get(words) or _read_choice(words, Nation, _NATIONS)


def read_kind(words: str) -> SchoolKind | None:
    """Return the kind of school; None for no answer."""
    return _read_choice(words, SchoolKind, _KINDS)


def read_phase(words: str) -> SchoolPhase | None:
    """Return the phase of the school; None for no answer."""
    return _read_choice(words, SchoolPhase, _PHASES)


def read_kind_and_phase(words: str) -> tuple[SchoolKind | None, SchoolPhase | None]:
    """Return what an answer such as `academy, secondary` says. None stands for no answer."""
    if not words:
        return None, None
    kind = _find_choice(words, SchoolKind, _KINDS)
    phase = _find_choice(words, SchoolPhase, _PHASES)
    if kind is None and phase is None:
        raise BadAnswer(f"Write a kind and a phase, such as “maintained primary”. {list_kinds()}")
    return kind, phase


def list_kinds() -> str:
    """Return the sentences with every kind and phase."""
    return f"Kinds: {', '.join(SchoolKind)}. Phases: {', '.join(SchoolPhase)}."


def read_url(words: str) -> str:
    """Return the address of the site, with `https://` and a last `/`; empty for no answer."""
    if not words:
        return ""
    url = words if "://" in words else f"https://{words}"
    settings, _ = mkdocs_yml.read(f"site_url: {format_scalar(url)}\n")
    if not settings.url or "." not in url.partition("://")[2] or not url.isprintable():
        raise BadAnswer(
            f"“{words}” is no web address. Write it like https://policies.school.sch.uk/, "
            "or leave it out until you have it."
        )
    return url if url.endswith("/") else f"{url}/"


def read_email(words: str) -> str:
    """Return the e-mail address; empty for no answer."""
    if words and not _EMAIL.fullmatch(words):
        raise BadAnswer(f"“{words}” is no e-mail address. Write it like office@school.sch.uk.")
    return words


def _read_choice(words: str, choices: type[Choice], synonyms: dict[str, Choice]) -> Choice | None:
    """Return the choice that the words name; None for none. Raise `BadAnswer` for others."""
    if not words:
        return None
    choice = _find_choice(words, choices, synonyms)
    if choice is None:
        near = did_you_mean(words, choices)
        raise BadAnswer(f"“{words}” is not one of these: {', '.join(choices)}.{near}")
    return choice


def _find_choice(words: str, choices: type[Choice], synonyms: dict[str, Choice]) -> Choice | None:
    """Return the choice whose own words are in `words`, or a synonym; None if there is none."""
    typed = " ".join(re.findall(r"\w+", words.lower()))
    for choice in choices:
        name = " ".join(re.findall(r"\w+", choice.lower()))
        if re.search(rf"\b{name}\b", typed) or (len(typed) > 1 and name.startswith(typed)):
            return choice
    return next((synonyms[word] for word in typed.split() if word in synonyms), None)
