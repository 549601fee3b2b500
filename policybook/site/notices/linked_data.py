"""Describe a version for search engines and registers of law: schema.org Legislation, as JSON-LD.

It says only what stays true on any later day: dates rather than a standing that changes.
"""

import json
from typing import Any

from policybook.model import Status, Version, addresses, dates, timeline
from policybook.site.policy_input import PolicyInput
from policybook.site.render.renderer import Renderer
from policybook.site.version_view import VersionView

#: Letters that could end the element around the data, with what JSON allows in their place.
_ESCAPES = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"})
_STATUS = {
    Status.DRAFT: "Draft",
    Status.CONSULTATION: "Proposed",
    Status.APPROVED: "Approved",
    Status.WITHDRAWN: "Withdrawn",
}


def describe_version(
    inputs: PolicyInput, renderer: Renderer, version: Version, view: VersionView
) -> str:
    """Return a version as JSON-LD, ready for a data block of its page.

    Addresses are absolute; without the site's own address they are left out.
    """
    facts = view.facts
    school = {"@type": "EducationalOrganization", "name": inputs.school.name}
    approved = facts.approved_on
    described: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Legislation",
        "name": view.title,
        "legislationIdentifier": f"{view.policy}/{view.name}",
        "legislationType": "School policy",
        "inLanguage": facts.language or inputs.school.language,
        "publisher": school,
        "legislationResponsible": {"@type": "Role", "roleName": facts.owner},
        "creativeWorkStatus": _STATUS[facts.status],
        "audience": [{"@type": "Audience", "audienceType": name} for name in facts.applies_to],
    }
    if approved:
        described["legislationDate"] = dates.format_iso_day(approved)
        described["legislationPassedBy"] = {
            "@type": "Organization",
            "name": facts.approved_by,
            "parentOrganization": school,
        }
    if days := _days_in_force(inputs, version):
        described["temporalCoverage"] = days
    described.update(_addresses(inputs, renderer, version, view))
    return json.dumps(described, ensure_ascii=False).translate(_ESCAPES)


def _days_in_force(inputs: PolicyInput, version: Version) -> str:
    """Return the days on which a version is in force: `2023-11-01/2027-01-03`.

    Without a known end it ends with `..`. Empty if the version is never in force.
    """
    begins = timeline.first_day_in_force(inputs.policy, version)
    if begins is None:
        return ""
    ends = timeline.end_day(inputs.policy, version)
    last = dates.day_before(ends.date).isoformat() if ends else ".."
    return f"{begins.isoformat()}/{last}"


def _addresses(
    inputs: PolicyInput, renderer: Renderer, version: Version, view: VersionView
) -> dict[str, Any]:
    if not renderer.settings.url:
        return {}
    before = timeline.predecessor(inputs.policy, version)
    links: dict[str, Any] = {
        "@id": renderer.url(view.own_address),
        "url": renderer.url(view.own_address),
        "isPartOf": renderer.url(addresses.history(view.policy)),
    }
    if before:
        links["legislationChanges"] = renderer.url(inputs.view(before).own_address)
    if inputs.typesetter:
        links["encoding"] = {
            "@type": "LegislationObject",
            "contentUrl": renderer.url(view.pdf),
            "encodingFormat": "application/pdf",
        }
    return links
