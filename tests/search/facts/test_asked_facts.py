"""Which queries ask for a fact of a policy, and of which policy."""

import pytest
from builders import load_library, make_approved_text

from policybook.model import Library
from policybook.search.facts import FactFinder, sheet_on

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
#: Queries that name no policy of the school, name two, or ask for a rule.
NOT_ASKED = [
    "who approved the policy",
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
    "until when can I comment",
    "where do I send a complaint",
    "does this apply to parents",
    "why was my phone withdrawn",
    "review date",
    "who wrote the behaviour policy",
    "when do you review policies",
    "who approves a photograph",
    "does the behaviour policy apply on trips",
    "can i see the complaints policy",
    "what does the complaints policy say about photos",
    "how old do you have to be for the phone policy",
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
        (["Behaviour Policy"], "when was it approved", "p0"),
        (["Behaviour Policy", "Uniform Policy"], "when was it approved", ""),  # which one?
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
