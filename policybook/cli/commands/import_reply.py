"""Take the changes of a Word file that came back into the draft that was sent out."""

import argparse
import json
import re
from collections.abc import Iterator, Sequence
from typing import Any

from policybook.cli.commands import import_report
from policybook.cli.commands.options import (
    Refused,
    find_policy,
    find_version,
    open_school,
    read_options,
)
from policybook.cli.program import say
from policybook.cli.terminal import ask, has_person
from policybook.model import dates
from policybook.project.incoming_reply import (
    PlannedReply,
    ReplyError,
    check_draft,
    describe_question,
    plan_reply,
)
from policybook.publish import atomic_file
from policybook.redline import as_text, make_redline
from policybook.word.incoming.package import UnreadableFile
from policybook.word.incoming.reply.reply_choices import ReplyChange
from policybook.word.incoming.reply.reply_file import WordReply

_NUMBERS = re.compile(r"(\d{1,4})(?:-(\d{1,4}))?")


def take_reply(options: argparse.Namespace) -> int:
    """Run `import --reply FILE POLICY VERSION`."""
    common = read_options(options)
    if len(options.paths) != 2:
        raise Refused(
            "Say which draft was sent out, such as: policybook import --reply reply.docx "
            "behaviour 2027-01"
        )
    school = open_school(common)
    version = find_version(find_policy(school.library, options.paths[0]), options.paths[1])
    try:
        check_draft(version)
        reply = WordReply(options.reply.read_bytes())
        if options.format == "text":
            _describe(reply)
        chosen = _choose(reply.changes, options)
        plan = plan_reply(school, version, reply, chosen)
    except (UnreadableFile, ReplyError) as refusal:
        raise Refused(f"{options.reply.name} was not taken. {refusal}") from refusal
    except OSError as fault:
        raise Refused(f"{options.reply} cannot be read: {fault.strerror}.") from fault
    is_written = plan.is_changed and _confirm(reply, chosen, plan, options)
    if is_written:
        atomic_file.replace(school.folder / plan.path, plan.data)
    _report(reply, chosen, plan, is_written, options)
    is_whole = not (plan.not_taken or plan.untracked or reply.in_notes)
    return 0 if is_whole and (is_written or not plan.is_changed) else 1


def _describe(reply: WordReply) -> None:
    """Print every change with its number, then the comments."""
    for number, change in enumerate(reply.changes, 1):
        say(f"{number:3}. {describe_change(change)}")
    for comment in reply.comments:
        say(f"     Question: {describe_question(comment)}")
    if reply.forms:
        say(f"     {len(reply.forms)} changes of the look alone are not taken.")
    if not reply.changes and not reply.comments and not reply.in_notes:
        print("The file has no tracked changes and no comments.")


def describe_change(change: ReplyChange) -> str:
    """Return one change in a sentence: who, what, when and where."""
    old, new = " ".join(change.old.split()), " ".join(change.new.split())
    if change.is_move:
        what = f"moved “{old or new}”"
    elif old and new:
        what = f"put “{new}” for “{old}”"
    elif new:
        what = f"put in “{new}”"
    else:
        what = f"took out “{old}”" if old else "divided or joined paragraphs"
    if change.has_object:
        what += " with a note, a picture, a formula or a row of a table"
    day = dates.read_day(change.date[:10])
    when = f" on {dates.format_day(day)}" if day else ""
    words = change.paragraph.split()
    short = " ".join(words[:8]) + (" …" if len(words) > 8 else "")
    where = f"in {change.number}" if change.number else f"in “{short}”"
    below = f", below “{change.heading}”" if change.heading else ""
    return f"{change.author or 'Somebody'} {what}{when} ({where}{below})"


def _choose(changes: Sequence[ReplyChange], options: argparse.Namespace) -> tuple[ReplyChange, ...]:
    """Return the changes that the person takes: as typed, or as answered at the terminal."""
    typed = options.take
    if typed is None and changes and has_person() and not options.yes:
        typed = input("Which do you take? all, none, or numbers such as 1,3-5: ")
    elif typed is None and options.yes:
        typed = "all"
    if not typed or typed.strip().lower() == "none":
        return ()
    if typed.strip().lower() == "all":
        return tuple(changes)
    numbers = set(_read_numbers(typed, len(changes)))
    return tuple(change for n, change in enumerate(changes, 1) if n in numbers)


def _read_numbers(typed: str, last: int) -> Iterator[int]:
    for part in re.split(r"[,;\s]+", typed.strip(" ,;")):
        hit = _NUMBERS.fullmatch(part)
        first, end = (int(hit[1]), int(hit[2] or hit[1])) if hit else (0, 0)
        if not 1 <= first <= end <= last:
            raise Refused(f"“{part}” is no change of this file. They are numbered 1 to {last}.")
        yield from range(first, end + 1)


def _confirm(
    reply: WordReply, chosen: Sequence[ReplyChange], plan: PlannedReply, options: argparse.Namespace
) -> bool:
    """Show what the draft becomes, ask the person at the terminal, and return the answer."""
    if options.format == "json":
        return True
    changes = make_redline(plan.old, plan.new)
    print("\nWhat the draft becomes:")
    print(as_text.redline_text(changes).partition("\n")[2] + "\n")
    say(*_list_by_hand(reply, plan))
    return options.yes or not has_person() or ask(f"Write this to {plan.path}?")


def _list_by_hand(reply: WordReply, plan: PlannedReply) -> Iterator[str]:
    """Yield what a person must still do in the draft."""
    numbers = {id(change): n for n, change in enumerate(reply.changes, 1)}
    for change in plan.not_taken:
        yield f"Not taken, please do it by hand: {numbers[id(change)]}. {describe_change(change)}"
    for note in reply.in_notes:
        yield f"In a footnote, please do it by hand: {import_report.describe_change(note)}"
    for words in plan.unnumbered:
        yield f"Put in without a number, please number it: “{words}”"
    for words in plan.untracked:
        yield f"The file has this in other words, with no tracked change: “{words}”"


def _report(
    reply: WordReply,
    chosen: Sequence[ReplyChange],
    plan: PlannedReply,
    is_written: bool,
    options: argparse.Namespace,
) -> None:
    if options.format == "json":
        data = _as_data(reply, chosen, plan, is_written)
        print(json.dumps(data, ensure_ascii=False, indent=1))
        return
    if not is_written:
        say(*(_list_by_hand(reply, plan) if not plan.is_changed else ()))
        print("Nothing was written.")
        return
    taken = len(chosen) - len(plan.not_taken)
    print(f"Wrote {plan.path}: {taken} of {len(reply.changes)} changes taken.")
    if reply.comments:
        print("Its comments are open questions of the draft now.")


def _as_data(
    reply: WordReply, chosen: Sequence[ReplyChange], plan: PlannedReply, is_written: bool
) -> dict[str, Any]:
    """Return the report as JSON takes it. Its keys are in `docs/help/data.md`."""
    return {
        "written": plan.path if is_written else None,
        "changes": [
            {
                "number": number,
                "author": change.author,
                "date": change.date,
                "old": change.old,
                "new": change.new,
                "moved": change.is_move,
                "label": change.label,
                "heading": change.heading,
                "paragraph": change.paragraph,
                "taken": is_written and change in chosen and change not in plan.not_taken,
            }
            for number, change in enumerate(reply.changes, 1)
        ],
        "questions": [describe_question(comment) for comment in reply.comments],
        "unnumbered": list(plan.unnumbered),
        "untracked": list(plan.untracked),
    }
