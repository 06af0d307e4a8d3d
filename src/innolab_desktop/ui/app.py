"""From the first window to the lock: unlock, create, main window.

Nothing heavy is imported here; SQL, cryptography and the pages load while the person types.
"""

from __future__ import annotations

import importlib
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from innolab_desktop.domain.gender_wording import AS_WRITTEN
from innolab_desktop.services.given_key import GivenPassphrase
from innolab_desktop.services.vault_gate import DEMO_PASSPHRASE
from innolab_desktop.ui.accessible_roles import AccessibleRoles
from innolab_desktop.ui.desk import Desk, Safeguards
from innolab_desktop.ui.dialogs.unlock_window import UnlockWindow
from innolab_desktop.ui.error_text import ErrorPresenter
from innolab_desktop.ui.jobs import Jobs
from innolab_desktop.ui.locking.lock_reason import LockReason, sentence_of
from innolab_desktop.ui.locking.locking import Locking
from innolab_desktop.ui.notifier import Notifier
from innolab_desktop.ui.other_ways import OtherWays
from innolab_desktop.ui.secret_clipboard import SecretClipboard
from innolab_desktop.ui.spelling.spell_desk import SpellDesk
from innolab_desktop.ui.theme.theme import Theme
from innolab_desktop.ui.widgets.boxes import rescale

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path
    from types import TracebackType

    from PySide6.QtWidgets import QApplication

    from innolab_desktop.domain.gender_wording import GenderWording
    from innolab_desktop.services.error_catalogue import ErrorCatalogue
    from innolab_desktop.services.hint_catalogue import HintCatalogue
    from innolab_desktop.services.session import Session
    from innolab_desktop.services.vault_gate import NewVault, VaultGate
    from innolab_desktop.ui.dialogs.setup_wizard import SetupWizard
    from innolab_desktop.ui.jobs import Job
    from innolab_desktop.ui.main_window import MainWindow
    from innolab_desktop.ui.settings import Settings

_PAUSE_MS = 100
_PAGES = (
    "forms.form_view",
    "pages.record_editor",
    "pages.records_page",
    "pages.exchange_page",
    "pages.more_page",
    "pages.search_page",
)


