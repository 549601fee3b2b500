"""A publication to a real server: OpenSSH's, on this computer."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from policybook.publish import PublishError, open_target, prepare, send_site
from policybook.publish.sftp_session import SftpSession, quote
from policybook.publish.sftp_target import SftpTarget
from policybook.publish.transfer_plan import TransferPlan
from tests.publish.sftp_server import NEEDS_SERVER, SftpServer, run_server
from tests.publish.targets import AFTER, BEFORE, make_site
from tests.publish.test_transfer import read_files

pytestmark = [NEEDS_SERVER, pytest.mark.slow]


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SftpServer]:
    with run_server(tmp_path_factory.mktemp("sftp") / "server") as running:
        yield running


@pytest.fixture
def before(tmp_path: Path) -> Path:
    return make_site(tmp_path / "before", BEFORE)


@pytest.fixture
def after(tmp_path: Path) -> Path:
    return make_site(tmp_path / "after", AFTER)


def bring(site: Path, server: SftpServer, www: Path) -> TransferPlan:
    with open_target(server.address(www), server.config) as target:
        transfer = prepare(site, target)
        send_site(transfer, target)
    return transfer.plan


def test_server_gets_the_site(
    tmp_path: Path, server: SftpServer, before: Path, after: Path
) -> None:
    www = tmp_path / "made" / "on the way" / "www"
    assert len(bring(before, server, www).new) == len(BEFORE)
    assert read_files(www) == read_files(before)
    (www / "theirs.txt").write_text("theirs")
    bring(after, server, www)
    assert read_files(www) == {**read_files(after), "theirs.txt": b"theirs"}
    assert not (www / "policies/snow").exists()
    assert (www / "index.html").stat().st_mode & 0o777 == 0o644
    assert bring(after, server, www).is_empty()


def test_stopped_publication_goes_on(
    tmp_path: Path,
    server: SftpServer,
    before: Path,
    after: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(SftpTarget, "batch", 3)
    run = SftpSession.run
    for stop in (1, 3, 5, 8, 12, 16, 20, 25):
        www = tmp_path / f"www-{stop}"
        bring(before, server, www)
        calls = 0

        def end_connection(session: SftpSession, *words: str) -> tuple[list[str], str]:
            nonlocal calls
            calls += words[0] in ("put", "rename", "rm", "mkdir")
            if calls == stop:  # noqa: B023
                session._process.kill()
            return run(session, *words)

        with monkeypatch.context() as patch:
            patch.setattr(SftpSession, "run", end_connection)
            with pytest.raises(PublishError, match="goes on"):
                bring(after, server, www)
        bring(after, server, www)
        assert read_files(www) == read_files(after)


def test_unknown_host_is_refused(tmp_path: Path, server: SftpServer, before: Path) -> None:
    known = server.known_hosts.read_text()
    try:
        for text in ("", known[:-20] + "A" * 8 + known[-12:]):
            server.known_hosts.write_text(text)
            with pytest.raises(PublishError, match="Ask the web host"):
                bring(before, server, tmp_path / "www")
    finally:
        server.known_hosts.write_text(known)
    assert not (tmp_path / "www").exists()


def test_files_of_others_stop_it(tmp_path: Path, server: SftpServer, before: Path) -> None:
    www = tmp_path / "www"
    www.mkdir()
    (www / "index.html").write_text("theirs")
    with pytest.raises(PublishError, match=r"index\.html"):
        bring(before, server, www)
    assert read_files(www) == {"index.html": b"theirs"}


def test_server_that_never_overwrites(
    tmp_path: Path,
    server: SftpServer,
    before: Path,
    after: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    bring(before, server, tmp_path / "www")
    run = SftpSession.run

    def rename_only_anew(session: SftpSession, *words: str) -> tuple[list[str], str]:
        if words[0] == "rename" and Path(words[2]).exists():
            return [], "Failure"
        return run(session, *words)

    monkeypatch.setattr(SftpSession, "run", rename_only_anew)
    bring(after, server, tmp_path / "www")
    assert read_files(tmp_path / "www") == read_files(after)


def test_failures_say_what_to_do(tmp_path: Path, server: SftpServer, before: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(PublishError, match="Cannot make the folder"):
        bring(before, server, tmp_path / "file" / "www")
    address = server.address(tmp_path / "www").replace(str(server.port), "1")
    with (
        pytest.raises(PublishError, match="Connection refused"),
        open_target(address, server.config) as target,
    ):
        target.read("x")


@pytest.mark.parametrize(
    ("path", "typed"), [("a b", '"a b"'), ('a"b', '"a\\"b"'), ("a\\b", '"a\\\\b"')]
)
def test_paths_are_quoted(path: str, typed: str) -> None:
    assert quote(path) == typed
