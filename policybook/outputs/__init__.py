"""What the site is made of: one file a kind of output, in the order of `OUTPUTS`.

An output turns the library into pages and files. It knows no other output.
"""

from collections.abc import Callable, Iterator

from policybook.model import Library
from policybook.outputs.about import about_the_site
from policybook.outputs.changes import changes
from policybook.outputs.duties import duty_registers
from policybook.outputs.feed import feed
from policybook.outputs.headers import headers
from policybook.outputs.help import help_on_findings
from policybook.outputs.home import home
from policybook.outputs.pdf import pdfs
from policybook.outputs.pictures import pictures
from policybook.outputs.printed import printed
from policybook.outputs.proof import proof
from policybook.outputs.register import register
from policybook.outputs.schemas import schemas
from policybook.outputs.search import search
from policybook.outputs.summary import summaries
from policybook.outputs.texts import texts
from policybook.press import Asset, Page, Press

Output = Callable[[Library, Press], Iterator[Page | Asset]]

#: `changes` comes first: the others use the gist of the redlines that it makes.
OUTPUTS: tuple[Output, ...] = (
    changes,
    home,
    texts,
    summaries,
    printed,
    register,
    duty_registers,
    feed,
    search,
    about_the_site,
    proof,
    help_on_findings,
    schemas,
    headers,
    pictures,
    pdfs,
)
