"""Sentences and words of the two sides."""
