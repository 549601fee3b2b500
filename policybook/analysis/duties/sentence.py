"""Hold a sentence with its clauses, what is around it, and the duties read from it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from policybook.analysis.duties import clause_reader, noun_group, subject
from policybook.analysis.duties.clause_reader import MainClause
from policybook.analysis.duties.noun_group import ClauseSubject
from policybook.analysis.duties.sentence_words import SentenceWord, cut_words
from policybook.analysis.duties.verb_kinds import DutyKind

ANYONE = "anyone"
#: "We'll reply", "you'll need to".
_WILL = re.compile(r"\b(we|you|they|I)'ll\b", re.IGNORECASE)
_HE_OR_SHE = frozenset(["they", "he", "she", "he/she", "she/he", "s/he"])
_CONDITIONS = frozenset(["if", "when", "whenever", "where", "once", "after", "before"])
#: How many words an opening condition may have before its subject.
_OPENING = 12
_NOBODY = frozenset(["nobody", "no-one"])
_EVERYBODY = frozenset(["all", "everyone", "everybody", "anyone", "anybody"])


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingContext:
    """What is around a text.

    `roles` are words that the policy defines. `reader` has the duties of a sentence
    without a subject: the person of the heading, or of the words before a list.
    `has_plain` says whether sentences without a modal verb are read, and `has_commands`
    whether commands are. `continues` says that the first sentence goes on with the
    words before a list, which have a duty. `in_row` says that the text is a row of a table.
    """

    school: str
    roles: frozenset[str] = frozenset()
    reader: str = ""
    has_plain: bool = True
    has_commands: bool = True
    continues: bool = False
    in_row: bool = False


@dataclass(frozen=True, slots=True)
class SentenceDuty:
    """A duty in a sentence. `end` is the place in the clause where its verb ends.

    `is_plain` says that it has no modal verb.
    """

    who: str
    kind: DutyKind
    verb: str
    text: str
    end: int
    is_plain: bool = False


@dataclass(frozen=True, slots=True)
class DutySentence:
    """A sentence as written and with plain apostrophes. `earlier` is the person named last.

    `roles` are words that the policy defines. Words and clauses are read when they are
    asked for: many sentences need neither.
    """

    text: str
    plain: str
    earlier: str
    roles: frozenset[str] = frozenset()

    @property
    def words(self) -> Sequence[SentenceWord]:
        """Return the words of the sentence."""
        return parse_sentence(self.plain, self.roles)[0]

    @property
    def clauses(self) -> Mapping[int, MainClause]:
        """Return the main clauses by the place of their verb."""
        return parse_sentence(self.plain, self.roles)[1]

    def is_quoted(self, start: int) -> bool:
        """Return whether a quotation is open at `start`."""
        ahead = self.plain[:start]
        return ahead.count("“") > ahead.count("”") or ahead.count('"') % 2 == 1

    def name_group(self, group: ClauseSubject) -> str:
        """Return the person or body that a group of words names; empty for a thing."""
        if not group.is_actor:
            return ""
        if group.head in _HE_OR_SHE:
            return self._opened_by() or self.earlier
        if group.head in _NOBODY or group.quantity == "no":
            return ANYONE if group.head in _NOBODY else self._name(group)
        return "everyone" if group.head in _EVERYBODY else self._name(group)

    def _opened_by(self) -> str:
        """Return the person of the condition that opens the sentence: "If a parent asks, they"."""
        for place, item in enumerate(self.words[:_OPENING]):
            if item.word == ",":
                return ""
            if item.word in _CONDITIONS:
                clause = clause_reader.read_clause(self.words, place + 1, self.roles)
                group = noun_group.read_group(self.words, place + 1, self.roles)
                group = clause.subject if clause else group
                if group and group.is_actor and group.head not in _HE_OR_SHE:
                    return self._name(group)
        return ""

    def find_agent(self, end: int, context: ReadingContext) -> str:
        """Return the person whom a passive names after "by"; `end` is where its verb ends."""
        rest = self.plain[end:]
        if who := subject.agent(rest, subject.people(context.school)):
            return who
        for place, item in enumerate(self.words[:-1]):
            is_way = self.words[place + 1].word.endswith("ing")
            if item.word == "by" and item.start >= end and not is_way:
                group = noun_group.read_group(self.words, place + 1, context.roles)
                if group and group.is_actor:
                    return self.name_group(group)
        return ""

    def _name(self, group: ClauseSubject) -> str:
        """Return the name of the person in one spelling."""
        words = self.words[group.start : group.end]
        owned = [place for place, item in enumerate(words[:-1]) if item.word.endswith("'s")]
        first = words[owned[-1] + 1 if owned else 0]
        ahead = self.words[group.start - 1] if group.start else first
        if not owned and ahead.word == "first" and group.head.startswith("aider"):
            first = ahead
        return subject.common_name(self.plain[first.start : words[-1].end])


def cut_sentence(text: str, context: ReadingContext, earlier: str) -> DutySentence:
    """Return a sentence, and what is around it."""
    plain = _WILL.sub(r"\1 will", text.replace("’", "'"))
    return DutySentence(text, plain, earlier, context.roles)


@lru_cache(maxsize=1 << 13)
def parse_sentence(
    plain: str, roles: frozenset[str] = frozenset()
) -> tuple[Sequence[SentenceWord], Mapping[int, MainClause]]:
    """Return the words of a sentence, and its clauses by the place of their verb. Cached."""
    words = cut_words(plain)
    clauses = {
        words[clause.verb].start: clause
        for clause in clause_reader.read_clauses(words, roles)
        if clause.verb < len(words)
    }
    return words, clauses
