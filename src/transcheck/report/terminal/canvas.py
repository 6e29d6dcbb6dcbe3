"""What the text report is drawn on."""

import io

from rich.console import Console

from transcheck.report.shown import without_commands
from transcheck.report.view import View, Write

NARROWEST, WIDEST = 40, 160
"""Columns between which a report is drawn, whatever the terminal says."""


class Canvas:
    """A console whose text is handed on piece by piece."""

    def __init__(self, write: Write, view: View) -> None:
        self._write = write
        self._file = io.StringIO()
        self.console = Console(
            file=self._file,
            width=min(max(view.width, NARROWEST), WIDEST),
            color_system="standard" if view.color else None,
            force_terminal=view.color,
            no_color=False,
            legacy_windows=False,
            highlight=False,
            markup=False,
            emoji=False,
        )

    def flush(self) -> None:
        """Hands on what was drawn since, without blanks at the ends of lines; nothing in it is a CI's command."""
        text = "\n".join(line.rstrip(" ") for line in self._file.getvalue().split("\n"))
        self._file.seek(0)
        self._file.truncate()
        if text:
            self._write(without_commands(text))
