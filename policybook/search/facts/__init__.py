"""Facts that search answers: who approved a policy, what changed, which policies are overdue.

They follow from front matter and dates, not from the text. It must not know a page.
"""

from policybook.search.facts.asked_facts import FactFinder, as_data
from policybook.search.facts.fact_sheets import (
    FactSheet,
    PolicyFact,
    SchoolFact,
    list_people,
    sheet_on,
    sheets_from,
)
from policybook.search.facts.question_forms import SIGN, FactKind
from policybook.search.facts.school_questions import Topic
