"""List who must, must not, should or may do what in a version, by rules that people can read.

It must not know a page. The policy itself is what counts.

    for duty in duties(version, school): ...   # in the order of the text, with its sentence

- **Must**: must, shall, is required to, has to, needs to, is to, has a duty to. **Must not**:
  must not, may not, cannot, do not, never, is prohibited; no pupil may. **Should**: should,
  ought to, is expected, advised or encouraged to. **Will**: what the text says will be done.
- An item of a list takes the duty of opening words that end in a verb and a colon ("Staff
  must:"), unless it has its own.
- **Who** is the subject of the verb, if that is a person or body. With a passive verb ("must
  be reported") it is the person after "by". "They" is the person that the sentence or the
  clause named last. "Do not …" speaks to the reader, "you". "Must not be done" speaks to
  "anyone". Where the text does not name anyone, `who` is empty.
- A sentence with two verbs of one kind for one person is one duty. Where a pasted text runs on
  without a full stop, a heading in capitals and "The headteacher …" start a new sentence.
- These are no permission: "can" that says which thing is meant ("any tool that you can use"),
  "may" that explains a word ("we use the term …") or warns ("be aware that it may be shared",
  "may be held liable").
- "May", "can" and "will" that say what could happen ("this may attract attention") are neither
  permission nor duty, and are left out.
"""

from policybook.analysis.duties.extraction import Duty, duties
from policybook.analysis.duties.verb_kinds import DutyKind

__all__ = ["Duty", "DutyKind", "duties"]
