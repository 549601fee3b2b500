"""Read a small, strict part of YAML into values that know their line.

Every value is text, a list or a mapping, and nothing is converted: `2023-11` stays
`2023-11`. Anchors, tags and duplicate names are faults. Faults are findings; `read`
raises nothing.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import yaml

from policybook.model.findings import Finding
from policybook.text.yaml_errors import explain_yaml_error

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
#: The greatest number of lists and mappings inside each other.
_DEEPEST = 6
#: These characters end a line for YAML, but not in an editor.
_NOT_LINES = dict.fromkeys((0x85, 0x2028, 0x2029), " ")


@dataclass(slots=True)
class Value:
    """A piece of YAML.

    One of `text`, `items` and `fields` has the content; the others are None. `span` is
    the place of a text in the source, with its quotation marks: the first character,
    and the one after the last. `comment` is what follows a text after ` #` on its line:
    YAML leaves it out, but the author may have meant it.
    """

    line: int
    text: str | None = None
    items: list["Value"] | None = None
    fields: dict[str, "Value"] | None = None
    key_lines: dict[str, int] = field(default_factory=dict)
    span: tuple[int, int] = field(default=(0, 0), compare=False)
    comment: str = field(default="", compare=False)

    @property
    def form(self) -> str:
        """Return the form of the value in words: text, a list or a mapping."""
        if self.text is not None:
            return "text"
        return "a mapping (names with values)" if self.items is None else "a list"


class InvalidValueError(Exception):
    """The reader of one value raises it. The caller turns it into a finding.

    `line` is None if the fault is on the line of the value itself.
    """

    def __init__(
        self, message: str, remedy: str, code: str = "field-value", line: int | None = None
    ) -> None:
        super().__init__(message)
        self.message, self.remedy, self.code, self.line = message, remedy, code, line

    def as_finding(self, path: str, line: int, subject: str = "") -> Finding:
        """Return the finding, at the fault's own line or else at `line`. `subject` comes first."""
        return Finding(
            path=path,
            line=self.line or line,
            code=self.code,
            message=f"{subject}{self.message}",
            remedy=self.remedy,
        )


def _stop(line: int, message: str, remedy: str) -> InvalidValueError:
    """Return the fault that ends the reading. `read` turns it into a finding."""
    return InvalidValueError(message, remedy, "yaml", line)


