"""The state of a mission, with the steps that may follow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from innolab_desktop.domain.mission_status import next_states
from innolab_desktop.ui.forms.editors.choice import ChoiceEditor

if TYPE_CHECKING:
    from innolab_desktop.domain.values import Value


class MissionStatusEditor(ChoiceEditor):
    """Offers the saved state and those that may come next."""

    def take_saved(self, value: Value) -> None:
        """Offer *value* and what may follow it, and go on showing what is chosen."""
        chosen, state = self.value(), value if isinstance(value, str) else None
        self.offer({name for name in (state, *next_states(state)) if name is not None})
        self.set_value(chosen)
