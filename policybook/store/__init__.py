"""Keep what was made, by the hash of all that it was made from.

It must not know a policy or a page. A wrong answer is not possible, only no answer, and nothing
in the folder can stop a build.

    store = Store(project / ".cache" / "policybook")
    store.put(key, data)
    store.get(key)                             # the same bytes, or None
"""

from policybook.store.objects import Store
from policybook.store.plain_values import NotPlain, dump, load
from policybook.store.releases import digest_release, digest_values
