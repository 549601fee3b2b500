"""A translation and its original: which statements moved on."""

from builders import load_library, make_text

from policybook.analysis import stale_summaries
from policybook.model import Policy, Summary, Version
from policybook.site.render.link_targets import direction
from policybook.text import languages

FOLDER = "docs/policies/behaviour/"
BODY = "## Rules\n\nHand your phone in before lessons.\n\nBe kind to everyone at all times.\n"
OLD = "- Hand your phone in. [1.1]\n- Be kind. [1.2]\n"


def state_of(
    new: str, translated: str, language: str = "pl"
) -> tuple[dict[int, str], dict[int, int], list[str]]:
    """What is behind, by place; what belongs to what; what is missing."""
    files = {
        f"{FOLDER}2025-08.md": make_text(BODY), f"{FOLDER}2025-08.parents.md": OLD,
        f"{FOLDER}2025-09.md": make_text(BODY, changes="x"), f"{FOLDER}2025-09.parents.md": new,
        f"{FOLDER}2025-09.parents.{language}.md": translated,
    }  # fmt: skip
    policy: Policy = load_library(files).policies[0]
    version: Version = policy.versions[1]
    (summary,) = [s for s in version.summaries if s.language]
    state = stale_summaries.compare_translation(policy, version, summary)
    assert state
    return (
        {place: str(why) for place, why in state.behind.items()},
        state.pairs,
        [s.text for s in state.missing],
    )


PL = "---\nreviewed: {}\n---\n- Oddaj telefon. [1.1]\n- Bądź miły. [1.2]\n"


def test_nothing_moved_on() -> None:
    assert state_of(OLD, PL.format("2025-08")) == ({}, {0: 0, 1: 1}, [])
    assert state_of(OLD, PL.format("2025-09")) == ({}, {0: 0, 1: 1}, [])
    assert state_of(OLD, PL.partition("---\n")[2].partition("---\n")[2]) == ({}, {0: 0, 1: 1}, [])


def test_reworded_original_is_changed() -> None:
    new = "- Hand your phone in at the gate. [1.1]\n- Be kind. [1.2]\n"
    assert state_of(new, PL.format("2025-08"))[0] == {0: "changed"}
    assert state_of(new, PL.format("2025-09"))[0] == {}


def test_citations_pair_statements() -> None:
    turned = "- Be kind. [1.2]\n- Hand your phone in. [1.1]\n"
    assert state_of(turned, PL.format("2025-08")) == ({}, {0: 1, 1: 0}, [])


def test_unequal_counts_are_unpaired() -> None:
    new = "- Hand your phone in. [1.1]\n- Be kind. [1.2]\n- Say thank you. [1.2]\n"
    assert state_of(new, PL.format("2025-09"))[0] == {1: "unpaired"}


def test_statements_without_counterpart() -> None:
    behind, _, missing = state_of(
        "- Hand your phone in. [1.1]\n- Be good. [1.1] [1.2]\n", PL.format("2025-09")
    )
    assert (behind, missing) == ({1: "gone"}, ["Be good."])


def test_an_original_is_no_translation() -> None:
    policy = load_library(
        {f"{FOLDER}2025-08.md": make_text(BODY), f"{FOLDER}2025-08.parents.md": OLD}
    ).policies[0]
    summary: Summary = policy.versions[0].summaries[0]
    assert stale_summaries.compare_translation(policy, policy.versions[0], summary) is None


def test_names_and_directions_of_languages() -> None:
    tags = ("cy", "pl", "ur", "en-GB", "tlh-x")
    names = ["Cymraeg", "polski", "اردو", "English", "tlh-x"]
    assert [languages.native_name(tag) for tag in tags] == names
    assert [languages.english_name(tag) for tag in ("cy", "pl", "ur")] == [
        "Welsh",
        "Polish",
        "Urdu",
    ]
    assert [direction(tag) for tag in ("cy", "pl", "ur", "pa-Arab", "ur-Latn", "en-GB")] == ["ltr", "ltr", "rtl", "rtl", "ltr", "ltr"]  # fmt: skip
