"""How this vault is locked, sends, backs up and counts: kept inside the vault."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from innolab_desktop.services.exchange_models import Carrier
from innolab_desktop.ui.dialogs.file_choice import choose_folder
from innolab_desktop.ui.dialogs.settings.section_card import section_card
from innolab_desktop.ui.dialogs.settings.setting_choice import SettingChoice
from innolab_desktop.ui.dialogs.settings.setting_folder import SettingFolder
from innolab_desktop.ui.part_sizes import part_sizes_mb
from innolab_desktop.ui.widgets.boxes import column
from innolab_desktop.ui.widgets.given_line import GivenLine
from innolab_desktop.ui.widgets.muted import Muted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from innolab_desktop.services.preferences import PreferenceDesk, Preferences
    from innolab_desktop.ui.theme.theme import Theme

_MINUTES: Final = (1, 2, 5, 10, 15, 30, 60)
_SECONDS: Final = (5, 10, 15, 30, 45, 60)
_MEGABYTE: Final = 1_000_000


class VaultSection(QWidget):
    """Sperren, Austausch, Sicherung, Auswertung.

    Signals:
        changed: a function that keeps what the person chose; to be run in the lane.
        backups_requested: the person wants to choose the second place.
    """

    changed = Signal(object)
    backups_requested = Signal()

    def __init__(self, theme: Theme, desk: PreferenceDesk) -> None:
        super().__init__()
        self._desk = desk
        self._theme = theme
        self.minutes = SettingChoice(
            theme,
            self.tr("Sperren ohne Eingabe"),
            self.tr(
                "Gesperrt wird auch, wenn Sie den Bildschirm sperren, der Rechner in den "
                "Ruhezustand geht oder Sie Strg+L drücken."
            ),
        )
        self.seconds = SettingChoice(
            theme,
            self.tr("Geheimes in der Zwischenablage"),
            self.tr("So lange bleibt ein kopierter Wiederherstellungscode dort."),
        )
        self.carrier = SettingChoice(theme, self.tr("Pakete schreiben als"))
        self.part_size = SettingChoice(theme, self.tr("Größe je Datei"))
        self.inbox = SettingFolder(theme, self.tr("Posteingang"), self.tr("Ändern …"))
        self.backups = SettingFolder(
            theme, self.tr("Zweiter Ort für Sicherungen"), self.tr("Sicherungen öffnen")
        )
        self._group = Muted()
        self._group_given = GivenLine(theme)
        self._connect()
        self.setLayout(
            column(
                section_card(self.tr("Sperren"), self.minutes, self.seconds),
                section_card(self.tr("Austausch"), self.carrier, self.part_size, self.inbox),
                section_card(self.tr("Sicherung"), self.backups),
                section_card(self.tr("Auswertung"), self._group, self._group_given),
                spacing=0.9,
            )
        )
        self.setEnabled(False)

    def show_preferences(self, now: Preferences) -> None:
        """Show what holds."""
        self.setEnabled(True)
        minutes = _up_to(_MINUTES, now.most_idle_minutes, now.idle_minutes)
        self.minutes.show_choices([(self._minutes(m), m) for m in minutes], now.idle_minutes)
        seconds = _up_to(_SECONDS, now.most_clipboard_seconds, now.clipboard_seconds)
        text = self.tr("{0} Sekunden")
        self.seconds.show_choices([(text.format(s), s) for s in seconds], now.clipboard_seconds)
        self.carrier.show_choices([(self._way(way), way) for way in now.carriers], now.carrier)
        sizes = sorted({*part_sizes_mb(now.most_part_bytes), now.part_bytes // _MEGABYTE} - {0})
        size_mb = max(now.part_bytes // _MEGABYTE, 1)
        text = self.tr("höchstens {0} MB")
        self.part_size.show_choices([(text.format(size), size) for size in sizes], size_mb)
        nowhere = self.tr("Noch kein Ordner gewählt.")
        self.inbox.show_folder(now.inbox_folder, nowhere)
        self.backups.show_folder(now.second_place, self.tr("Kein zweiter Ort."))
        self._show_given(now)

    def _show_given(self, now: Preferences) -> None:
        given = self._desk.is_given
        most = self.tr("Von Ihrer IT vorgegeben: höchstens {0}")
        for name, choice, bound in (
            ("auto_lock_minutes", self.minutes, self._minutes(now.most_idle_minutes, plain=True)),
            (
                "clipboard_clear_seconds",
                self.seconds,
                self.tr("{0} Sekunden").format(now.most_clipboard_seconds),
            ),
            (
                "part_size_mb",
                self.part_size,
                self.tr("{0} MB").format(now.most_part_bytes // _MEGABYTE),
            ),
        ):
            if given(name):
                choice.show_given(most.format(bound), fixed=choice.combo.count() == 1)
        if given("carrier"):
            is_text = Carrier.TEXT in now.carriers
            way = self.tr("nur Texte") if is_text else self.tr("nur Anhänge")
            words = self.tr("Von Ihrer IT vorgegeben: {0}").format(way)
            self.carrier.show_given(words, fixed=False)
        if given("backup_folder"):
            self.backups.show_given(self.tr("Von Ihrer IT vorgegeben"))
        least = now.thresholds
        self._group.setText(
            self.tr(
                "Ergebnisse einer Erhebung erscheinen ab {0} Antworten aus mindestens {1} "
                "Kommunen. Eine Erhebung kann mehr verlangen, niemand weniger."
            ).format(least.answers, least.municipalities)
        )
        if given("smallest_group") or given("smallest_municipalities"):
            self._group_given.show_words(self.tr("Von Ihrer IT vorgegeben"))

    def _connect(self) -> None:
        lock, exchange = self._desk.lock, self._desk.exchange
        self.minutes.chosen.connect(self._keeper(lock.set_idle_minutes))
        self.seconds.chosen.connect(self._keeper(lock.set_clipboard_seconds))
        self.carrier.chosen.connect(self._keeper(exchange.keep_carrier))
        self.part_size.chosen.connect(self._keeper(self._keep_part_size))
        self.inbox.requested.connect(
            lambda: choose_folder(
                self,
                self.tr("Ordner, in dem Pakete ankommen"),
                self._keeper(exchange.keep_inbox_folder),
            )
        )
        self.backups.requested.connect(self.backups_requested)

    def _keep_part_size(self, size_mb: int) -> None:
        self._desk.exchange.keep_max_part_bytes(size_mb * _MEGABYTE)

    def _keeper(self, keep: Callable[..., None]) -> Callable[[object], None]:
        """Return a slot that hands on how the chosen value is kept."""

        def hand_on(value: object) -> None:
            self.changed.emit(lambda: keep(value))

        return hand_on

    def _minutes(self, minutes: int, *, plain: bool = False) -> str:
        if plain:
            one, many = self.tr("1 Minute"), self.tr("{0} Minuten")
        else:
            one, many = self.tr("nach 1 Minute"), self.tr("nach {0} Minuten")
        return one if minutes == 1 else many.format(minutes)

    def _way(self, carrier: Carrier | None) -> str:
        if carrier is None:
            return self.tr("Text in die Zwischenablage")
        return {
            Carrier.FILE: self.tr("Paketdatei"),
            Carrier.TEXT: self.tr("Textdatei"),
            Carrier.MAIL: self.tr("Mail-Entwurf mit Paketdatei"),
            Carrier.MAIL_WITH_TEXT: self.tr("Mail-Entwurf mit Textdatei"),
        }[carrier]


def _up_to(offered: Iterable[int], most: int, present: int) -> list[int]:
    return sorted({*(value for value in offered if value <= most), most, present})
