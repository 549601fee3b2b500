"""Read `asked.yml`: questions that people asked, each with the clauses that answer it."""

import re
from dataclasses import dataclass

from policybook.model import Library
from policybook.model.findings import Finding
from policybook.reading.files import layout
from policybook.text import strict_yaml
from policybook.text.list_labels import CLAUSE_NUMBER
from policybook.text.strict_yaml import Value

_CLAUSE = re.compile(
    rf"([a-z0-9][a-z0-9-]*) ({CLAUSE_NUMBER}(?: \([a-z0-9.-]+\))?)"
)  # `social-media 5.2 (2023-11)`
_FORM = "Write `- question: …` and below it `answer: social-media 5.2`, or a list of such clauses."


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question. Each of `answers`, as (policy, number), is an answer."""

    text: str
    answers: tuple[tuple[str, str], ...]
    line: int


def read_questions(library: Library) -> tuple[tuple[Question, ...], tuple[Finding, ...]]:
    """Return the questions of `asked.yml`, and the faults in its form. Never raises."""
    text = library.words.get(layout.ASKED_QUESTIONS, "")
    if strict_yaml.is_blank(text):
        return (), ()
    root, faults = strict_yaml.read(text, layout.ASKED_QUESTIONS, what="file")
    findings = list(faults)
    listed = (root.fields or {}).get("questions") if root else None
    if root and (listed is None or listed.items is None):
        findings.append(_fault(root.line, "the file has no list `questions`"))
    rows = [_question(value, findings) for value in (listed.items if listed else None) or ()]
    return tuple(question for question in rows if question), tuple(findings)


def _question(value: Value, findings: list[Finding]) -> Question | None:
    """Return one question, or None with a finding."""
    fields = value.fields or {}
    asked, answer = fields.get("question"), fields.get("answer")
    if set(fields) != {"question", "answer"} or not (asked and asked.text and answer):
        findings.append(_fault(value.line, "this row is not a question with its answer"))
        return None
    named = [item.text or "" for item in (answer.items if answer.items is not None else [answer])]
    hits = [_CLAUSE.fullmatch(words.strip()) for words in named]
    if not hits or not all(hits):
        findings.append(
            _fault(
                answer.line, f"the answer “{', '.join(named)}” does not name a policy and a clause"
            )
        )
        return None
    return Question(
        text=asked.text, answers=tuple((h[1], h[2]) for h in hits if h), line=value.line
    )


def _fault(line: int, message: str) -> Finding:
    """Return a finding about the form of the file."""
    return Finding(
        path=layout.ASKED_QUESTIONS, line=line, code="asked-form", message=message, remedy=_FORM
    )
