"""Texts of the program follow the way of writing; what people wrote never does."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

import pypdf
import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QWidget

from innolab_desktop import bootstrap, paths
from innolab_desktop.domain.gender_wording import AS_WRITTEN, Wording
from innolab_desktop.gate import Gate
from innolab_desktop.keys.passphrase_slot import FLOOR_KIB
from innolab_desktop.services.vault_gate import NewVault
from innolab_desktop.ui.help.handbook import read_handbook
from innolab_desktop.ui.wording_translator import WordingTranslator

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from innolab_desktop.services.session import Session

SOURCE = "Pakete, deren Absender*in hier fehlt, bleiben in der Mail."
WRITTEN = "Die Fallgeber*in sprach mit Berater*innen und einer Bürger*in."


@pytest.fixture
def neutral(qapp: QApplication) -> Iterator[WordingTranslator]:
    translator = WordingTranslator(bootstrap.load_wording(Wording.NEUTRAL), qapp)
    assert qapp.installTranslator(translator)
    yield translator
    qapp.removeTranslator(translator)


@pytest.fixture
def vault(tmp_path: Path) -> Iterator[Session]:
    surroundings = bootstrap.Surroundings(wording=Wording.NEUTRAL)
    owner = NewVault(tmp_path / "vault", "Anna Weiß", "Musterstadt", "Amt", "official")
    opened = Gate(FLOOR_KIB, surroundings).create_session(owner, "vier ruhige Pferde am Fluss")
    yield opened
    opened.close()


@pytest.mark.usefixtures("neutral")
def test_what_tr_marks_is_rewritten() -> None:
    shown = QCoreApplication.translate("WaitingCard", SOURCE)
    assert shown == "Pakete, deren absendende Person hier fehlt, bleiben in der Mail."
    assert QCoreApplication.translate("WaitingCard", "Suchen") == "Suchen"


@pytest.mark.usefixtures("neutral")
def test_what_people_wrote_stays_in_every_widget(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    line, area, label = QLineEdit(WRITTEN, holder), QPlainTextEdit(holder), QLabel(WRITTEN, holder)
    area.setPlainText(WRITTEN)
    assert {line.text(), area.toPlainText(), label.text()} == {WRITTEN}


def test_without_another_wording_there_is_no_translator(qapp: QApplication) -> None:
    assert WordingTranslator(AS_WRITTEN, qapp).isEmpty()


def test_what_people_wrote_stays_in_the_vault_and_in_print(vault: Session, tmp_path: Path) -> None:
    record = vault.records.new("case_consultation", {"title": WRITTEN, "description": WRITTEN})
    kept = vault.records.open(record.record).values
    assert (kept["title"], kept["description"]) == (WRITTEN, WRITTEN)
    (found,) = vault.search("Fallgeber*in")
    assert found.title == WRITTEN
    sheet = vault.reports.available("case_consultation")[0]
    pages = tmp_path / "blatt.pdf"
    vault.reports.print_record(sheet.name, record.record, pages, as_of=date(2026, 11, 22))
    printed = " ".join(
        " ".join(page.extract_text().split()) for page in pypdf.PdfReader(pages).pages
    )
    assert WRITTEN in printed
    assert re.findall(r"\w+\*\w+", printed.replace(WRITTEN, "")) == []


def test_labels_and_catalogues_follow(vault: Session) -> None:
    roles = {role.id: role.label for role in vault.consultations.catalogues.roles}
    assert roles["case_giver"] == "Fallgebende Person"
    form = vault.forms["case_consultation"]
    shown = " ".join(f"{field.label} {field.help}" for field in form.fields())
    assert re.search(r"[a-zäöüß]\*[a-z]", shown) is None


def test_the_handbook_follows_too() -> None:
    neutral = bootstrap.load_wording(Wording.NEUTRAL)
    handbook = read_handbook(paths.handbook_dir(), wording=neutral)
    texts = [block.text for topic in handbook.topics for block in topic.blocks]
    assert not any(re.search(r"[a-zäöüß]\*[a-z]", text) for text in texts)
    assert any("ohne Leitung und ohne Fachleute" in text for text in texts)
