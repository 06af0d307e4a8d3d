"""What keeps a vault safe over the years: backups, putting them back, checks, the way out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from innolab_desktop.services.backing_up import BackingUp
    from innolab_desktop.services.checking import Checking
    from innolab_desktop.services.open_export import OpenExport
    from innolab_desktop.services.restoring import Restoring


@dataclass(frozen=True, slots=True)
class Safekeeping:
    """The use cases around the vault as a whole."""

    backups: BackingUp
    restoring: Restoring
    checking: Checking
    open_export: OpenExport
