"""Test that faults of YAML are explained at the right line."""

import pytest
import yaml

from policybook.text.yaml_errors import explain_yaml_error


def explain(text: str, what: str = "front matter") -> tuple[int, str, str]:
    with pytest.raises(yaml.YAMLError) as caught:
        list(yaml.parse(text, Loader=yaml.SafeLoader))
    finding = explain_yaml_error(caught.value, text, "a.md", 2, what)
    assert finding.code == "yaml"
    return finding.line, finding.message, finding.remedy


@pytest.mark.parametrize(
    ("text", "line", "message", "remedy"),
    [
        ("a: 1\nb:\n\tc: d\n", 4, "a tab", "Use spaces"),
        ("title: Head: acting\n", 2, "a colon", '`title: "Head: acting"`'),
        ("title:x\nowner: b\n", 2, "no space after `title:`", "Write `title: `"),
        ("a: 1\n b: 2\n", 3, "spaces before the name", "Remove the spaces: `b: 2`"),
        # PyYAML notices the bracket at the end of the text
        ("a: [1, 2\nb: 3\n", 2, "not valid YAML", "missing bracket"),
    ],
)
def test_likely_mistake(text: str, line: int, message: str, remedy: str) -> None:
    explanation = explain(text)
    assert explanation[0] == line
    assert message in explanation[1]
    assert remedy in explanation[2]


def test_settings_lists_need_colons() -> None:
    _, message, _ = explain("a:\n  - role head\n    phone: 1\n", "file")
    assert "no colon after `role`" in message


@pytest.mark.parametrize(
    "line",
    ['title: The "Big" Policy: part 2', 'title: It\'s "so": yes', "owner: *Trips*", "owner: @head"],
)
def test_remedy_is_valid_yaml(line: str) -> None:
    _, _, remedy = explain(f"{line}\n")
    better = remedy.split("`", 1)[1].rsplit("`", 1)[0]
    name, _, words = line.partition(": ")
    assert yaml.safe_load(better) == {name: words}


def test_remark_in_a_list_is_named() -> None:
    _, message, remedy = explain("applies_to: [staff, pupils #and parents]\n")
    assert "`applies_to` contains “ #”" in message and "Delete the sign #" in remedy


@pytest.mark.parametrize(
    ("line", "cause"),
    [
        ("title:\u00a0Trips", "no ordinary space after `title:`"),
        ("title：Trips", "no ordinary colon and space after `title:`"),
        ("title Trips", "no colon after `title`"),
    ],
)
def test_fault_is_on_the_line_above(line: str, cause: str) -> None:
    number, message, remedy = explain(f"{line}\nstatus: draft\n")
    assert (number, remedy) == (2, "Write `title: ` and then its value.")
    assert cause in message
