"""Let MkDocs build and serve the site; the only package that imports MkDocs.

It gives ordinary pages the site's frame and writes our files beside them. It must not know a
policy or a command.

    plugins:
      - policybook                       # in mkdocs.yml
"""

from policybook.plugin.hooks import PolicybookPlugin
