"""Folders whose files pair up by name: `story.ar.txt` + `story.en.txt`, or `ar/story.txt` + `en/story.txt`."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePath

from transcheck.errors import InputError, UsageError
from transcheck.model.request import Pairing, PairRequest
from transcheck.model.result import PairFailure
from transcheck.read.tables import base_lang

SUFFIXES = (".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml")
Story = Mapping[str, list[Path]]
"""The files of one story by language."""


@dataclass(frozen=True, slots=True)
class _Named:
    """A file whose name or folder says its language."""

    story: str
    lang: str
    path: Path


def pair_folder(folder: Path, source_lang: str | None = None, target_lang: str | None = None) -> Pairing:
    """The pairs under `folder`, in natural order of their names; a file without a partner is a failure.

    Where the languages are not given and just two are there, English is taken for the translation's.
    Raises InputError for a folder without articles, UsageError where the languages must be given.
    """
    named, plain = _listing(folder)
    if not named:
        hint = "name the files story.ar.txt and story.en.txt, or put them into folders ar and en"
        raise InputError("no articles that pair up by name", path=str(folder), hint=hint)
    counts = Counter(file.lang for file in named)
    source, target, notes = _direction(folder, counts, source_lang, target_lang)
    if plain:
        notes += (f"{folder}: not read, no language in the name: {_some(plain)}",)
    stories: dict[str, dict[str, list[Path]]] = {}
    for file in named:
        stories.setdefault(file.story, {}).setdefault(file.lang, []).append(file.path)
    requests, failures = [], []
    for name in sorted(stories, key=natural_key):
        made = _pair(name, stories[name], source, target)
        if isinstance(made, PairRequest):
            requests.append(made)
        elif made is not None:
            failures.append(made)
    return Pairing(tuple(requests), tuple(failures), notes)


def natural_key(name: str) -> tuple[tuple[int, int, str], ...]:
    """Sorts story2 before story10."""
    parts = re.findall(r"\d+|\D+", name)
    return tuple((0, int(part), part) if part.isdecimal() else (1, 0, part.casefold()) for part in parts)


def _listing(folder: Path) -> tuple[list[_Named], list[str]]:
    """The articles whose language is known, and the names of those whose is not."""
    named, plain = [], []
    for path in sorted(folder.rglob("*")):
        inner = path.relative_to(folder)
        if path.suffix.lower() not in SUFFIXES or any(part.startswith(".") for part in inner.parts):
            continue
        if not path.is_file():
            continue
        file = _named(inner, path)
        if file is None:
            plain.append(str(inner))
        else:
            named.append(file)
    return named, plain


def _named(inner: PurePath, path: Path) -> _Named | None:
    stem, dot, tag = inner.stem.rpartition(".")
    if dot and stem and (lang := base_lang(tag)):
        return _Named((inner.parent / stem).as_posix(), lang, path)
    folders = inner.parent.parts
    for i in reversed(range(len(folders))):
        if lang := base_lang(folders[i]):
            return _Named(PurePath(*folders[:i], *folders[i + 1 :], inner.stem).as_posix(), lang, path)
    return None


def _direction(
    folder: Path, counts: Counter[str], source: str | None, target: str | None
) -> tuple[str | None, str | None, tuple[str, ...]]:
    """Source language, target language (None: whichever the story has besides) and what was assumed."""
    for option, lang in (("--source-lang", source), ("--target-lang", target)):
        if lang is not None and lang not in counts:
            there = ", ".join(sorted(counts))
            raise InputError(f"no articles in {lang!r} here, only in {there}", path=str(folder), hint=f"see {option}")
    if source is not None or target is not None:
        return source, target, ()
    if len(counts) == 2 and "en" in counts:
        other = next(lang for lang in counts if lang != "en")
        return other, "en", (f"{folder}: taking {other} for the source and en for the translation (see --source-lang)",)
    there = ", ".join(sorted(counts))
    hint = "give --source-lang and --target-lang"
    raise UsageError(f"which language is the source? here are {there}", path=str(folder), hint=hint)


def _pair(name: str, story: Story, source: str | None, target: str | None) -> PairRequest | PairFailure | None:
    """The request or failure for one story; None where it is in neither of the languages asked for."""
    if source is not None and target is not None and source not in story and target not in story:
        return None
    sources = _side(story, source, other=target)
    targets = _side(story, target, other=source)
    for side, files, lang in (("source", sources, source), ("translation", targets, target)):
        if len(files) != 1:
            return _unpaired(name, story, side, files, lang)
    [(source_lang, source_path)], [(target_lang, target_path)] = sources, targets
    return PairRequest(name, source_path, target_path, source_lang, target_lang)


def _side(story: Story, lang: str | None, other: str | None) -> list[tuple[str, Path]]:
    wanted = [lang] if lang is not None else [code for code in story if code != other]
    return [(code, path) for code in wanted for path in story.get(code, [])]


def _unpaired(name: str, story: Story, side: str, files: list[tuple[str, Path]], lang: str | None) -> PairFailure:
    first = next(path for paths in story.values() for path in paths)
    if files:
        names = _some([path.name if path.parent == first.parent else str(path) for _, path in files])
        option = "--source-lang" if side == "source" else "--target-lang"
        hint = "leave one" if lang else f"leave one, or give {option}"
        return PairFailure(name, str(files[0][1]), f"more than one {side}: {names}", hint, InputError.exit_code)
    what = f"no {side} in {lang!r}" if lang else f"no {side}"
    hint = f"add {PurePath(name).name}.{lang or 'LANG'}{first.suffix} beside it, or move this file away"
    return PairFailure(name, str(first), f"{what} to pair it with", hint, InputError.exit_code)


def _some(names: list[str], most: int = 5) -> str:
    more = f" and {len(names) - most} more" if len(names) > most else ""
    return ", ".join(names[:most]) + more
