"""Read English words, list labels and file formats.

It must not know a policy, a school or a page.

    root, faults = strict_yaml.read(block, path, line)   # every value knows its line
    score = readability.score(sentences)                 # with a reading age
"""
