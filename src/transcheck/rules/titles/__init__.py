"""Rules on titles, one a file."""
