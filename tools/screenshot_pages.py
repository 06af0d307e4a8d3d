"""Every page, one after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QPushButton

from innolab_desktop.services.read_models import RowQuery
from innolab_desktop.ui.main_window import MainWindow
from innolab_desktop.ui.pages.consultation.agreement_card import AgreementCard
from innolab_desktop.ui.pages.consultation.runner import ConsultationRunner
from innolab_desktop.ui.pages.evaluation_page import EvaluationPage
from innolab_desktop.ui.pages.exchange_page import ExchangePage
from innolab_desktop.ui.pages.mission.guide import MissionGuide
from innolab_desktop.ui.pages.records_page import RecordsPage
from innolab_desktop.ui.widgets.tool_button import ToolButton

if TYPE_CHECKING:
    from collections.abc import Iterator

    from screenshot_studio import Studio

    from innolab_desktop.ui.main_window import MainWindow


def pages(studio: Studio, window: MainWindow) -> Iterator[str]:
    """Bring one page after the other to the front."""
    records = studio.session.records
    for name in ("overview", "mission", "tandem_note", "case_consultation"):
        window.show_page(name)
        studio.settle()
        if name != "overview":
            rows = studio.call(lambda name=name: records.list_rows(RowQuery(kind=name)).rows)
            found = [row for row in rows if row.has_conflict] or list(rows)
            window.open_record(found[0].id)
            studio.settle()
        yield name
    yield from mission_parts(studio, window)
    cases = studio.call(lambda: records.list_rows(RowQuery(kind="case_consultation"))).rows
    window.show_page("case_consultation")
    studio.settle()
    page = window.page("case_consultation")
    if isinstance(page, RecordsPage):
        yield from consultation_phases(studio, page, cases[0].id)
    window.show_page("exchange")
    exchange = window.page("exchange")
    for index, part in enumerate(("packages", "people", "decisions", "reports")):
        if isinstance(exchange, ExchangePage):
            exchange.show_tab(index)
        studio.settle()
        yield f"exchange_{part}"
    yield from evaluation_parts(studio, window)
    for part in ("", "lessons", "trash", "retention", "erasures", "backups", "keys"):
        window.show_page(f"more/{part}" if part else "more")
        studio.settle()
        yield f"more_{part}" if part else "more"
    window.search("bürger")
    studio.settle()
    yield "search"


def mission_parts(studio: Studio, window: MainWindow) -> Iterator[str]:
    """Show everything about a mission: its tabs, the guided path, and the board."""
    rows = studio.call(lambda: studio.session.records.list_rows(RowQuery(kind="mission"))).rows
    mission = next(row.id for row in rows if row.has_conflict)
    window.open_record(mission)
    studio.settle()
    page = window.page("mission")
    if not isinstance(page, RecordsPage):
        return
    window.open_record(mission, "measure")
    studio.settle()
    yield "mission_table"
    parts = ((1, "revisions"), (2, "history"), (3, "attachments"), (4, "links"))
    for index, part in parts:
        page.show_tab(index)
        studio.settle()
        yield f"mission_{part}"
    page.show_tab(1)
    studio.settle()
    for compare in page.findChildren(QPushButton):
        if compare.text() == _said("RevisionComparison", "Vergleichen") and compare.isVisible():
            compare.click()
            studio.settle()
            yield "mission_comparison"
            break
    page.show_tab(0)
    page.lead(mission)
    studio.settle()
    flow = page.flow
    if isinstance(flow, MissionGuide):
        for step, part in ((0, "vision"), (1, "goals"), (3, "sentence")):
            flow.go_to(step)
            studio.settle()
            yield f"guide_{part}"
        flow.leave()
        studio.settle()
    for button in page.findChildren(ToolButton):
        if button.accessibleName() != _said("RecordsPage", "Als Tafel zeigen"):
            continue
        button.click()
        studio.settle()
        yield "mission_board"
    if page.board is not None:
        page.board.back.click()
    studio.settle()


def _said(context: str, text: str) -> str:
    """Return a text of the window as the window says it."""
    return QCoreApplication.translate(context, text)


def evaluation_parts(studio: Studio, window: MainWindow) -> Iterator[str]:
    """Show waves and indicators, a sheet, results, and a trend."""
    session = studio.session
    window.show_page("evaluation")
    studio.settle()
    yield "evaluation"
    page = window.page("evaluation")
    if not isinstance(page, EvaluationPage):
        return
    (wave,) = studio.call(session.evaluations.waves)
    page.answer(wave.record.id)
    studio.settle()
    yield "evaluation_sheet"
    page.show_list()
    (indicator,) = studio.call(session.indicators.all)
    page.show_trend(indicator.record.id)
    studio.settle()
    yield "evaluation_trend"
    page.show_list()
    studio.settle()


def consultation_phases(studio: Studio, page: RecordsPage, case: bytes) -> Iterator[str]:
    """Lead a group through a consultation."""
    page.lead(case)
    studio.settle()
    runner = page.flow
    if not isinstance(runner, ConsultationRunner):
        return
    agreement = runner.findChild(AgreementCard)
    if agreement is not None:
        yield "consultation_agreement"
        agreement.button.click()
        studio.settle()
    for phase, part in ((1, "report"), (3, "method"), (4, "contributions"), (5, "closing")):
        runner.go_to(phase)
        studio.settle()
        yield f"consultation_{part}"
    runner.leave()
    studio.settle()
