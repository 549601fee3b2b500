"""The forms of a question about all policies of a school: "which policies are overdue".

A form is a pattern over the words of a query in the form of `situations.word_forms.normalise`.
The forms travel in the data that the script reads, as those of `question_forms` do.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from policybook.model import addresses
from policybook.model.addresses import Address
from policybook.search.facts.question_forms import POLITE, FactKind


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

_ALL = "(?:all |any |the |your |our |school |of |current )*"
_POLICIES = f"{_ALL}(?:policies|policy documents|policy)"
_WHICH = "(?:which|what|whats|what s|show me|list|are there|is there|are|is|have|has|do)"
_WE = "(?:i|we|you|the school|(?:the )?governors|the governing body|the board|the trustees)"
_LATELY = "(?: recently| lately| this (?:year|term)| since last (?:year|term))?"
_OVERDUE = "(?:overdue|out of date|outdated|late|expired)"
_REVIEW = "(?:review|reviews|reviewed|renewal|to be reviewed|a review)"
_MEETING = (
    "(?: (?:at|in|on|for))?(?: (?:the|our|this|next))*"
    "(?: (?:governors|governing body|board|full governors))?(?: meeting)?"
)
_DECIDE = "(?:decide(?: on)?|vote on|approve|agree|adopt|sign off)"
_REACH = (
    "(?:ask|contact|ring|call|phone|telephone|email|speak to|talk to|write to|get hold of|reach)"
)
_OFFICE = "(?:the )?(?:school office|school|office|reception)"
_COMMENT = "(?:comment|respond|have my say|send (?:my |our )?(?:comments|views|feedback))"

_FORMS: dict[Topic, tuple[str, ...]] = {
    Topic.OVERDUE: (
        f"(?:{_WHICH} )?{_POLICIES} (?:is |are )?(?:now )?{_OVERDUE}(?: for)?(?: {_REVIEW})?",
        f"{_WHICH} (?:is |are )?(?:anything |reviews? |{_POLICIES} )?(?:is |are )?overdue",
        f"{_OVERDUE} (?:policies|policy|reviews?)",
        "overdue",
    ),
    Topic.DUE: (
        f"{_WHICH} {_POLICIES} (?:is |are |need |needs |will be )?(?:next |coming up |up |due )*"
        f"(?:for )?{_REVIEW}(?: next| soon)?",
        f"{_WHICH} {_POLICIES} (?:is |are )?(?:due|coming up)(?: soon| next)?",
        f"(?:when|how often) (?:is|are|do|does|will) (?:{_WE} )?(?:review )?{_POLICIES}"
        "(?: be)?(?: reviewed)?",
        "(?:when (?:is|are) )?(?:the |our )?(?:next |policy )*reviews?(?: due)?(?: dates?)?",
        "(?:policy )?review (?:calendar|schedule|register|timetable|plan|cycle)",
    ),
    Topic.COMMENTS: (
        f"{_WHICH} (?:{_POLICIES} |texts? |proposals? |anything )?(?:is |are )?(?:still |now )?"
        "(?:open for comments?|out for consultation|open for consultation)",
        "(?:any |current |open |the )*consultations?",
        "(?:the |whats the |what is the |when is the )?(?:comments?|consultation) "
        "(?:deadline|closing date|end date)",
        "(?:the |whats the |what is the |when is the )?(?:deadline|closing date) for "
        "(?:comments?|(?:the )?consultation|feedback)",
        f"(?:until when|till when|by when|how|where|when) (?:can|do|could|may) {_WE} {_COMMENT}"
        "(?: to)?",
        "when do(?:es)? (?:the )?(?:comments?|consultation) (?:close|end)",
    ),
    Topic.DECIDE: (
        f"what (?:must|do|should|will|can|are) {_WE} (?:have to |need to |going to |being asked "
        f"to )?{_DECIDE}{_MEETING}",
        f"what is (?:there )?(?:to {_DECIDE}|to be (?:decided|approved|agreed)){_MEETING}",
        "(?:the )?(?:(?:governors|board|meeting|next) )+(?:pack|packs|papers|agenda)",
        f"(?:pack|papers|agenda) for{_MEETING}",
        f"{_WHICH} {_POLICIES} (?:is |are )?(?:being )?(?:proposed|up for approval|for approval)",
        "(?:proposed|draft) (?:policies|policy|texts?|changes)",
    ),
    Topic.CHANGED: (
        f"{_WHICH} {_POLICIES} (?:have |has |is |are |was |were )?(?:been )?"
        f"(?:changed|updated|amended|new|revised){_LATELY}",
        f"(?:what|whats|what s) (?:has |have |is )?(?:been )?(?:changed|new|updated) "
        f"(?:in|with|on) {_POLICIES}{_LATELY}",
        "(?:the |any |show me )*(?:latest|recent|new) (?:policy )?(?:changes|updates)"
        f"(?: (?:to|in) {_POLICIES})?",
        "(?:the |any )*(?:new|newest|latest|updated) (?:policies|policy)",
        "policy (?:changes|updates)",
        "(?:what is|whats|what s) new(?: here| at school)?",
    ),
    Topic.WITHDRAWN: (
        f"{_WHICH} {_POLICIES} (?:have |has |is |are |was |were )?(?:been )?"
        "(?:withdrawn|scrapped|dropped)",
        "(?:withdrawn|scrapped|old) policies",
    ),
    Topic.LIST: (
        f"(?:{_WHICH} |how many |where (?:are|is) |where can i (?:find|see) |can i see )?"
        f"(?:a )?(?:full |complete )?(?:list of )?{_ALL}policies"
        f"(?: (?:are there|exist|do {_WE} have|does {_WE} have|have {_WE} got))?",
        "(?:a |the )?policies list",
    ),
    Topic.PEOPLE: (
        f"(?:who|whom) (?:do|can|should|could|would|must) (?:i|we) {_REACH}",
        f"who to {_REACH}",
        "(?:the |your |whats the |what is the )?(?:school )?(?:phone|telephone|contact) "
        f"(?:number|numbers|details|us)(?: (?:for|of) {_OFFICE})?",
        f"how (?:do|can) (?:i|we) {_REACH} (?:{_OFFICE}|someone|somebody)",
        "(?:school )?contacts?(?: us| details)?",
    ),
}


def school_forms() -> Iterator[tuple[Topic, str]]:
    """Yield the topic and the pattern of each form, for a whole query."""
    for topic, forms in _FORMS.items():
        for form in forms:
            yield topic, f"^{POLITE}{form}(?: please| now| today)?$"
