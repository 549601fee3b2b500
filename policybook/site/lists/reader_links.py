"""List the pages for each kind of reader, for the column beside other pages."""

from policybook.model import addresses
from policybook.model.addresses import Address

#: How a reader finds the page: the words of the link, and the address.
READERS: tuple[tuple[str, Address], ...] = (
    ("I am a parent or carer", addresses.PARENTS),
    ("I am a pupil", addresses.PUPILS),
    ("I work here", addresses.STAFF),
    ("I am a governor", addresses.GOVERNORS),
)
