"""Open questions of a draft: somebody decides them before the approval."""

from collections.abc import Iterator
from datetime import date

from policybook.model import Finding, Library, Severity


def questions_are_settled(library: Library, today: date) -> Iterator[Finding]:
    """The open questions of a draft are settled before it is approved.

    Bad: an approved version with `questions: Are five days too long?`
    Good: the same version without `questions`, and the answer in its text.
    Remedy: Write the answer in the text, and remove the question from `questions`.
    Protects: governors approve a text that leaves nothing open.
    Codes: open-question.
    """
    for version in library.walk_sound():
        facts = version.facts
        for question in facts.questions:
            yield Finding(
                path=version.path,
                line=facts.lines.get("questions", 1),
                severity=Severity.WARNING if facts.is_undecided else Severity.ERROR,
                code="open-question",
                message=f"a question is open: “{question}”",
                remedy="Write the answer in the text, and remove the question from `questions`.",
            )
