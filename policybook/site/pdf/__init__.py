"""Versions and summaries -> PDF. `document` makes plain data of the model, `engine` makes a PDF of the data with Typst.

No clock, no environment, no network; nothing here knows MkDocs or HTML.
"""
