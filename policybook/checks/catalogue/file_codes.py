"""Rules of files and names, settings, words for search and the record of approvals."""

from policybook.checks.catalogue.types import Family, Rule

_FILES = Family("files", "Files and their names")
_SETTINGS = Family("settings", "The school's settings")
_WORDS = Family("search-words", "The school's own words for search")
_RECORD = Family("record", "The record of approvals")
_TRUST = "everybody must be able to rely on an approved text"
_WHOLE_TEXT = "a text that cannot be read whole cannot be published whole"

FILE_RULES: tuple[Rule, ...] = (
    Rule(
        code="file",
        family=_FILES,
        says="Every file in the policies' folder is an ordinary readable file, in its place, with "
        "a proper name.",
        bad="`docs/policies/2026-09.md` outside a policy's folder; `2026-09.md.txt`; a link to a "
        "folder elsewhere.",
        good="`docs/policies/behaviour/2026-09.md`.",
        remedy="Move or rename the file as the finding says, or make it readable.",
        protects="no policy may be left out unnoticed",
    ),
    Rule(
        code="stray-file",
        family=_FILES,
        says="The policies' folder contains only files that are published.",
        bad="`docs/policies/behaviour/minutes.docx`.",
        good="versions and summaries (`.md`) and pictures (`.png`, `.jpg`, `.gif`, `.webp`).",
        remedy="Keep the file somewhere else. It is not published.",
    ),
    Rule(
        code="unused-template",
        family=_FILES,
        says="Each of the school's templates has the name of one of Policybook's, or one of them "
        "uses it.",
        bad="`templates/policy/hom.html`.",
        good="`templates/policy/home.html`.",
        remedy="Rename the template, or remove it.",
    ),
    Rule(
        code="name",
        family=_FILES,
        says="The name of a policy's folder or of a version can be part of a web address on any "
        "computer.",
        bad="`Attendance Policy`, `2026_September.md`, `con.md`.",
        good="`attendance-policy`, `2026-09.md`.",
        remedy="Rename it with small letters, figures and hyphens. "
        "The finding suggests a name if it can.",
        protects="every version needs a permanent address",
    ),
    Rule(
        code="name-clash",
        family=_FILES,
        says="Each version and each picture has an address of its own, on any computer.",
        bad="`Behaviour` and `behaviour`; versions `1.1` and `1.01`; a version named `print`.",
        good="`behaviour`, `1.1` and `2026-09`.",
        remedy="Rename one of the two. An approved version keeps its name; rename the other.",
        protects="two pages cannot have one address",
    ),
    Rule(
        code="encoding",
        family=_FILES,
        says="A file is saved as UTF-8, so that every letter is read as it was typed.",
        bad="a file that Notepad saved as “ANSI” or “Unicode”.",
        good="Save as, Encoding: UTF-8.",
        remedy="Save the file again with the encoding UTF-8. Then check its accents and quotation "
        "marks.",
        protects=_WHOLE_TEXT,
    ),
    Rule(
        code="character",
        family=_FILES,
        says="A text has no invisible characters that have an effect.",
        bad="a control character, or a character that reverses the direction of writing.",
        good="letters, figures, signs and spaces.",
        remedy="Delete the character. If you cannot see it, delete its word and type it again.",
        protects="the page must show exactly what the file contains",
    ),
    Rule(
        code="spreadsheet",
        family=_FILES,
        says="Each row of a spreadsheet with facts is about one policy, and its dates are clear.",
        bad="`9/13/2026`; two rows for one policy; a row that changes an approved version.",
        good="`13/9/2026`, `13 September 2026` or `2026-09-13`; an academic year as `2026/27`.",
        remedy="Correct the cell that the finding names, and give the command again. Nothing is "
        "written while a row has a fault.",
    ),
    Rule(
        code="page",
        family=_FILES,
        says="An ordinary page (`docs/about.md`) has readable facts, then words. Its links and "
        "pictures follow the rules for policies.",
        bad="a first line `Note: we are closed on Monday.`, which would be read as a fact; a "
        "picture on another site.",
        good="`# About us`, then words, and pictures from the school's own folder.",
        remedy="Correct the line that the finding names.",
        protects="a page must not lose its words or harm its readers",
    ),
    Rule(
        code="no-school",
        family=_SETTINGS,
        says="The project says which school it belongs to.",
        bad="a project without `docs/policies/school.yml`.",
        good="the file with `name:` and `contact:`.",
        remedy="Write the file. Without it, pages say “Our school”.",
    ),
    Rule(
        code="setting",
        family=_SETTINGS,
        says="`mkdocs.yml` gives the site's name and its full address, which belongs to the "
        "school. It may choose colour, logo, icon, menu and footer. Other settings change nothing.",
        bad="`site_url: policies.school`; an address that ends in `.example`; `hooks: [own.py]`; "
        "a logo that is not in the folder `docs`.",
        good="`site_url: https://`, then the school's own address; "
        "`theme: {logo: assets/crest.png}`.",
        remedy="Write the full address. Remove settings that Policybook does not use.",
        protects="feeds, calendars and printed copies show the address",
    ),
    Rule(
        code="page-syntax",
        family=_FILES,
        says="An ordinary page uses only marks that its readers do not see.",
        bad='`=== "Tab"`; `??? note`; `- [ ] a task`; `{ .annotate }`; `:material-school:`.',
        good="headings, lists, tables, links, pictures and notes (`!!! note`).",
        remedy="Write it as the finding says. The page shows the marks as they are typed.",
    ),
    Rule(
        code="exclude-docs",
        family=_SETTINGS,
        says="Other programs that build sites do not publish drafts, the record of approvals and "
        "the school's settings.",
        bad="`mkdocs.yml` without `exclude_docs`: MkDocs without the plugin, ProperDocs and "
        "Zensical would publish the whole folder `docs/policies/`.",
        good="`exclude_docs: /policies/`.",
        remedy="Add the line, or run `policybook check --fix`. Policybook's own site never shows "
        "these files, with or without the line.",
    ),
    Rule(
        code="unknown-code",
        family=_SETTINGS,
        says="`checks` in `school.yml` names findings by the codes in square brackets.",
        bad="`typed_numbers:` below `checks:`.",
        good="`typed-number:`.",
        remedy="Use the suggested code. The help lists all codes, and `policybook check --explain "
        "CODE` explains one.",
        protects="a changed level with a wrong code has no effect, and nobody would notice",
    ),
    Rule(
        code="fixed-level",
        family=_SETTINGS,
        says="A school may change the level of a finding, unless it protects what is published.",
        bad="`encoding:` with `level: warning`.",
        good="`typed-number:` with `level: note` and a `reason:`.",
        remedy="Remove those lines from `checks`, and correct what the finding names.",
        protects="otherwise a school could turn this protection off",
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
        code="card-form",
        family=_WORDS,
        says="`help-cards.yml` has cards for situations of harm, each with the fields of a card.",
        bad="`- id: photo-asked` and, below it, `rule: 5.15`.",
        good="`- id: photo-asked` and, below it, `rules: [social-media 5.15]`.",
        remedy="Correct the field. A card that is wrong changes nothing on the site.",
    ),
    Rule(
        code="thesaurus",
        family=_WORDS,
        says="`vocabulary.yml` has themes. Each is a list of rows: `same`, or `say` and `means`.",
        bad="`- say: golden time` without `means`.",
        good="`- same: mum, dad, parent`; or `- say: golden time` and, below it, `means: reward`.",
        remedy="Write the row in one of the two forms.",
    ),
    Rule(
        code="numbers-of",
        family=_WORDS,
        says="`numbers_of` in `asked.yml` and `vocabulary.yml` names the version of each policy "
        "that the numbers are from.",
        bad="`numbers_of: 2023-11`; a version that does not exist, or whose words were removed.",
        good="`numbers_of:` and, below it, `  social-media: 2023-11`.",
        remedy="Write the version of the numbers, with a line for each policy. `check --fix` keeps "
        "it up to date.",
    ),
    Rule(
        code="record",
        family=_RECORD,
        says="Only the commands write the record of approvals. Nobody edits it.",
        bad="somebody changed, added or removed a line of `approvals.jsonl`.",
        good="the file as the commands wrote it.",
        remedy="Find an older copy of the file, and run `policybook rejoin COPY`. It brings lost "
        "and damaged lines back, and joins records that grew apart.",
        protects=_TRUST,
    ),
    Rule(
        code="altered",
        family=_RECORD,
        says="An approved version stays exactly as it was approved, and a withdrawn one stays "
        "withdrawn.",
        bad="an approved version in which “must” became “should”, or with `status: draft`.",
        good="a new version with the better word, approved in its turn.",
        remedy="`policybook restore behaviour 2025-09` puts the file back. "
        "Then start a new version with `policybook new-version`.",
        protects=_TRUST,
    ),
    Rule(
        code="recorded-version-missing",
        family=_RECORD,
        says="An approved version keeps its file, and so its address.",
        bad="`2023-11.md` deleted because there is a newer one.",
        good="both files; the site shows the older one as superseded.",
        remedy="`policybook restore behaviour 2023-11` puts the file back. If it was renamed, give "
        "it its old name. To end a policy, withdraw it.",
        protects=_TRUST,
    ),
    Rule(
        code="not-in-record",
        family=_RECORD,
        says="A version with the status `approved` is in the record of approvals.",
        bad="`status: approved` typed by hand.",
        good="`policybook approve behaviour 2026-12`.",
        remedy="If this text was approved, run that command. "
        "Otherwise write `status: consultation` again.",
        protects=_TRUST,
    ),
    Rule(
        code="review-not-recorded",
        family=_RECORD,
        says="A review without a change moves the date only if it is in the record of approvals.",
        bad="a row under `reviews` that somebody typed by hand.",
        good="the same row, written by `policybook review behaviour`.",
        remedy="Run the command that the finding names, or remove the row.",
        protects="no one may move a review date alone",
    ),
    Rule(
        code="withdrawal-not-recorded",
        family=_RECORD,
        says="A policy is withdrawn only if its withdrawal is in the record of approvals.",
        bad="`status: withdrawn`, typed by hand.",
        good="the same status, written by `policybook withdraw behaviour 2025-09`.",
        remedy="Run the command that the finding names, or restore the old status.",
        protects="no one may end a policy alone",
    ),
    Rule(
        code="removed-text",
        family=_RECORD,
        says="Removed words of a withdrawn version stay out of its text and its summaries.",
        bad="a version whose words were removed, with words in its file again.",
        good="its front matter alone, and no summary.",
        remedy="Remove the words again. To publish a text again, write a new version.",
        protects="a person or a court had these words removed",
    ),
    Rule(
        code="law-row",
        family=_SETTINGS,
        says="A row of the school's register of law and names gives the old name, the new name, "
        "the source and the day of its check.",
        bad="a row without `source`, or with `checked: last year`.",
        good="`old: [Blue Form]`, `kind: renamed`, `new: the Green Form`, `source: the school "
        "office`, `checked: 2026-10`.",
        remedy="Complete the row in `law.yml`, or remove it.",
    ),
    Rule(
        code="statutory-row",
        family=_SETTINGS,
        says="A decision of the school about a required policy names a row of the list, and "
        "gives a reason or the folder of a policy.",
        bad="`carers: We have no such pupils.` below `not_applicable:`, where the row is called "
        "`careers`.",
        good="`careers: The school has no pupils older than 11.`",
        remedy="Correct the line in `statutory.yml`, or remove it.",
    ),
)
