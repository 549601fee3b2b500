"""Turn cards, people and helplines into what pages show to somebody who is worried."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from policybook.model import Library, Reader, addresses, dates, timeline
from policybook.reading.school import contacts_yml
from policybook.reading.texts import clauses
from policybook.search import situations
from policybook.search.situations import (
    AskedPerson,
    CardFinder,
    HelpCard,
    Helpline,
    Language,
    SafetyRole,
    Subject,
)
from policybook.site.version_view import ContactView, contact_view

#: What comes before everybody else, on each sheet for pupils.
COMFORT = "If something worries you, tell us. You are not in trouble."
DANGER = "In danger, ring 999."


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonView:
    """A person in school by role. `contact` is None where the school gives no way to reach them."""

    role: str
    contact: ContactView | None

    @property
    def search_words(self) -> str:
        """Return the words that find the role on a council's website: `LADO`."""
        return self.role.partition("(")[2].rstrip(")") or self.role.lower()


def leave_out_people(
    asks: Sequence[ContactView], people: Sequence[PersonView]
) -> tuple[ContactView, ...]:
    """Return the contacts that a text names, without the people whom the page shows anyway."""
    shown = {person.contact.anchor for person in people if person.contact}
    return tuple(contact for contact in asks if contact.anchor not in shown)


@dataclass(frozen=True, slots=True, kw_only=True)
class HelplineView:
    """A national helpline. `web_name` is its address on the web without `https://`."""

    name: str
    phone: str
    dial: str
    web: str
    web_name: str
    says: str
    readers: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CardRuleView:
    """A rule that a card follows from: the policy, its number now, and where it is."""

    title: str
    number: str
    address: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CardView:
    """A card as its page shows it.

    `outside` are people outside school. They come first where `is_silent`: the school
    gives no way to reach anybody whom the card names.
    """

    card: HelpCard
    address: addresses.Address
    people: tuple[PersonView, ...]
    outside: tuple[PersonView, ...]
    helplines: tuple[HelplineView, ...]
    rules: tuple[CardRuleView, ...]

    @property
    def is_silent(self) -> bool:
        """Return whether the school gives no way to reach anybody whom the card names."""
        return not any(person.contact for person in self.people)

    @property
    def note(self) -> str:
        """Return where a rule in force and the steps differ, or nothing."""
        return self.card.note if self.rules else ""

    @property
    def calls(self) -> tuple[tuple[str, str, str], ...]:
        """Return at most two names with a number and what a link dials, the first to ring first.

        A child finds the helpline first, and an adult somebody at school. Where the worry may
        be about an adult at school, only the steps say whom to tell there.
        """
        starts_at_lead = self.card.roles[:1] == (str(SafetyRole.LEAD),)
        at_school = [p.contact for p in self.people if p.contact and starts_at_lead]
        people = [(_name_role(it), it.phone, it.dial) for it in at_school if it.phone][:1]
        lines = [(line.name, line.phone, line.dial) for line in self.helplines if line.phone][:1]
        is_child = self.card.reader == Reader.PUPILS
        return (*lines, *people) if is_child else (*people, *lines)

    @property
    def is_about_head(self) -> bool:
        """Return whether the worry may be about whoever answers at school."""
        return self.card.roles == (str(SafetyRole.CHAIR),)


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpViews:
    """All that the pages for somebody who is worried show.

    `cards` are in the order of search, the most serious first. `finder` finds them, with
    `subjects` and `language`. `checked` is the day of the oldest check of a
    helpline. `asked_people` are all contacts, whom search shows to those who ask for one.
    """

    people: tuple[PersonView, ...]
    helplines: tuple[HelplineView, ...]
    cards: tuple[CardView, ...]
    finder: CardFinder
    subjects: tuple[Subject, ...]
    language: Language
    checked: str
    asked_people: tuple[AskedPerson, ...]


def list_outside(cards: Iterable[CardView]) -> tuple[PersonView, ...]:
    """Return the people outside school whom a card names and the school can name."""
    people = {person.role: person for view in cards for person in view.outside if person.contact}
    return tuple(people.values())


def help_views(library: Library, today: date) -> HelpViews:
    """Return what the pages show on `today`. `library` is what the site publishes."""
    card_file = situations.current_cards(library, today)
    lines = situations.shipped_helplines()
    return HelpViews(
        people=people_views(library),
        helplines=helpline_views(lines),
        cards=tuple(_card_view(library, today, card, lines) for card in card_file.cards),
        finder=situations.CardFinder(card_file),
        subjects=card_file.subjects,
        language=card_file.language,
        checked=dates.format_day(min(line.checked for line in lines)),
        asked_people=situations.list_asked_people(library.contacts),
    )


