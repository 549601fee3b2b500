"""A build on a store that any other builds have filled is a build without a store, byte for byte."""

import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Generator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from builders import BODY, as_bytes, limit_examples, make_approved_text, make_record, make_sources
from builders import make_text as make_draft
from hypothesis import given
from hypothesis import strategies as st

from policybook.checks import kept_findings
from policybook.model import spans
from policybook.project.templates import read_templates
from policybook.reading import library
from policybook.reading.files import layout
from policybook.reading.files.snapshot import read_sources
from policybook.site import build
from policybook.site.build import Site
from policybook.site.making.made_policies import MadePolicy, PolicyMaker
from policybook.site.policy_sources import PolicySources
from policybook.site.render.types import Asset, Settings, Templates
from policybook.store.objects import Store

TEMPLATES = read_templates(Path("nowhere"))
PICTURE = bytes.fromhex(
    "47494638396101000100800000000000ffffff21f90401000000002c00000000010001000002024401003b"
)
LINKS = """\
## Rules

Staff follow the Behaviour Policy and [the phones](../phones/).

See [the rule](../behaviour/2025-09.md#s1-1), rule 1.1 and {contact: Headteacher}.

![A map](map.gif)

1. Every visit needs a form.
2. Keep the form for 3 years, under the Data Protection Act 1998.
"""
CONTACTS = '- role: Headteacher\n  phone: "01632 960000"\n  checked: 2026-09-01\n'
WORDS = ("kind", "must", "form", "Behaviour", "phones", "3", "rule 1.1", "the Phones Policy")
TARGETS = ("../phones/", "../behaviour/2025-09.md#s1-2", "../gone/", "#s1-1", "../trips/2026-01.md")


@dataclass
class School:
    """A school's files and how its site is made. Each edit changes one of these."""

    chance: random.Random
    files: dict[str, bytes] = field(default_factory=dict)
    today: date = date(2026, 11, 22)
    settings: Settings = field(default_factory=lambda: Settings(pdf=False))
    templates: Templates = TEMPLATES

    def open_site(self, store: Store | None) -> Site:
        settings = replace(self.settings, store=store)
        return build.build(make_sources(self.files), self.templates, self.today, settings)

    def build(self, store: Store | None) -> dict[str, bytes]:
        site = self.open_site(store)
        findings = "\n".join(map(repr, site.findings)).encode()
        return {"findings": findings, **{file.path: file.data for file in site.files()}}

    def choose_version(self) -> str:
        return self.chance.choice(self.list_versions())

    def list_versions(self) -> list[str]:
        return sorted(p for p in self.files if p.endswith(".md") and p.count(".") == 1)

    def rewrite(self, path: str, old: str, new: str) -> None:
        self.files[path] = self.files[path].decode().replace(old, new, 1).encode()

    def enter_all(self) -> None:
        texts = {path: data for path, data in self.files.items() if path != layout.RECORD}
        self.files[layout.RECORD] = make_record(texts).encode()


def start_school(seed: int) -> School:
    """Three policies, of which one links to the others, and their record."""
    folder = layout.POLICIES
    files: dict[str, str | bytes] = {
        f"{folder}behaviour/2024-09.md": make_approved_text(approved_on="2024-09-15"),
        f"{folder}behaviour/2025-09.md": make_approved_text(f"{BODY}\nPupils must be kind.\n"),
        f"{folder}behaviour/2025-09.parents.md": "- We help your child. [1.1]\n",
        f"{folder}behaviour/2027-01.md": make_draft(f"{BODY}\nPupils are kind.\n"),
        f"{folder}phones/2025-10.md": make_approved_text(title="Phones Policy"),
        f"{folder}trips/2025-11.md": make_approved_text(LINKS, title="Trips Policy"),
        f"{folder}trips/2026-01.md": make_approved_text(
            LINKS.replace("Every", "Each"), title="Trips Policy", approved_on="2026-01-15"
        ),
        f"{folder}trips/map.gif": PICTURE,
        layout.CONTACTS: CONTACTS,
        layout.SCHOOL: "name: Hill View School\n",
    }
    school = School(random.Random(seed), {path: as_bytes(text) for path, text in files.items()})
    school.enter_all()
    return school


