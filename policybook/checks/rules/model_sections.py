"""Sections of model policies that a text lacks or covers only briefly."""

from collections.abc import Iterator
from datetime import date

from policybook.analysis import law, model_policies
from policybook.analysis.model_policies import PolicyModel, SectionResult, SectionState
from policybook.checks.version_findings import finding_at_line
from policybook.model import Finding, Library, Severity, Status, Version, timeline


def model_sections_are_present(library: Library, today: date) -> Iterator[Finding]:
    """A policy has the sections of the model policy for its subject.

    No model is law: the school decides.

    Bad: a social media policy that says nothing about pictures of pupils and consent.
    Good: a section `## Images and consent` with its rules.
    Remedy: Write the section in the draft or the next version, or decide that the school
    does not need it.
    Codes: gap.
    """
    register = law.full_register(library)
    for _, version, _ in timeline.live_versions(library, today):
        if model := model_policies.find_model(version, library.school.nation):
            for result in model_policies.compare_sections(version, model, register, today):
                if result.state is not SectionState.PRESENT:
                    yield _make_finding(version, model, result)


def _make_finding(version: Version, model: PolicyModel, result: SectionResult) -> Finding:
    is_missing = result.state is SectionState.MISSING
    recalled = " (source not checked)" if result.wanted.recalled else ""
    fault = "is missing" if is_missing else f"is brief: {result.why}"
    return finding_at_line(
        version,
        result.rules[0].lines[0] if result.rules else version.facts.lines.get("title", 1),
        "gap",
        f"“{result.wanted.name}”, a section that model policies "
        f"{'have' if result.wanted.required else 'recommend'}, {fault}{recalled}",
        f"If the school wants it, write it in {_name_place(version)}. Source: {model.source}.",
        Severity.WARNING
        if is_missing and result.wanted.required and not result.wanted.recalled
        else Severity.NOTE,
    )


def _name_place(version: Version) -> str:
    """Return where the author may still write: an approved text never changes."""
    places = {Status.DRAFT: "this draft", Status.CONSULTATION: "this proposed text"}
    return places.get(version.facts.status, "the next version")
