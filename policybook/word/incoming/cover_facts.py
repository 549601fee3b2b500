"""Read facts of a policy where its file says them: on the cover and in its tables.

The words stay in the text: a fact is only read, and shown for a person to confirm. An
approval is read too, but never taken: only `approve` enters one.

A line may have several labels, and a label may have its words on the next line. Where it is not
sure where words end, they keep the colon of the next label. No name has one.
"""

import calendar
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from policybook.model import AcademicYear, Day, dates
from policybook.word.incoming.document import Block, Paragraph, Table, walk_paragraphs

OWNER = re.compile(
    r"(?i)(?:(?:policy|document|procedure) )?(?:owner|author|lead)(?: of (?:the )?policy)?"
    r"|(?:person|staff member|member of staff|officer|role) responsible(?: for .{1,30})?"
    r"|responsible (?:person|officer|member of staff|staff)|responsibility(?: of)?|staff lead"
)
REVIEW = re.compile(
    r"(?i)(?:date of )?(?:the )?(?:next|planned|due) review(?: date)?(?: due)?(?: by)?"
    r"|review (?:date|due|by|on)(?: date)?|date (?:for|of) (?:next )?review"
    r"|(?:to be|due to be) reviewed(?: by| in| on)?|next (?:due|reviewed)|(?:next )?reviewed due"
)
APPROVED_BY = re.compile(
    r"(?i)(?:approved|agreed|ratified|adopted|approval)(?: (?:by|body|committee))?|committee"
    r"|approving body"
)
APPROVED_ON = re.compile(
    r"(?i)(?:date )?(?:approved|agreed|ratified|adopted)(?: on| date)?"
    r"|(?:date of )?(?:approval|ratification|adoption)(?: date)?|date"
)
_LABELS = (OWNER, REVIEW, APPROVED_BY, APPROVED_ON)
#: What may end a piece of a line: an end of line, a tab, several spaces, a full stop.
_ENDS = re.compile(r"[\n\v\t;]|\s{2,}|(?<=[a-z0-9)])\. (?=[A-Z])")
_COLON = re.compile(r"\s*:\s*|\s+–\s+")
_LONGEST_LABEL = 6
#: The last word of the name of a body or a role, after which another label may follow.
LAST_WORD = re.compile(
    r"(?i)\b(?:body|committee|board|governors?|trustees|council|head|headteacher|principal"
    r"|teacher|director|manager|leader|team|bursar|clerk|officer|co-?ordinator|senco|fgb|lgb)\.?$"
)
#: Words with which no name ends: it goes on in the next line.
_UNFINISHED = re.compile(r"(?i)(?:\b(?:and|of|the|for)|&|,)$")


_NEXT = re.compile(r"(?i)next|due|planned|to be")
_YEARS = re.compile(r"\b(20\d\d)\s*[/–-]\s*(?:20)?(\d\d)\b")
_TERM = re.compile(r"(?i)\b(autumn|spring|summer|michaelmas|lent|trinity)\b.{0,12}?\b(20\d\d)\b")
_MONTH_YEAR = re.compile(r"(?i)\b(?:(\d{1,2})(?:st|nd|rd|th)? )?([a-z]{3,9})\.? (20\d\d)\b")
_FIGURES = re.compile(r"\b(\d{1,2})[./-](\d{1,2})[./-](20\d\d|\d\d)\b")
_NAME = re.compile(r"[A-Z][\w’'&,.()/ -]{2,60}")
_WHO_AND_WHEN = re.compile(
    r"(?P<who>.{3,60}?),? (?:on )?"
    r"(?P<when>\d{1,2}\S* \S+ 20\d\d|\d{1,2}[./-]\d{1,2}[./-](?:20)?\d\d)\.?"
)
_PASSED = re.compile(
    r"(?i)(?:approved|agreed|ratified|adopted) by (?:the )?(?P<who>[A-Z][\w’' -]{2,50}?)"
    r"(?: on (?P<when>[\w ./-]{6,30}))?\s*(?:[.;,]|$)"
)
#: Blocks at either end of a file among which facts are sought.
_AT_START, _AT_END = 15, 4
#: Characters of a line that may say facts; words of such a line below the text.
_LONGEST, _SHORT = 400, 12


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverFact:
    """A fact as the file says it. `field` is `owner`, `review`, `approved_by` or `approved_on`.

    `year` is the academic year of a review, where the words tell one, and `day` its last
    day, or the day of an approval.
    """

    field: str
    words: str
    year: AcademicYear | None = None
    day: date | None = None


