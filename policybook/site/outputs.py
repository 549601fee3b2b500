"""What the site is made of: one file a kind of output, in the order of `OUTPUTS`.

An output turns the library into pages and files. It knows no other output.
"""

from collections.abc import Callable, Iterator

from policybook.model import Library
from policybook.site.policy_pages.duties import duty_registers
from policybook.site.policy_pages.pdfs import pdfs
from policybook.site.policy_pages.pictures import pictures
from policybook.site.policy_pages.print_views import printed
from policybook.site.policy_pages.redlines import changes
from policybook.site.policy_pages.summaries import summaries
from policybook.site.policy_pages.text_files import proof
from policybook.site.policy_pages.texts import texts
from policybook.site.render.renderer import Asset, Page, Press
from policybook.site.school_pages.about import about_the_site
from policybook.site.school_pages.check_help import help_on_findings
from policybook.site.school_pages.feed import feed
from policybook.site.school_pages.home import home
from policybook.site.school_pages.host_headers import headers
from policybook.site.school_pages.json_schemas import schemas
from policybook.site.school_pages.review_register import register
from policybook.site.school_pages.search_page import search

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
