"""Ways to travel between real vaults: file, text, mail, clipboard, folders, parts."""

from __future__ import annotations

import re
import secrets
from typing import TYPE_CHECKING

import pytest

from innolab_desktop.bundle import armour
from innolab_desktop.domain.errors import BundleError, Cancelled, ContactError
from innolab_desktop.services.changes import CancelToken
from innolab_desktop.services.exchange_models import Carrier, PastedText
from innolab_desktop.services.exchange_settings import DEFAULT_PART_BYTES, ExchangeSettings
from vaults import ANNA, open_vault

if TYPE_CHECKING:
    from pathlib import Path

    from innolab_desktop.services.session import Session
    from vaults import Pair


def write_much(session: Session, space: bytes, count: int = 12) -> None:
    for _ in range(count):
        noise = secrets.token_hex(2500)
        session.records.new("tandem_note", {"title": "Notiz", "text": noise}, space=space)


@pytest.mark.parametrize("carrier", Carrier)
def test_every_carrier_arrives(
    carrier: Carrier, anna: Session, ben: Session, pair: Pair, tmp_path: Path
) -> None:
    receipt = anna.exporting.run(pair.space, tmp_path / "out", carrier=carrier)
    (file,) = receipt.files
    assert file.path.suffix == carrier.suffix
    assert file.size_bytes == file.path.stat().st_size
    neutral = r"paket-\d{4}-\d\d-\d\d-[0-9a-f]{6}" + re.escape(carrier.suffix)
    assert re.fullmatch(neutral, file.path.name)
    (result,) = ben.importing.run([file.path]).bundles
    assert (result.status, result.sender) == ("applied", ANNA)
    assert ben.records.open(pair.mission).values["title"] == "Öffnungszeiten"
    (again,) = anna.importing.run([file.path]).bundles
    assert again.status == "unchanged"  # reading it back is no news


@pytest.mark.parametrize("carrier", Carrier)
def test_parts_are_as_small_as_asked_for(
    carrier: Carrier, anna: Session, ben: Session, pair: Pair, tmp_path: Path
) -> None:
    write_much(anna, pair.space)
    limit_bytes = 30_000
    files = anna.exporting.run(
        pair.space, tmp_path / "out", carrier=carrier, max_bytes=limit_bytes
    ).files
    assert len(files) > 1
    assert all(file.path.stat().st_size <= limit_bytes for file in files)
    assert [file.path.name.split("-")[-1] for file in files] == [
        f"{number}von{len(files)}{carrier.suffix}" for number in range(1, len(files) + 1)
    ]
    ben.importing.run([file.path for file in reversed(files)])
    assert ben.vault.records.counts().held == 0
    assert ben.vault.records.counts().commits == anna.vault.records.counts().commits
    assert sum(file.commits for file in files) == len(anna.vault.journal.missing(pair.space, [{}]))


def test_the_part_size_is_a_setting(anna: Session, pair: Pair, tmp_path: Path) -> None:
    settings = ExchangeSettings(anna.desk)
    assert settings.max_part_bytes == DEFAULT_PART_BYTES == 7_000_000
    write_much(anna, pair.space, 60)
    assert len(anna.exporting.run(pair.space, tmp_path / "one").files) == 1
    settings.keep_max_part_bytes(1)
    assert settings.max_part_bytes == 100_000
    files = anna.exporting.run(pair.space, tmp_path / "many").files
    assert len(files) > 1
    assert max(file.size_bytes for file in files) <= 100_000


def test_what_cannot_be_divided_is_said(anna: Session, pair: Pair, tmp_path: Path) -> None:
    files = anna.exporting.run(pair.space, tmp_path / "out", max_bytes=10).files
    assert files
    assert all(file.is_over_limit for file in files)


