"""A site under Debian's Apache or nginx, for as long as a test needs it."""

import contextlib
import os
import shutil
import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

IS_REQUIRED = os.environ.get("POLICYBOOK_REQUIRE_BROWSER") == "1"
_MODULES = ("mpm_event", "authz_core", "dir", "mime", "headers")
_APACHE = """ServerRoot /usr/lib/apache2
{modules}
TypesConfig /etc/mime.types
ServerName localhost
Listen 127.0.0.1:{port}
PidFile {folder}/pid
ErrorLog {folder}/error.log
DocumentRoot {folder}/root
DirectoryIndex index.html
{user}
<Directory {folder}/root>
  AllowOverride {override}
  Require all granted
  {lines}
</Directory>
<FilesMatch "^\\.ht">
  Require all denied
</FilesMatch>
"""
_NGINX = """{user}
pid {folder}/pid;
error_log {folder}/error.log;
events {{ }}
http {{
  include /etc/nginx/mime.types;
  access_log off;
  client_body_temp_path {folder}/body;
  proxy_temp_path {folder}/proxy;
  fastcgi_temp_path {folder}/fastcgi;
  uwsgi_temp_path {folder}/uwsgi;
  scgi_temp_path {folder}/scgi;
  server {{
    listen 127.0.0.1:{port};
    root {folder}/root;
    index index.html;
    {lines}
  }}
}}
"""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server answers: the status, the headers with small letters, and the body."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def type(self) -> str:
        return self.headers.get("content-type", "").lower().replace(" ", "")


def fetch(address: str) -> Answer:
    try:
        with urllib.request.urlopen(address, timeout=10) as answer:
            return _read(answer)
    except urllib.error.HTTPError as fault:
        with fault:
            return _read(fault)


def _read(answer: "urllib.error.HTTPError | urllib.request._UrlopenRet") -> Answer:
    headers = {name.lower(): value for name, value in answer.headers.items()}
    return Answer(answer.status or 0, headers, answer.read())


@contextlib.contextmanager
def apache(files: Mapping[str, bytes], below: str, override: str, lines: str = "") -> Iterator[str]:
    """Serve the files in the folder `below`; give the address of the site."""
    with _write_site(files, below) as folder:
        modules = "\n".join(f"LoadModule {m}_module modules/mod_{m}.so" for m in _MODULES)
        user = "User www-data\nGroup www-data" if os.geteuid() == 0 else ""
        settings = folder / "conf"
        port = _find_port()
        settings.write_text(
            _APACHE.format(
                modules=modules, port=port, folder=folder, user=user, override=override, lines=lines
            )
        )
        command = [_find("apache2", "apache2-bin"), "-f", str(settings), "-DFOREGROUND"]
        with _run(command, folder, port) as address:
            yield f"{address}{below}/" if below else address


@contextlib.contextmanager
def nginx(files: Mapping[str, bytes], below: str, lines: str) -> Iterator[str]:
    """Serve the files in the folder `below`, with the lines of the help in the `server` block."""
    with _write_site(files, below) as folder:
        user = "user www-data;" if os.geteuid() == 0 else ""
        settings = folder / "conf"
        port = _find_port()
        settings.write_text(_NGINX.format(port=port, folder=folder, user=user, lines=lines))
        start = ["-e", f"{folder}/error.log", "-c", str(settings), "-g", "daemon off;"]
        with _run([_find("nginx", "nginx-light"), *start], folder, port) as address:
            yield f"{address}{below}/" if below else address


def _find(name: str, package: str) -> str:
    program = shutil.which(name) or f"/usr/sbin/{name}"
    if not os.path.exists(program):
        reason = f"{name} is not installed (Debian: {package})"
        (pytest.fail if IS_REQUIRED else pytest.skip)(reason)
    return program


@contextlib.contextmanager
def _write_site(files: Mapping[str, bytes], below: str) -> Iterator[Path]:
    """Write the files where the server's own user can read them."""
    folder = Path(tempfile.mkdtemp(prefix="policybook-host-"))
    try:
        folder.chmod(0o755)
        for path, data in files.items():
            file = folder / "root" / below / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data)
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _find_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@contextlib.contextmanager
def _run(command: list[str], folder: Path, port: int) -> Iterator[str]:
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        end = time.monotonic() + 20
        while not _is_open(port):
            log = folder / "error.log"
            words = log.read_text(errors="replace") if log.exists() else ""
            assert process.poll() is None and time.monotonic() < end, words
            time.sleep(0.05)
        yield f"http://127.0.0.1:{port}/"
    finally:
        process.terminate()
        process.wait(10)


def _is_open(port: int) -> bool:
    with socket.socket() as probe:
        probe.settimeout(1)
        return probe.connect_ex(("127.0.0.1", port)) == 0
