"""Rules of files and names, settings, words for search and the record of approvals."""

from policybook.checks.catalogue.types import Family, Rule

_FILES = Family("files", "Files and their names")
_SETTINGS = Family("settings", "The school's settings")
_WORDS = Family("search-words", "The school's own words for search")
_RECORD = Family("record", "The record of approvals")
_TRUST = "anybody may rely on it that an approved text is as it was approved"
_WHOLE_TEXT = "a text that cannot be read whole cannot be published whole"

FILE_RULES: tuple[Rule, ...] = (
    Rule(
        code="file",
        family=_FILES,
        says="What lies in the policies' folder is an ordinary file that can be read, in its "
        "place, under a name that says what it is.",
        bad="`docs/policies/2026-09.md` outside any policy's folder; `2026-09.md.txt`; a link to "
        "a folder elsewhere.",
        good="`docs/policies/behaviour/2026-09.md`.",
        remedy="Move or rename the file as the finding says, or make it readable.",
        protects="no policy may be left out without anybody noticing",
    ),
    Rule(
        code="stray-file",
        family=_FILES,
        says="Only what is published lies in the policies' folder.",
        bad="`docs/policies/behaviour/minutes.docx`.",
        good="versions and summaries (`.md`) and pictures (`.png`, `.jpg`, `.gif`, `.webp`).",
        remedy="Keep the file somewhere else. It is not published.",
    ),
    Rule(
        code="name",
        family=_FILES,
        says="The name of a policy's folder, and of a version, can be part of a web address on any "
        "computer.",
        bad="`Attendance Policy`, `2026_September.md`, `con.md`.",
        good="`attendance-policy`, `2026-09.md`.",
        remedy="Rename it with small letters, figures and hyphens; the finding offers a name where "
        "it can.",
        protects="every version needs an address that it keeps for ever",
    ),
    Rule(
        code="encoding",
        family=_FILES,
        says="A file is saved as UTF-8, so that every letter is read as it was typed.",
        bad="a file that Notepad saved as “ANSI” or “Unicode”.",
        good="Save as, Encoding: UTF-8.",
        remedy="Save the file again with the encoding UTF-8, and look at its accents and quotation "
        "marks.",
        protects=_WHOLE_TEXT,
    ),
    Rule(
        code="character",
        family=_FILES,
        says="A text holds no characters that cannot be seen and do something.",
        bad="a control character, or one that turns the direction of writing.",
        good="letters, figures, signs and spaces.",
        remedy="Delete the character; where it cannot be seen, delete its word and type it again.",
        protects="what is read on the page must be what stands in the file",
    ),
    Rule(
        code="page",
        family=_FILES,
        says="An ordinary page (`docs/about.md`) is words, under facts that can be read; its links "
        "and pictures are held to the policies' rule.",
        bad="a first line `Note: we are closed on Monday.`, which would be taken for a fact; a "
        "picture on another site.",
        good="`# About us`, then words, and pictures from the school's own folder.",
        remedy="Put the line right that is named.",
        protects="a page may neither lose its words nor lead its readers into harm",
    ),
    Rule(
        code="no-school",
        family=_SETTINGS,
        says="The school says who it is.",
        bad="a project without `docs/policies/school.yml`.",
        good="the file with `name:` and `contact:`.",
        remedy="Write the file. Without it, pages speak of “Our school”.",
    ),
    Rule(
        code="setting",
        family=_SETTINGS,
        says="`mkdocs.yml` gives the site's name and its whole address, which is the school's own; "
        "Policybook uses nothing else of it.",
        bad="`site_url: policies.school`; an address that ends in `.example`, which nobody can "
        "have; `hooks: [own.py]`.",
        good="`site_url: https://`, then the school's own address.",
        remedy="Write the whole address; take out settings that are not used.",
        protects="feeds, calendars and printed sheets carry the address",
    ),
    Rule(
        code="unknown-code",
        family=_SETTINGS,
        says="`checks` in `school.yml` names findings by their codes, as they stand in square "
        "brackets.",
        bad="`typed_numbers:` below `checks:`.",
        good="`typed-number:`.",
        remedy="Use the code that is offered; all of them stand in the help, and `policybook check "
        "--explain CODE` tells what each means.",
        protects="a level that is changed for nothing may hide that another is not changed",
    ),
    Rule(
        code="fixed-level",
        family=_SETTINGS,
        says="A school may change the level of a finding, but not of one that protects what is "
        "published.",
        bad="`encoding:` with `level: warning`.",
        good="`typed-number:` with `level: note` and a `reason:`.",
        remedy="Take those lines out of `checks`, and put right what the finding names.",
        protects="this very protection could be switched off",
    ),
    Rule(
        code="asked-form",
        family=_WORDS,
        says="`asked.yml` is a list of questions, each with the clause that answers it.",
        bad="`- question: …` without an `answer`.",
        good="`- question: a pupil has sent me a friend request` and, below it, `answer: "
        "social-media 5.4`.",
        remedy="Write both lines for each question.",
    ),
    Rule(
        code="thesaurus",
        family=_WORDS,
        says="`vocabulary.yml` is made of themes, each a list of rows: `same`, or `say` and "
        "`means`.",
        bad="`- say: golden time` without `means`.",
        good="`- same: mum, dad, parent`; or `- say: golden time` and, below it, `means: reward`.",
        remedy="Write the row in one of the two forms.",
    ),
    Rule(
        code="numbers-of",
        family=_WORDS,
        says="`numbers_of` in `asked.yml` and `vocabulary.yml` says of which version of each "
        "policy the numbers there are.",
        bad="`numbers_of: 2023-11`; or a version that there is not, or whose words were taken out.",
        good="`numbers_of:` and, below it, `  social-media: 2023-11`.",
        remedy="Write the version whose numbers stand in the file, a line a policy; `check --fix` "
        "keeps it up to date.",
    ),
    Rule(
        code="record",
        family=_RECORD,
        says="The record of approvals is written by the commands alone, and is never edited.",
        bad="a line of `approvals.jsonl` changed, put in or taken out by hand.",
        good="the file as the commands wrote it.",
        remedy="Bring the whole file back from the last good copy.",
        protects=_TRUST,
    ),
    Rule(
        code="altered",
        family=_RECORD,
        says="An approved text stays as it was approved, letter for letter.",
        bad="“must” made into “should” in a version that is approved.",
        good="a new version with the better word, approved in its turn.",
        remedy="Write the words again as they were; then start a new version with `policybook "
        "new-version`.",
        protects=_TRUST,
    ),
    Rule(
        code="recorded-version-missing",
        family=_RECORD,
        says="An approved version keeps its file, and so its address.",
        bad="`2023-11.md` deleted because there is a newer one.",
        good="both files: the older one is shown as superseded.",
        remedy="Bring the file back, or rename it back. A policy that no longer holds is withdrawn.",
        protects=_TRUST,
    ),
    Rule(
        code="not-in-record",
        family=_RECORD,
        says="A version that says that it is approved stands in the record of approvals.",
        bad="`status: approved` typed by hand.",
        good="`policybook approve behaviour 2026-12`.",
        remedy="If it was approved as it stands, run that command; else write `status: consultation` "
        "again.",
        protects=_TRUST,
    ),
    Rule(
        code="status-taken-back",
        family=_RECORD,
        says="What was approved stays approved, and what was withdrawn stays withdrawn.",
        bad="`status: draft` written into an approved version.",
        good="a new version for a new text.",
        remedy="Write the status again as the record has it.",
        protects=_TRUST,
    ),
    Rule(
        code="review-not-recorded",
        family=_RECORD,
        says="A review that changed nothing moves the date only when it stands in the record of "
        "approvals.",
        bad="a row under `reviews` that somebody typed, and that no command entered.",
        good="the same row, entered by `policybook review behaviour`.",
        remedy="Run the command that the finding names, or take the row out.",
        protects="nobody may move a review date on their own",
    ),
    Rule(
        code="withdrawal-not-recorded",
        family=_RECORD,
        says="A policy is withdrawn only when its withdrawal stands in the record of approvals.",
        bad="`status: withdrawn`, typed by hand and entered by no command.",
        good="the same, entered by `policybook withdraw behaviour 2025-09`.",
        remedy="Run the command that the finding names, or write the status again as it was.",
        protects="nobody may take a policy out of force on their own",
    ),
    Rule(
        code="removed-text",
        family=_RECORD,
        says="Words that were taken out of a withdrawn version stay out, of the text and of its "
        "summaries.",
        bad="the file of a version whose words were taken out, with words in it again.",
        good="its facts alone, and no summary beside it.",
        remedy="Take the words out again. A text that is to be published anew is a new version.",
        protects="a person or a court had these words taken out",
    ),
    Rule(
        code="law-row",
        family=_SETTINGS,
        says="A row of the school's own register of law and names says what it was, what it is "
        "now, where that stands, and when it was checked.",
        bad="a row without `source`, or with `checked: last year`.",
        good="`old: [Blue Form]`, `kind: renamed`, `new: the Green Form`, `source: the school "
        "office`, `checked: 2026-10`.",
        remedy="Complete the row in `law.yml`, or take it out.",
    ),
)
