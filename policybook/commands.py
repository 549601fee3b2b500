"""What each command of `build.py` does, says and returns: 0 done, 1 refused or wrong."""

import argparse
import contextlib
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from policybook import (
    approval,
    dates,
    findings,
    library,
    names,
    plaintext,
    plugin,
    publish,
    scaffold,
    site,
    timeline,
)
from policybook.findings import Finding, Severity, count_of
from policybook.model import AcademicYear, Policy, Reader, Version
from policybook.outputs.changes import data as redline_data
from policybook.outputs.changes import page as redline_page
from policybook.press import Settings
from policybook.site import Site
from policybook.sources import read_sources
from policybook.templates import read_templates


class Refused(Exception):
    """What was asked cannot be done; the message is for the one who asked."""


@dataclass(frozen=True, slots=True)
class Asked:
    """The options, read and sound."""

    project: Path
    site_dir: Path
    today: date
    today_given: bool
    drafts: bool
    pdf: bool
    all_pairs: bool


def _asked(options: argparse.Namespace) -> Asked:
    """The options of any command; one that it does not have stands as if it had not been given."""
    project = options.project.resolve()
    if not project.is_dir():
        raise Refused(f"There is no folder {options.project}.")
    drafts = getattr(options, "drafts", False)
    folder = getattr(options, "site_dir", None) or project / ("site-drafts" if drafts else "site")
    return Asked(
        project=project,
        site_dir=Path(os.path.abspath(folder)),
        today=options.today or plugin.london_today(),
        today_given=options.today is not None,
        drafts=drafts,
        pdf=getattr(options, "pdf", False),
        all_pairs=getattr(options, "redlines", "all") == "all",
    )


def _understood(asked: Asked) -> Site:
    settings = Settings(drafts=asked.drafts, pdf=asked.pdf, all_pairs=asked.all_pairs)
    templates = plugin.themed(read_templates(asked.project))
    made = site.build(read_sources(asked.project), templates, asked.today, settings)
    if not asked.today_given:
        _refuse_wrong_clock(made, asked.today)
    return made


def _refuse_wrong_clock(made: Site, today: date) -> None:
    """A computer whose clock is out of range would compute every standing wrongly."""
    known = [d.date for d in (dates.read_day(e.on) for e in made.library.record) if d]
    newest = max(known, default=None)
    if newest and not newest <= today <= newest.replace(year=newest.year + 20, day=min(newest.day, 28)):
        raise Refused(
            f"This computer takes {dates.in_words(today)} for today, but the newest approval on record is of {dates.in_words(newest)}. "
            "Set the computer's clock, or give the day with --today. Nothing was published; the site is as it was."
        )


def build(options: argparse.Namespace) -> int:
    asked = _asked(options)
    publish.refuse_target(asked.site_dir, asked.project)
    made = _understood(asked)
    _print_findings(made.findings)
    if findings.has_errors(made.findings):
        errors = sum(f.severity is Severity.ERROR for f in made.findings)
        print(f"{count_of(errors, 'problem')}. Nothing was published; the site is as it was.")
        return 1
    with publish.building(asked.site_dir) as staged, _progress("pages and files made") as progress:
        plugin.write_site(asked.project, staged, made, progress)
        publish.publish(staged, asked.site_dir)
    count = sum(1 for _ in asked.site_dir.rglob("*.html"))
    print(
        f"Published {count_of(count, 'page')} in {_shown(asked.site_dir)}, as of {dates.in_words(asked.today)}. "
        f"Open {_shown(asked.site_dir / 'index.html')} to look at it."
    )
    if asked.drafts:
        print(f"It shows drafts, for the school's own eyes: do not put {_shown(asked.site_dir)} on the web.")
    return 0


def _shown(path: Path) -> str:
    with contextlib.suppress(ValueError):
        return path.relative_to(Path.cwd()).as_posix()
    return str(path)


def _print_findings(found: Sequence[Finding]) -> None:
    if found:
        print(findings.as_text(found), flush=True)


@contextlib.contextmanager
def _progress(what: str) -> Iterator[plugin.Progress]:
    """Show how far a long build is, where a person is watching."""
    watched = sys.stderr.isatty()

    def say(count: int) -> None:
        if watched and count % 25 == 0:
            print(f"\r{count} {what} …", end="", file=sys.stderr, flush=True)

    try:
        yield say
    finally:
        if watched:
            print("\r" + " " * 60 + "\r", end="", file=sys.stderr, flush=True)


def check(options: argparse.Namespace) -> int:
    found = _understood(_asked(options)).findings
    shown = {"text": findings.as_text, "json": findings.as_json, "github": findings.as_github}[options.format](found)
    if shown:
        print(shown)
    counts = {level: sum(f.severity is level for f in found) for level in Severity}
    if options.format == "text":
        print(", ".join(count_of(counts[level], str(level)) for level in Severity) + ".")
    return 1 if counts[Severity.ERROR] or (options.strict and counts[Severity.WARNING]) else 0


def serve(options: argparse.Namespace) -> int:
    return plugin.serve(
        _asked(options).project,
        options.port,
        options.today.isoformat() if options.today else "",
        options.drafts,
        options.pdf,
    )


