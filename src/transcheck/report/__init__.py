"""Results to people and machines. A format is one file in `formats/`; `terminal/` draws the text format."""
