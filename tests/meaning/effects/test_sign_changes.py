"""Signs and capitals that change no rule, and those that a reader must see."""

import pytest

from policybook.meaning.effects.sign_changes import are_minor
from policybook.meaning.effects.weight import weights
from policybook.meaning.types import Matter

MINOR = [
    ("Staff keep notes.", "Staff keep notes"),
    ("pens;", "pens."),
    ("Pens, rulers and books.", "Pens, rulers, and books."),
    ("Bring a pen, a book or a bag.", "Bring a pen, a book, or a bag."),
    ("However the head may ask.", "However, the head may ask."),
    ("For example a coat is worn.", "For example, a coat is worn."),
    ("Sign in please.", "Sign in, please."),
    ("Every half term they meet.", "Every half-term they meet."),
    ("We meet face to face.", "We meet face-to-face."),
    ("Send an e mail.", "Send an e-mail."),
    ("The Governing Body decides.", "The governing body decides."),
    ("Staff must wait. They sign.", "Staff must wait; they sign."),
    ("Staff MUST NOT wait.", "Staff must not wait."),
    ("Read the “rules” first.", "Read the rules first."),
    ("• Bring a coat.", "Bring a coat."),
    ("a parent/carer", "a parent / carer"),
    ("WHAT THE STAFF DO", "What the staff do"),
    ("at 9 AM on site", "at 9 am on site"),
    ("Be kind!", "Be kind."),
    ("Ask Mr. Hill.", "Ask Mr Hill."),
]

#: A box, a tick, a cross; signs at figures; commas that change a clause; hyphens; capitals.
SERIOUS = [
    ("☐ I consent to photographs.", "☑ I consent to photographs."),
    ("☑ I consent.", "☒ I consent."),
    ("☐ Yes ☑ No", "☑ Yes ☐ No"),
    ("✓ Photographs", "✗ Photographs"),
    ("[ ] I agree.", "☐ I agree."),
    ("I agree.", "☑ I agree."),
    ("☐ I agree.", "I agree."),
    ("✔ Walks home", "Walks home"),
    ("○ Yes ● No", "● Yes ○ No"),
    ("Keep at 2 to 8 °C.", "Keep at -2 to 8 °C."),
    ("Keep at −2 °C.", "Keep at 2 °C."),
    ("Keep at +2 °C.", "Keep at 2 °C."),
    ("Pay £5.", "Pay 5."),
    ("Pay £5.", "Pay €5."),
    ("About 5% of pupils.", "About 5 of pupils."),
    ("Over 5° outside.", "Over 5 outside."),
    ("Score >5 to pass.", "Score <5 to pass."),
    ("Take ≥ 2 tablets.", "Take ≤ 2 tablets."),
    ("Ages 5-7 may come.", "Ages 5, 7 may come."),
    ("The fee is 2.5 pounds.", "The fee is 2,5 pounds."),
    ("Use room 1-4 now.", "Use room 1/4 now."),
    (
        "Staff, who are trained, may restrain a pupil.",
        "Staff who are trained may restrain a pupil.",
    ),
    ("Complaints, which are late, are refused.", "Complaints which are late are refused."),
    ("Pupils, whose parents agree, may go.", "Pupils whose parents agree may go."),
    ("Trips, where we sleep, need consent.", "Trips where we sleep need consent."),
    ("Pupils, in Year 6, may go.", "Pupils in Year 6 may go."),
    ("Let's eat, children.", "Let's eat children."),
    ("Do not run, children may slip.", "Do not run children may slip."),
    ("Staff may ring, when it is urgent, a parent.", "Staff may ring when it is urgent a parent."),
    ("Parents, and staff who drive, sign.", "Parents and staff who drive sign."),
    ("Call first. If it snows go home.", "Call first, if it snows go home."),
    ("No, phones are allowed.", "No phones are allowed."),
    ("Stop. Phones on.", "Stop phones on."),
    ("Bring A (and B).", "Bring A and B."),
    ("May I bring a phone?", "May I bring a phone."),
    ("Pupils eat nuts-free food.", "Pupils eat nuts, free food."),
    ("Serve nut free food.", "Serve nut-free food."),
    ("A non smoking site.", "A non-smoking site."),
    ("For more-able pupils.", "For more able pupils."),
    ("Twenty-one year olds.", "Twenty one-year olds."),
    ("Two year-old children.", "Two-year old children."),
    ("An un-supervised visit.", "An un supervised visit."),
    ("A sugar-free drink.", "A sugar, free drink."),
    ("A fire-proof door.", "A fire proof door."),
    ("Small-group work is free.", "Small group work is free."),
    ("Sign and/or wait.", "Sign and or wait."),
    ("Ring US first.", "Ring us first."),
    ("The SEND list.", "The send list."),
    ("They come in May too.", "They come in may too."),
    ("Go to Reception first.", "Go to reception first."),
    ("Give 5 mg daily.", "Give 5 Mg daily."),
    ("Use form A.", "Use form a."),
]


@pytest.mark.parametrize(("old", "new"), MINOR)
def test_signs_of_style_are_minor(old: str, new: str) -> None:
    assert are_minor(old, new)
    assert are_minor(new, old)


@pytest.mark.parametrize(("old", "new"), SERIOUS)
def test_signs_that_matter_are_read(old: str, new: str) -> None:
    for pair in ((old, new), (new, old)):
        assert not are_minor(*pair)
        assert Matter.SIGNS not in {weight.matter for weight in weights(*pair)}
        assert Matter.WORDING not in {weight.matter for weight in weights(*pair)}
