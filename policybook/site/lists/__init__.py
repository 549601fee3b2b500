"""The lines of lists: home, registers and pages for readers, from the rows of policies."""
