"""Write the words of a paragraph as Markdown, and read them again to see that they are the same.

Where marks such as bold would change what is read, the marks go and the words stay.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from policybook.reading.texts import markdown
from policybook.word.incoming.document import TextRun

_SPECIAL = re.compile(r"[\\`*_\[\]<>&~|#{}!:@/=+-]|\bwww\.|^\s*\d")
_ESCAPED = re.compile(r"[\\`*\[\]<>~{}]|(?<![^\W_])_|_(?![^\W_])|&(?=#?\w+;)|!(?=\[)")
_EVERY_SIGN = re.compile(r"[!-/:-@\[-`{-~]")
#: What a line can start with to be more than words.
_LINE_START = re.compile(r"^(?=[#>+:|=-]|\d{1,9}[.)](?:\s|$))")
_SENTENCE_END = re.compile(r"(?<=[.?!])(?P<quote>[”’\"')]{0,2}) +(?=[“‘\"'(]?[A-Z])")
#: A full stop after these ends no sentence.
_ABBREVIATION = re.compile(r"(?:\b[A-Za-z]|\b(?:Mrs?|Ms|Dr|St|Rev|No|etc|paras?|pp?))\.$")
_LINK_OUTSIDE = re.compile(r"(?i)(?:https?://|mailto:|tel:)\S")
_BOXES = (("☐", "[ ]"), ("□", "[ ]"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Destinations:
    """Where links lead: `place` gives the id of a clause for a run, `picture` a file's name.

    Both return nothing where there is none; then the words have no link.
    """

    place: Callable[[TextRun], str]
    picture: Callable[[TextRun], str]


def write_inlines(runs: Sequence[TextRun], to: Destinations, *, in_cell: bool = False) -> str:
    """Return the words of `runs` as Markdown that reads back as the same words."""
    text = _tidy("".join(_write(runs, to, in_cell, bare=False)))
    if not _SPECIAL.search(text) or _reads_as(text, runs, to):
        return text
    plain = _tidy("".join(_write(runs, to, in_cell, bare=True)))
    if _reads_as(plain, runs, to):
        return plain
    words = " ".join(read_words(runs, to).split())
    return _EVERY_SIGN.sub(lambda hit: f"\\{hit[0]}", words)


def split_sentences(text: str) -> str:
    """Return Markdown with a sentence on each line, so that a later change is one line."""

    def divide(hit: re.Match[str]) -> str:
        is_short = _ABBREVIATION.search(text, max(0, hit.start() - 8), hit.start())
        return hit[0] if is_short else f"{hit['quote']}\n"

    has_own_lines = "\\\n" in text or "`" in text
    lines = (text if has_own_lines else _SENTENCE_END.sub(divide, text)).split("\n")
    return "\n".join(_escape_start(line, is_first=n == 0) for n, line in enumerate(lines))


def _escape_start(line: str, *, is_first: bool) -> str:
    """Return a line that starts with words, and not with a mark of Markdown."""
    if is_first or not _LINE_START.match(line):
        return line
    return re.sub(r"^(\d*)", r"\1\\", line, count=1)


def protect_start(text: str) -> str:
    """Return a paragraph whose first sign is no mark of a list, a heading or a quotation."""
    if hit := re.match(r"(\d{1,9})([.)])(?=\s|$)", text):
        return f"{hit[1]}\\{text[hit.end(1) :]}"
    if re.match(r"[#>+:|=-]|~{3}|`{3}", text):
        return f"\\{text}"
    return text


def read_words(runs: Iterable[TextRun], to: Destinations) -> str:
    """Return the words of `runs`, with the mark of a note and the words of a picture."""
    words = []
    for run in runs:
        if run.note:
            words.append(f"[{run.note}]")
        elif run.picture is not None:
            words.append(run.picture.words if to.picture(run) else "")
        else:
            words.append(run.text)
    return "".join(words)


def _write(
    runs: Sequence[TextRun], to: Destinations, in_cell: bool, *, bare: bool
) -> Iterator[str]:
    """Yield each run as Markdown. With `bare`, no run is bold or italic."""
    for run in runs:
        if run.note:
            yield f"[^{run.note}]"
        elif run.picture is not None:
            name = to.picture(run)
            alt = _escape(run.picture.words, in_cell).replace("\n", " ")
            yield f"![{alt}]({name})" if name else ""
        elif not run.text.strip():
            yield _breaks(run.text, in_cell)
        else:
            yield _write_text(run, to, in_cell, bare)


def _write_text(run: TextRun, to: Destinations, in_cell: bool, bare: bool) -> str:
    core = run.text.strip()
    before, after = run.text.partition(core)[::2]
    text = _breaks(_escape(core, in_cell), in_cell)
    address = _find_address(run, to)
    if address and (address.strip("<>") in (core, f"mailto:{core}")):
        return f"{before}{core}{after}"
    if address:
        text = f"[{text}]({address})"
    if not bare and run.bold:
        text = f"**{text}**"
    if not bare and run.italic:
        text = f"*{text}*" if not run.bold else f"_{text}_"
    return f"{_breaks(before, in_cell)}{text}{_breaks(after, in_cell)}"


def _find_address(run: TextRun, to: Destinations) -> str:
    """Return where a run leads, as Markdown writes it; nothing if readers cannot follow."""
    if run.address and _LINK_OUTSIDE.match(run.address):
        address = run.address.replace(" ", "%20")
        return f"<{address}>" if re.search(r"[()]", address) else address
    place = to.place(run) if run.bookmark else ""
    return f"#{place}" if place else ""


def _escape(text: str, in_cell: bool) -> str:
    escaped = _ESCAPED.sub(lambda hit: f"\\{hit[0]}", text)
    for box, typed in _BOXES:
        escaped = escaped.replace(box, typed)
    return escaped.replace("|", "\\|") if in_cell else escaped


def _breaks(text: str, in_cell: bool) -> str:
    return text.replace("\n", "<br>" if in_cell else "\\\n")


def _tidy(text: str) -> str:
    """Return Markdown without spaces at the ends of lines, and with one between words."""
    lines = [" ".join(line.split()) for line in text.strip().split("\n")]
    lines = [line for line in lines if line not in ("", "\\")]
    if lines and re.search(r"(?<!\\)\\$", lines[-1]):  # a break with nothing after it
        lines[-1] = lines[-1][:-1].rstrip()
    return "\n".join(lines)


def _reads_as(text: str, runs: Sequence[TextRun], to: Destinations) -> bool:
    shown = markdown.plain_text(markdown.read_inline(text))
    return _normalise(shown) == _normalise(read_words(runs, to))


def _normalise(text: str) -> str:
    for box, typed in _BOXES:
        text = text.replace(box, typed)
    return "".join(text.replace("☐", "[ ]").split())
