"""Which kinds of records have a guided flow; each is built when it is first wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

from innolab_desktop.services.consultations import CONSULTATION

if TYPE_CHECKING:
    from innolab_desktop.ui.desk import Desk
    from innolab_desktop.ui.pages.guided_flow import GuidedFlow

MISSION: Final = "mission"


def flow_label(kind: str) -> str:
    """Return what the button says that begins the flow of a kind, "" where there is none."""
    labels = {CONSULTATION: _tr("Durchführen"), MISSION: _tr("Schritt für Schritt")}
    return labels.get(kind, "")


def create_flow(kind: str, desk: Desk) -> GuidedFlow:
    """Return the flow of a kind that has one."""
    if kind == CONSULTATION:
        from innolab_desktop.ui.pages.consultation.runner import (  # noqa: PLC0415 - seldom needed
            ConsultationRunner,
        )

        return ConsultationRunner(desk)
    from innolab_desktop.ui.pages.mission.guide import MissionGuide  # noqa: PLC0415 - as above

    return MissionGuide(desk)


def _tr(text: str) -> str:
    return QCoreApplication.translate("GuidedFlows", text)
