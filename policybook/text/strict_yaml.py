"""A small, strict part of YAML -> values that know their line. No conversion, no anchors, no tags, no duplicate keys.

Every value is text, a list or a mapping; `2023-11` stays `2023-11`. Faults are findings; nothing is raised.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import yaml

from policybook.model.findings import Finding

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_DEEPEST = 6
_NOT_LINES = dict.fromkeys(
    (0x85, 0x2028, 0x2029), " "
)  # ends of lines for YAML, but not in an editor


@dataclass(slots=True)
class Value:
    """A piece of YAML: `text`, or else `items`, or else `fields`; the others are None.

    `span` is where a text stands in what was read, its quotation marks with it: the first sign, and the one after the last.
    """

    line: int
    text: str | None = None
    items: list["Value"] | None = None
    fields: dict[str, "Value"] | None = None
    key_lines: dict[str, int] = field(default_factory=dict)
    span: tuple[int, int] = field(default=(0, 0), compare=False)

    @property
    def form(self) -> str:
        return (
            "text"
            if self.text is not None
            else "a list"
            if self.items is not None
            else "a mapping (names with values)"
        )


class Wrong(Exception):
    """Raised by a reader of one value, and turned into a finding by `Reading`; it never leaves the reading modules."""

    def __init__(
        self, message: str, remedy: str, code: str = "field-value", line: int | None = None
    ) -> None:
        super().__init__(message)
        self.message, self.remedy, self.code, self.line = message, remedy, code, line


class _Stop(Exception):
    def __init__(self, line: int, message: str, remedy: str) -> None:
        super().__init__(message)
        self.line, self.message, self.remedy = line, message, remedy


def read(
    text: str, path: str, first_line: int = 1, what: str = "front matter", tricks: bool = False
) -> tuple[Value | None, tuple[Finding, ...]]:
    """Return the mapping that `text` holds, or None, and what is wrong with it.

    `first_line` is the line of `text` in its file. With `tricks`, anchors and tags are passed over, not refused: an alias counts as empty text.
    """
    findings: list[Finding] = []
    text = text.translate(_NOT_LINES)
    last = first_line + text.rstrip("\n").count("\n")
    try:
        root = _Tree(path, (first_line, last), findings, what, tricks, text.split("\n")).build(
            yaml.parse(text, Loader=_LOADER)
        )
        if root is None or root.fields is None:
            form = "empty" if root is None or root.text == "" else root.form
            message = f"the {what} must be fields, each a name and a value, but it is {form}"
            remedy = "Write one field a line, such as `title: Behaviour Policy`."
            raise _Stop(root.line if root else first_line, message, remedy)
    except _Stop as fault:
        return None, (*findings, _fault(path, fault.line, fault.message, fault.remedy))
    except yaml.YAMLError as fault:
        return None, (*findings, _describe_yaml_fault(fault, text, path, first_line, what))
    except ValueError as fault:  # a character that cannot be encoded
        message = f"the {what} cannot be read: {fault}"
        return None, (*findings, _fault(path, first_line, message, "Remove the unusual character."))
    return root, tuple(findings)


def _fault(path: str, line: int, message: str, remedy: str) -> Finding:
    return Finding(path=path, line=line, code="yaml", message=message, remedy=remedy)


def _describe_yaml_fault(
    fault: yaml.YAMLError, text: str, path: str, first_line: int, what: str
) -> Finding:
    mark = getattr(fault, "problem_mark", None) or getattr(fault, "context_mark", None)
    lines = text.rstrip("\n").split("\n")
    index = min(mark.line if mark else 0, max(len(lines) - 1, 0))
    context = getattr(fault, "context_mark", None)
    tabbed = next(
        (i for i in range(index, max(-1, index - 3), -1) if lines and re.match(r"\s*\t", lines[i])),
        None,
    )
    if tabbed is not None:
        return Finding(
            path=path,
            line=first_line + tabbed,
            code="yaml",
            message=f"a tab is used to indent a line of the {what}, which YAML does not allow",
            remedy="Use spaces instead of the tab.",
        )
    if context and re.search("flow|quoted", getattr(fault, "context", "") or ""):
        index = min(context.line, index)
    if meant := _meant(lines, index, what):
        line, message, remedy = meant
        return Finding(
            path=path,
            line=first_line + line,
            code="yaml",
            message=f"the {what} is not valid YAML: {message}",
            remedy=remedy,
        )
    problem = (
        getattr(fault, "problem", None) or getattr(fault, "reason", None) or "it is not valid YAML"
    )
    return Finding(
        path=path,
        line=first_line + index,
        code="yaml",
        message=f"the {what} is not valid YAML and cannot be read: {problem}",
        remedy="Look for a missing bracket or quotation mark on this line or just above; "
        'put a value that holds `: ` or starts with a sign into "quotation marks".',
    )


def _meant(lines: list[str], index: int, what: str) -> tuple[int, str, str] | None:
    """What an author most likely did, on the line of the fault or the one before: which line, what, and the remedy."""
    for number in (index, index - 1):
        line = lines[number] if 0 <= number < len(lines) else ""
        if match := re.match(r"\s*([a-z_]+):(?=\S)(?!//)", line):
            return (
                number,
                f"there is no space after `{match[1]}:`",
                f"Write `{match[1]}: ` and then its value.",
            )
        if match := re.match(r"\s*(?:- )?([a-z_]+): +([^\"'].*: .*)", line):
            return (
                number,
                f"the value of `{match[1]}` holds a colon",
                f'Put it into quotation marks, `{match[1]}: "{match[2].strip()}"`.',
            )
        if what != "front matter":
            if match := re.match(r"\s*- ([a-z_]+) (?!.*:)", line):
                return (
                    number,
                    f"there is no colon after `{match[1]}`",
                    f"Write `{match[1]}: ` and then the words.",
                )
        elif re.match(r" +[a-z_]+:", line) and not line.lstrip().startswith("- "):
            return (
                number,
                "there are spaces before the name of a field",
                f"Write it at the margin, `{line.strip()}`.",
            )
    return None


class _Tree:
    """Events to values, with a stack of the collections that are open."""

    def __init__(
        self,
        path: str,
        span: tuple[int, int],
        findings: list[Finding],
        what: str,
        tricks: bool,
        lines: list[str],
    ) -> None:
        self.lines = lines
        self.path, self.span, self.findings, self.what, self.tricks = (
            path,
            span,
            findings,
            what,
            tricks,
        )
        self.stack: list[tuple[Value, str | None]] = []
        self.root: Value | None = None

    def build(self, events: Iterator[yaml.Event]) -> Value | None:
        documents = 0
        for event in events:
            first, last = self.span
            line = min(first + (event.start_mark.line if event.start_mark else 0), last)
            documents += isinstance(event, yaml.DocumentStartEvent)
            if documents > 1:
                raise _Stop(
                    line,
                    f"the {self.what} holds a second document (a line of three dashes)",
                    "Remove the line `---` here.",
                )
            if not self.tricks:
                self.refuse_tricks(event, line)
            if isinstance(event, yaml.ScalarEvent):
                self.refuse_item_in_a_value(event)
                span = (
                    (event.start_mark.index, event.end_mark.index)
                    if event.start_mark and event.end_mark
                    else (0, 0)
                )
                self.take(Value(line, text=event.value, span=span))
            elif isinstance(event, yaml.AliasEvent):
                self.take(Value(line, text=""))
            elif isinstance(event, yaml.SequenceStartEvent):
                self.open(Value(line, items=[]))
            elif isinstance(event, yaml.MappingStartEvent):
                self.open(Value(line, fields={}))
            elif isinstance(event, yaml.CollectionEndEvent):
                self.stack.pop()
        return self.root

    def refuse_tricks(self, event: yaml.Event, line: int) -> None:
        if getattr(event, "anchor", None):
            raise _Stop(
                line,
                f"the {self.what} uses an anchor or alias (`&name`, `*name`)",
                'Write the value out; put a value that starts with & or * into "quotation marks".',
            )
        if getattr(event, "tag", None) not in (None, "!"):
            raise _Stop(
                line,
                f"the {self.what} uses a YAML tag (`!name`)",
                'Write the plain value; put a value that starts with ! into "quotation marks".',
            )

    def refuse_item_in_a_value(self, event: yaml.ScalarEvent) -> None:
        """For YAML, `- ` on a line after a value is more of that value; its author meant an item of a list."""
        if event.style or not (event.start_mark and event.end_mark):
            return  # in quotation marks
        for number in range(
            event.start_mark.line + 1, min(event.end_mark.line + 1, len(self.lines))
        ):
            if re.match(r"\s*- ", self.lines[number]):
                message = f"a line of the {self.what} starts with `- `, but the value already stands on a line above"
                remedy = "Write one sentence on the field's own line, or only items below it, each with `- `."
                raise _Stop(self.span[0] + number, message, remedy)

    def open(self, value: Value) -> None:
        if len(self.stack) >= (_DEEPEST if not self.tricks else 20):
            raise _Stop(
                value.line,
                f"the {self.what} is nested too deep",
                "Write plain values and simple lists.",
            )
        self.take(value)
        self.stack.append((value, None))

    def take(self, value: Value) -> None:
        if not self.stack:
            self.root = value
            return
        owner, key = self.stack[-1]
        if owner.items is not None:
            owner.items.append(value)
        elif key is None:
            self.take_key(owner, value)
        else:
            if key not in (owner.fields or {}):
                assert owner.fields is not None
                owner.fields[key] = value
            self.stack[-1] = (owner, None)

    def take_key(self, owner: Value, value: Value) -> None:
        if value.text is None:
            raise _Stop(
                value.line,
                f"the {self.what} has {value.form} where a field's name is expected",
                "Write `name: value`.",
            )
        if value.text == "<<" and not self.tricks:
            raise _Stop(
                value.line, f"the {self.what} uses a merge key (`<<`)", "Write the fields out."
            )
        if value.text in owner.key_lines:
            first = owner.key_lines[value.text]
            self.findings.append(
                Finding(
                    path=self.path,
                    line=value.line,
                    code="duplicate-field",
                    message=f"the field `{value.text}` stands twice, here and on line {first}",
                    remedy="Keep the one that is right and remove the other.",
                )
            )
        else:
            owner.key_lines[value.text] = value.line
        self.stack[-1] = (owner, value.text)


def written(words: str) -> str:
    """One line of words as a YAML value: as it stands where it reads back the same, else in quotation marks."""
    root, findings = read(f"name: {words}\n", "")
    value = root.fields.get("name") if root and root.fields and not findings else None
    if words and value and value.text == words and "\n" not in words:
        return words
    escaped = (
        f"\\{c}" if c in '"\\' else c if c.isprintable() else f"\\U{ord(c):08x}" for c in words
    )
    return f'"{"".join(escaped)}"'


def did_you_mean(word: str, words: Iterable[str]) -> str:
    """` Did you mean `review_year`?`, or nothing where none is near."""
    import difflib

    near = difflib.get_close_matches(word.lower(), list(words), n=1, cutoff=0.6)
    return f" Did you mean `{near[0]}`?" if near else ""
