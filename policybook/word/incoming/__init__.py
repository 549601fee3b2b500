"""Turn a Word file, or a tagged PDF, into a draft with a proof that no word is lost."""
