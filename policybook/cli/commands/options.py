"""What every command needs: the options, read and sound; the project, understood; the policy and version that were named."""

import argparse
import contextlib
import os
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from policybook import publish
from policybook.analysis import integrity
from policybook.model import Policy, Version, dates
from policybook.model.findings import Finding
from policybook.plugin import hooks
from policybook.project.templates import read_templates
from policybook.reading import layout
from policybook.reading.snapshot import read_sources
from policybook.site import build
from policybook.site.build import Site
from policybook.site.pdf.cache import KeptPdfs
from policybook.site.render.types import Settings

#: Where a code is explained.
HINT = f"What a code in [brackets] means: {layout.COMMAND} check --explain CODE"
#: Where a project keeps PDFs that need not be made again; it may be deleted at any time.
PDFS = Path(".cache", "policybook", "pdfs")


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


def asked_for(options: argparse.Namespace) -> Asked:
    """The options of any command; one that it does not have stands as if it had not been given."""
    project = options.project.resolve()
    if not project.is_dir():
        raise Refused(f"There is no folder {options.project}.")
    drafts = getattr(options, "drafts", False)
    folder = getattr(options, "site_dir", None) or project / ("site-drafts" if drafts else "site")
    return Asked(
        project=project,
        site_dir=Path(os.path.abspath(folder)),
        today=options.today or hooks.london_today(),
        today_given=options.today is not None,
        drafts=drafts,
        pdf=getattr(options, "pdf", False),
        all_pairs=getattr(options, "redlines", "all") == "all",
    )


def understood(asked: Asked) -> Site:
    kept = KeptPdfs(asked.project / PDFS) if asked.pdf else None
    settings = Settings(
        drafts=asked.drafts, pdf=asked.pdf, all_pairs=asked.all_pairs, kept_pdfs=kept
    )
    templates = hooks.themed(read_templates(asked.project))
    made = build.build(read_sources(asked.project), templates, asked.today, settings)
    if not asked.today_given:
        _refuse_wrong_clock(made, asked.today)
    return made


def cut_off(asked: Asked, made: Site) -> tuple[Finding, ...]:
    """Lines that the record has lost since the site was last published; nothing where the record has faults of its own."""
    if any(f.code == "record" for f in made.findings):
        return ()
    return tuple(
        integrity.cut_off(
            made.library.record, publish.head_of(asked.site_dir), shown(asked.site_dir)
        )
    )


def _refuse_wrong_clock(made: Site, today: date) -> None:
    """A computer whose clock is out of range would compute every standing wrongly."""
    known = [d.date for d in (dates.read_day(e.on) for e in made.library.record) if d]
    newest = max(known, default=None)
    if newest and not newest <= today <= newest.replace(
        year=newest.year + 20, day=min(newest.day, 28)
    ):
        raise Refused(
            f"This computer takes {dates.in_words(today)} for today, but the newest approval on record is of {dates.in_words(newest)}. "
            "Set the computer's clock, or give the day with --today. Nothing was published; the site is as it was."
        )


def policy_of(made: Site, name: str) -> Policy:
    found = next((p for p in made.library.policies if p.name == name), None)
    if found is None:
        known = ", ".join(p.name for p in made.library.policies) or "none"
        raise Refused(
            f"There is no sound policy {name}. The policies are: {known}. Run `{layout.COMMAND} check` to see what is wrong."
        )
    return found


def version_of(policy: Policy, name: str) -> Version:
    found = next((v for v in policy.versions if v.name == name), None)
    if found is None:
        raise Refused(
            f"{policy.name} has no sound version {name}. Its versions are: {', '.join(v.name for v in policy.versions)}."
        )
    return found


def shown(path: Path) -> str:
    with contextlib.suppress(ValueError, OSError):
        return path.relative_to(Path.cwd()).as_posix()
    return str(path)
