"""Check the library on a day: findings, what they mean, and what can be fixed.

A check sees more than one field or one clause; it must not know a file, a page or another
check. Its docstring's first line is the rule as a school would say it, then `Bad:` and
`Good:`. That text is its help page.

    for finding in run(library, today): ...   # one function a rule, in the order of `CHECKS`
"""

from collections.abc import Callable, Iterator
from datetime import date

from policybook.checks.rules.asked import (
    asked_questions_are_answered,
    numbers_are_of_the_text_in_force,
    own_words_find_something,
)
from policybook.checks.rules.contacts import contacts_are_known, contacts_were_checked_lately
from policybook.checks.rules.duties import duties_say_whose_they_are
from policybook.checks.rules.foreign import (
    no_foreign_markup,
    no_unfinished_marks,
    nothing_is_left_to_be_decided,
    nothing_is_left_to_be_written,
)
from policybook.checks.rules.gaps import sections_of_the_model_are_there
from policybook.checks.rules.glyphs import characters_that_print
from policybook.checks.rules.kept_up import (
    duties_are_explained,
    reviews_name_a_version,
    statements_keep_up,
)
from policybook.checks.rules.law import law_and_names_are_of_today, law_was_checked_lately
from policybook.checks.rules.links import links_lead_somewhere, pictures_are_described
from policybook.checks.rules.lookalikes import words_are_of_one_script
from policybook.checks.rules.order import (
    approval_is_not_in_the_future,
    approvals_run_with_the_versions,
    changes_are_told,
    one_version_binds_at_a_time,
    what_follows_the_approval_is_later,
)
from policybook.checks.rules.pasted import (
    letters_are_not_typed,
    lists_and_headings_are_marked,
    numbers_are_not_typed,
    tables_are_marked,
    text_is_not_indented,
)
from policybook.checks.rules.pictures import pictures_can_be_shown
from policybook.checks.rules.plain import summaries_are_plain
from policybook.checks.rules.printed import (
    contents_are_not_typed,
    headings_are_not_typed_in_capitals,
    nothing_is_signed_by_hand,
    nothing_runs_along_the_pages,
    pages_are_not_numbered,
    the_title_stands_once,
)
from policybook.checks.rules.recorded import (
    approved_versions_are_recorded,
    pictures_go_with_the_words,
)
from policybook.checks.rules.reviews import review_comes_after_approval, review_is_in_time
from policybook.checks.rules.sections import required_sections_are_present
from policybook.checks.rules.summaries import citations_exist, statements_cite, summaries_go_on
from policybook.checks.rules.tables import rows_fit_their_table, tables_have_headers
from policybook.checks.rules.text import (
    headings_step_down,
    nesting_is_readable,
    one_title,
    passages_have_a_measure,
    there_is_a_text,
)
from policybook.checks.rules.translated import translations_keep_up
from policybook.model import Library
from policybook.model.findings import Finding

Check = Callable[[Library, date], Iterator[Finding]]

CHECKS: tuple[Check, ...] = (
    approvals_run_with_the_versions,
    one_version_binds_at_a_time,
    approval_is_not_in_the_future,
    what_follows_the_approval_is_later,
    changes_are_told,
    review_comes_after_approval,
    review_is_in_time,
    required_sections_are_present,
    there_is_a_text,
    one_title,
    headings_step_down,
    nesting_is_readable,
    passages_have_a_measure,
    no_unfinished_marks,
    nothing_is_left_to_be_written,
    nothing_is_left_to_be_decided,
    no_foreign_markup,
    lists_and_headings_are_marked,
    letters_are_not_typed,
    numbers_are_not_typed,
    text_is_not_indented,
    tables_are_marked,
    headings_are_not_typed_in_capitals,
    the_title_stands_once,
    pages_are_not_numbered,
    nothing_runs_along_the_pages,
    nothing_is_signed_by_hand,
    contents_are_not_typed,
    tables_have_headers,
    rows_fit_their_table,
    links_lead_somewhere,
    pictures_are_described,
    pictures_can_be_shown,
    characters_that_print,
    words_are_of_one_script,
    statements_cite,
    citations_exist,
    summaries_go_on,
    statements_keep_up,
    reviews_name_a_version,
    duties_are_explained,
    summaries_are_plain,
    translations_keep_up,
    own_words_find_something,
    asked_questions_are_answered,
    numbers_are_of_the_text_in_force,
    contacts_are_known,
    contacts_were_checked_lately,
    law_and_names_are_of_today,
    law_was_checked_lately,
    sections_of_the_model_are_there,
    duties_say_whose_they_are,
    approved_versions_are_recorded,
    pictures_go_with_the_words,
)


def run(library: Library, today: date) -> Iterator[Finding]:
    """Every finding of every check."""
    for check in CHECKS:
        yield from check(library, today)


def run_of_numbers(library: Library, today: date) -> Iterator[Finding]:
    """The findings that tell whether `asked.yml` and `vocabulary.yml` name the clauses that they mean."""
    for check in (
        own_words_find_something,
        asked_questions_are_answered,
        numbers_are_of_the_text_in_force,
    ):
        yield from check(library, today)