class Desktop(QObject):
    """Owns the lane and the windows.

    Args:
        gate: opens and creates vaults.
        vaults_dir: where new vaults are offered to be placed.
        relaunch: starts the program anew after locking, with the reason; the process that held
            the key ends.
        locked: why the process before this one ended, if it locked a vault.
        wording: how texts of the program write about people.

    Signals:
        entered: the main window of a vault is shown.
    """

    entered = Signal()

    def __init__(
        self,
        app: QApplication,
        gate: VaultGate,
        settings: Settings,
        catalogue: ErrorCatalogue,
        *,
        hints: HintCatalogue,
        icons_dir: Path,
        vaults_dir: Path,
        relaunch: Callable[[LockReason], object],
        locked: LockReason | None = None,
        wording: GenderWording = AS_WRITTEN,
    ) -> None:
        super().__init__(app)
        self._wording = wording
        self._app = app
        self._gate = gate
        self._settings = settings
        self._catalogue = catalogue
        self._hints = hints
        self._vaults_dir = vaults_dir
        self._relaunch = relaunch
        self._session: Session | None = None
        self._lock_reason: LockReason | None = None
        self._shown_job: Job | None = None
        self._warming: Job | None = None
        self._handed: list[Path] = []
        self._wizard: SetupWizard | None = None
        self.main_window: MainWindow | None = None
        self.theme = Theme(app, icons_dir)
        self.theme.apply(settings.appearance, settings.zoom_percent)
        app.setWindowIcon(self.theme.program_icon())
        self._roles = AccessibleRoles(self)
        self._roles.install()
        self.jobs = Jobs(self)
        self.locking = Locking(app, self.jobs, self)
        self.clipboard = SecretClipboard(app.clipboard(), self)
        self.unlock_window = UnlockWindow(self.theme, settings.recent_vaults)
        if locked is not None:
            self.unlock_window.show_notice(sentence_of(locked))
        self.errors = ErrorPresenter(self.unlock_window, self.theme, catalogue)
        self._other_ways = OtherWays(gate, self.jobs, self.unlock_window, self.theme, self.errors)
        self._connect()

    def show(self) -> None:
        """Show the first window, then load the rest."""
        self.unlock_window.show()
        QTimer.singleShot(0, self._warm_up)

    def hand_over(self, files: Sequence[Path]) -> None:
        """Come to the front with files of a later start; keep them until a vault is open."""
        self._handed = [*self._handed, *files]
        if self.main_window is None:
            self.unlock_window.raise_()
            self.unlock_window.activateWindow()
            return
        handed, self._handed = self._handed, []
        self.main_window.hand_over(handed)

    def take_exception(
        self, _kind: type[BaseException], error: BaseException, _trace: TracebackType | None
    ) -> None:
        """Show an error that nobody expected; to be used as ``sys.excepthook``."""
        if isinstance(error, KeyboardInterrupt):
            self._app.quit()
            return
        presenter = self.main_window.errors if self.main_window is not None else self.errors
        presenter.show_error(error)

    def shut_down(self) -> None:
        """Close the vault and end the lane."""
        if self.main_window is not None:
            self.main_window.leave()
        self.locking.end()
        self.clipboard.clear()
        if self._session is not None:
            session, self._session = self._session, None
            if self._lock_reason is None:
                self.jobs.finish_with(session.finish)
            elif self._lock_reason is not LockReason.RENEWED:  # that closed the vault itself
                # a lock cannot wait for a backup; the next closing makes it
                self.jobs.cancel_all()
                self.jobs.finish_with(session.close)
        self.jobs.shut_down()

    def _connect(self) -> None:
        window = self.unlock_window
        window.unlock_requested.connect(self._unlock)
        window.create_requested.connect(self._show_wizard)
        window.demo_requested.connect(self._make_demo)
        self._other_ways.opened.connect(self._enter)
        self._other_ways.refused.connect(self._on_refused)
        self.jobs.failed.connect(self._on_stray_error)
        self.jobs.shown.connect(self._on_shown)
        self.jobs.progressed.connect(window.progress.report)
        self.jobs.hidden.connect(window.progress.finish)
        window.progress.cancelled.connect(self._on_cancelled)
        self._app.aboutToQuit.connect(self.shut_down)
        self.theme.changed.connect(self._rescale)
        self.locking.due.connect(self._lock)

    def _rescale(self) -> None:
        for window in self._app.topLevelWidgets():
            rescale(window)

    def _warm_up(self) -> None:
        gate = self._gate
        self._warming = self.jobs.run(self, lambda _job: gate.warm_up(), lambda _nothing: None)
        self.unlock_window.announce_vault()

    def _unlock(self, folder: Path, passphrase: str) -> None:
        gate = self._gate
        self.jobs.run(
            self,
            lambda _job: gate.open_session(folder, GivenPassphrase(passphrase)),
            lambda session: self._enter(session, folder),
            failed=lambda error: self._on_unopened(error, folder),
            title=self.tr("Der Tresor wird geöffnet"),
        )
        QTimer.singleShot(0, _import_pages)

    def _show_wizard(self) -> None:
        from innolab_desktop.ui.dialogs.setup_wizard import SetupWizard  # noqa: PLC0415 - rare

        policy, folder = self._gate.policy, self._free_folder(self.tr("Tresor"))
        wizard = SetupWizard(self.unlock_window, self.theme, folder, policy)
        wizard.create_requested.connect(self._create)
        wizard.demo_requested.connect(self._make_demo)
        self._wizard = wizard
        wizard.open()

    def _create(self, vault: NewVault, passphrase: str) -> None:
        gate = self._gate

        def enter(session: Session) -> None:
            if self._wizard is not None:
                self._wizard.accept()
                self._wizard = None
            self._enter(session, vault.folder)
            if self.main_window is not None:
                self.main_window.offer_recovery()

        self.jobs.run(
            self,
            lambda _job: gate.create_session(vault, passphrase),
            enter,
            failed=self._on_not_created,
            title=self.tr("Der Tresor wird angelegt"),
        )

    def _make_demo(self) -> None:
        gate, folder = self._gate, self._free_folder(self.tr("Beispiel"))
        self.unlock_window.set_busy(True)
        self.jobs.run(
            self,
            lambda _job: gate.create_demo(folder, _tell_nobody),
            lambda made: self._unlock(made, DEMO_PASSPHRASE),
            failed=self._on_refused,
            title=self.tr("Die Beispieldaten werden angelegt"),
        )

    def _free_folder(self, name: str) -> Path:
        folder, number = self._vaults_dir / name, 2
        while folder.exists():
            folder, number = self._vaults_dir / f"{name} {number}", number + 1
        return folder

    def _enter(self, session: Session, folder: Path) -> None:
        from innolab_desktop.services.lock_settings import LockSettings  # noqa: PLC0415 - late
        from innolab_desktop.ui.main_window import MainWindow  # noqa: PLC0415 - loaded late

        self._session = session
        self._settings.remember_vault(folder)
        self.unlock_window.set_busy(False)
        self.unlock_window.hide()
        lock = LockSettings(session.desk, session.policy)
        self.jobs.run(self, lambda _job: lock.clipboard_seconds, self.clipboard.keep_for)
        self.jobs.run(self, lambda _job: _remind(session), lambda _nothing: None)
        notifier = Notifier(self)
        desk = Desk(
            session,
            self.jobs,
            notifier,
            self.theme,
            self._catalogue,
            self._hints,
            Safeguards(self.locking, self.clipboard),
            self._wording,
            SpellDesk(session.spelling, self.jobs, notifier),
        )
        window = MainWindow(desk, self._settings)
        window.lock_requested.connect(lambda: self._lock(LockReason.HAND))
        window.closed.connect(self._on_closed)
        self.main_window = window
        window.show()
        self.locking.begin(session, window)
        if self._handed:
            self.hand_over(())
        QTimer.singleShot(0, self.entered.emit)
        QTimer.singleShot(_PAUSE_MS, lambda: _import_next(_PAGES))

    def _lock(self, reason: LockReason) -> None:
        if self.main_window is not None and self._lock_reason is None:
            self._lock_reason = reason
            self.main_window.close()

    def _on_closed(self) -> None:
        try:
            self.shut_down()
        finally:  # whatever happened: the process that had the key ends
            if self._lock_reason is not None:
                self._relaunch(self._lock_reason)
            self._app.quit()

    def _on_unopened(self, error: Exception, folder: Path) -> None:
        from innolab_desktop.ui.rescuing import Rescuing  # noqa: PLC0415 - rare

        self._on_refused(error)
        window, rescue = self.unlock_window, self._gate.rescue
        Rescuing(window, self.theme, self.jobs, rescue, self._catalogue).offer_after(error, folder)

    def _on_refused(self, error: Exception) -> None:
        self.unlock_window.show_error(self.errors.sentence(error))

    def _on_not_created(self, error: Exception) -> None:
        if self._wizard is not None:
            self._wizard.show_error(self.errors.sentence(error))

    def _on_stray_error(self, error: Exception) -> None:
        if self.main_window is None:  # the main window shows its own
            self.errors.show_error(error)

    def _on_shown(self, job: Job) -> None:
        if job is self._warming:  # nobody asked for it and nobody waits for it
            return
        self._shown_job = job
        self.unlock_window.progress.begin(job.title)

    def _on_cancelled(self) -> None:
        if self._shown_job is not None:
            self._shown_job.cancel()


def _remind(session: Session) -> None:
    """Note what the person should see to."""
    if session.key_slots.lacks_recovery and not session.info.is_demo:
        session.notices.note_no_recovery()


def _import_pages() -> None:
    """Load the main window while the lane derives the key."""
    importlib.import_module("innolab_desktop.ui.main_window")


def _import_next(modules: tuple[str, ...]) -> None:
    """Load the pages one by one while the person looks at the first, so that all open at once."""
    if modules:
        importlib.import_module(f"innolab_desktop.ui.{modules[0]}")
        QTimer.singleShot(_PAUSE_MS, lambda: _import_next(modules[1:]))


def install_excepthook(desktop: Desktop) -> None:
    """Let *desktop* show what nobody caught, also what slots raise."""
    sys.excepthook = desktop.take_exception


def _tell_nobody(_sentence: str) -> None:
    """The window shows progress instead of the steps of the demonstration."""
