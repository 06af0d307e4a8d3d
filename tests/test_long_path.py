"""Folders of any depth are reached: beside a vault, at a second place, on a network drive."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from innolab_desktop import long_path
from innolab_desktop.long_path import reachable
from innolab_desktop.services.changes import CancelToken, NoProgress
from vaults import PASSPHRASE, open_vault

if TYPE_CHECKING:
    from vaults import Pair

DEEP = "\\".join(["Ordner mit langem Namen"] * 12)


@pytest.mark.parametrize(
    ("folder", "reached"),
    [
        (f"C:\\{DEEP}", f"\\\\?\\C:\\{DEEP}"),
        (f"C:\\Amt\\..\\{DEEP}", f"\\\\?\\C:\\{DEEP}"),
        (f"C:/{DEEP}".replace("\\", "/"), f"\\\\?\\C:\\{DEEP}"),
        (f"\\\\server\\freigabe\\{DEEP}", f"\\\\?\\UNC\\server\\freigabe\\{DEEP}"),
        (f"\\\\?\\C:\\{DEEP}", f"\\\\?\\C:\\{DEEP}"),
        (f"\\\\?\\UNC\\server\\freigabe\\{DEEP}", f"\\\\?\\UNC\\server\\freigabe\\{DEEP}"),
        ("C:\\Tresor", "C:\\Tresor"),
        ("\\\\server\\freigabe", "\\\\server\\freigabe"),
    ],
)
def test_long_paths_of_windows_are_made_reachable(folder: str, reached: str) -> None:
    assert str(reachable(Path(folder), is_windows=True)) == reached
    assert reachable(Path(folder), is_windows=False) == Path(folder)


def test_what_lies_deep_below_makes_a_path_long_as_well() -> None:
    folder = "C:\\Offene Ablage"
    assert str(reachable(Path(folder), below=250, is_windows=True)) == f"\\\\?\\{folder}"
    fits = Path("C:\\" + "x" * 200)
    assert reachable(fits, below=56, is_windows=True) == fits
    assert reachable(fits, below=57, is_windows=True) != fits


def test_a_second_place_and_an_open_export_take_a_path_of_any_length(
    pair: Pair, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Windows reaches long paths by another name; here the names are links that lead nowhere."""
    long, real = tmp_path / "long", tmp_path / "real"
    (real / "Stick").mkdir(parents=True)

    def there(folder: Path, *, below: int = 80) -> Path:
        assert below
        return real / folder.relative_to(long) if folder.is_relative_to(long) else folder

    monkeypatch.setattr(long_path, "reachable", there)
    anna, quietly = open_vault(pair.anna), (NoProgress(), CancelToken())
    anna.safekeeping.backups.use_second_place(long / "Stick")
    (copies,) = (real / "Stick").iterdir()
    (backup,) = copies.iterdir()
    asked = long / "Stick" / copies.name / backup.name
    assert anna.safekeeping.restoring.preview(asked, *quietly).commits == 0
    written = anna.safekeeping.open_export.run(long / "Offen", *quietly)
    assert written.folder == long / "Offen"
    assert (real / "Offen" / "vault.json").is_file()
    anna.key_slots.rekey(PASSPHRASE, *quietly)
    anna = open_vault(pair.anna)
    assert anna.key_slots.delete_former_backups() >= 1
    assert not backup.exists()
    anna.safekeeping.backups.make()
    (newer,) = copies.iterdir()
    restoring = anna.safekeeping.restoring
    restoring.run(restoring.find(str(long / "Stick" / copies.name / newer.name)), *quietly)
    open_vault(pair.anna).close()
    assert not long.exists()
