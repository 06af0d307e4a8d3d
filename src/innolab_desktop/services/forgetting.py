"""Use case: delete a space that was left, on this device alone.

Whoever left a space can write nothing there, so nothing of it can be erased for everybody. What is
here can be deleted as a whole; the others keep it. If they take this device in again, everything
comes back.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from innolab_desktop.domain.errors import SpaceError
from innolab_desktop.services.changes import Changes
from innolab_desktop.services.erasure_models import ForgetPlan

if TYPE_CHECKING:
    from innolab_desktop.domain.records import SpaceId
    from innolab_desktop.services.acknowledgement import Acknowledgement
    from innolab_desktop.services.bundle_ports import Clock
    from innolab_desktop.services.erasure_reasons import ErasureReasons
    from innolab_desktop.services.store_ports import Vault


class Forgetting:
    """Forgets spaces of one open vault."""

    def __init__(
        self,
        vault: Vault,
        acknowledgement: Acknowledgement,
        reasons: ErasureReasons,
        clock: Clock,
    ) -> None:
        self._vault = vault
        self._acknowledgement = acknowledgement
        self._reasons = reasons
        self._clock = clock

    def plan(self, space: SpaceId) -> ForgetPlan:
        """Return what forgetting *space* would delete.

        Raises:
            SpaceError: there is no such space, this device belongs to it, or the others were not
                told yet that it left.
        """
        with self._vault.transaction():
            found = self._vault.people.space(space)
            if found is None:
                raise SpaceError("space_unknown")
            if found.left is None:
                raise SpaceError("space_still_member", name=found.name)
            if untold := self._untold(space):
                raise SpaceError("space_departure_untold", names=", ".join(untold))
            return ForgetPlan(found, self._vault.forgotten.count_records(space))

    def forget(self, space: SpaceId, reason: str) -> Changes:
        """Delete everything of *space* on this device.

        Args:
            space: one that this device left, or was taken out of.
            reason: a code of the catalogue of erasures.

        Raises:
            UsageError: *reason* is none of the catalogue.
            SpaceError: as :meth:`plan` says.
            VaultError: it cannot be written down that the space is gone; it is still here, or
                deleted when the vault is opened again.
        """
        code = self._reasons.check(reason)
        with self._vault.transaction():
            self.plan(space)
            gone = self._vault.forgotten.forget(space, code, self._clock.now_ms())
        self._vault.write_head_marker()  # an own log is gone: that is no older backup
        return Changes(gone)

    def _untold(self, space: SpaceId) -> list[str]:
        """Return who could still be sent something and was not told that this person left."""
        open_to = [
            partner
            for partner in self._acknowledgement.partners()
            if partner.space == space and not partner.is_blocked
        ]
        return sorted({partner.name for partner in open_to})
