"""Pages and files of one policy, one module a kind. An output knows no other output."""
