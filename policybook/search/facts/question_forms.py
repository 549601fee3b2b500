"""The forms of a question that asks for a fact of a policy: "who approved the … policy".

A form is a pattern over the words of a query in the form of `situations.word_forms.normalise`.
Its one group is the name of the policy. The forms travel in the data that the script
reads, so Python and the browser always have the same ones.
"""

from collections.abc import Iterator
from enum import StrEnum


class FactKind(StrEnum):
    """What a question asks of a policy."""

    APPROVED = "approved"
    REVIEWED = "reviewed"
    STARTED = "started"
    STANDING = "standing"
    OWNER = "owner"
    VERSIONS = "versions"
    CHANGES = "changes"
    COMMENTS = "comments"
    READERS = "readers"


_NAME = "(.+?)"
_WHATS = "(?:what is |what are |whats |what s )?(?:the )?"
POLITE = (
    "(?:(?:hi|hello|please|tell me|(?:can|could) you tell me|do you know|does anyone know"
    "|i (?:want|need|would like) to know|can i ask|find out) )*"
)
_WHEN = "(?:when|by when|(?:on )?(?:what|which) (?:date|day|month|year))"
_WHEN_IS = f"(?:{_WHEN} (?:is|are|was|were|has|have|had|will|should|must|does|do)|whens|when s)"
_IS = "(?:is|are|was|were|has|have|had|will|should|must|does|do)"
_APPROVED = "(?:approved|agreed|adopted|signed off|signed|authorised|authorized|ratified|passed)"
_APPROVE = "(?:approve|agree|adopt|sign off|sign|authorise|authorize|ratify|pass)"
_BODY = (
    "(?:the )?(?:governors|governing (?:body|board)|board|trustees|trust|head teacher|headteacher"
    "|head)"
)
_REVIEWED = "(?:reviewed|review|renewed|renewal)"
_BEGIN = "(?:start|begin|come in|come into (?:force|effect)|take effect|apply|go live)"
_BEGUN = (
    "(?:started|introduced|brought in|in force from|effective(?: from)?|issued|published|written)"
)
_UPDATED = "(?:updated|changed|amended|revised|rewritten)"
_VALID = (
    "(?:in (?:force|effect|place|use)|valid|current|active|live|up to date|being used|used"
    "|the (?:current|latest) (?:one|version))"
)
_WHO_IS = "(?:who is|who are|whos|who s)"
_ASK = "(?:ask|contact|speak to|talk to|speak with|talk with|email|ring|call|phone|see|write to)"
_ABOUT = (
    "(?:about|regarding|(?:with|if i have|for) (?:a )?(?:questions?|query|queries) (?:about|on))"
)
_COMMENTS = "(?:my |our |any )?(?:comments?|views?|feedback|a response)"
_COMMENT = (
    "(?:comment on|respond to|reply to|have (?:a|my) say (?:on|about)|say what i think (?:of|about)"
    f"|(?:send|give|make|submit) {_COMMENTS} (?:on|about|to))"
)
_READER = "(?:parents?|carers?|pupils?|children|staff|teachers|governors|volunteers|visitors|us|me)"
_EARLIER = "(?:old|older|earlier|previous|past|other|former|archived)"

