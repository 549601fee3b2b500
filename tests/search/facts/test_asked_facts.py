"""Which queries ask for a fact of a policy, and of which policy."""

import pytest
from builders import load_library, make_approved_text

from policybook.model import Library
from policybook.search import facts
from policybook.search.facts import FactFinder, sheet_on
from policybook.search.facts.school_questions import MOST_NAMED

from ..conftest import TODAY

#: A query, and the policy and the fact for which it asks.
ASKED = [
    ("Who approved the behaviour policy?", "behaviour approved"),
    ("who signed off the data protection policy", "data-protection approved"),
    ("when was the complaints policy approved", "complaints approved"),
    ("Can you tell me who approved the anti-bullying policy please", "behaviour approved"),
    ("did the governors approve the complaints policy", "complaints approved"),
    ("when is the complaints policy reviewed", "complaints reviewed"),
    ("When’s the next review of the complaints policy", "complaints reviewed"),
    ("complaints policy review date", "complaints reviewed"),
    ("how often is the complaints policy reviewed", "complaints reviewed"),
    ("is the behaviour policy overdue for review", "behaviour reviewed"),
    ("when did the mobile phones policy start", "mobile-phones started"),
    ("when was the behaviour policy last updated", "behaviour started"),
    ("is the photographs policy still in force", "photographs standing"),
    ("which version of the complaints policy is current", "complaints standing"),
    ("who owns the behaviour policy", "behaviour owner"),
    ("who do I ask about the phones policy", "mobile-phones owner"),
    ("who is responsible for the data-protection policy", "data-protection owner"),
    ("how many versions of the behaviour policy are there", "behaviour versions"),
    ("old versions of the behaviour policy", "behaviour versions"),
    ("what changed in the behaviour policy", "behaviour changes"),
    ("what's new in the complaints policy", "complaints changes"),
    ("has the behaviour policy changed", "behaviour changes"),
    ("who gave approval for the complaints policy", "complaints approved"),
    ("when does the photographs policy expire", "photographs reviewed"),
    ("when did you bring in the mobile phones policy", "mobile-phones started"),
    ("has the complaints policy been withdrawn", "complaints standing"),
    ("who deals with the complaints policy", "complaints owner"),
    ("where can i find older versions of the behaviour policy", "behaviour versions"),
    ("summary of changes to the behaviour policy", "behaviour changes"),
    ("which governors approved the data protection policy", "data-protection approved"),
    ("was the complaints policy ever approved", "complaints approved"),
    ("when's the behaviour policy up for review", "behaviour reviewed"),
    ("what's the review date for the complaints policy", "complaints reviewed"),
    ("is the photographs policy out of date", "photographs reviewed"),
    ("how old is the complaints policy", "complaints started"),
    ("does the complaints policy still apply", "complaints standing"),
    ("is there a newer version of the complaints policy", "complaints versions"),
    ("show me the old complaints policy", "complaints versions"),
    ("what did the governors change in the behaviour policy", "behaviour changes"),
    ("why was the photographs policy withdrawn", "photographs standing"),
    ("when did the governors withdraw the photographs policy", "photographs standing"),
    ("until when can I comment on the complaints policy", "complaints comments"),
    ("where do I send comments on the new complaints policy", "complaints comments"),
    ("is the complaints policy out for consultation", "complaints comments"),
    ("what is the deadline for feedback on the complaints policy", "complaints comments"),
    ("who does the mobile phones policy apply to", "mobile-phones readers"),
    ("does the behaviour policy apply to parents", "behaviour readers"),
    ("who is covered by the data protection policy", "data-protection readers"),
    ("are volunteers bound by the behaviour policy", "behaviour readers"),
    ("difference between the old and new behaviour policy", "behaviour changes"),
]
#: A query about all policies, or about one that it does not name, and its topic.
ASKED_OF_ALL = [
    ("Which policies are overdue?", "overdue"),
    ("any policies overdue for review", "overdue"),
    ("overdue", "overdue"),
    ("what policies are out of date", "overdue"),
    ("is anything overdue", "overdue"),
    ("which policies are due for review", "due"),
    ("when do you review policies", "due"),
    ("when is the next review", "due"),
    ("review date", "due"),
    ("review calendar", "due"),
    ("which policies are open for comment", "comments"),
    ("comments deadline", "comments"),
    ("is anything open for comment", "comments"),
    ("until when can I comment", "comments"),
    ("current consultations", "comments"),
    ("what must I decide at the meeting", "decide"),
    ("what do governors approve at the next meeting", "decide"),
    ("papers for the governors meeting", "decide"),
    ("proposed policies", "decide"),
    ("what's new in your policies", "changed"),
    ("which policies have changed this year", "changed"),
    ("latest changes", "changed"),
    ("what is new", "changed"),
    ("what’s new here?", "changed"),
    ("which policies were withdrawn", "withdrawn"),
    ("list of all policies", "list"),
    ("what policies do you have", "list"),
    ("how many policies are there", "list"),
    ("Who do I ring?", "people"),
    ("phone number of the office", "people"),
    ("how do I contact the school", "people"),
    ("who can i talk to", "people"),
    ("when was this approved, and by whom?", "which"),
    ("who approved the policy", "which"),
]
#: Queries that name no policy of the school, name two, or ask for a rule.
NOT_ASKED = [
    "who approved the uniform policy",
    "who approved complaints",
    "who do i ask about complaints",
    "who approves school trips",
    "when is my complaint reviewed",
    "who approved the trip to the zoo in the behaviour policy",
    "what changed at school this week",
    "is my phone still in use",
    "what is the behaviour policy",
    "behaviour policy",
    "when does school start",
    "who do i talk to about bullying",
    "what are the changes to the phone rules",
    "who approved",
    "who does it apply to",
    "where do I send a complaint",
    "does this apply to parents",
    "why was my phone withdrawn",
    "who wrote the behaviour policy",
    "who approves a photograph",
    "does the behaviour policy apply on trips",
    "can i see the complaints policy",
    "what does the complaints policy say about photos",
    "how old do you have to be for the phone policy",
    "can I have my phone number changed",
    "may a pupil comment on a post",
    "which pupils are overdue for a reward",
    "who decides on the meeting room",
    "do i need to contact the office about a nosebleed",
    "what happens at a review of my behaviour plan",
    "who do i contact about a lost coat",
    "what is the latest time for pick up",
    "",
]


