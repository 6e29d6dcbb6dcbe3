"""In what precision the encoder computes: a processor's features decide, and the user may."""

import pytest

from transcheck.encode.embedded import precision
from transcheck.errors import UsageError


@pytest.mark.parametrize("named", ["bfloat16", "float32"])
def test_the_user_decides(named: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TRANSCHECK_PRECISION", named)
    assert precision() == named


def test_another_name_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TRANSCHECK_PRECISION", "float16")
    with pytest.raises(UsageError, match="TRANSCHECK_PRECISION is 'float16'"):
        precision()
