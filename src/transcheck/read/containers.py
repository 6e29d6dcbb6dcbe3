"""Which reader a file is for, by its suffix and its content: JSON and XML formats of news, and bilingual ones."""

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import PurePath

from transcheck.errors import InputError
from transcheck.read import newsml, ninjs, nitf, tmx, xliff
from transcheck.read.items import Bitext, Entry, held
from transcheck.read.raw import MAX_CONTAINER_BYTES, MAX_FILE_BYTES
from transcheck.read.safe_xml import local, parse_xml

BILINGUAL = (*xliff.SUFFIXES, *tmx.SUFFIXES)
MARKED_UP = (".xml", ".newsml", ".g2", *nitf.SUFFIXES)
SUFFIXES = (*ninjs.SUFFIXES, *MARKED_UP, *BILINGUAL)
_ROOTS = "nitf|newsItem|newsMessage|xliff|tmx"
_LOOKS_XML = re.compile(rb"\s*(?:\xef\xbb\xbf)?\s*(?:<\?xml|<(?:\w+:)?(?:%s)\b)" % _ROOTS.encode())
_LOOKS_JSON = re.compile(rb'\s*\[?\s*\{\s*"[\w]+"\s*:')


@dataclass(frozen=True, slots=True)
class Container:
    """What a file in one of these formats holds; one of the three is filled."""

    items: tuple[Entry, ...] = ()
    bitexts: tuple[Bitext, ...] = ()
    memory: tmx.Memory | None = None

    @property
    def bilingual(self) -> bool:
        """Whether it holds texts together with their translations."""
        return bool(self.bitexts) or self.memory is not None


def limit(path: str) -> int:
    """Bytes that a file of this name may have."""
    return MAX_CONTAINER_BYTES if PurePath(path).suffix.lower() in SUFFIXES else MAX_FILE_BYTES


@lru_cache(maxsize=2)  # the pairs of one file are read one after the other
def container(data: bytes, path: str) -> Container | None:
    """What is in the file, or None where it is in none of these formats (plain text, HTML, other JSON or XML).

    Raises InputError for a file of such a format that is damaged.
    """
    suffix = PurePath(path).suffix.lower()
    if suffix in ninjs.SUFFIXES or (suffix == "" and _LOOKS_JSON.match(data)):
        items = ninjs.read_ninjs(data, path)
        return Container(items=items) if items else None
    if suffix not in SUFFIXES and (suffix in (".html", ".htm", ".md", ".xhtml") or not _LOOKS_XML.match(data)):
        return None
    return _xml(data, path)


def _xml(data: bytes, path: str) -> Container | None:
    root = parse_xml(data, path)
    name = local(root)
    if name == "xliff":
        bitexts = xliff.read_xliff(root)
        if not bitexts:
            raise InputError("the XLIFF file has no segments", path=path, hint="export it with its source text")
        return Container(bitexts=bitexts)
    if name == "tmx":
        return Container(memory=tmx.read_tmx(root))
    if name == "nitf":
        return Container(items=(held(lambda: nitf.read_nitf(root, path)),))
    if name in newsml.ROOTS:
        return Container(items=newsml.read_newsml(root, path))
    return None
