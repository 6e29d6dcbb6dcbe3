"""Rules on quotes, one a file."""
