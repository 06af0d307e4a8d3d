"""``export``, ``import`` and ``contact`` with texts, mails, parts and standard input."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from cli.conftest import SPACE
from cli.innolab import create
from innolab_desktop.cli.exchange_commands import megabytes

if TYPE_CHECKING:
    from cli.conftest import Pair


def write(pair: Pair, count: int = 1) -> None:
    for number in range(count):
        pair.ada.ask("record", "new", "mission", "--space", SPACE, "--set", f"title=Ziel {number}")


@pytest.mark.parametrize(
    ("options", "suffix"),
    [
        ((), ".ilpaket"),
        (("--armour",), ".txt"),
        (("--mail",), ".eml"),
        (("--mail", "--armour"), ".eml"),
    ],
)
def test_export_and_import(
    options: tuple[str, ...], suffix: str, pair: Pair, tmp_path: Path
) -> None:
    write(pair)
    (file,) = pair.ada.ask("export", "--space", SPACE, "--out", tmp_path / "post", *options)[
        "files"
    ]
    assert Path(file["path"]).suffix == suffix
    assert (file["part"], file["of"], file["over_limit"]) == (1, 1, False)
    (bundle,) = pair.bea.ask("import", tmp_path / "post")["bundles"]
    assert (bundle["status"], bundle["path"]) == ("applied", file["path"])


def test_parts(pair: Pair, tmp_path: Path) -> None:
    write(pair, 4)
    out = ("export", "--space", SPACE, "--out", tmp_path / "post")
    files = pair.ada.ask(*out, "--max-size", "0,006")["files"]
    assert len(files) > 1
    assert [(file["part"], file["of"]) for file in files] == [
        (number, len(files)) for number in range(1, len(files) + 1)
    ]
    lines = pair.ada.run(*out, "--max-size", "0.000001").output
    assert "Teil 1 von " in lines
    assert "Größer als gewünscht" in lines
    report = pair.bea.ask("import", *[file["path"] for file in reversed(files)])
    assert "rejected" not in {bundle["status"] for bundle in report["bundles"]}
    assert len(pair.bea.ask("record", "list", "--kind", "mission")) == 5


def test_standard_input(pair: Pair, tmp_path: Path) -> None:
    write(pair)
    out = ("export", "--space", SPACE, "--out", tmp_path)
    (file,) = pair.ada.ask(*out, "--armour")["files"]
    text = Path(file["path"]).read_text(encoding="ascii")
    outcome = pair.bea.run("import", "-", "--json", piped="> " + text)
    assert [(b["path"], b["status"]) for b in outcome.value["bundles"]] == [("-", "applied")]
    assert pair.bea.refuse("import", "-") == (2, "input_missing")


def test_a_card_as_text(pair: Pair, tmp_path: Path) -> None:
    cora = create(tmp_path / "cora", "Cora Weiß")
    answer = cora.ask("contact", "card", "--text")
    assert answer["path"] is None
    outcome = pair.ada.run("contact", "add", "-", "--json", piped=answer["text"])
    assert outcome.value["name"] == "Cora Weiß"
    lines = cora.run("contact", "card", "--text", "--out", tmp_path / "karte.txt").output
    assert "-----BEGIN INNOLAB KARTE 1-----" in lines
    digits = answer["digits"]
    assert pair.bea.ask("contact", "add", tmp_path / "karte.txt", "--digits", digits)["verified"]
    assert cora.refuse("contact", "card") == (2, "card_target_missing")


def test_a_mail_address(pair: Pair, tmp_path: Path) -> None:
    assert pair.ada.ask("contact", "mail", "Bea Groß", "bea@stadt.de")["address"] == "bea@stadt.de"
    (file,) = pair.ada.ask("export", "--space", SPACE, "--out", tmp_path, "--mail")["files"]
    assert b"To: bea@stadt.de" in Path(file["path"]).read_bytes()
    assert pair.ada.refuse("contact", "mail", "Bea Groß", "bea") == (1, "mail_address_invalid")


@pytest.mark.parametrize("text", ["0", "-1", "viel", "nan", "inf", "1e99", ""])
def test_sizes_that_are_none(text: str, pair: Pair, tmp_path: Path) -> None:
    out = ("export", "--space", SPACE, "--out", tmp_path, f"--max-size={text}")
    assert pair.ada.refuse(*out) == (2, "arguments_invalid")
    assert megabytes("7,5") == 7_500_000
