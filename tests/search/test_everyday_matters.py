"""Everyday words for matters of school, clubs and work, and the rule that each means."""

import pytest

from policybook import search
from policybook.search import Searcher

from .ranked_texts import make_document

RULES = {
    "closes": "Registers close at 9.30, and who comes later has an unauthorised absence.",
    "visit": "Without an explanation the office telephones, and may make a home visit.",
    "dependants": "Time off for dependants is for unforeseen emergencies.",
    "colour": "Unnatural hair colours are not allowed.",
    "property": "Unclaimed items go to charity each term.",
    "grant": "Families on free school meals may ask for a grant.",
    "removal": "A pupil who disrupts learning goes to the reflection room.",
    "devices": "Phones are switched off and out of sight all day.",
    "criteria": "Places go first to siblings, then by distance in a straight line.",
    "appeal": "A refusal may be taken to an independent appeal panel.",
    "promise": "Staff never promise confidentiality to a child.",
    "breach": "The officer hears of a personal data breach at once.",
    "vacate": "The premises are vacated by 11.30 pm.",
    "flames": "Naked flames and smoke machines are prohibited.",
    "height": "Nobody climbs on furniture: step ladders are for work at height.",
    "gifts": "Gifts of more than £25 are declared.",
    "exeat": "An exeat is requested by Thursday noon.",
    "canvassing": "Canvassing of governors disqualifies a candidate.",
    "extension": "The subject teacher may grant an extension before the deadline.",
    "conjunctivitis": "With conjunctivitis there is no need to stay away.",
    "suitcase": "The official suitcase is the only one that may be used.",
    "helpdesk": "Technical problems are e-mailed to the help desk.",
}

ASKED = {
    "closes": "whats the latest he can get in",
    "visit": "they knocked on my door because she wasnt in",
    "dependants": "my childminder let me down this morning",
    "colour": "my daughter dyed it red",
    "property": "shes lost her cardigan again",
    "grant": "i cant stretch to a new blazer",
    "removal": "i got kicked out of maths where do i go",
    "devices": "can i check my messages at break",
    "criteria": "does having a brother here help",
    "appeal": "they turned us down for a place",
    "promise": "she begged me not to tell",
    "breach": "i left my memory stick at the station",
    "vacate": "how late can the party go on till",
    "flames": "can we light the cake",
    "height": "can i stand on a chair to hang this up high",
    "gifts": "a mum gave me a bottle of champagne",
    "exeat": "my aunt wants to take me out for the weekend",
    "canvassing": "can my uncle put in a good word",
    "extension": "i wont be finished, can i hand it in late",
    "conjunctivitis": "his eyes are gunky, is it pink eye",
    "suitcase": "which bag does she need",
    "helpdesk": "the wifi keeps dropping out",
}


@pytest.fixture(scope="module")
def searcher() -> Searcher:
    documents = [make_document(name, text) for name, text in RULES.items()]
    return Searcher(search.index(documents, search.shipped_rows()))


@pytest.mark.parametrize(("name", "query"), ASKED.items())
def test_a_matter_finds_its_rule(searcher: Searcher, name: str, query: str) -> None:
    assert searcher.rank(query)[0].document.number == name


@pytest.mark.parametrize("query", ["how heavy can our robot be", "how often is the bus washed"])
def test_a_related_matter_is_partial(searcher: Searcher, query: str) -> None:
    assert all(hit.confidence != "full" for hit in searcher.rank(query))
