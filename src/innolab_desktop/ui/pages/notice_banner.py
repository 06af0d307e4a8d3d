"""One calm sentence about restored backups and doubled devices, until the person has read it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from innolab_desktop.services.notices import (
    BACKUP_FAILED,
    ERASURES_LOST,
    NO_RECOVERY,
    PUT_BACK,
    SECOND_PLACE_FAILED,
)
from innolab_desktop.ui.theme.tokens import Tone
from innolab_desktop.ui.visible_text import single_line
from innolab_desktop.ui.widgets.banner import Banner

if TYPE_CHECKING:
    from collections.abc import Sequence

    from innolab_desktop.services.notices import Notice
    from innolab_desktop.ui.desk import Desk


class NoticeBanner(Banner):
    """Shows what nobody read yet; hidden otherwise."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.theme, Tone.INFO, QCoreApplication.translate("Notices", "Verstanden"))
        self._desk = desk
        self.acted.connect(self._mark_seen)

    def refresh(self) -> None:
        """Read what is to be told."""
        notices = self._desk.session.notices
        self._desk.jobs.run(self, lambda _job: notices.unseen(), self._show)

    def _show(self, notices: Sequence[Notice]) -> None:
        text = "\n".join(notice_words(notice) for notice in notices)
        if not text:
            self.hide()
        elif text != self.text or self.isHidden():
            self.show_message(text)

    def _mark_seen(self) -> None:
        notices = self._desk.session.notices
        self._desk.jobs.run(self, lambda _job: notices.mark_seen(), lambda _nothing: self.hide())


def notice_words(notice: Notice) -> str:
    """Return what happened and that nothing is lost."""
    if notice.code == BACKUP_FAILED:
        return _tr(
            "Die letzte automatische Sicherung ist nicht gelungen. Ihre Daten sind da. Bitte "
            "prüfen Sie unter „Weiteres“ – „Sicherungen“, ob genug Platz ist."
        )
    if notice.code == NO_RECOVERY:
        return _tr(
            "Für diesen Tresor gibt es keinen Wiederherstellungscode. Wenn Sie den Passwortsatz "
            "vergessen, ist alles verloren. Sie erzeugen ihn unter „Weiteres“ – „Schlüssel“."
        )
    if notice.code == SECOND_PLACE_FAILED:
        return _tr(
            "Die letzte Sicherung liegt nur neben dem Tresor: Der zweite Ort war nicht erreichbar. "
            "Die nächste Sicherung versucht es wieder."
        )
    if notice.code == ERASURES_LOST:
        return _tr(
            "Neben dem Tresor fehlt, ganz oder zum Teil, die Liste dessen, was gelöscht ist; es "
            "kann deshalb wieder zu sehen sein. Unter „Austausch“ stehen Quittungen bereit: Nach "
            "ihnen bringen die nächsten Pakete der anderen die Löschungen wieder. Was nur hier "
            "lag, löschen Sie bitte noch einmal."
        )
    if notice.code == PUT_BACK:
        text = _tr(
            "Dieser Tresor wurde aus einer Sicherung zurückgeholt oder kopiert. Das ist in "
            "Ordnung: Was fehlt, kommt mit dem nächsten Paket der anderen zurück."
        )
    else:
        text = _tr(
            "Mit dem Schlüssel von {0} wurde auf zwei Geräten geschrieben, zum Beispiel nach dem "
            "Zurückholen einer Sicherung. Beides ist aufbewahrt, Sie müssen nichts tun."
        ).format(single_line(notice.name) or _tr("einer Person"))
    if notice.is_repeated:
        text += " " + _tr(
            "Das kam schon einmal vor. Die Koordinierungsstelle hilft, die Ursache zu finden."
        )
    return text


def _tr(text: str) -> str:
    return QCoreApplication.translate("Notices", text)
