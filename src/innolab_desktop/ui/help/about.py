"""The pages about the program itself: what it is, and whose software is in it."""

from __future__ import annotations

import re
from importlib.metadata import PackageNotFoundError, distribution
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

from innolab_desktop.ui.help.blocks import Block, BlockKind, plain, read_blocks
from innolab_desktop.ui.help.handbook import Topic
from innolab_desktop.ui.help.topics import ABOUT_TOPIC, LICENCES_TOPIC

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

DIRECT_LIBRARIES: Final = (
    "cbor2",
    "chunspell",
    "cryptography",
    "keyring",
    "openpyxl",
    "pycrdt",
    "pypdf",
    "pyside6-essentials",
    "python-docx",
    "reportlab",
    "segno",
    "sqlalchemy",
    "sqlcipher3",
    "zstandard",
)
_NAME = re.compile(r"[A-Za-z0-9._-]+")


def about_topic(version: str) -> Topic:
    """Return the page about this version."""
    return Topic(ABOUT_TOPIC, tuple(_about(version)))


def licences_topic(licenses_dir: Path) -> Topic:
    """Return the notice that ships, and the versions of the libraries in use."""
    notice = read_blocks((licenses_dir / "NOTICE.md").read_text(encoding="utf-8"))
    return Topic(LICENCES_TOPIC, (*notice, *_versions()))


def libraries(direct: Iterable[str] = DIRECT_LIBRARIES) -> dict[str, tuple[str, str]]:
    """Return version and licence of *direct* and of everything they need, by name.

    What is not installed, because another platform needs it, is left out.
    """
    found: dict[str, tuple[str, str]] = {}
    waiting = list(direct)
    while waiting:
        try:
            meta = distribution(waiting.pop())
        except PackageNotFoundError:
            continue
        name = meta.metadata["Name"]
        if name in found:
            continue
        found[name] = (meta.version, _licence(meta.metadata.get_all("License-Expression") or []))
        needs = [need for need in meta.requires or [] if "extra ==" not in need]
        waiting += [match[0] for need in needs if (match := _NAME.match(need))]
    return dict(sorted(found.items(), key=lambda item: item[0].lower()))


def _licence(expressions: list[str]) -> str:
    return expressions[0] if expressions else ""


def _about(version: str) -> Iterator[Block]:
    yield plain(BlockKind.TITLE, _tr("Über InnoLab Desktop"))
    yield plain(BlockKind.PARAGRAPH, _tr("Version {0}").format(version))
    for text in (
        _tr(
            "Missionen, Tandem-Notizen und kollegiale Fallberatungen für Kommunen: verschlüsselt, "
            "ohne Internet, ausgetauscht in Paketen."
        ),
        _tr("Alles bleibt auf diesem Rechner, bis Sie ein Paket weitergeben."),
        _tr("Niemand wird beobachtet. Was das heißt, steht unter „Was die App nicht tut“."),
        _tr(
            "Freie Software unter der EUPL 1.2: Sie dürfen sie benutzen, untersuchen, "
            "weitergeben und verändern."
        ),
        _tr("Was davon andere geschrieben haben, steht unter „Software von anderen“."),
    ):
        yield plain(BlockKind.PARAGRAPH, text)


def _versions() -> Iterator[Block]:
    known = libraries()
    if known:
        yield plain(BlockKind.HEADING, _tr("Verwendete Fassungen"))
    for name, (version, licence) in known.items():
        text = f"{name} {version}, {licence}" if licence else f"{name} {version}"
        yield plain(BlockKind.BULLET, text)


def _tr(text: str) -> str:
    return QCoreApplication.translate("About", text)
