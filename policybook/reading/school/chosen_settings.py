"""Join what `school.yml` and `mkdocs.yml` choose, and say what has no effect or another one."""

from collections.abc import Iterator
from dataclasses import replace

from policybook.model import Finding, School, Severity
from policybook.reading.files import layout
from policybook.reading.files.snapshot import Sources
from policybook.reading.school import mkdocs_look, mkdocs_yml, site_look
from policybook.reading.school.mkdocs_yml import HostSettings
from policybook.text import readable_colours


def join(
    written: School, host: HostSettings, sources: Sources
) -> tuple[School, tuple[Finding, ...]]:
    """Return the school with the settings of both files, and what is wrong with these.

    `written` is what `school.yml` says. The menu lacks the pages that are not there.
    """
    school = mkdocs_yml.add_to_school(written, host)
    findings = (
        *mkdocs_yml.find_other_language(school, host),
        *find_other_look(written, host),
        *find_english_words(written, host),
        *find_changed_colour(written, host),
        *site_look.find_missing_files(school.look, sources.files, sources.pages),
    )
    shown = site_look.drop_missing_pages(school.look, sources.pages)
    return replace(school, look=shown), findings


def find_other_look(written: School, host: HostSettings) -> Iterator[Finding]:
    """Yield a finding for each choice of the look that `school.yml` makes in another way."""
    for choice, setting in mkdocs_look.SETTINGS.items():
        chosen, other = getattr(written.look, choice), getattr(host.look, choice)
        if chosen and other and chosen != other:
            yield Finding(
                path=mkdocs_yml.PATH,
                line=host.lines[choice],
                severity=Severity.WARNING,
                code="setting",
                message=f"the setting `{setting}` changes nothing: `look` in school.yml has a "
                f"`{choice}`",
                remedy=f"Remove it, or remove `{choice}` from `look` in school.yml.",
            )


def find_english_words(written: School, host: HostSettings) -> Iterator[Finding]:
    """Yield a note if the site has another language than its own words, which are English."""
    is_written = "language" in written.lines
    language = written.language if is_written else host.language
    if language and language.split("-")[0].lower() != "en":
        path = layout.SCHOOL if is_written else mkdocs_yml.PATH
        yield _note(
            path,
            written.lines["language"] if is_written else host.lines["language"],
            f"the language “{language}” is that of the policies: the site's own words, such as "
            "menus and headings, stay English",
            "If the policies are in that language, leave it. If they are in English, write "
            f"`language: {'en-GB' if is_written else 'en'}`.",
        )


def find_changed_colour(written: School, host: HostSettings) -> Iterator[Finding]:
    """Yield a note if light pages have another colour than the chosen one."""
    colour = written.look.colour or host.look.colour
    if not colour:
        return
    bar = readable_colours.darken_for_bar(colour)
    links = readable_colours.darken_for_links(colour)
    if colour == bar == links:
        return
    if bar == links:
        change = f"the head of each page and its links have {bar} instead"
    elif bar == colour:
        change = f"the links of a page have {links} instead"
    else:
        change = f"the head of each page has {bar} instead, and its links have {links}"
    is_written = bool(written.look.colour)
    yield _note(
        layout.SCHOOL if is_written else mkdocs_yml.PATH,
        written.lines.get("look.colour", 1) if is_written else host.lines["colour"],
        f"people could not read words in or on the colour {colour}, so {change}",
        f'Leave it, or write `{"colour" if is_written else "primary"}: "{links}"`.',
    )


def _note(path: str, line: int, message: str, remedy: str) -> Finding:
    return Finding(
        path=path, line=line, severity=Severity.NOTE, code="setting", message=message, remedy=remedy
    )
