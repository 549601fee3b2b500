"""List every check, and say which ones need all policies.

A new check is a line of `CHECKS`. If it compares policies, it is a line of `OF_SCHOOL` too.
"""

from collections.abc import Callable, Iterator
from datetime import date

from policybook.checks.rules.approved_texts import (
    approved_versions_are_recorded,
    removed_pictures_are_deleted,
)
from policybook.checks.rules.consultations import (
    consultations_end_with_a_decision,
    consultations_have_an_end,
    consultations_open_before_they_close,
)
from policybook.checks.rules.contacts import contacts_are_listed, contacts_were_checked_recently
from policybook.checks.rules.disagreements import policies_agree
from policybook.checks.rules.duties import duties_name_someone
from policybook.checks.rules.eaten_signs import (
    backslashes_of_paths_stay,
    invisible_characters_are_not_spelt,
    signs_between_figures_stay,
)
from policybook.checks.rules.foreign_markup import (
    emphasis_is_closed,
    fields_are_filled_in,
    markup_is_plain_markdown,
    open_points_are_decided,
    placeholders_are_replaced,
    text_has_no_edit_marks,
)
from policybook.checks.rules.glyphs import characters_can_be_printed
from policybook.checks.rules.groups import groups_are_listed
from policybook.checks.rules.law import law_and_names_are_current, law_was_checked_recently
from policybook.checks.rules.link_addresses import links_lead_where_they_say
from policybook.checks.rules.links import links_work, pictures_are_described
from policybook.checks.rules.lookalikes import words_use_one_script
from policybook.checks.rules.minor_versions import minor_versions_correct_slips
from policybook.checks.rules.model_sections import model_sections_are_present
from policybook.checks.rules.notes import notes_have_a_place
from policybook.checks.rules.open_questions import questions_are_settled
from policybook.checks.rules.own_numbers import (
    own_numbers_are_read,
    own_numbers_are_unique,
    own_numbers_have_no_gap,
)
from policybook.checks.rules.pictures import pictures_are_pixels_alone, pictures_can_be_shown
from policybook.checks.rules.plain_language import summaries_are_plain
from policybook.checks.rules.print_layout import (
    contents_are_not_typed,
    headings_are_not_in_capitals,
    page_headers_are_removed,
    pages_are_not_numbered,
    text_has_no_lines_to_fill_in,
    title_is_not_repeated,
)
from policybook.checks.rules.references import (
    links_name_their_rules,
    references_follow_their_rules,
    references_into_other_policies_lead_somewhere,
    references_lead_somewhere,
)
from policybook.checks.rules.reviews import reviews_are_up_to_date, reviews_follow_approvals
from policybook.checks.rules.search_circles import words_lead_to_the_policy
from policybook.checks.rules.search_questions import (
    clause_numbers_are_current,
    questions_are_answered,
    vocabulary_finds_clauses,
)
from policybook.checks.rules.sections import (
    required_sections_are_present,
    required_sections_name_policies,
)
from policybook.checks.rules.stale_statements import (
    duties_are_explained,
    reviewed_names_a_version,
    statements_are_up_to_date,
)
from policybook.checks.rules.stale_translations import translations_are_up_to_date
from policybook.checks.rules.statutory import (
    published_policies_are_readable,
    required_policies_are_here,
)
from policybook.checks.rules.summaries import (
    citations_exist,
    next_version_has_summaries,
    statements_cite_clauses,
    summaries_fit_one_sheet,
)
from policybook.checks.rules.tables import (
    joined_cells_have_a_cell,
    rows_fit_their_table,
    tables_have_headers,
)
from policybook.checks.rules.text_structure import (
    appendices_have_their_own_letter,
    headings_are_not_inside_blocks,
    headings_step_down,
    items_have_words,
    long_texts_have_sections,
    nesting_is_readable,
    passages_are_short_enough,
    text_has_one_title,
    text_is_not_empty,
)
from policybook.checks.rules.titles import titles_are_different
from policybook.checks.rules.typed_markup import (
    code_ends,
    headings_are_meant,
    letters_are_not_typed,
    lines_are_not_joined,
    lists_and_headings_are_marked,
    lists_count_as_typed,
    numbers_are_not_typed,
    signs_are_marks_or_words,
    tables_are_marked,
    text_is_not_indented,
)
from policybook.checks.rules.version_order import (
    approvals_follow_version_order,
    changes_are_described,
    coming_dates_are_near,
    dates_are_not_in_the_future,
    later_dates_follow_the_approval,
    versions_start_on_different_days,
)
from policybook.checks.rules.worried import (
    cards_follow_their_rules,
    help_was_read,
    helplines_were_read,
    safety_contacts_are_complete,
)
from policybook.model import Library
from policybook.model.findings import Finding

