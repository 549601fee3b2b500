"""Turn a redline and what is known about both versions into the governors' pack.

Each change of the redline that is not minor is in exactly one section of the pack, under
the number that it has in the redline.
"""

from collections.abc import Iterator

from policybook import redline
from policybook.analysis.affected_readers import affected_readers
from policybook.analysis.open_points import is_open_point, open_points
from policybook.model import Status, consultation, dates, wording
from policybook.model.facts import VersionFacts
from policybook.site.pack.types import GovernorsPack, PackSection
from policybook.site.policy_input import PolicyInput
from policybook.site.redline_page import view
from policybook.site.redline_page.school_summaries import school_summaries
from policybook.site.redline_page.story_rows import story_rows
from policybook.site.redline_page.whole_sections import is_whole, unmark
from policybook.site.render.inline_html import LinkTargets
from policybook.site.version_view import VersionView


def make_pack(inputs: PolicyInput, changes: redline.Redline, places: LinkTargets) -> GovernorsPack:
    """Return the pack about one redline. `places` fits the links of its words."""
    every = redline.changes_to_read(changes)
    facts = changes.new.facts
    undecided = facts.is_undecided
    new = inputs.view(changes.new)
    return GovernorsPack(
        old=inputs.view(changes.old),
        new=new,
        decision="" if undecided else _describe_decision(new),
        starts=dates.format_day(facts.effective_from) if facts.effective_from else "",
        summary=tuple(_summary(inputs, changes)),
        story=story_rows(changes),
        questions=tuple(open_points(changes.new)),
        facts=view.changed_facts(changes),
        readers=wording.join_words(facts.applies_to),
        affected=tuple(affected_readers(changes, inputs.school.name)),
        law=inputs.moved[new.name],
        comments=tuple(_describe_consultation(facts, inputs.school.contact)),
        reviews=inputs.reviews,
        own_reviews=inputs.own_reviews,
        sections=tuple(_sections(changes, view.RowMaker(places, redline.UnitContext(changes)))),
        total=len(every),
        minor=tuple(change.count for change in every if redline.is_small(change)),
    )


def _summary(inputs: PolicyInput, changes: redline.Redline) -> Iterator[str]:
    """Yield what the school says of the changes, without the open points.

    Each sentence names its version where there are several.
    """
    summaries = school_summaries(inputs.policy.versions, changes.old, changes.new)
    for summary in summaries:
        version = f"Version {summary.version}: " if len(summaries) > 1 else ""
        yield from (f"{version}{s}" for s in summary.sentences if not is_open_point(s))


def _describe_decision(new: VersionView) -> str:
    """Return who approved a version and when, with the minute if the record has it."""
    minute = f", minute {new.facts.minute}" if new.facts.minute else ""
    return f"Approved by {new.approval}{minute}."


def _describe_consultation(facts: VersionFacts, contact: str) -> Iterator[str]:
    """Yield the days of the consultation and, until the decision, to whom comments go."""
    if not facts.is_undecided:
        yield from filter(None, (consultation.describe_past(facts),))
        return
    first, last = facts.comments_from, facts.comments_until
    if first and last:
        yield f"The consultation is from {dates.format_day(first)} to {dates.format_day(last)}."
    elif last:
        yield f"The last day for comments is {dates.format_day(last)}."
    if facts.status is Status.CONSULTATION or last:
        yield f"Comments go to {(facts.comments_to or contact).rstrip('. ')}."


# ---------- the changes


def _sections(changes: redline.Redline, make: view.RowMaker) -> Iterator[PackSection]:
    for section in changes.sections:
        wanted = [
            change
            for change in redline.section_changes(section)
            if change.count and not redline.is_small(change)
        ]
        if not wanted:
            continue
        whole = is_whole(section, wanted) and bool(section.new)
        rows = [unmark(change) if whole else change for change in wanted]
        yield PackSection(
            title=view.section_title(section),
            whole=whole,
            rows=tuple(make.row(change, has_before=False) for change in rows),
        )
