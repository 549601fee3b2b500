"""What a pattern is tried at leaves out no place where it fits."""

import re

import pytest
from builders import limit_examples
from hypothesis import given
from hypothesis import strategies as st

from policybook.meaning.words import patterns, role_patterns

from .texts_with_terms import TEXTS

# Every row of the table of duties, and what the patterns of facts and roles begin with, in one line each.
TERM_LINES = """
no longer need to, need not, has no duty to, had no duty to, do not need to, does not have to, is not required to, being not obliged to
under no circumstances, can't, cannot, mustn't, shan't, mayn't, is no longer usually allowed, not permitted, strictly prohibited, barred
are not to run, won't, wouldn't, should never, oughtn't to, couldn't, might not, please do not, Don't, never, a legal duty to, duty of care to
the duty to, their statutory duty to, is to, mandatory, compulsory, ought to, good practice to, encouraged, invited, free to, optional, might
see 4.2, rules 3, appendix b, annex a, ks 2, key stage 1, under-13s, over 16, year 6, twice a term, an hour, each week, every other year
the same day, next term, following week, immediately, without undue delay, promptly, at once, as soon as practicable, half-termly, annual
termly, monthly, weekly, daily, quarterly, fortnightly, mondays, sunday, autumn term, academic year 2024, school year 2024/25, £50, 20 %
3rd, fifth, ninety, one hundred, zero pupils, 9.30 am, on monday in may, 4 p.m., thirty days, one or two weeks, half term, 1 september 2026
noon, 12 noon, 12:00 midnight, 1:4, a ratio of one to eight, 1 in 5, one in ten, two out of three, ¾ full, 1½, 2/3, two thirds of, a third of, half of
24/12–02/01, on 7/1, at 8.45, 5 mg, 5mg, 8 °C, 2 metres, −£5, +£5, -2, one-to-one, 1 to 1, year six, key stage two, year r, 30 min, 2 hrs, 5 school-days, three times a day, years 5/6, a two-thirds majority, under 5 miles
full governing body, local governing board, co-chair of governors, chairs of the trustees, link governor
board of trustees, the trust, multi-academy trust, acting headteacher,
head teachers, deputy head, heads of year, phase leader, slt, smt, ddsl, dsls,
senco, sendcos, dpo, school business manager, bursar, office staff, caretaker, site manager, network manager
form teacher, teaching assistants, line manager, members of staff, cover staff, employees
parents and carers, guardians, family, families, pupils, students, children, child, learners, young people, school council, lado, la, police, ofsted
dfe, department for education, secretary of state, information commissioner's office, ico, social services, children's services, ceop, clerk, union
""".strip().splitlines()

GUARDED = pytest.mark.parametrize(
    ("guarded", "whole"),
    [
        (patterns.DUTY, rf"\b{patterns.EVERY_DUTY}"),
        (role_patterns.ROLE, rf"\b(?:{role_patterns.ROLES})\b"),
    ],
    ids=["duties", "roles"],
)


def spans(pattern: re.Pattern[str], text: str) -> list[tuple[str, str | None]]:
    return [(hit[0].strip(), hit.lastgroup) for hit in pattern.finditer(text)]


@GUARDED
def test_guard_lets_every_hit_pass(guarded: re.Pattern[str], whole: str) -> None:
    plain = re.compile(whole)
    hits = 0
    for text in (*TEXTS, *TERM_LINES):
        low = text.lower()
        assert spans(guarded, low) == spans(plain, low)
        hits += len(spans(plain, low))
    assert hits > 500


@GUARDED
def test_guard_lets_generated_hits_pass(guarded: re.Pattern[str], whole: str) -> None:
    plain = re.compile(whole)

    @limit_examples(300)
    @given(st.from_regex(plain, alphabet=st.characters(codec="ascii")))
    def holds(text: str) -> None:
        assert spans(plain, text.lower()) == spans(guarded, text.lower())

    holds()
