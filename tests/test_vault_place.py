"""Network drives, synchronised and read-only folders are refused; odd names are not."""

from __future__ import annotations

import shutil
import subprocess
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from innolab_desktop import long_path
from innolab_desktop.domain.errors import VaultError
from innolab_desktop.gate import Gate
from innolab_desktop.services.changes import CancelToken, NoProgress
from innolab_desktop.services.given_key import GivenPassphrase
from innolab_desktop.vault_place import Surroundings, check
from vaults import PASSPHRASE, create, open_vault

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vaults import Pair

MOUNTS = """\
27 1 254:0 / / rw,relatime - ext4 /dev/vda rw,discard
40 27 0:40 / /home/anna/Netz rw,relatime shared:5 - {system} server:/share rw
41 40 0:41 / /home/anna/Netz/lokal rw - xfs /dev/sdb rw
42 27 0:42 / /media/mit\\040Leerzeichen rw - {system} //server/x rw
43 27 0:21 / /proc rw - proc proc rw
short line
"""


def refused(folder: Path, surroundings: Surroundings | None = None) -> str:
    with pytest.raises(VaultError) as failure:
        check(folder, surroundings)
    return failure.value.code


# --- network drives -------------------------------------------------------------------------


@pytest.mark.parametrize("system", ["nfs", "nfs4", "cifs", "smb3", "fuse.sshfs", "davfs", "9p"])
def test_network_file_systems_are_refused(system: str) -> None:
    there = Surroundings(is_windows=False, environment={}, mounts=MOUNTS.format(system=system))
    assert refused(Path("/home/anna/Netz/Tresor"), there) == "vault_on_network_drive"
    assert refused(Path("/media/mit Leerzeichen/x"), there) == "vault_on_network_drive"


@pytest.mark.parametrize(
    ("system", "source"),
    [
        ("fuse", "https://cloud.example.de/remote.php/dav"),
        ("fuse.unknown", "anna@server:/home"),
        ("fuse.unknown", "//server/freigabe"),
        ("vboxsf", "Austausch"),
        ("fuse.kio-fuse", "kio-fuse"),
        ("fuse.onedriver", "onedriver"),
    ],
)
def test_what_lies_on_a_server_is_refused_whatever_it_calls_itself(
    system: str, source: str
) -> None:
    line = f"40 27 0:40 / /home/anna/Netz rw,relatime shared:5 - {system} {source} rw"
    there = Surroundings(is_windows=False, environment={}, mounts=line)
    assert refused(Path("/home/anna/Netz/Tresor"), there) == "vault_on_network_drive"


@pytest.mark.parametrize(
    ("system", "source"),
    [("fuseblk", "/dev/sdb1"), ("fuse.gocryptfs", "/home/anna/.geheim"), ("fuse.mergerfs", "a:b")],
)
def test_local_file_systems_of_programs_are_not(system: str, source: str, tmp_path: Path) -> None:
    line = f"40 27 0:40 / {tmp_path} rw,relatime - {system} {source} rw"
    check(tmp_path / "Tresor", Surroundings(is_windows=False, environment={}, mounts=line))


def test_local_file_systems_are_not(tmp_path: Path) -> None:
    here = Surroundings(is_windows=False, environment={}, mounts=MOUNTS.format(system="nfs"))
    check(tmp_path / "Tresor", here)
    local = Surroundings(is_windows=False, environment={}, mounts=MOUNTS.format(system="ext4"))
    check(Path("/home/anna/Netz/Tresor"), local)
    check(Path("/home/anna/Netz/lokal/Tresor"), here)


def test_the_nearest_mount_counts_in_whatever_order_they_stand() -> None:
    lines = MOUNTS.format(system="nfs").splitlines()
    there = Surroundings(is_windows=False, environment={}, mounts="\n".join(reversed(lines)))
    assert refused(Path("/home/anna/Netz/Tresor"), there) == "vault_on_network_drive"
    check(Path("/home/anna/Netz/lokal/Tresor"), there)


def test_this_computer_tells_its_mounts(tmp_path: Path) -> None:
    assert " / " in Surroundings.of_this_computer().mounts
    check(tmp_path)


@pytest.mark.parametrize(
    ("folder", "kind"),
    [(r"\\server\freigabe\Tresor", 3), (r"\\?\UNC\server\freigabe\Tresor", 3), (r"H:\Tresor", 4)],
)
def test_network_drives_of_windows_are_refused(folder: str, kind: int) -> None:
    asked: list[str] = []

    def drive_type(root: str) -> int:
        asked.append(root)
        return kind

    windows = Surroundings(is_windows=True, environment={}, drive_type=drive_type)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("os.path.realpath", str)
        assert refused(Path(folder), windows) == "vault_on_network_drive"
    assert asked in ([], ["H:\\"])


# --- synchronised folders -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("mark", "service"),
    [
        (".sync_0a1b2c.db", "Nextcloud"),
        ("._sync_0a1b2c.db", "Nextcloud"),
        (".owncloudsync.log", "ownCloud"),
        (".dropbox.cache", "Dropbox"),
        (".seafile-data", "Seafile"),
        (".stfolder", "Syncthing"),
    ],
)
def test_folders_with_the_mark_of_a_service_are_refused(
    mark: str, service: str, tmp_path: Path
) -> None:
    check(tmp_path / "Dokumente" / "Tresor")
    (tmp_path / mark).touch()
    with pytest.raises(VaultError) as failure:
        check(tmp_path / "Dokumente" / "Tresor")
    assert failure.value.code == "vault_in_synchronised_folder"
    assert failure.value.params["service"] == service


