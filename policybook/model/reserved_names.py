"""Give the names that a school cannot use, because pages of the build have the addresses."""

from collections.abc import Iterator

from policybook.model import Reader, addresses


def _reserved() -> Iterator[str]:
    """Yield the first part of each address of the build, with and without `.html`.

    Below the help yield two parts, because schools add pages there too. A name counts
    without `.html`: `docs/404.md` would be the same page as `docs/404.html.md`.
    """
    yield "assets"
    for pattern in filter(None, addresses.patterns()):
        parts = pattern.rstrip("/").split("/")
        first = "/".join(parts[: 2 if pattern.startswith(addresses.HELP) else 1])
        yield from (first, first.removesuffix(".html"))


#: An ordinary page cannot have these addresses: pages of the build have them.
RESERVED = frozenset(_reserved()) - {page.rstrip("/") for page in addresses.FOR_READERS}
#: A version cannot have these names: another page of its policy has the address.
RESERVED_IN_A_POLICY = frozenset(
    {
        parts[2]
        for parts in (
            pattern.split("/")
            for pattern in addresses.patterns()
            if pattern.startswith(addresses.POLICIES)
        )
        if len(parts) > 3 and "{" not in parts[2]
    }
    | {"print", "index", *Reader}
)
