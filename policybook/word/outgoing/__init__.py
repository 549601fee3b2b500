"""Write a version, or a redline with tracked changes, as a Word file."""
