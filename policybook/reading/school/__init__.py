"""What a school says of itself: `school.yml`, `contacts.yml`, `mkdocs.yml`, its lists of policies."""
