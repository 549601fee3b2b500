"""English words, labels of lists and forms of files: what holds for any text.

Nothing here knows a policy, a school or a page.
"""
