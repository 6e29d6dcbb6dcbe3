"""Colours of the report: the sixteen of the terminal's own theme."""

from transcheck.model.findings import Severity
from transcheck.model.result import Verdict

PROBLEM = "bold red reverse"
SOURCE = "bold cyan reverse"
OTHER = "underline"
LONG = {PROBLEM: "red underline", SOURCE: "cyan underline"}
EXPECTED = "bold green"
LABEL = "dim"

SEVERITY = {Severity.CRITICAL: "bold white on red", Severity.MAJOR: "bold red", Severity.MINOR: "bold yellow"}
PLAIN_SEVERITY = {Severity.CRITICAL: "bold red", Severity.MAJOR: "red", Severity.MINOR: "yellow"}
"""Where a line has one word of it, without a ground."""
VERDICT = {Verdict.PASS: "bold green", Verdict.REVIEW: "bold yellow", Verdict.FAIL: "bold red"}
BORDER = {Verdict.PASS: "green", Verdict.REVIEW: "yellow", Verdict.FAIL: "red"}
SIGN = {Verdict.PASS: "✓", Verdict.REVIEW: "!", Verdict.FAIL: "✗"}