def new(options: argparse.Namespace) -> int:
    asked = _asked(options)
    if wrong := names.why_not(options.policy, "policy"):
        raise Refused(wrong)
    folder, version = asked.project / names.POLICIES / options.policy, f"{asked.today:%Y-%m}"
    if folder.exists():
        raise Refused(
            f"There is a policy {options.policy} already. Its next version: {names.COMMAND} new-version {options.policy} VERSION"
        )
    required = _understood(asked).library.school.required_sections
    sections = (*required.get("", ()), *required.get(options.policy, ()))
    files = {folder / f"{version}.md": scaffold.new_policy(options.policy, sections, _next_year(asked.today)).encode()}
    files |= {folder / f"{version}.{reader}.md": scaffold.new_summary(reader).encode() for reader in Reader}
    return _written(files)


def new_version(options: argparse.Namespace) -> int:
    asked = _asked(options)
    if wrong := names.why_not(options.version, "version"):
        raise Refused(wrong)
    policy = _policy(_understood(asked), options.policy)
    folder = asked.project / names.POLICIES / policy.name
    if (folder / f"{options.version}.md").exists():
        raise Refused(f"There is a version {options.version} of {policy.name} already.")
    old = scaffold.source_version(policy, timeline.in_force(policy, asked.today))
    if names.order(options.version) <= names.order(policy.versions[-1].name):
        raise Refused(
            f"Versions run by name, and {options.version} would not come after {policy.versions[-1].name}. "
            f"Name it by its month, such as {asked.today:%Y-%m}."
        )
    if all(v.name[:4].isdecimal() for v in policy.versions) and not options.version[:4].isdecimal():
        raise Refused(f"The versions of {policy.name} are named by year and month, such as {policy.versions[-1].name}.")
    source = (asked.project / old.path).read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
    files = {folder / f"{options.version}.md": scaffold.next_version(source, old, _next_year(asked.today)).encode()}
    for summary in old.summaries:
        ending = summary.path.rpartition("/")[2].removeprefix(old.name)
        files[folder / f"{options.version}{ending}"] = (asked.project / summary.path).read_bytes()
    return _written(files)


def _next_year(today: date) -> AcademicYear:
    """The academic year after the one that `today` lies in: a year's life is what the DfE recommends."""
    return AcademicYear(start=today.year + (1 if today.month >= 9 else 0))


def _written(files: Mapping[Path, bytes]) -> int:
    for file, data in files.items():
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("xb") as out:
            out.write(data)
        print(f"Wrote {_shown(file)}")
    print("It is a draft, and private, until its status is consultation or approved.")
    return 0


def _policy(made: Site, name: str) -> Policy:
    found = next((p for p in made.library.policies if p.name == name), None)
    if found is None:
        known = ", ".join(p.name for p in made.library.policies) or "none"
        raise Refused(
            f"There is no sound policy {name}. The policies are: {known}. Run `{names.COMMAND} check` to see what is wrong."
        )
    return found


def _version(policy: Policy, name: str) -> Version:
    found = next((v for v in policy.versions if v.name == name), None)
    if found is None:
        raise Refused(
            f"{policy.name} has no sound version {name}. Its versions are: {', '.join(v.name for v in policy.versions)}."
        )
    return found


def approve(options: argparse.Namespace) -> int:
    asked = _asked(options)
    sources = read_sources(asked.project)
    if options.on and dates.read_day(options.on) is None:
        meant = dates.said(options.on)
        raise Refused(f"--on is “{options.on}”. Write the day as {dates.as_typed(meant) if meant else '2026-12-03'}.")
    by = (options.by or "").strip().strip('“”"').strip()
    request = approval.Request(by=by, on=options.on or "", minute=options.minute or "")
    pairs = approval.wanted(library.load(sources).library, options.names, everything=options.all)
    plan = approval.plan(sources, pairs, request, asked.today)
    for line in plan.told:
        print(line)
    if plan.refused:
        return 1
    if not plan.entries:
        print("There is nothing to record.")
        return 0
    if (
        not options.yes
        and _asks()
        and input("Enter this in the record of approvals? It cannot be taken back. [y/N] ").strip().lower()
        not in ("y", "yes")
    ):
        print("Nothing was recorded.")
        return 1
    approval.write(asked.project, plan)
    print(f"Recorded in {names.RECORD}. Now build the site and publish it: {names.COMMAND}")
    return 0


def _asks() -> bool:
    """Whether a person sits at the terminal."""
    return sys.stdin is not None and sys.stdin.isatty() and sys.stdout.isatty()


def diff(options: argparse.Namespace) -> int:
    made = _understood(_asked(options))
    policy = _policy(made, options.policy)
    versions = policy.versions
    old, new = sorted((_version(policy, options.old), _version(policy, options.new)), key=versions.index)
    found = made.press.redline(old, new)
    if options.format == "json":
        print(redline_data(found).decode(), end="")
    elif options.format == "html":
        print(redline_page(made.press, policy, found, layout="policy/alone.html").html)
    else:
        print(plaintext.redline_text(found))
    return 0


def verify(options: argparse.Namespace) -> int:
    wrong = publish.verify(options.folder)
    for line in wrong:
        print(line)
    print(f"{count_of(len(wrong), 'difference')}." if wrong else "Every file is as it was published.")
    return 1 if wrong else 0