def test_a_failure_leaves_no_file(
    anna: Session, pair: Pair, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_much(anna, pair.space)
    store, count = anna.exporting._files.store, iter(range(9))

    def full_disk(content: bytes, target: Path) -> None:
        if next(count) == 2:
            raise BundleError("disk_full", folder=str(target.parent))
        store(content, target)

    monkeypatch.setattr(anna.exporting._files, "store", full_disk)
    with pytest.raises(BundleError, match="disk_full"):
        anna.exporting.run(pair.space, tmp_path / "out", max_bytes=20_000)
    assert list((tmp_path / "out").iterdir()) == []
    assert len(anna.vault.receipts.sent()) == 1  # the one of the fixture


def test_stopping_leaves_no_file(anna: Session, pair: Pair, tmp_path: Path) -> None:
    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        anna.exporting.run(pair.space, tmp_path / "out", cancel=token)
    assert not (tmp_path / "out").exists()


# --- clipboard and mail ---------------------------------------------------------------------


def test_the_clipboard_both_ways(anna: Session, ben: Session, pair: Pair) -> None:
    copied = anna.exporting.text(pair.space)
    quoted = "Hallo Ben,\n" + "\n".join("> " + line for line in copied.text.splitlines())
    (result,) = ben.importing.run([PastedText(quoted, "Zwischenablage")]).bundles
    assert (result.path, result.status, result.commits) == (
        "Zwischenablage", "applied", copied.commits,
    )  # fmt: skip


def test_too_much_for_the_clipboard(anna: Session, pair: Pair) -> None:
    write_much(anna, pair.space, 400)
    with pytest.raises(BundleError, match="text_too_long_for_clipboard"):
        anna.exporting.text(pair.space)


def test_each_block_of_a_text_has_its_result(anna: Session, ben: Session, pair: Pair) -> None:
    text = anna.exporting.text(pair.space).text
    card = anna.contacts.card_text()
    report = ben.importing.run([PastedText(text + text[:-40] + card + "Grüße")])
    assert [(b.path, b.status, b.code) for b in report.bundles] == [
        ("- (1)", "applied", ""),
        ("- (2)", "rejected", "armour_incomplete"),
        ("- (3)", "rejected", "card_among_bundles"),
    ]
    (nothing,) = ben.importing.run([PastedText("Nur Text.")]).bundles
    assert (nothing.status, nothing.code) == ("rejected", "text_without_bundle")


def test_a_text_of_a_later_version_waits_for_the_update(
    anna: Session, ben: Session, pair: Pair, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = anna.exporting.text(pair.space).text.replace("PAKET 1", "PAKET 2")
    pasted = [PastedText("Hallo,\n" + text)]
    (shown,) = ben.importing.preview(pasted).bundles
    assert (shown.status, shown.code, ben.importing.waiting.all()) == ("held", "armour_too_new", ())
    (kept,) = ben.importing.run(pasted).bundles
    assert (kept.status, kept.code) == ("held", "armour_too_new")
    assert ben.importing.run(pasted).bundles == (kept,)
    (file,) = ben.importing.waiting.all()
    assert file.digest == kept.digest
    (still,) = ben.importing.retry_waiting().bundles
    assert (still.status, len(ben.importing.waiting.all())) == ("held", 1)
    monkeypatch.setattr(armour, "_VERSION", "2")
    (read,) = ben.importing.retry_waiting().bundles
    assert (read.status, read.digest, ben.importing.waiting.all()) == ("applied", file.digest, ())


def test_addresses_stay_here_and_go_into_drafts(anna: Session, pair: Pair, tmp_path: Path) -> None:
    settings = ExchangeSettings(anna.desk)
    ben_id = next(c.id for c in anna.contacts.all() if c.name.startswith("Ben"))
    with pytest.raises(ContactError, match="mail_address_invalid"):
        settings.keep_mail_address(ben_id, "ben@kreis.de\nBcc: x@y.de")
    settings.keep_mail_address(ben_id, " ben@kreis.de ")
    (file,) = anna.exporting.run(pair.space, tmp_path, carrier=Carrier.MAIL).files
    assert b"To: ben@kreis.de\r\n" in file.path.read_bytes()
    settings.keep_mail_address(ben_id, "")
    (file,) = anna.exporting.run(pair.space, tmp_path, carrier=Carrier.MAIL).files
    assert b"To:" not in file.path.read_bytes()


# --- folders --------------------------------------------------------------------------------


def test_a_folder_lists_only_what_is_ours(
    anna: Session, ben: Session, pair: Pair, tmp_path: Path
) -> None:
    inbox = tmp_path / "inbox"
    anna.exporting.run(pair.space, inbox, carrier=Carrier.MAIL)
    (inbox / "A.TXT").write_text(anna.exporting.text(pair.space).text, encoding="utf-16")
    (inbox / "b.txt").write_text("Einkaufsliste", encoding="utf-8")
    (inbox / "c.eml").write_text("Subject: Essen?\n\nUm zwölf?", encoding="utf-8")
    (inbox / "d.pdf").write_bytes(pair.bundle.read_bytes())
    (inbox / "e.ilpaket").write_text("keins", encoding="utf-8")
    (inbox / "f.txt").mkdir()
    found = [(b.status, b.code) for b in ben.importing.run([inbox]).bundles]
    assert found == [
        ("applied", ""),
        ("rejected", "bundle_not_a_bundle"),
        ("unchanged", ""),
    ]


def test_a_folder_that_is_gone(ben: Session, tmp_path: Path) -> None:
    (result,) = ben.importing.run([tmp_path / "fort"]).bundles
    assert (result.status, result.code) == ("rejected", "file_unreadable")


# --- cards ----------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["karte.ilkarte", "karte.txt"])
def test_cards_travel_as_text(name: str, anna: Session, pair: Pair, tmp_path: Path) -> None:
    stranger = open_vault(pair.stranger)
    digits = anna.contacts.write_card(tmp_path / name)
    assert stranger.contacts.add(tmp_path / name, digits).name == ANNA
    stranger.close()


def test_pasted_cards(anna: Session, ben: Session, pair: Pair) -> None:
    stranger = open_vault(pair.stranger)
    text = anna.contacts.card_text()
    for pasted, code in (
        ("nichts", "card_not_a_card"),
        (text[:-60], "card_text_damaged"),
        (text + ben.contacts.card_text(), "cards_several"),
    ):
        with pytest.raises(ContactError, match=code):
            stranger.contacts.add(PastedText(pasted))
    assert stranger.contacts.add(PastedText("> " + text)).name == ANNA
    stranger.close()