# ---------- edits


def add_word(school: School) -> None:
    path = school.choose_version()
    school.files[path] += f"\nAlways {school.chance.choice(WORDS)}.\n".encode()


def remove_clause(school: School) -> None:
    path = school.choose_version()
    lines = school.files[path].decode().split("\n")
    school.files[path] = "\n".join(lines[:-2]).encode() + b"\n"


def add_link(school: School) -> None:
    path, target = school.choose_version(), school.chance.choice(TARGETS)
    school.files[path] += f"\nSee [there]({target}).\n".encode()


def change_title(school: School) -> None:
    school.rewrite(school.choose_version(), " Policy\n", " Plan\n")


def rename_version(school: School) -> None:
    path = school.choose_version()
    name = f"202{school.chance.randrange(3, 8)}-0{school.chance.randrange(1, 10)}.md"
    school.files[f"{path.rpartition('/')[0]}/{name}"] = school.files.pop(path)


def rename_policy(school: School) -> None:
    old = school.choose_version().rpartition("/")[0]
    new = school.chance.choice(("behaviour", "phones", "trips", "visits", "gone"))
    for path in [p for p in school.files if p.startswith(f"{old}/")]:
        data = school.files.pop(path)
        school.files[f"{layout.POLICIES}{new}/{path.rpartition('/')[2]}"] = data


def remove_version(school: School) -> None:
    if len(school.list_versions()) > 2:
        del school.files[school.choose_version()]


def approve(school: School) -> None:
    for path in school.list_versions():
        school.rewrite(
            path,
            "status: draft",
            "status: approved\napproved_by: Governors\napproved_on: 2026-11-01",
        )
    school.enter_all()


def propose(school: School) -> None:
    school.rewrite(school.choose_version(), "status: draft", "status: consultation")


def withdraw(school: School) -> None:
    reason = "status: withdrawn\nwithdrawn_on: 2026-11-02\nwithdrawn_reason: Not needed"
    school.rewrite(school.choose_version(), "status: approved", reason)
    school.enter_all()


def record_again(school: School) -> None:
    school.enter_all()


def lose_record(school: School) -> None:
    school.files.pop(layout.RECORD, None)


def change_school(school: School) -> None:
    days = school.chance.randrange(30, 400)
    school.files[layout.SCHOOL] = f"name: Hill {days}\nreview_warning_days: {days}\n".encode()


def change_contacts(school: School) -> None:
    school.files[layout.CONTACTS] = CONTACTS.replace(
        "960000", str(960000 + school.chance.randrange(9))
    ).encode()


def remove_contacts(school: School) -> None:
    school.files.pop(layout.CONTACTS, None)


def change_picture(school: School) -> None:
    for path in [path for path in school.files if path.endswith(".gif")]:
        school.files[path] += b"\0"


def change_summary(school: School) -> None:
    for path in [path for path in school.files if path.endswith(".parents.md")]:
        school.files[path] += b"- Be kind. [1.1]\n"


def change_day(school: School) -> None:
    school.today += timedelta(days=school.chance.choice((-400, -1, 1, 1, 30, 90, 300)))


def change_template(school: School) -> None:
    pages = dict(school.templates.pages)
    name = school.chance.choice(sorted(name for name in pages if name.startswith("policy/")))
    pages[name] += f"{{# {school.chance.random()} #}}\n<!-- {school.chance.randrange(9)} -->"
    school.templates = replace(school.templates, pages=pages)


def restore_templates(school: School) -> None:
    school.templates = TEMPLATES


