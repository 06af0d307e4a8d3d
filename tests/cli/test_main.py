"""What is refused, with which exit code, and that nothing changes then."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cli.conftest import SPACE
from cli.innolab import Innolab, create, run, send
from innolab_desktop import __version__
from innolab_desktop.cli.main import build_parser

if TYPE_CHECKING:
    from pathlib import Path

    from cli.conftest import Pair


def test_version_and_help_need_no_vault(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--version").exit_code == 0
    assert capsys.readouterr().out == f"innolab {__version__}\n"
    assert run("record", "new", "--help").exit_code == 0
    text = capsys.readouterr().out
    assert "Aufruf: innolab record new" in text
    assert "options" not in text


def test_every_command_says_in_german_what_it_does() -> None:
    text = build_parser().format_help()
    for command in ("vault", "record", "search", "contact", "space", "export", "import", "demo"):
        assert command in text
    assert "Befehle:" in text


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ((), "arguments_invalid"),
        (("vault",), "arguments_invalid"),
        (("tabel", "export"), "arguments_invalid"),
        (("record", "list", "--colour"), "arguments_invalid"),
        (("record", "list", "--sort", "size"), "arguments_invalid"),
        (("search", "x", "--limit", "viele"), "arguments_invalid"),
        (("space", "create", "X", "--type", "private", "--member", "B"), "arguments_invalid"),
        (("export", "--space", "X", "--out", "y", "--max-size", "viel"), "arguments_invalid"),
        (("vault", "slots"), "arguments_invalid"),
        (("record", "new", "missin"), "kind_unknown"),
        (("record", "list", "--kind", "missin"), "kind_unknown"),
        (("record", "new", "mission", "--set", "titel=x"), "field_unknown"),
        (("record", "new", "mission", "--set", "title"), "assignment_invalid"),
        (("record", "new", "mission", "--set", "commitment_level=6"), "value_computed"),
        (("record", "show", "xyz"), "id_invalid"),
        (("report", "mission_profile", "--out", "x.pdf"), "report_needs_record"),
    ],
)
def test_wrong_usage_is_two(pair: Pair, arguments: tuple[str, ...], code: str) -> None:
    before = pair.ada.fingerprint()
    assert pair.ada.refuse(*arguments) == (2, code)
    assert pair.ada.fingerprint() == before


def test_complaints_are_german(pair: Pair) -> None:
    for arguments, words in (
        (("record", "set"), "es fehlt EINTRAG"),
        (("record", "list", "--sort", "size"), "möglich: 'title'"),
        (("record", "list", "--sort"), "braucht eine Angabe"),
        (("record", "list", "--colour"), "unbekannt ist --colour"),
        (("search", "x", "--limit", "viele"), "kann nicht 'viele' sein"),
    ):
        outcome = pair.ada.run(*arguments)
        assert (outcome.exit_code, outcome.output) == (2, "")
        assert words in outcome.errors


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("record", "new", "mission", "--set", "status=Quatsch"), "value_not_a_choice"),
        (("record", "new", "mission", "--set", "budget=viel"), "value_not_a_number"),
        (("record", "new", "mission", "--set", "review_date=31.02.2026"), "value_not_a_date"),
        (("record", "new", "mission", "--set", "budget=-1"), "value_too_small"),
        (("record", "new", "mission", "--set", "title=" + "ä" * 121), "value_too_long"),
        (("record", "new", "mission", "--space", "Gibtsnicht"), "space_unknown"),
        (("record", "show", "0" * 32), "record_unknown"),
        (("space", "create", "X", "--type", "tandem", "--member", "Niemand"), "contact_not_found"),
        (
            ("space", "create", SPACE, "--type", "tandem", "--member", "Bea Groß"),
            "space_name_taken",
        ),
        (("export", "--space", "Nur ich", "--out", "post"), "space_private"),
        (("contact", "add", "gibt-es-nicht.ilkarte"), "card_unreadable"),
    ],
)
def test_refused_is_one(pair: Pair, arguments: tuple[str, ...], code: str) -> None:
    before = pair.ada.fingerprint()
    assert pair.ada.refuse(*arguments) == (1, code)
    assert pair.ada.fingerprint() == before


def test_vaults_that_do_not_open(pair: Pair, tmp_path: Path) -> None:
    before = pair.ada.fingerprint()
    wrong = Innolab(pair.ada.vault, "falsch")
    assert wrong.refuse("vault", "status") == (1, "passphrase_wrong")
    assert Innolab(tmp_path / "leer").refuse("vault", "status") == (1, "vault_missing")
    assert run("vault", "status", "--json").error["code"] == "vault_not_named"
    silent = run("--vault", pair.ada.vault, "vault", "status", "--json", passphrase=None)
    assert (silent.exit_code, silent.error["code"]) == (2, "passphrase_missing")
    again = ("--name", "Ada", "--municipality", "M", "--department", "D")
    assert pair.ada.refuse("vault", "create", pair.ada.vault, *again) == (1, "vault_exists")
    assert pair.ada.fingerprint() == before


def test_errors_for_people_say_what_it_means_and_what_to_do(pair: Pair) -> None:
    outcome = Innolab(pair.ada.vault, "falsch").run("vault", "status")
    assert (outcome.exit_code, outcome.output) == (1, "")
    assert "Der Passwortsatz passt nicht" in outcome.errors
    assert "versuchen Sie es noch einmal" in outcome.errors
    assert "passphrase_wrong" not in outcome.errors


def test_passphrase_from_a_file(pair: Pair, tmp_path: Path) -> None:
    file = tmp_path / "passphrase.txt"
    file.write_text(f"{pair.ada.passphrase}\r\n", encoding="utf-8")
    arguments = ("--vault", pair.ada.vault, "vault", "status", "--json", "--passphrase-file")
    assert run(*arguments, file, passphrase="falsch").value["person"] == "Ada Öz"
    missing = run(*arguments, tmp_path / "weg.txt", passphrase=None)
    assert (missing.exit_code, missing.error["code"]) == (2, "passphrase_file_unreadable")
    file.write_bytes(b"\n")
    assert run(*arguments, file).error["code"] == "passphrase_missing"


def test_card_with_wrong_digits(pair: Pair, tmp_path: Path) -> None:
    card = tmp_path / "bea.ilkarte"
    pair.bea.ask("contact", "card", "--out", card)
    before = pair.ada.fingerprint()
    assert pair.ada.refuse("contact", "add", card, "--digits", "1" * 30) == (1, "digits_do_not_fit")
    assert pair.bea.refuse("contact", "add", card) == (1, "card_is_own")
    card.write_bytes(b"Guten Tag")
    assert pair.ada.refuse("contact", "add", card) == (1, "card_not_a_card")
    assert pair.ada.fingerprint() == before


def test_bundles_that_are_refused_change_nothing(pair: Pair, tmp_path: Path) -> None:
    pair.ada.ask("record", "set", pair.mission, "title=Neuer Titel")
    good = send(pair.ada, SPACE, tmp_path / "post").read_bytes()
    stranger = create(tmp_path / "cem", "Cem Ünal")
    (tmp_path / "garbage").mkdir()
    for name, content in {
        "a-leer": b"",
        "b-text": b"Sehr geehrte Damen und Herren",
        "c-halb": good[: len(good) // 2],
        "d-gekippt": good[:-9] + bytes([good[-9] ^ 1]) + good[-8:],
    }.items():
        (tmp_path / "garbage" / f"{name}.ilpaket").write_bytes(content)
    before = pair.bea.fingerprint()

    outcome = pair.bea.run("import", tmp_path / "garbage", tmp_path / "weg.ilpaket", "--json")

    assert outcome.exit_code == 1
    bundles = outcome.value["bundles"]
    assert {bundle["status"] for bundle in bundles} == {"rejected"}
    assert len(bundles) == 5
    assert [bundle["code"] for bundle in bundles if "weg" in bundle["path"]] == ["file_unreadable"]
    assert pair.bea.fingerprint() == before

    foreign = tmp_path / "fremd.ilpaket"
    foreign.write_bytes(good)
    before = stranger.fingerprint()
    outcome = stranger.run("import", foreign, "--json")
    assert (outcome.exit_code, outcome.value["bundles"][0]["code"]) == (1, "bundle_not_for_me")
    assert stranger.fingerprint() == before


def test_a_rejected_file_does_not_stop_the_others(pair: Pair, tmp_path: Path) -> None:
    pair.ada.ask("record", "set", pair.mission, "title=Neuer Titel")
    good = send(pair.ada, SPACE, tmp_path / "post")
    bad = tmp_path / "post" / "0.ilpaket"
    bad.write_bytes(b"?")

    outcome = pair.bea.run("import", bad, good, "--json")

    assert outcome.exit_code == 1
    assert [bundle["status"] for bundle in outcome.value["bundles"]] == ["rejected", "applied"]
    assert pair.bea.ask("record", "show", pair.mission)["values"]["title"] == "Neuer Titel"


def test_replay_and_preview(pair: Pair, tmp_path: Path) -> None:
    pair.ada.ask("record", "set", pair.mission, "title=Neuer Titel")
    bundle = send(pair.ada, SPACE, tmp_path / "post")
    before = pair.bea.fingerprint()
    (preview,) = pair.bea.ask("import", bundle, "--preview")["bundles"]
    assert (preview["status"], preview["commits"]) == ("applied", 1)
    assert pair.bea.fingerprint() == before

    pair.bea.ask("import", bundle)
    before = pair.bea.fingerprint()
    (replayed,) = pair.bea.ask("import", bundle)["bundles"]
    assert (replayed["status"], replayed["commits"]) == ("unchanged", 0)
    assert pair.bea.fingerprint() == before


def test_text_of_others_cannot_steer_the_terminal(pair: Pair) -> None:
    """Escape sequences cannot even enter; the rest is written out."""
    pair.ada.ask("record", "set", pair.mission, "title=Rot\x1b[31m und \u202eumgedreht")
    assert pair.ada.ask("record", "show", pair.mission)["values"]["title"] == (
        "Rot[31m und \u202eumgedreht"
    )
    assert "⟦U+202E⟧umgedreht" in pair.ada.run("record", "show", pair.mission).output


def test_a_name_that_two_records_share_is_ambiguous(pair: Pair) -> None:
    first = pair.ada.ask("record", "new", "insight", "--set", "title=Eins")["id"]
    second = pair.ada.ask("record", "new", "insight", "--set", "title=Zwei")["id"]
    shared = 0
    while first[shared] == second[shared]:
        shared += 1
    assert shared >= 8
    assert pair.ada.refuse("record", "show", first[:shared]) == (2, "id_ambiguous")
    assert pair.ada.ask("record", "show", first[: shared + 1])["id"] == first


def test_the_vault_is_looked_after(pair: Pair) -> None:
    assert pair.ada.ask("vault", "verify")["ok"] is True
    rebuilt = pair.ada.ask("vault", "rebuild")
    assert rebuilt["commits"] == pair.ada.ask("vault", "status")["commits"]
    folder = pair.ada.vault / "backups"
    backup = pair.ada.ask("vault", "backup")["path"]
    assert (folder / backup / "vault.db").is_file()
    assert Innolab(folder / backup).ask("vault", "status")["records"] == rebuilt["records"]


def test_a_record_that_was_deleted_here_and_edited_there(pair: Pair, tmp_path: Path) -> None:
    pair.ada.ask("record", "delete", pair.mission)
    pair.bea.ask("record", "set", pair.mission, "title=Noch gebraucht")
    pair.bea.ask("import", send(pair.ada, SPACE, tmp_path / "post"))
    (conflict,) = pair.bea.ask("conflicts", "list")
    assert conflict["field"] == "_deleted"
    place = ("conflicts", "resolve", pair.mission, "_deleted", "--value")
    assert pair.bea.refuse(*place, "vielleicht") == (2, "deletion_unclear")
    pair.bea.ask(*place, "behalten")
    assert pair.bea.ask("conflicts", "list") == []
    assert pair.bea.ask("record", "show", pair.mission)["values"]["title"] == "Noch gebraucht"


def test_every_command_also_speaks_to_people(pair: Pair, tmp_path: Path) -> None:
    for arguments, words in (
        (("vault", "status"), "Ada Öz, Personal, Musterstadt"),
        (("vault", "verify"), "In Ordnung"),
        (("record", "list"), "Mission: Zugänge für alle"),
        (("record", "show", pair.mission), "Vision: Alle gehen gern hin."),
        (("record", "history", pair.mission), "(leer) → Zugänge für alle"),
        (("search", "gern"), "Zugänge für alle: "),
        (("search", "Xylophon"), "Nichts gefunden."),
        (("contact", "list"), "Bea Groß, Soziales, Musterstadt  (geprüft)"),
        (("space", "list"), "Ada Öz, Bea Groß"),
        (("conflicts", "list"), "Keine Abweichungen."),
        (("merged", "list"), "Keine zusammengeführten Texte."),
        (("export", "--space", SPACE, "--out", tmp_path), "lesbar für Bea Groß"),
        (("import", tmp_path / "ada"), "Keine Pakete gefunden."),
        (("report", "record_sheet", pair.mission, "--out", tmp_path / "x.pdf"), "Seite"),
    ):
        outcome = pair.ada.run(*arguments)
        assert (outcome.exit_code, outcome.errors) == (0, "")
        assert words in outcome.output


def test_what_was_found_in_a_title_alone_ends_with_it(pair: Pair) -> None:
    pair.ada.ask("record", "new", "tandem_note", "--set", "title=Kurzgespräch")
    assert pair.ada.run("search", "Kurzgespräch").output.endswith("  Kurzgespräch\n")