def read(
    text: str, path: str, first_line: int = 1, what: str = "front matter", tricks: bool = False
) -> tuple[Value | None, tuple[Finding, ...]]:
    """Return the mapping in `text`, or None, and the findings.

    `first_line` is the line of the file where `text` starts. `what` names the text in
    messages. With `tricks`, anchors and tags are ignored, and an alias counts as empty
    text.
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
            message = f"the {what} must be fields, each with a name and a value, but it is {form}"
            remedy = "Write one field a line, such as `title: Behaviour Policy`."
            raise _stop(root.line if root else first_line, message, remedy)
    except InvalidValueError as fault:
        return None, (*findings, fault.as_finding(path, first_line))
    except yaml.YAMLError as fault:
        return None, (*findings, explain_yaml_error(fault, text, path, first_line, what))
    # A character that cannot be encoded.
    except ValueError as fault:
        message = f"the {what} cannot be read: {fault}"
        return None, (*findings, _fault(path, first_line, message, "Remove the unusual character."))
    return root, tuple(findings)


def _fault(path: str, line: int, message: str, remedy: str) -> Finding:
    """Return a finding about the YAML itself."""
    return Finding(path=path, line=line, code="yaml", message=message, remedy=remedy)


class _Tree:
    """Builds values from the events of PyYAML. `stack` has the open lists and mappings."""

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
        self.path = path
        self.span = span
        self.findings = findings
        self.what = what
        self.tricks = tricks
        self.stack: list[tuple[Value, str | None]] = []
        self.root: Value | None = None

    def build(self, events: Iterator[yaml.Event]) -> Value | None:
        """Return the value of the whole document. Raise `InvalidValueError` at the first fault."""
        documents = 0
        for event in events:
            first, last = self.span
            line = min(first + (event.start_mark.line if event.start_mark else 0), last)
            documents += isinstance(event, yaml.DocumentStartEvent)
            if documents > 1:
                raise _stop(
                    line,
                    f"the {self.what} has a second document (a line of three dashes starts it)",
                    "Remove this line `---`.",
                )
            if not self.tricks:
                self.refuse_tricks(event, line)
            if isinstance(event, yaml.ScalarEvent):
                self.refuse_item_in_a_value(event)
                if event.start_mark and event.end_mark:
                    span = (event.start_mark.index, event.end_mark.index)
                else:
                    span = (0, 0)
                comment = self.find_comment(event)
                self.take(Value(line, text=event.value, span=span, comment=comment))
            elif isinstance(event, yaml.AliasEvent):
                self.take(Value(line, text=""))
            elif isinstance(event, yaml.SequenceStartEvent):
                self.open(Value(line, items=[]))
            elif isinstance(event, yaml.MappingStartEvent):
                self.open(Value(line, fields={}))
            elif isinstance(event, yaml.CollectionEndEvent):
                self.stack.pop()
        return self.root

    def find_comment(self, event: yaml.ScalarEvent) -> str:
        """Return what follows a text without quotation marks after ` #`; or nothing."""
        mark = event.end_mark
        if event.style or not mark or not event.value or mark.line >= len(self.lines):
            return ""
        rest = self.lines[mark.line][mark.column :]
        return rest.strip() if rest.lstrip(" \t").startswith("#") else ""

    def refuse_tricks(self, event: yaml.Event, line: int) -> None:
        """Raise `InvalidValueError` for an anchor, an alias or a tag."""
        if getattr(event, "anchor", None):
            raise _stop(
                line,
                f"the {self.what} uses an anchor or alias (`&name`, `*name`)",
                'Write the value out. Put a value that starts with & or * into "quotation marks".',
            )
        if getattr(event, "tag", None) not in (None, "!"):
            raise _stop(
                line,
                f"the {self.what} uses a YAML tag (`!name`)",
                'Write the plain value. Put a value that starts with ! into "quotation marks".',
            )

    def refuse_item_in_a_value(self, event: yaml.ScalarEvent) -> None:
        """Raise `InvalidValueError` for a line that starts with `- ` inside a value.

        YAML reads it as more of the value. Its author meant an item of a list.
        """
        # `style` is set for a value in quotation marks.
        if event.style or not (event.start_mark and event.end_mark):
            return
        for number in range(
            event.start_mark.line + 1, min(event.end_mark.line + 1, len(self.lines))
        ):
            if re.match(r"\s*- ", self.lines[number]):
                message = (
                    f"a line of the {self.what} starts with `- `, "
                    "but the field already has a value on a line above"
                )
                remedy = (
                    "Write one sentence after the name of the field, "
                    "or only items below it, each with `- `."
                )
                raise _stop(self.span[0] + number, message, remedy)

    def open(self, value: Value) -> None:
        """Add a list or mapping, and make it the one that takes the next values."""
        if len(self.stack) >= (_DEEPEST if not self.tricks else 20):
            raise _stop(
                value.line,
                f"the {self.what} is nested too deep",
                "Write plain values and simple lists.",
            )
        self.take(value)
        self.stack.append((value, None))

    def take(self, value: Value) -> None:
        """Add a value to the list or mapping that is open."""
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
        """Take the name of a field. A name that was there before is a finding."""
        if value.text is None:
            raise _stop(
                value.line,
                f"the {self.what} has {value.form} where a field's name is expected",
                "Write `name: value`.",
            )
        if value.text == "<<" and not self.tricks:
            raise _stop(
                value.line, f"the {self.what} uses a merge key (`<<`)", "Write the fields out."
            )
        if value.text in owner.key_lines:
            first = owner.key_lines[value.text]
            self.findings.append(
                Finding(
                    path=self.path,
                    line=value.line,
                    code="duplicate-field",
                    message=f"the field `{value.text}` appears twice: "
                    f"on this line and on line {first}",
                    remedy="Keep the correct line and remove the other.",
                )
            )
        else:
            owner.key_lines[value.text] = value.line
        self.stack[-1] = (owner, value.text)


def is_blank(text: str) -> bool:
    """Return whether a file has nothing but empty lines and comments."""
    lines = (line.strip(" \t\ufeff") for line in text.splitlines())
    return all(not line or line.startswith("#") for line in lines)


def format_scalar(words: str) -> str:
    """Return one line of words as a YAML value.

    The words stay as they are if they read back the same; otherwise they get quotation
    marks.
    """
    root, findings = read(f"name: {words}\n", "")
    value = root.fields.get("name") if root and root.fields and not findings else None
    if words and value and value.text == words and "\n" not in words:
        return words
    escaped = (
        f"\\{c}" if c in '"\\' else c if c.isprintable() else f"\\U{ord(c):08x}" for c in words
    )
    return f'"{"".join(escaped)}"'


def did_you_mean(word: str, words: Iterable[str]) -> str:
    """Return ` Did you mean `review_year`?` for a word near one of `words`; else nothing."""
    import difflib

    near = difflib.get_close_matches(word.lower(), list(words), n=1, cutoff=0.6)
    return f" Did you mean `{near[0]}`?" if near else ""
