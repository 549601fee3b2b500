"""The front matter: one table of fields, and the kinds of value that they hold.

`front_matter.read(parts, path)` gives the facts of a version and every fault of its block.
"""
