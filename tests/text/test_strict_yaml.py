"""Test that values keep their text and their line, and that tricks of YAML are refused."""

import pytest
from builders import PATH
from hypothesis import given
from hypothesis import strategies as st

from policybook.text import strict_yaml
from policybook.text.strict_yaml import Value

BITS = st.sampled_from(
    [
        "a: ",
        "b: ",
        "\n",
        "  ",
        "- ",
        "[",
        "]",
        "{",
        "}",
        ",",
        "'",
        '"',
        "&x",
        "*x",
        "!t",
        "<<: ",
        "|",
        ">",
        "#",
        "?",
        "---",
        "...",
        "%",
        "@",
        "`",
        "\t",
        ":",
        "x",
    ]
)


def read(text: str) -> Value:
    root, findings = strict_yaml.read(text, PATH)
    assert root and not findings, findings
    return root


def fields(text: str) -> dict[str, Value]:
    mapping = read(text).fields
    assert mapping is not None
    return mapping


@pytest.mark.parametrize(
    "typed",
    [
        "2023-11",
        "2024/25",
        "1.10",
        "0o17",
        "1e3",
        "0x1f",
        "yes",
        "null",
        "~",
        "12:30:00",
        "=",
        "3_000",
        ".inf",
    ],
)
def test_nothing_is_converted(typed: str) -> None:
    assert fields(f"a: {typed}\n")["a"].text == typed


def test_values_know_their_lines() -> None:
    root, _ = strict_yaml.read(
        "a: 1\nb:\n  - x\n  - {y: z}\n\nc: >\n  one\n  two\n", PATH, first_line=2
    )
    assert root and root.fields
    assert root.key_lines == {"a": 2, "b": 3, "c": 7}
    b = root.fields["b"].items
    assert b and [item.line for item in b] == [4, 5]
    assert b[1].fields and b[1].fields["y"].text == "z"
    assert root.fields["c"].text == "one two\n"


def test_form_is_in_plain_words() -> None:
    values = fields("a: x\nb: []\nc: {}\n")
    assert [values[name].form for name in "abc"] == [
        "text",
        "a list",
        "a mapping (names with values)",
    ]


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("a: 1\nb: &x 2\n", 2, "anchor"),
        ("a: *x\n", 1, "anchor"),
        ("a: !!int 2\n", 1, "tag"),
        ("a: !secret x\n", 1, "tag"),
        ("a: 1\n<<: {b: 2}\n", 2, "merge key"),
        ("? [a]\n: 1\n", 1, "where a field's name is expected"),
        ("a: 1\n---\nb: 2\n", 2, "second document"),
        ("- a\n", 1, "a list"),
        ("words\n", 1, "but it is text"),
        ("# only a remark\n", 1, "empty"),
        ("a: [1, 2\nb: 3\n", 1, "not valid YAML"),
        ('a: "open\nb: 3\n', 1, "not valid YAML"),
        ("a: b: c\n", 1, "not valid YAML"),
        ("a:\n\tb: c\n", 2, "tab"),
        ("a: \x07\n", 1, "cannot be read"),
        ("a: " + "[" * 30 + "]" * 30 + "\n", 1, "nested too deep"),
    ],
)
def test_bad_yaml_is_refused(text: str, line: int, words: str) -> None:
    root, findings = strict_yaml.read(text, PATH)
    assert root is None
    assert words in findings[-1].message
    assert (findings[-1].line, findings[-1].code) == (line, "yaml")


def test_duplicate_field_keeps_first_value() -> None:
    root, findings = strict_yaml.read("a: 1\nb: 2\na: 3\n", PATH)
    assert root and root.fields and root.fields["a"].text == "1"
    assert [(f.line, f.code) for f in findings] == [(3, "duplicate-field")]


def test_tricks_in_settings_are_ignored() -> None:
    text = "a: !ENV [X, y]\nb: &b {c: !!python/name:os.system }\nd: *b\n<<: *b\n"
    root, findings = strict_yaml.read(text, PATH, tricks=True)
    assert root and root.fields and not findings
    assert root.fields["d"].text == ""


def test_alias_bomb_is_refused_at_once() -> None:
    bomb = "a0: &a0 [x]\n" + "".join(
        f"a{i}: &a{i} [{','.join([f'*a{i - 1}'] * 10)}]\n" for i in range(1, 10)
    )
    root, findings = strict_yaml.read(bomb, PATH)
    assert root is None and findings[0].line == 1
    assert strict_yaml.read(bomb, PATH, tricks=True)[0]


@given(st.text(st.characters()) | st.lists(BITS, max_size=30).map("".join))
def test_nothing_makes_it_raise(text: str) -> None:
    for tricks in (False, True):
        root, findings = strict_yaml.read(text, PATH, first_line=2, tricks=tricks)
        assert root is not None or findings
        assert all(2 <= f.line <= text.count("\n") + 2 for f in findings), findings


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"])).map(str.strip))
def test_written_value_reads_back(words: str) -> None:
    line = strict_yaml.format_scalar(words)
    assert "\n" not in line
    assert fields(f"a: {line}\n")["a"].text == words


@pytest.mark.parametrize(
    ("words", "line"),
    [
        ("Governing Body", "Governing Body"),
        ("2025-09-15", "2025-09-15"),
        ("Head: acting", '"Head: acting"'),
        ('the "Board"', 'the "Board"'),
        ("# 12", '"# 12"'),
        ("[x]", '"[x]"'),
        ("", '""'),
        ("a\nstatus: withdrawn", '"a\\U0000000astatus: withdrawn"'),
    ],
)
def test_only_some_values_are_quoted(words: str, line: str) -> None:
    assert strict_yaml.format_scalar(words) == line


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", True),
        ("\n  \n", True),
        ("# a\n  # b\r\n", True),
        ("\ufeff# a\n", True),
        ("a: 1 # b\n", False),
        ("---\n", False),
        ("# a\nb", False),
    ],
)
def test_comments_are_blank(text: str, expected: bool) -> None:
    assert strict_yaml.is_blank(text) is expected


@pytest.mark.parametrize(
    "line", ["title: 'Trips", 'title: "The Big" Trips', "title: - trips", "title: !!!", "title: &T"]
)
def test_fault_names_its_field(line: str) -> None:
    _, (finding,) = strict_yaml.read(f"owner: Head\n{line}\nstatus: draft", "a.md")
    assert (finding.line, "`title`" in finding.message) == (2, True)
