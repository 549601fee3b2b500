"""Read a Word file that came back with changes, and take the chosen ones into the draft."""