def change_asset(school: School) -> None:
    assets = {**school.templates.assets, "assets/x.css": str(school.chance.random()).encode()}
    school.templates = replace(school.templates, assets=assets)


def change_settings(school: School) -> None:
    school.settings = school.chance.choice(
        (
            Settings(pdf=False),
            Settings(pdf=False, all_pairs=False),
            Settings(pdf=False, drafts=True),
            Settings(pdf=False, url="https://hill-view.example/"),
            Settings(pdf=False, program="uv run build.py"),
        )
    )


EDITS: tuple[Callable[[School], None], ...] = (
    add_word, remove_clause, add_link, change_title, rename_version, rename_policy,
    remove_version, approve, propose, withdraw, record_again, lose_record, change_school,
    change_contacts, remove_contacts, change_picture, change_summary, change_day,
    change_template, restore_templates, change_asset, change_settings,
)  # fmt: skip


# ---------- what may happen to a store


def leave(folder: Path, chance: random.Random) -> None:
    """Most often nothing happens."""


def cut_off(folder: Path, chance: random.Random) -> None:
    for file in _some(folder, chance):
        file.write_bytes(file.read_bytes()[: chance.randrange(200)])


def flip(folder: Path, chance: random.Random) -> None:
    for file in _some(folder, chance):
        data = bytearray(file.read_bytes() or b"?")
        data[chance.randrange(len(data))] ^= 1
        file.write_bytes(data)


def exchange(folder: Path, chance: random.Random) -> None:
    files = _some(folder, chance)
    contents = [file.read_bytes() for file in files]
    for file, data in zip(files, contents[::-1], strict=True):
        file.write_bytes(data)


def lose(folder: Path, chance: random.Random) -> None:
    for file in _some(folder, chance):
        file.unlink()


def add_half(folder: Path, chance: random.Random) -> None:
    if folder.is_dir():
        (folder / "ab.1.part").write_bytes(b"half")


def _some(folder: Path, chance: random.Random) -> list[Path]:
    return [file for file in sorted(folder.glob("*")) if chance.random() < 0.5]


HARMS = (leave, leave, leave, cut_off, flip, exchange, lose, add_half)


@pytest.mark.slow
@limit_examples(6)
@given(
    st.integers(0, 2**32),
    st.lists(st.tuples(st.sampled_from(EDITS), st.sampled_from(HARMS)), min_size=3, max_size=9),
)
def test_warm_build_equals_cold(
    seed: int, steps: list[tuple[Callable[[School], None], Callable[..., None]]]
) -> None:
    school = start_school(seed)
    with tempfile.TemporaryDirectory() as folder:
        assert school.build(Store(Path(folder))) == school.build(None)
        for edit, harm in steps:
            edit(school)
            harm(Path(folder) / "objects", school.chance)
            store = Store(Path(folder))
            assert school.build(store) == school.build(None), edit.__name__
            store.prune()


