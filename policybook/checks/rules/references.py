"""References: "rule 3.1", "section 4" and "Appendix B" lead to what they name."""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial

from policybook.analysis import rules_elsewhere, stale_references
from policybook.analysis.rules_elsewhere import MovedRule
from policybook.analysis.stale_references import StaleLink
from policybook.checks.search_remedies import FIX_COMMAND
from policybook.checks.version_findings import finding_at_line, report_warning
from policybook.model import Clause, Finding, Library, Policy, Severity, Standing, Version, timeline
from policybook.reading.references import link_search, reference_links
from policybook.reading.references.reference_links import (
    CitedRule,
    ReferenceFinder,
    ReferenceIntoOther,
    find_into_others,
)
from policybook.reading.references.reference_targets import (
    PlacedReference,
    find_in_version,
)
from policybook.reading.references.reference_types import Reference
from policybook.reading.references.references import find_references
from policybook.reading.references.version_places import lacks_place
from policybook.reading.texts import clauses, markdown


def references_lead_somewhere(library: Library, today: date) -> Iterator[Finding]:
    """A reference to a rule, section or appendix leads to one in the same policy.

    References into laws and other documents are left alone.

    Bad: “see section 9.4” in a policy with five sections, “the form is in Appendix 2”
    without such a heading.
    Good: “see section 4.2”; “section 89 of the Education and Inspections Act 2006”.
    Remedy: Write the right number, add the missing part, or name the other document.
    Codes: dead-reference.
    """
    for policy in library.policies:
        for version in _find_texts_of_today(policy, today):
            stale = {(s.place.clause.id, s.place.reference) for s in _find_stale(policy, version)}
            for place in find_in_version(version):
                if place.is_dead and (place.clause.id, place.reference) not in stale:
                    yield _report_dead(version, place)


def references_follow_their_rules(library: Library, today: date) -> Iterator[Finding]:
    """In a new version, a reference leads to the rule that it meant before.

    Bad: “under rule 3.1”, when a new section made that rule 4.1.
    Good: “under rule 4.1”.
    Remedy: Run `policybook check --fix`, or write the new number.
    Codes: stale-reference.
    """
    for policy in library.policies:
        for version in policy.versions:
            if version.facts.is_undecided or library.find_approval(version.key) is None:
                yield from (_report_stale(version, s) for s in _find_stale(policy, version))
                yield from (_report_stale_link(version, s) for s in _find_links(policy, version))


def references_into_other_policies_lead_somewhere(
    library: Library, today: date, find: ReferenceFinder = find_into_others
) -> Iterator[Finding]:
    """A reference into another policy of the school leads to a part that it has.

    The part may be in the other policy's text in force, or in one that comes or is proposed.

    Bad: “section 9 of the Behaviour Policy”, when that policy has five sections.
    Good: “section 4 of the Behaviour Policy”.
    Remedy: Write the number that the other policy has now.
    Codes: dead-reference.
    """
    titles = reference_links.read_titles(library)
    texts = {p.name: tuple(_find_texts_of_today(p, today)) for p in library.policies}
    for version in (version for versions in texts.values() for version in versions):
        for place in find(titles, version):
            others = texts.get(place.rule.policy, ())
            is_dead = others and all(
                lacks_place(v, place.rule.noun, place.rule.number) for v in others
            )
            # The check below says where the rule is now.
            if is_dead and not rules_elsewhere.find_moved(
                library, version, place.rule, partial(find, titles), today
            ):
                yield _report_missing_part(version, place, others[-1].facts.title)


