"""Plan what a reply writes: the chosen changes in the draft, and its comments as questions."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from policybook.model import Numbering, Version, dates
from policybook.project.open import OpenedProject
from policybook.reading import library
from policybook.reading.fields.fields import BY_NAME
from policybook.reading.texts.version_words import walk_words
from policybook.word.incoming.reply.draft_edits import EditedDraft, take_changes
from policybook.word.incoming.reply.draft_units import list_units
from policybook.word.incoming.reply.reply_choices import ReplyChange
from policybook.word.incoming.reply.reply_file import WordReply
from policybook.word.incoming.tracked_changes import OpenChange
from policybook.word.incoming.word_count import count_words


class ReplyError(Exception):
    """The reply cannot be taken. The message says why, and what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedReply:
    """What a reply writes: one file. `old` and `new` are the draft before and after.

    `not_taken` are chosen changes that a person must make by hand. `unnumbered` are new
    paragraphs that need a number. `untracked` are texts of the draft that the file has in
    other words without a tracked change. `is_changed` says whether the file changes at all.
    """

    path: str
    data: bytes
    is_changed: bool
    old: Version
    new: Version
    not_taken: tuple[ReplyChange, ...]
    unnumbered: tuple[str, ...]
    untracked: tuple[str, ...]


def check_draft(version: Version) -> None:
    """Raise `ReplyError` unless a reply may change the version: it is not approved yet."""
    if not version.facts.is_undecided:
        raise ReplyError(
            f"{version.policy} {version.name} is {version.facts.status}, and nothing changes an "
            f"approved text. Start the next version: policybook new-version {version.policy} "
            "VERSION. Then give the command with that version."
        )


def plan_reply(
    school: OpenedProject, version: Version, reply: WordReply, chosen: Sequence[ReplyChange]
) -> PlannedReply:
    """Return what a reply writes with the chosen changes. Nothing is written.

    Raises `ReplyError` if the file is no reply to this draft, or if the words of the new
    draft would not be those of the old one with the chosen changes.
    """
    check_draft(version)
    if reply.sent_version not in ("", version.name):
        raise ReplyError(
            f"It was sent out as version {reply.sent_version}. Give that version, if it is still "
            "the draft."
        )
    source, _ = library.decode(school.sources.files[version.path], version.path)
    edited = take_changes(source, version, reply.read_paragraphs([]), reply.read_paragraphs(chosen))
    if edited.is_other:
        raise ReplyError(
            f"Its paragraphs are not those of {version.policy} {version.name}. Give the version "
            "that was sent out, or import the file as a new draft."
        )
    middle = _read(school, version, edited.text)
    _refuse_other_words(version, middle, edited)
    text = add_questions(edited.text, middle, [describe_question(c) for c in reply.comments])
    new = _read(school, version, text)
    return PlannedReply(
        path=version.path,
        data=text.encode(),
        is_changed=text != source,
        old=version,
        new=new,
        not_taken=tuple(
            change for change in chosen if change.has_object or change.places & edited.refused
        ),
        unnumbered=edited.unnumbered,
        untracked=edited.untracked,
    )


def _refuse_other_words(old: Version, new: Version, edited: EditedDraft) -> None:
    """Raise `ReplyError` unless the words differ as the changes say, sign by sign."""
    difference = _count(new)
    difference.subtract(_count(old))
    wanted = {word: count for word, count in edited.expected.items() if count}
    shown = {"".join(unit.text.split()) for unit in list_units(new)}
    is_read = all("".join(text.split()) in shown for text in edited.texts)
    if not is_read or {w: n for w, n in difference.items() if n} != wanted:
        raise ReplyError(
            "The draft would not have the words of the file afterwards, so nothing is taken. "
            "Make the changes by hand."
        )


def describe_question(comment: OpenChange) -> str:
    """Return a comment as an open question: who asks, where, and what."""
    day = dates.read_day(comment.date[:10])
    when = f", {dates.format_day(day)}" if day else ""
    where = f" on {comment.number}" if comment.number else ""
    about = f" “{comment.on}”" if comment.on else ""
    return f"{comment.author or 'Somebody'}{when}{where}{about}: {comment.text}"


def add_questions(text: str, version: Version, questions: Sequence[str]) -> str:
    """Return a draft's text with more open questions in its front matter, each once."""
    every = tuple(dict.fromkeys((*version.facts.questions, *questions)))
    if every == version.facts.questions:
        return text
    rows = BY_NAME["questions"].rows(every)
    lines = text.split("\n")
    first = version.facts.lines.get("questions")
    if first:
        after = [n for n in version.facts.lines.values() if n > first]
        closing = version.body_line - 1
        lines[first - 1 : min([*after, closing]) - 1] = rows
    else:
        lines[version.body_line - 2 : version.body_line - 2] = rows
    return "\n".join(lines)


def _read(school: OpenedProject, version: Version, text: str) -> Version:
    """Return the version as it reads with another text. Raise `ReplyError` if it cannot be read."""
    files = {**school.sources.files, version.path: text.encode()}
    new = library.load(replace(school.sources, files=files)).library.find_sound(version.key)
    if new is None:
        raise ReplyError("The draft could not be read afterwards, so nothing is taken.")
    return new


def _count(version: Version) -> Counter[str]:
    """Return how often each word stands in a version, with the numbers that its text brings."""
    is_own = version.facts.numbering is Numbering.OWN
    texts = (f"{label if is_own else ''} {words}" for label, words in walk_words(version))
    return count_words(texts)
