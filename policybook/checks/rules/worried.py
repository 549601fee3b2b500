"""Help for somebody who is worried: people, helplines and cards.

The checks ask a school that has a policy on safeguarding. It is known by its title:
safeguarding, child protection, online safety, social media, bullying.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from policybook import search
from policybook.checks.version_findings import finding_at_line
from policybook.model import Finding, Library, Severity, dates, timeline
from policybook.reading.files import layout
from policybook.search.situations import CardRule, Helpline
from policybook.text.quotations import quote_start

_SAFEGUARDING = re.compile(
    r"safeguard|child[- ]protection|online[- ]safety|e-?safety|social[- ]media|bully|"
    r"acceptable[- ]use|low[- ]level concern",
    re.IGNORECASE,
)
#: A helpline is read again after so many days.
_OLD_AFTER_DAYS = 366


def safety_contacts_are_complete(library: Library, today: date) -> Iterator[Finding]:
    """The people to tell about a worry are in `contacts.yml`, with a number and hours.

    They are the Designated Safeguarding Lead and the deputy, the headteacher and the
    chair of governors. A name is welcome, and a role is enough.

    Bad: a Safeguarding Policy, and `contacts.yml` with the school office alone.
    Good: `- role: Designated Safeguarding Lead`, with `phone:` and `hours:`.
    Remedy: Add the roles, numbers and hours to `contacts.yml`.
    Codes: safety-contact.
    """
    people = search.situations.find_people(library.contacts)
    lacking = [str(person.role) for person in people if not person.is_complete]
    if lacking and _has_safeguarding_policy(library, today):
        yield _make_finding(
            layout.CONTACTS,
            1,
            "safety-contact",
            "the page “Worried? What to do now” has no telephone number or no hours for: "
            + "; ".join(lacking),
            "For each, write `- role:`, `phone:` and `hours:` in docs/policies/contacts.yml. "
            "Until then the page says to ask the school’s contact.",
        )


def help_was_read(library: Library, today: date) -> Iterator[Finding]:
    """A safeguarding lead has read the cards and the helplines that the site shows.

    The cards come with Policybook, and nobody at the school wrote them. The same is
    asked again when an update changes them.

    Bad: cards on the site, and no `read_by` in `help-cards.yml`.
    Good: `read_by: Designated Safeguarding Lead` and `read_on: 2026-12-04`.
    Remedy: Ask the safeguarding lead to read the page /worried/ and each card. Then
    write both lines in `help-cards.yml`.
    Codes: help-unread.
    """
    if not _has_safeguarding_policy(library, today):
        return
    card_file = search.situations.current_cards(library, today)
    message = "no safeguarding lead has read the cards and helplines of the page /worried/"
    if card_file.read_on:
        if card_file.read_on >= search.situations.shipped_change():
            return
        message = (
            f"the cards of the page /worried/ were last read on "
            f"{dates.format_day(card_file.read_on)}, before their words changed"
        )
    yield _make_finding(
        layout.HELP_CARDS,
        1,
        "help-unread",
        message,
        "Ask the safeguarding lead to read the page and each card. Then write `read_by: "
        f"Designated Safeguarding Lead` and `read_on: {today.isoformat()}`, with the day on "
        f"which it was done, in {layout.HELP_CARDS}.",
    )


def cards_follow_their_rules(library: Library, today: date) -> Iterator[Finding]:
    """When a rule changes, somebody reads the cards that are tied to it again.

    Bad: a card tied to social-media 5.15 of version 2023-11, when the rule has other
    words in the version in force.
    Good: the card as it should be now, and the new version under `numbers_of`.
    Remedy: Compare the card with the rule. Correct its steps and its number, then write
    the version in force under `numbers_of`.
    Codes: card-rule, card-stale.
    """
    card_file = search.situations.read_school_file(library, search.situations.shipped_cards())
    yield from card_file.findings
    _, faults = search.declared_versions(library, layout.HELP_CARDS)
    yield from (replace(fault, severity=Severity.WARNING) for fault in faults)
    for rule in search.situations.find_card_rules(library, today, card_file):
        if not rule.clause.now:
            yield _report_lost_rule(rule)
        elif rule.has_changed:
            yield _report_changed_rule(rule)


def helplines_were_read(library: Library, today: date) -> Iterator[Finding]:
    """Somebody read the organisation's own page before the site shows its helpline.

    A helpline that nobody read about is shown with its name and number alone.

    Bad: a number from memory.
    Good: a number with the page where it was read, and the day.
    Remedy: Open the organisation's page and compare. Tell the makers of Policybook if
    something is wrong.
    Codes: helpline-unread.
    """
    if not _has_safeguarding_policy(library, today):
        return
    doubts = [line for line in search.situations.shipped_helplines() if _is_doubtful(line, today)]
    if doubts:
        yield _make_finding(
            layout.HELP_CARDS,
            1,
            "helpline-unread",
            "check these helplines before people rely on them: "
            + "; ".join(line.name for line in doubts),
            "Open each organisation’s own page and compare its name, number and hours. "
            + " ".join(f"{line.name}: {_describe_doubt(line)}." for line in doubts),
            Severity.NOTE,
        )


def _is_doubtful(line: Helpline, today: date) -> bool:
    return bool(line.to_check) or (today - line.checked).days > _OLD_AFTER_DAYS


def _describe_doubt(line: Helpline) -> str:
    day = f"looked at on {dates.format_day(line.checked)}"
    return f"{line.to_check}; {day}" if line.to_check else day


def _has_safeguarding_policy(library: Library, today: date) -> bool:
    return any(
        _SAFEGUARDING.search(f"{version.facts.title} {policy.name}")
        for policy, version, _ in timeline.live_versions(library, today)
    )


def _report_lost_rule(rule: CardRule) -> Finding:
    clause = rule.clause
    return _make_finding(
        layout.HELP_CARDS,
        rule.card.line,
        "card-rule",
        f"the card “{rule.card.title}” is tied to {clause.policy} {clause.number}, which is not "
        "a rule of a text in force",
        "Name the rule that says it now, or remove the number.",
    )


def _report_changed_rule(rule: CardRule) -> Finding:
    clause = rule.clause
    now = ", ".join(clause.now)
    return _make_finding(
        layout.HELP_CARDS,
        rule.card.line,
        "card-stale",
        f"rule {now} of {clause.policy} changed after version {clause.of} (where it was "
        f"{clause.bare}), but the card “{rule.card.title}” did not",
        f"Compare the card with the new words, “{quote_start(rule.words, 160)}”. Correct its "
        f"steps if they are wrong. When every card is right, write its new numbers and "
        f"`{clause.policy}: {clause.current}` under `numbers_of`.",
    )


def _make_finding(
    path: str,
    line: int,
    code: str,
    message: str,
    remedy: str,
    severity: Severity = Severity.WARNING,
) -> Finding:
    return finding_at_line(path, line, code, message, remedy, severity)
