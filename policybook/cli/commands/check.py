"""The commands that say what is wrong, explain it, and put right what changes no word; and the schemas for editors."""

import argparse
import os
import sys
import textwrap
from collections.abc import Callable
from pathlib import Path
from typing import TextIO

from policybook import search
from policybook.checks import catalogue
from policybook.checks.catalogue import Rule
from policybook.checks.fix import renumbering, tidy
from policybook.cli.commands.options import (
    HINT,
    Asked,
    Refused,
    asked_for,
    cut_off,
    shown,
    understood,
)
from policybook.model import addresses, findings
from policybook.model.findings import Finding, Severity, count_of
from policybook.publish import atomic_file
from policybook.reading import json_schema as schemas
from policybook.reading import layout, library
from policybook.reading.snapshot import read_sources

Wanted = Callable[[str], bool]


def check(options: argparse.Namespace) -> int:
    if options.explain:
        return _explain(options.explain)
    asked = asked_for(options)
    wanted = _wanted(options.paths, asked.project)
    if options.fix:
        told = sys.stdout if options.format == "text" else sys.stderr
        _fix(asked.project, wanted, told)
        _renumber(asked, wanted, told)
    made = understood(asked)
    every = (*made.findings, *cut_off(asked, made))
    found = [finding for finding in every if wanted(finding.path)]
    _print(found, options.format, made.renderer.settings.url)
    if options.format == "text":
        _sum_up(found, len(every) - len(found))
    stops = (Severity.ERROR, Severity.WARNING) if options.strict else (Severity.ERROR,)
    return 1 if any(finding.severity in stops for finding in found) else 0


def _wanted(paths: list[Path], project: Path) -> Wanted:
    """Whether a file of the project is one of `paths`, or in one of them. Without paths, every file is."""
    kept = [_within(path, project) for path in paths]
    return lambda path: (
        not kept or any(path == one or path.startswith(f"{one}/") or one == "." for one in kept)
    )


def _within(path: Path, project: Path) -> str:
    """A path as typed, from here or from the school's folder, as findings name it."""
    for place in (Path.cwd() / path, project / path):
        for whole in (Path(os.path.abspath(place)), place.resolve()):
            if whole.exists() and whole.is_relative_to(project):
                return whole.relative_to(project).as_posix()
    raise Refused(f"There is no file or folder {path} in {shown(project)}.")


def _print(found: list[Finding], form: str, url: str) -> None:
    def help_at(code: str) -> str:
        rule = catalogue.rule(code)
        address = addresses.rule(rule.family.name, rule.code) if rule else ""
        return f"{url.rstrip('/')}/{address}" if url and address else address

    def as_github(found: list[Finding]) -> str:
        return findings.as_github(found, lambda code: help_at(code) if url else "")

    text = (
        findings.as_text(found)
        if form == "text"
        else findings.as_json(found, help_at)
        if form == "json"
        else as_github(found)
    )
    if text:
        print(text)


def _sum_up(found: list[Finding], elsewhere: int) -> None:
    if found:
        print(HINT)
    if elsewhere:
        print(f"{count_of(elsewhere, 'finding')} in other files: {layout.COMMAND} check")
    counts = (count_of(sum(f.severity is level for f in found), str(level)) for level in Severity)
    print(", ".join(counts) + ".")


def _explain(typed: str) -> int:
    rule = catalogue.rule(typed.strip().strip("[]"))
    if rule is None:
        near = " or ".join(catalogue.near(typed))
        meant = (
            f"Did you mean {near}?"
            if near
            else f"The codes are: {', '.join(sorted(r.code for r in catalogue.every()))}."
        )
        raise Refused(f"No finding has the code {typed}. {meant}")
    for words in _told(rule):
        print(
            textwrap.fill(
                words,
                100,
                subsequent_indent="" if words == rule.says else " " * 10,
                break_on_hyphens=False,
                break_long_words=False,
            )
        )
    return 0


def _told(rule: Rule) -> list[str]:
    level = (
        f"it stays an error: {rule.protects}."
        if rule.protects
        else "the school may change it under `checks` in school.yml, and says why."
    )
    return [
        f"{rule.code}: {rule.family.title}",
        rule.says,
        f"Bad:      {rule.bad}",
        f"Good:     {rule.good}",
        f"Remedy:   {rule.remedy}",
        f"Level:    {level[0].upper()}{level[1:]}",
    ]


def _fix(project: Path, wanted: Wanted, told: TextIO) -> None:
    """Write every file that can be put into better form without changing a word, and say what was done."""
    sources = read_sources(project)
    count = 0
    for one in tidy.mended(sources, library.load(sources).library, wanted):
        if one.done:
            if (project / one.path).read_bytes() != sources.files[one.path]:
                print(f"{one.path}: left as it is: somebody has just saved it.", file=told)
                continue
            atomic_file.replace(project / one.path, one.data)
            count += 1
            print(f"{one.path}: {', '.join(one.done)}.", file=told)
        if one.left:
            print(f"{one.path}: left as it is: {one.left}.", file=told)
    print(f"{count_of(count, 'file')} put into better form; no word was changed.", file=told)


def _renumber(asked: Asked, wanted: Wanted, told: TextIO) -> None:
    """Write the numbers of today into the files that name clauses, and say what was done."""
    sources = read_sources(asked.project)
    known = library.load(sources).library
    of = {
        path: renumbering.versions(known, asked.today, path)
        for path in search.PATHS
        if wanted(path)
    }
    for one in renumbering.brought_up(sources, known, asked.today, of):
        if one.left:
            print(f"{one.path}: left as it is: {one.left}.", file=told)
        elif (asked.project / one.path).read_bytes() != sources.files[one.path]:
            print(f"{one.path}: left as it is: somebody has just saved it.", file=told)
        else:
            atomic_file.replace(asked.project / one.path, one.data)
            print(f"{one.path}: wrote {one.told}.", file=told)


def schema(options: argparse.Namespace) -> int:
    project = options.project.resolve()
    folder = options.folder or project / "schemas"
    folder.mkdir(parents=True, exist_ok=True)
    for name, made in schemas.every().items():
        file = folder / f"{name}.json"
        atomic_file.replace(file, schemas.written(made).encode())
        print(f"Wrote {shown(file)}.")
    return 0
