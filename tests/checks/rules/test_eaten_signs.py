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
A*A*A
D*D*D* here
2**3**4
**61*0777**10#
Search *.doc* now
Use _Surname_Forename_ now
Ref __-__-__
Sort code __–__–__
Code __—__ and __…__
Date: ___th of ______ 20___
Date: __th of__ 20__
#_HillTop_ and @_HillTop_
__office__@school.example
"*" for late and "*" for absent
Cost (*) is shown. Note* this.
*#62* now
Save as _admin_\x
*: pen, ruler*. Code ** is closed**.
Date: __day of__ 20__
Deposit: £__per pupil__
Date **/**/** on the form
[__] Yes [__] No
Use "**" for x and "**" for y
(**) is bold. Note** this
Follow @_`Hill` Top_ now
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
Ref \_\_-\_\_ and Code: /\\, L (/\\) and / or \\¦for the day
| Code | Means |¦|---|---|¦|/\\ |Present|
> Sign here: ____________
**⚠️ Stop** and **📞 Call** and **☎ Call** and **→ next** and **✓ done**
*...and so on* and **...and so on** and **§ 5** and *§ 5* and **#BeKind** and **≥5** and **5°**
**£** and *¿Qué?* and **• Aims** and **© 2026** and *© 2026* and (*see below*)
£**5** and **3.1**Staff and **Note:**this and **Year 7**s and **Staff**,**parents**
**T**ogether**E**veryone and **T**ogether**E**veryone**A**chieves**M**ore
_KS2_, _Y6_, _Year7_, __dsl__, __ofsted__, _2024_, _H2O_, _Covid19_ and __init__
DSL¦: the lead
**DSL**¦: the lead
A*¦: the best grade
/¦: present am
= sign¦: equal
% of pupils¦: a figure
5*¦: a hotel
**`.env` file** in it
**\¦Guidelines:** (How we do it)
\...the concern must be: x
(**at present … requests)**.
**kept over¦two lines** and **bold**`code` and **[link](http://x.example)**now
*£5*, *(a)*, *“Yes”*, *=5*, *%*, *#tag*, *~5*, *→ next*, *✓ done*, *é*, *½ day*, *•*, *°C*, *× 2*, *📞 Call*, *‘a’*, *«a»*, *¡Hola!*
**£5**, **(a)**, **=5**, **%**, **~5**, **½ day**, **Aims ✓**, **100%**, **Aims*:** x, **a/b**, **a)**, **1.**, **A**:**B**
**Aims **and **rules**; **A**B**C**; un**happy**; **a**-**b**; **e**mail; **S.E.N.**; 3.1**Staff**; **5**kg; No.**5**; **A)** x
**Step 1**–**Step 2**; **(1)**Staff; *i.e.*; **a *b* c**; *a **b** c*; **“Staff**”; “**Staff”**; **(see 3.1**); ***both***
_Aims_, _e.g._ x, _PSHE_/_RSE_, _his_/_her_/_their_, __Note__:, __KCSIE2026__, _n_, _see Form_A for it_
**{{SCOPE}}**, **≤90**, **Round-Ups®**, **liquidity/**, **third-party-risk/** and **_____**
**Room #5** and **#1** priority, ****bold****
**/** or **`\`** and /\ here
**Email:** **office@x.org** and **www.x.org**
Explore C\# \("c-sharp"\) & more
*b)  **Three weeks:** from day one*
(*see 3.1)* here
"""
LOST = r"""
Parent's signature¦____________¦Date
Signed¦¦_ _ _ _ _ _ _
- ________
> Sign here¦> ____________¦> Date
## Grade #
Codes /, \, L, V
Write "\" for the afternoon
Mark (\) here
Use \.
\: present pm
Save it in S:\Policies\¦The office has it.
| Code | Meaning |¦|---|---|¦|\|Present in the afternoon|
Save it in S:\_Policies.
Codes: /\, L and N
Mark it (/\) now
- /\: all day
| Code | Means |¦|---|---|¦|/\|Present all day|
| Code | Means |¦|---|---|¦| /\|Present all day|
Use /\.
The codes are / and \¦for the day.
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


@pytest.mark.parametrize("line", EATEN.strip().split("\n"))
def test_the_words_quoted_stand_in_the_source(line: str) -> None:
    quoted = [message[1:].split("” was read")[0] for message in find(line)]
    assert [words for words in quoted if words not in line] == []
