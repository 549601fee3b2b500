"""The forms of a question about all policies of a school: "which policies are overdue".

A form is a pattern over the words of a query in the form of `situations.word_forms.normalise`.
The forms travel in the data that the script reads, as those of `question_forms` do.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from policybook.model import addresses
from policybook.model.addresses import Address
from policybook.search.facts.question_forms import FactKind, read_forms


class Topic(StrEnum):
    """What a question asks of all policies. Of `WHICH`, it does not say which policy it means."""

    OVERDUE = "overdue"
    DUE = "due"
    COMMENTS = "comments"
    DECIDE = "decide"
    CHANGED = "changed"
    WITHDRAWN = "withdrawn"
    LIST = "list"
    PEOPLE = "people"
    WHICH = "which"


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicAnswer:
    """The heading of an answer, the page that shows more, and what it says of no policy."""

    heading: str
    address: Address
    nothing: str


ANSWERS: Mapping[Topic, TopicAnswer] = {
    Topic.OVERDUE: TopicAnswer(
        heading="Policies that are overdue for review",
        address=addresses.REVIEW,
        nothing="No policy in force is overdue for review.",
    ),
    Topic.DUE: TopicAnswer(
        heading="When policies are reviewed",
        address=addresses.REVIEW,
        nothing="No review is due soon. The register has the date of each policy.",
    ),
    Topic.COMMENTS: TopicAnswer(
        heading="Texts that are open for comment",
        address=addresses.HOME,
        nothing="No text is open for comment at the moment.",
    ),
    Topic.DECIDE: TopicAnswer(
        heading="Proposed texts for governors to decide on",
        address=addresses.GOVERNORS,
        nothing="No text is proposed at the moment.",
    ),
    Topic.CHANGED: TopicAnswer(
        heading="The latest changes to policies",
        address=addresses.HOME,
        nothing="No policy is in force yet.",
    ),
    Topic.WITHDRAWN: TopicAnswer(
        heading="Withdrawn policies",
        address=addresses.REVIEW,
        nothing="No policy has been withdrawn.",
    ),
    Topic.LIST: TopicAnswer(
        heading="All policies, from A to Z",
        address=addresses.SEARCH,
        nothing="No policy is published yet.",
    ),
    Topic.PEOPLE: TopicAnswer(
        heading="Whom to ask at school",
        address=addresses.WORRIED,
        nothing="",
    ),
    Topic.WHICH: TopicAnswer(
        heading="Which policy do you mean?",
        address=addresses.SEARCH,
        nothing="Please type its name too, such as “the behaviour policy”.",
    ),
}

#: The fact of each policy that the answer repeats, and which of its lines. A list has names alone.
SOURCES: Mapping[Topic, tuple[FactKind, int]] = {
    Topic.OVERDUE: (FactKind.REVIEWED, 0),
    Topic.DUE: (FactKind.REVIEWED, 0),
    Topic.COMMENTS: (FactKind.COMMENTS, 0),
    Topic.DECIDE: (FactKind.STARTED, 1),
    Topic.CHANGED: (FactKind.STARTED, 0),
    Topic.WITHDRAWN: (FactKind.STARTED, 0),
}
#: The most policies that an answer names.
MOST_NAMED = 8


def school_forms() -> Iterator[tuple[Topic, str]]:
    """Yield the topic and the pattern of each form, for a whole query."""
    return ((Topic(name), form) for name, form in read_forms("topics"))
