"""Read a tagged PDF with the same values as a Word file."""