def references_into_other_policies_follow_their_rules(
    library: Library, today: date, find: ReferenceFinder = find_into_others
) -> Iterator[Finding]:
    """A reference into another policy leads to the rule that it meant when it was approved.

    Bad: “rule 2.2 of the Keys Policy”, when a new version of that policy made it rule 3.3.
    Good: “rule 3.3 of the Keys Policy”.
    Remedy: Write the number that the other policy has now, in a new version of this one.
    Codes: stale-reference.
    """
    for version, place, moved in rules_elsewhere.list_moved(library, today, find):
        is_open = version.facts.is_undecided or library.find_approval(version.key) is None
        read = partial(find, reference_links.read_titles(library))
        is_new = rules_elsewhere.is_written_anew(library, version, place, read)
        yield _report_moved(version, place, moved, is_open=is_open, is_new=is_new)


def links_name_their_rules(library: Library, today: date) -> Iterator[Finding]:
    """A link that names a rule leads to that rule.

    Bad: `[rule 1.5](#s1-1)`, where the link leads to rule 1.1.
    Good: `[rule 1.1](#s1-1)`, `rule 1.1` without a link, which Policybook makes.
    Remedy: Remove the marks of the link, so that Policybook makes it, or write the right number.
    Codes: link-address.
    """
    for version in library.walk_sound():
        numbers = {c.id: c.number for c in clauses.walk_sections(version.sections)}
        numbers |= {section.id: section.label for section in version.sections}
        for line, link in link_search.find_links(version):
            words = markdown.plain_text(link.children).strip()
            number = numbers.get(link.target.removeprefix("#"), "")
            if link.target.startswith("#") and number not in ("", _read_number(words) or number):
                place = link_search.find_line(version, line, link.target)
                yield _report_link(version, place, words, number)


def _read_number(words: str) -> str:
    """Return the number of the rule that the words of a link name, or nothing."""
    named = find_references(f"as {words} says")
    return (
        named[0].number if len(named) == 1 and named[0].words.casefold() == words.casefold() else ""
    )


def _find_stale(policy: Policy, version: Version) -> tuple[stale_references.StaleReference, ...]:
    """Return the references of a version that no longer lead to their rules."""
    before = timeline.predecessor(policy, version)
    return stale_references.find_stale(before, version) if before else ()


def _find_links(policy: Policy, version: Version) -> tuple[StaleLink, ...]:
    """Return the links of a version whose anchor is of another rule now."""
    before = timeline.predecessor(policy, version)
    return stale_references.find_stale_links(before, version) if before else ()


def _find_texts_of_today(policy: Policy, today: date) -> Iterator[Version]:
    """Yield the versions that are in force, coming, proposed or being written."""
    past = (Standing.SUPERSEDED, Standing.WITHDRAWN)
    return (v for v in policy.versions if timeline.standing(policy, v, today) not in past)


def _report_dead(version: Version, place: PlacedReference) -> Finding:
    words = place.reference.full_words
    return report_warning(
        version,
        find_line(version, place),
        "dead-reference",
        f"the text refers to {words}, but this policy has no {words}",
        "Write the right number, add the missing part, or name the document that has it.",
    )


def _report_missing_part(version: Version, place: ReferenceIntoOther, title: str) -> Finding:
    words = place.rule.words
    return report_warning(
        version,
        find_number(version, place.clause, place.rule.number),
        "dead-reference",
        f"the text refers to {words} of “{title}”, but that policy has no {words}",
        "Write the number that the other policy has now, or name the right policy.",
    )


def _report_moved(
    version: Version, place: ReferenceIntoOther, moved: MovedRule, *, is_open: bool, is_new: bool
) -> Finding:
    """Return a finding. It is an error in a text that can still be corrected (`is_open`).

    A sentence that is new (`is_new`) may mean the rule that has the number now.
    """
    title = moved.new.facts.title
    line = find_number(version, place.clause, place.rule.number)
    message = f"{place.rule.words} of “{title}” {describe_move(place.rule, moved)}"
    remedy = "Write the number that the other policy has now."
    if moved.now:
        remedy = f"Write {place.rule.noun} {' and '.join(moved.now)}."
    if is_open and is_new:
        remedy += " If this one is right, leave it."
    severity = Severity.ERROR if is_open and not is_new else Severity.WARNING
    return finding_at_line(version, line, "stale-reference", message, remedy, severity)


