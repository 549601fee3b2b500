"""Write what was read as Markdown, and prove by reading it again that no word is lost."""
