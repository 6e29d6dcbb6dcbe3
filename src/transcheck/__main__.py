"""Starts the command line; the one place where an unforeseen error becomes an exit code."""

import gc
import os
import signal
import sys
import traceback
from types import FrameType
from typing import NoReturn

from transcheck.errors import InternalError, TranscheckError

EXIT_BY_SIGNAL = 128
"""Added to the signal's number, as shells do: 130 for Ctrl-C, 143 where a CI ends the job."""

# Threads of small matrix products spin against everything else on the machine; read when numpy is first imported.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")


def main() -> None:
    """Runs the command in `sys.argv`; ends the process with the exit code of the contract."""
    for number in (signal.SIGINT, signal.SIGTERM):  # leaving in order takes half-written reports along
        signal.signal(number, _interrupted)
    # Words and spans are many small objects without cycles: looking for cycles so often took a seventh of a run.
    gc.set_threshold(50_000, 20, 50)
    from transcheck.cli.app import app
    from transcheck.cli.output import say

    try:
        app()
    except TranscheckError as error:
        say(f"error: {error}")
        sys.exit(error.exit_code)
    except Exception as error:  # a crash must end with its own code, never look like a pass or a finding
        if _verbose():
            traceback.print_exception(error)
        say(f"internal error: {type(error).__name__}: {error} (run with -v for the traceback)")
        sys.exit(InternalError.exit_code)


def _interrupted(number: int, frame: FrameType | None) -> NoReturn:
    sys.exit(EXIT_BY_SIGNAL + number)


def _verbose() -> bool:
    return "-v" in sys.argv or "--verbose" in sys.argv


if __name__ == "__main__":
    main()
