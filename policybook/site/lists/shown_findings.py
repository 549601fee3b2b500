"""Choose the findings that governors need, with the places that they are about."""

from collections import Counter
from collections.abc import Iterator

from policybook.checks import catalogue
from policybook.model import addresses, findings
from policybook.reading.files import layout
from policybook.site.school_input import SchoolInput
from policybook.site.version_view import VersionView

#: The codes of findings that the register shows in another way.
_SHOWN_ALREADY = ("review-due", "review-overdue", "law", "gap")


class ShownFinding:
    """A finding as the page shows it: its file, what is wrong, its level, and its help page."""

    def __init__(self, finding: findings.Finding, place: tuple[str, str, str]) -> None:
        self.finding, self.level = finding, str(finding.severity).capitalize()
        self.message = finding.message[0].upper() + finding.message[1:]
        self.changed = findings.explain_level(finding)
        rule = catalogue.find_rule(finding.code)
        self.help = addresses.rule(rule.family.name, rule.code) if rule else ""
        self.place, self.address, self.policy = place


def shown_findings(inputs: SchoolInput, *, drafts: bool) -> list[ShownFinding]:
    """Return the findings that governors need.

    These are warnings about texts in force, and findings whose level the school
    changed. Hints to the author of a proposal appear only when somebody runs the
    checks.
    """
    places = dict(_places(inputs))
    binding = {path for view in inputs.views if view.binds or drafts for path in _paths(view)}
    return [
        ShownFinding(finding, places[finding.path])
        for finding in inputs.findings
        if finding.path in places and (finding.usual is not None or _weighs(finding, binding))
    ]


def count_problems(inputs: SchoolInput, *, drafts: bool) -> Counter[str]:
    """Return how many findings the page of problems shows of each policy, by its name."""
    return Counter(shown.policy for shown in shown_findings(inputs, drafts=drafts))


def _weighs(finding: findings.Finding, binding: set[str]) -> bool:
    weighs = finding.severity is not findings.Severity.NOTE and finding.code not in _SHOWN_ALREADY
    return weighs and finding.path in binding | {layout.SCHOOL}


def _paths(view: VersionView) -> Iterator[str]:
    yield view.path
    yield from (summary.path for summary in view.summaries)


def _places(inputs: SchoolInput) -> Iterator[tuple[str, tuple[str, str, str]]]:
    """Yield by path: the name of a published file on the site, its address, and its policy.

    A settings file has only a name.
    """
    for path in (layout.SCHOOL, layout.VOCABULARY, layout.ASKED_QUESTIONS):
        yield path, (path.removeprefix(layout.POLICIES), "", "")
    for view in inputs.views:
        name = f"{view.title}, {view.month}"
        yield view.path, (name, view.own_address, view.policy)
        for summary in view.summaries:
            yield (
                summary.path,
                (f"{name}, for {summary.reader}", summary.address, view.policy),
            )
