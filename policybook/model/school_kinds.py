"""The kinds of school that the law distinguishes, and of web host."""

from enum import StrEnum


class Nation(StrEnum):
    """The nation whose law binds a school."""

    ENGLAND = "England"
    WALES = "Wales"
    SCOTLAND = "Scotland"
    NORTHERN_IRELAND = "Northern Ireland"


class SchoolKind(StrEnum):
    """Who runs a school, as the law distinguishes it; voluntary schools are maintained."""

    MAINTAINED = "maintained"
    ACADEMY = "academy"
    INDEPENDENT = "independent"
    SPECIAL = "special"
    ALTERNATIVE = "alternative provision"


class SchoolPhase(StrEnum):
    """The ages of a school's pupils."""

    NURSERY = "nursery"
    PRIMARY = "primary"
    MIDDLE = "middle"
    SECONDARY = "secondary"
    ALL_THROUGH = "all-through"
    SIXTEEN_PLUS = "16-plus"


class HostLines(StrEnum):
    """Which lines the file `.htaccess` has. Apache answers a forbidden line with an error."""

    ALL = "all"
    FEW = "few"
    NONE = "none"
