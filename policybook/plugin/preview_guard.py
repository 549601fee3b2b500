"""Let a preview answer only to its own name.

A page elsewhere can give its own name the address of this computer (DNS rebinding) and then
read the preview, drafts included. Its requests still carry that name in the header `Host`.
"""

import ipaddress
from collections.abc import Iterable
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

_LOCAL = ("localhost", "127.0.0.1", "::1")


def guard(app: WSGIApplication, host: str, port: int) -> WSGIApplication:
    """Return the preview `app` of a server at `host`, which refuses requests for other names."""

    def answer(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        if is_own_name(environ.get("HTTP_HOST", ""), host):
            return app(environ, start_response)
        name = "127.0.0.1" if _is_unspecified(host) else host
        words = f"This preview answers only to its own name. Open http://{name}:{port}/\n".encode()
        headers = [
            ("Content-Type", "text/plain; charset=utf-8"),
            ("Content-Length", f"{len(words)}"),
        ]
        start_response("421 Misdirected Request", headers)
        return [words]

    return answer


def is_own_name(header: str, host: str) -> bool:
    """Return whether a `Host` header names the server at `host`, with any port.

    A server at 0.0.0.0 also answers to each address in figures, which no page can rebind.
    """
    name = header.strip().lower()
    if name.startswith("["):
        name, _, rest = name[1:].partition("]")
        port = rest.removeprefix(":") if rest.startswith(":") else rest and "?"
    else:
        name, _, port = name.partition(":")
    if port and not (port.isascii() and port.isdecimal()):
        return False
    return name in (*_LOCAL, host.lower()) or (_is_unspecified(host) and _is_address(name))


def _is_unspecified(host: str) -> bool:
    return host in ("", "0.0.0.0", "::")


def _is_address(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True
