"""Follow clause numbers through an approval.

`asked.yml` and `vocabulary.yml` get the new ones. Other policies that cite the old ones are
named.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from policybook import checks, search
from policybook.analysis import rules_elsewhere
from policybook.checks.fix import renumbering
from policybook.checks.rules import references
from policybook.model import Library, Severity
from policybook.reading import library
from policybook.reading.files.snapshot import Sources


def describe_renumbering(file: renumbering.RenumberedFile) -> str:
    """Return a sentence on a file's new numbers, or on why it is not changed."""
    if file.obstacle:
        return f"This does not change {file.path}: {file.obstacle}."
    return f"This updates {file.path}: {file.description}."


def renumber_files(
    sources: Sources,
    before: Library,
    after: Library,
    new_pairs: Sequence[tuple[str, str]],
    today: date,
) -> tuple[renumbering.RenumberedFile, ...]:
    """Return the files that name clauses of the approved policies, with their new numbers."""
    policies = {policy for policy, _ in new_pairs}
    number_versions = {
        path: renumbering.read_number_versions(before, today, path) for path in search.PATHS
    }
    wanted = {
        path: {p: v for p, v in versions.items() if p in policies}
        for path, versions in number_versions.items()
    }
    return renumbering.bring_up_to_date(sources, after, today, wanted)


def find_lost_answers(after: Library, files: Mapping[str, bytes], today: date) -> Iterator[str]:
    """Yield the answers in `asked.yml` that search would no longer show, and broken rows."""
    words = {path: library.decode(files[path], path)[0] for path in search.PATHS if path in files}
    project = replace(after, words={**after.words, **words})
    findings = [
        str(finding)
        for finding in checks.run_number_checks(project, today)
        if finding.code == "asked" or finding.severity is Severity.ERROR
    ]
    if findings:
        yield "After this approval, search no longer gives these answers. Please look at them:"
        yield from findings


def find_moved_citations(
    after: Library, new_pairs: Sequence[tuple[str, str]], today: date
) -> Iterator[str]:
    """Yield each reference in another policy to a rule that the approved texts move."""
    for version, place, moved in rules_elsewhere.list_moved(after, today):
        if moved.new.key in new_pairs:
            line = references.find_number(version, place.clause, place.rule.number)
            yield (
                f"{version.path}:{line} cites {place.rule.words} of “{moved.new.facts.title}”. "
                f"That rule {references.describe_move(place.rule, moved)}. "
                f"Correct it with: policybook new-version {version.policy} NEW"
            )