def name_fact(finder: FactFinder, query: str) -> str:
    fact = finder.find(query)
    return f"{fact.policy} {fact.kind}" if fact else ""


@pytest.mark.parametrize(("query", "expected"), ASKED)
def test_query_asks_for_a_fact(finder: FactFinder, query: str, expected: str) -> None:
    assert name_fact(finder, query) == expected


@pytest.mark.parametrize("query", NOT_ASKED)
def test_other_queries_ask_for_none(finder: FactFinder, query: str) -> None:
    assert name_fact(finder, query) == ""


@pytest.mark.parametrize(("query", "topic"), ASKED_OF_ALL)
def test_query_asks_about_all_policies(finder: FactFinder, query: str, topic: str) -> None:
    assert name_fact(finder, query) == f" {topic}"


def list_lines(finder: FactFinder, query: str) -> tuple[str, ...]:
    fact = finder.find(query)
    assert fact
    return fact.lines


def test_answer_names_each_such_policy(finder: FactFinder) -> None:
    late = "Complaints Policy: Review overdue since 1 September 2026."
    assert list_lines(finder, "which policies are overdue") == (late,)
    assert list_lines(finder, "which policies are due for review")[0] == late
    (comments,) = list_lines(finder, "current consultations")
    assert comments.startswith("Complaints Policy: Send comments by 15 January 2027")
    (proposed,) = list_lines(finder, "proposed policies")
    assert proposed.startswith("Complaints Policy: December 2026: Proposed text.")
    first, *_ = list_lines(finder, "latest changes")
    assert first.startswith("Mobile Phones and Personal Devices Policy: In force since 10 March")
    (withdrawn,) = list_lines(finder, "withdrawn policies")
    assert withdrawn.startswith("Photographs at School Events Policy: Withdrawn on 10 March 2026")


def test_answer_names_people_of_the_school(sample: Library, finder: FactFinder) -> None:
    people = facts.list_people(sample)
    assert list_lines(finder, "who do I ring") == people
    assert people[0].startswith("Designated Safeguarding Lead: 01632 960001")


def test_answer_without_policies_says_so() -> None:
    finder = make_finder(load_titles("Behaviour Policy"))
    assert list_lines(finder, "current consultations") == (
        "No text is open for comment at the moment.",
    )
    lines = ("Ask the school office.", "In danger now? Ring 999.")
    assert list_lines(finder, "who do I ring") == lines


def test_long_answer_names_the_first_only() -> None:
    finder = make_finder(load_titles(*(f"Matter {number} Policy" for number in range(11))))
    lines = list_lines(finder, "all policies")
    assert len(lines) == MOST_NAMED + 1 and lines[-1] == "And 3 more."


def make_finder(library: Library) -> FactFinder:
    sheets = (facts.sheet_on(library, p, TODAY) for p in library.policies)
    return FactFinder(sheets, facts.list_people(library))


def load_titles(*titles: str) -> Library:
    return load_library(
        {
            f"docs/policies/p{number}/2025-09.md": make_approved_text(title=title)
            for number, title in enumerate(titles)
        }
    )


@pytest.mark.parametrize(
    ("titles", "query", "expected"),
    [
        (["Behaviour Policy"], "who approved the policy", "p0"),  # only one policy fits
        (["Behaviour Policy"], "when was this approved, and by whom", "p0"),
        (["Photographs Policy", "Uniform Policy"], "who approved the photo policy", "p0"),
        (["Photographs Policy", "Photocopier Policy"], "who approved the photo policy", ""),
        (["Behaviour Policy", "Staff Behaviour Policy"], "who owns the behaviour policy", "p0"),
        (["Pupil Behaviour Policy", "Staff Behaviour Policy"], "who owns the behaviour policy", ""),
        (["Code of Conduct"], "who approved the code of conduct", "p0"),
        (["Animals in School", "Uniform Policy"], "who approved animals in school", "p0"),
        (["Safeguarding", "Uniform Policy"], "who approved uniform", ""),
    ],
)
def test_name_fits_one_policy(titles: list[str], query: str, expected: str) -> None:
    library = load_titles(*titles)
    found = FactFinder(sheet_on(library, p, TODAY) for p in library.policies).find(query)
    assert (found.policy if found else "") == expected
