"""The command that reports what is wrong, explains a code, and corrects what changes no word."""

import argparse
import os
import sys
import textwrap
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

from policybook.checks import catalogue, recorded_versions
from policybook.cli.commands.options import HINT, Refused, open_school, read_options, short_path
from policybook.cli.program import as_typed, findings_as_typed, say
from policybook.cli.terminal import choose_paint
from policybook.model import addresses, findings
from policybook.model.findings import Finding, Severity, format_count
from policybook.project.open import find_cut_off
from policybook.project.record_memory import recall

_MOST_OF_A_CODE = 10


def check(options: argparse.Namespace) -> int:
    if options.explain:
        return _explain(options.explain)
    common = read_options(options)
    is_wanted = _select_paths(options.paths, common.project)
    school = open_school(common)
    if options.fix:
        from policybook.cli.commands import fix  # it knows much that a check needs not

        out = sys.stdout if options.format == "text" else sys.stderr
        school = fix.fix(school, is_wanted, out)
    problems = school.find_all()
    memory = recall(common.project, common.site_dir, short_path(common.site_dir))
    lost = find_cut_off(school.library.record, problems, memory)
    problems = tuple(recorded_versions.drop_requests((*problems, *lost)))
    code = _find_rule(options.code).code if options.code else ""
    wanted = findings_as_typed(finding for finding in problems if is_wanted(finding.path))
    shown = [finding for finding in wanted if code in ("", finding.code)]
    if options.format == "text":
        listed = shown if options.all or code else _list_first(shown)
        _print(listed, options.format, school.loaded.host.url)
        _sum_up(shown, len(shown) - len(listed), len(problems) - len(wanted))
    else:
        _print(shown, options.format, school.loaded.host.url)
    stops = (Severity.ERROR, Severity.WARNING) if options.strict else (Severity.ERROR,)
    return 1 if any(finding.severity in stops for finding in shown) else 0


def _select_paths(paths: Sequence[Path], project: Path) -> Callable[[str], bool]:
    """Return whether a file of the project is one of `paths`, or below one of them.

    Without paths, every file is.
    """
    names = [_name_in_project(path, project) for path in paths]
    return lambda path: (
        not names or any(name in (path, ".") or path.startswith(f"{name}/") for name in names)
    )


def _name_in_project(path: Path, project: Path) -> str:
    """Return the path as findings name it. It may be relative to this folder or to the project."""
    for place in (Path.cwd() / path, project / path):
        for whole in (Path(os.path.abspath(place)), place.resolve()):
            if whole.exists() and whole.is_relative_to(project):
                return whole.relative_to(project).as_posix()
    raise Refused(f"There is no file or folder {path} in {short_path(project)}.")


def _print(problems: Sequence[Finding], form: str, url: str) -> None:
    def help_address(code: str) -> str:
        rule = catalogue.find_rule(code)
        address = addresses.rule(rule.family.name, rule.code) if rule else ""
        return f"{url.rstrip('/')}/{address}" if url and address else address

    if form == "json":
        print(findings.as_json(problems, help_address))
    elif not problems:
        return
    elif form == "github":
        print(findings.as_github(problems, lambda code: help_address(code) if url else ""))
    else:
        print(findings.as_text(problems, choose_paint(sys.stdout)))


def _list_first(problems: Sequence[Finding]) -> list[Finding]:
    """Return every error, and the first ten warnings or notes of each code, in their order."""
    listed: Counter[str] = Counter()
    first = []
    for finding in problems:
        listed[finding.code] += finding.severity is not Severity.ERROR
        if finding.severity is Severity.ERROR or listed[finding.code] <= _MOST_OF_A_CODE:
            first.append(finding)
    return first


def _sum_up(problems: Sequence[Finding], unlisted: int, elsewhere: int) -> None:
    """Print how many findings each code has, what was left out, and the sums."""
    if problems:
        say(HINT)
    if unlisted:
        say(
            f"{format_count(unlisted, 'more finding')} of the same codes. "
            "All of them: policybook check --all. Of one code: policybook check --code CODE"
        )
    if elsewhere:
        say(f"{format_count(elsewhere, 'finding')} in other files: policybook check")
    for code, count in Counter(finding.code for finding in problems).most_common():
        print(f"{count:5}  {code}")
    counts = (
        format_count(sum(finding.severity is level for finding in problems), str(level))
        for level in Severity
    )
    print(", ".join(counts) + ".")


def _find_rule(typed: str) -> catalogue.Rule:
    rule = catalogue.find_rule(typed.strip().strip("[]"))
    if rule is None:
        codes = ", ".join(sorted(rule.code for rule in catalogue.list_rules()))
        near = " or ".join(catalogue.suggest_codes(typed))
        hint = f"Did you mean {near}?" if near else f"The codes are: {codes}."
        raise Refused(f"No finding has the code {typed}. {hint}")
    return rule


def _explain(typed: str) -> int:
    rule = _find_rule(typed)
    for paragraph in _describe(rule):
        indent = "" if paragraph == rule.says else " " * 10
        lines = textwrap.TextWrapper(100, subsequent_indent=indent, break_on_hyphens=False)
        lines.break_long_words = False
        print(lines.fill(as_typed(paragraph)))
    return 0


def _describe(rule: catalogue.Rule) -> list[str]:
    if rule.protects:
        level = f"It is always an error: {rule.protects}."
    else:
        level = "The school may change it under `checks` in school.yml, with a reason."
    return [
        f"{rule.code}: {rule.family.title}",
        rule.says,
        f"Bad:      {rule.bad}",
        f"Good:     {rule.good}",
        f"Remedy:   {rule.remedy}",
        f"Level:    {level}",
    ]
