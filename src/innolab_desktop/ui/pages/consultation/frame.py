"""What stands around a phase: title, steps, clock, and the way back and on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from innolab_desktop.ui.pages.consultation.clock_card import ClockCard
from innolab_desktop.ui.theme.tokens import Tone
from innolab_desktop.ui.widgets.banner import Banner
from innolab_desktop.ui.widgets.boxes import column, row
from innolab_desktop.ui.widgets.button import Button
from innolab_desktop.ui.widgets.combo_box import ComboBox
from innolab_desktop.ui.widgets.heading import Heading
from innolab_desktop.ui.widgets.muted import Muted
from innolab_desktop.ui.widgets.scroll_page import ScrollPage
from innolab_desktop.ui.widgets.tool_button import ToolButton

if TYPE_CHECKING:
    from innolab_desktop.domain.consultation_run import ConsultationRun
    from innolab_desktop.formdefs.catalogues import ConsultationTemplate
    from innolab_desktop.ui.theme.theme import Theme


class RunnerFrame(QWidget):
    """The parts of the window that stay while phases come and go."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.title, self.state = Heading(), Muted()
        self.steps = ComboBox(theme)
        self.steps.setAccessibleName(self.tr("Phase"))
        self.steps.setSizeAdjustPolicy(ComboBox.SizeAdjustPolicy.AdjustToContents)
        self.banner = Banner(theme, Tone.BAD)
        self.clock = ClockCard(theme)
        self._in_writing = Muted(
            self.tr(
                "Schriftlich, ohne Uhr: Schreiben Sie Ihren Teil und senden Sie danach unter "
                "„Austausch“ ein Paket. Was die anderen schreiben, kommt mit ihren Paketen hierher."
            )
        )
        self._in_writing.hide()
        self.body = ScrollPage(QWidget())
        self.home = ToolButton(theme, "chevron-left", self.tr("Zurück zum Eintrag"))
        self.present = Button(theme, self.tr("Für alle zeigen"), "eye")
        self.present.setToolTip(self.tr("Frage und Uhr in einem eigenen Fenster, ohne Notizen"))
        self.back = Button(theme, self.tr("Zurück"), "chevron-left")
        self.next = Button(theme, self.tr("Weiter"), primary=True)
        head = row(self.home, self.title, self.present, spacing=0.5)
        head.setStretch(1, 1)
        foot = row(self.back, self.state, self.next, spacing=0.6)
        foot.setStretch(1, 1)
        content = column(
            head,
            row(self.steps, None),
            self.clock,
            self._in_writing,
            self.banner,
            self.body,
            foot,
        )
        content.setStretch(5, 1)
        self.setLayout(content)

    def show_steps(self, template: ConsultationTemplate) -> None:
        """List the phases."""
        self.steps.clear()
        for number, phase in enumerate(template.phases, 1):
            self.steps.addItem(f"{number}. {phase.label}")

    def show_place(self, template: ConsultationTemplate, run: ConsultationRun) -> None:
        """Say which phase is in front, and what comes next."""
        self.steps.setCurrentIndex(run.phase)
        self.back.setEnabled(run.phase > 0)
        if run.is_last:
            self.next.setText(self.tr("Beratung abschließen …"))
        else:
            following = template.phases[run.phase + 1].label
            self.next.setText(self.tr("Weiter: {0}").format(following))
        self.clock.forget_told()

    def set_begun(self, begun: bool, *, in_writing: bool) -> None:  # noqa: FBT001 - a setter in Qt's manner
        """Show clock and steps; before everybody agreed there are none.

        Args:
            begun: whether everybody agreed.
            in_writing: whether everybody writes at their own time, so that there is no clock.
        """
        for widget in (self.steps, self.back, self.next):
            widget.setVisible(begun)
        for widget in (self.clock, self.present):
            widget.setVisible(begun and not in_writing)
        self._in_writing.setVisible(begun and in_writing)

    def order_tabs(self) -> None:
        """Let the Tab key reach the foot after everything in the phase, whenever that was made."""
        last: QWidget = self.clock.longer
        current = self.nextInFocusChain()
        while current is not None and current is not self:
            if self.body.isAncestorOf(current) and current.focusPolicy():
                last = current
            current = current.nextInFocusChain()
        QWidget.setTabOrder(last, self.back)
        QWidget.setTabOrder(self.back, self.next)
