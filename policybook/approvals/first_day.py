"""Say from when an approved version binds, before a person enters the approval."""

from policybook.model import Status, Version, dates, timeline, wording


def describe_first_day(version: Version) -> str:
    """Return from when the version binds, and how it could begin as late as its name says."""
    facts, begins, named = version.facts, timeline.start_day(version), dates.read_day(version.name)
    if begins is None or facts.status is Status.WITHDRAWN:
        return ""
    because = "" if facts.effective_from else ", the day of its approval"
    words = f" In force from {dates.format_day(begins)}{because}."
    if facts.effective_from or named is None or named.date <= begins.date:
        return words
    return (
        f"{words} Its name is {wording.version_name(version.name)}: if it begins then, do not "
        f"enter it yet. First write `effective_from: {named.date.isoformat()}` in {version.path}."
    )
