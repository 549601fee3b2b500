"""The tests of the plugin need MkDocs. Without it, none of them is collected."""

from importlib.util import find_spec

collect_ignore_glob = [] if find_spec("mkdocs") else ["test_*.py"]
