"""A configuration with all that a gate needs."""

GATE = """
baseline = "known.json"
[[overrides]]
languages = ["ar-en", "*-EN_gb"]
paths = "sport/**"
rules.NUM001 = { severity = "minor" }
[budgets]
NAM001.max = 3
minor.per-1000-words = 2
[[suppressions]]
reason = "house style"
rule = "NAM001"
term = "Киев"
expires = 2026-11-24
"""