def count_made(school: School, store: Store, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The policies that a build makes anew, by name."""
    names = []
    make = PolicyMaker._make

    def counted(maker: PolicyMaker, sources: PolicySources) -> Generator[Asset, None, MadePolicy]:
        names.append(sources.policy.name)
        return make(maker, sources)

    with monkeypatch.context() as patch:
        patch.setattr(PolicyMaker, "_make", counted)
        school.build(store)
    return sorted(names)


def test_edit_makes_one_policy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    school, store = start_school(1), Store(tmp_path)
    assert count_made(school, store, monkeypatch) == ["behaviour", "phones", "trips"]
    assert count_made(school, store, monkeypatch) == []
    school.files[f"{layout.POLICIES}phones/2025-10.md"] += b"\nBe kind.\n"
    assert count_made(school, store, monkeypatch) == ["phones"]


def test_answer_elsewhere_makes_asker(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    school, store = start_school(1), Store(tmp_path)
    school.build(store)
    # The rule to which `trips` links keeps its number, then loses it.
    path = f"{layout.POLICIES}behaviour/2025-09.md"
    school.rewrite(path, "kind", "very kind")
    assert count_made(school, store, monkeypatch) == ["behaviour"]
    school.rewrite(path, "## Purpose", "Nothing here is a rule.\n\n### Purpose")
    assert count_made(school, store, monkeypatch) == ["behaviour", "trips"]


def test_links_are_judged_again(tmp_path: Path) -> None:
    school, store = start_school(1), Store(tmp_path)
    path = f"{layout.POLICIES}trips/2027-01.md"
    school.files[path] = make_draft(
        "## Rules\n\nSee [it](../behaviour/2025-09.md#s1-2).\n"
    ).encode()
    before = school.build(store)["findings"]
    school.rewrite(f"{layout.POLICIES}behaviour/2025-09.md", "Pupils must be kind.", "")
    after = school.build(store)["findings"]
    assert b"names no heading and no clause there" in after
    assert b"names no heading and no clause there" not in before


def test_every_row_can_be_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = Path(__file__).parents[1] / "golden" / "school"
    sources = read_sources(folder)
    school = School(random.Random(1), dict(sources.files), settings=Settings(pdf=False))
    assert count_made(school, Store(tmp_path), monkeypatch)
    assert count_made(school, Store(tmp_path), monkeypatch) == []


_WRITER = """\
import itertools, sys
from pathlib import Path
from policybook.store.objects import Store
store = Store(Path(sys.argv[1]))
for number in itertools.count():
    store.put(f"{number % 7:064x}", bytes([number % 7]) * 3_000_000)
    print("x", flush=True)
"""


@pytest.mark.slow
def test_killed_insertion_leaves_whole_objects(tmp_path: Path) -> None:
    for pause in (0.0, 0.003, 0.01, 0.02):
        command = [sys.executable, "-c", _WRITER, str(tmp_path)]
        with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
            assert process.stdout
            process.stdout.readline()
            time.sleep(pause)
            process.kill()
        store = Store(tmp_path)
        for number in range(7):
            data = store.get(f"{number:064x}")
            assert data in (None, bytes([number]) * 3_000_000)
    store.prune()
    assert all(len(file.name) == 64 for file in (tmp_path / "objects").iterdir())


@pytest.mark.slow
@limit_examples(12)
@given(st.integers(0, 2**32), st.integers(-1, 25), st.lists(st.sampled_from(EDITS), max_size=6))
def test_pages_are_those_of_today(
    seed: int, days: int, edits: list[Callable[[School], None]]
) -> None:
    """The pages of a policy are made as of an earlier day, on which they were the same.

    Today is `days` after a day that changed something.
    """
    school = start_school(seed)
    for edit in (*edits, restore_templates):
        edit(school)
    published = school.open_site(None).published
    changes = sorted(day for p in published.policies for day in spans.change_days(p, 90))
    school.today = school.chance.choice(changes) + timedelta(days=days)
    site = school.open_site(None)
    maker = site.maker(None)
    for policy in site.published.policies:
        sources = maker._finder.find(policy)
        assert sources.day <= school.today
        early, now = (
            {file.path: file.data for file in maker._make(replace(sources, day=day))}
            for day in (sources.day, school.today)
        )
        assert early == now


def test_new_day_makes_nothing_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    school, store = start_school(1), Store(tmp_path)
    school.build(store)
    school.today += timedelta(days=1)
    assert count_made(school, store, monkeypatch) == []


def test_every_finding_can_be_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = Path(__file__).parents[1] / "golden" / "school"
    project = library.load(read_sources(folder))
    store = Store(tmp_path)
    first = list(kept_findings.find(project, date(2026, 11, 22), store))

    def refuse(*_: object) -> None:
        raise AssertionError("an unchanged policy was checked again")

    monkeypatch.setattr(kept_findings, "_check", refuse)
    assert list(kept_findings.find(project, date(2026, 11, 22), Store(tmp_path))) == first
