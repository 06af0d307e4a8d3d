"""Cases 95 to 100 of the catalogue: where files go, slots and settings."""

from __future__ import annotations

import json
import time
from typing import TYPE_CHECKING, Any

import pytest

from innolab_desktop.domain.errors import BundleError, VaultError
from vaults import open_vault

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from innolab_desktop.services.session import Session
    from vaults import Pair


def fixed_name(session: Session, monkeypatch: pytest.MonkeyPatch) -> str:
    """Let the next export choose a name that is known."""
    monkeypatch.setattr(type(session.exporting), "_neutral_name", lambda _self: "paket-fest")
    return "paket-fest.ilpaket"


def test_case_095_an_export_follows_no_link(
    anna: Session, pair: Pair, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    victim, out = tmp_path / "victim.txt", tmp_path / "out"
    victim.write_text("wichtig")
    out.mkdir()
    name = fixed_name(anna, monkeypatch)
    (out / name).symlink_to(victim)
    anna.exporting.run(pair.space, out)
    assert victim.read_text() == "wichtig"
    assert not (out / name).is_symlink()


def test_case_095_names_of_exports_cannot_be_guessed(
    anna: Session, pair: Pair, tmp_path: Path
) -> None:
    names = {anna.exporting.run(pair.space, tmp_path / "out").files[0].path.name for _ in range(8)}
    assert len(names) == 8, "an export overwrites nothing"


@pytest.mark.parametrize("kind", ["file", "link to a file", "below a file", "gone"])
def test_case_096_the_folder_vanishes(
    anna: Session, pair: Pair, tmp_path: Path, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_bytes(b"x")
    out = tmp_path / ("file" if kind == "file" else "out")
    if kind == "link to a file":
        out.symlink_to(tmp_path / "file")
    elif kind == "below a file":
        out = tmp_path / "file" / "below"
    elif kind == "gone":
        packing: Any = anna.exporting
        prepare = packing._prepare

        def pulled_out(folder: Path) -> None:
            prepare(folder)
            folder.rmdir()

        monkeypatch.setattr(packing, "_prepare", pulled_out)
    with pytest.raises(BundleError) as failure:
        anna.exporting.run(pair.space, out)
    assert failure.value.code == "folder_not_writable"
    assert (tmp_path / "file").read_bytes() == b"x"
    assert anna.exporting.run(pair.space, tmp_path / "elsewhere").files if kind != "gone" else True


# --- slots ----------------------------------------------------------------------------------


def rewritten(folder: Path, change: Callable[[dict[str, Any]], object]) -> None:
    """Change ``vault.json`` and its copy."""
    for path in folder.glob("vault.json*"):
        path.write_text(json.dumps(change(json.loads(path.read_bytes()))))


def slot_with(**values: object) -> Callable[[dict[str, Any]], object]:
    return lambda content: content | {"slots": [content["slots"][0] | values]}


def refused(folder: Path) -> str:
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    with pytest.raises(VaultError) as failure:
        open_vault(folder)
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before
    return failure.value.code


@pytest.mark.parametrize(
    "costs", [{"m_kib": 2**31}, {"m_kib": 1}, {"t": 2**31}, {"p": 0}, {"m_kib": -1}, {"t": 1}]
)
def test_case_097_costs_out_of_bounds(pair: Pair, costs: dict[str, int]) -> None:
    rewritten(pair.ben, slot_with(**costs))
    started = time.process_time()
    assert refused(pair.ben) == "vault_slot_invalid"
    assert time.process_time() - started < 2, "before any work"


def test_case_098_unknown_slot_type(pair: Pair) -> None:
    later = {"type": "retina", "x": [1, {"y": None}]}
    rewritten(pair.ben, lambda c: c | {"slots": [later, *c["slots"]]})
    open_vault(pair.ben).close()
    kept = json.loads((pair.ben / "vault.json").read_bytes())["slots"]
    assert later in kept


def test_case_099_slots_of_another_vault(pair: Pair) -> None:
    theirs = json.loads((pair.anna / "vault.json").read_bytes())
    rewritten(pair.ben, lambda c: c | {"slots": theirs["slots"]})
    assert refused(pair.ben) == "passphrase_wrong"
    rewritten(pair.ben, lambda c: c | {"salt": theirs["salt"], "vault_id": theirs["vault_id"]})
    assert refused(pair.ben) == "vault_damaged", "the key of another vault"


DAMAGED = {
    "empty": b"",
    "cut": b'{"format": 1, "slots": [',
    "deep": b"[" * 200_000,
    "deep objects": b'{"a":' * 100_000,
    "number": b"1" * 100_000,
    "list": b"[]",
    "not UTF-8": b"\xff\xfe\x00",
    "NaN": b'{"format": NaN}',
}


@pytest.mark.parametrize("name", DAMAGED)
def test_case_100_public_files_that_are_no_json(pair: Pair, name: str) -> None:
    for path in pair.ben.glob("vault.json*"):
        path.write_bytes(DAMAGED[name])
    assert refused(pair.ben) in ("vault_slot_invalid", "vault_too_new")


@pytest.mark.parametrize("name", DAMAGED)
def test_case_100_head_marker_that_is_no_json(pair: Pair, name: str) -> None:
    (pair.ben / "vault.head").write_bytes(DAMAGED[name])
    session = open_vault(pair.ben)
    session.records.new("mission", {"title": "Weiter"})
    session.close()
    bad = [path for path in pair.ben.iterdir() if path.name.startswith("vault.head.bad")]
    assert [path.stat().st_size for path in bad] == [len(DAMAGED[name])], "kept for who asks"
