import json

import pytest

import samples
from transcheck.errors import UsageError
from transcheck.report import formats
from transcheck.report.view import View


def test_every_file_in_the_folder_is_a_format() -> None:
    assert {"json", "text"} <= set(formats.names())
    for name in formats.names():
        assert callable(formats.renderer(name))


def test_an_unknown_format_is_a_usage_error() -> None:
    with pytest.raises(UsageError, match="text"):
        formats.renderer("pdf")


def test_json_is_the_contract_whatever_the_view() -> None:
    render = formats.renderer("json")
    narrow, wide = render(samples.batch(), View(width=40)), render(samples.batch(), View(width=160, color=True))
    assert narrow == wide
    assert json.loads(narrow)["schema"] == "transcheck.result/1"
