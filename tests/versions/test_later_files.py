"""Files of a later version wait in the vault and are read as soon as the program can."""

from __future__ import annotations

from typing import TYPE_CHECKING

from innolab_desktop.services.exchange_models import PastedText
from vaults import open_vault
from versions.programs import NEWER, writing_files_of_format_1

if TYPE_CHECKING:
    from pathlib import Path

    from vaults import Pair


def export(pair: Pair, folder: Path, title: str) -> Path:
    """Let Anna write and send."""
    session = open_vault(pair.anna)
    session.records.save(pair.mission, {"title": title})
    (file,) = session.exporting.run(pair.space, folder).files
    session.close()
    return file.path


def test_a_later_file_waits_and_is_read_after_the_update(pair: Pair, tmp_path: Path) -> None:
    with NEWER.running():
        file = export(pair, tmp_path / "out", "aus der Zukunft")
    ben = open_vault(pair.ben)
    for _ in range(2):
        (result,) = ben.importing.run([file]).bundles
        assert (result.status, result.code) == ("held", "bundle_too_new")
    (preview,) = ben.importing.preview([file]).bundles
    assert preview.status == "held"
    ((_, code, content),) = ben.desk.waiting()
    assert (code, content) == ("bundle_too_new", file.read_bytes())
    assert ben.vault.people.space(pair.space) is None
    ben.close()
    again = open_vault(pair.ben)
    assert len(again.desk.waiting()) == 1
    again.close()
    with NEWER.running():
        updated = open_vault(pair.ben)
        assert updated.desk.waiting() == ()
        assert updated.records.open(pair.mission).values["title"] == "aus der Zukunft"
        assert updated.importing.run([file]).bundles[0].status == "unchanged"
        updated.close()


def test_a_later_file_as_text_waits_as_well(pair: Pair) -> None:
    with NEWER.running():
        session = open_vault(pair.anna)
        text = session.exporting.text(pair.space).text
        session.close()
    ben = open_vault(pair.ben)
    (result,) = ben.importing.run([PastedText(text)]).bundles
    assert (result.status, result.code) == ("held", "bundle_too_new")
    assert len(ben.desk.waiting()) == 1
    ben.close()


def test_a_newer_program_that_writes_the_present_format_is_read_at_once(
    pair: Pair, tmp_path: Path
) -> None:
    with NEWER.running(), writing_files_of_format_1():
        file = export(pair, tmp_path / "out", "lesbar")
    ben = open_vault(pair.ben)
    assert ben.importing.run([file]).bundles[0].status == "applied"
    assert ben.records.open(pair.mission).values["title"] == "lesbar"
    ben.close()
