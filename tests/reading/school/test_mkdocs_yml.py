"""`mkdocs.yml`: its two settings that count here, and what is passed over."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policybook.model.findings import Severity
from policybook.reading.school import mkdocs_yml
from policybook.reading.school.mkdocs_yml import HostSettings


@pytest.mark.parametrize("words", [None, "", "\n"])
def test_settings_are_optional(words: str | None) -> None:
    assert mkdocs_yml.read(words) == (HostSettings(), ())


def test_name_and_address_are_read() -> None:
    findings = mkdocs_yml.read(
        "site_name: Hill View\nsite_url: http://localhost:8000/site/\nnav: [index.md]\n"
    )
    assert findings == (HostSettings(name="Hill View", url="http://localhost:8000/site/"), ())


@pytest.mark.parametrize(
    "host", ["policies.school.example", "example.org", "www.example.com", "x.test", "example"]
)
def test_example_address_is_a_warning(host: str) -> None:
    findings, (fault,) = mkdocs_yml.read(f"site_name: x\nsite_url: https://{host}/\n")
    assert findings.url == f"https://{host}/"
    assert (fault.line, fault.code, fault.severity) == (2, "setting", Severity.WARNING)


@pytest.mark.parametrize("host", ["localhost", "counterexample.org", "example.sch.uk", "test.net"])
def test_other_addresses_give_no_warning(host: str) -> None:
    assert mkdocs_yml.read(f"site_url: https://{host}/\n") == (
        HostSettings(url=f"https://{host}/"),
        (),
    )


@pytest.mark.parametrize(
    "url", ["http://localhost:8000/", "https://school.example", "https://sch\u00f6ol.example/"]
)
def test_good_addresses_pass(url: str) -> None:
    assert mkdocs_yml.read(f"site_url: {url}\n")[0].url == url


@pytest.mark.parametrize(
    "url",
    [
        "school.example",
        "//school.example/",
        "https://",
        "ftp://x.example/",
        "javascript:alert(1)",
        "https://[x/",
        "'https://x y/'",
        "'https://x.example/\"><script>'",
    ],
)
def test_bad_addresses_are_refused(url: str) -> None:
    findings, (fault,) = mkdocs_yml.read(f"site_name: x\nsite_url: {url}\n")
    assert findings.url == ""
    assert (fault.path, fault.line, fault.code, fault.severity) == (
        "mkdocs.yml",
        2,
        "setting",
        Severity.ERROR,
    )


@pytest.mark.parametrize(
    "name", ["hooks", "extra_css", "extra_javascript", "extra_templates", "INHERIT"]
)
def test_unused_settings_are_reported(name: str) -> None:
    _, (fault,) = mkdocs_yml.read(f"site_name: x\n{name}: [x.py]\n")
    assert (fault.line, fault.severity) == (2, Severity.WARNING)
    assert name in fault.message


def test_mkdocs_tags_are_ignored() -> None:
    words = "site_name: !ENV [NAME, x]\nplugins:\n  - x: !!python/object/apply:os.system [exit]\nsite_url: !ENV URL\n"
    findings, faults = mkdocs_yml.read(words)
    assert findings.name == ""
    assert [f.line for f in faults] == [3, 4]  # a plugin that is not run; an address that is none


@pytest.mark.parametrize(
    ("words", "line"), [("site_name: [x\n", 1), ("a: 1\n\tb: 2\n", 2), ("- x\n", 1)]
)
def test_unreadable_settings_are_reported(words: str, line: int) -> None:
    findings, (fault,) = mkdocs_yml.read(words)
    assert findings == HostSettings()
    assert (fault.path, fault.line, fault.code) == ("mkdocs.yml", line, "yaml")


@given(st.text(st.characters()))
def test_nothing_makes_it_raise(words: str) -> None:
    mkdocs_yml.read(words)
    mkdocs_yml.read(f"site_url: {words}\n")
