"""Turn a redline into what its page, its PDF and its data show.

This package must not know how two versions are compared. `redline` gives it typed
changes.
"""
