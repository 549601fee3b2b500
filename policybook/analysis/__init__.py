"""Answers about texts: duties, law, model policies, reading ages, stale summaries, integrity.

An answer gives no verdict: what is wrong is for the checks to say. Knows no page and no search.
"""
