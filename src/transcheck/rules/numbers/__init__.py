"""Rules on numbers, one a file."""
