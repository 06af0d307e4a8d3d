"""One real application, no blocking dialogs, and guards against leaks."""

from __future__ import annotations

import os
import shutil
import threading
from pathlib import Path
from typing import TYPE_CHECKING

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["QT_SCALE_FACTOR"] = "1"

import pytest
from PySide6.QtCore import QLocale, QStandardPaths, Qt
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMessageBox

from innolab_desktop import bootstrap, paths
from innolab_desktop.services.error_catalogue import ErrorCatalogue, read_catalogue
from innolab_desktop.ui.accessible_roles import AccessibleRoles
from innolab_desktop.ui.desk import Desk
from innolab_desktop.ui.jobs import Jobs
from innolab_desktop.ui.main_window import MainWindow
from innolab_desktop.ui.notifier import Notifier
from innolab_desktop.ui.settings import Settings
from innolab_desktop.ui.theme.theme import Appearance, Theme
from ui.vaults import HINTS, PASSPHRASE, Lane, create_session, fill

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from innolab_desktop.services.session import Session


SCREENS = Path("test-screens")


@pytest.fixture(scope="session")
def qapp() -> QApplication:
    QStandardPaths.setTestModeEnabled(True)
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    QLocale.setDefault(QLocale(QLocale.Language.German, QLocale.Country.Germany))
    app = QApplication([])
    font = app.font()
    font.setPointSizeF(10)
    app.setFont(font)
    roles = AccessibleRoles(app)
    roles.install()
    return app


@pytest.fixture(scope="session")
def shared_theme(qapp: QApplication) -> Theme:
    return Theme(qapp, paths.resources_dir() / "icons")


@pytest.fixture
def theme(shared_theme: Theme) -> Iterator[Theme]:
    shared_theme.apply(Appearance.LIGHT)
    yield shared_theme
    if shared_theme.zoom_percent != 100 or shared_theme.appearance is not Appearance.LIGHT:
        shared_theme.apply(Appearance.LIGHT)


@pytest.fixture(scope="session")
def catalogue() -> ErrorCatalogue:
    return read_catalogue(paths.resources_dir() / "errors.toml")


@pytest.fixture
def jobs(qapp: QApplication) -> Iterator[Jobs]:
    lane = Jobs(qapp)
    yield lane
    lane.shut_down()


@pytest.fixture(autouse=True)
def no_blocking_dialogs(monkeypatch: pytest.MonkeyPatch) -> None:
    """A dialog that waits for nobody must fail at once instead of hanging."""

    def refuse(self: QDialog) -> None:
        message = f"blocking dialog: {type(self).__name__} {self.windowTitle()!r}"
        raise AssertionError(message)

    for kind in (QDialog, QMessageBox, QFileDialog):
        monkeypatch.setattr(kind, "exec", refuse)


@pytest.fixture(autouse=True)
def no_leaks(request: pytest.FixtureRequest) -> Iterator[None]:
    """No lane and no window outlives its test."""
    yield
    if "qapp" not in request.fixturenames:
        return
    qapp: QApplication = request.getfixturevalue("qapp")
    for widget in qapp.topLevelWidgets():
        if widget.parent() is None:
            widget.close()
            widget.deleteLater()
    qapp.sendPostedEvents(None, 52)  # DeferredDelete
    qapp.processEvents()
    lanes = [thread.name for thread in threading.enumerate() if thread.name.startswith("lane")]
    assert not lanes, f"lanes still running: {lanes}"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    """Keep a picture of every visible window when a test fails."""
    report = yield
    if report.when == "call" and report.failed and QApplication.startingUp() is False:
        SCREENS.mkdir(exist_ok=True)
        for number, widget in enumerate(QApplication.topLevelWidgets()):
            if widget.isVisible():
                widget.grab().save(str(SCREENS / f"{item.name}-{number}.png"))
    return report


@pytest.fixture
def lane(qtbot: QtBot, jobs: Jobs) -> Lane:
    return Lane(qtbot, jobs)


@pytest.fixture(scope="session")
def vault_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One vault, made once; tests open copies."""
    folder = tmp_path_factory.mktemp("vaults") / "Tresor"
    session = create_session(folder)
    fill(session)
    session.close()
    return folder


@pytest.fixture
def session(lane: Lane, vault_template: Path, tmp_path: Path) -> Iterator[Session]:
    folder = tmp_path / "Tresor"
    shutil.copytree(vault_template, folder)
    opened = lane.call(lambda: bootstrap.open_vault(folder, PASSPHRASE))
    yield opened
    lane.settle()
    lane.jobs.finish_with(opened.close)


@pytest.fixture
def desk(session: Session, jobs: Jobs, theme: Theme, catalogue: ErrorCatalogue) -> Desk:
    return Desk(session, jobs, Notifier(jobs), theme, catalogue, HINTS)


@pytest.fixture
def window(qtbot: QtBot, desk: Desk, lane: Lane, tmp_path: Path) -> MainWindow:
    main_window = MainWindow(desk, Settings(tmp_path / "settings.ini"))
    qtbot.addWidget(main_window)
    main_window.resize(1366, 728)
    with qtbot.waitExposed(main_window):
        main_window.show()
    main_window.activateWindow()
    lane.settle()
    return main_window
