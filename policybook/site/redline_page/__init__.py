"""Turn a redline into what its page, its PDF and its data show."""
