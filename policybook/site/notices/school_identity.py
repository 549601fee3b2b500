"""Name the school in identifiers, so that two schools never share one.

Calendars and feed readers know an event or an entry by its identifier alone.
"""

import re
from urllib.parse import urlsplit

from policybook.model import School


def school_identity(school: School, url: str) -> str:
    """Return `identity` of school.yml, else the host of `url`, else the school's name.

    The name is in small letters with hyphens: `oakfield-primary-school`.
    """
    name = re.sub(r"[\W_]+", "-", school.name.casefold()).strip("-")
    return school.identity or urlsplit(url).hostname or name
