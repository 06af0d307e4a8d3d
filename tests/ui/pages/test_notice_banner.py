"""Restored and doubled vaults are told calmly, once, and go when they were read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPushButton

from innolab_desktop.services.notices import DOUBLED, ERASURES_LOST, PUT_BACK, Notice
from innolab_desktop.ui.pages.notice_banner import NoticeBanner, notice_words
from ui.accessibility import audit

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from innolab_desktop.services.session import Session
    from innolab_desktop.ui.main_window import MainWindow
    from ui.vaults import Lane


def test_a_restored_vault_is_told_until_it_was_read(
    window: MainWindow, session: Session, lane: Lane, qapp: QApplication
) -> None:
    lane.call(session.notices.note_put_back)
    window.show_page("exchange")
    lane.settle()
    window.show_page("overview")
    lane.settle()
    (banner,) = [b for b in window.findChildren(NoticeBanner) if b.isVisible()]
    assert "aus einer Sicherung zurückgeholt" in banner.text
    assert "Was fehlt, kommt mit dem nächsten Paket" in banner.text
    assert audit(window, qapp) == []
    next(b for b in banner.findChildren(QPushButton) if b.text() == "Verstanden").click()
    lane.settle()
    assert not any(b.isVisible() for b in window.findChildren(NoticeBanner))
    assert lane.call(session.notices.unseen) == ()
    window.show_page("exchange")
    lane.settle()
    assert not any(b.isVisible() for b in window.findChildren(NoticeBanner))


def test_words() -> None:
    own = notice_words(Notice(0, PUT_BACK, "Anna", is_repeated=False, is_seen=False))
    assert "Koordinierungsstelle" not in own
    theirs = notice_words(Notice(0, DOUBLED, "Ben\n<b>", is_repeated=True, is_seen=False))
    assert "Mit dem Schlüssel von Ben <b> wurde auf zwei Geräten" in theirs
    assert "Koordinierungsstelle" in theirs
    lost = notice_words(Notice(0, ERASURES_LOST, "Anna", is_repeated=True, is_seen=False))
    assert "Unter „Austausch“ stehen Quittungen bereit" in lost
    unknown = notice_words(Notice(0, DOUBLED, "", is_repeated=False, is_seen=False))
    assert "einer Person" in unknown
