"""Turn a redline into what its page, its PDF and its data show.

It must not know how two versions are compared: `redline` hands it typed changes.
"""
