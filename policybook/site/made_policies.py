"""Make the finished files of each policy, or take them from the store.

What the store has is the same, byte for byte, because its key covers all that the files are
made from. What a page asked about other policies is asked again.
"""

from collections.abc import Mapping
from datetime import date

from policybook.model import Library, Policy
from policybook.site import text_balance
from policybook.site.elsewhere import Answers, elsewhere_in
from policybook.site.kept_policies import MadePolicy, read_policy, write_policy
from policybook.site.outputs import POLICY_OUTPUTS
from policybook.site.pdf.typst import Typesetter
from policybook.site.policy_input import PolicyInput, policy_input
from policybook.site.policy_row import policy_row
from policybook.site.policy_sources import PolicySources, SourceFinder
from policybook.site.render.renderer import Renderer
from policybook.site.render.types import Asset, Page


class PolicyMaker:
    """Makes the policies of one library on one day. `files` are the bytes that it was read from."""

    def __init__(
        self,
        library: Library,
        files: Mapping[str, bytes],
        today: date,
        renderer: Renderer,
        typesetter: Typesetter | None,
    ) -> None:
        self._library, self._today = library, today
        self._renderer, self._typesetter = renderer, typesetter
        self._finder = SourceFinder(library, files, today, renderer)

    def make(self, policy: Policy) -> MadePolicy:
        """Return the files of a policy, from the store if they are there.

        Raises `Unbalanced` if an output is not exactly the text of a version.
        """
        sources, store = self._finder.find(policy), self._renderer.settings.store
        if store is None:
            return self._make(sources)
        data = store.get(sources.key)
        kept = read_policy(data, store) if data else None
        if kept and self._asks_the_same(policy, kept.answers):
            return kept
        made = self._make(sources)
        if data := write_policy(made, store):
            store.put(sources.key, data)
        return made

    def input(self, policy: Policy) -> PolicyInput:
        """Return what the pages of a policy show."""
        return self._input(self._finder.find(policy))

    def _input(self, sources: PolicySources) -> PolicyInput:
        return policy_input(
            sources,
            elsewhere_in(self._library, sources.titles),
            self._today,
            all_pairs=self._renderer.settings.all_pairs,
            typesetter=self._typesetter,
        )

    def _make(self, sources: PolicySources) -> MadePolicy:
        for version in sources.policy.versions:
            text_balance.refuse_source(version)
        inputs = self._input(sources)
        parts = [part for make in POLICY_OUTPUTS for part in make(inputs, self._renderer)]
        row = policy_row(sources.library, inputs)
        for version, view in inputs.versions:
            if view.binds:
                text_balance.refuse_search(version, row.documents)
        pages = [part for part in parts if isinstance(part, Page)]
        return MadePolicy(
            row=row,
            listed=tuple(page.address for page in pages if page.listed),
            files=tuple(map(_as_asset, parts)),
            answers=inputs.elsewhere.answers,
        )

    def _asks_the_same(self, policy: Policy, answers: Answers) -> bool:
        """Return whether other policies still give the same answers."""
        elsewhere = elsewhere_in(self._library, self._finder.titles)
        versions = {version.name: version for version in policy.versions}
        return all(
            name in versions and repr(elsewhere.where(versions[name], target)) == answer
            for (name, target), answer in answers.items()
        )


def _as_asset(part: Page | Asset) -> Asset:
    return Asset(path=part.path, data=part.html.encode()) if isinstance(part, Page) else part
