"""What a school must have beside what it has."""
