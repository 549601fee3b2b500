"""Find the people whom every school names for a worry about a child, in its contacts."""

from collections.abc import Sequence
from dataclasses import dataclass

from policybook.model.library import Contact
from policybook.reading.school import contacts_yml
from policybook.search.situations.types import SafetyRole

#: Other names that schools give to a role.
_ALSO = {
    SafetyRole.LEAD: "DSL; Designated safeguarding lead (DSL); Safeguarding lead; Designated "
    "safeguarding person; Designated teacher for child protection; Child protection coordinator",
    SafetyRole.DEPUTY: "Deputy DSL; DDSL; Deputy safeguarding lead; Deputy designated safeguarding "
    "lead (DDSL); Deputy designated safeguarding person",
    SafetyRole.HEAD: "Head teacher; Head; Principal; Headmaster; Headmistress",
    SafetyRole.CHAIR: "Chair of the governing body; Chair of the governing board; Chair of "
    "trustees; Chair of the trust",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class SafetyPerson:
    """A role with its contact, or None where the school names none."""

    role: SafetyRole
    contact: Contact | None

    @property
    def is_complete(self) -> bool:
        """Return whether a telephone number and its hours are there."""
        return bool(self.contact and self.contact.phone and self.contact.hours)


def find_people(contacts: Sequence[Contact]) -> tuple[SafetyPerson, ...]:
    """Return every role that a school must name, each with its contact."""
    return tuple(
        SafetyPerson(role=role, contact=_find(contacts, _names_of(role))) for role in SafetyRole
    )


def list_role_names(contact: Contact) -> tuple[str, ...]:
    """Return the names of a contact's role: the school's own, and those that schools use."""
    names = (contact.role, *contact.also)
    small = {name.casefold() for name in names}
    usual = [
        name
        for role in SafetyRole
        if small & {name.casefold() for name in _names_of(role)}
        for name in _names_of(role)
    ]
    return (*names, *usual)


def _names_of(role: SafetyRole) -> tuple[str, ...]:
    return (str(role), *_ALSO[role].split("; "))


def _find(contacts: Sequence[Contact], names: Sequence[str]) -> Contact | None:
    matches = (contacts_yml.find_contact(contacts, name) for name in names)
    return next((contact for contact in matches if contact), None)
