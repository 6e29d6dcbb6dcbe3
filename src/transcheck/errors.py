"""Every error transcheck raises on purpose; each class carries the exit code the command ends with.

0 passed, 1 the gate failed, 2 wrong usage or configuration, 3 an input could not be read, 4 internal failure.
"""


class TranscheckError(Exception):
    """A failure with one line of explanation and, where there is one, a hint at what to do."""

    exit_code = 4

    def __init__(self, message: str, *, path: str | None = None, hint: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.path = path
        self.hint = hint

    def __str__(self) -> str:
        """One line: where, what failed, what to do."""
        where = f"{self.path}: " if self.path else ""
        hint = f" ({self.hint})" if self.hint else ""
        return f"{where}{self.message}{hint}".replace("\n", " ")


class UsageError(TranscheckError):
    """Options that do not fit together, an unknown language code, an encoder that cannot be had."""

    exit_code = 2


class ConfigError(TranscheckError):
    """A configuration file that is not valid; `path` holds path:line."""

    exit_code = 2


class MissingExtraError(UsageError):
    """An optional dependency is needed and not installed; the hint names the extra."""


class InputError(TranscheckError):
    """An input that cannot be read: missing, empty, binary, undecodable, too large, in an unknown language."""

    exit_code = 3


class InternalError(TranscheckError):
    """A fault of transcheck itself."""

    exit_code = 4
