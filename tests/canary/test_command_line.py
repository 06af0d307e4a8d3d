"""What is typed into the command line stands nowhere in clear, whatever is done with it."""

from __future__ import annotations

import tempfile
from typing import TYPE_CHECKING

import pytest

from canary.scan import hits
from cli.innolab import create, introduce
from services.test_paper_forms import fill

if TYPE_CHECKING:
    from pathlib import Path

WORDS = [f"Kanarie{n}Zwitscherfink" for n in range(8)]
PASSPHRASE_PART = "Schränkchen 7"


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of its own for everything that anybody calls temporary."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    for name in ("TMPDIR", "TEMP", "TMP", "HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME"):
        monkeypatch.setenv(name, str(folder))
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def test_no_word_stands_anywhere(tmp_path: Path, temporary: Path) -> None:
    vaults, post, chosen = tmp_path / "vaults", tmp_path / "post", tmp_path / "chosen"
    for folder in (vaults, chosen):
        folder.mkdir()
    ada, bea = create(vaults / "ada", "Ada Öz"), create(vaults / "bea", "Bea Groß")
    introduce(ada, bea)
    ada.ask("space", "create", "Tandem", "--type", "tandem", "--member", "Bea Groß")
    made = ada.ask(
        "record", "new", "mission", "--space", "Tandem",
        "--set", f"title={WORDS[0]}", "--set", f"challenge={WORDS[1]} im Text",
    )  # fmt: skip
    ada.ask("record", "set", made["id"], f"title={WORDS[2]}")
    note = ada.ask("record", "new", "tandem_note", "--set", f"title={WORDS[3]}")
    assert ada.ask("search", WORDS[2]) != []
    ada.refuse("record", "set", made["id"], f"review_date={WORDS[4]}")
    for carrier in ((), ("--armour",), ("--mail",), ("--mail", "--armour")):
        ada.ask("export", "--space", "Tandem", "--out", post, *carrier)
    bea.run("--json", "import", post)
    bea.ask("record", "set", made["id"], f"vision={WORDS[5]}")
    bea.ask("export", "--space", "Tandem", "--out", post)
    ada.run("--json", "import", post)
    ada.ask("report", "mission_profile", made["id"], "--out", chosen / "bericht.pdf")
    for name in ("t.xlsx", "t.csv"):
        ada.ask("table", "export", "--kind", "mission", "--out", chosen / name)
    ada.ask("report", "mission_profile", made["id"], "--out", chosen / "t.docx")
    ada.ask("form", "export", made["id"], "--out", chosen / "f.pdf")
    fill(chosen / "f.pdf", risks=WORDS[6])
    ada.ask("form", "import", chosen / "f.pdf", "--into", made["id"])
    assert ada.ask("record", "show", made["id"])["values"]["risks"] == WORDS[6]
    bea.ask("space", "create", "Runde", "--type", "coordination", "--member", "Ada Öz")
    released = bea.ask("record", "release", made["id"], "--space", "Runde", "--all-fields")
    bea.ask("record", "set", released["id"], f"vision={WORDS[7]}")
    bea.ask("export", "--space", "Runde", "--out", post)
    ada.ask("import", post)
    assert ada.ask("record", "show", released["id"])["values"]["vision"] == WORDS[7]
    ada.ask("vault", "backup")
    ada.ask("record", "erase", note["id"], "--reason", "request")
    ada.ask("record", "delete", made["id"])
    ada.run("--json", "record", "show", made["id"])
    assert hits([*WORDS, PASSPHRASE_PART], vaults, post, temporary) == []
    found = " ".join(hits([WORDS[2]], chosen))
    for name in ("bericht.pdf", "t.xlsx", "t.csv", "t.docx"):
        assert name in found, "it was chosen to be in clear, and is found"
