"""Who must, should or may do what by the policies in force: a page, a spreadsheet and data for each, and for all of them together."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from policybook.analysis.duties import Duty, DutyKind, duties
from policybook.model import Library, addresses
from policybook.site.render.renderer import Asset, Page, Press
from policybook.site.version_view import VersionView
from policybook.text import csv_file, json_file

COLUMNS = (
    "policy",
    "title",
    "version",
    "who",
    "kind",
    "verb",
    "text",
    "lead",
    "clause",
    "section",
    "address",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyCounts:
    """How many duties of each kind a policy has, and how many do not say whose they are."""

    seen: VersionView
    address: str
    counts: tuple[int, ...]
    unclear: int


def duty_registers(library: Library, press: Press) -> Iterator[Page | Asset]:
    rows: list[str] = []
    lines: list[str] = []
    tallies: list[DutyCounts] = []
    for seen in (one for one in press.every if one.binds):
        found = tuple(duties(seen.version, library.school.name))
        address = press.url(seen.address)
        own = [_row(seen, duty, address) for duty in found]
        in_json = [json_file.line(dict(zip(COLUMNS, row, strict=True))) for row in own]
        in_csv = csv_file.lines(own)
        rows += in_json
        lines.append(in_csv)
        tallies.append(_tally(seen, found))
        yield _page(press, seen, found)
        yield from _files(press, addresses.duties(seen.policy.name) + "duties", in_json, in_csv)
    yield press.page(
        addresses.duties(),
        "policy/duties-all.html",
        title="Who must do what",
        description="The duties that the policies in force set, by policy.",
        trail=(("Review register", addresses.REVIEW),),
        tallies=sorted(tallies, key=lambda tally: tally.seen.title.casefold()),
        kinds=tuple(DutyKind),
    )
    yield from _files(press, addresses.REVIEW + "duties", rows, "".join(lines))


def _row(seen: VersionView, duty: Duty, address: str) -> tuple[str, ...]:
    return (
        seen.policy.name,
        seen.title,
        seen.version.name,
        duty.who,
        str(duty.kind),
        duty.verb,
        duty.text,
        duty.lead,
        duty.number,
        duty.section,
        f"{address}#{duty.id}",
    )


def _files(press: Press, path: str, in_json: list[str], in_csv: str) -> Iterator[Asset]:
    """The files of a policy, or of all: a duty goes into both, and is written out once."""
    text = json_file.as_json(
        {
            "as_of": press.today.isoformat(),
            "school": press.school.name,
            "duties": json_file.JsonLines(in_json),
        }
    )
    yield Asset(path=f"{path}.json", data=text.encode())
    yield Asset(path=f"{path}.csv", data=csv_file.of_lines(COLUMNS, in_csv))


def _tally(seen: VersionView, found: tuple[Duty, ...]) -> DutyCounts:
    counted = Counter(duty.kind for duty in found)
    return DutyCounts(
        seen=seen,
        address=addresses.duties(seen.policy.name),
        counts=tuple(counted[kind] for kind in DutyKind),
        unclear=sum(not duty.who for duty in found),
    )


def _page(press: Press, seen: VersionView, found: tuple[Duty, ...]) -> Page:
    return press.page(
        addresses.duties(seen.policy.name),
        "policy/duties.html",
        title=f"Who must do what: {seen.title}",
        description=f"The duties that the {seen.title} sets, by who has them.",
        trail=((seen.title, addresses.policy(seen.policy.name)),),
        seen=seen,
        groups=_by_whom(found),
    )


def _by_whom(found: tuple[Duty, ...]) -> list[tuple[str, str, list[Duty]]]:
    """Anchor, heading and duties of each who, those with most first; last what does not say whose it is."""
    groups: dict[str, list[Duty]] = {}
    for duty in found:
        groups.setdefault(duty.who, []).append(duty)
    ordered = sorted(groups.items(), key=lambda item: (not item[0], -len(item[1]), item[0]))
    return [(f"who-{number}", _heading(who), own) for number, (who, own) in enumerate(ordered, 1)]


def _heading(who: str) -> str:
    return {"": "No one named", "you": "Staff (“you”)", "school": "The school"}.get(
        who, who[:1].upper() + who[1:]
    )
