"""References in a text: which rule, policy or page each one names, and where it leads."""
