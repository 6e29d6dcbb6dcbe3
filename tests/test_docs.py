"""Generated documentation is current."""

import runpy

from corpus import ROOT


def test_the_documentation_of_rules_is_current() -> None:
    script = runpy.run_path(str(ROOT / "scripts" / "gen_rule_docs"))
    assert (ROOT / "docs" / "rules.md").read_text("utf-8") == script["rules"](), "run scripts/gen_rule_docs"
    readme = (ROOT / "README.md").read_text("utf-8")
    assert script["readme"](readme) == readme, "run scripts/gen_rule_docs"