def describe_move(rule: CitedRule, moved: MovedRule) -> str:
    """Return what became of a rule that another policy cites, after its name."""
    old, new = moved.old.name, moved.new.name
    taken = f", where {rule.words} is another rule" if moved.is_taken else ""
    now = f"is {' and '.join(moved.now)}" if moved.now else "is not there"
    return f"in version {old} {now} in version {new}{taken}"


def _report_link(version: Version, line: int, words: str, number: str) -> Finding:
    return report_warning(
        version,
        line,
        "link-address",
        f"the link “{words}” leads to {number}",
        "Remove the marks of the link: Policybook makes it. Or write the right number.",
    )


def _report_stale(version: Version, stale: stale_references.StaleReference) -> Finding:
    place, old = stale.place, stale.old.name
    words = place.reference.full_words
    if stale.now:
        now = " and ".join(stale.now)
        message = f"{words} of version {old} is now {now}, but the text still says {words}"
        remedy = f"Write {_spell_whole(place.reference, stale.now)}."
        if stale.new_number:
            remedy += f" {FIX_COMMAND} does this in drafts."
        if stale.is_unclear:
            remedy = f"If the text means the old {words}, {remedy[0].lower()}{remedy[1:]}"
            remedy += " Some numbers here may be new already. If this one is right, leave it."
        elif stale.is_partial:
            remedy += " Look at the other numbers in its sentence too."
    else:
        now = f"now {words} is another rule" if place.target else f"there is no {words} now"
        message = f"{words} of version {old} was removed, and {now}"
        remedy = "Write the number of the rule that you mean, or take the reference out."
    # It may be right, and only a person can tell.
    severity = Severity.WARNING if stale.is_unclear else Severity.ERROR
    line = find_line(version, place)
    return finding_at_line(version, line, "stale-reference", message, remedy, severity)


def _spell_whole(reference: Reference, now: Sequence[str]) -> str:
    """Return what to write: "item (c) of rule 3.4", "step 3 of 2.5", "rule 3.1 and 3.2"."""
    noun = reference.noun or "rule"
    if not reference.names_item:
        return f"{noun} {' and '.join(now)}"
    items = " and ".join(map(reference.spell, now))
    around = reference.inside or reference.within
    if not around:
        return f"{noun} {items}"
    outer, _, number = around.rpartition(" ")
    new = now[0].rpartition("(")[0] or now[0].rpartition(".")[0]
    new = new if "." in number else new.partition(".")[0]
    return f"{noun} {items} of {f'{outer} {new}'.strip()}"


def _report_stale_link(version: Version, stale: StaleLink) -> Finding:
    old, where = stale.old.name, f"the link “{stale.words}” to {stale.target}"
    was = stale.old_number.removeprefix("# ")
    remedy = "Write the address of the rule that you mean, or take the link out."
    if stale.now:
        now = " and ".join(number.removeprefix("# ") for number in stale.now)
        message = f"{where} led to {was} in version {old}, which is now {now}"
        if stale.new_target:
            remedy = f"Write {stale.new_target}. {FIX_COMMAND} does this in drafts."
    else:
        message = f"{where} led to {was} in version {old}, which was removed"
    line = link_search.find_line(version, stale.lines[0], stale.target)
    return finding_at_line(version, line, "stale-reference", message, remedy)


def find_line(version: Version, place: PlacedReference) -> int:
    """Return the line of a reference; the first line of its clause if it is not there."""
    return find_number(version, place.clause, place.reference.number)


def find_number(version: Version, clause: Clause, number: str) -> int:
    """Return the line of a clause that has `number`; the first line if none has."""
    first, end = clause.lines
    lines = version.text.split("\n")[first - version.body_line : end - version.body_line]
    return next((first + n for n, line in enumerate(lines) if number in line), first)
