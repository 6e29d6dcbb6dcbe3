"""Rules on names, one a file."""
