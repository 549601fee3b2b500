"""A policy beside the model of its kind: what is there, what is thin, what is missing; on Oakfield's two texts too."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from builders import TODAY, list_findings, load_library, make_sources, make_text

from policybook.analysis import law, model_policies
from policybook.analysis.model_policies import SectionState
from policybook.model import Nation, Version
from policybook.model.findings import Severity
from policybook.reading import library
from policybook.reading.files import layout
from policybook.reading.files.snapshot import read_sources

ROOT = Path(__file__).parents[2]
OAKFIELD = library.load(read_sources(ROOT)).library
PATH = "docs/policies/social-media/2025-09.md"


def results_by_name(
    version: Version, today: date = TODAY
) -> dict[str, model_policies.SectionResult]:
    model = model_policies.find_model(version)
    assert model
    return {
        look.wanted.name.split(":")[0].split(",")[0]: look
        for look in model_policies.compare_sections(
            version, model, law.full_register(OAKFIELD), today
        )
    }


def states(version: Version) -> dict[str, str]:
    return {name: str(look.state) for name, look in results_by_name(version).items()}


def oakfield(name: str) -> Version:
    return next(v for p in OAKFIELD.policies for v in p.versions if v.name == name)


def test_text_of_2023_has_gaps() -> None:
    """As it was given to the school, without the summaries that were written later."""
    assert states(replace(oakfield("2023-11"), summaries=())) == {
        "Purpose and scope": "present",
        "Principles for using social media at work": "present",
        "Personal use by staff": "present",
        "Pupils' use": "present",
        "Parents' and carers' use": "thin",
        "Key people": "missing",
        "Legal framework": "thin",
        "Related policies": "thin",
        "Official accounts": "missing",
        "Images and consent": "missing",
        "Filtering and monitoring": "missing",
        "Reporting and what happens next": "present",
        "Training": "thin",
        "Breaches and sanctions": "present",
        "Artificial intelligence": "missing",
        "Review date and version": "thin",
        "A version in pupils' language": "missing",
    }
    results = results_by_name(oakfield("2023-11"))
    assert results["Legal framework"].why == "it cites law or names that are out of date"
    assert results["Related policies"].why == "other policies are named, not linked"
    assert "no school year" in results["Review date and version"].why
    assert (
        results["A version in pupils' language"].state is SectionState.PRESENT
    )  # its summary for pupils


def test_text_of_2026_closes_gaps() -> None:
    """Its front matter names new sections; that the related policies are linked it does not say."""
    results = " ".join(oakfield("2026-12").facts.changes)
    for name in ("key people", "the law", "official accounts", "images and consent", "parents' and carers' use", "artificial intelligence",
                 "filtering and monitoring", "training", "breaches"):  # fmt: skip
        assert name in results
    assert {
        name: state for name, state in states(oakfield("2026-12")).items() if state != "present"
    } == {"Related policies": "thin"}


# ---------- the rule


def make_version(body: str, title: str = "Social media policy") -> Version:
    return load_library({PATH: make_text(body, title=title)}).policies[0].versions[0]


FIFTEEN = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"


@pytest.mark.parametrize(
    ("body", "state"),
    [
        ("## Rules\n\nBe kind.\n", "missing"),
        (f"## Training\n\n{FIFTEEN}.\n", "present"),
        (f"## Training\n\n{FIFTEEN.removesuffix(' fifteen')}.\n", "thin"),
        (f"## 7. STAFF TRAINING\n\n{FIFTEEN}.\n", "present"),
        (f"## Rules\n\n### Training\n\n{FIFTEEN}.\n", "present"),
        (f"## Rules\n\n### Training\n\nAsk.\n\n### Kindness\n\n{FIFTEEN}.\n", "thin"),
        (f"## Constraining\n\n{FIFTEEN}.\n", "missing"),
        ("## Rules\n\nStaff receive good training.\n", "thin"),
        ("## Rules\n\nStaff receive training.\n\nPupils are trained.\n", "thin"),
        (
            "## Rules\n\nStaff receive training.\n\nPupils are trained.\n\nSo are governors trained.\n",
            "present",
        ),
    ],
)
def test_present_thin_and_missing(body: str, state: str) -> None:
    assert states(make_version(body))["Training"] == state


@pytest.mark.parametrize(
    ("rest", "state"),
    [
        ("2024.", "thin"),
        ("2024/25.", "present"),
        ("the autumn.", "thin"),
        ("6 November 2026.", "present"),
        ("May, every year.", "present"),
    ],
)
def test_a_review_names_its_date(rest: str, state: str) -> None:
    body = f"## Review\n\nThe governing body looks at this policy with the staff and with parents, and this policy will be reviewed in {rest}\n"
    assert states(make_version(body))["Review date and version"] == state


def test_related_policies_are_linked() -> None:
    body = f"## Related policies\n\n{FIFTEEN}: the [Behaviour Policy](../behaviour/)."
    files = {
        PATH: make_text(body, title="Social media policy"),
        PATH.replace("social-media", "behaviour"): make_text(),
    }
    version = next(p for p in load_library(files).policies if p.name == "social-media").versions[0]
    assert states(version)["Related policies"] == "present"


def test_other_policy_has_no_model() -> None:
    assert (
        model_policies.find_model(make_version("## Rules\n\nBe kind.\n", title="Uniform"))
        is not None
    )  # by its folder
    files = {PATH.replace("social-media", "uniform"): make_text("## Rules\n\nBe kind.\n")}
    assert model_policies.find_model(load_library(files).policies[0].versions[0]) is None
    assert not [f for f in list_findings(make_sources(files)) if f.code == "gap"]


def test_only_missing_required_section_warns() -> None:
    findings = [
        f
        for f in list_findings(
            make_sources({PATH: make_text("## Training\n\nSoon.\n", title="Social media policy")})
        )
        if f.code == "gap"
    ]
    by_name = {f.message.split("”")[0].strip("“"): f.severity for f in findings}
    assert by_name["Images and consent"] is Severity.WARNING
    assert by_name["Filtering and monitoring"] is by_name["Training"] is Severity.NOTE


def test_models_name_their_source() -> None:
    assert len(model_policies.read_models()) == 9
    for model in model_policies.read_models():
        assert model.source and model.checked.date <= date(2026, 11, 29)
        assert len({wanted.name for wanted in model.sections}) == len(model.sections) >= 10
        assert any(wanted.required for wanted in model.sections)


@pytest.mark.parametrize(
    ("title", "model"),
    [
        ("Child Protection Policy", "Safeguarding and child protection policy"),
        ("Positive Behaviour Policy", "Behaviour policy"),
        ("Written Statement of Behaviour Principles", None),
        ("Attendance and Punctuality", "Attendance policy"),
        ("SEND Information Report", "Special educational needs policy or information report"),
        ("Complaints Procedure", "Complaints procedure"),
        ("Equality Objectives", "Equality policy"),
        ("Administration of Medicines", "Policy on pupils with medical conditions"),
        ("GDPR Policy", "Data protection policy"),
        ("Social Media and Online Safety", "Social media policy"),
        ("Uniform Policy", None),
    ],
)
def test_title_decides_the_model(title: str, model: str | None) -> None:
    version = load_library({PATH.replace("social-media", "some"): make_text(title=title)})
    chosen = model_policies.find_model(version.policies[0].versions[0], Nation.ENGLAND)
    assert (chosen and chosen.name) == model


@pytest.mark.parametrize("nation", [None, Nation.WALES, Nation.SCOTLAND])
def test_english_model_stays_in_england(nation: Nation | None) -> None:
    files = {PATH.replace("social-media", "attendance"): make_text(title="Attendance")}
    version = load_library(files).policies[0].versions[0]
    assert model_policies.find_model(version, nation) is None


def test_recalled_section_is_a_hint() -> None:
    path = PATH.replace("social-media", "attendance")
    files = {
        path: make_text("## Rules\n\nBe here.\n", title="Attendance"),
        layout.SCHOOL: "name: Hill View School\nnation: England\n",
    }
    gaps = {f.message: f.severity for f in list_findings(make_sources(files)) if f.code == "gap"}
    recalled = [level for message, level in gaps.items() if "(source not checked)" in message]
    assert recalled and set(recalled) == {Severity.NOTE}
    assert Severity.WARNING in gaps.values()