@pytest.mark.parametrize("name", ["OneDrive", "OneDrive - Stadt Musterstadt", "Mobile Documents"])
def test_folders_with_the_name_of_a_service_are_refused(name: str, tmp_path: Path) -> None:
    assert refused(tmp_path / name / "Tresor") == "vault_in_synchronised_folder"


def test_the_folder_that_onedrive_names_is_refused_whatever_it_is_called(tmp_path: Path) -> None:
    (tmp_path / "Wolke").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "Wolke")
    there = Surroundings(environment={"OneDriveCommercial": str(tmp_path / "Wolke")})
    assert refused(tmp_path / "Wolke" / "Tresor", there) == "vault_in_synchronised_folder"
    assert refused(tmp_path / "link" / "Tresor", there) == "vault_in_synchronised_folder"
    check(tmp_path / "Tresor", there)


@pytest.mark.parametrize("prefix", ["", "\\\\?\\"])
def test_onedrive_on_windows_is_found_in_long_paths_as_well(prefix: str) -> None:
    windows = Surroundings(
        is_windows=True,
        environment={"OneDriveCommercial": r"C:\Users\anna\Wolke"},
        drive_type=lambda _: 3,
    )
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("os.path.realpath", str)
        there = Path(prefix + r"C:\Users\Anna\Wolke\Tresor")
        assert refused(there, windows) == "vault_in_synchronised_folder"


def test_a_vault_that_was_moved_there_is_not_opened_and_not_touched(
    pair: Pair, tmp_path: Path
) -> None:
    moved = tmp_path / "OneDrive - Stadt" / "Tresor"
    shutil.copytree(pair.anna, moved)
    before = {path: path.read_bytes() for path in moved.rglob("*") if path.is_file()}
    with pytest.raises(VaultError) as failure:
        open_vault(moved)
    assert failure.value.code == "vault_in_synchronised_folder"
    with pytest.raises(VaultError) as failure:
        create(tmp_path / "OneDrive" / "Neu", "Anna")
    assert failure.value.code == "vault_in_synchronised_folder"
    assert {path: path.read_bytes() for path in moved.rglob("*") if path.is_file()} == before
    assert not (tmp_path / "OneDrive").exists()


# --- read-only media ------------------------------------------------------------------------


@pytest.fixture
def read_only(pair: Pair, tmp_path: Path) -> Iterator[Path]:
    """Anna's vault on a medium that cannot be written; needs the right to mount."""
    there = tmp_path / "medium"
    there.mkdir()
    mount, umount = shutil.which("mount"), shutil.which("umount")
    if mount is None or umount is None:
        pytest.skip("there is no mount here")
    bound = subprocess.run(  # noqa: S603 - the mount of this system
        [mount, "--bind", str(pair.anna), str(there)], check=False, capture_output=True
    )
    if bound.returncode:
        pytest.skip("mounting is not permitted here")
    try:
        subprocess.run([mount, "-o", "remount,bind,ro", str(there)], check=True)  # noqa: S603 - as above
        yield there
    finally:
        subprocess.run([umount, str(there)], check=True)  # noqa: S603 - as above


def test_a_vault_on_a_read_only_medium_is_refused_with_a_way_out(
    read_only: Path, tmp_path: Path
) -> None:
    before = {path: path.read_bytes() for path in read_only.rglob("*") if path.is_file()}
    with pytest.raises(VaultError) as failure:
        open_vault(read_only)
    assert failure.value.code == "vault_read_only"
    assert {path: path.read_bytes() for path in read_only.rglob("*") if path.is_file()} == before
    with pytest.raises(VaultError) as failure:
        create(read_only / "neu", "Anna")
    assert failure.value.code == "folder_read_only"
    copied = tmp_path / "kopiert"  # the way out that the message names
    shutil.copytree(read_only, copied)
    open_vault(copied).close()


# --- names ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "name",
    [
        unicodedata.normalize("NFC", "Bürgerbüro Ärzte"),
        unicodedata.normalize("NFD", "Bürgerbüro Ärzte"),
        "Tresor 😀 #1 %20 'x' \"y\"?mode=ro",
        "endet mit Punkt.",
        "endet mit Leerzeichen ",
        "/".join(["sehr langer Ordnername " * 4] * 4),
    ],
)
def test_vaults_live_in_folders_of_any_name(pair: Pair, tmp_path: Path, name: str) -> None:
    folder = tmp_path / name / "Tresor"
    folder.parent.mkdir(parents=True)
    shutil.copytree(pair.anna, folder)
    session = open_vault(folder)
    session.records.save(pair.mission, {"title": "Gespeichert"})
    backup = session.safekeeping.backups.make().backup.folder
    session.safekeeping.backups.use_second_place(folder.parent)
    session.close()
    for place in (folder, backup):
        session = open_vault(place)
        assert session.records.open(pair.mission).values["title"] == "Gespeichert"
        session.close()


def test_every_door_takes_a_path_of_any_length(
    pair: Pair, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Windows reaches long paths by another name; here the names are links that lead nowhere."""
    long, other = tmp_path / "long", tmp_path / "other"
    real = {long: pair.anna, other: tmp_path / "gerettet"}
    monkeypatch.setattr(long_path, "reachable", lambda folder: real.get(folder, folder))
    session = open_vault(long)
    backup = session.safekeeping.backups.make().backup.folder
    session.close()
    gate, given, quietly = Gate(), GivenPassphrase(PASSPHRASE), (NoProgress(), CancelToken())
    assert [slot.type for slot in gate.slots(long)] == ["passphrase"]
    gate.open_session(long, given).close()
    (pair.anna / "vault.db").unlink()
    assert backup in [info.folder for info in gate.rescue.look(long).backups]
    gate.rescue.put_back(long, backup, given, *quietly)
    gate.rescue.salvage(long, other, given, *quietly)
    open_vault(other).close()
    assert not long.exists()
    assert not other.exists()
