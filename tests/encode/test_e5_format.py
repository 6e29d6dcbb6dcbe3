import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import packed
from transcheck.encode.e5_format import parse


def test_a_small_file_is_read_whole() -> None:
    made = packed.PackedFile()
    found = parse(made.bytes())
    assert (found.header.hidden, found.header.layers, found.header.heads) == (32, 2, 2)
    assert (found.header.vocabulary, found.header.positions, found.header.types) == (7, 40, 1)
    assert found.header.epsilon == pytest.approx(1e-12)
    assert found.pieces.pieces == packed.PIECES
    assert (found.pieces.bos, found.pieces.pad, found.pieces.eos, found.pieces.unk) == (0, 1, 2, 3)
    assert found.pieces.normaliser == packed.NORMALISER
    assert set(found.tensors) == set(made.tensors)
    for name, values in made.tensors.items():
        np.testing.assert_array_equal(found.tensors[name], values, name)


def test_other_files_are_refused() -> None:
    for data in (b"", b"E5S", b"PK\x03\x04" * 20, packed.PackedFile(magic=b"E5S2").bytes()):
        with pytest.raises(ValueError, match="not a packed e5 model"):
            parse(data)
    with pytest.raises(ValueError, match="blocks of 64 weights"):
        parse(packed.PackedFile(block=64).bytes())


@settings(max_examples=60, deadline=None)
@given(st.integers(min_value=4, max_value=len(packed.PackedFile().bytes()) - 1))
def test_a_cut_off_file_is_refused(length: int) -> None:
    with pytest.raises(ValueError):
        parse(packed.PackedFile().bytes()[:length])
