"""The measuring data: not part of the project, named with --data, and missed with a clear message."""

import argparse
import csv
import gzip
from collections.abc import Iterator
from pathlib import Path

LANGUAGES = ("ar", "ru", "zh", "fa", "fr", "de", "he", "uk", "es", "tr", "ja", "ko", "hi")
"""Languages of `ntrex/` beside English, the six that have targets first."""
UNSPACED = frozenset({"zh", "ja"})
"""Written without spaces between sentences."""
REPOSITORY = Path(__file__).resolve().parents[2]


def folder(value: str) -> Path:
    """An argparse type: the data folder. Says what is missing and what to do."""
    path = Path(value)
    if not path.is_dir():
        raise argparse.ArgumentTypeError(
            f"{value}: no such folder. The measuring data are third-party texts and no part of this project: "
            "name the folder that holds ntrex/, wordalign/ and sentalign_de_fr/"
        )
    return path


def add_data(parser: argparse.ArgumentParser, required: bool = True) -> None:
    """Adds --data."""
    parser.add_argument(
        "--data", type=folder, required=required, metavar="DIR", help="folder with ntrex/, wordalign/, sentalign_de_fr/"
    )


def add_languages(parser: argparse.ArgumentParser) -> None:
    """Adds --langs; see `languages`."""
    parser.add_argument(
        "--langs", default=",".join(LANGUAGES), metavar="CODES", help="ntrex languages, comma between; default: all"
    )


def languages(parser: argparse.ArgumentParser, value: str) -> list[str]:
    """The codes in --langs. Ends the script with a message if one is not there."""
    found = [code for code in value.split(",") if code]
    unknown = [code for code in found if code not in LANGUAGES]
    if unknown or not found:
        parser.error(f"--langs: {', '.join(unknown) or 'empty'}; there are {', '.join(LANGUAGES)}")
    return found


def part(parser: argparse.ArgumentParser, data: Path, name: str) -> Path:
    """A folder of the data. Ends the script with a message if it is not there."""
    path = data / name
    if not path.is_dir():
        parser.error(f"--data {data}: there is no folder {name}/ in it")
    return path


def documents(ntrex: Path) -> list[str]:
    """Names of the articles, sorted."""
    return sorted(path.name.removesuffix(".en.txt") for path in ntrex.glob("*.en.txt"))


def article(ntrex: Path, document: str, lang: str) -> Path:
    """The file of one article in one language."""
    return ntrex / f"{document}.{lang}.txt"


def lines(path: Path) -> list[str]:
    """The lines of a file, without their ends."""
    return path.read_text("utf-8").rstrip("\n").split("\n")


def rows(path: Path) -> Iterator[dict[str, str]]:
    """The rows of a TSV file, packed or not, whose quotation marks are text."""
    with (gzip.open if path.suffix == ".gz" else open)(path, "rt", encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
