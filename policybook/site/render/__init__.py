"""Turn values and templates into HTML. Templates lay out; they decide nothing."""
