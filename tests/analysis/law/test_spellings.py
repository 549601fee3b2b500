"""The ways in which people spell a name of the register."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policybook.analysis.law.passages import unify_signs
from policybook.analysis.law.row_index import read_words, spell

ACT = "Data Protection Act 1998"
RACE = "Race Relations (Amendment) Act 2000"
REGISTER = "Education (Pupil Registration) (England) Regulations 2006"
BOARD = "Local Safeguarding Children's Board"


def find(name: str, text: str, exact: bool = False) -> str:
    """The words of `text` that are a spelling of `name`; or nothing."""
    text = unify_signs(text)
    for form in spell(name, exact):
        hit = re.search(rf"(?<!\w){form.pattern}(?!\w)", text)
        if hit and form.words <= read_words(text):
            return hit[0]
    return ""


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (ACT, "Data Protection Act 1998"),
        (ACT, "Data Protection Act (1998)"),
        (ACT, "Data Protection Act, 1998"),
        (ACT, "Data Protection Act of 1998"),
        (ACT, "Data Protection Act (DPA) 1998"),
        (ACT, "1998 Data Protection Act"),
        (ACT, "DATA PROTECTION ACT 1998"),
        (ACT, "data-protection act 1998"),
        ("DPA 1998", "DPA98"),
        ("DPA 1998", "DPA 98"),
        ("Disability Discrimination Act 2005", "Disability Discrimination Acts 1995 and 2005"),
        ("Disability Discrimination Act 1995", "1995/2005 Disability Discrimination Act"),
        (RACE, "Race Relations(Amendment)Act 2000"),
        (RACE, "Race Relations Amendment Act 2000"),
        (REGISTER, "Education (Pupil Registration) Regulations 2006"),
        (REGISTER, "Education (Pupil Registration) (England) Regs 2006"),
        (BOARD, "Local Safeguarding Children’s Board"),
        (BOARD, "Local Safeguarding Childrens Boards"),
        ("LSCB", "LSCBs"),
        ("NQT", "NQT’s"),
        ("peer-on-peer abuse", "Peer on peer abuse"),
        ("Education and Skills Funding Agency", "Education & Skills Funding Agency"),
        ("School Admission Appeals Code 2012", "School Admissions Appeals Code 2012"),
        (
            "Sexting in Schools and Colleges: responding",
            "Sexting in schools & colleges – responding",
        ),
        (
            "Searching, screening and confiscation 2018",
            "Searching, screening and confiscation: advice for schools (2018)",
        ),
        (
            "Searching, screening and confiscation 2018",
            "Searching, screening and confiscation, advice for stages 3 and 4 (2018)",
        ),
        ("fee of £10 … request", "fee of £10 for a request"),
    ],
)
def test_spelling_of_a_name_is_found(name: str, text: str) -> None:
    assert find(name, f"See the {text} here.") == unify_signs(text)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (ACT, "Data Protection Act 2018"),
        (ACT, "Data Protection Acts of the past"),
        (REGISTER, "Education (Pupil Registration) (Wales) Regulations 2006"),
        ("CRB", "the crb of it"),
        ("LEA", "LEAF"),
        ("fee of £10 … request", "fee of £10. A request"),
    ],
)
def test_other_words_are_no_spelling(name: str, text: str) -> None:
    assert find(name, text) == ""


@pytest.mark.parametrize(
    ("text", "found"),
    [("at School Action", "School Action"), ("a school action", ""), ("School Actions", "")],
)
def test_exact_name_keeps_its_capitals(text: str, found: str) -> None:
    assert find("School Action", text, exact=True) == found


@given(st.text(alphabet="abAB 1998()&’'-:…£", min_size=1, max_size=40))
def test_any_name_gives_valid_patterns(name: str) -> None:
    if read_words(name.replace("and", "")) - {"and", "&"}:
        for form in spell(name):
            assert re.compile(form.pattern) and form.key in form.words
