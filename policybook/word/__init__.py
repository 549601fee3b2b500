"""Bring policies in from Word files, and write them as Word files.

It must not know a check, a page or the record. It opens no file: it is given bytes.
"""
