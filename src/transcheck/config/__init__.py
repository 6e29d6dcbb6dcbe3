"""Configuration: what can be set, where it is read from, and when a run fails."""
