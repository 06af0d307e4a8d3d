"""Settings are shown and changed within what IT allows; what IT gives is shown with its place."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING

import pytest

from cli.innolab import CHEAPEST_KIB, PASSPHRASE, Innolab, create
from innolab_desktop import bootstrap
from innolab_desktop.cli.main import CommandLine
from innolab_desktop.cli.terminal import Terminal
from innolab_desktop.command import read_catalogue
from innolab_desktop.domain.policy import PolicySource, combine
from innolab_desktop.gate import Gate

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def anna(tmp_path: Path) -> Innolab:
    return create(tmp_path / "vault", "Anna Weiß")


def run_with(
    given: dict[str, object], vault: Path, *arguments: str, as_json: bool = True
) -> tuple[int, str, str]:
    """Run a command where IT gives something."""
    policy = combine([PolicySource("/etc/vorgaben", given)])
    output, errors = io.StringIO(), io.StringIO()
    terminal = Terminal(output, errors, {"INNOLAB_PASSPHRASE": PASSPHRASE}, None, None)
    gate = Gate(CHEAPEST_KIB, bootstrap.Surroundings(policy))
    options = ["--json"] if as_json else []
    command = CommandLine(gate, terminal, read_catalogue)
    code = command.run(["--vault", str(vault), *options, *arguments])
    return code, output.getvalue(), errors.getvalue()


def test_settings_are_shown_and_changed(anna: Innolab) -> None:
    before = anna.ask("settings", "show")["settings"]
    assert before["auto_lock_minutes"] == {"value": 5, "given_by_it": False}
    assert before["carrier"]["value"] == "file"
    changed = {
        "auto_lock_minutes": 15,
        "clipboard_clear_seconds": 10,
        "part_size_mb": 3,
        "carrier": "clipboard",
        "inbox_folder": "/srv/eingang",
    }
    for name, value in changed.items():
        assert anna.ask("settings", "set", name, value) == {"name": name, "value": value}
    after = anna.ask("settings", "show")["settings"]
    assert {name: after[name]["value"] for name in changed} == changed


@pytest.mark.parametrize(
    ("name", "value", "code"),
    [
        ("colour", "red", "setting_unknown"),
        ("auto_lock_minutes", "0", "setting_invalid"),
        ("auto_lock_minutes", "bald", "setting_invalid"),
        ("auto_lock_minutes", "٣", "setting_invalid"),
        ("part_size_mb", "9999999999", "setting_invalid"),
        ("carrier", "taube", "setting_invalid"),
    ],
)
def test_what_is_no_setting_is_refused(anna: Innolab, name: str, value: str, code: str) -> None:
    assert anna.refuse("settings", "set", name, value) == (2, code)
    assert anna.ask("settings", "show")["settings"]["auto_lock_minutes"]["value"] == 5


def test_what_it_gives_cannot_be_loosened(anna: Innolab) -> None:
    given: dict[str, object] = {"auto_lock_minutes": 3, "transport_format": "text"}
    for name, value in (("auto_lock_minutes", "4"), ("carrier", "mail")):
        code, _, errors = run_with(given, anna.vault, "settings", "set", name, value)
        assert (code, json.loads(errors)["code"]) == (2, "setting_given_by_it")
    code, output, _ = run_with(given, anna.vault, "settings", "show")
    shown = json.loads(output)["settings"]
    assert shown["auto_lock_minutes"] == {"value": 3, "given_by_it": True}
    assert shown["carrier"] == {"value": "text", "given_by_it": True}
    assert code == 0


def test_the_policy_names_values_places_and_what_is_not_understood(tmp_path: Path) -> None:
    given: dict[str, object] = {"wording": "pair", "keyring_allowed": False, "x\x1b[2J": 1}
    code, output, errors = run_with(given, tmp_path, "policy")
    assert (code, errors) == (0, "")
    assert json.loads(output) == {
        "settings": {
            "keyring_allowed": {"value": False, "place": "/etc/vorgaben"},
            "wording": {"value": "pair", "place": "/etc/vorgaben"},
        },
        "not_understood": [{"key": "x\x1b[2J", "place": "/etc/vorgaben", "reason": "unknown_key"}],
    }


def test_what_is_not_understood_is_said_at_every_command(anna: Innolab) -> None:
    code, output, errors = run_with(
        {"auto_lock\x1b": 1}, anna.vault, "settings", "show", as_json=False
    )
    assert code == 0
    assert "auto_lock_minutes: 5" in output
    assert "Die Vorgabe „auto_lock⟦U+001B⟧“ wurde nicht verstanden." in errors
