"""Extract the duties of a version's clauses, with what headings and opening words say.

A list goes on with the words before it: "Drivers have to", "The head of year:", "If a child is
hurt:". The blank line between them does not matter, nor whether there is a colon.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from policybook.analysis.duties import opening_words
from policybook.analysis.duties.commands import goes_on_with
from policybook.analysis.duties.opening_words import Opening
from policybook.analysis.duties.roles import defined_roles, heading_role
from policybook.analysis.duties.sentence import ReadingContext, SentenceDuty
from policybook.analysis.duties.sentence_reader import read_text
from policybook.analysis.duties.sentence_words import sentence_breaks
from policybook.analysis.duties.subject import common_name
from policybook.analysis.duties.verb_kinds import DutyKind
from policybook.model import Clause, ClauseKind, Group, Section, Version
from policybook.reading.texts import clauses, table_grid
from policybook.reading.texts.markdown import plain_text

_NOT_FIRST = re.compile(r"(?:do |does )?(?:not|never)\b", re.IGNORECASE)
_BARRED = {
    DutyKind.MUST: DutyKind.MUST_NOT,
    DutyKind.SHOULD: DutyKind.SHOULD_NOT,
    DutyKind.WILL: DutyKind.WILL_NOT,
}
_FEWEST_ITEMS = 2
_SURELY_BINDING = frozenset({DutyKind.MUST, DutyKind.MUST_NOT})
#: What opens no list; but "The clerk;" may.
#: The last characters of a clause decide whether it is ended.
_LONGEST_END = 300
_ENDED = re.compile(r"[.!?]$|(?:\S+\s+){4}\S*;$")
#: "The clerk shall (a) publish the agenda; (b) keep the minutes": a list inside a sentence.
_MARKER = re.compile(r"(?:^|(?<=\s))\(?(?P<mark>[a-h]|[1-9])[).:]\s+")
#: A column that says who does what the other cells of its rows say.
_WHO = re.compile(
    r"(?:by )?whom?\??|(?:(?:person|staff|who is) )?responsible(?: (?:person|staff))?"
    r"|responsibility|role|person|action by|lead",
    re.IGNORECASE,
)
#: "(11) No dogs", "3. It is", where Markdown sees no list.
_NUMBER = re.compile(r"^(?:\(\d+\)|\d+[.)]|\d+(?:\.\d+)+)\s+(?=[A-Z])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Accuracy:
    """Of 100 listed duties, how many were `right`; of 100 duties, how many were `listed`.

    Measured on 110 texts in the manner of policies of schools, clubs, councils and charities,
    which were not used to write the rules. Half of them are close to published ones. Each was
    judged before the rules read it: whether it sets a duty, whose, and how strong. A quarter
    of the texts set none.
    """

    day: date
    right: int
    listed: int


ACCURACY = Accuracy(day=date(2026, 11, 30), right=93, listed=78)


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """A duty of a policy.

    `text` is a part of the text of the clause `number`, letter for letter. `lead` is
    the part of the clause that opens its list, or empty. `verb` makes it a duty, and
    `who` has it; empty if the text does not say. `is_plain` says that it has no modal
    verb: "is kept", not "must be kept".
    """

    who: str
    kind: DutyKind
    verb: str
    text: str
    lead: str
    number: str
    id: str
    section: str
    line: int
    is_plain: bool = False


def duties(version: Version, school: str) -> Iterator[Duty]:
    """Yield every duty of `version`, in the order of the text.

    `school` is the school's name, which a text may use for "the school".
    """
    school_name = school.lower()
    parts = (part for section in version.sections for part in section.parts)
    roles = defined_roles(part.text for part in parts if isinstance(part, Clause))
    context = ReadingContext(school=school, roles=roles)
    spellings: dict[str, str] = {}
    for section in version.sections:
        for duty in _section_duties(section, context):
            who = "school" if duty.who == school_name else duty.who
            who = spellings.setdefault(who.removesuffix("s"), who)
            yield duty if who == duty.who else replace(duty, who=who)


def _section_duties(section: Section, context: ReadingContext) -> Iterator[Duty]:
    """Yield the duties of a section. A heading may name the person, and so may opening words."""
    heading, role, opening = section.title, heading_role(section.title), opening_words.NOTHING
    around = _below_heading(context, heading, role)
    below_number, rows = False, _read_rows(section, context)
    for place, part in enumerate(section.parts):
        if isinstance(part, Group):
            heading, role = part.text, heading_role(part.text) or role
            opening = opening_words.NOTHING
            around = _below_heading(context, heading, role)
            continue
        is_numbered = _NUMBER.match(part.text) is not None
        if (is_numbered and below_number) or not _is_listed(part):
            opening = opening_words.NOTHING
        has_list = bool(part.children) or _starts_list(section.parts, place)
        above = rows.get(part.id, opening)
        listed = _clause_duties(part, section.title, around, above, has_list)
        yield from _unique_duties(listed)
        # A pasted text makes the items below "If the head hears of it, they should:" its siblings.
        opens = is_numbered or _opens_siblings(part) or part.kind is ClauseKind.PARAGRAPH
        if opens and has_list and not part.children:
            opening = opening_words.read_opening(_NUMBER.sub("", part.text), around)
            below_number = is_numbered


def _read_rows(section: Section, context: ReadingContext) -> dict[str, Opening]:
    """Return who has the duties of a row, by its id: whom the column “Who” names, if any."""
    openings = {}
    rows = [part for part in clauses.walk_section(section) if part.kind is ClauseKind.ROW]
    repeats = table_grid.find_repeats(rows)
    for row in rows:
        names = (
            column
            for column, cell in enumerate(row.header)
            if _WHO.fullmatch(plain_text(cell).strip())
        )
        if (column := next(names, -1)) >= 0:
            words = repeats.get(row.id, {}).get(column) or plain_text(row.cells[column])
            reader = opening_words.read_subject(words.strip(), context)
            openings[row.id] = Opening(text=words, reader=reader, is_list=False)
    return openings


def _opens_siblings(part: Clause) -> bool:
    is_item = part.kind is ClauseKind.ITEM and not part.children
    return is_item and part.text.rstrip().endswith(":")


def _below_heading(context: ReadingContext, heading: str, role: str) -> ReadingContext:
    """Return what is around the clauses below a heading."""
    return replace(
        context,
        reader=common_name(role) if role else "",
        has_commands=not opening_words.NO_RULES.search(heading),
    )


def _starts_list(parts: Sequence[Clause | Group], place: int) -> bool:
    """Return whether a part opens the items after it.

    A paragraph does without a full stop, and an item does with a colon.
    """
    part, following = parts[place], parts[place + 1 : place + 2]
    return (
        isinstance(part, Clause)
        and (not _is_listed(part) or _opens_siblings(part))
        and not _ENDED.search(part.text.rstrip()[-_LONGEST_END:])
        and any(isinstance(item, Clause) and _is_listed(item) for item in following)
    )


def _is_listed(part: Clause) -> bool:
    """Return whether a clause is an item, or is typed as one: "(a) publish the agenda;"."""
    return part.kind is ClauseKind.ITEM or _MARKER.match(part.text) is not None


def _unique_duties(clause_duties: Iterable[Duty]) -> Iterator[Duty]:
    """Yield each duty once.

    A sentence with two verbs of one kind for one person ("should be seen, and should be
    observed") is one duty to its reader.
    """
    keys = set()
    for duty in clause_duties:
        key = (duty.id, duty.who, duty.kind, duty.text, duty.lead)
        if key not in keys:
            keys.add(key)
            yield duty


def _clause_duties(
    clause: Clause, section: str, context: ReadingContext, above: Opening, has_list: bool
) -> Iterator[Duty]:
    """Yield the duties of a clause and its items. `above` is what opens its list."""
    # "2. not use bad language" goes on with the words before its list.
    text = _NUMBER.sub("", clause.text.removeprefix(clause.ordinal).strip())
    if clause.kind is ClauseKind.ROW:
        text = text.strip("| ")
    if above.is_list and (marker := _MARKER.match(text)):
        text = text[marker.end() :]
    if parts := _cut_list(text):
        opening = replace(clause, text=parts[0], ordinal="", children=())
        items = tuple(replace(opening, text=part, kind=ClauseKind.ITEM) for part in parts[1:])
        clause = replace(opening, children=(*items, *clause.children))
        text, has_list = parts[0], True
    around = _inside(clause, context, above)
    sentence_duties = read_text(text, around)
    if above.duty and text:
        end = next((end for end, _ in sentence_breaks(text)), len(text))
        first = [duty for duty in sentence_duties if duty.end <= end]
        if all(duty.kind is DutyKind.MAY for duty in first) or goes_on_with(text):
            yield _duty(_complete(above.duty, text), clause, section, above.text)
            sentence_duties = sentence_duties[len(first) :]
    if above.is_aim:
        sentence_duties = tuple(d for d in sentence_duties if d.kind in _SURELY_BINDING)
    yield from (
        _duty(duty, clause, section, above.text if _has_lead(duty, above) else "")
        for duty in sentence_duties
        if not (has_list and opening_words.only_introduces(text, duty))
    )
    if clause.children:
        below = opening_words.read_opening(text, around)
        if not below.is_open and above.is_open and text.endswith(":"):
            below = above
        for child in clause.children:
            # "Tell the head:", its list, and then a paragraph, which the words do not open.
            is_after = child.kind is ClauseKind.PARAGRAPH and not child.label
            outer = opening_words.NOTHING if is_after else below
            yield from _clause_duties(child, section, context, outer, bool(child.children))


def _has_lead(duty: SentenceDuty, above: Opening) -> bool:
    """Return whether the words above a clause say who has its duty."""
    return bool(above.reader) and not above.duty and (above.is_list or duty.who == above.reader)


def _cut_list(text: str) -> list[str]:
    """Return the opening words and the items of a list inside a sentence; nothing without one."""
    markers = list(_MARKER.finditer(text))
    if len(markers) < _FEWEST_ITEMS or not text[: markers[0].start()].strip():
        return []
    counts = "".join(marker["mark"] for marker in markers)
    if counts not in ("abcdefgh"[: len(counts)], "123456789"[: len(counts)]):
        return []
    ends = [*(marker.start() for marker in markers[1:]), len(text)]
    items = [text[m.end() : end].strip() for m, end in zip(markers, ends, strict=True)]
    return [text[: markers[0].start()].strip(), *items]


def _inside(clause: Clause, context: ReadingContext, above: Opening) -> ReadingContext:
    """Return what is around a clause, with the words that open its list."""
    if clause.kind is ClauseKind.ROW:
        return replace(context, has_commands=False, reader=above.reader, in_row=True)
    if not above.is_list:
        return context
    return replace(
        context,
        reader=above.reader or (above.duty.who if above.duty else "") or context.reader,
        continues=above.duty is not None,
        has_plain=above.has_rules,
        has_commands=above.has_rules and context.has_commands,
    )


def _complete(duty: SentenceDuty, item: str) -> SentenceDuty:
    """Return the duty of opening words as an item completes it: "not rely on trust"."""
    kind = _BARRED.get(duty.kind, duty.kind) if _NOT_FIRST.match(item) else duty.kind
    return replace(duty, kind=kind, text=item)


def _duty(source: SentenceDuty, clause: Clause, section: str, lead: str) -> Duty:
    """Return the duty of a sentence with its place in the policy."""
    return Duty(
        who=source.who,
        kind=source.kind,
        verb=source.verb,
        text=source.text,
        lead=lead,
        number=clause.number,
        id=clause.id,
        section=section,
        line=clause.lines[0],
        is_plain=source.is_plain,
    )
