"""Pictures of every page and dialog, for the handbook and for looking at them.

    python tools/screenshots.py [FOLDER [LOOK …]]

Uses real vaults with a small story: two officials of a tandem work on the same mission at once.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from screenshot_dialogs import dialogs
from screenshot_pages import pages
from screenshot_studio import Studio

from innolab_desktop.domain.language import Language
from innolab_desktop.ui.main_window import MainWindow
from innolab_desktop.ui.settings import Settings
from innolab_desktop.ui.theme.theme import Appearance

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget


@dataclass(frozen=True)
class Look:
    """How a picture is taken."""

    name: str
    appearance: Appearance
    zoom_percent: int
    width_px: int
    height_px: int
    language: Language = Language.GERMAN


LOOKS = (
    Look("light", Appearance.LIGHT, 100, 1366, 728),
    Look("dark", Appearance.DARK, 100, 1366, 728),
    Look("contrast", Appearance.CONTRAST, 100, 1366, 728),
    Look("200", Appearance.LIGHT, 200, 1366, 728),
    Look("small", Appearance.LIGHT, 100, 1093, 614),
    Look("english", Appearance.LIGHT, 100, 1366, 728, Language.ENGLISH),
)
BY_NAME = {look.name: look for look in LOOKS}


def take_all(studio: Studio, target: Path, looks: Sequence[Look]) -> Sequence[Path]:
    """Write all pictures in *looks* below *target* and return their paths."""
    written: list[Path] = []
    for look in looks:
        studio.speak(look.language)
        studio.theme.apply(look.appearance, look.zoom_percent)
        window = MainWindow(studio.desk, Settings(studio.folder / f"{look.name}.ini"))
        window.resize(look.width_px, look.height_px)
        window.show()
        studio.settle()
        folder = target / look.name
        folder.mkdir(parents=True, exist_ok=True)
        written.extend(_save(window, folder / f"{name}.png") for name in pages(studio, window))
        for name, dialog in dialogs(studio, window):
            dialog.show()
            studio.settle()
            written.append(_save(dialog, folder / f"dialog_{name}.png"))
            dialog.close()
            dialog.deleteLater()
        window.close()
        window.deleteLater()
        studio.settle()
    return written


def _save(widget: QWidget, path: Path) -> Path:
    widget.grab().save(str(path))
    return path


def main() -> int:
    """Take all pictures."""
    parser = argparse.ArgumentParser(description="Takes pictures of every page and dialog.")
    parser.add_argument("folder", nargs="?", type=Path, default=Path("build/screenshots"))
    parser.add_argument("looks", nargs="*", metavar="look", help=", ".join(BY_NAME))
    options = parser.parse_args()
    if unknown := set(options.looks) - BY_NAME.keys():
        parser.error(f"no such look: {', '.join(sorted(unknown))}")
    with tempfile.TemporaryDirectory(prefix="innolab-") as folder:
        studio = Studio(Path(folder))
        looks = [BY_NAME[name] for name in options.looks or BY_NAME]
        written = take_all(studio, options.folder, looks)
        studio.close()
    print(f"{len(written)} pictures in {options.folder}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
