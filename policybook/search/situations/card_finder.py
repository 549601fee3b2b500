"""Find the card for what somebody typed: by a phrase of the card, or by subject and person.

A subject is what happened, such as self-harm. Its signs find it, whoever it happened to.
The person decides between its cards: a child who types it, a friend, a parent, staff.
The browser finds the same card in the same way, in `assets/help-cards.js`.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from policybook.search.situations.card_file import CardFile
from policybook.search.situations.phrases import UNCLEAR, Phrase, PhraseReader, Query
from policybook.search.situations.told_worries import QUESTION, tells_of_somebody
from policybook.search.situations.types import HelpCard, Subject

#: Cards about anything come last: they fit where no other one does.
ANYTHING = "anything"
#: The groups of words of harm and of plain matters. They decide where no other card fits.
HARM, PLAIN = "{bad}", "{plain}"
#: The person of a child who types for themself, and the people who are not such a child.
ME = "me"
ABOUT_OTHERS = frozenset("pupil child another friend classmate other adult".split())
_QUESTION = re.compile(QUESTION, re.IGNORECASE | re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """What finds one card, or one subject: signs, whole queries and exceptions.

    The signs of a subject are wide: they count in no question and no everyday matter. A
    card about anything counts in no everyday matter.
    """

    card: HelpCard | None
    subject: Subject | None
    signs: tuple[tuple[Phrase, ...], ...]
    whole: frozenset[str]
    plain_exceptions: tuple[str, ...]
    exceptions: tuple[Phrase, ...]

    @property
    def is_urgent(self) -> bool:
        """Return whether a subject counts wherever its signs are."""
        return self.subject is not None and self.subject.is_urgent

    @property
    def is_wide(self) -> bool:
        """Return whether the signs are those of a subject that a question rules out."""
        return self.subject is not None and not self.is_urgent

    @property
    def is_net(self) -> bool:
        """Return whether words of harm alone find it, where no other attempt fits."""
        return self.subject is not None and self.subject.id == ANYTHING

    @property
    def is_about_anything(self) -> bool:
        """Return whether the card fits where no other one does."""
        return self.card is not None and self.card.about == ANYTHING

    def fits(self, query: Query, tells: bool) -> bool:
        """Return whether a sign is in the query, and no exception."""
        if self.is_net and _has_no_harm(query, tells):
            return False
        typed = f" {query.text} "
        if any(words in typed for words in self.plain_exceptions):
            return False
        if any(map(query.holds, self.exceptions)):
            return False
        return query.text in self.whole or any(all(map(query.holds, sign)) for sign in self.signs)


def _has_no_harm(query: Query, tells: bool) -> bool:
    """Return whether plain matters outweigh words of harm, or nothing tells of somebody."""
    harm, plain = query.count(HARM), query.count(PLAIN)
    return harm <= plain and (plain > 0 or not tells)


class CardFinder:
    """Find the first card that fits a query. The cards come most serious first.

    The browser gets `attempts`, `people`, `ordinary` and the forms of `reader` as they are.
    """

    def __init__(self, file: CardFile) -> None:
        self.reader = PhraseReader(file.language)
        self._cards = {card.id: card for card in file.cards}
        self._subjects = {subject.id: subject for subject in file.subjects}
        self.ordinary = tuple(self.reader.read_phrase(words) for words in file.language.ordinary)
        self.people = self._read_people(file.language.people)
        self.not_people = self._read_people(file.language.not_people)
        self.attempts = tuple(self._list_attempts(file))
        self._titled = self._read_titles(file.cards)

    def find(self, text: str) -> HelpCard | None:
        """Return the card for what somebody typed, or None."""
        query = self.reader.read_query(text)
        if query.text in self._titled:
            return self._titled[query.text]
        asks = _QUESTION.search(text) is not None
        is_everyday = any(map(query.holds, self.ordinary))
        tells = tells_of_somebody(text)
        for attempt in self.attempts:
            if attempt.is_wide and (asks or is_everyday):
                continue
            if attempt.is_about_anything and is_everyday:
                continue
            if attempt.fits(query, tells):
                card = self._choose(attempt, self._list_people(query))
                if card:
                    return card
        return None

    def list_beside(self, card: HelpCard) -> tuple[HelpCard, ...]:
        """Return the cards to show with one that was found. A school may have left some out."""
        return tuple(self._cards[name] for name in card.beside if name in self._cards)

    def _read_titles(self, cards: Iterable[HelpCard]) -> dict[str, HelpCard]:
        """Return the cards by their titles, and by what is before a comma if only one has it."""
        titled: dict[str, HelpCard] = {}
        twice: set[str] = set()
        for card in cards:
            for title in {card.title, card.title.partition(",")[0]}:
                words = " ".join(self.reader.read_words(title))
                twice |= {words} & titled.keys()
                titled[words] = card
        return {words: card for words, card in titled.items() if words not in twice}

    def _list_attempts(self, file: CardFile) -> Iterator[Attempt]:
        """Yield urgent subjects, first ones, cards, other subjects, cards about anything."""
        urgent = [subject for subject in file.subjects if subject.is_urgent]
        first = [s for s in file.subjects if s.comes_first and not s.is_urgent]
        yield from map(self._by_subject, (*urgent, *first))
        yield from (self._by_card(card) for card in file.cards if card.about != ANYTHING)
        yield from (self._by_subject(s) for s in file.subjects if s not in (*urgent, *first))
        yield from (self._by_card(card) for card in file.cards if card.about == ANYTHING)

    def _by_card(self, card: HelpCard) -> Attempt:
        return self._make_attempt(card, None, card.phrases, card.exceptions, card.whole)

    def _by_subject(self, subject: Subject) -> Attempt:
        return self._make_attempt(None, subject, subject.signs, subject.exceptions, ())

    def _make_attempt(
        self,
        card: HelpCard | None,
        subject: Subject | None,
        signs: Iterable[str],
        exceptions: Iterable[str],
        whole: Iterable[str],
    ) -> Attempt:
        """Return an attempt. Exceptions with a group are phrases; others are plain words."""
        plain = [words for words in exceptions if "{" not in words]
        return Attempt(
            card=card,
            subject=subject,
            signs=tuple(map(self.reader.read_sign, signs)),
            whole=frozenset(" ".join(self.reader.read_words(words)) for words in whole),
            plain_exceptions=tuple(f" {' '.join(self.reader.read_words(w))} " for w in plain),
            exceptions=tuple(
                self.reader.read_phrase(words) for words in exceptions if "{" in words
            ),
        )

    def _read_people(self, people: Mapping[str, Iterable[str]]) -> dict[str, tuple[Phrase, ...]]:
        """Return the phrases of each person, as the reader has them."""
        return {
            name: tuple(map(self.reader.read_phrase, phrases)) for name, phrases in people.items()
        }

    def _list_people(self, query: Query) -> list[str]:
        """Return whom a query may be about, the likeliest first."""
        return [
            name
            for name, phrases in self.people.items()
            if any(map(query.holds, phrases))
            and not any(map(query.holds, self.not_people.get(name, ())))
        ]

    def _choose(self, attempt: Attempt, people: Sequence[str]) -> HelpCard | None:
        """Return the card of a subject for a person; a card by its phrases unless it misses."""
        card, table = attempt.card, self._list_cards(attempt)
        person = next((name for name in people if name in table), "")
        if card is None:
            return table.get(person) or table.get(UNCLEAR)
        other = table.get(person) if person in ABOUT_OTHERS else None
        is_missed = other and (other.reader != card.reader or card == table.get(ME))
        return other if is_missed else card

    def _list_cards(self, attempt: Attempt) -> dict[str, HelpCard]:
        """Return the cards of the subject by person. A school may have left some out."""
        name = attempt.card.about if attempt.card else ""
        subject = attempt.subject or self._subjects.get(name)
        table = subject.cards if subject else {}
        return {person: self._cards[name] for person, name in table.items() if name in self._cards}