_FORMS: dict[FactKind, tuple[str, ...]] = {
    FactKind.APPROVED: (
        f"(?:who|which [a-z]+) (?:has |have |had )?(?:last )?{_APPROVED} {_NAME}",
        f"who gave (?:the )?approval (?:for|to|of) {_NAME}",
        f"(?:who|by whom|{_WHEN}) {_IS} {_NAME} (?:been )?(?:last )?{_APPROVED}"
        "(?: by| by who| by whom| and when| and by whom)?",
        f"{_WHEN} did {_BODY} (?:last )?{_APPROVE} {_NAME}",
        f"(?:did|have|has) {_BODY} (?:{_APPROVE}|{_APPROVED}) {_NAME}",
        f"(?:is|are|has|have|was|were) {_NAME} (?:been |ever )*{_APPROVED}(?: by {_BODY})?"
        "(?: yet)?",
        f"{_WHATS}(?:date of approval|approval(?: date)?) (?:of|for) {_NAME}",
        f"{_NAME} (?:approval(?: date)?|approved (?:by|date|on|when)|approved by whom?|approved)",
    ),
    FactKind.REVIEWED: (
        f"{_WHEN_IS} {_NAME} (?:be |being |been |next |last |due |need |needs |up |get |to be "
        f"|for |a |its )*{_REVIEWED}(?: next| due| again| by| date)?",
        f"(?:{_WHEN} is |{_WHEN} was |whens |when s )(?:the )?(?:next |last )?review (?:date )?"
        f"(?:of|for) {_NAME}(?: due)?",
        f"(?:{_WHEN} is |whens |when s )(?:the )?(?:next |last ){_NAME} review(?: date| due)?",
        f"{_WHATS}(?:next |last )?review(?: date)? (?:of|for) {_NAME}",
        f"{_WHATS}date of (?:the )?(?:next |last )?review (?:of |for )?{_NAME}",
        f"how long (?:until|till|before) {_NAME} is (?:next )?{_REVIEWED}",
        f"(?:has|have|was|were) {_NAME} (?:been |ever )*reviewed(?: yet)?",
        f"(?:is|are|has|have) {_NAME} (?:now |been )?(?:out of date|outdated|expired|overdue)",
        f"{_NAME} (?:next |last )?review(?: date| due| due date)?",
        f"how often (?:is|are|do you|should) (?:review )?{_NAME}(?: be)?(?: reviewed)?",
        f"{_WHEN} (?:does|do|will) {_NAME} (?:expire|run out|lapse)",
        f"(?:is|are) {_NAME} (?:over)?due(?: for)?(?: a)?(?: review| to be reviewed)?",
        f"is (?:the )?review of {_NAME} (?:over)?due",
    ),
    FactKind.STARTED: (
        f"{_WHEN} (?:did|does|do|will) {_NAME} (?:first )?{_BEGIN}",
        f"{_WHEN} (?:was|were|is|are) {_NAME} (?:first |last )?(?:{_BEGUN}|{_UPDATED})",
        f"{_WHEN} did (?:you|we|they|the school) (?:introduce|bring in|start|publish|issue) "
        f"{_NAME}",
        f"how old (?:is|are) {_NAME}",
        f"(?:since when|how long|from when) (?:is|has|have|was) {_NAME} (?:been )?{_VALID}",
        f"(?:start|effective|commencement) date (?:of|for) {_NAME}",
        f"{_NAME} (?:start date|effective (?:from|date)|in force since|last updated)",
    ),
    FactKind.STANDING: (
        f"(?:is|are) {_NAME} (?:still |currently |now |even |really )*{_VALID}",
        f"(?:why )?(?:is|are|was|has|have) {_NAME} (?:been |now )*(?:withdrawn|scrapped|stopped)",
        f"(?:why|when) did (?:you|we|they|the school|{_BODY}) (?:withdraw|scrap|stop) {_NAME}",
        f"(?:does|do) {_NAME} (?:still |currently |now )*apply",
        f"(?:which|what) version of {_NAME} is (?:now |currently )?{_VALID}",
        f"(?:what is|whats|which is) the (?:current|latest|newest) version of {_NAME}",
        f"(?:current|latest|newest) version of {_NAME}",
    ),
    FactKind.OWNER: (
        f"who (?:owns|looks after|maintains|deals with|handles|manages|runs) {_NAME}",
        f"{_WHO_IS} (?:the )?(?:owner of|responsible for|in charge of|lead (?:for|on)|person "
        f"responsible for) {_NAME}",
        f"who (?:do|can|should|could|would|must) (?:i|we|you|parents|staff) {_ASK} {_ABOUT} "
        f"{_NAME}",
        f"(?:a )?questions? (?:about|on) {_NAME} who (?:do|can|should) i {_ASK}",
        f"who to {_ASK} {_ABOUT} {_NAME}",
        f"(?:owner|contact) (?:of|for) {_NAME}",
        f"{_NAME} owner",
    ),
    FactKind.VERSIONS: (
        f"(?:what is |whats )?(?:the )?number of (?:versions|editions) of {_NAME}",
        f"how many (?:versions|editions) (?:are there )?(?:of )?(?:does |has |have )?{_NAME}"
        "(?: are there| is there| exist| have there been| been| have| had| got)*",
        "(?:where are |where (?:can|do) i (?:find|see) |show me |can i see |list )?"
        f"(?:all |the |any )*{_EARLIER} versions? of {_NAME}",
        f"(?:show me |can i see |where (?:is|are) )?(?:the |all )*{_EARLIER} {_NAME}",
        f"(?:list )?(?:all )?(?:the )?versions of {_NAME}",
        f"(?:is|are) there (?:a |any )?(?:newer|later|other) versions? of {_NAME}",
        f"how (?:many times|often) has {_NAME} (?:been )?{_UPDATED}",
        f"(?:version )?history (?:of|for) {_NAME}",
        f"{_NAME} (?:version history|(?:{_EARLIER} )?versions)",
    ),
    FactKind.CHANGES: (
        f"{_NAME} (?:what|whats|what s) (?:has |have |is )?(?:been )?(?:changed|new|different)",
        f"(?:what|whats|what s) (?:has |have |is |was |are )?(?:been )?(?:changed|new|different"
        f"|updated|amended) (?:in|to|about|with) {_NAME}(?: recently| lately)?",
        "(?:what (?:are|were) |whats |show me |summary of |list of )?(?:the )?"
        f"(?:latest |last |recent |new |any )*(?:changes|updates|amendments) (?:to|in|of) {_NAME}",
        f"how (?:has|have|did|does) {_NAME} changed?(?: recently| lately)?",
        f"what (?:did|have|has) {_BODY} (?:change|changed) (?:in|to|about) {_NAME}",
        f"what (?:is|are|will be) changing (?:in|about|with) {_NAME}",
        f"{_WHATS}differences? between the old and (?:the )?new {_NAME}",
        f"(?:has|have) {_NAME} (?:been )?{_UPDATED}(?: recently| lately)?",
        f"(?:did|does) {_NAME} change(?: recently| lately)?",
        f"what changes (?:has|have) been made to {_NAME}",
        f"{_NAME} changes",
    ),
    FactKind.COMMENTS: (
        f"(?:until when|till when|by when|when|how long|where|how|to whom) (?:can|could|do|may) "
        f"(?:i|we|parents|staff|people) (?:still )?{_COMMENT} {_NAME}(?: to)?",
        f"(?:can|may|could) (?:i|we|parents|staff|people) (?:still )?{_COMMENT} {_NAME}",
        f"(?:is|are) {_NAME} (?:still |now )*(?:open for comments?|out for consultation)",
        f"(?:who|whom) (?:do|can|should) (?:i|we) (?:send|give) {_COMMENTS} (?:on|about) {_NAME}"
        " to",
        f"{_WHATS}(?:closing date|deadline|last day) for {_COMMENTS} (?:on|about) {_NAME}",
        f"(?:is there a )?consultation (?:on|about|for) {_NAME}",
    ),
    FactKind.READERS: (
        f"(?:who|whom) (?:does|do|did) {_NAME} (?:apply to|cover|affect)",
        f"{_WHO_IS} {_NAME} for",
        f"{_WHO_IS} covered by {_NAME}",
        f"(?:does|do) {_NAME} (?:apply to|cover) {_READER}(?: too| as well)?",
        f"(?:is|are) {_READER} (?:bound|covered) by {_NAME}",
        f"(?:to )?whom {_NAME} applies(?: to)?",
    ),
}

#: What a policy is called as a document.
DOCUMENTS = frozenset(
    "policy policies procedure procedures code document scheme statement agreement".split()
)
#: Every query that asks for a fact says one of these words, most often "policy". Only such a
#: query makes the script fetch the facts; `assets/search.js` has the same pattern.
SIGN = (
    r"\b(?:polic(?:y|ies)|procedures?|code|document|scheme|statement|agreement"
    r"|approv|adopt|authori[sz]|ratif|signed off|reviews?\b|versions?\b|in force|history"
    r"|overdue|consultations?\b|comments?\b|deadline|closing date|decide|agenda|papers"
    r"|contacts?\b|(?:phone|telephone) numbers?|who to|whom?(?: \w+)? (?:i|we)\b"
    r"|(?:latest|recent) changes|what(?: is|[’']?s) new)"
)


def full_forms() -> Iterator[tuple[FactKind, str]]:
    """Yield the kind and the pattern of each form, for a whole query."""
    for kind, forms in _FORMS.items():
        for form in forms:
            yield kind, f"^{POLITE}{form}(?: please| now| today)?$"
