"""Facts of a policy that search answers: who approved it, when it is reviewed, what changed.

They follow from front matter and dates, not from the text. It must not know a page.
"""

from policybook.search.facts.asked_facts import FactFinder, as_data
from policybook.search.facts.fact_sheets import FactSheet, PolicyFact, sheet_on, sheets_from
from policybook.search.facts.question_forms import SIGN, FactKind

__all__ = [
    "SIGN",
    "FactFinder",
    "FactKind",
    "FactSheet",
    "PolicyFact",
    "as_data",
    "sheet_on",
    "sheets_from",
]
