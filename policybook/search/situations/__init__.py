"""Situations of harm: what people type, what to do, whom to tell, and national helplines.

It turns the cards that come with Policybook and those of the school into one list. It
must not know a page.
"""

from policybook.search.situations.asked_people import (
    ASKING,
    AskedPerson,
    find_person,
    list_asked_people,
)
from policybook.search.situations.card_file import (
    PATH,
    CardFile,
    read_school_file,
    shipped_cards,
    shipped_change,
)
from policybook.search.situations.card_finder import CardFinder
from policybook.search.situations.card_rules import (
    CardRule,
    current_cards,
    find_card_rules,
)
from policybook.search.situations.helplines import shipped_helplines
from policybook.search.situations.people import SafetyPerson, find_people
from policybook.search.situations.told_worries import tells_of_somebody
from policybook.search.situations.types import (
    HelpCard,
    Helpline,
    Language,
    SafetyRole,
    Subject,
)
from policybook.search.situations.word_forms import normalise
