"""What a language's script is like."""

from transcheck.data import table


def unspaced(lang: str) -> bool:
    """Whether the language is written without spaces between words."""
    return lang in table("casing")["scripts"]["unspaced"]
