"""Settings files of other builders: which of them would publish drafts and settings."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policybook.reading.files import builder_files
from policybook.text import strict_yaml

GOOD = [
    "/policies/",
    "policies/",
    "policies",
    "/policies/**",
    "**/policies/",
    "*.tmp\n/policies/\n",
    "!.assets\n/policies/",  # what is taken back comes first
]
BAD = [
    "",
    "/policies/*.md",  # the record and the settings would be published
    "/policy/",
    "# /policies/",
    "/policies/\n!/policies/behaviour/",
    "/policies/\n!*.yml",
]


@pytest.mark.parametrize("patterns", GOOD)
def test_whole_folder_is_private(patterns: str) -> None:
    assert builder_files.keeps_policies_private(patterns)


@pytest.mark.parametrize("patterns", BAD)
def test_part_of_folder_is_open(patterns: str) -> None:
    assert not builder_files.keeps_policies_private(patterns)


@pytest.mark.parametrize("path", builder_files.PATHS)
def test_each_builders_file_is_read(path: str) -> None:
    is_toml = path in builder_files.TOML_FILES
    start = '[project]\nsite_name = "x"\n' if is_toml else "site_name: x\n"
    line = f'exclude_docs = "{builder_files.PATTERN}"\n' if is_toml else builder_files.LINE
    (finding,) = builder_files.find_open_folders({path: start.encode()})
    assert (finding.path, finding.code) == (path, "exclude-docs")
    assert finding.remedy.rstrip().endswith(line.rstrip())
    assert [*builder_files.find_open_folders({path: (start + line).encode()})] == []


@pytest.mark.parametrize("text", ["", "\n", "# only a comment\n", "a: [x\n"])
def test_files_without_settings_pass(text: str) -> None:
    files = {path: text.encode() for path in builder_files.YAML_FILES}
    assert [*builder_files.find_open_folders(files)] == []


LINED = [
    "site_name: x\n",
    "site_name: x",
    "site_name: x\r\ntheme:\r\n  name: material\r\n",
    "\ufeffsite_name: x\n",
    "site_name: !ENV [NAME, x]\nplugins: !!python/name:x\n",
    "copyright: |\n  exclude_docs: /policies/\n",  # words, not a setting
]


@pytest.mark.parametrize("text", LINED)
def test_added_line_is_a_setting(text: str) -> None:
    new = builder_files.add_line(text)
    assert new is not None
    assert new.startswith(text.rstrip())
    assert ("\r\n" in text) == ("\r\n" in new) and "\n" not in new.replace("\r\n", "") * (
        "\r" in new
    )
    assert [*builder_files.find_open_folders({"mkdocs.yml": new.encode()})] == []


@pytest.mark.parametrize("text", ["{site_name: x}\n", "site_name: x\n...\n", "- x\n", "a: [x\n"])
def test_unproved_line_is_not_added(text: str) -> None:
    assert builder_files.add_line(text) is None


@given(st.text())
def test_added_line_changes_nothing_else(text: str) -> None:
    text = f"site_name: x\n{text}"
    new = builder_files.add_line(text)
    if new is not None:
        before, after = (strict_yaml.read(words, "", tricks=True)[0] for words in (text, new))
        assert before and after and before.fields is not None and after.fields is not None
        assert {**after.fields, "exclude_docs": None} == {**before.fields, "exclude_docs": None}
