"""Find the person whom somebody looks for: "who is the DSL", "phone number of the head".

The query must be the name of a role and words that ask, nothing else, so that a question
about a rule never becomes one about a person. The browser finds the same person in the
same way: `assets/help-cards.js` has a namesake. A test compares the two.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from policybook.model.library import Contact
from policybook.search.situations.helplines import shipped_helplines
from policybook.search.situations.people import list_role_names
from policybook.search.situations.phrases import LITTLE
from policybook.search.situations.word_forms import normalise

#: Words that ask for a person, besides the little words.
ASKING = frozenset(
    """address at ask call can contact could details do does e email find for hold hours how know
    mail mobile name named need no number of or please phone reach ring see should speak talk tel
    telephone tell text whats what when where which who whos whose would
    you""".split()
)


class AskedPerson(NamedTuple):
    """A contact with the names for which a query can ask, in the form of `normalise`."""

    contact: Contact
    names: tuple[str, ...]


def list_asked_people(contacts: Sequence[Contact]) -> tuple[AskedPerson, ...]:
    """Return every contact with the names of its role, then 999 and the national helplines."""
    return tuple(
        AskedPerson(contact, tuple(dict.fromkeys(map(normalise, list_role_names(contact)))))
        for contact in (*contacts, *_list_helplines())
    )


def _list_helplines() -> Iterator[Contact]:
    """Yield what somebody rings outside school, in the form of a contact."""
    lines = shipped_helplines()
    yield Contact(
        role="If someone is in danger now",
        also=("999", "emergency", "emergency number", "emergency services", "ambulance"),
        phone="999",
        checked=min(line.checked for line in lines),
    )
    for line in lines:
        yield Contact(
            role=line.name,
            also=line.also,
            phone=line.phone,
            address="" if line.phone else line.web,
            checked=line.checked,
        )


def find_person(people: Sequence[AskedPerson], text: str) -> Contact | None:
    """Return the contact whom a query asks for, or None. The longest name counts."""
    typed = f" {normalise(text)} "
    best: tuple[int, Contact | None] = (0, None)
    for contact, names in people:
        for name in names:
            if len(name) > best[0] and f" {name} " in typed and _only_asks(typed, name):
                best = len(name), contact
    return best[1]


def _only_asks(typed: str, name: str) -> bool:
    """Return whether a query has nothing but a name and words that ask."""
    rest = typed.replace(f" {name} ", " ", 1).split()
    return all(word in ASKING or word in LITTLE for word in rest)
