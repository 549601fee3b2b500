"""Rules of the texts that people write: the front matter and the form of a summary."""

from policybook.checks.catalogue.types import Family, Rule

_FACTS = Family("front-matter", "The facts at the top of a version")
_SUMMARY = Family("summary-form", "The form of a summary")
_FACTS_MATTER = "the title, the approval and the dates come from these lines"
_NO_LOST_WORDS = "the page must show every word of the file"

TEXT_RULES: tuple[Rule, ...] = (
    Rule(
        code="front-matter",
        family=_FACTS,
        says="A version starts with its front matter: facts between two lines of three dashes.",
        bad="a file whose first line is `## Purpose`.",
        good="`---` on the first line, then `title: Behaviour Policy` and the other facts, one on "
        "each line, then `---` again.",
        remedy="Put the two lines of dashes in their places. `policybook new behaviour` writes a "
        "file to start from.",
        protects=_FACTS_MATTER,
    ),
    Rule(
        code="yaml",
        family=_FACTS,
        says="Each fact or setting is on its own line: a name, a colon, a space and a value. This "
        "is a small part of YAML.",
        bad="`title:Behaviour`, `title: Behaviour: a policy`, a tab before a name.",
        good='`title: Behaviour`, `title: "Behaviour: a policy"`.',
        remedy="Correct the line that the finding names. If a value has a colon and a space, or "
        'starts with a sign, put it in "quotation marks".',
        protects=_FACTS_MATTER,
    ),
    Rule(
        code="missing-field",
        family=_FACTS,
        says="A version has a title, a status, an owner, a review year and its readers "
        "(`applies_to`). An approved version also says who approved it and when.",
        bad="an approved version without `approved_on`.",
        good="`approved_by: Governing Body` and `approved_on: 2026-12-03`.",
        remedy="Add the line that the finding names. `policybook approve` writes the approval for "
        "you.",
        protects=_FACTS_MATTER,
    ),
    Rule(
        code="unknown-field",
        family=_FACTS,
        says="The front matter and the settings use only names that Policybook knows. So no typing "
        "error goes unnoticed.",
        bad="`reveiw_year: 2027/28`.",
        good="`review_year: 2027/28`.",
        remedy="Use the suggested name, or remove the line.",
        protects=_FACTS_MATTER,
    ),
    Rule(
        code="duplicate-field",
        family=_FACTS,
        says="Each fact appears once.",
        bad="two lines that start with `owner:`.",
        good="one of them.",
        remedy="Keep the right line, and remove the other.",
        protects=_FACTS_MATTER,
    ),
    Rule(
        code="barred-field",
        family=_FACTS,
        says="Only an approved text says who approved it. Only a withdrawn text says when and why "
        "it was withdrawn. Only a text out for consultation says until when to comment.",
        bad="`status: consultation` with `approved_on: 2026-12-03`.",
        good="`status: consultation` alone, until the governors have met.",
        remedy="Remove the line. `policybook approve` writes the approval after the decision, and "
        "removes the lines about comments.",
        protects="nobody may take a proposal for an approved policy",
    ),
    Rule(
        code="field-value",
        family=_FACTS,
        says="The value of a fact or setting has the right form.",
        bad="`status: aproved`, `applies_to: [teachers]`.",
        good="`status: approved`, `applies_to: [staff]`.",
        remedy="Write it in the form that the finding names.",
        protects=_FACTS_MATTER,
    ),
    Rule(
        code="date",
        family=_FACTS,
        says="A date is written year-month-day. If the minutes give no day, it is year-month.",
        bad="`approved_on: 3/12/2026`, which could mean either of two days.",
        good="`approved_on: 2026-12-03`, `approved_on: 2026-12`.",
        remedy="Write the date in that form. `review_by` is always a day.",
        protects=_FACTS_MATTER,
    ),
    Rule(
        code="review-year",
        family=_FACTS,
        says="The review year is an academic year, with both of its years.",
        bad="`review_year: 2027`, which could mean either of two academic years.",
        good="`review_year: 2026/27` (1 September 2026 to 31 August 2027).",
        remedy="Write the right year. The finding suggests both.",
        protects=_FACTS_MATTER,
    ),
    Rule(
        code="empty-summary",
        family=_SUMMARY,
        says="A summary has at least one statement.",
        bad="`2026-09.parents.md` without a line that starts with `- `.",
        good="`- Children must be 13 to use apps like Instagram. [4.2]`.",
        remedy="Write its statements, or delete the file.",
    ),
    Rule(
        code="stray-words",
        family=_SUMMARY,
        says="A summary is a list of statements, each on its own line.",
        bad="a paragraph of a summary.",
        good="`- We keep every child safe. [1.1]`.",
        remedy="Start the line with `- `, or make it a heading with `## `.",
    ),
    Rule(
        code="summary-twice",
        family=_SUMMARY,
        says="A version has one summary for each kind of reader in each language.",
        bad="`2026-09.parents.md` with `language: pl`, and `2026-09.parents.pl.md`.",
        good="one of the two files.",
        remedy="Keep one of the two files, or add the language to the name of the other.",
        protects="two pages cannot have one address",
    ),
    Rule(
        code="summary-without-version",
        family=_SUMMARY,
        says="Every summary belongs to a version that exists.",
        bad="`2031-01.parents.md` without `2031-01.md`.",
        good="both files.",
        remedy="Rename the summary after its version, or write the version.",
        protects=_NO_LOST_WORDS,
    ),
)
