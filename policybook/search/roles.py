"""Find who asks, where a query says so: "as a parent can I …", "I'm a TA …".

The role is no subject of the question, so its words need not be in a rule. Rules that name
it come a little higher. `search-engine.js` does the same, and a test compares them.
"""

from collections.abc import Mapping, Sequence
from typing import Any

#: What people call themselves, by their kind of reader: one to three words.
_ASKERS = {
    "parents": "parent, carer, guardian, foster carer, mum, dad, mother, father, nan, grandparent",
    "pupils": "pupil, student, child, prefect, school councillor, year 6, y6",
    "staff": """teacher, ta, teaching assistant, classroom assistant, tutor, form tutor, class
        teacher, supply teacher, new teacher, member of staff, staff member, lunchtime supervisor,
        midday assistant, dinner lady, caretaker, secretary, receptionist, headteacher, head
        teacher, senco, coach, employee, lsa, hlta, ect""",
    "governors": "governor, parent governor, staff governor, school governor, trustee, clerk",
    "volunteers": "volunteer, helper, parent helper",
    "visitors": "visitor, contractor, student teacher",
}
#: The words by which rules name each kind of reader.
NAMED_AS: Mapping[str, tuple[str, ...]] = {
    "parents": ("parents", "carers", "guardians", "families"),
    "pupils": ("pupils", "children", "students"),
    "staff": ("staff", "employees", "teachers", "adults"),
    "governors": ("governors", "trustees"),
    "volunteers": ("volunteers", "helpers"),
    "visitors": ("visitors",),
}
ASKERS: Mapping[str, str] = {
    " ".join(name.split()): role for role, names in _ASKERS.items() for name in names.split(",")
}
#: How somebody starts to say who they are.
STARTS = (
    *("as a", "as an", "im a", "im an", "i a", "i an", "i am a", "i am an", "being a"),
    *("if im a", "if i am a", "i work as a", "speaking as a"),
)
#: Hundredths of its weight that the name of a role gives a rule.
LIFT = 25
_LONGEST = 3


def find_role(query_words: Sequence[str]) -> tuple[str, range]:
    """Return the kind of reader who asks, and the places of the role's words in the query."""
    for first in range(len(query_words)):
        for start in STARTS:
            place = first + start.count(" ") + 1
            if " ".join(query_words[first:place]) == start:
                for end in range(min(place + _LONGEST, len(query_words)), place, -1):
                    role = ASKERS.get(" ".join(query_words[place:end]), "")
                    if role:
                        return role, range(place, end)
    return "", range(0)


def as_data() -> dict[str, Any]:
    """Return what the script needs to find a role."""
    return {
        "askers": ASKERS,
        "starts": STARTS,
        "namedAs": NAMED_AS,
        "longest": _LONGEST,
        "lift": LIFT,
    }
