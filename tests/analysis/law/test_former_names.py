"""Whether the words beside an old name say that it is of the past."""

import pytest

from policybook.analysis.law.former_names import is_past

KNOWN = ("child-on-child", "DBS")


def is_past_in(text: str, name: str) -> bool:
    start = text.index(name)
    return is_past(text, start, start + len(name), KNOWN)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("In 2018 a new Act took the place of the Act 1998.", "Act 1998"),
        ("It has taken the place of the Agency.", "Agency"),
        ("The partners took over from the Board in 2019.", "Board"),
        ("The DBS, once the CRB, sends it.", "CRB"),
        ("This guidance supersedes the Circular 1999/10.", "Circular 1999/10"),
        ("The Act of 2010 replaced the Act 1995 and the Act 1975.", "Act 1975"),
        ("former legislation such as the Act 1998", "Act 1998"),
        ("The Handbook is the successor to the old Handbook.", "old Handbook"),
        ("child-on-child abuse, also called peer abuse", "peer abuse"),
        ("The Agency closed in 2025.", "Agency"),
        ("The work of the Agency passed to the Department.", "Agency"),
        ("The Code was withdrawn.", "Code"),
        ("Until 2014 pupils had a statement, and now they have a plan.", "statement"),
        ("Before September 2022 pupils were given a fixed exclusion.", "fixed exclusion"),
        ("From 2001 to 2014 schools used School Action.", "School Action"),
        ("In the past, the Agency gave advice.", "Agency"),
        ("Formerly, learners had a statement.", "statement"),
        ("The school opened in 2006 with a grant from the Council.", "Council"),
        ("Teachers who qualified before 2021 were NQTs.", "NQT"),
        ("Checks were first made by the Bureau in 2003.", "Bureau"),
        ("The Inspectorate inspected the school in 2009.", "Inspectorate"),
        ("Records made under the Act 1998 are kept for seven years.", "Act 1998"),
        ("Old letters may still mention the Trust.", "Trust"),
        ("This policy replaces the one written under the Act 1998.", "Act 1998"),
        ("The Agency used to give advice.", "Agency"),
    ],
)
def test_past_name_is_recognised(text: str, name: str) -> None:
    assert is_past_in(text, name)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("This policy replaces ours, and staff must follow the Act 1998.", "Act 1998"),
        ("We replaced the form. The CRB is asked.", "CRB"),
        ("The school took over the field from the Board's neighbour.", "Board"),
        ("Bullying, also called peer abuse, is recorded.", "peer abuse"),
        ("The Board meets once the Agency writes.", "Board"),
        ("Staff employed before 2012 have a CRB check.", "CRB"),
        ("This policy was agreed in 2015 under the Act 1998.", "Act 1998"),
        ("The hall, opened in 1999, meets the Act 1997.", "Act 1997"),
        ("The hall meets the Act 1997 as amended in 1999.", "Act 1997"),
        ("Guidance issued by the Agency in 2008 is followed.", "Agency"),
        ("We follow the rules adopted in 2015 under the Act 1998.", "Act 1998"),
        ("Until 2014 pupils had help. A statement is made.", "statement"),
        ("Records made under the Act 1998 are sent to the police.", "Act 1998"),
    ],
)
def test_present_name_is_no_past(text: str, name: str) -> None:
    assert not is_past_in(text, name)
