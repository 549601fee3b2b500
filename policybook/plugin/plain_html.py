"""An extension of Python-Markdown for ordinary pages: it shows raw HTML as text."""

from markdown import Markdown
from markdown.extensions import Extension


class PlainHtml(Extension):
    """Removes what passes HTML through.

    The documentation of Python-Markdown advises this in place of its former safe mode.
    """

    def extendMarkdown(self, md: Markdown) -> None:
        md.preprocessors.deregister("html_block")
        md.inlinePatterns.deregister("html")


def makeExtension(**_options: object) -> PlainHtml:
    return PlainHtml()
