"""transcheck: a linter for translated news, with a score."""

__version__ = "0.1.0"
