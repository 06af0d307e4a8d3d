"""Where a vault may lie: on a disk of this computer, writable, and with nobody who moves its files.

Locks of network drives cannot be relied on, and programs that keep folders alike copy a database
in the middle of a save. Both damage vaults, so they are refused before anything is touched.
"""

from __future__ import annotations

import ctypes
import os
import re
import sys
from dataclasses import dataclass, field
from pathlib import Path, PureWindowsPath
from typing import TYPE_CHECKING, Final

from innolab_desktop.domain.errors import VaultError
from innolab_desktop.long_path import AT_ANY_LENGTH

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_MOUNTS: Final = Path("/proc/self/mountinfo")
_NETWORK_SYSTEMS: Final = frozenset(
    (
        *("9p", "afs", "beegfs", "ceph", "cifs", "coda", "davfs", "glusterfs", "lustre", "ncpfs"),
        *("nfs", "nfs4", "prl_fs", "smb3", "smbfs", "vboxsf", "vmhgfs", "fuse.ceph", "fuse.cifs"),
        *("fuse.curlftpfs", "fuse.davfs", "fuse.davfs2", "fuse.gcsfuse", "fuse.glusterfs"),
        *("fuse.google-drive-ocamlfuse", "fuse.gvfsd-fuse", "fuse.juicefs", "fuse.kio-fuse"),
        *("fuse.onedriver", "fuse.rclone", "fuse.s3fs", "fuse.smbnetfs", "fuse.sshfs"),
        "fuse.vmhgfs-fuse",
    )
)
_ON_A_SERVER: Final = re.compile(r"//|[^/]+://|[^/]+:/")
"""How sources begin that lie elsewhere: davfs2 says „fuse“ and ``https://server/folder``."""
_ONEDRIVE_VARIABLES: Final = ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")
_ONEDRIVE_NAME: Final = re.compile(r"OneDrive( - .+)?")
_MARKS: Final = (
    ("Nextcloud", ".sync_*.db"),
    ("Nextcloud", "._sync_*.db"),
    ("Nextcloud", ".nextcloudsync.log"),
    ("ownCloud", ".owncloudsync.log"),
    ("Dropbox", ".dropbox"),
    ("Dropbox", ".dropbox.cache"),
    ("Google Drive", ".tmp.drivedownload"),
    ("Seafile", ".seafile-data"),
    ("Syncthing", ".stfolder"),
)
"""Files by which services mark a folder that they keep like another one."""
_ICLOUD_NAMES: Final = frozenset(("iCloudDrive", "Mobile Documents"))
_REMOTE_DRIVE: Final = 4


def _drive_type(root: str) -> int:
    """Ask Windows what a drive is."""
    if sys.platform == "win32":
        return int(ctypes.windll.kernel32.GetDriveTypeW(root))
    return 0


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the computer tells about its folders.

    Attributes:
        mounts: as in ``/proc/self/mountinfo``; empty where there is none.
        drive_type: what ``GetDriveTypeW`` says about the root of a drive.
    """

    is_windows: bool = os.name == "nt"
    environment: Mapping[str, str] = field(default_factory=lambda: os.environ)
    mounts: str = ""
    drive_type: Callable[[str], int] = _drive_type

    @classmethod
    def of_this_computer(cls) -> Surroundings:
        """Return what holds here and now."""
        try:
            return cls(mounts=_MOUNTS.read_text(encoding="utf-8", errors="surrogateescape"))
        except OSError:  # not Linux
            return cls()


def check(folder: Path, surroundings: Surroundings | None = None) -> None:
    """Refuse a folder in which a vault would be damaged or could not be written.

    Args:
        folder: need not exist.
        surroundings: those of this computer if not given.

    Raises:
        VaultError: a network drive, a synchronised folder, or a read-only one.
    """
    place = surroundings or Surroundings.of_this_computer()
    real = Path(os.path.realpath(folder))
    if _is_on_network(real, place):
        raise VaultError("vault_on_network_drive", folder=str(folder))
    service = _synchronised_by(real, place)
    if service:
        raise VaultError("vault_in_synchronised_folder", folder=str(folder), service=service)
    if not _is_writable(real):
        is_vault = (real / "vault.json").exists()
        raise VaultError("vault_read_only" if is_vault else "folder_read_only", folder=str(folder))


# --- network drives -------------------------------------------------------------------------


def _is_on_network(folder: Path, place: Surroundings) -> bool:
    if not place.is_windows:
        system, source = _mounted(folder, place.mounts)
        is_elsewhere = system.startswith("fuse") and _ON_A_SERVER.match(source) is not None
        return is_elsewhere or system in _NETWORK_SYSTEMS
    path = PureWindowsPath(folder)
    drive = path.drive.removeprefix(AT_ANY_LENGTH).removeprefix("\\\\.\\")
    if drive.startswith(("\\\\", "UNC\\")):
        return True
    return bool(drive) and place.drive_type(f"{drive}\\") == _REMOTE_DRIVE


def _mounted(folder: Path, mounts: str) -> tuple[str, str]:
    """Return type and source of the file system that *folder* lies in.

    Source: proc_pid_mountinfo(5); the fifth field is the mount point, with octal escapes.
    """
    best, found = -1, ("", "")
    for line in mounts.splitlines():
        before, _, after = line.partition(" - ")
        fields = before.split(" ")
        if len(fields) < 5 or not after:  # noqa: PLR2004 - the fields up to the mount point
            continue
        point = Path(re.sub(r"\\([0-7]{3})", lambda octal: chr(int(octal[1], 8)), fields[4]))
        if folder.is_relative_to(point) and len(point.parts) >= best:
            system, source, *_ = [*after.split(" "), ""]
            best, found = len(point.parts), (system, source)
    return found


# --- synchronised folders -------------------------------------------------------------------


def _synchronised_by(folder: Path, place: Surroundings) -> str:
    """Return the name of the service that keeps *folder* like another one, empty if none does."""
    for name in _ONEDRIVE_VARIABLES:
        root = place.environment.get(name)
        if root and _lies_in(folder, os.path.realpath(root), place):
            return "OneDrive"
    if any(_ONEDRIVE_NAME.fullmatch(part) for part in folder.parts):
        return "OneDrive"
    if not _ICLOUD_NAMES.isdisjoint(folder.parts):
        return "iCloud"
    for parent in (folder, *folder.parents):
        for service, mark in _MARKS:
            if _has(parent, mark):
                return service
    return ""


def _lies_in(folder: Path, root: str, place: Surroundings) -> bool:
    if not place.is_windows:
        return folder.is_relative_to(root)
    return PureWindowsPath(str(folder).removeprefix(AT_ANY_LENGTH)).is_relative_to(root)


def _has(folder: Path, mark: str) -> bool:
    try:
        return next(folder.glob(mark), None) is not None
    except OSError:  # may not be looked into: nobody marked it for this account
        return False


# --- read-only places -----------------------------------------------------------------------


def _is_writable(folder: Path) -> bool:
    """Tell whether *folder*, or the one it will be made in, can be written."""
    existing = next((path for path in (folder, *folder.parents) if path.exists()), folder)
    if not os.access(existing, os.W_OK | os.X_OK):
        return False
    database = folder / "vault.db"
    return not database.exists() or os.access(database, os.W_OK)
