"""List who must, must not, should or may do what in a version, by rules that people can read.

It must not know a page. The policy itself is what counts.

    for duty in duties(version, school): ...   # in the order of the text, with its sentence

- **Must**: must, shall, is required to, has to, needs to, is to, has a duty to. **Must not**:
  must not, may not, cannot, do not, never, is prohibited; no pupil may. **Should**: should,
  ought to, is expected, advised or encouraged to. **Will**: what the text says will be done.
- A procedure in the present tense is a must: "records are kept", "staff do not promise", and
  "visitors sign in", if the verb is a usual deed, or has an object or a time. So are a command
  ("Ring the office") and a responsibility ("is responsible for", "it falls to the clerk to").
- An item of a list takes the duty of its opening words ("Staff must"), unless it has its own.
  After words that only name a person ("The head of year:") each item says what that person
  does. No item after "The aims are:" or "except:" is a duty.
- **Who** is the subject of the verb, if its head is a word for a person or body. With a passive
  verb ("must be reported") it is the person after "by". "They" is the person that the sentence,
  the clause or the heading named last. A command speaks to the reader, "you", or to the person
  in the heading. "Must not be done" speaks to "anyone". Else `who` is empty.
- A sentence with two verbs of one kind for one person is one duty. Where a pasted text runs on
  without a full stop, a heading in capitals and "The headteacher …" start a new sentence.
- These are no permission: "can" that says which thing is meant ("any tool that you can use"),
  "may" that explains a word ("we use the term …") or warns ("be aware that it may be shared",
  "may be held liable").
- What a thing is sets no duty ("a quorum shall be six", "teachers are paid on six points"), nor
  does what "we can" do, what "can be done", or an item after "such as:". "Shall be entitled to"
  is a right.
- "May", "can" and "will" that say what could happen ("this may attract attention", "most
  children will") are neither permission nor duty, and are left out. So are verbs of what
  somebody is, has, feels or knows, what is quoted or hoped, verbs in a condition or a reason
  ("if staff must leave", "so we can tell others"), and those that say who is meant ("children
  who need to rest").
"""

from policybook.analysis.duties.extraction import ACCURACY, Duty, duties
from policybook.analysis.duties.verb_kinds import DutyKind
