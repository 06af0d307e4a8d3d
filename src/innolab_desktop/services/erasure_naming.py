"""Names what was destroyed here and what no erasure names yet, before it is handed on.

That happens when something arrives about a record that is erased as a whole, and when a backup is
put back. Others would take the empty bodies as missing and wait for them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from innolab_desktop.journal.commit import Draft
from innolab_desktop.journal.operations import Erase
from innolab_desktop.services.erasure_reasons import LATE

if TYPE_CHECKING:
    from innolab_desktop.domain.records import SpaceId
    from innolab_desktop.services.store_ports import Vault
    from innolab_desktop.services.writing import CommitWriter

_MOST_TARGETS: Final = 10_000


class ErasureNaming:
    """Writes erasures that follow from what is erased already."""

    def __init__(self, vault: Vault, writer: CommitWriter) -> None:
        self._vault = vault
        self._writer = writer

    def run(self, space: SpaceId) -> None:
        """Name everything unnamed in *space*.

        Raises:
            SpaceError: this device does not belong to the space any more.
        """
        with self._vault.transaction():
            for record, ops in self._vault.erasures.unnamed(space):
                for start in range(0, len(ops), _MOST_TARGETS):
                    part = ops[start : start + _MOST_TARGETS]
                    self._writer.write(space, (Draft(Erase(part, LATE, record)),))
