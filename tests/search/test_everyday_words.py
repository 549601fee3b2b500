"""Everyday words of coming, going, illness, clothes and complaints, and the rule that each means."""

import pytest

from policybook import search
from policybook.search import Searcher

from .ranked_texts import make_document

RULES = {
    "late": "Pupils who arrive late sign in at reception.",
    "note": "Parents send a leave note in advance.",
    "collect": "A child leaves with another adult only if the parent has told us.",
    "lift": "Staff need not agree to give a child a lift.",
    "returned": "A phone that was confiscated is returned to the pupil at 3.30 pm.",
    "stored": "Confiscated phones are stored in the safe.",
    "inspect": "The head may inspect the device if there is a serious concern.",
    "rest": "An ill child can lie down near the office until a parent comes.",
    "medicine": "Only trained first aiders administer medicines.",
    "emergency": "Managers may allow half a day off if a member of the family is falling ill.",
    "holiday": "Full time workers have 25 days paid leave a year.",
    "unused": "Leave is rolled over only with the approval of a director.",
    "outerwear": "No outerwear is allowed during the day.",
    "shirt": "A shirt is long enough to cover the waist.",
    "head": "Head coverings are for religious observance only.",
    "short": "Skirts reach the knee: nothing shorter than knee length is allowed.",
    "pierced": "No body piercing is allowed, apart from ears.",
    "first": "In the first instance, parents should discuss a concern with the class teacher.",
    "secret": "The procedure will respect confidentiality.",
    "exams": "Pupils need a minimum attendance of 80% before they sit for exams.",
}

ASKED = {
    "late": "what if i get to lesson after its started",
    "note": "she will miss the morning, do i need to write in",
    "collect": "can grandma pick her up instead of me",
    "lift": "i was asked to drive one of the kids home",
    "returned": "they took my phone off me when do i get it back",
    "inspect": "can they look through my messages",
    "rest": "where does a poorly child wait till mum gets here",
    "medicine": "can i give a kid their tablets",
    "emergency": "school rang me at work and i have to go and fetch him",
    "holiday": "how many days holiday do i get",
    "unused": "can i carry over days i havent used",
    "outerwear": "can i wear a hoodie over my shirt",
    "head": "is my daughter allowed to wear her headscarf",
    "short": "how short can skirts be",
    "pierced": "can i have a nose stud",
    "first": "who do i talk to first if im not happy",
    "secret": "will you tell other people what i complained about",
    "exams": "how much school can you miss",
}


@pytest.fixture(scope="module")
def searcher() -> Searcher:
    documents = [make_document(name, text) for name, text in RULES.items()]
    return Searcher(search.index(documents, search.shipped_rows()))


@pytest.mark.parametrize(("name", "query"), ASKED.items())
def test_everyday_words_find_rule(searcher: Searcher, name: str, query: str) -> None:
    assert searcher.rank(query)[0].document.number == name


def test_headscarf_is_no_piercing(searcher: Searcher) -> None:
    assert "pierced" not in [hit.document.number for hit in searcher.rank("can i wear a turban")]
