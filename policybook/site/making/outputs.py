"""List what the site consists of: each kind of output is one module.

An output turns its input into pages and files. It knows no other output, and does not
depend on their order.
"""

from collections.abc import Callable, Iterator

from policybook.site.policy_input import PolicyInput
from policybook.site.policy_pages.clause_lists import clause_lists
from policybook.site.policy_pages.duties import duties
from policybook.site.policy_pages.embedded import embedded
from policybook.site.policy_pages.on_a_day import on_a_day
from policybook.site.policy_pages.packs import packs
from policybook.site.policy_pages.pdfs import pdfs
from policybook.site.policy_pages.pictures import pictures
from policybook.site.policy_pages.policy_feed import policy_feed
from policybook.site.policy_pages.print_views import print_views
from policybook.site.policy_pages.redlines import redlines
from policybook.site.policy_pages.summaries import summaries
from policybook.site.policy_pages.text_files import text_files
from policybook.site.policy_pages.texts import texts
from policybook.site.render.renderer import Asset, Page, Renderer
from policybook.site.school_input import SchoolInput
from policybook.site.school_pages.accessibility import accessibility
from policybook.site.school_pages.build_day import build_day
from policybook.site.school_pages.check_help import check_help
from policybook.site.school_pages.check_sheets import check_sheets
from policybook.site.school_pages.duties_overview import duties_overview
from policybook.site.school_pages.embedded_list import embedded_list
from policybook.site.school_pages.feed import feed
from policybook.site.school_pages.get_updates import get_updates
from policybook.site.school_pages.home import home
from policybook.site.school_pages.host_headers import host_headers
from policybook.site.school_pages.json_schemas import json_schemas
from policybook.site.school_pages.law_register import law_register
from policybook.site.school_pages.reader_pages import reader_pages
from policybook.site.school_pages.register_pdf import register_pdf
from policybook.site.school_pages.review_details import review_details
from policybook.site.school_pages.review_register import review_register
from policybook.site.school_pages.search_page import search_page
from policybook.site.school_pages.share_image import share_image
from policybook.site.school_pages.sitemap import sitemap
from policybook.site.school_pages.statutory import statutory
from policybook.site.school_pages.theme_files import theme_files
from policybook.site.school_pages.verify import verify
from policybook.site.school_pages.verify_forms import verify_forms
from policybook.site.school_pages.worried import worried

PolicyOutput = Callable[[PolicyInput, Renderer], Iterator[Page | Asset]]
SchoolOutput = Callable[[SchoolInput, Renderer], Iterator[Page | Asset]]

POLICY_OUTPUTS: tuple[PolicyOutput, ...] = (
    texts,
    summaries,
    print_views,
    embedded,
    redlines,
    packs,
    on_a_day,
    duties,
    text_files,
    policy_feed,
    clause_lists,
    pictures,
    pdfs,
)
SCHOOL_OUTPUTS: tuple[SchoolOutput, ...] = (
    home,
    reader_pages,
    review_register,
    review_details,
    register_pdf,
    duties_overview,
    law_register,
    statutory,
    feed,
    get_updates,
    embedded_list,
    search_page,
    worried,
    verify,
    verify_forms,
    check_sheets,
    accessibility,
    check_help,
    json_schemas,
    host_headers,
    theme_files,
    share_image,
    build_day,
    sitemap,
)
