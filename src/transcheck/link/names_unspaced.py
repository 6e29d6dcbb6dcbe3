"""Names where one side is written without spaces: a name is a stretch of text, found by its links and recurrence."""

from transcheck.link.names_parts import Pairing


class UnspacedPairing(Pairing):
    """Not yet different."""
