"""Turn values and templates into HTML. Templates do the layout and decide nothing.

This package must not know an output. An unknown name in a template stops the build.

    page = renderer.page(address, "policy/text.html", title=title, **values)
"""
