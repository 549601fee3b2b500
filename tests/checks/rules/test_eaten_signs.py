"""Signs that Markdown takes for marks are named; plain emphasis is not."""

import pytest
from builders import PATH, TODAY, load_project, make_text

from policybook.checks.rules import eaten_signs

EATEN = r"""
Typical offers are A*A*A for Oxford.
Take A*A* here.
Take A*A*B here.
A BTEC of D*D*D* is fine.
Subject*Grade*Points
M*A*S*H
Search for *.doc* files.
Press *1 or *2*.
Hill_*Top*_2026
Yes/No* (*delete). Mr/Mrs/Ms*.
Date: ____/____/____
Date: __/__/__
Time: __:__
Cost £__.__ paid
Name:________Class:________
I agree ____(initials)____
| ____/____ | b |¦|---|---|¦| c | d |
See http://www.example.org/_files_/policy.pdf now.
See http://x.example/__init__
See www.example.org/a*b*c
Follow @_HillTop_ now
Open _final_v2.docx or My_Policy_.docx
Save as _Surname_Forename_.
The __init__.py file
Use _(d)_e and Report_(x)_
The 5*hotel and 4*inn
Ring *21*0123#
2*3*4
f*ck and sh*t
x*y*z
Cats*dogs*birds
Pa*ssw*rd
*#06#* now
**67*2** x
HT1*HT2*HT3
KS1*KS2* done
a=*b*+c
"""
PLAIN = r"""
You **must** and _not_ ask.
**Note:** this. *Note:* this. ***very*** important
**S**taff and **P**arents, un*fair*ly and un**fair**ly
The 1*st* of *May*, **2024**, *2024*, **Year 7**’s trip, *Macbeth*'s end
_Note_: see **(a)** and *(b)*.
(*see below*) and “*Hamlet*” and ‘**no**’
**10%** of pupils; **£5**; **“Keeping safe”** (2024)
**must**not and **Parents/carers**, *and/or*
**Step 1**: go. **Step 2**–wait. Use *Hamlet*—or *Lear*.
**a)** one **b.** two **1.** three
**Headteacher** (*Mrs Smith*), **Chair**/**Vice-chair**
**e-safety**, *in loco parentis*, *e.g.*, __bold__ words, _a title: part 2_
**Tel: 01234 567890** and **office@x.org** and [**link**](https://x.org)
**All staff will:** do. **(see Appendix A)** **A**
**C**hild **F**irst; **S**MART targets; **PSHE**; **P**.**E**.
**Q:** What? **A:** This. **Why?** Because. **No!**
**Monday**-*Friday*. **Monday**to Friday. **1st** **2nd**
**The *very* best** and *the **very** best*
*(optional)* *[optional]* **[name]** *…and so on* **Attention –** now
**KCSIE 2024**, *KCSIE (2024)*, **Part 1 (all staff)**
**Mr J. Smith**, *Mr O’Neill’s* class, **SEND/Inclusion lead**
**What’s new?** **Don’t** _don’t_ *‘Working together’*
**+44 1234**; **-5 degrees**; **C#** no; **& more**; **<18**; **@school**
**DfE**guidance and the**DfE** too
Grades A* to C. *Note that A\* counts.*
| **Who** | *What* |¦|---|---|¦| **Head**: | *now*, |
**1**st and 2**nd**
Signature: ____________ and Parent’s signature: \____________
Codes /, \\, L, V and (\\) and "\\" and He said \"yes\", it\'s 15\. school and \*star\* and a\) b.
Save it in `S:\Policies\`¦The office has it.
| Code | Meaning |¦|---|---|¦|\\ |Present|¦| \ | Absent |
First line\¦second
## Grade ##
"""
LOST = r"""
Parent's signature¦____________¦Date
Signed¦¦_ _ _ _ _ _ _
- ________
## Grade #
Codes /, \, L, V
Write "\" for the afternoon
Mark (\) here
Use \.
\: present pm
Save it in S:\Policies\¦The office has it.
| Code | Meaning |¦|---|---|¦|\|Present in the afternoon|
Save it in S:\_Policies.
"""


def find(line: str) -> list[str]:
    body = "## Rules\n\nBe kind.\n\n" + line.replace("¦", "\n") + "\n"
    library = load_project({PATH: make_text(body)}).library
    checks = (
        eaten_signs.signs_of_a_sentence_stay,
        eaten_signs.backslashes_stay,
        eaten_signs.lines_to_sign_stay,
    )
    return [finding.message for check in checks for finding in check(library, TODAY)]


@pytest.mark.parametrize("line", [*EATEN.strip().split("\n"), *LOST.strip().split("\n")])
def test_lost_signs_are_named(line: str) -> None:
    assert find(line)


@pytest.mark.parametrize("line", PLAIN.strip().split("\n"))
def test_plain_marks_are_not_named(line: str) -> None:
    assert find(line) == []
