"""Gather what governors need to decide on a new version: the governors' pack.

It must not know how a page or a PDF looks, nor any other page.
"""
