"""An extension of Python-Markdown for ordinary pages: raw HTML stands on the page as text."""

from markdown import Markdown
from markdown.extensions import Extension


class PlainHtml(Extension):
    """Takes away what would pass HTML through, as Python-Markdown's documentation advises in place of its former safe mode."""

    def extendMarkdown(self, md: Markdown) -> None:
        md.preprocessors.deregister("html_block")
        md.inlinePatterns.deregister("html")


def makeExtension(**_options: object) -> PlainHtml:
    return PlainHtml()
