"""Rules of the texts that people write: the front matter and the form of a summary."""

from policybook.checks.catalogue.types import Family, Rule

_FACTS = Family("front-matter", "The facts at the top of a version")
_SUMMARY = Family("summary-form", "The form of a summary")
_FACTS_MATTER = (
    "what the policy is called, who approved it and when it is in force are read from these lines"
)
_NO_LOST_WORDS = "no words may be lost between a file and its page"

TEXT_RULES: tuple[Rule, ...] = (
    Rule(
        code="front-matter",
        family=_FACTS,
        says="A version starts with its facts, between two lines of three dashes.",
        bad="a file whose first line is `## Purpose`.",
        good="`---` on the first line, then `title: Behaviour Policy` and the other facts, one a "
        "line, then `---` again.",
        remedy="Put the two lines of dashes where they belong. `policybook new behaviour` writes a "
        "file to start from.",
        protects=_FACTS_MATTER,
    ),
    Rule(
        code="yaml",
        family=_FACTS,
        says="Facts and settings are written one a line, as a name, a colon, a space and a value: "
        "a small part of the form called YAML.",
        bad="`title:Behaviour`, `title: Behaviour: a policy`, a tab before a name.",
        good='`title: Behaviour`, `title: "Behaviour: a policy"`.',
        remedy="Mend the line that is named. A value that holds a colon and a space, or starts with "
        'a sign, goes into "quotation marks".',
        protects=_FACTS_MATTER,
    ),
    Rule(
        code="missing-field",
        family=_FACTS,
        says="A version has a title, a status, an owner, a review year and those to whom it "
        "applies; an approved one says who approved it and when.",
        bad="an approved version without `approved_on`.",
        good="`approved_by: Governing Body` and `approved_on: 2026-12-03`.",
        remedy="Add the line that is named. The approval is written for you by `policybook approve`.",
        protects=_FACTS_MATTER,
    ),
    Rule(
        code="unknown-field",
        family=_FACTS,
        says="Only facts and settings that Policybook knows are written, so that a slip of the pen "
        "is not overlooked.",
        bad="`reveiw_year: 2027/28`.",
        good="`review_year: 2027/28`.",
        remedy="Use the name that is offered, or take the line out.",
        protects=_FACTS_MATTER,
    ),
    Rule(
        code="duplicate-field",
        family=_FACTS,
        says="A fact stands once.",
        bad="two lines that start with `owner:`.",
        good="one of them.",
        remedy="Keep the line that is right, and take the other out.",
        protects=_FACTS_MATTER,
    ),
    Rule(
        code="barred-field",
        family=_FACTS,
        says="A text that is not approved does not say that it is; only a withdrawn one says when "
        "and why it was withdrawn.",
        bad="`status: consultation` with `approved_on: 2026-12-03`.",
        good="`status: consultation` alone, until the governors have met.",
        remedy="Take the line out. `policybook approve` writes the approval when there is one.",
        protects="nobody may take a proposal for an approved policy",
    ),
    Rule(
        code="field-value",
        family=_FACTS,
        says="A fact or a setting has the form that is asked for.",
        bad="`status: aproved`, `applies_to: [teachers]`.",
        good="`status: approved`, `applies_to: [staff]`.",
        remedy="Write it in the form that the finding names.",
        protects=_FACTS_MATTER,
    ),
    Rule(
        code="date",
        family=_FACTS,
        says="A date is written year-month-day; where the minutes give no day, year-month.",
        bad="`approved_on: 3/12/2026`, which is two different days to two readers.",
        good="`approved_on: 2026-12-03`, `approved_on: 2026-12`.",
        remedy="Write the date in that form. `review_by` is always a day.",
        protects=_FACTS_MATTER,
    ),
    Rule(
        code="review-year",
        family=_FACTS,
        says="A review falls into an academic year, written with both of its years.",
        bad="`review_year: 2027`, which is one of two academic years.",
        good="`review_year: 2026/27` (1 September 2026 to 31 August 2027).",
        remedy="Write the year that is meant; the finding offers both.",
        protects=_FACTS_MATTER,
    ),
    Rule(
        code="empty-summary",
        family=_SUMMARY,
        says="A summary says something.",
        bad="`2026-09.parents.md` without a line that starts with `- `.",
        good="`- Children must be 13 to use apps like Instagram. [4.2]`.",
        remedy="Write its statements, or delete the file.",
    ),
    Rule(
        code="stray-words",
        family=_SUMMARY,
        says="A summary is made of statements, one an item of a list.",
        bad="a paragraph of a summary.",
        good="`- We keep every child safe. [1.1]`.",
        remedy="Start the line with `- `, or make it a heading with `## `.",
    ),
    Rule(
        code="summary-twice",
        family=_SUMMARY,
        says="A version has one summary for each kind of reader in each language.",
        bad="`2026-09.parents.md` that says `language: pl`, and `2026-09.parents.pl.md`.",
        good="one of the two.",
        remedy="Keep one of the two files, or give the other its language in its name.",
        protects="two pages cannot have one address",
    ),
    Rule(
        code="summary-without-version",
        family=_SUMMARY,
        says="A summary is of a version that is there.",
        bad="`2031-01.parents.md` and no `2031-01.md`.",
        good="both files.",
        remedy="Rename the summary after its version, or write the version.",
        protects=_NO_LOST_WORDS,
    ),
)
