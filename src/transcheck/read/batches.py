"""The pairs of a batch, from any mixture of manifests and folders."""

from collections.abc import Sequence
from pathlib import Path

from transcheck.errors import InputError
from transcheck.model.request import Pairing, PairRequest
from transcheck.model.result import PairFailure
from transcheck.read.folders import pair_folder
from transcheck.read.manifest import SUFFIXES, read_manifest


def collect(paths: Sequence[Path], source_lang: str | None = None, target_lang: str | None = None) -> Pairing:
    """The pairs that manifests and folders ask for, ids unique; a path that cannot be read is a failure.

    Raises UsageError where the languages of a folder must be given.
    """
    requests: dict[str, PairRequest] = {}
    failures: list[PairFailure] = []
    notes: list[str] = []
    for path in paths:
        try:
            pairing = _pairing(path, source_lang, target_lang)
        except InputError as error:
            failures.append(PairFailure(str(path), error.path, error.message, error.hint, error.exit_code))
            continue
        failures += pairing.failures
        notes += pairing.notes
        for request in pairing.requests:
            if requests.setdefault(request.id, request) is not request:
                message = f"the id {request.id!r} is that of another pair"
                hint = "give every pair of the run its own id"
                failures.append(PairFailure(request.id, str(path), message, hint, InputError.exit_code))
    return Pairing(tuple(requests.values()), tuple(failures), tuple(notes))


def _pairing(path: Path, source_lang: str | None, target_lang: str | None) -> Pairing:
    if path.is_dir():
        return pair_folder(path, source_lang, target_lang)
    if path.suffix.lower() in SUFFIXES or not path.exists():
        return read_manifest(path, source_lang, target_lang)
    hint = f"a folder, or a manifest whose name ends in {', '.join(SUFFIXES)}; for two articles use `transcheck score`"
    raise InputError("is neither a folder nor a manifest", path=str(path), hint=hint)
