"""Two officials who know each other, with a space and a mission in it."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from cli.innolab import Innolab, create, introduce, send

if TYPE_CHECKING:
    from pathlib import Path

SPACE = "Tandem Öz/Groß"


@dataclass(frozen=True)
class Pair:
    """Ada and Bea; Bea has what Ada wrote."""

    ada: Innolab
    bea: Innolab
    space: str
    mission: str


@pytest.fixture(scope="session")
def original_pair(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Pair]:
    """Make the pair once; tests work on copies."""
    folder = tmp_path_factory.mktemp("pair")
    ada = create(folder / "ada", "Ada Öz")
    bea = create(folder / "bea", "Bea Groß", "Soziales")
    introduce(ada, bea)
    space = ada.ask("space", "create", SPACE, "--type", "tandem", "--member", "Bea Groß")["id"]
    new = ("record", "new", "mission", "--space", SPACE)
    mission = ada.ask(
        *new, "--set", "title=Zugänge für alle", "--set", "vision=Alle gehen gern hin."
    )
    bea.ask("import", send(ada, SPACE, folder / "post"))
    return folder, Pair(ada, bea, space, mission["id"])


@pytest.fixture
def pair(original_pair: tuple[Path, Pair], tmp_path: Path) -> Pair:
    """Return a fresh copy of the pair."""
    folder, original = original_pair
    for name in ("ada", "bea"):
        shutil.copytree(folder / name, tmp_path / name)
    return Pair(
        Innolab(tmp_path / "ada"), Innolab(tmp_path / "bea"), original.space, original.mission
    )
