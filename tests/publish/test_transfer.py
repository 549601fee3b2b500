"""A publication that is stopped anywhere goes on, and never touches a file of others."""

import contextlib
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from policybook.publish import PublishError, prepare
from policybook.publish.transfer import Transfer, send
from policybook.publish.transfer_plan import JOURNAL
from tests.publish.targets import (
    AFTER,
    BEFORE,
    HashingTarget,
    MemoryTarget,
    StoppedError,
    make_site,
)

FOREIGN = {"wordpress/index.php": b"theirs", "robots.txt": b"theirs", "policies/extra.html": b"!"}
KINDS = pytest.mark.parametrize("kind", [MemoryTarget, HashingTarget])


@pytest.fixture
def before(tmp_path: Path) -> Path:
    return make_site(tmp_path / "before", BEFORE)


@pytest.fixture
def after(tmp_path: Path) -> Path:
    return make_site(tmp_path / "after", AFTER)


def read_files(site: Path) -> dict[str, bytes]:
    return {
        path.relative_to(site).as_posix(): path.read_bytes()
        for path in site.rglob("*")
        if path.is_file()
    }


def bring(site: Path, target: MemoryTarget) -> Transfer:
    transfer = prepare(site, target)
    send(transfer, target)
    return transfer


def stops(site: Path, kind: type[MemoryTarget], files: Mapping[str, bytes]) -> Iterator[int]:
    """Each change of a whole publication."""
    target = kind(files)
    bring(site, target)
    yield from range(1, target.changes + 1)


@KINDS
def test_target_gets_the_site(before: Path, after: Path, kind: type[MemoryTarget]) -> None:
    target = kind(FOREIGN)
    bring(before, target)
    assert target.files == {**read_files(before), **FOREIGN}
    plan = bring(after, target).plan
    assert target.files == {**read_files(after), **FOREIGN}
    assert (len(plan.new), plan.changed, len(plan.removed)) == (5, ("index.html",), 4)


@KINDS
def test_same_site_changes_nothing(before: Path, kind: type[MemoryTarget]) -> None:
    target = kind(FOREIGN)
    bring(before, target)
    assert not prepare(before, target).changes_anything()


@KINDS
def test_every_stop_is_completed(before: Path, after: Path, kind: type[MemoryTarget]) -> None:
    first = kind(FOREIGN)
    bring(before, first)
    for stop in stops(after, kind, first.files):
        target = kind(first.files, stop)
        with pytest.raises(StoppedError):
            bring(after, target)
        assert prepare(after, target).changes_anything()
        target.stop = 0
        bring(after, target)
        assert target.files == {**read_files(after), **FOREIGN}, stop


@KINDS
def test_stop_then_another_site(before: Path, after: Path, kind: type[MemoryTarget]) -> None:
    first = kind(FOREIGN)
    bring(before, first)
    for stop in stops(after, kind, first.files):
        target = kind(first.files, stop)
        with pytest.raises(StoppedError):
            bring(after, target)
        target.stop = 0
        bring(before, target)
        assert target.files == {**read_files(before), **FOREIGN}, stop


def test_resuming_repeats_one_batch_at_most(before: Path) -> None:
    whole = MemoryTarget()
    bring(before, whole)
    target = MemoryTarget(stop=whole.changes - 3)
    with pytest.raises(StoppedError):
        bring(before, target)
    plan = prepare(before, target).plan
    assert len(plan.new) + len(plan.changed) <= MemoryTarget.batch


@KINDS
def test_pages_follow_their_files(before: Path, kind: type[MemoryTarget]) -> None:
    target = kind()
    bring(before, target)
    pages = [path.endswith(".html") for path in target.log if path in BEFORE]
    assert pages == sorted(pages)
    assert target.log.index("manifest.json") > target.log.index("policies/snow/index.html")


@KINDS
@pytest.mark.parametrize("path", ["index.html", "manifest.json", "policies/snow/index.html"])
def test_files_of_others_stop_it(before: Path, path: str, kind: type[MemoryTarget]) -> None:
    target = kind({path: b"theirs"})
    with pytest.raises(PublishError, match=path):
        bring(before, target)
    assert target.files == {path: b"theirs"}


def test_changed_file_is_not_removed(before: Path, after: Path) -> None:
    target = HashingTarget()
    bring(before, target)
    target.files["policies/snow/index.html"] = b"written by hand"
    assert bring(after, target).plan.altered == ("policies/snow/index.html",)
    assert target.files["policies/snow/index.html"] == b"written by hand"


def test_damaged_page_is_written_again(before: Path) -> None:
    target = HashingTarget()
    bring(before, target)
    target.files["index.html"] = b"damaged"
    del target.files["assets/site.css"]
    bring(before, target)
    assert target.files == read_files(before)


def test_private_site_is_refused(tmp_path: Path) -> None:
    site = make_site(tmp_path / "site", BEFORE, private=True)
    with pytest.raises(PublishError, match="drafts"):
        prepare(site, MemoryTarget())


def test_files_of_others_are_not_sent(before: Path) -> None:
    (before / "CNAME").write_text("policies.school.org.uk")
    target = MemoryTarget({})
    bring(before, target)
    assert "CNAME" not in target.files and "index.html" in target.files


@pytest.mark.parametrize("harm", ["altered", "missing", "no manifest"])
def test_unfinished_site_is_refused(before: Path, harm: str) -> None:
    if harm == "altered":
        (before / "index.html").write_text("cut")
    else:
        (before / ("index.html" if harm == "missing" else "manifest.json")).unlink()
    with pytest.raises(PublishError):
        prepare(before, MemoryTarget())


def test_site_must_not_change_meanwhile(before: Path) -> None:
    target = MemoryTarget()
    transfer = prepare(before, target)
    (before / "index.html").write_text("a new build")
    with pytest.raises(PublishError, match="while the site was being published"):
        send(transfer, target)
    assert JOURNAL in target.files


PATHS = st.sampled_from(["index.html", "a", "a/b", "a/b/c.html", "b/x.css", "b", "c/d/e.txt"])
SITES = st.dictionaries(PATHS, st.sampled_from(["1", "2"]), min_size=1).map(
    lambda files: {
        path: text
        for path, text in files.items()
        if not any(other.startswith(f"{path}/") for other in files)
    }
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(st.tuples(SITES, st.integers(0, 12)), min_size=1, max_size=4), SITES)
def test_any_stops_then_the_last_site(
    tmp_path_factory: pytest.TempPathFactory, attempts: list[tuple[dict[str, str], int]],
    last: dict[str, str],
) -> None:  # fmt: skip
    target = MemoryTarget({"theirs.txt": b"theirs"})
    for files, stop in attempts:
        target.stop, target.changes = stop, 0
        with contextlib.suppress(StoppedError):
            bring(make_site(tmp_path_factory.mktemp("site"), files), target)
    target.stop = 0
    site = make_site(tmp_path_factory.mktemp("site"), last)
    bring(site, target)
    assert target.files == {**read_files(site), "theirs.txt": b"theirs"}
