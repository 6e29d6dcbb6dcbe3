"""Results to people and machines."""