def people_views(library: Library) -> tuple[PersonView, ...]:
    """Return the people whom every school names, each with how to reach them."""
    return tuple(
        PersonView(
            role=str(person.role),
            contact=contact_view(person.contact) if person.contact else None,
        )
        for person in situations.find_people(library.contacts)
    )


def leave_out_chair(people: Iterable[PersonView]) -> tuple[PersonView, ...]:
    """Return the people whom a pupil can tell: no pupil rings the chair of governors."""
    return tuple(person for person in people if person.role != str(SafetyRole.CHAIR))


def first_helplines() -> tuple[HelplineView, ...]:
    """Return the two helplines for any pupil. Cards name those for one kind of harm."""
    return helpline_views(situations.shipped_helplines(), Reader.PUPILS)[:2]


def pupil_lines(asks: Sequence[ContactView], people: Sequence[PersonView]) -> tuple[str, ...]:
    """Return whom a pupil can tell, a line each: people at school, and two helplines.

    `asks` are contacts that the text itself names.
    """
    contacts = [person.contact for person in leave_out_chair(people) if person.contact]
    at_school = dict.fromkeys(map(_short_line, (*contacts, *asks)))
    outside = (f"{line.name}: {line.phone or line.web_name}" for line in first_helplines())
    return (*at_school, *outside)


def parent_lines(
    asks: Sequence[ContactView], people: Sequence[PersonView], office: str
) -> tuple[str, ...]:
    """Return whom a parent can tell, a line each. `office` can say how to reach the others."""
    contacts = [person.contact for person in people if person.contact]
    others = ", ".join(person.role for person in people if not person.contact)
    at_school = (contact.line for contact in (*contacts, *leave_out_people(asks, people)))
    return (*at_school, *([f"{others}. Ask {office}."] if others else []))


def _short_line(contact: ContactView) -> str:
    """Return a contact as a pupil needs it: `Headteacher: 01632 960002`."""
    ways = filter(None, (contact.name, contact.phone or contact.email or contact.address))
    return f"{contact.role}: {', '.join(ways)}"


def _name_role(contact: ContactView) -> str:
    """Return a role with the name of its person: `Headteacher, Mr B`."""
    return ", ".join(filter(None, (contact.role, contact.name)))


def helpline_views(lines: Iterable[Helpline], reader: str = "") -> tuple[HelplineView, ...]:
    """Return the helplines, or those for one kind of reader."""
    return tuple(
        HelplineView(
            name=line.name,
            phone=line.phone,
            dial=contacts_yml.format_tel(line.phone),
            web=line.web,
            web_name=line.web.removeprefix("https://").removeprefix("www.").rstrip("/"),
            says=line.says,
            readers=line.readers,
        )
        for line in lines
        if not reader or reader in line.readers
    )


def _card_view(
    library: Library, today: date, card: HelpCard, lines: Iterable[Helpline]
) -> CardView:
    by_id = {line.id: line for line in lines}
    return CardView(
        card=card,
        address=addresses.help_card(card.id),
        people=tuple(_person(library, role) for role in card.roles),
        outside=tuple(_person(library, role) for role in card.outside),
        helplines=helpline_views(by_id[name] for name in card.helplines if name in by_id),
        rules=tuple(_rules(library, today, card)),
    )


def _person(library: Library, role: str) -> PersonView:
    """Return a role with its contact: one that every school names, or another one."""
    known = next((view for view in people_views(library) if view.role == role), None)
    matches = (contacts_yml.find_contact(library.contacts, name) for name in _role_names(role))
    contact = next(filter(None, matches), None)
    return known or PersonView(role=role, contact=contact_view(contact) if contact else None)


def _role_names(role: str) -> tuple[str, ...]:
    """Return a role and its parts: `Officer (LADO)` may be called `Officer` or `LADO`."""
    name, _, short = role.partition("(")
    return (role, name.strip(), short.rstrip(") "))


def _rules(library: Library, today: date, card: HelpCard) -> Iterator[CardRuleView]:
    """Yield the rules of a card that are in force in a published text."""
    policies = {policy.name: policy for policy in library.policies}
    for name, number in card.rules:
        policy = policies.get(name)
        version = timeline.version_in_force(policy, today) if policy else None
        for clause in clauses.walk_sections(version.sections) if version else ():
            if version and clause.number == number:
                yield CardRuleView(
                    title=version.facts.title,
                    number=number,
                    address=f"{addresses.policy(name)}#{clause.id}",
                    words=clause.text,
                )
