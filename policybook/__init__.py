"""Policybook publishes a school's policies: a folder of Markdown goes in; a website, PDFs and data files come out."""

__version__ = "0.1.0"
