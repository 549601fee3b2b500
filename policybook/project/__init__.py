"""A school's folder: its templates, and the files that a new policy starts from."""
