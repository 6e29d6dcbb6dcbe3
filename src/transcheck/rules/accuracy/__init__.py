"""Rules on accuracy, one a file."""
