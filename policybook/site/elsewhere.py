"""Answer what a page of one policy asks about anything outside its own text.

A page asks through `Elsewhere` and never gets the library. So every way in which one
policy depends on another is in this module, and what was asked can be asked again.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import lru_cache

from policybook.analysis import rules_elsewhere
from policybook.model import Library, Version
from policybook.reading.references import links, reference_links

#: What was asked about other policies: the version's name and the target of a link -> the answer.
Answers = dict[tuple[str, str], str]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Elsewhere:
    """Three questions, each about a version and a target as its text writes it, and one more.

    `where` says where a link leads: to a clause, another policy, a contact, or nowhere.
    `picture` gives the path of a picture, or says why there is none. `linked` gives the
    version with links on its references ("rule 3.1", "the Behaviour Policy"). `named` gives
    the titles in a sentence, each with its policy. `answers` has what `where` answered about
    files: other policies may change these.
    """

    where: Callable[[Version, str], links.ResolvedLink]
    picture: Callable[[Version, str], str | links.BrokenLink]
    linked: Callable[[Version], Version]
    named: Callable[[str], tuple[tuple[str, str], ...]]
    answers: Answers


def elsewhere_in(library: Library, titles: reference_links.PolicyTitles | None = None) -> Elsewhere:
    """Return the answers that `library` gives. `titles` are its own, if the caller has them."""
    answers: Answers = {}
    titles = titles or reference_links.read_titles(library)

    @lru_cache(maxsize=64)
    def read(version: Version) -> tuple[reference_links.ReferenceIntoOther, ...]:
        return tuple(reference_links.find_into_others(titles, version))

    def where(version: Version, target: str) -> links.ResolvedLink:
        if rule := reference_links.read_target(target):
            answer = links.resolve(library, version, f"../{rule.policy}/")
            if isinstance(answer, links.SiteLink):
                fragment = rules_elsewhere.find_lasting_id(library, version, rule, read)
                answer = replace(answer, fragment=fragment)
            answers[version.name, target] = repr(answer)
            return answer
        answer = links.resolve(library, version, target)
        if links.names_file(target):
            answers[version.name, target] = repr(answer)
        return answer

    def picture(version: Version, target: str) -> str | links.BrokenLink:
        return links.find_picture(library, version, target)

    # A version's page, print view and PDF ask for the same.
    @lru_cache(maxsize=64)
    def linked(version: Version) -> Version:
        return reference_links.link_references(titles, version)

    def named(sentence: str) -> tuple[tuple[str, str], ...]:
        places = titles.find(sentence)
        return tuple((sentence[start:end], policy) for start, end, policy in places)

    return Elsewhere(where=where, picture=picture, linked=linked, named=named, answers=answers)
