"""What a school says of itself: `school.yml`, `contacts.yml`, `mkdocs.yml`, its policies."""
