"""A version -> who must, must not, should or may do what. By rules that can be read here; the policy itself is what counts.

    for duty in duties(version, school): ...   # in the order of the text, each with the sentence that says it

- **Must**: must, shall, is required to, has to, needs to, is to, has a duty to. **Must not**: must not, may not, cannot, do not, never,
  is prohibited; no pupil may. **Should**: should, ought to, is expected, advised or encouraged to. **Will**: what is said to be done.
- An item of a list whose opening words end in a verb and a colon ("Staff must:") has the duty of those words, unless it has one itself.
- **Who** is the subject of the verb, where that is a person or body; with a verb in the passive ("must be reported") it is who follows "by".
  "They" is whom the sentence or the clause named last; "do not …" is said to the reader, "you"; what "must not be done" is said to "anyone".
  Where the text does not say who, `who` is empty.
- A sentence with two verbs of one kind for one person is one duty. Where a pasted text runs on without a full stop, a heading in capitals
  and "The headteacher …" in its midst begin a new sentence.
- "Can" that says which thing is meant ("any tool that you can use"), and "may" in what a word means ("we use the term …") or
  in a warning ("be aware that it may be shared", "may be held liable"), is no permission.
- "May", "can" and "will" that say what could or will happen ("this may attract attention") are no permission and no duty, and are left out.
"""

from policybook.analysis.duties.extraction import Duty, DutyKind, duties

__all__ = ["Duty", "DutyKind", "duties"]