def read_cover_facts(blocks: Sequence[Block]) -> tuple[CoverFact, ...]:
    """Return the facts, the first of each field. Never raise."""
    facts: dict[str, CoverFact] = {}
    firm: set[str] = set()
    for label, words in _divide_approvals(_walk_pairs(blocks)):
        fact = _read_fact(label.strip(" :."), " ".join(words.split()).strip(" ."))
        # "Next review" outweighs "Review date", which may be that of the last one.
        is_next = fact is not None and bool(_NEXT.search(label))
        if fact and (fact.field not in facts or (is_next and fact.field not in firm)):
            facts[fact.field] = fact
            firm |= {fact.field} if is_next else set()
    return tuple(facts.values())


def _divide_approvals(pairs: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Yield the pairs, with "Approved by: Governors on 3 December 2026" as two."""
    for label, words in pairs:
        hit = _WHO_AND_WHEN.fullmatch(" ".join(words.split()))
        if hit and APPROVED_BY.fullmatch(label.strip(" :.")) and read_exact_day(hit["when"]):
            yield "Approved by", hit["who"]
            yield "Approved on", hit["when"]
        else:
            yield label, words


def _read_fact(label: str, words: str) -> CoverFact | None:
    if OWNER.fullmatch(label) and _NAME.fullmatch(words):
        return CoverFact(field="owner", words=words)
    if REVIEW.fullmatch(label) and (year := read_year(words)):
        return CoverFact(field="review", words=words, year=year, day=read_last_day(words))
    has_date = read_year(words) is not None
    if words.lower() in ("not approved", "none", "n/a", "tbc"):
        return None
    if APPROVED_ON.fullmatch(label) and has_date and label.lower() != "date":
        return CoverFact(field="approved_on", words=words, day=read_exact_day(words))
    if APPROVED_BY.fullmatch(label) and not has_date and _NAME.fullmatch(words):
        return CoverFact(field="approved_by", words=words)
    return None


def read_year(words: str) -> AcademicYear | None:
    """Return the academic year that words name, or None where they do not say one for sure.

    A term of a year, a month and a day each fall in one academic year, from September to
    August. A year alone falls in two, so it says none.
    """
    if hit := _YEARS.search(words):
        start = int(hit[1])
        return AcademicYear(start=start) if (start + 1) % 100 == int(hit[2]) else None
    if hit := _TERM.search(words):
        is_first = hit[1].lower() in ("autumn", "michaelmas")
        return AcademicYear(start=int(hit[2]) - (0 if is_first else 1))
    day = _find_day(words)
    return dates.find_academic_year(day.date) if day else None


def read_exact_day(words: str) -> date | None:
    """Return the day that words name with its month and year, or None."""
    day = _find_day(words)
    return day.date if day and not day.month_only else None


def read_last_day(words: str) -> date | None:
    """Return the last day for a review: the day itself, or the last of the month that is named."""
    day = _find_day(words)
    if day is None or not day.month_only:
        return day.date if day else None
    last = calendar.monthrange(day.date.year, day.date.month)[1]
    return None if _TERM.search(words) else day.date.replace(day=last)


def _find_day(words: str) -> Day | None:
    """Return the day, or the month, that words name with its year."""
    if hit := _FIGURES.search(words):
        return dates.read_day(f"{int(hit[3]) % 100 + 2000}-{int(hit[2]):02}-{int(hit[1]):02}")
    return dates.read_day_in_words(hit[0]) if (hit := _MONTH_YEAR.search(words)) else None


def _walk_pairs(blocks: Sequence[Block]) -> Iterator[tuple[str, str]]:
    """Yield labels and their words: in the lines of the cover, and in the tables at both ends."""
    first = next(
        (n for n, b in enumerate(blocks) if isinstance(b, Paragraph) and b.heading), _AT_START
    )
    near = [*range(max(first, 1)), *range(max(first, 1, len(blocks) - _AT_END), len(blocks))]
    for n in near[: len(blocks)]:
        block = blocks[n]
        if isinstance(block, Table):
            yield from _walk_table(block)
        else:
            text = " ".join(block.text.split())
            if len(text) > _LONGEST or (n >= first and len(text.split()) > _SHORT):
                continue
            if ":" not in text:
                yield from _read_sentences(block.text.strip().split("\n"))
            yield from divide_lines(block.text)


def _read_sentences(lines: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield who approved and when: "Adopted by the Governing Body on 3 December 2026".

    In one of several lines, the name may go on in the next, so it must end as names do.
    """
    for line in lines:
        passed = _PASSED.search(" ".join(line.split()))
        if passed and (len(lines) == 1 or LAST_WORD.search(passed["who"])):
            yield "Approved by", passed["who"]
            yield "Approved on", passed["when"] or ""


def _walk_table(table: Table) -> Iterator[tuple[str, str]]:
    """Yield each label of a table with its words: beside it, or in the row below."""
    rows = [
        [" ".join(p.text for p in walk_paragraphs(cell.blocks)) for cell in row]
        for row in table.rows
    ]
    if len(rows) == 2 and sum(map(is_label, rows[0])) > 1:
        yield from zip(rows[0], rows[1], strict=False)
        return
    for row in rows:
        # A row of several pairs has a label in every second cell: a list of versions has not.
        if len(row) == 2 or (row and all(map(is_label, row[::2]))):
            yield from zip(row[::2], row[1::2], strict=False)


def is_label(words: str) -> bool:
    """Return whether words name a fact."""
    return any(pattern.fullmatch(words.strip(" :.")) for pattern in _LABELS)


def divide_lines(text: str) -> Iterator[tuple[str, str]]:
    """Yield each label of a paragraph with its words; other words with an empty label.

    A date straight after an approval is that of the approval.
    """
    before = ""
    for label, words in _divide_pieces(_join_labels(_ENDS.split(text))):
        is_its_day = label.lower() == "date" and APPROVED_BY.fullmatch(before) is not None
        yield ("Approved on" if is_its_day else label), words
        # A colon says that the end of the name is not sure, so the date may be of anything.
        before = "" if words.endswith(":") else label


def _join_labels(pieces: list[str | None]) -> Iterator[str]:
    """Yield the pieces. A label without words has those of the next piece."""
    waiting = ""
    for piece in filter(None, ((piece or "").strip() for piece in pieces)):
        joined = f"{waiting} {piece}".strip()
        waiting = joined if joined.endswith(":") else ""
        if not waiting:
            yield joined


def _divide_pieces(pieces: Iterator[str]) -> Iterator[tuple[str, str]]:
    for piece in pieces:
        parts = _COLON.split(piece)
        label = parts[0].strip()
        if len(parts) == 1 or not is_label(label):
            yield "", piece
            continue
        for number, part in enumerate(parts[1:], 2):
            is_last = number == len(parts)
            words, following = (part, "") if is_last else _cut_label(part)
            is_sure = (is_last or following) and not _UNFINISHED.search(words)
            yield label, words if is_sure else f"{words}:"
            label = following


def _cut_label(words: str) -> tuple[str, str]:
    """Return words without the label at their end, and the label; empty if that is not sure."""
    every = words.split()
    for count in range(min(_LONGEST_LABEL, len(every) - 1), 0, -1):
        name, label = " ".join(every[:-count]), " ".join(every[-count:])
        if is_label(label) and label[0].isupper() and label.lower() not in ("committee", "lead"):
            return (name, label) if LAST_WORD.search(name) else (f"{name}:", label)
    return words, ""
