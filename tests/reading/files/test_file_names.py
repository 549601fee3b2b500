"""Names of files that cannot be published."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policybook.reading.files import file_names, layout

GOOD = [
    "behaviour/2025-09",
    "behaviour/1.10",
    "a/1",
    "send-and-inclusion/2025-09-b",
    "a2/v2",
    f"{'a' * 60}/{'b' * 60}",
]

BAD = {
    "Behaviour/2025-09": "only: behaviour",
    "beha viour/2025-09": "cannot be an address",
    "behaviour_2/2025-09": "cannot be an address",
    "-behaviour/2025-09": "cannot be an address",
    "behaviour./2025-09": "cannot be an address",
    "behavi\u00f6r/2025-09": "cannot be an address",
    "behaviour/2025 09": "cannot be an address",
    "behaviour/2025--09": "cannot be an address",
    "behaviour/.2025": "cannot be an address",
    "behaviour/": "cannot be an address",
    "behaviour/a..b": "cannot be an address",
    "behaviour/%2e%2e": "cannot be an address",
    "behaviour/2025:09": "cannot be an address",
    "beha\u200bviour/2025-09": "U+200B",
    "behaviour/2025\u202e90": "U+202E",
    "behaviour/2025\udcff": "U+DCFF",
    "behaviour/2025\n09": "U+000A",
    "aux/2025-09": "reserved by Windows",
    "behaviour/con": "reserved by Windows",
    "behaviour/lpt1.2": "reserved by Windows",
    "NUL/2025-09": "reserved by Windows",
    f"{'a' * 61}/2025-09": "too long (61",
    f"behaviour/{'b' * 120}": "too long (120",
    "behaviour/print": "is reserved",
    "behaviour/changes": "is reserved",
    "behaviour/parents": "is reserved",
    "behaviour/index": "is reserved",
    "behaviour/pictures": "is reserved",
}


@pytest.mark.parametrize("name", GOOD)
def test_good_names_pass(name: str) -> None:
    assert list(file_names.find_name_faults([f"{layout.POLICIES}{name}.md"])) == []


@pytest.mark.parametrize("name", BAD)
def test_bad_names_are_reported(name: str) -> None:
    (fault,) = file_names.find_name_faults([f"{layout.POLICIES}{name}.md"])
    assert fault.code in ("name", "name-clash")
    assert BAD[name] in f"{fault.message} {fault.remedy}"


@pytest.mark.parametrize(
    "pair",
    [
        ("Behaviour/1.md", "behaviour/2.md"),
        ("stra\u00dfe/1.md", "strasse/2.md"),
        ("e\u0301t\u00e9/1.md", "\u00e9t\u00e9/2.md"),
        ("a/Plan.png", "a/plan.PNG"),
    ],
)
def test_names_differing_by_case_clash(pair: tuple[str, str]) -> None:
    assert any(
        "takes them as the same name" in f.message
        for f in file_names.find_name_faults(layout.POLICIES + p for p in pair)
    )


def test_bad_folder_is_reported_once() -> None:
    paths = [f"{layout.POLICIES}Behaviour/{n}.md" for n in ("1", "2", "2.parents")]
    assert len(list(file_names.find_name_faults(paths))) == 1


@pytest.mark.parametrize(
    ("language", "sound"),
    [
        ("pl", True),
        ("zh-Hant", True),
        ("PL", True),
        ("polski", False),
        ("p", False),
        ("pl.x", False),
        ("print", False),
    ],
)
def test_summary_names_its_language(language: str, sound: bool) -> None:
    findings = list(file_names.find_name_faults([f"{layout.POLICIES}a/1.parents.{language}.md"]))
    assert (findings == []) is sound


NAME = st.text(st.sampled_from("01289.-ab"), min_size=1, max_size=8)


@given(NAME, NAME)
def test_versions_with_same_number_clash(item: str, other: str) -> None:
    paths = [f"{layout.POLICIES}a/{name}.md" for name in (item, other)]
    same = item != other and layout.sort_key(item) == layout.sort_key(other)
    assert (
        any("same place in the order" in f.message for f in file_names.find_name_faults(paths))
        is same
    )


@given(st.text(st.characters()), st.text(st.characters()))
def test_no_name_makes_it_raise(item: str, other: str) -> None:
    paths = [
        item,
        layout.POLICIES + item,
        f"{layout.POLICIES}{item}/{other}.md",
        f"{layout.POLICIES}{item}/{other}.png",
    ]
    list(file_names.find_name_faults(paths))
    sorted((item, other, "9" * 6000, "1.9"), key=layout.sort_key)


@pytest.mark.parametrize(
    ("page", "taken"),
    [
        ("docs/review.md", True),
        ("docs/Review.md", True),
        ("docs/review/index.md", True),
        ("docs/policies.md", True),
        ("docs/search.md", True),
        ("docs/404.md", True),
        ("docs/index.md", False),
        ("docs/help/review.md", False),
        ("docs/reviews.md", False),
    ],
)
def test_pages_keep_off_reserved_addresses(page: str, taken: bool) -> None:
    assert bool(list(file_names.find_page_faults([page]))) is taken


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("docs/about.md", ""),
        ("docs/Über uns.md", ""),  # capitals, spaces and other letters are allowed
        ("docs/readme.md", "the site's home page"),
        ("docs/con.md", "not possible on Windows"),
        ("docs/a:b.md", "not possible on Windows"),
        ("docs/a\u200b.md", "U+200B"),
        (f"docs/{'a' * 120}.md", ""),
        (f"docs/{'a' * 121}.md", "too long (121"),
    ],
)
def test_bad_pages_are_reported(page: str, words: str) -> None:
    messages = [fault.message for fault in file_names.find_page_faults([page])]
    assert len(messages) == bool(words)
    assert words in "".join(messages)


def test_pages_of_one_address_clash() -> None:
    (fault,) = file_names.find_page_faults(["docs/a.md", "docs/A/index.md", "docs/b.md"])
    assert (fault.path, fault.code) == ("docs/a.md", "name")
    assert "docs/A/index.md" in fault.message


@pytest.mark.parametrize(
    ("name", "what", "words"),
    [
        ("behaviour", "policy", ""),
        ("1.10", "version", ""),
        ("1.10", "policy", "such as 1-10."),
        ("Attendance Policy", "policy", "such as attendance-policy."),
        ("!!", "policy", "such as behaviour."),
        ("con", "policy", "such as behaviour."),
        ("a" * 60, "policy", ""),
        ("a" * 61, "policy", "too long or taken"),
        ("2025-13", "version", "such as 2026-09."),
        ("print", "version", "too long or taken"),
    ],
)
def test_typed_name_gets_a_suggestion(name: str, what: str, words: str) -> None:
    fault = file_names.name_fault(name, what)
    assert bool(fault) is bool(words)
    assert words in fault


@pytest.mark.parametrize(
    ("name", "better"),
    [
        ("Visits Policy Jan 2027", "2027-01"),
        ("Visits september 2026 v2", "2026-09"),
        ("2026 Sept", "2026-09"),
        ("Marking 2026", "marking-2026"),
        ("Mayfield 2026", "mayfield-2026"),
    ],
)
def test_month_in_words_becomes_the_name(name: str, better: str) -> None:
    (fault,) = file_names.find_name_faults([f"docs/policies/visits/{name}.md"])
    assert fault.remedy.endswith(f"only: {better}.")
