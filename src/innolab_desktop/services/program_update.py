"""Use case: what a vault does when it is opened by another version of the program than before."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from innolab_desktop.services.changes import NoProgress, Progress

if TYPE_CHECKING:
    from innolab_desktop.services.bundle_import import BundleImport
    from innolab_desktop.services.store_ports import Vault

_LAST_OPENED_BY: Final = "program"


class ProgramUpdate:
    """Comes back to everything that was too new for the version before.

    Args:
        vault: the open vault.
        importing: reads the packages that wait.
        version: of this program.
    """

    def __init__(self, vault: Vault, importing: BundleImport, version: str) -> None:
        self._vault = vault
        self._importing = importing
        self._version = version

    def run(self, progress: Progress | None = None) -> bool:
        """Read again what was kept as too new; return whether this is another version at all.

        Raises:
            VaultError: the backup before it failed; it is tried again at the next opening.
        """
        if self._vault.desk.setting(_LAST_OPENED_BY) == self._version:
            return False
        if self._vault.records.counts().newer:
            self._vault.back_up("update")
            self._vault.journal.rebuild(progress or NoProgress())
        self._importing.retry_waiting()
        self._vault.desk.keep_setting(_LAST_OPENED_BY, self._version)
        return True
