"""Keep what a build made of each policy, so that the next build repeats no work.

It must not know a page. What is kept is found by a key of everything that it was made
from, so a wrong answer is not possible: only no answer. You may delete it at any time.
"""
