"""What every page gets: the session, the lane, and how to show things."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from innolab_desktop.domain.gender_wording import AS_WRITTEN

if TYPE_CHECKING:
    from innolab_desktop.domain.gender_wording import GenderWording
    from innolab_desktop.services.error_catalogue import ErrorCatalogue
    from innolab_desktop.services.hint_catalogue import HintCatalogue
    from innolab_desktop.services.session import Session
    from innolab_desktop.ui.jobs import Jobs
    from innolab_desktop.ui.locking.locking import Locking
    from innolab_desktop.ui.notifier import Notifier
    from innolab_desktop.ui.secret_clipboard import SecretClipboard
    from innolab_desktop.ui.spelling.spell_desk import SpellDesk
    from innolab_desktop.ui.theme.theme import Theme


@dataclass(frozen=True, slots=True)
class Safeguards:
    """What keeps secrets from staying around."""

    locking: Locking
    clipboard: SecretClipboard


@dataclass(frozen=True, slots=True)
class Desk:
    """The surroundings of a page.

    Attributes:
        session: the open vault; its methods are called in the lane only.
        safeguards: locking and the clipboard for secrets; without them in pictures of pages.
        wording: how texts of the program write about people.
        spelling: what is known of misspelled words; without it none are marked.
    """

    session: Session
    jobs: Jobs
    notifier: Notifier
    theme: Theme
    catalogue: ErrorCatalogue
    hints: HintCatalogue
    safeguards: Safeguards | None = None
    wording: GenderWording = AS_WRITTEN
    spelling: SpellDesk | None = None
