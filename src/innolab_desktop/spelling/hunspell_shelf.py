"""Finds and reads the German dictionary; the program brings none of its own.

The usual one is under the GPL, so it stays a separate file: of the system, of LibreOffice, or
put beside the program by IT.
"""

from __future__ import annotations

import os
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Final, Protocol, cast

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_NAMES: Final = ("de_DE", "de_DE_frami")


class _Words(Protocol):
    """What we use of the library, which has no types."""

    def spell(self, word: str) -> bool: ...
    def suggest(self, word: str) -> Sequence[str]: ...


class HunspellDictionary:
    """A dictionary that was read; one thread at a time asks it."""

    def __init__(self, words: _Words) -> None:
        self._words = words

    def knows(self, word: str) -> bool:
        """Tell whether *word* is in it; what it cannot even write down is taken as correct."""
        try:
            return self._words.spell(word)
        except UnicodeEncodeError:
            return True

    def similar(self, word: str) -> Sequence[str]:
        """Return words that *word* may have been meant to be."""
        try:
            return self._words.suggest(word)
        except UnicodeEncodeError:
            return ()


class HunspellShelf:
    """Looks into *folders*, in their order."""

    def __init__(self, folders: Iterable[Path]) -> None:
        self._folders = tuple(folders)

    @property
    def has_library(self) -> bool:
        """Whether hunspell is installed."""
        return find_spec("hunspell") is not None

    @property
    def place(self) -> Path | None:
        """The dictionary file, with its rules beside it."""
        candidates = (folder / f"{name}.dic" for folder in self._folders for name in _NAMES)
        return next(
            (path for path in candidates if path.is_file() and path.with_suffix(".aff").is_file()),
            None,
        )

    def take(self) -> HunspellDictionary | None:
        """Read the dictionary: a quarter of a second, 19 MB."""
        place = self.place
        if place is None or not self.has_library:
            return None
        library = import_module("hunspell")  # when the first word is checked
        try:
            words = library.Hunspell(place.stem, hunspell_data_dir=str(place.parent))
            return HunspellDictionary(cast("_Words", words))
        except OSError:  # gone or not readable since it was found
            return None


def usual_folders(program: Path, own: Path) -> tuple[Path, ...]:
    """Return where dictionaries lie: beside the program, at the person's, in the system.

    Args:
        program: the folder of the program's data.
        own: the person's folder for the program.
    """
    beside = (program / "dictionaries", own / "dictionaries")
    if os.name == "nt":
        roots = (os.environ.get(name, "") for name in ("PROGRAMFILES", "PROGRAMFILES(X86)"))
        office = "LibreOffice/share/extensions/dict-de"
        return (*beside, *(Path(root) / office for root in roots if root))
    return (
        *beside,
        Path("/usr/share/hunspell"),
        Path("/usr/share/myspell/dicts"),
        Path("/usr/lib/libreoffice/share/extensions/dict-de"),
    )