Check = Callable[[Library, date], Iterator[Finding]]

CHECKS: tuple[Check, ...] = (
    approvals_follow_version_order,
    versions_start_on_different_days,
    dates_are_not_in_the_future,
    coming_dates_are_near,
    later_dates_follow_the_approval,
    changes_are_described,
    minor_versions_correct_slips,
    reviews_follow_approvals,
    reviews_are_up_to_date,
    groups_are_listed,
    consultations_have_an_end,
    consultations_end_with_a_decision,
    consultations_open_before_they_close,
    required_sections_are_present,
    required_sections_name_policies,
    text_is_not_empty,
    text_has_one_title,
    long_texts_have_sections,
    headings_step_down,
    appendices_have_their_own_letter,
    headings_are_not_inside_blocks,
    items_have_words,
    nesting_is_readable,
    passages_are_short_enough,
    text_has_no_edit_marks,
    fields_are_filled_in,
    own_numbers_are_unique,
    own_numbers_have_no_gap,
    own_numbers_are_read,
    notes_have_a_place,
    placeholders_are_replaced,
    open_points_are_decided,
    questions_are_settled,
    markup_is_plain_markdown,
    emphasis_is_closed,
    lists_and_headings_are_marked,
    letters_are_not_typed,
    numbers_are_not_typed,
    text_is_not_indented,
    lines_are_not_joined,
    headings_are_meant,
    lists_count_as_typed,
    signs_are_marks_or_words,
    signs_between_figures_stay,
    backslashes_of_paths_stay,
    invisible_characters_are_not_spelt,
    code_ends,
    tables_are_marked,
    headings_are_not_in_capitals,
    title_is_not_repeated,
    pages_are_not_numbered,
    page_headers_are_removed,
    text_has_no_lines_to_fill_in,
    contents_are_not_typed,
    tables_have_headers,
    rows_fit_their_table,
    joined_cells_have_a_cell,
    links_work,
    links_lead_where_they_say,
    links_name_their_rules,
    references_into_other_policies_lead_somewhere,
    references_lead_somewhere,
    references_follow_their_rules,
    pictures_are_described,
    pictures_can_be_shown,
    pictures_are_pixels_alone,
    characters_can_be_printed,
    words_use_one_script,
    statements_cite_clauses,
    citations_exist,
    summaries_fit_one_sheet,
    next_version_has_summaries,
    statements_are_up_to_date,
    reviewed_names_a_version,
    duties_are_explained,
    summaries_are_plain,
    translations_are_up_to_date,
    vocabulary_finds_clauses,
    words_lead_to_the_policy,
    questions_are_answered,
    clause_numbers_are_current,
    contacts_are_listed,
    contacts_were_checked_recently,
    safety_contacts_are_complete,
    help_was_read,
    cards_follow_their_rules,
    helplines_were_read,
    law_and_names_are_current,
    law_was_checked_recently,
    model_sections_are_present,
    required_policies_are_here,
    titles_are_different,
    published_policies_are_readable,
    duties_name_someone,
    policies_agree,
    approved_versions_are_recorded,
    removed_pictures_are_deleted,
)


#: Checks that compare policies, or that ask about all of them. Every other check asks about one
#: policy at a time, or about a file of the school, and gets nothing else.
OF_SCHOOL: frozenset[Check] = frozenset(
    {
        required_sections_name_policies,
        vocabulary_finds_clauses,
        words_lead_to_the_policy,
        questions_are_answered,
        clause_numbers_are_current,
        contacts_were_checked_recently,
        safety_contacts_are_complete,
        help_was_read,
        cards_follow_their_rules,
        helplines_were_read,
        law_was_checked_recently,
        required_policies_are_here,
        published_policies_are_readable,
        policies_agree,
        titles_are_different,
        references_into_other_policies_lead_somewhere,
        approved_versions_are_recorded,
        removed_pictures_are_deleted,
    }
)
