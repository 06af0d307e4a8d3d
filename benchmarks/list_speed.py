"""Goal 12: the longest time the window's thread is blocked by a list of 100,000 records."""

from __future__ import annotations

import os
import time
from itertools import pairwise
from typing import TYPE_CHECKING

import corpus
from measuring import Figure

from innolab_desktop import paths
from innolab_desktop.services.read_models import RowQuery

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtCore import QCoreApplication

    from innolab_desktop.services.session import Session

_LIMIT_MS = 50.0


class Stopwatch:
    """Notes the longest pause of the event loop while something is worked on."""

    def __init__(self, app: QCoreApplication) -> None:
        self._app = app
        self.longest_ms: dict[str, float] = {}

    def watch(self, name: str, act: Callable[[], object]) -> None:
        """Let the loop beat while *act* is worked on."""
        from PySide6.QtCore import QTimer  # noqa: PLC0415 - after the platform is chosen

        beats: list[float] = []
        timer = QTimer()
        timer.setInterval(0)
        timer.timeout.connect(lambda: beats.append(time.perf_counter()))
        timer.start()
        QTimer.singleShot(20, act)
        stop = QTimer()
        stop.setSingleShot(True)
        stop.timeout.connect(self._app.quit)
        stop.start(1500)
        self._app.exec()
        timer.stop()
        self.longest_ms[name] = max(b - a for a, b in pairwise(beats)) * 1000


def measure(work: Path, records: int) -> list[Figure]:
    """Return the figure of goal 12 for *records*, each of the four things a person does."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415 - after the platform is chosen

    session = _full_vault(work, records)
    app = QApplication.instance() or QApplication([])  # noqa: TID251 - a benchmark may start twice
    rows, longest_ms = _use_list(app, session)
    session.close()
    worst = max(longest_ms.values())
    detail = ", ".join(f"{name} {value:.0f} ms" for name, value in longest_ms.items())
    return [
        Figure(
            f"12 longest block of the window's thread with a list of {rows} records",
            round(worst, 1),
            "ms",
            f"<= {_LIMIT_MS:.0f} ms",
            worst <= _LIMIT_MS,
            detail,
        )
    ]


def _full_vault(work: Path, records: int) -> Session:
    session = corpus.new_vault(work / "list")
    sender = corpus.new_municipality(1, session)
    for _ in range(0, records, 10_000):
        corpus.add_commits(sender, 10_000, new_records=1.0)
        session.importing.run([corpus.bundle(sender, session, work / "list.ilpaket")])
    return session


def _use_list(app: QCoreApplication, session: Session) -> tuple[int, dict[str, float]]:
    """Return the rows of the list, and the longest pause of each thing a person does with it."""
    from innolab_desktop.ui.jobs import Jobs  # noqa: PLC0415 - after the platform is chosen
    from innolab_desktop.ui.models.record_rows import RecordRowsModel  # noqa: PLC0415
    from innolab_desktop.ui.theme.theme import Appearance, Theme  # noqa: PLC0415
    from innolab_desktop.ui.widgets.row_list import RowList  # noqa: PLC0415

    theme = Theme(app, paths.resources_dir() / "icons")  # pyright: ignore[reportArgumentType] - a QApplication
    theme.apply(Appearance.LIGHT, 100)
    jobs = Jobs()
    model = RecordRowsModel(jobs, session.forms, session.records.list_rows)
    view = RowList(theme, model, "Missionen")
    view.resize(400, 700)

    def open_list() -> None:
        view.show()
        model.show_query(RowQuery(kind="mission"))

    stopwatch = Stopwatch(app)
    stopwatch.watch("open", open_list)
    by_change = RowQuery(kind="mission", sort="changed")
    stopwatch.watch("sort", lambda: model.show_query(by_change))
    street = RowQuery(kind="mission", words="strasse")
    stopwatch.watch("filter", lambda: model.show_query(street))
    model.show_query(RowQuery(kind="mission"))
    stopwatch.watch("jump", lambda: view.scrollTo(model.index(model.rowCount() - 1, 0)))
    rows = model.rowCount()
    jobs.shut_down()
    return rows, stopwatch.longest_ms
