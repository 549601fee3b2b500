"""Pages and files about the whole school, one module a kind. An output knows no other output."""
