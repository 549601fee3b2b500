"""The words that a rule is read by: duties, amounts, dates, laws, people. Knows no sentences.

Each module has its words or patterns in tables, with an example beside each.
"""
