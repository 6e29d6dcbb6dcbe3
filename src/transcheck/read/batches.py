"""The pairs of a batch, from any mixture of manifests, folders and files."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from transcheck.errors import TranscheckError
from transcheck.model.request import Pairing, PairRequest
from transcheck.model.result import PairFailure
from transcheck.read.folders import pair_files, pair_folder
from transcheck.read.manifest import SUFFIXES, read_manifest


def collect(paths: Sequence[Path], source_lang: str | None = None, target_lang: str | None = None) -> Pairing:
    """The pairs that manifests, folders and single files ask for, ids unique; what cannot be read is a failure."""
    requests: dict[str, PairRequest] = {}
    failures: list[PairFailure] = []
    notes: list[str] = []
    for path, pairing in _pairings(paths, source_lang, target_lang):
        failures += pairing.failures
        notes += pairing.notes
        for request in pairing.requests:
            if request.id in requests and path.is_dir():  # two folders may well have stories of one name
                request = replace(request, id=f"{path.as_posix()}/{request.id}")
            if requests.setdefault(request.id, request) is not request:
                message = f"the id {request.id!r} is that of another pair"
                hint = "give every pair of the run its own id"
                failures.append(PairFailure(request.id, str(path), message, hint, 3))
    return Pairing(tuple(requests.values()), tuple(failures), tuple(notes))


def _pairings(paths: Sequence[Path], source: str | None, target: str | None) -> Iterator[tuple[Path, Pairing]]:
    """The pairs of each manifest and folder in turn, then those that the single files make among them."""
    files = []
    for path in dict.fromkeys(paths):
        if path.is_dir() or path.suffix.lower() in SUFFIXES or not path.exists():
            yield path, _read(path, source, target)
        else:
            files.append(path)
    if files:
        yield files[0], pair_files(files, source, target)


def _read(path: Path, source: str | None, target: str | None) -> Pairing:
    try:
        return pair_folder(path, source, target) if path.is_dir() else read_manifest(path, source, target)
    except TranscheckError as error:
        failure = PairFailure(str(path), error.path, error.message, error.hint, error.exit_code)
        return Pairing((), (failure,))
