"""Hold what a school chooses about the look of its site: colour, crest, menu and footer."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedLink:
    """A link with its name: a page in the menu, or the school on another service."""

    name: str
    target: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteLook:
    """What a school chooses about the look. An empty value means that it chose nothing.

    `colour` is `#rrggbb`, as the school wrote it: the site uses a darker or lighter one
    where people could not read the words otherwise. `logo` and `icon` are pictures, and
    `style_sheets` are files, by their paths below `docs/`. `footer` is words or HTML for
    the foot of every page. `menu` has the school's own pages, by their paths below
    `docs/` or their web addresses. `scheme` is `dark` where pages open dark until the
    reader chooses; else the reader's computer chooses.
    """

    colour: str = ""
    logo: str = ""
    icon: str = ""
    footer: str = ""
    social: tuple[NamedLink, ...] = ()
    menu: tuple[NamedLink, ...] = ()
    style_sheets: tuple[str, ...] = ()
    scheme: str = ""
