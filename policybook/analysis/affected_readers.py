"""List whom the new, changed and removed rules of a redline name, and what they ask of them.

A name that is not sure is left out, and so is a duty: `analysis.duties.sureness` has the rules.
One body has one name: "the committee" is the Finance Committee if there is no other, and "CPC"
is the Cross Project Council.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from policybook import redline
from policybook.analysis.duties import Duty, DutyKind, duties
from policybook.analysis.duties.sureness import is_sure
from policybook.meaning.sentences.reading import split_sentences
from policybook.meaning.types import Matter
from policybook.meaning.words.stems import content_stems
from policybook.model import Version

_Rules = list[tuple[Duty, redline.ClauseChange]]
#: Bodies that a text calls by one word after it has named them.
_BODIES = frozenset(
    "board committee council panel team trust group foundation society association club".split()
)
_BEFORE_A_NAME = re.compile(
    r"^(?:the/an? )?(?:relevant|corresponding|appropriate|respective|applicable|new|current) "
)
#: "The relevant Head of Department".
_HEADS = frozenset({"head", "director", "chair", "secretary"})
_MEMBERS = re.compile(r"^members? of (?:(?:the|our|an?) )?(?!staff|public)(.+)$")
#: Content words, and their least share, by which a lost duty is found in a new sentence.
_MIN_SHARED, _MIN_SHARE = 2, 0.6
_LETTERS = re.compile(r"[a-z]{2,6}")
_SMALL = frozenset({"of", "and", "the", "for"})


@dataclass(frozen=True, slots=True, kw_only=True)
class AffectedReader:
    """Somebody whom the changes affect.

    `duties` says what the new or changed rules ask of them: `2 must, 1 must not`. `lost` says
    what such rules no longer say of them: `1 may`. Each may be empty, but not both.
    `changes` are the numbers of the changes, each with the number of its rule.
    """

    who: str
    duties: str
    lost: str
    changes: tuple[tuple[int, str], ...]


def affected_readers(changes: redline.Redline, school: str) -> Iterator[AffectedReader]:
    """Yield whom the rules that changed surely name, the most often named first.

    `school` is the school's name. A duty that another rule has now is not lost.
    """
    now = _list_duties(changes.new, school)
    olds = _rules_by_name(changes, _list_duties(changes.old, school), is_new=False)
    news = _rules_by_name(changes, now, is_new=True)
    names = _one_name_each([*olds, *news])
    rules_now = _NewRules(changes, now)
    olds, news = _renamed(olds, names), _renamed(news, names)
    for who in sorted({*olds, *news}, key=lambda who: (-len(news.get(who, ())), who)):
        rules, before = news.get(who, []), olds.get(who, [])
        counted = Counter(duty.kind for duty, _ in rules)
        gone = [rule for rule in before if not rules_now.may_say(*rule)]
        lost = Counter(duty.kind for duty, _ in gone) - counted
        rules = [*rules, *(rule for rule in gone if lost[rule[0].kind])]
        if rules:
            shown = [c for _, c in sorted(rules, key=lambda rule: rule[1].count)]
            numbers = [
                redline.unit_numbers(c.new) or f"old {redline.unit_numbers(c.old)}" for c in shown
            ]
            yield AffectedReader(
                who="the reader (“you”)" if who == "you" else who,
                duties=_count_kinds(counted),
                lost=_count_kinds(lost),
                changes=tuple(dict.fromkeys(zip((c.count for c in shown), numbers, strict=True))),
            )


@lru_cache(maxsize=4)
def _list_duties(version: Version, school: str) -> tuple[Duty, ...]:
    """Return the duties of a version. Packs of one policy ask for them several times."""
    return tuple(duties(version, school))


def _count_kinds(counted: Counter[DutyKind]) -> str:
    return ", ".join(f"{counted[kind]} {kind}" for kind in DutyKind if counted[kind])


def _rules_by_name(
    changes: redline.Redline, every: Iterable[Duty], *, is_new: bool
) -> dict[str, _Rules]:
    """Return the sure duties of one version in rules that changed, each with its change."""
    by_rule = {
        unit.id: change
        for change in redline.changes_to_read(changes)
        if not redline.is_small(change)
        for unit in (change.new if is_new else change.old)
        if unit.id
    }
    by_name: dict[str, _Rules] = {}
    for duty in every:
        if duty.id in by_rule and is_sure(duty):
            by_name.setdefault(_full_name(duty), []).append((duty, by_rule[duty.id]))
    return by_name


def _full_name(duty: Duty) -> str:
    """Return whose duty it is, without "the relevant", and with the department of a head."""
    who = _BEFORE_A_NAME.sub("", duty.who)
    if who.rpartition(" ")[2] in _HEADS:
        hit = re.search(rf"\b{re.escape(who)} (of (?:the )?[A-Z]\w+)", duty.text, re.IGNORECASE)
        if hit and hit[1].rpartition(" ")[2][0].isupper():
            return f"{who} {hit[1].lower()}"
    return _MEMBERS.sub(r"\1 members", who)


# ---------- one name for each body


def _one_name_each(names: Iterable[str]) -> Mapping[str, str]:
    """Return the name to show for each name; empty if it could be of several bodies."""
    every = list(dict.fromkeys(names))
    plural = {name for name in every if f"{name}s" in every}
    result: dict[str, str] = {name: f"{name}s" for name in plural}
    for name in (name for name in every if name not in plural):
        longer = [other for other in every if other != name and _is_short_for(name, other)]
        result[name] = longer[0] if len(longer) == 1 else "" if longer else name
    return result


def _is_short_for(name: str, other: str) -> bool:
    """Return whether one name may be short for another: `committee`, `cpc`, `board`."""
    words = other.split()
    if name in _BODIES:
        is_end = words[-1] == name and "of" not in words and "and" not in words
        return len(words) > 1 and (is_end or other.startswith(f"{name} of "))
    initials = "".join(word[0] for word in words if word not in _SMALL)
    return bool(_LETTERS.fullmatch(name)) and len(words) > 1 and name == initials


def _renamed(rules: Mapping[str, _Rules], names: Mapping[str, str]) -> dict[str, _Rules]:
    """Return the rules by the name to show, without those of an unsure name."""
    result: dict[str, _Rules] = {}
    for name, its_rules in rules.items():
        if names[name]:
            result.setdefault(names[name], []).extend(its_rules)
    return result


# ---------- what another rule may have now


class _NewRules:
    """What the new version says, to find a duty that may still stand."""

    def __init__(self, changes: redline.Redline, every: Iterable[Duty]) -> None:
        self._sentences = [
            (change, content_stems(sentence))
            for change in redline.all_changes(changes)
            for unit in change.new
            for sentence in split_sentences(unit.text)
        ]
        self._of_nobody = {(duty.id, duty.kind) for duty in every if not duty.who}

    def may_say(self, duty: Duty, change: redline.ClauseChange) -> bool:
        """Return whether a duty that a changed rule set may still be there.

        The removed rule may be in another one, or a sentence of it moved; or most of its words
        are in a sentence of another rule; or the reworded rule sets such a duty and names
        nobody, as far as the program can see.
        """
        if any(w.elsewhere and not w.is_part for w in change.weights if w.matter is Matter.GONE):
            return True
        if any(w.old == duty.text for w in change.weights if w.matter is Matter.MOVED):
            return True
        if any((unit.id, duty.kind) in self._of_nobody for unit in change.new):
            return True
        words = content_stems(duty.text)
        least = max(_MIN_SHARED, _MIN_SHARE * words.total())
        return any(
            other is not change and (words & sentence).total() >= least
            for other, sentence in self._sentences
        )
