"""Required sections: `school.yml` lists them for every policy, or for one policy."""

import re
from collections.abc import Iterator
from datetime import date

from policybook.checks.version_findings import finding_at_line, report_warning
from policybook.model import Clause, Finding, Library, RequiredSection, Version, timeline
from policybook.reading.files import layout


def required_sections_are_present(library: Library, today: date) -> Iterator[Finding]:
    """A policy has the sections that the school requires, and each has a text.

    A section may have another heading that `school.yml` accepts.

    Bad: `school.yml` requires “Purpose”, and the policy has no such heading.
    Good: a section `## Purpose` with a text.
    Remedy: Write the section. If the school no longer requires it, change
    `required_sections` in `school.yml`.
    Codes: required-section.
    """
    required = library.school.required_sections
    for policy in library.policies:
        sections = (*required.get("", ()), *required.get(policy.name, ()))
        for version in policy.versions:
            if timeline.standing(policy, version, today) in ("superseded", "withdrawn"):
                # Today's requirements do not apply to superseded or withdrawn texts.
                continue
            for section in sections:
                yield from _check_section(version, section)


def required_sections_name_policies(library: Library, today: date) -> Iterator[Finding]:
    """The required sections in `school.yml` are those of policies that the school has.

    Bad: `required_sections` names `behavior`, and the folder is `behaviour`.
    Good: the name of the folder.
    Codes: required-sections.
    """
    required = library.school.required_sections
    names = {p.name for p in library.policies} | {v.policy for v in library.unsound}
    for name in sorted(set(required) - names - {""}):
        yield report_warning(
            layout.SCHOOL,
            library.school.lines.get("required_sections", 1),
            "required-sections",
            f"`required_sections` names “{name}”, but there is no such policy",
            f"Use the name of a policy's folder: {', '.join(sorted(names)) or 'none yet'}.",
        )


def _check_section(version: Version, required: RequiredSection) -> Iterator[Finding]:
    titles = {_normalise(title) for title in (required.heading, *required.accept)}
    title_line = version.facts.lines.get("title", 1)
    matches = [
        (s.lines[0], any(isinstance(p, Clause) for p in s.parts))
        for s in version.sections
        if _normalise(s.title) in titles
    ]
    matches += [
        (p.lines[0], True)
        for s in version.sections
        for p in s.groups
        if _normalise(p.text) in titles
    ]
    if not matches:
        alternatives = f" (or {', '.join(required.accept)})" if required.accept else ""
        yield finding_at_line(
            version,
            title_line,
            "required-section",
            f"the required section “{required.heading}” is missing",
            f"Add a heading `## {required.heading}`{alternatives} with its text, or change "
            "`required_sections` in school.yml.",
        )
    elif not any(has_text for _, has_text in matches):
        yield finding_at_line(
            version,
            matches[0][0],
            "required-section",
            f"the required section “{required.heading}” is empty",
            "Write its text, or change `required_sections` in school.yml.",
        )


def _normalise(title: str) -> str:
    return re.sub(r"[^\w]+", " ", title).casefold().strip()
